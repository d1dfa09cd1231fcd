/** Statements as the conjuncts of an action. */
import type { Assignment, Branch, Place, Statement } from "./ast.js";
import { type Changes, wrapNames } from "./changes.js";
import { type Formula, isEmpty } from "./formula.js";
import { blanks, formulaTexts, type Line, LineWriter, widthOfLine } from "./lines.js";
import { needsParentheses } from "./parentheses.js";
import type { Problems } from "./problems.js";
import type { Self, Setting } from "./setting.js";

/** Lines, and what has been assigned to when they are through. */
export interface Written {
  readonly lines: readonly Line[];
  readonly changes: Changes;
}

/** From so many letters on a single unchanged variable is written with UNCHANGED. */
const LONG = 5;

/** Writes the statements of one owner. */
export class StatementWriter {
  constructor(
    private readonly setting: Setting,
    private readonly self: Self,
    private readonly problems: Problems,
  ) {}

  /**
   * A sequence of statements as a list, one item each.
   * @param first what stands before the first item on its line; @param next what stands before each of the others
   */
  sequence(statements: readonly Statement[], first: Line, next: Line, changes: Changes): Written {
    const lines: Line[] = [];
    let current = changes;
    statements.forEach((statement, i) => {
      const written = this.#statement(statement, i === 0 ? first : next, current);
      lines.push(...written.lines);
      current = written.changes;
    });
    return { lines, changes: current };
  }

  #statement(statement: Statement, prefix: Line, changes: Changes): Written {
    const writer = new LineWriter(statement.at.span).put(prefix);
    const done = (): Written => ({ lines: writer.finish(), changes });
    switch (statement.kind) {
      case "assign":
        return this.#assign(statement, writer, changes);
      case "if":
        return this.#if(statement, writer, changes);
      case "either":
        return this.#either(statement, prefix, changes);
      case "with":
        return this.#with(statement, writer, changes);
      case "await":
        writer.formula(this.#value(statement.condition, changes));
        return done();
      case "print":
        writer.write("PrintT(").formula(this.#value(statement.value, changes)).write(")");
        return done();
      case "assert":
        this.#assert(statement, writer, changes);
        return done();
      case "skip":
        writer.write("TRUE");
        return done();
      case "while":
      case "call":
      case "return":
      case "goto":
      case "macroCall":
        throw new Error(`a ${statement.kind} is no part of an action`);
      default:
        return statement satisfies never;
    }
  }

  #value(formula: Formula, changes: Changes): Formula {
    return this.setting.valueOf(formula, this.self.identity, changes);
  }

  #assert(statement: Statement & { kind: "assert" }, writer: LineWriter, changes: Changes): void {
    writer.write("Assert(");
    const indent = writer.column;
    writer.formula(this.#value(statement.condition, changes)).write(", ");
    const message = `"Failure of assertion at ${placeText(statement.at)}.")`;
    if (writer.column + message.length >= this.setting.width) writer.end().write(blanks(indent));
    writer.write(message);
  }

  #assign({ parts, at }: Statement & { kind: "assign" }, writer: LineWriter, before: Changes): Written {
    const indent = blanks(writer.column);
    const groups = grouped(parts);
    let changes = before;
    groups.forEach((group, i) => {
      const [{ variable }] = group;
      if (!this.setting.variables.includes(variable)) this.#undeclared(group[0]);
      changes = changes.with(variable);
      const whole = group.some(({ path }) => isEmpty(path));
      if (changes.count(variable) > 1 || (group.length > 1 && whole)) this.#twice(variable, at);
      if (i > 0) writer.end().write(indent);
      if (groups.length > 1) writer.write("/\\ ");
      this.#group(group, writer, before);
    });
    return { lines: writer.finish(), changes };
  }

  /** All assignments to one variable in one statement: they are made at once. */
  #group(group: Group, writer: LineWriter, changes: Changes): void {
    const [{ variable, value, path }] = group;
    if (group.length === 1) {
      if (this.setting.isPerProcess(variable)) {
        writer.write(`${variable}' = [${variable} EXCEPT ![`).formula(this.self.identity!).write("]");
        this.#update(path, value, writer, changes);
        writer.write("]");
      } else if (!isEmpty(path)) {
        writer.write(`${variable}' = [${variable} EXCEPT !`);
        this.#update(path, value, writer, changes);
        writer.write("]");
      } else {
        const right = this.#value(value, changes);
        const wrap = needsParentheses(formulaTexts(right));
        writer
          .write(`${variable}' = ${wrap ? "(" : ""}`)
          .formula(right)
          .write(wrap ? ")" : "");
      }
      return;
    }
    writer.write(`${variable}' = [${variable} EXCEPT `);
    const column = blanks(writer.column);
    group.forEach((part, i) => {
      if (i > 0) writer.end().write(column);
      writer.write("!");
      if (this.setting.isLocal(variable)) writer.write("[").formula(this.self.identity!).write("]");
      this.#update(part.path, part.value, writer, changes);
      writer.write(i < group.length - 1 ? "," : "]");
    });
  }

  #update(path: Formula, value: Formula, writer: LineWriter, changes: Changes): void {
    writer.formula(this.#value(path, changes)).write(" = ").formula(this.#value(value, changes));
  }

  #if(statement: Statement & { kind: "if" }, writer: LineWriter, before: Changes): Written {
    writer.write("IF ");
    const indent = writer.column;
    writer.formula(this.#value(statement.condition, before)).end();
    const head = writer.finish();
    const { span } = statement.at;
    const then = this.#branch(statement.then, `${blanks(indent)}THEN `, before, span);
    const otherwise = this.#branch(statement.else, `${blanks(indent)}ELSE `, before, span);
    return {
      lines: [
        ...head,
        ...then.lines,
        ...this.#unchanged(then, otherwise.changes, span),
        ...otherwise.lines,
        ...this.#unchanged(otherwise, then.changes, span),
      ],
      changes: before.merge(then.changes).merge(otherwise.changes),
    };
  }

  #branch(
    { plain }: Branch,
    word: string,
    before: Changes,
    span: Place["span"],
  ): Written & { indent: string } {
    const indent = blanks(word.length);
    const first: Line = [{ text: `${word}/\\ `, origin: span }];
    const next: Line = [{ text: `${indent}/\\ `, origin: span }];
    if (plain.length === 0) {
      return { lines: [[{ text: `${word}/\\ TRUE`, origin: span }]], changes: before, indent };
    }
    return { ...this.sequence(plain, first, next, before), indent };
  }

  /** What one branch leaves as it is and the other does not. */
  #unchanged(
    { changes, indent }: Written & { indent: string },
    other: Changes,
    span: Place["span"],
  ): readonly Line[] {
    const names = changes.unchanged(other);
    return unchangedLines(`${indent}/\\ `, names, this.setting.width).map((text) => [{ text, origin: span }]);
  }

  #either(statement: Statement & { kind: "either" }, prefix: Line, before: Changes): Written {
    const { span } = statement.at;
    const column = widthOfLine(prefix);
    const inner = blanks(column + "\\/ ".length);
    const branches = statement.branches.map(({ plain }, i) => {
      const start: Line = i === 0 ? prefix : [{ text: blanks(column), origin: span }];
      const first: Line = [...start, { text: "\\/ /\\ ", origin: span }];
      return this.sequence(plain, first, [{ text: `${inner}/\\ `, origin: span }], before);
    });
    const changes = branches.reduce((all, branch) => all.merge(branch.changes), before);
    const lines = branches.flatMap((branch): readonly Line[] => {
      const names = branch.changes.unchanged(changes);
      if (names.length === 0) return branch.lines;
      const text =
        names.length > 1
          ? `${inner}/\\ UNCHANGED <<${names.join(", ")}>>`
          : `${inner}/\\ ${onlyUnchanged(names[0]!)}`;
      return [...branch.lines, [{ text, origin: span }]];
    });
    return { lines, changes };
  }

  #with(statement: Statement & { kind: "with" }, writer: LineWriter, before: Changes): Written {
    const { variable, relation, value, body, at } = statement;
    const indent = blanks(writer.column + 2);
    const equals = relation === "=";
    writer.write(equals ? `LET ${variable} == ` : `\\E ${variable} \\in `);
    writer.formula(this.#value(value, before)).write(equals ? " IN" : ":");
    const head = writer.finish();
    const bullet: Line = [{ text: `${indent}/\\ `, origin: at.span }];
    const first: Line = body.length > 1 ? bullet : [{ text: indent, origin: at.span }];
    const { lines, changes } = this.sequence(body, first, bullet, before);
    return { lines: [...head, ...lines], changes };
  }

  #undeclared({ variable, at }: Assignment): void {
    this.problems.reportAt("P117", `\`${variable}\` is assigned to, but no variable of the algorithm`, at, [
      "declare it with `variables`; constants, and names that `with` introduces, cannot be assigned to",
    ]);
  }

  #twice(variable: string, at: Place): void {
    this.problems.reportAt("P118", `\`${variable}\` gets two values in one step`, at, [
      "put a label before this statement, or make both assignments one with `||` or EXCEPT",
    ]);
  }
}

type Group = readonly [Assignment, ...Assignment[]];

/** The parts of an assignment by variable, in the order of the variables' names. */
function grouped(parts: readonly Assignment[]): readonly Group[] {
  const groups = new Map<string, [Assignment, ...Assignment[]]>();
  for (const part of parts) {
    const group = groups.get(part.variable);
    if (group === undefined) groups.set(part.variable, [part]);
    else group.push(part);
  }
  return [...groups.values()].sort(([a], [b]) => (a.variable < b.variable ? -1 : 1));
}

/** `line 3, column 5 of macro called at line 9, column 3`. */
export function placeText({ line, column, call }: Place): string {
  const own = `line ${line}, column ${column}`;
  return call === null ? own : `${own} of macro called at line ${call.line}, column ${call.column}`;
}

/** What says of one variable that it stays as it is. */
export function onlyUnchanged(name: string): string {
  return name.length > LONG ? `UNCHANGED ${name}` : `${name}' = ${name}`;
}

/** Lines that say of variables that they stay as they are, behind a prefix; none for no variables. */
export function unchangedLines(prefix: string, names: readonly string[], width: number): readonly string[] {
  const [only, second] = names;
  if (only === undefined) return [];
  if (second === undefined) return [prefix + onlyUnchanged(only)];
  const head = `${prefix}UNCHANGED << `;
  const wrapped = wrapNames(names, width - head.length);
  return wrapped.map((text, i) => {
    const line = (i === 0 ? head : blanks(head.length)) + text;
    return i === wrapped.length - 1 ? `${line} >>` : line;
  });
}
