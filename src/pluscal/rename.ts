/** Gives everything in an algorithm the name that it has in the translation. */
import { nearest } from "../syntax/nearest.js";
import type {
  Algorithm,
  Branch,
  Call,
  Declaration,
  Owner,
  Place,
  Procedure,
  Process,
  Statement,
  Step,
} from "./ast.js";
import { type Formula, inOneRow, substitute } from "./formula.js";
import type { Problems } from "./problems.js";
import type { Symbols } from "./symbols.js";

type Divided = Algorithm<readonly Step[]>;

/** The algorithm under its names in the translation. Targets of `goto` and `call` that do not exist are reported. */
export function renamed(algorithm: Divided, symbols: Symbols, problems: Problems): Divided {
  const reach = reachable(algorithm.procedures);
  const renamer = (owner: string) => new Renamer(symbols, owner, problems);
  const procedures = algorithm.procedures.map((each): Procedure<readonly Step[]> => {
    const names = renamer(each.name);
    return {
      ...names.owned(each),
      name: symbols.nameOf("procedure", each.name, ""),
      parameters: each.parameters.map((declaration) => names.declaration(declaration)),
      variables: each.variables.map((declaration) => names.declaration(declaration)),
      body: names.steps(each.body),
      // Of an algorithm with processes it is all that the procedure may come to call.
      calls: algorithm.processes === null ? each.calls : (reach.get(each.name) ?? []),
    };
  });
  const processes =
    algorithm.processes?.map((each): Process<readonly Step[]> => {
      const names = renamer(each.name);
      const called = [...new Set([...each.calls, ...each.calls.flatMap((name) => reach.get(name) ?? [])])];
      return {
        ...names.owned(each),
        name: symbols.nameOf("process", each.name, ""),
        variables: each.variables.map((declaration) => names.declaration(declaration)),
        body: names.steps(each.body),
        calls: called,
      };
    }) ?? null;
  const names = renamer("");
  return {
    ...algorithm,
    variables: algorithm.variables.map((declaration) => names.declaration(declaration)),
    procedures,
    processes,
    body: algorithm.body && names.steps(algorithm.body),
  };
}

/** For each procedure those that it calls, and those that they call, in the order of their declaration. */
function reachable(procedures: readonly Procedure<unknown>[]): ReadonlyMap<string, readonly string[]> {
  const direct = new Map(procedures.map(({ name, calls }) => [name, calls]));
  return new Map(
    procedures.map(({ name }) => {
      const found = new Set<string>();
      const open = [...(direct.get(name) ?? [])];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(...(direct.get(next) ?? []));
      }
      return [name, procedures.map((each) => each.name).filter((each) => found.has(each))];
    }),
  );
}

class Renamer {
  constructor(
    private readonly symbols: Symbols,
    private readonly owner: string,
    private readonly problems: Problems,
  ) {}

  owned<T extends Owner>(owner: T): T {
    const label = (name: string) => this.symbols.nameOf("label", name, this.owner);
    return { ...owner, plus: owner.plus.map(label), minus: owner.minus.map(label) };
  }

  declaration(declaration: Declaration): Declaration {
    return {
      ...declaration,
      name: this.#variable(declaration.name),
      value: this.#formula(declaration.value),
    };
  }

  steps(steps: readonly Step[]): readonly Step[] {
    return steps.map((step) => ({
      ...step,
      label: this.symbols.nameOf("label", step.label, this.owner),
      statements: this.#statements(step.statements),
    }));
  }

  #statements(statements: readonly Statement[]): readonly Statement[] {
    return statements.map((statement) => this.#statement(statement));
  }

  #branch({ plain, steps }: Branch): Branch {
    return { plain: this.#statements(plain), steps: this.steps(steps) };
  }

  #statement(statement: Statement): Statement {
    switch (statement.kind) {
      case "assign": {
        const parts = statement.parts.map((part) => ({
          ...part,
          variable: this.#variable(part.variable),
          path: this.#formula(part.path),
          value: this.#formula(part.value),
        }));
        return { ...statement, parts };
      }
      case "if": {
        const condition = this.#formula(statement.condition);
        return {
          ...statement,
          condition,
          then: this.#branch(statement.then),
          else: this.#branch(statement.else),
        };
      }
      case "either":
        return { ...statement, branches: statement.branches.map((branch) => this.#branch(branch)) };
      case "while":
        return {
          ...statement,
          condition: this.#formula(statement.condition),
          body: this.#branch(statement.body),
        };
      case "with":
        return {
          ...statement,
          value: this.#formula(statement.value),
          body: this.#statements(statement.body),
        };
      case "await":
      case "assert":
        return { ...statement, condition: this.#formula(statement.condition) };
      case "print":
        return { ...statement, value: this.#formula(statement.value) };
      case "goto":
        return { ...statement, target: this.#target(statement.target, statement.at) };
      case "return":
        return { ...statement, from: statement.from && this.symbols.nameOf("procedure", statement.from, "") };
      case "call": {
        const { then, at } = statement;
        return {
          ...statement,
          procedure: this.#procedure(statement.procedure, statement.args.length, at),
          args: statement.args.map((arg) => this.#formula(arg)),
          then: this.#afterCall(then, at),
        };
      }
      case "skip":
      case "macroCall":
        return statement;
      default:
        return statement satisfies never;
    }
  }

  #afterCall(then: Call["then"], at: Place): Call["then"] {
    switch (then.kind) {
      case "next":
        return then;
      case "return":
        return { ...then, from: then.from && this.symbols.nameOf("procedure", then.from, "") };
      case "goto":
        return { ...then, label: this.#target(then.label, at) };
      default:
        return then satisfies never;
    }
  }

  #variable(name: string): string {
    return this.symbols.variable(name, this.owner);
  }

  #formula(formula: Formula): Formula {
    const other = formula.some((row) =>
      row.some(({ kind, text }) => kind === "name" && this.#variable(text) !== text),
    );
    if (!other) return formula;
    return substitute(
      formula,
      ({ kind, text, origin }) => {
        const name = kind === "name" ? this.#variable(text) : text;
        return name === text ? null : inOneRow([{ text: name, kind: "name", origin }]);
      },
      false,
    );
  }

  #target(label: string, at: Place): string {
    if (label === "Done") return label;
    const symbol = this.symbols.find("label", label, this.owner);
    if (symbol !== undefined) return symbol.renamed;
    const known = this.symbols.all.filter(({ kind, owner }) => kind === "label" && owner === this.owner);
    const meant = nearest(label, [...known.map(({ name }) => name), "Done"]);
    const where = this.owner === "" ? "" : ` in \`${this.owner}\``;
    this.problems.reportAt("P115", `there is no label \`${label}\`${where} to go to`, at, [
      meant === undefined
        ? "`goto` reaches the labels of its own procedure or process, and Done"
        : `did you mean \`${meant}\`?`,
    ]);
    return label;
  }

  #procedure(name: string, args: number, at: Place): string {
    const procedures = this.symbols.all.filter(({ kind }) => kind === "procedure");
    const symbol = procedures.find((each) => each.name === name);
    if (symbol === undefined) {
      const meant = nearest(
        name,
        procedures.map((each) => each.name),
      );
      this.problems.reportAt("P114", `there is no procedure \`${name}\``, at, [
        meant === undefined ? "a macro is used without `call`" : `did you mean \`${meant}\`?`,
      ]);
      return name;
    }
    const parameters = this.symbols.all.filter(
      ({ kind, owner }) => kind === "parameter" && owner === name,
    ).length;
    if (parameters !== args) {
      const takes = parameters === 1 ? "1 argument" : `${parameters} arguments`;
      this.problems.reportAt("P113", `procedure \`${name}\` takes ${takes}, not ${args}`, at, [
        `it is declared at line ${symbol.line}`,
      ]);
    }
    return symbol.renamed;
  }
}
