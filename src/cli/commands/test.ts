/** `quiesce test`: do specs behave as they expect of themselves? */
import { setImmediate } from "node:timers/promises";
import { renderExpectation, renderTally } from "../../report/index.js";
import { loadSpec } from "../../semantics/prepare.js";
import { fail } from "../../syntax/diagnostic.js";
import { printable, renderDiagnostics, type Style } from "../../syntax/render.js";
import { location } from "../../syntax/source.js";
import { EXIT } from "../exit-codes.js";
import { cellsOf, cellText } from "../expectations.js";
import { describeFailure } from "../failure.js";
import { fileFinder, findSpecs, readSpec } from "../files.js";
import type { Answer, ExpectationJob } from "../jobs.js";
import type { OptionValues } from "../options.js";
import { type Fate, Pool } from "../pool.js";
import { poolLine } from "../progress.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";
import { unfinished } from "../underway.js";
import { permissionsOf } from "../world.js";

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
  const run = new TestRun(values, terminal);
  terminal.underway({ kind: "jobs" });
  try {
    await run.files(files);
  } finally {
    run.close();
    terminal.underway(null);
    terminal.status(null);
  }
  terminal.stdout.write(`${renderTally(run.passed, run.failed)}\n`);
  if (terminal.interrupts() > 0) return EXIT.interrupted.code;
  return run.failed === 0 ? EXIT.ok.code : EXIT.failed.code;
}

/** An expectation that is being checked. */
interface Checked {
  readonly location: string;
  readonly text: string;
  readonly fate: Promise<Fate<Answer>>;
}

/** A file with what is being checked of it, or what is wrong with it; null if the user stopped before. */
type Begun = {
  readonly heading: string;
  readonly checked: readonly Checked[];
  readonly errors: string;
} | null;

class TestRun {
  passed = 0;
  failed = 0;
  private readonly style: Style;
  private readonly pool: Pool<ExpectationJob, Answer>;
  /** What a cell's spec was found wrong with last: the next cells often fail alike. */
  private lastFailure = "";

  constructor(
    private readonly values: OptionValues,
    private readonly terminal: Terminal,
  ) {
    this.style = styleFor(terminal.stdout, terminal.env);
    const size = values.workers ?? terminal.cores;
    this.pool = new Pool<ExpectationJob, Answer>(() => terminal.startWorker(size), {
      size,
      interrupts: () => terminal.interrupts(),
      onNews: () => terminal.status(poolLine(this.pool, "expectations", ({ file }) => printable(file))),
    });
  }

  /** Checks the expectations of all files at the same time, and tells of them in order. */
  async files(files: readonly string[]): Promise<void> {
    let before: Promise<unknown> = Promise.resolve();
    const begun = files.map((file) => {
      // While a file is read, nothing else happens in this thread: let what others tell be heard in between.
      const next = before.then(() => setImmediate()).then(() => this.begin(file));
      before = next;
      return next;
    });
    for (const file of begun) await this.tell(await file);
  }

  close(): void {
    this.pool.close();
  }

  private begin(file: string): Begun {
    const { cwd } = this.terminal;
    const { maxStates = null, timeout = null, debug = false } = this.values;
    if (this.terminal.interrupts() > 0) return null;
    const heading = this.style.bold(printable(file));
    try {
      const cells = cellsOf(loadSpec(readSpec(file, cwd), fileFinder(cwd)));
      const limits = { maxStates, timeoutSeconds: timeout };
      const permissions = permissionsOf(this.values, cwd);
      const checked = cells.map((cell, index) => ({
        location: location(cell.expectation.span),
        text: cellText(cell),
        fate: this.pool.run({ kind: "expectation", file, cell: index, limits, permissions, debug }, timeout),
      }));
      const nothing = cells.length === 0 ? this.style.dim("  expects nothing of itself") : "";
      return { heading: heading + nothing, checked, errors: "" };
    } catch (thrown) {
      const { diagnostics, stack } = describeFailure(thrown, debug);
      const errors = renderDiagnostics(diagnostics, this.style);
      return {
        heading: `${heading}  ${this.style.error("FAIL")}`,
        checked: [],
        errors: stack === undefined ? errors : `${errors}\n${stack}`,
      };
    }
  }

  /** Prints what became of a file's expectations, each as soon as it and all before it are known. */
  private async tell(begun: Begun): Promise<void> {
    if (begun === null) return;
    const { checked, errors } = begun;
    if (checked.length === 0) this.print(begun.heading);
    if (errors !== "") this.fault(errors);
    // Nothing is to be seen of a file of which nothing is known when the user stops.
    let heading: string | null = begun.heading;
    for (const { fate, ...where } of checked) {
      const text = this.outcome(where, await fate);
      if (text === null) continue;
      if (heading !== null) this.print(heading);
      heading = null;
      this.print(text);
    }
  }

  /** What is told of an expectation, which is counted; null if the user stopped before it was decided. */
  private outcome(where: Omit<Checked, "fate">, fate: Fate<Answer>): string | null {
    if (fate.kind !== "done") {
      if (fate.kind === "ended" && fate.by === "interrupted") return null;
      const found = `undecided: ${unfinished(fate, this.values.timeout ?? null)}`;
      const { progress, seconds } = fate;
      return this.failure(where, { found, distinct: progress?.distinct ?? 0, seconds });
    }
    const { answer } = fate;
    switch (answer.kind) {
      case "expectation":
        // A search that was interrupted says nothing about the expectation.
        if (answer.interrupted) return null;
        if (answer.passed) this.passed++;
        else this.failed++;
        return answer.text;
      case "failed": {
        const again = answer.text === this.lastFailure;
        this.lastFailure = answer.text;
        const found = again ? "as above" : "the spec has errors";
        const line = this.failure(where, { found, distinct: null, seconds: 0 });
        return again ? line : `${line}\n${answer.text}`;
      }
      case "cell":
      case "comparison":
        throw new Error("the answer to another kind of job");
      default:
        return answer satisfies never;
    }
  }

  private failure(
    where: Omit<Checked, "fate">,
    out: { readonly found: string; readonly distinct: number | null; readonly seconds: number },
  ): string {
    this.failed++;
    return renderExpectation({ ...where, passed: false, ...out }, this.style);
  }

  private fault(text: string): void {
    this.failed++;
    this.print(text);
  }

  private print(text: string): void {
    this.terminal.stdout.write(`${text}\n`);
  }
}
