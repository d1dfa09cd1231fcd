/** `.cfg` files: what is to be checked of a module, and what its constants are. Read as TLC reads them. */

import type { Name } from "../syntax/ast.js";
import { SpecError } from "../syntax/diagnostic.js";
import { didYouMean } from "../syntax/nearest.js";
import { cover, type Source, type Span } from "../syntax/source.js";
import { makeTuple, same, type Value } from "../values/index.js";
import { configText } from "./config-section.js";
import { type Token, tokenizeConfig } from "./config-tokens.js";
import { COMPUTED, ConfigReader, Unreadable } from "./config-values.js";

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
  /** `F(1, a) = 2  F(2, a) = 3`: an operator value by value; all that is said of it. */
  | {
      readonly kind: "table";
      readonly name: Name;
      readonly module: Name | null;
      readonly rows: readonly TableRow[];
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

/** `F(1, a) = 2`: what an operator gives for some arguments. */
export interface TableRow {
  readonly args: readonly Value[];
  readonly value: Value;
  readonly span: Span;
}

/** What a `.cfg` file says; a `.qsc` spec's own claims become one too. */
export interface Config {
  readonly specification: Name | null;
  readonly init: Name | null;
  readonly next: Name | null;
  readonly constants: readonly ConfigConstant[];
  readonly invariants: readonly Name[];
  /** Properties of behaviours: temporal formulas. */
  readonly properties: readonly Name[];
  readonly constraints: readonly Name[];
  readonly actionConstraints: readonly Name[];
  readonly checkDeadlock: boolean;
  /** A set of permutations of model values: states that differ by one of them count as one. */
  readonly symmetry: Name | null;
  /** States in which it has the same value count as one. */
  readonly view: Name | null;
  /** What is shown of each state of a counterexample, instead of the variables. */
  readonly alias: Name | null;
  /** Asked once the search is over. */
  readonly postconditions: readonly Name[];
  /** Asked now and then while the search goes on. */
  readonly periodic: Name | null;
  /** State predicates of which each must be true in some reachable state. */
  readonly possible: readonly Name[];
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
  symmetry: null,
  view: null,
  alias: null,
  postconditions: [],
  periodic: null,
  possible: [],
};

type ListKey =
  | "invariants"
  | "properties"
  | "constraints"
  | "actionConstraints"
  | "postconditions"
  | "possible";
type SingleKey = "specification" | "init" | "next" | "symmetry" | "view" | "alias" | "periodic";

/** What a keyword introduces. */
type Meaning =
  | { readonly kind: "single"; readonly key: SingleKey }
  | { readonly kind: "list"; readonly key: ListKey }
  | { readonly kind: "constants" | "deadlock" | "ignored" };

const keywords: Readonly<Record<string, Meaning>> = {
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
  SYMMETRY: { kind: "single", key: "symmetry" },
  VIEW: { kind: "single", key: "view" },
  ALIAS: { kind: "single", key: "alias" },
  POSTCONDITION: { kind: "list", key: "postconditions" },
  POSTCONDITIONS: { kind: "list", key: "postconditions" },
  _PERIODIC: { kind: "single", key: "periodic" },
  _POSSIBLE: { kind: "list", key: "possible" },
  // Steers TLC's random walks; it says nothing about the spec.
  _RL_REWARD: { kind: "ignored" },
};

/** The words that begin a statement. */
export const CONFIG_KEYWORDS: readonly string[] = Object.keys(keywords);

/** Keywords that TLC knew once. */
const former: Readonly<Record<string, string>> = {
  TYPE: "INVARIANT",
  TYPE_CONSTRAINT: "INVARIANT",
};

/**
 * Reads a configuration: a `.cfg` file, or the CONFIG section of a `.tla` file. Statements may come in any order and
 * as often as one likes.
 * @throws SpecError with all that is wrong in it.
 */
export function parseConfig(source: Source): Config {
  const parser = new ConfigParser(
    new ConfigReader(tokenizeConfig(configText(source)), new Set(CONFIG_KEYWORDS)),
  );
  return parser.parse();
}

class ConfigParser {
  private readonly singles = new Map<SingleKey, Name>();
  private readonly lists: Record<ListKey, Map<string, Name>> = {
    invariants: new Map(),
    properties: new Map(),
    constraints: new Map(),
    actionConstraints: new Map(),
    postconditions: new Map(),
    possible: new Map(),
  };
  private readonly constants: ConfigConstant[] = [];
  private deadlock: boolean | null = null;

  constructor(private readonly reader: ConfigReader) {}

  /** @throws SpecError with all that is wrong. */
  parse(): Config {
    const { reader, singles, lists } = this;
    while (reader.peek().kind !== "end") {
      try {
        this.statement();
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        reader.skipStatement();
      }
    }
    if (reader.diagnostics.length > 0) throw new SpecError(reader.diagnostics);
    const single = (key: SingleKey) => singles.get(key) ?? null;
    const list = (key: ListKey) => [...lists[key].values()];
    return {
      specification: single("specification"),
      init: single("init"),
      next: single("next"),
      constants: this.constants,
      invariants: list("invariants"),
      properties: list("properties"),
      constraints: list("constraints"),
      actionConstraints: list("actionConstraints"),
      checkDeadlock: this.deadlock ?? true,
      symmetry: single("symmetry"),
      view: single("view"),
      alias: single("alias"),
      postconditions: list("postconditions"),
      periodic: single("periodic"),
      possible: list("possible"),
    };
  }

  private statement(): void {
    const { reader } = this;
    const keyword = reader.advance();
    const meaning = this.meaning(keyword);
    switch (meaning.kind) {
      case "single": {
        const name = reader.name(`${keyword.text} needs the name of a definition`);
        const earlier = this.singles.get(meaning.key);
        if (earlier === undefined) this.singles.set(meaning.key, name);
        else
          reader.error("M022", `${keyword.text} is given twice: ${earlier.name} and ${name.name}`, name.span);
        return;
      }
      case "list":
        while (!reader.atEndOfStatement()) {
          const name = reader.name(`${keyword.text} needs names of definitions`);
          this.lists[meaning.key].set(name.name, name);
        }
        return;
      case "constants":
        while (!reader.atEndOfStatement()) this.constant();
        return;
      case "deadlock": {
        const { text, span } = reader.advance();
        if (text !== "TRUE" && text !== "FALSE")
          reader.fail("M023", "CHECK_DEADLOCK needs TRUE or FALSE", span);
        if (this.deadlock !== null) reader.error("M022", "CHECK_DEADLOCK is given twice", span);
        this.deadlock = text === "TRUE";
        return;
      }
      case "ignored":
        reader.name(`${keyword.text} needs the name of a definition`);
        return;
      default:
        meaning satisfies never;
    }
  }

  private meaning({ kind, text, span }: Token): Meaning {
    if (kind === "name" && Object.hasOwn(keywords, text)) return keywords[text]!;
    const message = `a keyword such as INVARIANT or CONSTANT is expected, not ${text}`;
    return this.reader.fail("M021", message, span, proposals(text));
  }

  /** `N = v`, `F(1, 2) = v`, `N <- D`, `N <- [M]D`. */
  private constant(): void {
    const { reader } = this;
    const name = reader.name("a constant's name is expected");
    if (reader.accept("<-")) {
      const module = reader.moduleInBrackets();
      const definition = reader.name("the name of a definition is expected behind <-");
      this.add({ kind: "definition", name, module, definition, span: cover(name.span, definition.span) });
      return;
    }
    const args = reader.accept("(") ? reader.values(")", "list of arguments") : null;
    if (args?.length === 0)
      reader.error("M023", `${name.name} needs arguments between the brackets`, name.span);
    if (!reader.accept("=")) {
      const what = args === null ? "= or <- is" : "= is";
      reader.fail(
        "M023",
        `${what} expected behind ${name.name}`,
        reader.peek().span,
        /^\w/.test(name.name) ? [] : [COMPUTED],
      );
    }
    const module = this.moduleOfValue();
    const { value, span } = reader.placedValue();
    if (args === null) this.add({ kind: "value", name, module, value, span });
    else this.addRow(name, module, { args, value, span: cover(name.span, span) });
  }

  /** `[Module]` before a value; a record begins in the same way. */
  private moduleOfValue(): Name | null {
    const { reader } = this;
    return reader.sees("[") && !reader.seesRecord() ? reader.moduleInBrackets() : null;
  }

  private add(constant: ConfigConstant): void {
    if (this.earlier(constant.name, constant.module ?? null) === undefined) this.constants.push(constant);
    else this.reader.error("M022", `${constant.name.name} is given twice`, constant.name.span);
  }

  /** Adds what an operator gives for some arguments to what is known of it. */
  private addRow(name: Name, module: Name | null, row: TableRow): void {
    const table = this.earlier(name, module);
    if (table === undefined) {
      this.constants.push({ kind: "table", name, module, rows: [row], span: row.span });
      return;
    }
    const again = `${name.name} is given twice`;
    if (table.kind !== "table") {
      this.reader.error("M022", again, name.span);
      return;
    }
    if (table.rows.some((other) => same(makeTuple(other.args), makeTuple(row.args)))) {
      this.reader.error("M022", `${again} for the same arguments`, row.span);
      return;
    }
    const longer = { ...table, rows: [...table.rows, row], span: cover(table.span, row.span) };
    this.constants[this.constants.indexOf(table)] = longer;
  }

  private earlier(name: Name, module: Name | null): ConfigConstant | undefined {
    return this.constants.find(
      (one) => one.name.name === name.name && (one.module ?? null)?.name === module?.name,
    );
  }
}

/** What may have been meant by a word that is no keyword. */
function proposals(word: string): readonly string[] {
  const upper = word.toUpperCase();
  if (Object.hasOwn(former, upper)) return [`write ${former[upper]}; TLC no longer knows ${upper} either`];
  if (Object.hasOwn(keywords, upper)) return [`did you mean \`${upper}\`?`];
  return didYouMean(upper, CONFIG_KEYWORDS);
}
