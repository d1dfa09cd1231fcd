/** The parser of both file forms: tokens in, a parse tree and failures out. */
import type { CstNode, IToken } from "chevrotain";
import type { Failure } from "./failure.js";
import { SpecRules } from "./rules/specs.js";

/** What the parser can be asked to read. */
export type Start = "module" | "spec" | "expression";

export class QuiesceParser extends SpecRules {
  constructor(options: { readonly skipValidations: boolean } = { skipValidations: true }) {
    super(options.skipValidations);
    this.performSelfAnalysis();
  }

  /**
   * Reads tokens.
   * @returns the tree of what could be read (null if not even the frame was found) and all failures in text order.
   *   Units and statements that fail are missing from the tree.
   */
  read(tokens: IToken[], start: Start): { tree: CstNode | null; failures: readonly Failure[] } {
    this.begin(tokens);
    const tree = this.readAll(() => this.#rule(start));
    const { failures } = this;
    // Lets go of the tokens.
    this.begin([]);
    return { tree, failures };
  }

  #rule(start: Start): CstNode {
    switch (start) {
      case "module":
        return this.module();
      case "spec":
        return this.spec();
      case "expression":
        return this.expression();
    }
  }
}

let shared: QuiesceParser | undefined;

/** The one parser instance: making one takes far longer than using it. */
export function parser(): QuiesceParser {
  shared ??= new QuiesceParser();
  return shared;
}
