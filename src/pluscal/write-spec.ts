/** Spec: Init, Next, and the fairness of the algorithm and of its processes. */
import type { Algorithm, Owner, Procedure, Process, Step } from "./ast.js";
import { blanks, formulaTexts, type Line, LineWriter } from "./lines.js";
import type { Fairness } from "./options.js";

type Divided = Algorithm<readonly Step[]>;

const SAFETY = "Init /\\ [][Next]_vars";
const INDENT = "Spec == /\\ ".length;

/** Spec, an empty line behind it. */
export function specLines(algorithm: Divided, fairness: Fairness, width: number): readonly Line[] {
  const { processes, procedures, fair, at } = algorithm;
  const writer = new LineWriter(at.span);
  const asked = processes === null && fair ? "wf" : fairness;
  const whole = asked === "wfNext" || fair || (processes === null && (asked === "wf" || asked === "sf"));
  const none = asked === "nof" || (processes === null && asked === null);
  const formulas = none ? [] : (processes ?? []).flatMap((process) => fairnessOf(process, procedures));
  if (none || (!whole && formulas.length === 0)) return writer.line(`Spec == ${SAFETY}`).line("").finish();
  writer.line(`Spec == /\\ ${SAFETY}`);
  if (whole) writer.line(`${blanks("Spec == ".length)}/\\ WF_vars(Next)`);
  for (const formula of formulas) {
    const text = `${blanks("Spec == ".length)}/\\ ${formatted(formula, width)}`;
    for (const line of text.replace(/\n+$/, "").split("\n")) writer.line(line);
  }
  return writer.line("").finish();
}

/** Weak fairness of something, with strong fairness of some of its steps. */
interface Pair {
  readonly weak: string;
  readonly strong: string | null;
}

/** The fairness of one process statement: of itself, and of the procedures that it may come to call. */
interface ProcessFairness {
  /** `\A self \in S :` or `LET self == e IN`, in lines; the last one stands before the rest. */
  readonly prefix: readonly string[];
  readonly own: Pair;
  readonly called: readonly Pair[];
}

function fairnessOf(
  process: Process<readonly Step[]>,
  procedures: readonly Procedure<readonly Step[]>[],
): readonly ProcessFairness[] {
  if (process.fairness === "unfair") return [];
  const rows = formulaTexts(process.identity);
  const one = process.relation === "=";
  const bound = one && rows.length > 1;
  const self = one && !bound ? rows[0]! : "self";
  const [begin, end] = one ? ["LET self == ", ""] : ["\\A self \\in ", " : "];
  const indented = rows.map((row, i) => {
    const last = i === rows.length - 1 ? end : "";
    return `${i === 0 ? begin : blanks(begin!.length)}${row}${last}`;
  });
  const prefix = bound ? [...indented, "IN "] : one ? [] : indented;
  const word = process.fairness === "weak" ? "WF" : "SF";
  const called = process.calls.flatMap((name) => {
    const procedure = procedures.find((each) => each.name === name);
    return procedure ? [pairOf(procedure, `${procedure.name}(${self})`, `(${self})`, self, word)] : [];
  });
  const argument = one ? "" : "(self)";
  return [{ prefix, own: pairOf(process, process.name + argument, argument, self, word), called }];
}

/** Labels with `-` are excepted, those with `+` get strong fairness on top. */
function pairOf(
  { plus, minus }: Owner,
  action: string,
  argument: string,
  self: string,
  word: "WF" | "SF",
): Pair {
  const [only, second] = minus;
  const except =
    only === undefined
      ? ""
      : second === undefined
        ? `(pc[${self}] # "${only}") /\\ `
        : `(pc[${self}] \\notin {${minus.map((label) => `"${label}"`).join(", ")}}) /\\ `;
  const strong = word === "WF" && plus.length > 0;
  return {
    weak: `${word}_vars(${except}${action})`,
    strong: strong ? plus.map((label) => `SF_vars(${label}${argument})`).join(" /\\ ") : null,
  };
}

function onOneLine({ weak, strong }: Pair): string {
  return strong === null ? weak : `${weak} /\\ ${strong}`;
}

function onTwoLines({ weak, strong }: Pair, column: number): string {
  return strong === null ? `/\\ ${weak}` : `/\\ ${weak}\n${blanks(column)}/\\ ${strong}`;
}

/** The fairness of a process as text, on one line where there is room for it. */
function formatted({ prefix, own, called }: ProcessFairness, width: number): string {
  const before = prefix.map((line, i) => (i === 0 ? line : blanks(INDENT) + line)).join("\n");
  const needed = Math.max(
    0,
    ...prefix.slice(0, -1).map(({ length }) => length),
    (prefix.length > 1 ? prefix.at(-1)!.length : 0) +
      own.weak.length +
      (own.strong?.length ?? 0) +
      called.reduce((sum, pair) => sum + onOneLine(pair).length, 0),
  );
  if (INDENT + needed <= width || (own.strong === null && called.length === 0)) {
    return before + [own, ...called].map(onOneLine).join(" /\\ ");
  }
  const column = INDENT + (prefix.at(-1)?.length ?? 0);
  const fits = (pair: Pair) => column + onOneLine(pair).length + 3 <= width;
  let text = before + (fits(own) ? `/\\ ${onOneLine(own)}` : onTwoLines(own, column));
  called.forEach((pair, i) => {
    if (i === 0) text += "\n";
    text += blanks(column) + (fits(pair) ? `/\\ ${onOneLine(pair)}\n` : `${onTwoLines(pair, column)}\n`);
  });
  return text;
}
