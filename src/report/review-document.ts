/** The parts of a report that is laid out as a page of text, a mail, or Markdown. */
import type { Style } from "../syntax/render.js";
import { wrap } from "./text.js";

export type Block =
  /** Sentences, wrapped. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Lines that stay as they are. */
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | Table;

export interface Table {
  readonly kind: "table";
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether the last column is text that may be wrapped, in plain text without its header. */
  readonly remarks: boolean;
}

export interface Section {
  /** Null: no heading. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

export type DocumentForm = "text" | "mail" | "markdown";

const GAP = 2;
/** How much preformatted lines are moved in. */
export const INDENT = 4;
/** What lines after the first of an item or a row start with. */
const HANG = 4;
/** Names up to this length stand in a column of their own. */
const LONGEST_NAME = 24;
/** A remark that has less room goes below its row. */
const REMARK_ROOM = 24;

/** Lays sections out, in lines of at most `width` characters where words allow it; no final line end. */
export function layOut(
  sections: readonly Section[],
  form: DocumentForm,
  width: number,
  style: Style,
): string {
  const blocks = sections.flatMap(({ title, blocks }) => {
    const shown = blocks.map((block) =>
      form === "markdown" ? markdownBlock(block) : textBlock(block, width),
    );
    if (title === null) return shown;
    if (form === "markdown") return [[`### ${title}`], ...shown];
    const [first = [], ...rest] = shown;
    return [[...wrap(`${title}:`, width).map((line) => style.bold(line)), ...first], ...rest];
  });
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => line.trimEnd()).join("\n"))
    .join("\n\n");
}

function textBlock(block: Block, width: number): readonly string[] {
  switch (block.kind) {
    case "text":
      return wrap(block.text, width);
    case "list":
      return block.items.flatMap((item) => hanging("- ", item, width));
    case "lines":
      return block.lines.map((line) => (line === "" ? "" : " ".repeat(INDENT) + line));
    case "table":
      return block.remarks ? remarkRows(block.rows, width) : gridRows(block, width);
    default:
      return block satisfies never;
  }
}

function hanging(mark: string, text: string, width: number): readonly string[] {
  const [first = "", ...rest] = wrap(text, width - mark.length);
  return [mark + first, ...rest.map((line) => " ".repeat(mark.length) + line)];
}

/** Rows whose last cell is a remark: the others in columns at the line's start, the remark wrapped behind or below. */
function remarkRows(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const widths = columnWidths(rows.map((row) => row.slice(0, -1)));
  return rows.flatMap((row) => {
    const remark = row[row.length - 1]!;
    const cells = row.slice(0, -1);
    // A name that is longer than its column pushes the rest; where that runs off the page the padding goes.
    const padded = cells.map((text, i) => text.padEnd(widths[i]!)).join(" ".repeat(GAP));
    const head = padded.trimEnd().length <= width ? padded : cells.join(" ");
    const start = head.length + GAP;
    if (start + remark.length <= width) return [`${head}${" ".repeat(GAP)}${remark}`];
    if (width - start >= REMARK_ROOM) {
      const [first = "", ...rest] = wrap(remark, width - start);
      return [head + " ".repeat(GAP) + first, ...rest.map((line) => " ".repeat(start) + line)];
    }
    return [head, ...wrap(remark, width - HANG).map((line) => " ".repeat(HANG) + line)];
  });
}

function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const count = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, i) => {
    const lengths = rows.map((row) => row[i]!.length);
    const fitting = lengths.filter((length) => length <= LONGEST_NAME);
    return Math.max(...(fitting.length > 0 ? fitting : [LONGEST_NAME]));
  });
}

/**
 * A table on a grid. The first cell of a row is left out where it is as above. Where a grid is too wide, it stands on a
 * line of its own.
 */
function gridRows({ header, rows }: Table, width: number): readonly string[] {
  const widths = columnsOf([header, ...rows]);
  const line = (row: readonly string[], from: number) =>
    row
      .slice(from)
      .map((text, i) => text.padEnd(widths[i + from]!))
      .join(" ".repeat(GAP));
  if (gridWidth([header, ...rows]) <= width) {
    return [header, ...rows].map((row, i) => {
      const same = i > 1 && rows[i - 2]![0] === row[0];
      return line(same ? ["", ...row.slice(1)] : row, 0);
    });
  }
  const body = (row: readonly string[]) => " ".repeat(GAP) + line(row, 1);
  return [
    header[0]!,
    body(header),
    ...rows.flatMap((row, i) => (rows[i - 1]?.[0] === row[0] ? [body(row)] : [row[0]!, body(row)])),
  ];
}

/** The width of a grid with these rows. */
export function gridWidth(rows: readonly (readonly string[])[]): number {
  return columnsOf(rows).reduce((sum, one) => sum + one + GAP, -GAP);
}

function columnsOf(rows: readonly (readonly string[])[]): readonly number[] {
  return rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
}

function markdownBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case "text":
      return [escaped(block.text)];
    case "list":
      return block.items.map((item) => `- ${escaped(item)}`);
    case "lines":
      return block.lines.length === 0 ? [] : ["```text", ...block.lines, "```"];
    case "table": {
      const row = (cells: readonly string[]) =>
        `| ${cells.map((cell) => escaped(cell).replaceAll("|", "\\|")).join(" | ")} |`;
      return [row(block.header), `|${" --- |".repeat(block.header.length)}`, ...block.rows.map(row)];
    }
    default:
      return block satisfies never;
  }
}

/** Text without what Markdown would take for markup, outside of code. Underscores within a name are none. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/[\\*<#[\]]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&"),
    )
    .join("");
}
