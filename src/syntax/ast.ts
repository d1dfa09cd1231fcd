/**
 * The syntax tree of both file forms: TLA+ modules and `.qsc` specs.
 * Everything is plain, immutable data; every node says where it stands.
 * The tree keeps what the writer meant, not how it was spaced: parentheses are gone, junction lists are kept
 * apart from infix `/\` and `\/` because the printer lays them out again.
 */
import type { AssumeProve, Proof, UseUnit } from "./ast-proof.js";
import type { SpecUnit } from "./ast-spec.js";
import type { Span } from "./source.js";

export type * from "./ast-proof.js";
export type * from "./ast-spec.js";

export interface Name {
  readonly name: string;
  readonly span: Span;
}

// ───────────────────────────── expressions ─────────────────────────────

export type Expr =
  | Reference
  | OperatorUse
  | NumberLiteral
  | StringLiteral
  | AtSign
  | Junction
  | IfExpr
  | CaseExpr
  | LetExpr
  | QuantifierExpr
  | TemporalQuantifier
  | ChooseExpr
  | SetEnumeration
  | SetFilter
  | SetMap
  | FunctionLiteral
  | FunctionSet
  | RecordLiteral
  | RecordSet
  | ExceptExpr
  | FunctionApplication
  | FieldAccess
  | TupleExpr
  | CartesianProduct
  | ActionBox
  | FairnessExpr
  | Lambda
  | LabelledExpr
  | PartReference;

/**
 * `x`, `Op(a, b)`, `M!Op(a)`, `I(3)!J!Op`, and operators named without arguments where one is passed (`+`, `-.`).
 * TRUE, FALSE, BOOLEAN and STRING are references too.
 */
export interface Reference {
  readonly kind: "reference";
  /** Instances gone through, outermost first; empty for a plain name. */
  readonly path: readonly { readonly name: string; readonly args: readonly Expr[]; readonly span: Span }[];
  readonly name: string;
  readonly args: readonly Expr[];
  readonly span: Span;
}

/**
 * A prefix, infix or postfix operator with its operands, e.g. `a \cup b`, `~p`, `x'`.
 * `op` is the canonical spelling of the operator table (`\leq` and `=<` are `<=`; `\land` is `/\`; prefix minus is `-.`).
 * `ENABLED`, `UNCHANGED`, `DOMAIN`, `SUBSET`, `UNION`, `[]`, `<>` are prefix operators; `'` is postfix.
 */
export interface OperatorUse {
  readonly kind: "operator";
  readonly fixity: "prefix" | "infix" | "postfix";
  readonly op: string;
  readonly operands: readonly Expr[];
  /** Where the operator's symbol stands. */
  readonly opSpan: Span;
  readonly span: Span;
}

/** Digits as written, without base prefix: `\b101` is base 2, text "101"; `3.14` is base 10, text "3.14". */
export interface NumberLiteral {
  readonly kind: "number";
  readonly text: string;
  readonly base: 2 | 8 | 10 | 16;
  readonly span: Span;
}

/** The string's value: escapes resolved, quotes gone. */
export interface StringLiteral {
  readonly kind: "string";
  readonly value: string;
  readonly span: Span;
}

/** `@` within EXCEPT. */
export interface AtSign {
  readonly kind: "at";
  readonly span: Span;
}

/** An aligned list of `/\` or `\/` bullets. */
export interface Junction {
  readonly kind: "junction";
  readonly op: "/\\" | "\\/";
  readonly items: readonly Expr[];
  readonly span: Span;
}

export interface IfExpr {
  readonly kind: "if";
  readonly condition: Expr;
  readonly then: Expr;
  readonly else: Expr;
  readonly span: Span;
}

export interface CaseExpr {
  readonly kind: "case";
  readonly arms: readonly { readonly guard: Expr; readonly body: Expr; readonly span: Span }[];
  readonly other: Expr | null;
  readonly span: Span;
}

export interface LetExpr {
  readonly kind: "let";
  readonly units: readonly (
    | OperatorDefinition
    | FunctionDefinition
    | InstanceDefinition
    | RecursiveDeclaration
  )[];
  readonly body: Expr;
  readonly span: Span;
}

/** What a bound introduces: one name, or a tuple of names taken apart. */
export type Pattern =
  | { readonly kind: "name"; readonly name: string; readonly span: Span }
  | { readonly kind: "tuple"; readonly names: readonly Name[]; readonly span: Span };

/** `x, y \in S` or `<<a, b>> \in S`; `set` is null for unbounded quantifiers. */
export interface Bound {
  readonly patterns: readonly Pattern[];
  readonly set: Expr | null;
  readonly span: Span;
}

export interface QuantifierExpr {
  readonly kind: "quantifier";
  readonly quantifier: "forall" | "exists";
  readonly bounds: readonly Bound[];
  readonly body: Expr;
  readonly span: Span;
}

/** `\AA x : F`, `\EE x : F`. */
export interface TemporalQuantifier {
  readonly kind: "temporalQuantifier";
  readonly quantifier: "forall" | "exists";
  readonly names: readonly Name[];
  readonly body: Expr;
  readonly span: Span;
}

export interface ChooseExpr {
  readonly kind: "choose";
  readonly pattern: Pattern;
  readonly set: Expr | null;
  readonly body: Expr;
  readonly span: Span;
}

export interface SetEnumeration {
  readonly kind: "setEnumeration";
  readonly items: readonly Expr[];
  readonly span: Span;
}

/** `{x \in S : P}`. */
export interface SetFilter {
  readonly kind: "setFilter";
  readonly pattern: Pattern;
  readonly set: Expr;
  readonly predicate: Expr;
  readonly span: Span;
}

/** `{e : x \in S, y \in T}`. */
export interface SetMap {
  readonly kind: "setMap";
  readonly body: Expr;
  readonly bounds: readonly Bound[];
  readonly span: Span;
}

/** `[x \in S |-> e]`. */
export interface FunctionLiteral {
  readonly kind: "function";
  readonly bounds: readonly Bound[];
  readonly body: Expr;
  readonly span: Span;
}

/** `[S -> T]`. */
export interface FunctionSet {
  readonly kind: "functionSet";
  readonly domain: Expr;
  readonly range: Expr;
  readonly span: Span;
}

/** `[a |-> 1, b |-> 2]`. */
export interface RecordLiteral {
  readonly kind: "record";
  readonly fields: readonly { readonly name: Name; readonly value: Expr }[];
  readonly span: Span;
}

/** `[a : S, b : T]`. */
export interface RecordSet {
  readonly kind: "recordSet";
  readonly fields: readonly { readonly name: Name; readonly set: Expr }[];
  readonly span: Span;
}

/** One step of an EXCEPT path or of an assignment's left side: `[i, j]` or `.name`. */
export type Selector =
  | { readonly kind: "index"; readonly args: readonly Expr[]; readonly span: Span }
  | { readonly kind: "field"; readonly name: Name; readonly span: Span };

/** `[f EXCEPT ![i].a = e, ![j] = e2]`. */
export interface ExceptExpr {
  readonly kind: "except";
  readonly base: Expr;
  readonly updates: readonly {
    readonly path: readonly Selector[];
    readonly value: Expr;
    readonly span: Span;
  }[];
  readonly span: Span;
}

/** `f[a]`, `f[a, b]`. */
export interface FunctionApplication {
  readonly kind: "application";
  readonly fn: Expr;
  readonly args: readonly Expr[];
  readonly span: Span;
}

/** `r.name`; in a `.qsc` spec also a process's local seen from outside. */
export interface FieldAccess {
  readonly kind: "field";
  readonly record: Expr;
  readonly name: Name;
  readonly span: Span;
}

export interface TupleExpr {
  readonly kind: "tuple";
  readonly items: readonly Expr[];
  readonly span: Span;
}

/** `A \X B \X C`: one n-ary operator, as `\X` is not associative. */
export interface CartesianProduct {
  readonly kind: "product";
  readonly factors: readonly Expr[];
  readonly span: Span;
}

/** `[A]_v` (box) and `<<A>>_v` (angle). */
export interface ActionBox {
  readonly kind: "actionBox";
  readonly form: "box" | "angle";
  readonly action: Expr;
  readonly subscript: Expr;
  readonly span: Span;
}

/** `WF_v(A)`, `SF_v(A)`. */
export interface FairnessExpr {
  readonly kind: "fairness";
  readonly strength: "weak" | "strong";
  readonly subscript: Expr;
  readonly action: Expr;
  readonly span: Span;
}

/** `LAMBDA x, y : e`. */
export interface Lambda {
  readonly kind: "lambda";
  readonly params: readonly Name[];
  readonly body: Expr;
  readonly span: Span;
}

/** `name:: e`, `name(x, y):: e`: a name for a part of a formula; it means `e`. The parameters are names bound around it. */
export interface LabelledExpr {
  readonly kind: "label";
  readonly name: Name;
  readonly params: readonly Name[];
  readonly body: Expr;
  readonly span: Span;
}

/**
 * `Def!1`, `I!Def(a)!(b)!<<!lab!:`: a part of a definition, named by the way to it ("TLA+ Version 2", section 4).
 * A way of plain names only, `A!B!C(x)`, is a `Reference`: what A and B are tells names of instances from labels.
 */
export interface PartReference {
  readonly kind: "part";
  /** The names before the first selector that is none. */
  readonly root: Reference;
  readonly selectors: readonly PartSelector[];
  readonly span: Span;
}

export type PartSelector =
  /** `!3` */
  | { readonly kind: "operand"; readonly index: number; readonly span: Span }
  /** `!<<` and `!>>`: the first and the last of two operands */
  | { readonly kind: "left" | "right"; readonly span: Span }
  /** `!@`: the body of a binding construct, its names left as they are */
  | { readonly kind: "body"; readonly span: Span }
  /** `!:`: the definition itself, as a fact */
  | { readonly kind: "definition"; readonly span: Span }
  /** `!(a, b)`: the body of a binding construct, values in the place of its names */
  | { readonly kind: "arguments"; readonly args: readonly Expr[]; readonly span: Span }
  /** `!lab(a)`, or a definition of the LET that the way has led to */
  | { readonly kind: "name"; readonly name: string; readonly args: readonly Expr[]; readonly span: Span };

// ───────────────────────────── TLA+ units ─────────────────────────────

/** A parameter of an operator; `arity` > 0 for an operator parameter such as `F(_, _)`. Infix ones: name `+`, arity 2. */
export interface Parameter {
  readonly name: string;
  readonly arity: number;
  readonly span: Span;
}

/** `CONSTANTS A, F(_)`. */
export interface ConstantDeclaration {
  readonly kind: "constants";
  readonly constants: readonly Parameter[];
  readonly span: Span;
}

/** `VARIABLES x, y`. */
export interface VariableDeclaration {
  readonly kind: "variables";
  readonly variables: readonly Name[];
  readonly span: Span;
}

/** `RECURSIVE F(_), g`. */
export interface RecursiveDeclaration {
  readonly kind: "recursive";
  readonly operators: readonly Parameter[];
  readonly span: Span;
}

/** `Op(a, F(_)) == e`, `a \prec b == e`, `-. a == e`, `a^+ == e`. */
export interface OperatorDefinition {
  readonly kind: "definition";
  readonly local: boolean;
  readonly name: Name;
  readonly fixity: "named" | "prefix" | "infix" | "postfix";
  readonly params: readonly Parameter[];
  readonly body: Expr;
  readonly span: Span;
}

/** `f[x \in S, y \in T] == e`. */
export interface FunctionDefinition {
  readonly kind: "functionDefinition";
  readonly local: boolean;
  readonly name: Name;
  readonly bounds: readonly Bound[];
  readonly body: Expr;
  readonly span: Span;
}

/** `INSTANCE M WITH a <- e, + <- f`. `to` may name an operator. */
export interface Instance {
  readonly module: Name;
  readonly substitutions: readonly { readonly from: Name; readonly to: Expr; readonly span: Span }[];
  readonly span: Span;
}

/** `[LOCAL] INSTANCE M WITH …`. */
export interface InstanceUnit {
  readonly kind: "instance";
  readonly local: boolean;
  readonly instance: Instance;
  readonly span: Span;
}

/** `[LOCAL] I(x, y) == INSTANCE M WITH …`. */
export interface InstanceDefinition {
  readonly kind: "instanceDefinition";
  readonly local: boolean;
  readonly name: Name;
  readonly params: readonly Parameter[];
  readonly instance: Instance;
  readonly span: Span;
}

/** `ASSUME [Name ==] e` (also ASSUMPTION, AXIOM). */
export interface Assumption {
  readonly kind: "assume";
  /** Written as AXIOM, which no model checker has to check. */
  readonly axiom: boolean;
  readonly name: Name | null;
  readonly body: Expr;
  readonly span: Span;
}

/** `THEOREM [Name ==] e` (also LEMMA, PROPOSITION, COROLLARY) with its proof. */
export interface Theorem {
  readonly kind: "theorem";
  readonly name: Name | null;
  readonly statement: Expr | AssumeProve;
  readonly proof: Proof | null;
  readonly span: Span;
}

export interface NestedModule {
  readonly kind: "nestedModule";
  readonly module: Module;
  readonly span: Span;
}

export type TlaUnit =
  | ConstantDeclaration
  | VariableDeclaration
  | RecursiveDeclaration
  | OperatorDefinition
  | FunctionDefinition
  | InstanceUnit
  | InstanceDefinition
  | Assumption
  | Theorem
  | UseUnit
  | NestedModule;

// ───────────────────────────── modules ─────────────────────────────

/** A TLA+ module, or a `.qsc` spec (`form` "spec"), whose units may be any. */
export interface Module {
  readonly kind: "module";
  readonly form: "module" | "spec";
  readonly name: Name;
  readonly extends: readonly Name[];
  readonly units: readonly SpecUnit[];
  readonly span: Span;
}
