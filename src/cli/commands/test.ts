/** `quiesce test`: do specs behave as they expect of themselves? */
import type { Host, Progress } from "../../explore/host.js";
import { loadProgram } from "../../modules/load.js";
import { expectationsOf } from "../../modules/variants.js";
import { renderExpectation, renderTally } from "../../report/index.js";
import { fail } from "../../syntax/diagnostic.js";
import { printable, renderDiagnostics, type Style } from "../../syntax/render.js";
import { location } from "../../syntax/source.js";
import { EXIT } from "../exit-codes.js";
import { type Cell, cellText, meet, scenariosFor } from "../expectations.js";
import { describeFailure } from "../failure.js";
import { fileFinder, findSpecs, readSpec } from "../files.js";
import { nodeHost } from "../host.js";
import type { OptionValues } from "../options.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";
import type { TestPlace } from "../underway.js";

const DEFAULT_PATHS = ["specs"];

/**
 * Checks every expectation of the specs at the given paths. Gives the exit code.
 * @throws SpecError if a path is not there, or there is nothing to test (C011)
 */
export async function testCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const searched = paths.length === 0 ? DEFAULT_PATHS : paths;
  const files = findSpecs(searched, terminal.cwd);
  if (files.length === 0) fail("C011", `there is no .qsc file in ${searched.join(", ")}`);
  const host = nodeHost(terminal, () => {});
  const from = terminal.resume ?? { file: 0, cell: 0, passed: 0, failed: 0 };
  const run = new TestRun(host, values, terminal, from);
  for (const [index, file] of files.entries()) {
    if (index >= from.file && !host.interrupted) await run.file(file, index);
  }
  terminal.stdout.write(`${renderTally(run.passed, run.failed)}\n`);
  if (host.interrupted) return EXIT.interrupted.code;
  return run.failed === 0 ? EXIT.ok.code : EXIT.failed.code;
}

class TestRun {
  passed: number;
  failed: number;
  private readonly style: Style;
  /** What a cell's spec was found wrong with last: the next cells often fail alike. */
  private lastFailure = "";

  constructor(
    private readonly host: Host,
    private readonly values: OptionValues,
    private readonly terminal: Terminal,
    private readonly from: TestPlace,
  ) {
    this.passed = from.passed;
    this.failed = from.failed;
    this.style = styleFor(terminal.stdout, terminal.env);
  }

  /** Checks the expectations of one file; a spec with errors counts as one failure. */
  async file(file: string, index: number): Promise<void> {
    const source = this.attempt(file, () => readSpec(file, this.terminal.cwd));
    if (source === null) return;
    const root = this.attempt(file, () => loadProgram(source, fileFinder(this.terminal.cwd)).root);
    if (root === null) return;
    const expectations = expectationsOf(root);
    const cells = expectations.flatMap((expectation) =>
      scenariosFor(expectation, root).map((scenario): Cell => ({ source, expectation, scenario })),
    );
    const first = index === this.from.file ? this.from.cell : 0;
    if (first === 0) {
      this.print(
        this.style.bold(printable(file)) +
          (expectations.length === 0 ? this.style.dim("  expects nothing of itself") : ""),
      );
    }
    for (const [place, cell] of cells.entries()) {
      if (place < first) continue;
      if (this.host.interrupted) return;
      await this.cell(cell, { file: index, cell: place });
    }
  }

  private async cell(cell: Cell, place: Pick<TestPlace, "file" | "cell">): Promise<void> {
    const { maxStates, timeout: timeoutSeconds, debug } = this.values;
    const where = { location: location(cell.expectation.span), text: cellText(cell) };
    const { passed, failed } = this;
    const tell = (progress: Progress | null) =>
      this.terminal.underway({
        kind: "test",
        timeoutSeconds: timeoutSeconds ?? null,
        progress,
        expectation: where,
        place: { ...place, passed, failed },
      });
    tell(null);
    try {
      const outcome = await meet(cell, {
        find: fileFinder(this.terminal.cwd),
        host: this.host,
        maxStates,
        timeoutSeconds,
        onProgress: tell,
      });
      this.terminal.underway(null);
      // A search that was interrupted says nothing about the expectation.
      if (this.host.interrupted) return;
      this.count(outcome.passed);
      this.print(renderExpectation(outcome, this.style));
    } catch (thrown) {
      this.terminal.underway(null);
      const { diagnostics, stack } = describeFailure(thrown, debug === true);
      const errors = renderDiagnostics(diagnostics, this.style);
      const found = errors === this.lastFailure ? "as above" : "the spec has errors";
      this.count(false);
      this.print(
        renderExpectation({ ...where, passed: false, found, distinct: null, seconds: 0 }, this.style),
      );
      if (errors !== this.lastFailure) this.print(errors);
      if (stack !== undefined) this.print(stack);
      this.lastFailure = errors;
    }
  }

  /** What a step gives, or null if it fails: that is told and counted. */
  private attempt<T>(file: string, step: () => T): T | null {
    try {
      return step();
    } catch (thrown) {
      const { diagnostics, stack } = describeFailure(thrown, this.values.debug === true);
      this.count(false);
      this.print(`${this.style.bold(printable(file))}  ${this.style.error("FAIL")}`);
      this.print(renderDiagnostics(diagnostics, this.style));
      if (stack !== undefined) this.print(stack);
      return null;
    }
  }

  private count(passed: boolean): void {
    if (passed) this.passed++;
    else this.failed++;
  }

  private print(text: string): void {
    this.terminal.stdout.write(`${text}\n`);
  }
}
