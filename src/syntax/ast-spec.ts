/** The syntax tree of what only `.qsc` specs have: their units, and the statements of processes. */
import type { Expr, Name, NumberLiteral, Pattern, Selector, StringLiteral, TlaUnit } from "./ast.js";
import type { Span } from "./source.js";

// ───────────────────────────── `.qsc` units ─────────────────────────────

/** `const N = e where P`, `const N \in …` is not a form; `const R = model {r1, r2}`. `value` null: no default. */
export interface ConstUnit {
  readonly kind: "const";
  readonly name: Name;
  readonly arity: number;
  readonly value: ConstValue | null;
  readonly where: Expr | null;
  readonly span: Span;
}

export type ConstValue =
  | { readonly kind: "expression"; readonly expr: Expr }
  /** `model {a, b}`: a set of fresh model values. */
  | { readonly kind: "modelSet"; readonly names: readonly Name[]; readonly span: Span }
  /** `model a`: one fresh model value. */
  | { readonly kind: "model"; readonly name: Name; readonly span: Span };

/** `x = e`, `x \in S` or bare `x` in `var` of a spec, process or procedure. */
export interface VarDeclarator {
  readonly name: Name;
  readonly init: { readonly kind: "equals" | "in"; readonly expr: Expr } | null;
  readonly span: Span;
}

/** `var x = e, y \in S`; `shared var …`: words that live in memory, which a memory model may show late. */
export interface VarUnit {
  readonly kind: "var";
  readonly shared: boolean;
  readonly variables: readonly VarDeclarator[];
  readonly span: Span;
}

export interface MacroUnit {
  readonly kind: "macro";
  readonly name: Name;
  readonly params: readonly Name[];
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface InlineUnit {
  readonly kind: "inline";
  readonly name: Name;
  readonly params: readonly Name[];
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface ProcedureUnit {
  readonly kind: "procedure";
  readonly name: Name;
  readonly params: readonly Name[];
  readonly anchor: StringLiteral | null;
  readonly locals: readonly VarDeclarator[];
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface ProcessUnit {
  readonly kind: "process";
  readonly name: Name;
  readonly fairness: "none" | "weak" | "strong";
  /** `= "umount"`: one instance with that identity; `\in TASK`: one per element. */
  readonly identity: { readonly kind: "equals" | "in"; readonly expr: Expr };
  /** `on cpu = e`, `on cpu \in S`: the local that says which CPU the process runs on; null: a CPU of its own. */
  readonly on: VarDeclarator | null;
  /** `when P(self)`: what every step of the process waits for besides its own conditions. */
  readonly when: Expr | null;
  readonly anchor: StringLiteral | null;
  readonly locals: readonly VarDeclarator[];
  readonly body: readonly Statement[];
  readonly span: Span;
}

/** `invariant N == e`, `property …`, `reachable …` (a witness), `constraint …`, `actionconstraint …`, `view …`. */
export interface ClaimUnit {
  readonly kind: "claim";
  readonly claim: "invariant" | "property" | "reachable" | "constraint" | "actionconstraint" | "view";
  readonly name: Name;
  readonly body: Expr;
  readonly span: Span;
}

/** `symmetry READERS, WRITERS`. */
export interface SymmetryUnit {
  readonly kind: "symmetry";
  readonly sets: readonly Expr[];
  readonly span: Span;
}

/** `scenario s "title" { const N = e … }`: overrides of constants (and `var` initial values, definitions). */
export interface ScenarioUnit {
  readonly kind: "scenario";
  readonly name: Name;
  readonly title: StringLiteral | null;
  readonly units: readonly SpecUnit[];
  readonly span: Span;
}

/** `patch p "title" on q { … }`. */
export interface PatchUnit {
  readonly kind: "patch";
  readonly name: Name;
  readonly title: StringLiteral | null;
  readonly on: readonly Name[];
  readonly edits: readonly PatchEdit[];
  readonly span: Span;
}

export type PatchEdit =
  /** `replace P.L { … }`, `before P.L { … }`, `after P.L { … }`; `owner` is a process, procedure or inline. */
  | {
      readonly kind: "edit";
      readonly where: "replace" | "before" | "after";
      readonly owner: Name;
      readonly step: Name;
      readonly body: readonly Statement[];
      readonly span: Span;
    }
  /** Anything redefined, or added, whole. */
  | { readonly kind: "redefine"; readonly unit: SpecUnit; readonly span: Span };

/** `expect S [with P] [memory tso, weak]: claim`. */
export interface ExpectUnit {
  readonly kind: "expect";
  /** A scenario's name, `every`, or `default` (the spec's defaults). */
  readonly scenario: Name;
  readonly patch: Name | null;
  /** The memory models under which it is expected; none: the scenario's or the spec's, else sc. */
  readonly memory: readonly Name[];
  readonly outcome: Outcome;
  readonly span: Span;
}

export type Outcome =
  | { readonly kind: "holds"; readonly property: Name | null }
  | { readonly kind: "violates"; readonly property: Name }
  | { readonly kind: "deadlocks" }
  | { readonly kind: "reaches"; readonly property: Name }
  /** `runs R`: the scripted run R can be taken to its end, and its assertions hold. */
  | { readonly kind: "runs"; readonly run: Name };

/** `kernel "v6.12"`: the version (or commit) that the spec models. */
export interface KernelUnit {
  readonly kind: "kernel";
  readonly version: StringLiteral;
  readonly span: Span;
}

/** `memory tso` or `memory tso buffer 2`, in a scenario or for the whole spec. */
export interface MemoryUnit {
  readonly kind: "memory";
  /** As written; whether there is such a model is seen when the spec is put together. */
  readonly model: Name;
  /** How many stores a CPU's buffer holds; null: not said. */
  readonly buffer: NumberLiteral | null;
  readonly span: Span;
}

/** `run R "title" == { umount.take; closer["aio"].put; assert P; … }`: a chosen interleaving. */
export interface RunUnit {
  readonly kind: "run";
  readonly name: Name;
  readonly title: StringLiteral | null;
  readonly steps: readonly RunStep[];
  readonly span: Span;
}

export type RunStep =
  /** `start where P`: of several initial states, those in which P holds. Only as the first item. */
  | { readonly kind: "start"; readonly where: Expr; readonly span: Span }
  /**
   * `umount.take`, `closer["aio"].put`, `memory[1].flush`, of a plain module `Send` or `Send(1, "a")`;
   * `… where P`: of the states that the step may lead to, those in which P holds.
   */
  | {
      readonly kind: "step";
      /** Null for an action of a plain module. */
      readonly owner: Name | null;
      readonly index: Expr | null;
      readonly step: Name;
      /** Arguments of a plain module's action. */
      readonly args: readonly Expr[];
      readonly where: Expr | null;
      readonly span: Span;
    }
  /** `assert P`: holds in the state (in every state) reached so far. */
  | { readonly kind: "assert"; readonly condition: Expr; readonly span: Span };

export type SpecUnit =
  | TlaUnit
  | ConstUnit
  | VarUnit
  | MacroUnit
  | InlineUnit
  | ProcedureUnit
  | ProcessUnit
  | ClaimUnit
  | SymmetryUnit
  | ScenarioUnit
  | PatchUnit
  | ExpectUnit
  | KernelUnit
  | MemoryUnit
  | RunUnit;

// ───────────────────────────── statements ─────────────────────────────

export type Statement =
  | LabelledStatement
  | Assignment
  | IfStatement
  | WhileStatement
  | EitherStatement
  | WithStatement
  | AwaitStatement
  | AssertStatement
  | PrintStatement
  | SkipStatement
  | GotoStatement
  | CallStatement
  | ReturnStatement
  | UseStatement
  | BarrierStatement
  | MigrateStatement;

/**
 * `name "C text" from "…": statement`, where a step begins; `rest` steps may wait for ever, `atomic` ones may read
 * several shared words under any memory model.
 */
export interface LabelledStatement {
  readonly kind: "labelled";
  readonly label: Name;
  readonly rest: boolean;
  readonly atomic: boolean;
  readonly c: StringLiteral | null;
  readonly anchor: StringLiteral | null;
  readonly statement: Statement;
  readonly span: Span;
}

/** `x[i].f := e || y := g`; `release x := e` and `rmw x := e` say how the store reaches memory. */
export interface Assignment {
  readonly kind: "assign";
  readonly order: "plain" | "release" | "rmw";
  readonly parts: readonly {
    readonly variable: Name;
    readonly path: readonly Selector[];
    readonly value: Expr;
    readonly span: Span;
  }[];
  readonly span: Span;
}

export interface IfStatement {
  readonly kind: "ifStatement";
  readonly condition: Expr;
  readonly then: readonly Statement[];
  /** `else if` is an `else` that holds one `if`; empty: none. */
  readonly else: readonly Statement[];
  readonly span: Span;
}

export interface WhileStatement {
  readonly kind: "while";
  readonly condition: Expr;
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface EitherStatement {
  readonly kind: "either";
  readonly branches: readonly (readonly Statement[])[];
  readonly span: Span;
}

/** `with (x \in S, y = e) { … }`. */
export interface WithStatement {
  readonly kind: "with";
  readonly bindings: readonly {
    readonly pattern: Pattern;
    readonly relation: "in" | "equals";
    readonly expr: Expr;
    readonly span: Span;
  }[];
  readonly body: readonly Statement[];
  readonly span: Span;
}

/** `await e` (also spelled `when e`). */
export interface AwaitStatement {
  readonly kind: "await";
  readonly condition: Expr;
  readonly span: Span;
}

export interface AssertStatement {
  readonly kind: "assert";
  readonly condition: Expr;
  readonly span: Span;
}

export interface PrintStatement {
  readonly kind: "print";
  readonly value: Expr;
  readonly span: Span;
}

export interface SkipStatement {
  readonly kind: "skip";
  readonly span: Span;
}

export interface GotoStatement {
  readonly kind: "goto";
  readonly label: Name;
  readonly span: Span;
}

export interface CallStatement {
  readonly kind: "call";
  readonly procedure: Name;
  readonly args: readonly Expr[];
  readonly span: Span;
}

export interface ReturnStatement {
  readonly kind: "return";
  readonly span: Span;
}

/** `name(args)`: a macro or an inline expanded in place. */
export interface UseStatement {
  readonly kind: "use";
  readonly name: Name;
  readonly args: readonly Expr[];
  readonly span: Span;
}

/**
 * `fence` (full barrier), `wmb` (orders stores), `acquire` (nothing that the models show: loads are in order),
 * `grace` (waits until every CPU's stores are visible).
 */
export interface BarrierStatement {
  readonly kind: "barrier";
  readonly barrier: "fence" | "wmb" | "acquire" | "grace";
  readonly span: Span;
}

/** `migrate to c`: the process goes on on another CPU; its old one's stores are visible by then. */
export interface MigrateStatement {
  readonly kind: "migrate";
  readonly to: Expr;
  readonly span: Span;
}
