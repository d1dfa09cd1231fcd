/** The syntax tree of an algorithm: plain, immutable data. */
import type { Span } from "../syntax/source.js";
import type { Formula } from "./formula.js";

/** Where a statement or declaration begins. */
export interface Place {
  readonly span: Span;
  /** As the translation tells it: counted without an older translation in the file, tabs as blanks. */
  readonly line: number;
  readonly column: number;
  /** Where the macro is called that it comes from: the outermost one. */
  readonly call: { readonly line: number; readonly column: number; readonly span: Span } | null;
}

/** A label as it is written. */
export interface Label {
  readonly name: string;
  /** `+` asks for strong fairness of its step, `-` for none. */
  readonly fairness: "+" | "-" | null;
  readonly span: Span;
}

/** A variable or a parameter. */
export interface Declaration {
  readonly name: string;
  readonly relation: "=" | "\\in";
  /** The value, or the set that it is in; `defaultInitValue` where none is given. */
  readonly value: Formula;
  readonly at: Place;
}

/** `macro m(a) …`. */
export interface Macro {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: readonly Statement[];
  readonly at: Place;
}

/** What has statements: a procedure, a process, or an algorithm without processes. */
export interface Owner {
  /** Labels with `+`, and with `-`, in the order of the text. */
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  /** The procedures that it calls, in the order of the text. */
  readonly calls: readonly string[];
}

/** `procedure p(a) …`. */
export interface Procedure<Body> extends Owner {
  readonly name: string;
  readonly parameters: readonly Declaration[];
  readonly variables: readonly Declaration[];
  readonly body: Body;
  readonly at: Place;
}

/** `process p \in S …`. */
export interface Process<Body> extends Owner {
  readonly name: string;
  readonly fairness: "unfair" | "weak" | "strong";
  /** `=` for one process, `\in` for one of each element. */
  readonly relation: "=" | "\\in";
  readonly identity: Formula;
  readonly variables: readonly Declaration[];
  readonly body: Body;
  readonly at: Place;
}

/** A name that an expression or a `with` binds. */
export interface Binder {
  readonly name: string;
  readonly span: Span;
  /** The process or procedure that it stands in; "" for the algorithm. */
  readonly owner: string;
}

/** An algorithm; `Body` is a sequence of statements as written, or of steps once labels have divided it. */
export interface Algorithm<Body> {
  readonly name: string;
  /** `--fair algorithm`. */
  readonly fair: boolean;
  /** `fair` before the body, of version 1.5; null if it is not there. */
  readonly fairBody: Span | null;
  readonly variables: readonly Declaration[];
  readonly define: Formula;
  readonly macros: readonly Macro[];
  readonly procedures: readonly Procedure<Body>[];
  /** Null where the algorithm has a body of its own. */
  readonly processes: readonly Process<Body>[] | null;
  readonly body: Body | null;
  readonly binders: readonly Binder[];
  readonly at: Place;
}

/** Statements in the order of the text, with their labels. */
export type Written = readonly Statement[];

/** What happens from one label to the next. */
export interface Step {
  readonly label: string;
  /** Where the label stands; for one that was added, the statement. */
  readonly span: Span;
  readonly statements: readonly Statement[];
  readonly at: Place;
}

/** A part of a compound statement: what belongs to the step at hand, and then steps of their own. */
export interface Branch {
  readonly plain: readonly Statement[];
  readonly steps: readonly Step[];
}

interface Common {
  readonly label: Label | null;
  readonly at: Place;
}

/** One part of an assignment: `x[i].f := e`. */
export interface Assignment {
  readonly variable: string;
  /** `[i].field` of the left side. */
  readonly path: Formula;
  readonly value: Formula;
  readonly at: Place;
}

export type Assign = Common & { readonly kind: "assign"; readonly parts: readonly Assignment[] };
export type If = Common & {
  readonly kind: "if";
  readonly condition: Formula;
  readonly then: Branch;
  readonly else: Branch;
  /** Whether there are labels in it. */
  readonly labelled: boolean;
};
export type Either = Common & {
  readonly kind: "either";
  readonly branches: readonly Branch[];
  /** Whether there are labels in it. */
  readonly labelled: boolean;
};
export type While = Common & { readonly kind: "while"; readonly condition: Formula; readonly body: Branch };
export type With = Common & {
  readonly kind: "with";
  readonly variable: string;
  readonly relation: "=" | "\\in";
  readonly value: Formula;
  readonly body: readonly Statement[];
};
export type Await = Common & { readonly kind: "await"; readonly condition: Formula };
export type Print = Common & { readonly kind: "print"; readonly value: Formula };
export type Assert = Common & { readonly kind: "assert"; readonly condition: Formula };
export type Skip = Common & { readonly kind: "skip" };
/** `then` is what follows without a label: control returns there, or leaves this procedure as well. */
export type Call = Common & {
  readonly kind: "call";
  readonly procedure: string;
  readonly args: readonly Formula[];
  readonly then:
    | { readonly kind: "next" }
    /** `from` is the procedure that it leaves; null in a macro. */
    | { readonly kind: "return"; readonly from: string | null }
    | { readonly kind: "goto"; readonly label: string };
};
export type Return = Common & { readonly kind: "return"; readonly from: string | null };
export type Goto = Common & { readonly kind: "goto"; readonly target: string };
export type MacroCall = Common & {
  readonly kind: "macroCall";
  readonly macro: string;
  readonly args: readonly Formula[];
};

/** A statement; what those of each kind do is said in docs/pluscal.md. */
export type Statement =
  | Assign
  | If
  | Either
  | While
  | With
  | Await
  | Print
  | Assert
  | Skip
  | Call
  | Return
  | Goto
  | MacroCall;
