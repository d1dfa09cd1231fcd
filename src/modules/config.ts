/** `.cfg` files: what is to be checked of a module, and what its constants are. Read as TLC reads them. */

import type { Name } from "../syntax/ast.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { didYouMean } from "../syntax/nearest.js";
import { cover, type Source, type Span } from "../syntax/source.js";
import { elements, makeSet, modelValue, type Value, ValueError } from "../values/index.js";
import { type Token, tokenizeConfig } from "./config-tokens.js";

/** One line of CONSTANTS. */
export type ConfigConstant =
  /**
   * `N = 3`, `Def = {a, b}`, `Def = [Module]{a, b}`: a constant's value, or a value that takes a definition's place.
   * With a module the definition is the one that the module knows by that name.
   */
  | {
      readonly kind: "value";
      readonly name: Name;
      readonly module?: Name | null;
      readonly value: Value;
      readonly span: Span;
    }
  /** `N <- Def`, `Op <- [Module]Def`: a definition that stands for a constant or takes another definition's place. */
  | {
      readonly kind: "definition";
      readonly name: Name;
      readonly module: Name | null;
      readonly definition: Name;
      readonly span: Span;
    };

/** What a `.cfg` file says; a `.qsc` spec's own claims become one too. */
export interface Config {
  readonly specification: Name | null;
  readonly init: Name | null;
  readonly next: Name | null;
  readonly constants: readonly ConfigConstant[];
  readonly invariants: readonly Name[];
  /** Temporal properties. */
  readonly properties: readonly Name[];
  readonly constraints: readonly Name[];
  readonly actionConstraints: readonly Name[];
  readonly checkDeadlock: boolean;
}

/** A configuration that says nothing: assumptions are all that is checked. */
export const emptyConfig: Config = {
  specification: null,
  init: null,
  next: null,
  constants: [],
  invariants: [],
  properties: [],
  constraints: [],
  actionConstraints: [],
  checkDeadlock: true,
};

type ListKey = "invariants" | "properties" | "constraints" | "actionConstraints";
type SingleKey = "specification" | "init" | "next";

/** What each keyword introduces. */
const keywords: Readonly<
  Record<
    string,
    | { readonly kind: "single"; readonly key: SingleKey }
    | { readonly kind: "list"; readonly key: ListKey }
    | { readonly kind: "constants" | "deadlock" | "refused" }
  >
> = {
  SPECIFICATION: { kind: "single", key: "specification" },
  INIT: { kind: "single", key: "init" },
  NEXT: { kind: "single", key: "next" },
  CONSTANT: { kind: "constants" },
  CONSTANTS: { kind: "constants" },
  INVARIANT: { kind: "list", key: "invariants" },
  INVARIANTS: { kind: "list", key: "invariants" },
  PROPERTY: { kind: "list", key: "properties" },
  PROPERTIES: { kind: "list", key: "properties" },
  CONSTRAINT: { kind: "list", key: "constraints" },
  CONSTRAINTS: { kind: "list", key: "constraints" },
  ACTION_CONSTRAINT: { kind: "list", key: "actionConstraints" },
  ACTION_CONSTRAINTS: { kind: "list", key: "actionConstraints" },
  CHECK_DEADLOCK: { kind: "deadlock" },
  SYMMETRY: { kind: "refused" },
  VIEW: { kind: "refused" },
  ALIAS: { kind: "refused" },
  POSTCONDITION: { kind: "refused" },
  POSTCONDITIONS: { kind: "refused" },
  TYPE: { kind: "refused" },
  TYPE_CONSTRAINT: { kind: "refused" },
  _PERIODIC: { kind: "refused" },
  _RL_REWARD: { kind: "refused" },
  _POSSIBLE: { kind: "refused" },
};

/**
 * Reads a configuration file. Statements may come in any order and as often as one likes.
 * @throws SpecError with all that is wrong in it; keywords whose meaning the checker does not have are refused.
 */
export function parseConfig(source: Source): Config {
  const parser = new ConfigParser(tokenizeConfig(source));
  const config = parser.parse();
  if (parser.diagnostics.length > 0) throw new SpecError(parser.diagnostics);
  return config;
}

/** Thrown where a statement cannot be read further; the parser goes on at the next keyword. */
class Unreadable extends Error {}

class ConfigParser {
  readonly diagnostics: Diagnostic[] = [];
  private at = 0;
  private readonly singles = new Map<SingleKey, Name>();
  private readonly lists: Record<ListKey, Map<string, Name>> = {
    invariants: new Map(),
    properties: new Map(),
    constraints: new Map(),
    actionConstraints: new Map(),
  };
  private readonly constants: ConfigConstant[] = [];
  private deadlock: { readonly value: boolean; readonly span: Span } | null = null;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Config {
    while (this.peek().kind !== "end") {
      try {
        this.statement();
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        while (this.peek().kind !== "end" && !this.atKeyword()) this.at++;
      }
    }
    return {
      specification: this.singles.get("specification") ?? null,
      init: this.singles.get("init") ?? null,
      next: this.singles.get("next") ?? null,
      constants: this.constants,
      invariants: [...this.lists.invariants.values()],
      properties: [...this.lists.properties.values()],
      constraints: [...this.lists.constraints.values()],
      actionConstraints: [...this.lists.actionConstraints.values()],
      checkDeadlock: this.deadlock?.value ?? true,
    };
  }

  private statement(): void {
    const keyword = this.advance();
    const meaning =
      keyword.kind === "name" && Object.hasOwn(keywords, keyword.text) ? keywords[keyword.text] : undefined;
    if (meaning === undefined) {
      const upper = keyword.text.toUpperCase();
      this.fail(
        "M021",
        `a keyword such as INVARIANT or CONSTANT is expected, not ${keyword.text}`,
        keyword.span,
        Object.hasOwn(keywords, upper)
          ? [`did you mean \`${upper}\`?`]
          : didYouMean(upper, Object.keys(keywords)),
      );
    }
    switch (meaning.kind) {
      case "single": {
        const name = this.name(`${keyword.text} needs the name of a definition`);
        const earlier = this.singles.get(meaning.key);
        if (earlier === undefined) this.singles.set(meaning.key, name);
        else
          this.error("M022", `${keyword.text} is given twice: ${earlier.name} and ${name.name}`, name.span);
        return;
      }
      case "list":
        while (this.peek().kind !== "end" && !this.atKeyword()) {
          const name = this.name(`${keyword.text} needs names of definitions`);
          this.lists[meaning.key].set(name.name, name);
        }
        return;
      case "constants":
        while (this.peek().kind !== "end" && !this.atKeyword()) this.constant();
        return;
      case "deadlock": {
        const { text, span } = this.advance();
        if (text !== "TRUE" && text !== "FALSE")
          this.fail("M023", "CHECK_DEADLOCK needs TRUE or FALSE", span);
        if (this.deadlock !== null) this.error("M022", "CHECK_DEADLOCK is given twice", span);
        this.deadlock = { value: text === "TRUE", span };
        return;
      }
      case "refused":
        this.error("M024", `${keyword.text} is not supported yet`, keyword.span);
        while (this.peek().kind !== "end" && !this.atKeyword()) this.at++;
        return;
      default:
        meaning satisfies never;
    }
  }

  /** `N = v`, `N <- D`, `N <- [M]D`. */
  private constant(): void {
    const name = this.name("a constant's name is expected");
    const relation = this.advance();
    if (relation.text === "<-") {
      const module = this.sees("[") ? this.bracketed() : null;
      const definition = this.name("the name of a definition is expected behind <-");
      this.add({ kind: "definition", name, module, definition, span: cover(name.span, definition.span) });
      return;
    }
    if (relation.text === "(") {
      this.fail(
        "M024",
        `giving the operator ${name.name} value by value is not supported yet`,
        relation.span,
        [`define an operator in the module and write ${name.name} <- that operator`],
      );
    }
    if (relation.text !== "=") {
      this.fail("M023", `= or <- is expected behind ${name.name}`, relation.span);
    }
    const module = this.sees("[") ? this.bracketed() : null;
    const start = this.peek().span;
    const value = this.value();
    this.add({ kind: "value", name, module, value, span: cover(start, this.tokens[this.at - 1]!.span) });
  }

  private add(constant: ConfigConstant): void {
    const earlier = this.constants.find(
      (c) => c.name.name === constant.name.name && moduleOf(c) === moduleOf(constant),
    );
    if (earlier === undefined) this.constants.push(constant);
    else this.error("M022", `${constant.name.name} is given twice`, constant.name.span);
  }

  /** `[Module]` */
  private bracketed(): Name {
    this.at++;
    const module = this.name("a module's name is expected");
    if (!this.sees("]")) this.fail("M023", "] is expected behind the module's name", this.peek().span);
    this.at++;
    return module;
  }

  private value(): Value {
    const token = this.advance();
    switch (token.kind) {
      case "number":
        return integer(token.text);
      case "string":
        return token.text;
      case "name":
        if (token.text === "TRUE") return true;
        if (token.text === "FALSE") return false;
        if (Object.hasOwn(keywords, token.text)) break;
        return modelValue(token.text);
      case "symbol":
        if (token.text === "-" && this.peek().kind === "number") return integer(`-${this.advance().text}`);
        if (token.text === "{") return this.set(token);
        break;
      case "end":
        break;
      default:
        token.kind satisfies never;
    }
    return this.fail(
      "M023",
      "a value is expected: a number, a string, TRUE, FALSE, a name or a set",
      token.span,
    );
  }

  /** The rest of a set, behind its `{`. */
  private set(open: Token): Value {
    const items: Value[] = [];
    if (!this.sees("}")) {
      items.push(this.value());
      while (this.sees(",")) {
        this.at++;
        items.push(this.value());
      }
    }
    const close = this.advance();
    if (close.text !== "}") this.fail("M023", ", or } is expected in this set", close.span);
    try {
      const set = makeSet(items);
      // Told here, with its place, rather than where the set is first looked into.
      elements(set);
      return set;
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      return this.fail("M025", `this set has no meaning: ${error.message}`, cover(open.span, close.span));
    }
  }

  /** A name, perhaps of an instance's definition: `I!Inv`. */
  private name(expected: string): Name {
    const first = this.peek();
    if (first.kind !== "name" || this.atKeyword()) this.fail("M023", expected, first.span);
    this.at++;
    let { text: name, span } = first;
    while (this.sees("!")) {
      this.at++;
      const part = this.advance();
      if (part.kind !== "name") this.fail("M023", "a name is expected behind !", part.span);
      name += `!${part.text}`;
      span = cover(span, part.span);
    }
    return { name, span };
  }

  private peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)]!;
  }

  /** Whether a symbol comes next. */
  private sees(symbol: string): boolean {
    const { kind, text } = this.peek();
    return kind === "symbol" && text === symbol;
  }

  private advance(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  private atKeyword(): boolean {
    const { kind, text } = this.peek();
    return kind === "name" && Object.hasOwn(keywords, text);
  }

  private error(code: string, message: string, span: Span, notes: readonly string[] = []): void {
    this.diagnostics.push({ code, severity: "error", message, span, notes });
  }

  private fail(code: string, message: string, span: Span, notes: readonly string[] = []): never {
    this.error(code, message, span, notes);
    throw new Unreadable();
  }
}

function moduleOf(constant: ConfigConstant): string | null {
  return constant.module?.name ?? null;
}

function integer(text: string): Value {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
