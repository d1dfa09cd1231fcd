/** Names that an ASSUME declares: `NEW x`, `NEW STATE p`, `NEW F(_)`. */
import type { Span } from "../syntax/source.js";
import type { Level, Local } from "./core.js";

/** A name that holds anything up to a level, as a constant or a variable does; only proofs speak of it. */
export class NewLocal implements Local {
  constructor(
    readonly name: string,
    readonly arity: number,
    readonly level: Level,
    readonly span: Span,
  ) {}
}
