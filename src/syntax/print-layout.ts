/**
 * Documents that know where they may be broken, and their layout within a width.
 * A printer describes the text as a tree of texts, possible line ends and indentations; `layout` breaks as few
 * groups as will do. Aligned junction lists need one thing more than blocks do: `align`, which makes the current
 * column the margin of all lines that follow, so that what belongs to a bullet stays right of it.
 */

export type Doc = string | Concat | Line | Indent | Align | Group;

interface Concat {
  readonly kind: "concat";
  readonly parts: readonly Doc[];
  readonly hard: boolean;
}

/** A line end, or `flat` where the group around it stays on one line; `flat` null: always a line end. */
interface Line {
  readonly kind: "line";
  readonly flat: string | null;
}

interface Indent {
  readonly kind: "indent";
  readonly columns: number;
  readonly body: Doc;
}

interface Align {
  readonly kind: "align";
  readonly body: Doc;
}

/** Laid out on one line if that fits and nothing in it always breaks. */
interface Group {
  readonly kind: "group";
  readonly body: Doc;
}

/** A blank or a line end. */
export const line: Doc = { kind: "line", flat: " " };
/** Always a line end; the groups around it are broken. */
export const hardLine: Doc = { kind: "line", flat: null };

/** One document after the other. */
export function concat(...parts: readonly Doc[]): Doc {
  return sequence(parts);
}

/** The same for any number of documents: more than a call can take as arguments. */
export function sequence(parts: readonly Doc[]): Doc {
  return { kind: "concat", parts, hard: parts.some(isHard) };
}

/** Further lines of `body` stand so many columns right of the margin around it. */
export function indent(columns: number, body: Doc): Doc {
  return { kind: "indent", columns, body };
}

/** Further lines of `body` start in the column where `body` starts. */
export function align(body: Doc): Doc {
  return { kind: "align", body };
}

/** Breaks the line ends directly in it all or none. */
export function group(body: Doc): Doc {
  return { kind: "group", body };
}

/** Documents with a separator between them. */
export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return sequence(docs.flatMap((doc, i) => (i === 0 ? [doc] : [separator, doc])));
}

/** Comma-separated items: as many on a line as fit, further lines under the first item. */
export function commaList(items: readonly Doc[]): Doc {
  return align(sequence(items.flatMap((item, i) => (i === 0 ? [item] : [",", group(concat(line, item))]))));
}

/** Whether a document has line ends that are never undone. */
function isHard(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  switch (doc.kind) {
    case "concat":
      return doc.hard;
    case "line":
      return doc.flat === null;
    case "indent":
    case "align":
    case "group":
      return isHard(doc.body);
    default:
      return doc satisfies never;
  }
}

/** The columns that a document takes on one line; infinite if it cannot stand on one. */
export function flatWidth(doc: Doc): number {
  if (typeof doc === "string") return doc.length;
  switch (doc.kind) {
    case "concat":
      return doc.parts.reduce((sum, part) => sum + flatWidth(part), 0);
    case "line":
      return doc.flat === null ? Number.POSITIVE_INFINITY : doc.flat.length;
    case "indent":
    case "align":
    case "group":
      return flatWidth(doc.body);
    default:
      return doc satisfies never;
  }
}

/** The last piece of text in a document; empty where it ends with a line end. */
export function lastText(doc: Doc): string {
  if (typeof doc === "string") return doc;
  switch (doc.kind) {
    case "concat": {
      const last = doc.parts.findLast((part) => part !== "");
      return last === undefined ? "" : lastText(last);
    }
    case "line":
      return "";
    case "indent":
    case "align":
    case "group":
      return lastText(doc.body);
    default:
      return doc satisfies never;
  }
}

/** A document still to be written, the margin of its further lines, and whether its own line ends are undone. */
interface Item {
  readonly doc: Doc;
  readonly margin: number;
  readonly flat: boolean;
}

/** The text of a document in lines of at most `width` columns where that is possible; no blanks at line ends. */
export function layout(doc: Doc, width: number): string {
  const out: string[] = [];
  let column = 0;
  const stack: Item[] = [{ doc, margin: 0, flat: false }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { doc, margin, flat } = item;
    if (typeof doc === "string") {
      out.push(doc);
      column += doc.length;
      continue;
    }
    switch (doc.kind) {
      case "concat":
        pushParts(stack, doc, margin, flat);
        break;
      case "line":
        if (flat && doc.flat !== null) {
          out.push(doc.flat);
          column += doc.flat.length;
        } else {
          out.push(`\n${" ".repeat(margin)}`);
          column = margin;
        }
        break;
      case "indent":
        stack.push({ doc: doc.body, margin: margin + doc.columns, flat });
        break;
      case "align":
        stack.push({ doc: doc.body, margin: column, flat });
        break;
      case "group":
        stack.push({ doc: doc.body, margin, flat: flat || fits(doc.body, stack, width - column) });
        break;
      default:
        doc satisfies never;
    }
  }
  return out.join("").replace(/ +$/gm, "");
}

function pushParts(stack: Item[], doc: Concat, margin: number, flat: boolean): void {
  for (let i = doc.parts.length - 1; i >= 0; i--) stack.push({ doc: doc.parts[i]!, margin, flat });
}

/** Whether `body` on one line, and what follows up to the next possible line end, fits into `room` columns. */
function fits(body: Doc, following: readonly Item[], room: number): boolean {
  if (isHard(body)) return false;
  const stack: Item[] = [{ doc: body, margin: 0, flat: true }];
  let next = following.length - 1;
  let left = room;
  while (left >= 0) {
    const item = stack.pop() ?? following[next--];
    if (item === undefined) return true;
    const { doc, flat } = item;
    if (typeof doc === "string") {
      left -= doc.length;
      continue;
    }
    switch (doc.kind) {
      case "concat":
        pushParts(stack, doc, 0, flat);
        break;
      case "line":
        if (!flat || doc.flat === null) return true;
        left -= doc.flat.length;
        break;
      case "indent":
      case "align":
      case "group":
        stack.push({ doc: doc.body, margin: 0, flat });
        break;
      default:
        doc satisfies never;
    }
  }
  return false;
}
