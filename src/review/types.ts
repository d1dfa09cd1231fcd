/** What a review is made of: cells that were checked, what came out of each, and what that says about a patch. */

import type { ProcessInstance } from "../explore/evaluator.js";
import type { FailedAssertion } from "../explore/failure-end.js";
import type { PathStep, Stop, Violation } from "../explore/result.js";
import type { WorldAccess } from "../explore/world.js";
import type { MemoryModel } from "../modules/memory-model.js";
import type { Model } from "../semantics/model.js";
import type { LoadedSpec } from "../semantics/prepare.js";
import type { Window } from "./delay.js";

/** The specs under review. */
export interface ReviewSources {
  readonly base: LoadedSpec;
  /** A spec that is reviewed against base, as its one patch; null: base's own patches are reviewed. */
  readonly against: LoadedSpec | null;
  /** What the specs may see of the world; nothing if not given. */
  readonly world?: WorldAccess | undefined;
}

/** One variant of a spec that is checked as a whole. */
export interface Cell {
  /** Null: the spec as it stands, the base. */
  readonly patch: string | null;
  /** Null: the spec's defaults. */
  readonly scenario: string | null;
  readonly memory: MemoryModel;
}

/** A column of the matrix: an invariant, or one of the two things that no spec has to name. */
export type Column =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "deadlock" }
  | { readonly kind: "assertions" };

/** What a patch does to a column, seen over all cells. */
export type Verdict = "breaks" | "unknown" | "vacuous" | "no effect" | "fixes" | "hides" | "partial";

/** `fixes=P:Q`: patch P must have this verdict on column Q. */
export interface Requirement {
  readonly verdict: Verdict;
  readonly patch: string;
  /** A property's name, or `deadlock` or `assertions`. */
  readonly property: string;
}

/** What is asked of a review. An empty list of names means all of them. */
export interface ReviewOptions {
  /** How the report calls base's file. */
  readonly file: string;
  /** How it calls the file of the spec that is reviewed against base; by default by the spec's name. */
  readonly against?: string | undefined;
  /** `default` means the spec's defaults. */
  readonly scenarios?: readonly string[] | undefined;
  readonly patches?: readonly string[] | undefined;
  /** Invariants, `deadlock`, `assertions`. */
  readonly properties?: readonly string[] | undefined;
  readonly memories?: readonly MemoryModel[] | undefined;
  /** How many stores a CPU's buffer holds. */
  readonly buffer?: number | undefined;
  readonly requirements?: readonly Requirement[] | undefined;
}

/** Which cells a review has, and which columns. Plain data. */
export interface ReviewPlan {
  /** Base's file. */
  readonly file: string;
  /** Base's name. */
  readonly spec: string;
  /** The kernel version (or commit) that it models. */
  readonly kernel: string | null;
  /** The file of the spec that is reviewed against base; null: base's own patches are. */
  readonly against: string | null;
  /** What is reviewed, in order: name and title. */
  readonly patches: readonly Titled[];
  /** In order; `default` for the spec's defaults. */
  readonly scenarios: readonly Titled[];
  /** In the order of the matrix: base first. */
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
  /** Columns that base does not have: patches bring them. */
  readonly added: readonly string[];
  /** Properties and scenarios that only one of two specs has; `file` is the one that has them not. */
  readonly missing: readonly { readonly name: string; readonly file: string }[];
  /** Invariants and witnesses that a patch gives another meaning, and the definitions that it changes for that. */
  readonly restated: readonly {
    readonly patch: string;
    readonly name: string;
    readonly definitions: readonly string[];
    /** Whether the formula itself has another text. */
    readonly direct: boolean;
  }[];
  /** What was left out by name: `--property`, `--patch`, `--scenario`. */
  readonly unasked: {
    readonly columns: readonly string[];
    readonly patches: readonly string[];
    readonly scenarios: readonly string[];
  };
  /** Temporal properties, which a review does not check. */
  readonly temporal: readonly string[];
  readonly buffer: number | null;
  readonly requirements: readonly Requirement[];
}

export interface Titled {
  readonly name: string;
  readonly title: string | null;
}

/** What came out for one column of a cell. */
export type Finding =
  | { readonly kind: "holds" }
  | { readonly kind: "violated"; readonly path: readonly PathStep[] }
  /** Neither seen: a limit, an interrupt, an error; `why` in a few words. */
  | { readonly kind: "unknown"; readonly why: string };

/**
 * What was found in one cell. Plain data: cells are checked in threads of their own, and this travels between them.
 */
export interface CellReport {
  readonly cell: Cell;
  /** By the text of `columnKey`. A column that the cell does not have (a patch adds an invariant) is absent. */
  readonly findings: Readonly<Record<string, Finding>>;
  /** Witnesses, by name: whether they were reached. */
  readonly witnesses: Readonly<Record<string, boolean>>;
  /** Invariants of the form `A => B`, by name: the left sides, and whether each was ever true. */
  readonly antecedents: Readonly<
    Record<string, readonly { readonly text: string; readonly reached: boolean }[]>
  >;
  /** What the spec's views showed, by name: the values seen, sorted; null: too many to be kept. */
  readonly views: Readonly<Record<string, readonly string[] | null>>;
  readonly states: { readonly generated: number; readonly distinct: number; readonly depth: number };
  readonly seconds: number;
  /** Null if the cell was not checked at all. */
  readonly stop: Stop | null;
  /** Chance that two states were taken for one. */
  readonly collisionProbability: number | null;
  /** Stores that a CPU's buffer holds, and whether one was full; null under sc or if nothing is shared. */
  readonly buffer: { readonly bound: number; readonly full: boolean } | null;
  /** Constraints beyond which nothing was explored. */
  readonly constraints: readonly NamedText[];
  /** Whether an assertion failed; what would come after it was not explored. */
  readonly asserted: boolean;
  /** The model's steps, such as `closer.put`, and whether each was ever taken. */
  readonly steps: Readonly<Record<string, boolean>>;
}

/** A formula by its name and its text (with that of what it is stated with), on one line. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A question about a patched cell: does it have a counterexample that is one of base too? Plain data. */
export interface Comparison {
  /** Index in `ReviewPlan.cells` of the patched cell. */
  readonly cell: number;
  /** Index of its base. */
  readonly base: number;
  /** The column's key. */
  readonly column: string;
  /** The shortest counterexamples of the two. */
  readonly path: readonly PathStep[];
  readonly basePath: readonly PathStep[];
}

/** The answer. Plain data. */
export type ComparisonReport = Comparison & {
  readonly answer: /** A counterexample of the patched cell, and one of base that takes the same steps. */
    | {
        readonly kind: "shared";
        readonly path: readonly PathStep[];
        readonly base: readonly PathStep[];
        /** The assertion that fails in both; null if it is another column. */
        readonly assertion: FailedAssertion | null;
      }
    | { readonly kind: "different" }
    | { readonly kind: "unknown"; readonly why: string };
};

/** H, V, H-vacuous, U of one column in one cell. */
export type Outcome = "holds" | "violated" | "vacuous" | "unknown";

/** A cell's place in the matrix with what came out there. */
export interface Judged {
  readonly cell: number;
  readonly base: Outcome | null;
  readonly patched: Outcome;
  /** What is no longer reached, if vacuous; why it is unknown. */
  readonly why: string | null;
}

/** A counterexample with all that is needed to draw it. */
export interface Race {
  readonly cell: Cell;
  readonly column: Column;
  readonly model: Model;
  readonly instances: readonly ProcessInstance[];
  readonly violation: Violation;
  /** Where to hold up a process so that it happens, best first. */
  readonly windows: readonly Window[];
}

/** What a patch does to a column, with the evidence. */
export interface PatchVerdict {
  readonly patch: string;
  readonly column: Column;
  /** `new`: the patch brings the property, so there is no base to compare with. */
  readonly verdict: Verdict | "new";
  /** In the order of the matrix, only cells that have the column. */
  readonly cells: readonly Judged[];
  /** Cells of which the counterexample was looked for in base. */
  readonly compared: readonly ComparisonReport[];
  /** What to show: the race that survives, the new one, the one that differs. */
  readonly race: Race | null;
  /** The same race in base, for `hides`. */
  readonly baseRace: Race | null;
}

/** A view's values that a patch made reachable, or no longer reachable, in one cell. */
export interface ViewDifference {
  readonly view: string;
  readonly cell: number;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** All that a review came to. */
export interface Review {
  readonly plan: ReviewPlan;
  /** One for each of the plan's cells. */
  readonly reports: readonly CellReport[];
  /** By cell, then by column (both as in the plan); null where the cell does not have the column. */
  readonly matrix: readonly (readonly (Outcome | null)[])[];
  /** Patches in order, and for each the columns in order. */
  readonly verdicts: readonly PatchVerdict[];
  readonly requirements: readonly (Requirement & {
    readonly met: boolean;
    readonly found: Verdict | "new";
  })[];
  readonly views: readonly ViewDifference[];
  /** Whether every patch fixes or has no effect; if something is required: whether all of that is met. */
  readonly ok: boolean;
}

/** The key of a column in `CellReport.findings`. No property can be named like the keys of the other two. */
export function columnKey(column: Column): string {
  return column.kind === "property" ? column.name : `(${column.kind})`;
}

/** What a reader calls a column. */
export function columnName(column: Column): string {
  return column.kind === "property" ? column.name : column.kind;
}
