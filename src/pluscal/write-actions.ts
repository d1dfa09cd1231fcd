/** The actions of an algorithm: one for each label, and one for each procedure and process that gathers them. */
import type { Place } from "./ast.js";
import { Changes } from "./changes.js";
import type { Action } from "./control.js";
import { blanks, type Line, LineWriter, widthOfLine } from "./lines.js";
import type { Problems } from "./problems.js";
import type { Self, Setting } from "./setting.js";
import { StatementWriter, unchangedLines } from "./write-statements.js";

const BULLET = "/\\ ";

/**
 * The definition of one action, an empty line behind it.
 * @param name the label, or where there is no `pc` the process, or Next.
 */
export function actionLines(
  action: Action,
  name: string,
  self: Self,
  setting: Setting,
  problems: Problems,
): readonly Line[] {
  const { span } = action.step;
  const head = `${name}${self.parameter ? "(self)" : ""} == `;
  const indent = blanks(head.length);
  const writer = new StatementWriter(setting, self, problems);
  const { lines, changes } = writer.sequence(
    action.statements,
    [{ text: head + BULLET, origin: span }],
    [{ text: indent + BULLET, origin: span }],
    new Changes(setting.variables),
  );
  const unchanged = changes.unchanged();
  if (unchanged.length === 0 && action.statements.length === 1)
    return [...withoutBullet(lines, head.length), []];
  const rest = unchangedLines(indent + BULLET, unchanged, setting.width).map(
    (text): Line => [{ text, origin: span }],
  );
  return [...lines, ...rest, []];
}

/** The lines of a list of one item as those of the item: all moved to the left by the width of the bullet. */
function withoutBullet(lines: readonly Line[], column: number): readonly Line[] {
  return lines.map((line, i) =>
    i === 0 ? cut(line, column) : widthOfLine(line) > BULLET.length ? cut(line, 0) : line,
  );
}

/** A line without as many characters as a bullet has, from a column on. */
function cut(line: Line, column: number): Line {
  let before = column;
  let rest = BULLET.length;
  return line.flatMap(({ text, origin }) => {
    const start = Math.min(before, text.length);
    before -= start;
    const end = before > 0 ? start : Math.min(text.length, start + rest);
    if (before === 0) rest -= end - start;
    const kept = text.slice(0, start) + text.slice(end);
    return kept === "" ? [] : [{ text: kept, origin }];
  });
}

/** `name(self) == A(self) \/ B(self)`, an empty line behind it. */
export function gatheringLines(
  name: string,
  actions: readonly Action[],
  parameter: boolean,
  at: Place,
  width: number,
): readonly Line[] {
  const argument = parameter ? "(self)" : "";
  const writer = new LineWriter(at.span).write(`${name}${argument} == `);
  const indent = blanks(writer.column + 2);
  actions.forEach(({ label, step }, i) => {
    const disjunct = label + argument;
    // So much may follow: a `\/` with blanks.
    const operator = 7;
    if (i > 0) {
      if (writer.column + operator + disjunct.length > width) writer.end().write(indent);
      writer.write(" \\/ ");
    }
    writer.write(disjunct, step.span);
  });
  return [...writer.finish(), []];
}
