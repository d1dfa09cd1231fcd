/** The parser of algorithms: tokens in, a parse tree and failures out. */
import type { CstNode, IToken } from "chevrotain";
import type { Failure } from "../failure.js";
import { tokenize } from "../lexer.js";
import { LeftBrace } from "../tokens.js";
import { classifyPlusCal } from "./classify.js";
import { PlusCalRules } from "./rules.js";

/** Reads algorithms. */
export class PlusCalParser extends PlusCalRules {
  constructor(options: { readonly skipValidations: boolean } = { skipValidations: true }) {
    super(options.skipValidations);
    this.performSelfAnalysis();
  }

  /**
   * Reads the tokens of an algorithm from its name on; what follows its end is left unread.
   * @returns the tree, or null where it could not be read to its end, and all failures in text order.
   */
  read(tokens: IToken[]): { tree: CstNode | null; failures: readonly Failure[] } {
    this.begin(tokens);
    this.braces = tokens[1]?.tokenType === LeftBrace;
    const tree = this.readAll(() => this.algorithm());
    const failures = this.failures.filter(({ kind, rules }) => kind !== "leftover" || rules.length > 0);
    // Lets go of the tokens.
    this.begin([]);
    return { tree, failures };
  }
}

let shared: PlusCalParser | undefined;

/** The one parser instance, made when the first algorithm is read. */
export function plusCalParser(): PlusCalParser {
  shared ??= new PlusCalParser();
  return shared;
}

/** Cuts the text of an algorithm into tokens, from its name on; what stands before must have been blanked out. */
export function tokenizePlusCal(text: string): IToken[] {
  const tokens = tokenize(text, "module", 0, false);
  classifyPlusCal(tokens);
  return tokens;
}
