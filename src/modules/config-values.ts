/** The tokens of a configuration file one after the other, and the values that are written with them. */
import { operatorName } from "../../grammar/operators.js";
import type { Name } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { cover, type Span } from "../syntax/source.js";
import {
  elements,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  type Value,
  ValueError,
} from "../values/index.js";
import type { Token } from "./config-tokens.js";

/** What to say where somebody wrote an expression. */
export const COMPUTED = "what has to be computed needs a definition in the module: write `N <- Def`";

/** Thrown where a statement cannot be read further, after a report; the reader of statements goes on at the next one. */
export class Unreadable extends Error {}

/** Reads tokens, names and values; what is wrong with them is in `diagnostics`. */
export class ConfigReader {
  readonly diagnostics: Diagnostic[] = [];
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    /** The words that begin a statement. */
    private readonly keywords: ReadonlySet<string>,
  ) {}

  peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)]!;
  }

  /** Takes the next token. */
  advance(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  /** Whether a symbol comes next. */
  sees(symbol: string): boolean {
    const { kind, text } = this.peek();
    return kind === "symbol" && text === symbol;
  }

  /** Takes a symbol if it comes next. */
  accept(symbol: string): boolean {
    const seen = this.sees(symbol);
    if (seen) this.at++;
    return seen;
  }

  /** Whether the file ends, or another statement begins. */
  atEndOfStatement(): boolean {
    const { kind, text } = this.peek();
    return kind === "end" || (kind === "name" && this.keywords.has(text));
  }

  skipStatement(): void {
    while (!this.atEndOfStatement()) this.at++;
  }

  /** A name, perhaps of an instance's definition: `I!Inv`. */
  name(expected: string): Name {
    const first = this.peek();
    if (first.kind !== "name" || this.atEndOfStatement()) this.fail("M023", expected, first.span);
    this.at++;
    let { span } = first;
    let name = operatorName(first.text) ?? first.text;
    while (this.accept("!")) {
      const part = this.advance();
      if (part.kind !== "name") this.fail("M023", "a name is expected behind !", part.span);
      name += `!${part.text}`;
      span = cover(span, part.span);
    }
    return { name, span };
  }

  /** `[Module]`, or null if none comes next. */
  moduleInBrackets(): Name | null {
    if (!this.accept("[")) return null;
    const module = this.name("a module's name is expected");
    if (!this.accept("]")) this.fail("M023", "] is expected behind the module's name", this.peek().span);
    return module;
  }

  /** Whether a record comes next, rather than a module in brackets: `[a |->`. */
  seesRecord(): boolean {
    const behind = this.tokens[this.at + 2];
    return this.sees("[") && behind?.kind === "symbol" && behind.text === "|->";
  }

  /** A value together with its place. */
  placedValue(): { readonly value: Value; readonly span: Span } {
    const start = this.peek().span;
    const value = this.value();
    return { value, span: cover(start, this.tokens[this.at - 1]!.span) };
  }

  /**
   * A number, a string, TRUE, FALSE, a model value, or a set of these; tuples and records too, which TLC does not read.
   */
  value(): Value {
    const token = this.peek();
    const { text } = token;
    if (this.atEndOfStatement()) return this.noValue(token);
    this.at++;
    switch (token.kind) {
      case "number":
        return integer(text);
      case "string":
        return text;
      case "name":
        return text === "TRUE" || text === "FALSE" ? text === "TRUE" : this.modelValue(token);
      case "symbol":
        if (text === "-" && this.peek().kind === "number") return integer(`-${this.advance().text}`);
        if (text === "{") return this.set(token);
        if (text === "<<") return makeTuple(this.values(">>", "tuple"));
        if (text === "[") return this.record();
        return this.noValue(token);
      case "end":
        return this.noValue(token);
      default:
        return token.kind satisfies never;
    }
  }

  /** Values between commas up to a closing symbol, which is taken. */
  values(close: string, what: string): readonly Value[] {
    const items: Value[] = [];
    if (this.accept(close)) return items;
    do items.push(this.value());
    while (this.accept(","));
    if (!this.accept(close)) this.fail("M023", `, or ${close} is expected in this ${what}`, this.peek().span);
    return items;
  }

  error(code: string, message: string, span: Span, notes: readonly string[] = []): void {
    this.diagnostics.push({ code, severity: "error", message, span, notes });
  }

  fail(code: string, message: string, span: Span, notes: readonly string[] = []): never {
    this.error(code, message, span, notes);
    throw new Unreadable();
  }

  private modelValue({ text, span }: Token): Value {
    // An operator, such as the dots of 1..3, is no name for a value.
    if (!/^\w+$/.test(text)) {
      this.fail("M023", `${text} is no value`, span, [COMPUTED]);
    }
    return modelValue(text);
  }

  private noValue({ span }: Token): never {
    return this.fail("M023", "a value is expected: a number, a string, TRUE, FALSE, a name or a set", span);
  }

  /** The rest of a set, behind its `{`. */
  private set(open: Token): Value {
    const items = this.values("}", "set");
    try {
      const set = makeSet(items);
      // Told here, with its place, rather than where the set is first looked into.
      elements(set);
      return set;
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      const span = cover(open.span, this.tokens[this.at - 1]!.span);
      return this.fail("M025", `this set has no meaning: ${error.message}`, span);
    }
  }

  /** The rest of a record, behind its `[`: `a |-> 1, b |-> 2]`. */
  private record(): Value {
    const fields: [string, Value][] = [];
    do {
      const name = this.name("the name of a field is expected");
      if (!this.accept("|->")) this.fail("M023", `|-> is expected behind ${name.name}`, this.peek().span);
      if (fields.some(([other]) => other === name.name))
        this.error("M022", `the field ${name.name} is given twice`, name.span);
      fields.push([name.name, this.value()]);
    } while (this.accept(","));
    if (!this.accept("]")) this.fail("M023", ", or ] is expected in this record", this.peek().span);
    return makeRecord(fields);
  }
}

function integer(text: string): Value {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
