/**
 * Core: what a module means once names are resolved. The evaluators read this, never the syntax tree.
 *
 * Bound names are objects (`Local`), compared by identity, so that substitution and instances need no renaming.
 * Instances are elaborated into definitions of their own with the substitution carried out.
 * Infix, prefix and postfix forms, `M!Op`, `LET`, function definitions and junction lists have all become the few
 * forms below.
 */
import type { Span } from "../syntax/source.js";
import type { Value } from "../values/value.js";

/** 0: constants only; 1: variables too; 2: primes too; 3: temporal operators too ("Specifying Systems", 17.2). */
export type Level = 0 | 1 | 2 | 3;

/** A name bound by a quantifier, CHOOSE, function, set, LAMBDA, EXCEPT's `@`, or an operator's parameter. */
export interface Local {
  readonly name: string;
  /** 0 for a value, n for an operator parameter `F(_, …)`. */
  readonly arity: number;
  readonly span: Span;
}

export interface Variable {
  /** Name in the TLA+ module. */
  readonly name: string;
  /** Slot in a state. */
  readonly index: number;
  /** What the user sees: `closer.held` for a process's local, else the name. */
  readonly display: string;
  readonly span: Span;
}

export interface Constant {
  readonly name: string;
  readonly arity: number;
  readonly span: Span;
  /** A value (from .cfg, --set or a model value), or a definition that stands for it (`C <- Def`, a `.qsc` default). */
  readonly binding:
    | { readonly kind: "value"; readonly value: Value }
    | { readonly kind: "definition"; readonly definition: Definition };
}

/** What a step of a process tells the user wherever it shows up. */
export interface StepInfo {
  /** A step of a process, or one in which memory shows a store that a CPU's buffer held. */
  readonly kind: "process" | "memory";
  /** The step's name in the spec, e.g. `take`. */
  readonly name: string;
  /** The process (or procedure) it belongs to, e.g. `umount`. */
  readonly process: string;
  /** The C text, if the spec gives one. */
  readonly c: string | null;
  /** Where that C lives, e.g. `fs/namespace.c:do_umount`. */
  readonly anchor: string | null;
  /** May wait here for ever without a deadlock. */
  readonly rest: boolean;
  /** The label in the spec. */
  readonly span: Span;
}

export interface Definition {
  /** As the user would write it, e.g. `Next`, `M!Next`, `closer_put`. */
  readonly name: string;
  readonly params: readonly Local[];
  /** Set once, after the definition object exists, since bodies of RECURSIVE operators refer to it. */
  body: Core;
  /** `local`: defined in a LET; a use finds its surroundings in the environment under this object. */
  readonly scope: "global" | "local";
  readonly recursive: boolean;
  level: Level;
  readonly step: StepInfo | null;
  readonly span: Span;
}

/** One bound of a quantifier, function, or set: `x \in S`, or `<<a, b>> \in S` taken apart. */
export interface CoreBound {
  readonly locals: readonly Local[];
  /** True: the element is a tuple that gives each local a component. False: exactly one local. */
  readonly destructure: boolean;
  readonly set: Core;
}

/**
 * A variable of a module that an instance replaces by an expression, where it is bound: within ENABLED, and between
 * the two actions of `\cdot`. There it stays a variable of its own, which has the expression's value in the state
 * that a step starts in ("Specifying Systems", 17.8).
 */
export interface ReplacedVariable {
  readonly variable: Variable;
  readonly value: Core;
}

/** An argument of an operator: an expression, or an operator passed to an operator parameter. */
export type CoreArgument = Core | OperatorArgument;

/** Only ever an argument, or the value bound to a local of arity > 0. */
export type OperatorArgument =
  | { readonly kind: "operatorDefinition"; readonly definition: Definition; readonly span: Span }
  | { readonly kind: "operatorLocal"; readonly local: Local; readonly span: Span }
  /** A built-in or native operator passed by name, e.g. `FoldFunction(+, 0, f)`. */
  | { readonly kind: "operatorBuiltin"; readonly op: Builtin; readonly arity: number; readonly span: Span }
  | { readonly kind: "operatorNative"; readonly key: string; readonly arity: number; readonly span: Span }
  | { readonly kind: "operatorConstant"; readonly constant: Constant; readonly span: Span }
  | { readonly kind: "lambda"; readonly params: readonly Local[]; readonly body: Core; readonly span: Span };

/** The operators of the language itself that just map values to a value. */
export type Builtin =
  | "~"
  | "=>"
  | "<=>"
  | "="
  | "/="
  | "\\in"
  | "\\notin"
  | "\\subseteq"
  | "\\cup"
  | "\\cap"
  | "\\"
  | "SUBSET"
  | "UNION"
  | "DOMAIN";

export type Core =
  | { readonly kind: "literal"; readonly value: Value; readonly span: Span }
  | {
      readonly kind: "constant";
      readonly constant: Constant;
      readonly args: readonly CoreArgument[];
      readonly span: Span;
    }
  | { readonly kind: "variable"; readonly variable: Variable; readonly span: Span }
  /** A bound name; with arguments if it is an operator parameter. */
  | {
      readonly kind: "local";
      readonly local: Local;
      readonly args: readonly CoreArgument[];
      readonly span: Span;
    }
  /** A defined operator applied. */
  | {
      readonly kind: "call";
      readonly definition: Definition;
      readonly args: readonly CoreArgument[];
      readonly span: Span;
    }
  | { readonly kind: "builtin"; readonly op: Builtin; readonly args: readonly Core[]; readonly span: Span }
  /** An operator of a standard module that is evaluated natively; `key` is `Module!Op`, e.g. `Naturals!+`. */
  | {
      readonly kind: "native";
      readonly key: string;
      readonly args: readonly CoreArgument[];
      readonly span: Span;
    }
  | { readonly kind: "and"; readonly items: readonly Core[]; readonly span: Span }
  | { readonly kind: "or"; readonly items: readonly Core[]; readonly span: Span }
  | {
      readonly kind: "if";
      readonly condition: Core;
      readonly then: Core;
      readonly else: Core;
      readonly span: Span;
    }
  | {
      readonly kind: "case";
      readonly arms: readonly { readonly guard: Core; readonly body: Core }[];
      readonly other: Core | null;
      readonly span: Span;
    }
  | {
      readonly kind: "let";
      readonly definitions: readonly Definition[];
      readonly body: Core;
      readonly span: Span;
    }
  | {
      readonly kind: "quantifier";
      readonly quantifier: "forall" | "exists";
      readonly bounds: readonly CoreBound[];
      readonly body: Core;
      readonly span: Span;
    }
  /** A quantifier or CHOOSE without a set: only an error when it is evaluated. */
  | {
      readonly kind: "unbounded";
      readonly what: "forall" | "exists" | "choose";
      readonly locals: readonly Local[];
      readonly body: Core;
      readonly span: Span;
    }
  | { readonly kind: "choose"; readonly bound: CoreBound; readonly body: Core; readonly span: Span }
  | { readonly kind: "setEnumeration"; readonly items: readonly Core[]; readonly span: Span }
  | { readonly kind: "setFilter"; readonly bound: CoreBound; readonly predicate: Core; readonly span: Span }
  | {
      readonly kind: "setMap";
      readonly bounds: readonly CoreBound[];
      readonly body: Core;
      readonly span: Span;
    }
  /**
   * `[x \in S |-> e]`; with several bounds the domain is their product.
   * `self` is the function's own name where it was defined by `f[x \in S] == e` (then e may use it).
   */
  | {
      readonly kind: "function";
      readonly self: Local | null;
      readonly bounds: readonly CoreBound[];
      readonly body: Core;
      readonly span: Span;
    }
  | { readonly kind: "functionSet"; readonly domain: Core; readonly range: Core; readonly span: Span }
  | {
      readonly kind: "record";
      readonly fields: readonly { readonly name: string; readonly value: Core }[];
      readonly span: Span;
    }
  | {
      readonly kind: "recordSet";
      readonly fields: readonly { readonly name: string; readonly set: Core }[];
      readonly span: Span;
    }
  | {
      readonly kind: "except";
      readonly base: Core;
      /** A path's element is an index (several arguments have become a tuple; a field a string literal). */
      readonly updates: readonly {
        readonly path: readonly Core[];
        readonly at: Local;
        readonly value: Core;
        readonly span: Span;
      }[];
      readonly span: Span;
    }
  /** `f[a]`, `f[a, b]` (the argument is then a tuple) and `r.name` (then a string literal). */
  | { readonly kind: "apply"; readonly fn: Core; readonly arg: Core; readonly span: Span }
  | { readonly kind: "tuple"; readonly items: readonly Core[]; readonly span: Span }
  | { readonly kind: "product"; readonly factors: readonly Core[]; readonly span: Span }
  | { readonly kind: "prime"; readonly body: Core; readonly span: Span }
  | { readonly kind: "unchanged"; readonly body: Core; readonly span: Span }
  | {
      readonly kind: "enabled";
      readonly action: Core;
      readonly replaced: readonly ReplacedVariable[];
      readonly span: Span;
    }
  /** `A \cdot B`: a step of A and then one of B, as one step ("Specifying Systems", 7.3). */
  | {
      readonly kind: "compose";
      readonly first: Core;
      readonly second: Core;
      readonly replaced: readonly ReplacedVariable[];
      readonly span: Span;
    }
  /** `[A]_v` and `<<A>>_v`. */
  | {
      readonly kind: "actionBox";
      readonly form: "box" | "angle";
      readonly action: Core;
      readonly subscript: Core;
      readonly span: Span;
    }
  | {
      readonly kind: "temporal";
      readonly op: "[]" | "<>" | "~>" | "-+->";
      readonly args: readonly Core[];
      readonly span: Span;
    }
  | {
      readonly kind: "fairness";
      readonly strength: "weak" | "strong";
      readonly subscript: Core;
      readonly action: Core;
      readonly span: Span;
    }
  /** Parsed and resolved, but without a meaning for a model checker (`\AA`, `\EE`, …); an error if evaluated. */
  | { readonly kind: "unsupported"; readonly what: string; readonly span: Span };

/** Whether an argument is an operator rather than an expression. */
export function isOperatorArgument(argument: CoreArgument): argument is OperatorArgument {
  switch (argument.kind) {
    case "operatorDefinition":
    case "operatorLocal":
    case "operatorBuiltin":
    case "operatorNative":
    case "operatorConstant":
    case "lambda":
      return true;
    default:
      return false;
  }
}

/** A bound name passed as an argument: its value, or the operator that it stands for. */
export function asArgument(local: Local, span: Span): CoreArgument {
  return local.arity === 0
    ? { kind: "local", local, args: [], span }
    : { kind: "operatorLocal", local, span };
}
