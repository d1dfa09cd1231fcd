/** What all rules of the grammar stand on: lookahead through junction lists, limits, recovery after errors. */
import {
  type CstNode,
  CstParser,
  type IParserErrorMessageProvider,
  type IToken,
  isRecognitionException,
  type TokenType,
} from "chevrotain";
import { type Failure, type FailureKind, ProofError, TooDeep, TooMany } from "../failure.js";
import { JunctionStack } from "../junctions.js";
import { ProofLevels } from "../levels.js";
import * as pluscal from "../pluscal/tokens.js";
import {
  blockAfter,
  HEADER_WORDS,
  headOfUnit,
  isNameToken,
  isUnitWord,
  labelAfter,
  nextStatement,
  nextUnit,
  startsAssignment,
  startsDefinition,
  startsUnit,
} from "../recovery.js";
import * as t from "../tokens.js";

/**
 * How many grammar rules may be open at once. Each costs stack, at worst about 700 bytes, and Node gives less than a
 * megabyte by default. A pair of parentheses takes two rules, most other constructs three to five.
 */
const RULE_LIMIT = 900;

/** After so many failures reading ends. */
const FAILURE_LIMIT = 100;

/** Messages are written later, from failures; here they only carry the name of the expected token. */
const SILENT: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};

const VOCABULARY: Readonly<Record<string, TokenType>> = Object.fromEntries(
  [...Object.values(t), ...Object.values(pluscal)]
    .filter((value): value is TokenType => "tokenTypeIdx" in value)
    .map((type) => [type.name, type]),
);

/** What is read as a whole, and left out of the tree as a whole if it has an error. */
export type Recovered = "unit" | "inner unit" | Divided;

/** What has `;` after it, in braces. */
export type Divided = "statement" | "run item";

export abstract class RuleBase extends CstParser {
  protected readonly junctions = new JunctionStack();
  protected readonly proofs = new ProofLevels();
  #tokens: readonly IToken[] = [];
  #failures: Failure[] = [];
  /** Index of the last token from which reading began again after an error. */
  #reread = -1;

  // Chevrotain's position in the tokens: the index of the last one consumed.
  declare private currIdx: number;

  // Chevrotain's count of the rules that are open, less one.
  declare private RULE_STACK_IDX: number;

  protected constructor(skipValidations: boolean) {
    super(VOCABULARY, {
      maxLookahead: 1,
      recoveryEnabled: false,
      nodeLocationTracking: "none",
      errorMessageProvider: SILENT,
      skipValidations,
    });
  }

  /** Makes the parser ready for tokens. */
  protected begin(tokens: IToken[]): void {
    this.#tokens = tokens;
    this.#failures = [];
    this.#reread = -1;
    this.junctions.truncate(0);
    this.proofs.clear();
    // A copy, since Chevrotain appends end markers to its input.
    this.input = tokens.slice();
  }

  /** What went wrong since `begin`, in the order of the text. */
  protected get failures(): readonly Failure[] {
    return this.#failures;
  }

  /** The token at an offset from the next one (0), whatever junction lists are open. */
  protected peek(offset: number): IToken | undefined {
    return this.#tokens[this.currIdx + 1 + offset];
  }

  // Chevrotain looks ahead through this method only; a list's column hides what lies at or left of it.
  protected override LA_FAST(howMuch: number): IToken {
    const token = super.LA_FAST(howMuch);
    const { limit } = this.junctions;
    // The end of the input has no column, and is never hidden.
    return limit > 0 && howMuch === 1 && (token.startColumn ?? 0) <= limit
      ? this.junctions.view(token)
      : token;
  }

  /**
   * Called by the rules through which all nesting goes.
   * @throws TooDeep beyond the limit
   */
  protected checkDepth(): void {
    if (this.RULE_STACK_IDX >= RULE_LIMIT) throw new TooDeep();
  }

  /** Reads a unit or statement; after an error notes it and goes on where the next one plausibly begins. */
  protected recovering(what: Recovered, body: () => void): void {
    const start = this.currIdx + 1;
    const lists = this.junctions.depth;
    try {
      body();
    } catch (error) {
      // After an overflow of the stack Chevrotain's own state cannot be trusted; all reading ends.
      if (isOverflow(error) || error instanceof TooMany) throw error;
      const index = this.currIdx + 1;
      this.#note(error, index, start);
      this.junctions.truncate(lists);
      this.proofs.clear();
      if (!isDivided(what) && this.#repair(start)) this.recovering(what, body);
      else this.#resume(what, start, index);
    }
  }

  /** Reads something repeatedly until one of the given tokens (or the end) comes, skipping what fits nowhere. */
  protected untilOneOf(ends: readonly TokenType[], what: Recovered, body: () => void): void {
    body();
    for (let next = this.peek(0); next !== undefined && !ends.includes(next.tokenType); next = this.peek(0)) {
      if (isDivided(what) && this.atUnit(1)) return;
      const index = this.currIdx + 1;
      const head = headOfUnit(this.#tokens, index);
      this.#fail("leftover", head, head, [what]);
      // `A == x +` swallows the head of the next unit, which is read again, but only once.
      if (head < index && head > this.#reread) {
        this.#reread = head;
        this.currIdx = head - 1;
      } else {
        this.#resume(what, index, index + 1);
      }
      body();
    }
  }

  /** Notes a missing `;`, which a statement that ends with `}` needs none of, and goes on as if it were there. */
  protected checkSemicolon(after: Divided): void {
    const last = this.peek(-1)?.tokenType;
    const next = this.peek(0)?.tokenType;
    if (last === t.Semicolon || next === t.RightBrace) return;
    if (last === t.RightBrace && after === "statement") return;
    const index = this.currIdx + 1;
    if (this.#failures.at(-1)?.index === index || next === undefined) return;
    this.#fail("noSemicolon", index, index, after === "statement" ? [] : [after], t.Semicolon);
  }

  /** Whether a list of memory models follows on the same line: behind an outcome it can be nothing else. */
  protected atMemory(): boolean {
    const [last, word, model] = [this.peek(-1), this.peek(0), this.peek(1)];
    if (word?.tokenType !== t.MemoryWord || !isNameToken(model)) return false;
    return last?.startLine === word.startLine && word.startLine === model?.startLine;
  }

  /** Notes a list of memory models that stands behind the outcome of an expectation, and skips it. */
  protected refuseMemory(): void {
    if (!this.atMemory()) return;
    const index = this.currIdx + 1;
    this.#fail("misplaced", index, index, ["expectUnit"]);
    this.currIdx += 2;
    while (this.peek(0)?.tokenType === t.Comma && isNameToken(this.peek(1))) this.currIdx += 2;
  }

  /** Notes a part of a header that stands in a wrong place, and goes on with the block behind the header. */
  protected refuseHeaderPart(owner: "processUnit" | "procedureUnit"): void {
    const index = this.currIdx + 1;
    const token = this.#tokens[index];
    if (token === undefined || (token.tokenType !== t.Comma && !HEADER_WORDS.has(token.image))) return;
    const block = blockAfter(this.#tokens, index);
    if (block === undefined) return;
    const word = owner === "processUnit" ? t.ProcessWord : t.ProcedureWord;
    const start = this.#tokens.findLastIndex((each, i) => i < index && each.tokenType === word);
    this.#fail("mismatch", index, start, [owner, "block"], t.LeftBrace);
    this.currIdx = block - 1;
  }

  /** Reads something; after an error notes it and goes on at the token that a function finds. */
  protected resuming(
    find: (tokens: readonly IToken[], failed: number, start: number) => number,
    body: () => void,
  ): void {
    const start = this.currIdx + 1;
    const lists = this.junctions.depth;
    try {
      body();
    } catch (error) {
      if (isOverflow(error) || error instanceof TooMany) throw error;
      const index = this.currIdx + 1;
      this.#note(error, index, start);
      this.junctions.truncate(lists);
      this.currIdx = find(this.#tokens, index, start) - 1;
    }
  }

  /** Reads what should stand here; where it is missing, notes that and goes on as if it were there. */
  protected tolerating(body: () => void): void {
    try {
      body();
    } catch (error) {
      const index = this.currIdx + 1;
      this.#note(error, index, index);
    }
  }

  /** Moves to the token that a function finds, given all tokens and the index of the next one. */
  protected skipTo(find: (tokens: readonly IToken[], next: number) => number): void {
    this.currIdx = find(this.#tokens, this.currIdx + 1) - 1;
  }

  /** Whether what comes next begins a line and looks like a unit, no further right than a column. */
  protected atUnit(column: number): boolean {
    return startsUnit(this.#tokens, this.currIdx + 1, column);
  }

  /** Whether a definition comes next, its left side complete up to the `==`. */
  protected atDefinition(): boolean {
    return startsDefinition(this.#tokens, this.currIdx + 1);
  }

  /** Whether a definition comes next that may have LOCAL before it. */
  protected atLocalDefinition(): boolean {
    const local = this.peek(0)?.tokenType === t.Local ? 1 : 0;
    return startsDefinition(this.#tokens, this.currIdx + 1 + local);
  }

  /** Whether something comes next that may be a unit: a name or an operator only if it begins a definition. */
  protected mayBeUnit(): boolean {
    const index = this.currIdx + 1;
    const token = this.#tokens[index];
    if (!isNameToken(token) && token?.tokenType !== t.PrefixOperator) return true;
    return isUnitWord(token) || startsDefinition(this.#tokens, index, t.Equals);
  }

  /** Whether an assignment comes next, whatever its first word may mean otherwise. */
  protected atAssignment(): boolean {
    return startsAssignment(this.#tokens, this.currIdx + 1);
  }

  /** How many of the words `rest` and `atomic` stand before the label that comes next; -1 if none does. */
  protected get labelAfter(): number {
    return labelAfter(this.#tokens, this.currIdx + 1);
  }

  /**
   * Calls the rule that reads everything.
   * @returns null if it fails outside any unit: there is no tree then.
   */
  protected readAll(rule: () => CstNode): CstNode | null {
    try {
      const tree: CstNode | undefined = rule();
      const error = this.errors.at(-1);
      if (tree !== undefined && error?.name !== "NotAllInputParsedException") return tree;
      if (error !== undefined) {
        const index = this.#tokens.indexOf(error.token);
        // The token may be a stand-in or the end; the one before it is real, unless it is the very first.
        const previous = "previousToken" in error ? this.#tokens.indexOf(error.previousToken as IToken) : -1;
        this.#note(error, index < 0 ? previous + 1 : index, 0);
      }
      return tree ?? null;
    } catch (error) {
      if (!(error instanceof TooMany)) this.#note(error, this.currIdx + 1, 0);
      return null;
    }
  }

  #resume(what: Recovered, start: number, failed: number): void {
    const tokens = this.#tokens;
    const column = tokens[start]?.startColumn ?? 1;
    const next = isDivided(what)
      ? nextStatement(tokens, start, failed)
      : nextUnit(tokens, start, column, what === "inner unit");
    this.currIdx = next - 1;
  }

  /**
   * `Name = e` or `run R = …` as a unit: takes the `=` for `==` and reads the unit again, so that errors behind it
   * are found too.
   */
  #repair(start: number): boolean {
    const tokens = this.#tokens;
    const { expected, index } = this.#failures.at(-1)!;
    // `Init = n = 0` failed at its second `=`: `Init = n` could begin the definition of an infix operator.
    const inDefinition = !startsDefinition(tokens, start) && startsDefinition(tokens, start, t.Equals);
    const inRun = expected === t.DefinedAs && tokens[index]?.tokenType === t.Equals;
    if (!inRun && !inDefinition) return false;
    const sign = inDefinition
      ? tokens.findIndex((token, i) => i > start && token.tokenType === t.Equals)
      : index;
    const token = tokens[sign];
    if (token === undefined) return false;
    token.tokenType = t.DefinedAs;
    token.tokenTypeIdx = t.DefinedAs.tokenTypeIdx ?? 0;
    const failed = this.#failures.pop();
    this.#fail("definedWithEquals", sign, start, failed?.rules ?? [], t.DefinedAs);
    this.currIdx = start - 1;
    return true;
  }

  #note(error: unknown, index: number, start: number): void {
    if (error instanceof TooDeep || isOverflow(error)) {
      this.#fail("tooDeep", index, start, []);
    } else if (error instanceof ProofError) {
      this.#fail(error.mistake, index, start, []);
    } else if (error instanceof Error && isRecognitionException(error)) {
      const rules = this.errors.at(-1)?.context.ruleStack ?? [];
      if (error.name === "NotAllInputParsedException") this.#fail("leftover", index, index, []);
      else if (error.name !== "MismatchedTokenException") this.#fail("noAlternative", index, start, rules);
      else this.#fail("mismatch", index, start, rules, VOCABULARY[error.message]);
    } else {
      throw error;
    }
  }

  #fail(
    kind: FailureKind,
    index: number,
    start: number,
    rules: readonly string[],
    expected: TokenType | null = null,
  ): void {
    if (this.#failures.length >= FAILURE_LIMIT) throw new TooMany();
    const outside = this.junctions.shuttingOut(this.#tokens[index]);
    this.#failures.push({ kind, index, start, expected, rules, outside, levels: this.proofs.open });
  }
}

function isDivided(what: Recovered): what is Divided {
  return what === "statement" || what === "run item";
}

/** Whether the stack ran out: the caller had used more of it than the limit of rules allows for. */
function isOverflow(error: unknown): boolean {
  return error instanceof RangeError && /stack/.test(error.message);
}
