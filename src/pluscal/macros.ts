/** Macros: each use is replaced by the macro's statements, the arguments in the place of the parameters. */
import { nearest } from "../syntax/nearest.js";
import type { Algorithm, Assignment, Branch, Macro, MacroCall, Place, Statement, Written } from "./ast.js";
import { type Formula, imageOf, joined, normalize, substitute } from "./formula.js";
import type { Problems } from "./problems.js";

/** The algorithm without uses of macros. What cannot be expanded is reported and left out. */
export function expandMacros(algorithm: Algorithm<Written>, problems: Problems): Algorithm<Written> {
  const expander = new Expander(problems);
  for (const macro of algorithm.macros) expander.define(macro);
  const expand = (statements: Written) => expander.statements(statements);
  return {
    ...algorithm,
    macros: [],
    procedures: algorithm.procedures.map((each) => ({ ...each, body: expand(each.body) })),
    processes: algorithm.processes?.map((each) => ({ ...each, body: expand(each.body) })) ?? null,
    body: algorithm.body && expand(algorithm.body),
  };
}

/** So many statements may come from macros. */
const MOST = 100_000;

/** How many statements there are, those within others too. */
function sizeOf(statements: readonly Statement[]): number {
  return statements.reduce(
    (sum, statement) => sum + partsOf(statement).reduce((inner, part) => inner + sizeOf(part), 1),
    0,
  );
}

class Expander {
  /** Those whose definition has ended: a macro can use those before it. */
  readonly #macros = new Map<string, Macro>();
  /** How many statements have been put in the place of macros. */
  #made = 0;
  #refused = false;
  /** Names of all macros so far, the one at hand too. */
  readonly #begun = new Set<string>();

  constructor(private readonly problems: Problems) {}

  define(macro: Macro): void {
    if (this.#begun.has(macro.name)) {
      this.problems.reportAt("P111", `there are two macros named \`${macro.name}\``, macro.at, [
        "rename one of them",
      ]);
    }
    this.#begun.add(macro.name);
    this.#refuseLabels(macro.body, macro.name);
    this.#macros.set(macro.name, { ...macro, body: this.statements(macro.body) });
  }

  #refuseLabels(statements: readonly Statement[], name: string): void {
    for (const statement of statements) {
      if (statement.label !== null) {
        this.problems.report(
          "P106",
          `macro \`${name}\` has a label, \`${statement.label.name}\``,
          statement.label.span,
          [
            "the statements of a macro are part of the step that uses it; with labels of its own it would be a procedure",
          ],
        );
      }
      for (const part of partsOf(statement)) this.#refuseLabels(part, name);
    }
  }

  statements(statements: Written): Written {
    return statements.flatMap((statement) => {
      if (statement.kind === "macroCall") return this.#expand(statement);
      return [withParts(statement, (part) => this.statements(part))];
    });
  }

  #expand(call: MacroCall): readonly Statement[] {
    const macro = this.#macros.get(call.macro);
    if (macro === undefined) {
      this.#unknown(call);
      return [];
    }
    if (macro.parameters.length !== call.args.length) {
      this.problems.reportAt(
        "P113",
        `macro \`${macro.name}\` takes ${count(macro.parameters.length)}, not ${call.args.length}`,
        call.at,
        [`it is defined at line ${macro.at.line}`],
      );
      return [];
    }
    this.#made += sizeOf(macro.body);
    if (this.#made > MOST) {
      this.#refuseSize(call);
      return [];
    }
    const values = new Map(macro.parameters.map((name, i) => [name, call.args[i]!]));
    const statements = macro.body.map((statement) => this.#instance(statement, values, call.at));
    const [first, ...rest] = statements;
    // A label on the use of an empty macro must not be lost.
    if (first === undefined)
      return call.label === null ? [] : [{ kind: "skip", label: call.label, at: call.at }];
    return [{ ...first, label: call.label }, ...rest];
  }

  /** Told once, however many uses there are. */
  #refuseSize({ at }: MacroCall): void {
    if (this.#refused) return;
    this.#refused = true;
    this.problems.reportAt("P126", `macros stand for more than ${MOST} statements`, at, [
      "a macro that uses others twice grows fast; make it a procedure",
    ]);
  }

  #unknown({ macro, at }: MacroCall): void {
    if (this.#begun.has(macro)) {
      this.problems.reportAt("P112", `macro \`${macro}\` uses itself`, at, [
        "a macro is replaced by its statements; what calls itself must be a procedure",
      ]);
      return;
    }
    const meant = nearest(macro, [...this.#macros.keys()]);
    this.problems.reportAt("P112", `there is no macro \`${macro}\` before this use`, at, [
      ...(meant === undefined ? [] : [`did you mean \`${meant}\`?`]),
      "a macro is defined before it is used; a procedure is used with `call`",
    ]);
  }

  #instance(statement: Statement, values: ReadonlyMap<string, Formula>, use: Place): Statement {
    const at = { ...statement.at, call: { line: use.line, column: use.column, span: use.span } };
    const formula = (e: Formula) => substitute(normalize(e), ({ text }) => values.get(text) ?? null, true);
    const moved = withParts(statement, (part) => part.map((each) => this.#instance(each, values, use)));
    switch (moved.kind) {
      case "assign":
        return {
          ...moved,
          at,
          parts: moved.parts.map((part) => this.#assignment(part, values, formula, at)),
        };
      case "if":
      case "while":
      case "await":
      case "assert":
        return { ...moved, at, condition: formula(moved.condition) };
      case "with":
      case "print":
        return { ...moved, at, value: formula(moved.value) };
      case "call":
        return { ...moved, at, args: moved.args.map(formula) };
      case "either":
      case "skip":
      case "return":
      case "goto":
      case "macroCall":
        return { ...moved, at };
      default:
        return moved satisfies never;
    }
  }

  /** Where a parameter is assigned to, its argument must begin with a variable; what follows that selects a part. */
  #assignment(
    part: Assignment,
    values: ReadonlyMap<string, Formula>,
    formula: (e: Formula) => Formula,
    use: Place,
  ): Assignment {
    const at: Place = { ...part.at, call: use.call };
    const result = { ...part, at, path: formula(part.path), value: formula(part.value) };
    const argument = values.get(part.variable);
    const first = argument?.[0]?.[0];
    if (argument === undefined || first === undefined) return result;
    if (first.kind !== "name") {
      this.problems.reportAt(
        "P119",
        `the macro assigns to its parameter \`${part.variable}\`, which is \`${imageOf(first)}\` here`,
        at,
        ["the argument must be a variable, or an element or field of one"],
      );
      return result;
    }
    const rest = normalize([argument[0]!.slice(1), ...argument.slice(1)]);
    return {
      ...result,
      variable: first.text,
      path: rest.length === 0 ? result.path : result.path.length === 0 ? rest : joined(rest, result.path, 0),
    };
  }
}

/** The sequences of statements within a statement that has not been divided into steps yet. */
function partsOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "if":
      return [statement.then.plain, statement.else.plain];
    case "either":
      return statement.branches.map(({ plain }) => plain);
    case "while":
      return [statement.body.plain];
    case "with":
      return [statement.body];
    default:
      return [];
  }
}

/** A statement with its inner sequences replaced. */
function withParts(statement: Statement, map: (part: Written) => Written): Statement {
  const branch = (each: Branch): Branch => ({ ...each, plain: map(each.plain) });
  switch (statement.kind) {
    case "if":
      return { ...statement, then: branch(statement.then), else: branch(statement.else) };
    case "either":
      return { ...statement, branches: statement.branches.map(branch) };
    case "while":
      return { ...statement, body: branch(statement.body) };
    case "with":
      return { ...statement, body: map(statement.body) };
    default:
      return statement;
  }
}

function count(arguments_: number): string {
  return arguments_ === 1 ? "1 argument" : `${arguments_} arguments`;
}
