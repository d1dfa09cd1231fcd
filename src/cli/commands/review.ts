/** `quiesce review`: what do the patches of a spec do? */
import { renderReview, reviewToJson } from "../../report/index.js";
import {
  type CellReport,
  type ComparisonReport,
  comparisons,
  concludeReview,
  planReview,
  type ReviewPlan,
  type ReviewSources,
  unknownCell,
  unknownComparison,
} from "../../review/index.js";
import { loadSpec } from "../../semantics/prepare.js";
import { printable } from "../../syntax/render.js";
import { EXIT } from "../exit-codes.js";
import { fileFinder, readSpec } from "../files.js";
import { type Answer, type CellJob, type Job, type Limits, type ReviewFiles, stampOf } from "../jobs.js";
import type { OptionValues } from "../options.js";
import { type Fate, Pool } from "../pool.js";
import { poolLine } from "../progress.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";
import { unfinished } from "../underway.js";
import { nodeWorld, type Permissions, permissionsOf } from "../world.js";

const WIDTH = 75;

/**
 * Checks base and patches in every cell, and prints what that says about the patches. Gives the exit code.
 * @throws SpecError with what is wrong with the specs or the options
 */
export async function reviewCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const file = paths[0]!;
  const { against: other = null } = values;
  // What is reviewed against another file is the patched spec, and the other one the base.
  const files = other === null ? { base: file, against: null } : { base: other, against: file };
  const load = (path: string) => loadSpec(readSpec(path, terminal.cwd), fileFinder(terminal.cwd));
  const permissions = permissionsOf(values, terminal.cwd);
  const sources: ReviewSources = {
    base: load(files.base),
    against: files.against === null ? null : load(files.against),
    world: nodeWorld(permissions, terminal),
  };
  const plan = planReview(sources, {
    file: files.base,
    ...(files.against !== null && { against: files.against }),
    ...(values.scenarios !== undefined && { scenarios: values.scenarios }),
    ...(values.patches !== undefined && { patches: values.patches }),
    ...(values.columns !== undefined && { properties: values.columns }),
    ...(values.memories !== undefined && { memories: values.memories }),
    ...(values.buffer !== undefined && { buffer: values.buffer }),
    ...(values.require !== undefined && { requirements: values.require }),
  });
  const checks = new ReviewChecks({ ...files, stamp: stampOf(sources) }, plan, permissions, values, terminal);
  terminal.underway({ kind: "jobs" });
  let reports: readonly CellReport[];
  let compared: readonly ComparisonReport[];
  try {
    reports = await checks.cells();
    compared = await checks.comparisons(reports);
  } finally {
    checks.close();
    terminal.underway(null);
    terminal.status(null);
  }
  const review = concludeReview(sources, plan, reports, compared);
  if (values.json) {
    terminal.stdout.write(`${JSON.stringify(reviewToJson(review))}\n`);
  } else {
    const { reviewForm: format = "text" } = values;
    const style = styleFor(terminal.stdout, terminal.env);
    terminal.stdout.write(`${renderReview(review, { format, width: WIDTH, style })}\n`);
  }
  if (checks.failed) return EXIT.other.code;
  if (terminal.interrupts() > 0) return EXIT.interrupted.code;
  return review.ok ? EXIT.ok.code : EXIT.invariant.code;
}

/** The searches of a review, in workers. What comes to no end is unknown, and says why. */
class ReviewChecks {
  /** Whether some check could not be done: then the program has failed, and not only the patch. */
  failed = false;
  private readonly pool: Pool<Job, Answer>;
  private readonly settings: Pick<CellJob, "files" | "plan" | "permissions" | "debug">;
  private readonly limits: Limits;

  constructor(
    files: ReviewFiles,
    private readonly plan: ReviewPlan,
    permissions: Permissions,
    private readonly values: OptionValues,
    private readonly terminal: Terminal,
  ) {
    const { maxStates = null, timeout = null, debug = false } = values;
    this.settings = { files, plan, permissions, debug };
    this.limits = { maxStates, timeoutSeconds: timeout };
    const size = values.workers ?? terminal.cores;
    this.pool = new Pool(() => terminal.startWorker(size), {
      size,
      interrupts: () => terminal.interrupts(),
      onNews: () => terminal.status(poolLine(this.pool, "cells", (job) => this.nameOf(job))),
    });
  }

  /** Checks every cell of the plan; the reports are in its order. */
  async cells(): Promise<readonly CellReport[]> {
    return Promise.all(
      this.plan.cells.map(async (_, cell) => {
        const fate = await this.run({ kind: "cell", cell, limits: this.limits, ...this.settings });
        if (fate.kind === "done" && fate.answer.kind === "cell") return fate.answer.report;
        return unknownCell(this.plan, cell, this.why(fate));
      }),
    );
  }

  /** Looks in base for the counterexamples that survived. */
  async comparisons(reports: readonly CellReport[]): Promise<readonly ComparisonReport[]> {
    return Promise.all(
      comparisons(this.plan, reports).map(async (comparison) => {
        const fate = await this.run({ kind: "comparison", comparison, ...this.settings });
        if (fate.kind === "done" && fate.answer.kind === "comparison") return fate.answer.report;
        return unknownComparison(comparison, this.why(fate));
      }),
    );
  }

  close(): void {
    this.pool.close();
  }

  private async run(job: Job): Promise<Fate<Answer>> {
    const fate = await this.pool.run(job, this.values.timeout ?? null);
    if (fate.kind === "done" && fate.answer.kind === "failed") {
      this.failed = true;
      this.terminal.stderr.write(`${fate.answer.text}\n`);
    }
    return fate;
  }

  private why(fate: Fate<Answer>): string {
    return fate.kind === "done" ? "the check failed" : unfinished(fate, this.values.timeout ?? null);
  }

  private nameOf(job: Job): string {
    if (job.kind === "expectation") return printable(job.file);
    const index = job.kind === "cell" ? job.cell : job.comparison.cell;
    const { patch, scenario, memory } = this.plan.cells[index]!;
    return [patch ?? "base", scenario ?? "default", memory].join(" × ");
  }
}
