/** Definitions while their module is elaborated: their bodies come only after others have referred to them. */
import type { AssumeProve, Expr, FunctionDefinition, StepBody } from "../syntax/ast.js";
import type { Span } from "../syntax/source.js";
import type { Core, Definition, Level, Local, StepInfo } from "./core.js";
import type { ModuleMeaning } from "./entities.js";
import type { Labels } from "./labels.js";
import type { Place } from "./place.js";

/** What a definition says as it is written, kept for those who name a part of it. */
export type DefinitionText =
  | { readonly kind: "expression"; readonly body: Expr; readonly place: Place }
  /** `f[x \in S] == e`; at the place the function's own name has its meaning. */
  | { readonly kind: "function"; readonly unit: FunctionDefinition; readonly place: Place }
  | SequentText
  /** A step of a proof that states nothing by itself: what it says after its keyword. */
  | {
      readonly kind: "step";
      readonly what: StepBody;
      readonly place: Place;
      readonly labels: Labels;
    };

/** ASSUME/PROVE: a fact, but no expression. */
export interface SequentText {
  readonly kind: "sequent";
  readonly sequent: AssumeProve;
  readonly labels: Labels;
  /** Where each assumption stands, and then the goal. */
  readonly places: readonly Place[];
  readonly suffices: boolean;
  /** Whether its proof is being looked at: within, the names that it declares have a meaning. */
  inProof: boolean;
}

/** A definition as it stands in a module's text, or in a LET. */
export class TextDefinition implements Definition {
  params: readonly Local[];
  level: Level = 0;
  /** For `f[x \in S, …] == e`: how many arguments the function takes. */
  functionArity: number | null = null;
  text: DefinitionText | null = null;
  /** A theorem, an assumption or a step of a proof. */
  fact = false;
  /** For a definition of a LET: all definitions of the LET. */
  siblings: Definition[] | null = null;
  #body: Core | null = null;
  #written: Core | null = null;

  constructor(
    readonly name: string,
    params: readonly Local[],
    readonly scope: "global" | "local",
    readonly recursive: boolean,
    readonly step: StepInfo | null,
    readonly span: Span,
    /** The module whose text it stands in. */
    readonly home: ModuleMeaning,
  ) {
    this.params = params;
  }

  /** False while it is only declared RECURSIVE, or being defined. */
  get complete(): boolean {
    return this.#body !== null;
  }

  get body(): Core {
    if (this.#body === null) throw new Error(`the definition of ${this.name} is not complete`);
    return this.#body;
  }

  set body(body: Core) {
    this.#body = body;
  }

  /** What the text says, where the configuration has put something else in the place of the name. */
  get written(): Core {
    return this.#written ?? this.body;
  }

  /** Whether the configuration has put something else in the place of the name. */
  get replaced(): boolean {
    return this.#written !== null;
  }

  /**
   * Makes the name mean something else wherever a text uses it. Instances keep what the text says for what they
   * themselves define: for `I!Op`, though not for other definitions of I that use Op. So it is in TLC, where the name's
   * node has the replacement, and an instance shares only the definition's body (SpecProcessor, processSpec).
   */
  replace(body: Core): void {
    this.#written ??= this.body;
    this.#body = body;
  }
}
