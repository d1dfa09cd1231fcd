/** A vitest reporter that closes the run with one plain line, `N passed, N failed`, for machines to read. */
import type { Reporter, TestModule } from "vitest/node";

export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    // An error outside of any test, or a file that could not be run, fails the run as a test does.
    let failed = errors.length;
    for (const module of modules) {
      if (module.errors().length > 0) failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") failed++;
      }
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) failed++;
    }
    // After the summary of the default reporter, which is written at the same event.
    setImmediate(() => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}
