/**
 * An algorithm as a record of records, the text that the checksum of the algorithm is taken of. The TLA+ tools take it
 * of their own tree's text, so its layout matters to the blank.
 */
import type { Algorithm, Branch, Declaration, Owner, Procedure, Process, Statement, Step } from "./ast.js";
import { EMPTY, type Formula } from "./formula.js";

/** The first version whose records say what is fair. */
const WITH_FAIRNESS = 1500;

/** The text of an algorithm, as it is when control has been made explicit in it. */
export function recordOf(algorithm: Algorithm<readonly Step[]>, version: number): string {
  const { name, variables, define, procedures, processes, body } = algorithm;
  const text = new RecordText();
  const several = processes !== null;
  const fairness = version >= WITH_FAIRNESS;
  const gap = several ? "" : " ";
  text.open("");
  text.write(several ? '[type    |-> "multiprocess", ' : '[type     |-> "uniprocess", ').newLine();
  text.write(` name  |-> "${name}", `).newLine();
  text.field(` decls ${gap}|-> `, () => text.list(variables, (each) => declaration(text, each))).comma();
  text.field(` defs  ${gap}|-> `, () => text.formula(define)).comma();
  text
    .field(` prcds ${gap}|-> `, () => text.list(procedures, (each) => procedure(text, each, fairness)))
    .comma();
  if (several)
    text.field(" procs |-> ", () => text.list(processes, (each) => process(text, each, fairness)), "]");
  else text.field(" body  |-> ", () => text.list(body ?? [], (each) => step(text, each)), "]");
  return text.close().toString();
}

/** Writes text whose further lines stand in as far as what was opened last. */
class RecordText {
  #text = "";
  readonly #indents = [0];

  toString(): string {
    return this.#text;
  }

  write(text: string): this {
    this.#text += text;
    return this;
  }

  newLine(): this {
    this.#text += `\n${" ".repeat(this.#indents.at(-1)!)}`;
    return this;
  }

  /** Writes a text; lines until `close` stand in by as much as it is long. */
  open(text: string): this {
    this.#indents.push(this.#indents.at(-1)! + text.length);
    return this.write(text);
  }

  close(): this {
    this.#indents.pop();
    return this;
  }

  field(name: string, value: () => void, end = ""): this {
    this.open(name);
    value();
    return this.write(end).close();
  }

  comma(): this {
    return this.write(",").newLine();
  }

  list<T>(items: readonly T[], write: (item: T) => void): this {
    this.open("<<");
    items.forEach((item, i) => {
      if (i > 0) this.write(", ").newLine();
      write(item);
    });
    return this.write(">>").close();
  }

  formula(formula: Formula): this {
    const rows = formula.map((row) =>
      row.map(({ text, kind, column }) => {
        if (kind === "string") return `"\\"", "${text}", "\\""`;
        if (text === "\\/") return `"(col${column}) \\\\/"`;
        if (text === "/\\") return `"(col${column}) /\\\\"`;
        return text.startsWith("\\") ? `"\\${text}"` : `"${text}"`;
      }),
    );
    let any = false;
    const lines = rows.map((row) =>
      row
        .map((token) => {
          const separated = any ? `, ${token}` : token;
          any = true;
          return separated;
        })
        .join(""),
    );
    return this.write(`<< ${lines.join("\n")} >>`);
  }
}

function relationText(relation: Declaration["relation"]): string {
  return relation === "=" ? '"="' : '"\\\\in"';
}

function quoted(names: readonly string[]): string {
  return `<<${names.map((name) => `"${name}"`).join(", ")}>>`;
}

function declaration(text: RecordText, { name, relation, value }: Declaration): void {
  text
    .open("")
    .write(`[var |-> "${name}", eqOrIn |-> ${relationText(relation)}, val |-> `)
    .formula(value);
  text.write("]").close();
}

function owned({ minus, plus, calls }: Owner): string {
  return `minusLabels |-> ${quoted(minus)}, plusLabels |->${quoted(plus)}, proceduresCalled |->${quoted(calls)},`;
}

function procedure(text: RecordText, each: Procedure<readonly Step[]>, fairness: boolean): void {
  text.open("").write(`[name   |-> "${each.name}", `).newLine();
  if (fairness) text.write(owned(each)).newLine();
  text
    .field(" params |-> ", () => text.list(each.parameters, (one) => declaration(text, one)), ",")
    .newLine();
  text.field(" decls  |-> ", () => text.list(each.variables, (one) => declaration(text, one)), ",").newLine();
  text.field(" body   |-> ", () => text.list(each.body, (one) => step(text, one)), "]").close();
}

const FAIRNESS = { unfair: "unfair", weak: "wf", strong: "sf" } as const;

function process(text: RecordText, each: Process<readonly Step[]>, fairness: boolean): void {
  text
    .open("")
    .write(`[name   |-> "${each.name}",${fairness ? "" : " "}`)
    .newLine();
  if (fairness) text.write(` fairness |-> "${FAIRNESS[each.fairness]}", ${owned(each)}`).newLine();
  text.write(` eqOrIn |-> ${relationText(each.relation)},`).newLine();
  text.write(" id     |-> ").formula(each.identity).write(",").newLine();
  text.field(" decls  |-> ", () => text.list(each.variables, (one) => declaration(text, one)), ",").newLine();
  text.field(" body   |-> ", () => text.list(each.body, (one) => step(text, one)), "]").close();
}

function step(text: RecordText, { label, statements }: Step): void {
  text.open("").write(`[label |-> "${label}",`).newLine();
  text.field(" stmts |-> ", () => sequence(text, statements), "]").close();
}

function sequence(text: RecordText, statements: readonly Statement[]): void {
  text.list(statements, (each) => write(text, each));
}

function steps(text: RecordText, all: readonly Step[]): void {
  text.list(all, (each) => step(text, each));
}

function write(text: RecordText, statement: Statement): void {
  text.open("");
  switch (statement.kind) {
    case "assign":
      assign(text, statement);
      break;
    case "if":
      conditional(text, statement);
      break;
    case "either":
      choice(text, statement);
      break;
    case "while":
      text
        .write('[type    |-> "while", ')
        .newLine()
        .write(" test    |-> ")
        .formula(statement.condition)
        .write(",")
        .newLine();
      text.field(" labDo   |-> ", () => steps(text, statement.body.steps), ",").newLine();
      text.field(" unlabDo |-> ", () => sequence(text, statement.body.plain), "]");
      break;
    case "with":
      text.write('[type   |-> "with", ').newLine().write(` var    |-> "${statement.variable}",`).newLine();
      text.write(` eqOrIn |-> ${relationText(statement.relation)},`).newLine();
      text.write(" exp    |-> ").formula(statement.value).write(",").newLine();
      text.field(" do     |-> ", () => sequence(text, statement.body), "]");
      break;
    case "await":
      text.write('[type |-> "when", ').newLine().write(" exp |-> ").formula(statement.condition).write("]");
      break;
    case "print":
      text.write('[type |-> "print", ').newLine().write(" exp |-> ").formula(statement.value).write("]");
      break;
    case "assert":
      text.write('[type |-> "assert", ').newLine().write(" exp |-> ").formula(statement.condition).write("]");
      break;
    case "skip":
      text.write('[type |-> "skip"]');
      break;
    case "return":
      text.write(`[type |-> "return", from |-> "${statement.from}"]`);
      break;
    case "goto":
      text.write(`[type |-> "goto",  to |-> "${statement.target}"]`);
      break;
    case "call":
      call(text, statement);
      break;
    case "macroCall":
      throw new Error("macros have been expanded");
    default:
      statement satisfies never;
  }
  text.close();
}

function assign(text: RecordText, { parts }: Statement & { kind: "assign" }): void {
  text.write('[type |-> "assignment",').newLine();
  text.field(
    " ass  |-> ",
    () =>
      text.list(parts, ({ variable, path, value }) => {
        text.open("").write(`[lhs |-> [var |-> "${variable}", sub |-> `).formula(path).write("],").newLine();
        text.write(" rhs |-> ").formula(value).write("]").close();
      }),
    "]",
  );
}

function conditional(
  text: RecordText,
  { condition, then, else: otherwise, labelled }: Statement & { kind: "if" },
): void {
  if (!labelled) {
    text
      .write('[type    |-> "if", ')
      .newLine()
      .write(" test    |-> ")
      .formula(condition)
      .write(",")
      .newLine();
    text.field(" then |-> ", () => sequence(text, then.plain), ",").newLine();
    text.field(" else |-> ", () => sequence(text, otherwise.plain), "]");
    return;
  }
  text
    .write('[type      |-> "labelIf",')
    .newLine()
    .write(" test      |-> ")
    .formula(condition)
    .write(",")
    .newLine();
  text.field(" unlabThen |-> ", () => sequence(text, then.plain), ",").newLine();
  text.field(" labThen   |-> ", () => steps(text, then.steps), ",").newLine();
  text.field(" unlabElse |-> ", () => sequence(text, otherwise.plain), ",").newLine();
  text.field(" labElse   |-> ", () => steps(text, otherwise.steps), "]").newLine();
}

function choice(text: RecordText, { branches, labelled }: Statement & { kind: "either" }): void {
  if (!labelled) {
    text.write('[type |-> "either", ').newLine();
    text.open(" ors  |-> ").open("<< ");
    branches.forEach(({ plain }, i) => {
      if (i > 0) text.write(", ").newLine();
      sequence(text, plain);
    });
    text.write(" >>").close().write("]").close();
    return;
  }
  const clause = ({ plain, steps: inner }: Branch): void => {
    text.open("");
    text.field("[unlabOr |-> ", () => sequence(text, plain), ",").newLine();
    text.field(" labOr   |-> ", () => steps(text, inner), "]").newLine();
    text.close();
  };
  text.write('[type    |-> "labelEither",').newLine();
  text.field(" clauses |-> ", () => text.list(branches, clause), "]").newLine();
}

function call(text: RecordText, { procedure: to, args, then }: Statement & { kind: "call" }): void {
  const values = () => text.list(args, (each) => text.formula(each ?? EMPTY));
  switch (then.kind) {
    case "next":
      text.write('[type     |-> "call",').newLine().write(' returnTo |-> "",').newLine();
      text.write(` to       |-> "${to}",`).newLine().field(" args     |-> ", values, "]");
      return;
    case "return":
      text.write('[type     |-> "callReturn",').newLine().write(` from     |-> "${then.from}",`).newLine();
      text.write(` to       |-> "${to}",`).newLine();
      text.open("args     |-> ");
      values();
      text.write("]").newLine().close();
      return;
    case "goto":
      text.write('[type     |-> "callGoto",').newLine().write(` after    |-> "${then.label}",`).newLine();
      text.write(` to       |-> "${to}",`).newLine();
      text.open("args     |-> ");
      values();
      text.write("]").newLine().close();
      return;
    default:
      then satisfies never;
  }
}
