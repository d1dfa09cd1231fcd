/** What workers do: each job is plain data, and so is its answer, so that both can pass between threads. */
import { createHash } from "node:crypto";
import type { Host, Progress } from "../explore/host.js";
import {
  type CellReport,
  type Comparison,
  type ComparisonReport,
  checkCell,
  compare,
  type ReviewPlan,
  type ReviewSources,
} from "../review/index.js";
import { type LoadedSpec, loadSpec } from "../semantics/prepare.js";
import { SpecError } from "../syntax/diagnostic.js";
import { renderDiagnostics, type Style } from "../syntax/render.js";
import { cellsOf, meet, renderMet } from "./expectations.js";
import { describeFailure } from "./failure.js";
import { fileFinder, readSpec } from "./files.js";
import { nodeHost } from "./host.js";
import { styleFor } from "./style.js";
import type { Stream, Terminal } from "./terminal.js";
import { nodeWorld, type Permissions } from "./world.js";

/** Limits of one search. */
export interface Limits {
  readonly maxStates: number | null;
  readonly timeoutSeconds: number | null;
}

/** One expectation of a spec in one scenario under one memory model. */
export interface ExpectationJob {
  readonly kind: "expectation";
  readonly file: string;
  /** Its number among those of the file; see `cellsOf`. */
  readonly cell: number;
  readonly limits: Limits;
  readonly permissions: Permissions;
  readonly debug: boolean;
}

/** The files that a review is about; `against` is the other spec, which stands in for patches. */
export interface ReviewFiles {
  readonly base: string;
  readonly against: string | null;
  /** What `stampOf` gave for their texts: every worker reads them again. */
  readonly stamp: string;
}

/** A number for the texts of all modules of specs: it differs where one of them does. */
export function stampOf({ base, against }: ReviewSources): string {
  const hash = createHash("sha256");
  for (const loaded of against === null ? [base] : [base, against])
    for (const { span } of loaded.program.modules.values())
      hash.update(JSON.stringify([span.source.name, span.source.text]));
  return hash.digest("hex");
}

/** One cell of a review. */
export interface CellJob {
  readonly kind: "cell";
  readonly files: ReviewFiles;
  readonly plan: ReviewPlan;
  /** Its number in the plan. */
  readonly cell: number;
  readonly limits: Limits;
  readonly permissions: Permissions;
  readonly debug: boolean;
}

/** One counterexample of a review that is looked for in base. */
export interface ComparisonJob {
  readonly kind: "comparison";
  readonly files: ReviewFiles;
  readonly plan: ReviewPlan;
  readonly comparison: Comparison;
  readonly permissions: Permissions;
  readonly debug: boolean;
}

export type Job = ExpectationJob | CellJob | ComparisonJob;

export type Answer =
  | { readonly kind: "cell"; readonly report: CellReport }
  | { readonly kind: "comparison"; readonly report: ComparisonReport }
  | {
      readonly kind: "expectation";
      readonly passed: boolean;
      readonly text: string;
      readonly interrupted: boolean;
    }
  /** The job could not be done: what the user is told. */
  | { readonly kind: "failed"; readonly text: string };

/** The surroundings of a worker. */
export interface BenchData {
  readonly stdout: Pick<Stream, "isTTY">;
  readonly env: Terminal["env"];
  readonly cwd: string;
  /** The part of the machine's memory that a search may use. */
  readonly share: number;
  readonly interrupted: () => boolean;
}

/** So many specs are kept for the next job: often it is about the same one, or (in reviews) about two. */
const KEPT = 2;

type Tell = (progress: Progress | null) => void;

/** Where jobs are done, one after the other; a spec is read once for all that follow each other. */
export class JobBench {
  private readonly specs = new Map<string, LoadedSpec>();

  constructor(private readonly data: BenchData) {}

  /** Does a job and gives its answer; never rejects. `tell` hears that it begins (null), and how far its search is. */
  async do(job: Job, tell: Tell): Promise<Answer> {
    try {
      switch (job.kind) {
        case "expectation":
          return await this.expectation(job, tell);
        case "cell":
          return await this.cell(job, tell);
        case "comparison":
          return this.comparison(job, tell);
        default:
          return job satisfies never;
      }
    } catch (thrown) {
      const { diagnostics, stack } = describeFailure(thrown, job.debug);
      const text = renderDiagnostics(diagnostics, this.style);
      return { kind: "failed", text: stack === undefined ? text : `${text}\n${stack}` };
    }
  }

  private async expectation(
    { file, cell, limits, permissions }: ExpectationJob,
    onProgress: Tell,
  ): Promise<Answer> {
    const cells = cellsOf(this.spec(file));
    onProgress(null);
    const { maxStates, timeoutSeconds } = limits;
    const met = await meet(
      cells[cell]!,
      {
        host: this.host(permissions),
        maxStates: maxStates ?? undefined,
        timeoutSeconds: timeoutSeconds ?? undefined,
        onProgress,
      },
      this.style,
    );
    const { passed, interrupted } = met;
    return { kind: "expectation", passed, interrupted, text: renderMet(met, this.style) };
  }

  private async cell(
    { files, plan, cell, limits: { maxStates, timeoutSeconds }, permissions }: CellJob,
    onProgress: Tell,
  ): Promise<Answer> {
    const sources = this.sources(files, permissions);
    onProgress(null);
    const limits = {
      maxStates: maxStates ?? undefined,
      timeoutSeconds: timeoutSeconds ?? undefined,
      onProgress,
    };
    return {
      kind: "cell",
      report: await checkCell(sources, plan, cell, limits, this.host(permissions)),
    };
  }

  private comparison({ files, plan, comparison, permissions }: ComparisonJob, tell: Tell): Answer {
    const sources = this.sources(files, permissions);
    tell(null);
    return { kind: "comparison", report: compare(sources, plan, comparison) };
  }

  private sources({ base, against, stamp }: ReviewFiles, permissions: Permissions): ReviewSources {
    const sources = {
      base: this.spec(base),
      against: against === null ? null : this.spec(against),
      world: nodeWorld(permissions, this.data),
    };
    if (stampOf(sources) === stamp) return sources;
    throw new SpecError([
      {
        code: "C008",
        severity: "error",
        message: `${base} or a module that it needs was changed while it was reviewed`,
        notes: ["review it again"],
      },
    ]);
  }

  private spec(file: string): LoadedSpec {
    const { cwd } = this.data;
    const known = this.specs.get(file);
    if (known !== undefined) return known;
    const loaded = loadSpec(readSpec(file, cwd), fileFinder(cwd));
    const oldest = [...this.specs.keys()].at(-KEPT);
    if (oldest !== undefined) this.specs.delete(oldest);
    this.specs.set(file, loaded);
    return loaded;
  }

  private host(permissions: Permissions): Host {
    const { interrupted, share } = this.data;
    return nodeHost(interrupted, () => {}, nodeWorld(permissions, this.data), share);
  }

  private get style(): Style {
    return styleFor(this.data.stdout, this.data.env);
  }
}
