/** Definitions while their module is elaborated: their bodies come only after others have referred to them. */
import type { Span } from "../syntax/source.js";
import type { Core, Definition, Level, Local, StepInfo } from "./core.js";
import type { ModuleMeaning } from "./entities.js";

/** A definition as it stands in a module's text, or in a LET. */
export class TextDefinition implements Definition {
  params: readonly Local[];
  level: Level = 0;
  /** For `f[x \in S, …] == e`: how many arguments the function takes. */
  functionArity: number | null = null;
  #body: Core | null = null;

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
}
