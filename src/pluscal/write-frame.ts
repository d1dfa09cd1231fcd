/** What surrounds the actions: declarations, Init, Next and Termination. */
import type { Algorithm, Declaration, Process, Step } from "./ast.js";
import { EMPTY, type Formula, inOneRow, isEmpty, joined, normalize, type Token, widthOf } from "./formula.js";
import { blanks, formulaTexts, type Line, LineWriter } from "./lines.js";
import { needsParentheses } from "./parentheses.js";
import { SELF, type Setting } from "./setting.js";

type Divided = Algorithm<readonly Step[]>;

/** CONSTANT, VARIABLES, what `define` defines, and `vars`. */
export function declarationLines(
  algorithm: Divided,
  setting: Setting,
  hasDefaults: boolean,
): readonly Line[] {
  const { variables, procedures, processes, define, at } = algorithm;
  const writer = new LineWriter(at.span);
  const global: Named[] = [
    ...(setting.pc ? [{ name: "pc", at }] : []),
    ...variables,
    ...(procedures.length > 0 ? [{ name: "stack", at }] : []),
  ];
  const local: Named[] = [
    ...procedures.flatMap((each) => [...each.parameters, ...each.variables]),
    ...(processes ?? []).flatMap((each) => each.variables),
  ];
  if (hasDefaults) writer.line("CONSTANT defaultInitValue");
  if (isEmpty(define)) declare(writer, [...global, ...local], setting.width);
  else {
    declare(writer, global, setting.width);
    writer.line("").line("(* define statement *)").formula(define).line("");
    declare(writer, local, setting.width);
  }
  writer.line("").write("vars == << ");
  list(writer, [...global, ...local], setting.width);
  if (writer.column + " >>".length + 1 > setting.width) writer.end().write(blanks("vars ==".length));
  return writer.write(" >>").line("").finish();
}

type Named = Pick<Declaration, "name" | "at">;

function declare(writer: LineWriter, declared: readonly Named[], width: number): void {
  if (declared.length === 0) return;
  writer.end().write(declared.length > 1 ? "VARIABLES " : "VARIABLE ");
  list(writer, declared, width);
  writer.end();
}

/** Names with commas between them, further lines under the first name. */
function list(writer: LineWriter, declared: readonly Named[], width: number): void {
  const indent = blanks(writer.column);
  declared.forEach(({ name, at }, i) => {
    if (i > 0) writer.write(", ");
    if (writer.column + name.length + 1 > width) writer.end().write(indent);
    writer.write(name, at.span);
  });
}

/** `ProcSet`, the identities of all processes. */
export function processSetLines(processes: readonly Process<readonly Step[]>[]): readonly Line[] {
  const writer = new LineWriter(processes[0]?.at.span ?? null).write("ProcSet == ");
  processes.forEach(({ identity, relation }, i) => {
    if (i > 0) writer.write(" \\cup ");
    const [open, close] = relation === "=" ? ["{", "}"] : ["(", ")"];
    writer.write(open!).formula(identity).write(close!);
  });
  return [...writer.finish(), []];
}

const INIT = "Init == ";

/** Init, an empty line behind it. */
export function initLines(algorithm: Divided, setting: Setting): readonly Line[] {
  const writer = new InitWriter(setting, algorithm.at.span);
  const { variables, procedures, processes, body } = algorithm;
  if (variables.length > 0) {
    writer.heading("Global variables");
    for (const each of variables) writer.plain(each);
  }
  for (const { name, parameters, variables: own } of procedures) {
    if (parameters.length + own.length === 0) continue;
    writer.heading(`Procedure ${name}`);
    for (const each of [...parameters, ...own]) {
      if (processes === null) writer.plain(each);
      else writer.ofEach(each, "[ self \\in ProcSet |-> ");
    }
  }
  for (const process of processes ?? []) {
    if (process.variables.length === 0) continue;
    writer.heading(`Process ${process.name}`);
    for (const each of process.variables) writer.ofProcess(each, process);
  }
  if (procedures.length > 0) {
    writer.item(processes === null ? "stack = << >>" : "stack = [self \\in ProcSet |-> << >>]");
  }
  if (setting.pc) {
    if (processes === null) writer.item(`pc = "${body?.[0]?.label ?? "Done"}"`);
    else writer.starts(processes);
  }
  return [...writer.finish(), []];
}

class InitWriter {
  readonly #writer: LineWriter;
  /** What the next item stands behind. */
  #prefix = INIT;

  constructor(
    private readonly setting: Setting,
    private readonly origin: Declaration["at"]["span"],
  ) {
    this.#writer = new LineWriter(origin);
  }

  heading(text: string): void {
    this.#writer.line(`${this.#start()}(* ${text} *)`, this.origin);
  }

  item(text: string): void {
    this.#writer.line(`${this.#start()}/\\ ${text}`, this.origin);
  }

  #start(): string {
    const prefix = this.#prefix;
    this.#prefix = blanks(INIT.length);
    return prefix;
  }

  /** `x = e` or `x \in S`. */
  plain({ name, relation, value, at }: Declaration): void {
    const wrap = needsParentheses(formulaTexts(value));
    this.#writer
      .write(`${this.#start()}/\\ `)
      .write(`${name} ${relation} ${wrap ? "(" : ""}`, at.span)
      .formula(value)
      .write(wrap ? ")" : "", at.span)
      .end();
  }

  /** A function that gives each process the same value. */
  ofEach({ name, value, at }: Declaration, open: string): void {
    this.#writer
      .write(`${this.#start()}/\\ `)
      .write(`${name} = ${open}`, at.span)
      .formula(this.setting.valueOf(value, SELF, null))
      .write("]", at.span)
      .end();
  }

  ofProcess(declaration: Declaration, { relation, identity }: Process<readonly Step[]>): void {
    const { name, value, at } = declaration;
    const writer = this.#writer.write(`${this.#start()}/\\ `);
    if (relation === "=") writer.write(`${name} ${declaration.relation} `, at.span).formula(value);
    else if (declaration.relation === "=") {
      writer.write(`${name} = [self \\in `, at.span).formula(identity).write(" |-> ", at.span);
      writer.formula(this.setting.valueOf(value, SELF, null)).write("]", at.span);
    } else {
      writer.write(`${name} \\in [`, at.span).formula(identity).write(" -> ", at.span);
      writer.formula(this.setting.valueOf(value, someOf(identity), null)).write("]", at.span);
    }
    writer.end();
  }

  /** Where each process begins. */
  starts(processes: readonly Process<readonly Step[]>[]): void {
    const many = processes.length !== 1;
    const head = `${this.#start()}/\\ pc = [self \\in ProcSet |-> ${many ? "CASE " : ""}`;
    // The boxes stand under the word CASE.
    const under = blanks(head.length - "[] ".length);
    processes.forEach(({ identity, relation, body, at }, i) => {
      const last = i === processes.length - 1;
      this.#writer.write(i === 0 ? head : `${under}[] `);
      if (many) {
        this.#writer.write(`self ${relation} `, at.span).formula(identity).write(" -> ", at.span);
      }
      this.#writer.write(`"${body[0]?.label ?? "Done"}"${last ? "]" : ""}`, at.span).end();
    });
  }

  finish(): readonly Line[] {
    return this.#writer.finish();
  }
}

/** `CHOOSE self \in S : TRUE`. */
function someOf(identity: Formula): Formula {
  const word = (text: string, kind: Token["kind"]) => ({ text, kind, origin: null });
  const head = inOneRow([word("CHOOSE", "symbol"), word("self", "name"), word("\\in", "symbol")], 1);
  const inner = joined(head, normalize(identity), 2);
  const last = inner.at(-1)!.at(-1)!;
  const [tail] = inOneRow([word(":", "symbol"), word("TRUE", "symbol")], 1);
  const behind = tail!.map((token) => ({ ...token, column: token.column + last.column + widthOf(last) + 1 }));
  return [...inner.slice(0, -1), [...(inner.at(-1) ?? EMPTY.flat()), ...behind]];
}
