/** Next and what goes with it: Terminating and Termination. */
import type { Algorithm, Step } from "./ast.js";
import { blanks, formulaTexts, type Line, LineWriter } from "./lines.js";

type Divided = Algorithm<readonly Step[]>;

const OR = " \\/ ";
const NEXT = "Next == ";
const SOME = "(\\E self \\in ProcSet: ";

/** `Terminating` and `Next`, an empty line behind each. */
export function nextLines(
  algorithm: Divided,
  labels: readonly string[],
  terminating: boolean,
  width: number,
): readonly Line[] {
  const { processes, procedures, at } = algorithm;
  const writer = new LineWriter(at.span);
  const many = processes !== null;
  if (terminating) {
    writer.line("(* Allow infinite stuttering to prevent deadlock on termination. *)");
    if (many) {
      writer.line('Terminating == /\\ \\A self \\in ProcSet: pc[self] = "Done"');
      writer.line(`${blanks("Terminating == ".length)}/\\ UNCHANGED vars`);
    } else writer.line('Terminating == pc = "Done" /\\ UNCHANGED vars');
    writer.line("");
  }
  const indent = NEXT.length + 2;
  const single = many
    ? processes.filter(({ relation }) => relation === "=").map(({ name }) => name)
    : [...procedures.map(({ name }) => name), ...labels];
  const singles = packed(single, width - `${NEXT}\\/ `.length);
  let start = NEXT;
  for (const line of singles) {
    writer.line(start + line);
    start = `${blanks(indent)}${OR}`;
  }
  const called = many
    ? packed(
        procedures.map(({ name }) => `${name}(self)`),
        width - `${NEXT}\\/ ${SOME}\\/ `.length,
        4,
      )
    : [];
  if (called.length > 0) {
    start += SOME;
    const inner = `${blanks(start.length)}${OR}`;
    if (called.length > 1) start += OR;
    called.forEach((line, i) => {
      writer.line(`${start}${line}${i === called.length - 1 ? ")" : ""}`);
      start = inner;
    });
    start = `${blanks(indent)}${OR}`;
  }
  const sets = (processes ?? []).filter(({ relation }) => relation === "\\in");
  sets.forEach(({ name, identity, at: place }, i) => {
    const rows = formulaTexts(identity);
    const head = "(\\E self \\in ";
    const first = singles.length === 0 && called.length === 0 && i === 0;
    const under = blanks(first ? indent - 2 : indent + OR.length);
    rows.forEach((row, k) => {
      const end = k === rows.length - 1 ? `: ${name}(self))` : "";
      writer.line(`${k === 0 ? start + head : under + blanks(head.length)}${row}${end}`, place.span);
    });
    start = `${blanks(indent)}${OR}`;
  });
  if (terminating) writer.line(`${start}Terminating`);
  return writer.line("").finish();
}

/** Names with `\/` between them, in lines of at most so many characters where that is possible. */
function packed(names: readonly string[], most: number, operator = OR.length): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const name of names) {
    if (name.length + operator + line.length > most) {
      lines.push(line);
      line = "";
    }
    line += (line === "" ? "" : OR) + name;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** `Termination`, an empty line behind it. */
export function terminationLines({ processes, at }: Divided): readonly Line[] {
  const where = processes === null ? "pc" : "\\A self \\in ProcSet: pc[self]";
  return new LineWriter(at.span).line(`Termination == <>(${where} = "Done")`).line("").finish();
}
