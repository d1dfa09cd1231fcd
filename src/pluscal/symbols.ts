/**
 * The names of an algorithm. In a translation all of them are names of one module, so of two that are the same one
 * gets another name: its own with `_` behind it, and then as many letters of its owner's name as it takes.
 */
import type { Algorithm, Branch, Declaration, Place, Statement, Step } from "./ast.js";
import type { Problems } from "./problems.js";

/** Kinds of names; those that come first keep theirs. */
const KINDS = [
  "global",
  "label",
  "procedure",
  "process",
  "processVariable",
  "procedureVariable",
  "parameter",
] as const;
/** What a name is the name of. */
export type SymbolKind = (typeof KINDS)[number];

const WORDS: Readonly<Record<SymbolKind, string>> = {
  global: "Global variable",
  label: "Label",
  procedure: "Procedure",
  process: "Process",
  processVariable: "Process variable",
  procedureVariable: "Procedure variable",
  parameter: "Parameter",
};

const VARIABLES: ReadonlySet<SymbolKind> = new Set([
  "global",
  "processVariable",
  "procedureVariable",
  "parameter",
]);

/** One name. */
export interface Symbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The process or procedure that it belongs to; "" for what belongs to the algorithm. */
  readonly owner: string;
  /** `process` or `procedure`. */
  readonly ownerKind: string;
  readonly line: number;
  readonly column: number;
  /** The name that it has in the translation. */
  readonly renamed: string;
}

/** Whether a name is that of a variable or a parameter. */
export function isVariable({ kind }: Symbol): boolean {
  return VARIABLES.has(kind);
}

/** The names of an algorithm, in the order in which they are declared. */
export class Symbols {
  constructor(readonly all: readonly Symbol[]) {}

  /** The translation's name for something of a kind. */
  nameOf(kind: SymbolKind, name: string, owner: string): string {
    return this.find(kind, name, owner)?.renamed ?? name;
  }

  find(kind: SymbolKind, name: string, owner: string): Symbol | undefined {
    return this.all.find((symbol) => symbol.kind === kind && symbol.name === name && symbol.owner === owner);
  }

  /** The translation's name for what a name in a statement or an expression of an owner means. */
  variable(name: string, owner: string): string {
    const symbol = this.all.find((each) => each.name === name && each.owner === owner);
    return symbol !== undefined && VARIABLES.has(symbol.kind) ? symbol.renamed : name;
  }

  /** What has another name in the translation, one comment for each. */
  report(): readonly string[] {
    return this.all
      .filter(({ name, renamed }) => name !== renamed)
      .map(({ kind, name, owner, ownerKind, line, column, renamed }) => {
        const of = owner === "" ? "" : ` of ${ownerKind} ${owner}`;
        return {
          kind,
          text: `\\* ${WORDS[kind]} ${name}${of} at line ${line} col ${column} changed to ${renamed}`,
        };
      })
      .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
      .map(({ text }) => text);
  }
}

/** Collects the names of an algorithm and makes them different; reports names that are declared twice. */
export function symbolsOf(algorithm: Algorithm<readonly Step[]>, problems: Problems): Symbols {
  const collector = new Collector(problems);
  collector.control("pc");
  if (algorithm.procedures.length > 0) collector.control("stack");
  for (const each of algorithm.variables) collector.declare("global", each, "", "process");
  for (const { name, variables, parameters, body, at } of algorithm.procedures) {
    collector.owner("procedure", name, at);
    for (const each of variables) collector.declare("procedureVariable", each, name, "procedure");
    for (const each of parameters) collector.declare("parameter", each, name, "procedure");
    collector.labels(body, name, "procedure");
  }
  for (const { name, variables, body, at } of algorithm.processes ?? []) {
    collector.owner("process", name, at);
    for (const each of variables) collector.declare("processVariable", each, name, "process");
    collector.labels(body, name, "process");
  }
  collector.labels(algorithm.body ?? [], "", "");
  return new Symbols(distinct(collector.symbols));
}

class Collector {
  readonly symbols: Symbol[] = [];

  constructor(private readonly problems: Problems) {}

  control(name: string): void {
    this.symbols.push({ kind: "global", name, owner: "", ownerKind: "", line: 0, column: 0, renamed: name });
  }

  owner(kind: "procedure" | "process", name: string, at: Place): void {
    this.#add(kind, name, "", kind, at, at);
  }

  declare(kind: SymbolKind, { name, at }: Declaration, owner: string, ownerKind: string): void {
    this.#add(kind, name, owner, ownerKind, at, at);
  }

  labels(steps: readonly Step[], owner: string, ownerKind: string): void {
    for (const step of steps) {
      this.#add("label", step.label, owner, ownerKind, step.at, { ...step.at, span: step.span });
      for (const statement of step.statements) this.#within(statement, owner, ownerKind);
    }
  }

  #within(statement: Statement, owner: string, ownerKind: string): void {
    const branch = ({ plain, steps }: Branch): void => {
      for (const each of plain) this.#within(each, owner, ownerKind);
      this.labels(steps, owner, ownerKind);
    };
    switch (statement.kind) {
      case "if":
        branch(statement.then);
        branch(statement.else);
        return;
      case "either":
        for (const each of statement.branches) branch(each);
        return;
      case "while":
        branch(statement.body);
        return;
      case "with":
        for (const each of statement.body) this.#within(each, owner, ownerKind);
        return;
      default:
        return;
    }
  }

  #add(kind: SymbolKind, name: string, owner: string, ownerKind: string, at: Place, shown: Place): void {
    const first = this.#taken(kind, name, owner);
    if (first !== undefined) {
      this.problems.reportAt("P110", `${WORDS[kind].toLowerCase()} \`${name}\` is declared twice`, shown, [
        first.line === 0
          ? `\`${name}\` is a variable of every translation; rename this one`
          : `the first is the ${WORDS[first.kind].toLowerCase()} at line ${first.line}; rename one of them`,
      ]);
      return;
    }
    const { line, column } = at;
    this.symbols.push({ kind, name, owner, ownerKind, line, column, renamed: name });
  }

  /** A local variable clashes with global ones and with all that its owner has, others only with their like. */
  #taken(kind: SymbolKind, name: string, owner: string): Symbol | undefined {
    const local = kind === "procedureVariable" || kind === "processVariable" || kind === "parameter";
    return this.symbols.find((symbol) => {
      if (symbol.name !== name) return false;
      if (local) return symbol.owner === owner || (symbol.kind === "global" && symbol.owner === "");
      return symbol.kind === kind && symbol.owner === owner;
    });
  }
}

/** Renames kind by kind, within a kind in the order of declaration; global variables keep their names. */
function distinct(symbols: readonly Symbol[]): readonly Symbol[] {
  const names = symbols.map(({ name }) => name);
  const ambiguous = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  KINDS.forEach((kind, number) => {
    if (kind === "global") return;
    symbols.forEach((symbol, i) => {
      if (symbol.kind !== kind) return;
      for (let letters = 0; ambiguous(names[i]!); letters++) {
        if (letters === 0) names[i] += "_";
        else names[i] += symbol.owner[letters - 1] ?? String(number);
      }
    });
  });
  return symbols.map((symbol, i) => ({ ...symbol, renamed: names[i]! }));
}
