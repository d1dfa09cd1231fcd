/** The syntax tree of proofs, and of what only proofs need. Model checking looks at none of it. */
import type {
  Bound,
  Expr,
  FunctionDefinition,
  Instance,
  InstanceDefinition,
  Name,
  OperatorDefinition,
} from "./ast.js";
import type { Span } from "./source.js";

/** `ASSUME a, NEW x \in S PROVE g`; `box` for `[]ASSUME … []PROVE`. */
export interface AssumeProve {
  readonly kind: "assumeProve";
  readonly box: boolean;
  readonly assumptions: readonly Assumed[];
  readonly goal: Expr;
  readonly span: Span;
}

/** One assumption. An inner ASSUME/PROVE may have a label. */
export type Assumed =
  | { readonly kind: "fact"; readonly fact: Expr; readonly span: Span }
  | {
      readonly kind: "nested";
      readonly label: Name | null;
      readonly sequent: AssumeProve;
      readonly span: Span;
    }
  | NewName;

/** `NEW [CONSTANT|VARIABLE|STATE|ACTION|TEMPORAL] x [\in S]`, `NEW F(_)`. */
export interface NewName {
  readonly kind: "new";
  readonly level: "constant" | "variable" | "state" | "action" | "temporal";
  readonly name: string;
  readonly arity: number;
  readonly set: Expr | null;
  readonly span: Span;
}

export type Proof =
  | { readonly kind: "obvious" | "omitted"; readonly span: Span }
  | { readonly kind: "by"; readonly only: boolean; readonly facts: Facts; readonly span: Span }
  | { readonly kind: "steps"; readonly steps: readonly ProofStep[]; readonly span: Span };

/** What BY, USE and HIDE list; `MODULE M` stands for all facts or definitions of a module. */
export interface Facts {
  readonly facts: readonly (Expr | ModuleName)[];
  readonly defs: readonly (Expr | ModuleName)[];
}

export interface ModuleName {
  readonly kind: "moduleName";
  readonly module: Name;
  readonly span: Span;
}

/** `USE …`, `HIDE …` in a module or a proof. */
export interface UseUnit {
  readonly kind: "use";
  readonly hide: boolean;
  readonly only: boolean;
  readonly facts: Facts;
  readonly span: Span;
}

/**
 * `<1>2. what` with its own proof. The levels of `<*>` and `<+>` are those that they stand for; `label` is null for a
 * step without a name, `<1>`. As a fact a step is a `Reference` by the name `<1>2`, its level in plain digits.
 */
export interface ProofStep {
  readonly level: number;
  readonly label: string | null;
  /** Where the `<1>2.` stands. */
  readonly nameSpan: Span;
  readonly what: StepBody;
  readonly proof: Proof | null;
  readonly span: Span;
}

export type StepBody =
  | {
      readonly kind: "assert";
      readonly suffices: boolean;
      readonly statement: Expr | AssumeProve;
      readonly span: Span;
    }
  | { readonly kind: "case"; readonly condition: Expr; readonly span: Span }
  | { readonly kind: "have"; readonly fact: Expr; readonly span: Span }
  | { readonly kind: "take"; readonly bounds: readonly Bound[]; readonly span: Span }
  | { readonly kind: "witness"; readonly witnesses: readonly Expr[]; readonly span: Span }
  | {
      readonly kind: "pick";
      readonly bounds: readonly Bound[];
      readonly condition: Expr;
      readonly span: Span;
    }
  | {
      readonly kind: "define";
      readonly units: readonly (OperatorDefinition | FunctionDefinition | InstanceDefinition)[];
      readonly span: Span;
    }
  | { readonly kind: "instance"; readonly instance: Instance; readonly span: Span }
  | { readonly kind: "useStep"; readonly use: UseUnit; readonly span: Span }
  | { readonly kind: "qed"; readonly span: Span };
