/**
 * Columns as they are drawn in commit messages: one per process, time going down, no boxes, one step per row.
 * Since a row holds one step only, its text may run on under the columns to the right of it. That is what keeps
 * three to five columns readable; with more, each row starts with its process's name and columns become indents.
 */
import { elide, wrap } from "./text.js";

export interface Column {
  /** Where it runs and the name of the process, one line each or together. */
  readonly header: readonly string[];
}

export interface Row {
  readonly column: number;
  /** The step. */
  readonly text: string;
  /** What it changed: `cnt[0] = 3`. */
  readonly notes: readonly string[];
  /** Lines from margin to margin printed above the row, e.g. where a lasso's loop starts. */
  readonly above?: string;
}

export interface Drawing {
  readonly lines: readonly string[];
  /** Where each column's text starts, for what is drawn below the last row. */
  readonly offsets: readonly number[];
}

const MARGIN = 2;
/** Distance between a column's text and the next column. */
const GAP = 2;
/** What a row may always use, running on under the columns to its right. */
const ROOM = 46;
/** What the last of many labelled processes has at least. */
const LABELLED_ROOM = 34;
/** The last column has nothing to its right. */
const LAST = 26;
const HANG = 4;
const MOST_COLUMNS = 5;
/** The columns are fitted to so many rows from the start: enough for any race, quick for a long walk. */
const WEIGHED = 300;

/**
 * Draws rows under their columns in lines of at most `width` characters.
 * `dim` sets the changes apart where there is colour.
 */
export function drawColumns(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  dim: (text: string) => string,
): Drawing {
  return columns.length <= MOST_COLUMNS
    ? drawSideBySide(columns, rows, width, dim)
    : drawLabelled(columns, rows, width, dim);
}

function drawSideBySide(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  dim: (text: string) => string,
): Drawing {
  const offsets = bestOffsets(columns, rows, width);
  const lines = header(columns, offsets, width);
  for (const row of rows) {
    if (row.above !== undefined) lines.push(row.above);
    const offset = offsets[row.column]!;
    for (const line of cell(row, roomAt(row.column, offsets, width), dim))
      lines.push(" ".repeat(offset) + line);
  }
  return { lines, offsets };
}

/** The offsets that need the fewest lines; of these, the ones nearest to columns of equal width. */
function bestOffsets(columns: readonly Column[], rows: readonly Row[], width: number): readonly number[] {
  const count = columns.length;
  if (count < 2) return [MARGIN];
  const middle = count === 2 ? MARGIN + Math.floor((width - MARGIN) / 2) : width - LAST - 3;
  let best = spread(count, middle);
  let bestCost = Number.POSITIVE_INFINITY;
  for (let last = MARGIN + 9 * (count - 1); last <= width - LAST; last++) {
    const offsets = spread(count, last);
    let lines = header(columns, offsets, width).length;
    for (const row of rows.slice(0, WEIGHED)) {
      const room = roomAt(row.column, offsets, width);
      // A change that is broken over two lines reads badly: that counts as a line more.
      lines +=
        cell(row, room, (text) => text).length +
        row.notes.filter((note) => note.length >= noteRoom(room)).length;
    }
    const cost = lines * width + Math.abs(last - middle);
    if (cost < bestCost) {
      best = offsets;
      bestCost = cost;
    }
  }
  return best;
}

function spread(count: number, last: number): readonly number[] {
  const step = Math.floor((last - MARGIN) / (count - 1));
  return Array.from({ length: count }, (_, i) => MARGIN + i * step);
}

/** Two columns keep apart; of more, a row may run on to its right. */
function roomAt(column: number, offsets: readonly number[], width: number): number {
  const offset = offsets[column]!;
  const next = offsets[column + 1];
  if (next === undefined) return width - offset;
  const own = next - offset - GAP;
  return offsets.length === 2 ? own : Math.min(width - offset, Math.max(own, ROOM));
}

/**
 * The columns' headers over a line of dashes. A header too wide for its column moves up, out of the way of the
 * next one's.
 */
function header(columns: readonly Column[], offsets: readonly number[], width: number): string[] {
  const grid: string[] = [];
  for (let i = columns.length - 1; i >= 0; i--) {
    const offset = offsets[i]!;
    const block = columns[i]!.header.flatMap((line) => wrap(line, width - offset, 2));
    const wide = Math.max(...block.map((line) => line.length)) + GAP;
    // Rows of the grid are counted from below.
    let bottom = 0;
    while (block.some((_, k) => (grid[bottom + k] ?? "").slice(offset, offset + wide).trim() !== ""))
      bottom++;
    block.reverse().forEach((line, k) => {
      grid[bottom + k] = overlay(grid[bottom + k] ?? "", offset, line);
    });
  }
  let dashes = "";
  columns.forEach((column, i) => {
    const next = offsets[i + 1];
    const longest = Math.max(...column.header.map((line) => line.length));
    const length = Math.min(longest, (next ?? width) - offsets[i]! - (next === undefined ? 0 : GAP));
    dashes = overlay(dashes, offsets[i]!, "-".repeat(Math.max(3, length)));
  });
  return [...Array.from(grid, (line) => line ?? "").reverse(), dashes];
}

/** `text` written over `line` from `offset` on. */
function overlay(line: string, offset: number, text: string): string {
  return line.slice(0, offset).padEnd(offset) + text + line.slice(offset + text.length);
}

/** Many processes: the name stands before the row whenever it changes, and each process has its own indent. */
function drawLabelled(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  dim: (text: string) => string,
): Drawing {
  const labels = columns.map((column) => elide(column.header.join(", "), Math.floor(width / 3)));
  const first = MARGIN + Math.max(...labels.map((label) => label.length)) + GAP;
  const indent = Math.max(0, Math.min(4, Math.floor((width - first - LABELLED_ROOM) / (columns.length - 1))));
  const offsets = columns.map((_, i) => first + i * indent);
  const lines: string[] = [];
  let current = -1;
  for (const row of rows) {
    if (row.above !== undefined) lines.push(row.above);
    const offset = offsets[row.column]!;
    const label = row.column === current ? "" : labels[row.column]!;
    current = row.column;
    cell(row, width - offset, dim).forEach((line, i) => {
      lines.push((i === 0 ? " ".repeat(MARGIN) + label : "").padEnd(offset) + line);
    });
  }
  return { lines, offsets };
}

/** A step and what it changed: behind it as a comment where that fits, below it otherwise. */
function cell(row: Row, width: number, dim: (text: string) => string): string[] {
  const lines = wrap(row.text, width, HANG);
  if (row.notes.length === 0) return lines;
  const last = lines[lines.length - 1]!;
  const together = `// ${row.notes.join(", ")}`;
  if (last.length + GAP + together.length <= width) {
    return [...lines.slice(0, -1), `${last}${" ".repeat(GAP)}${dim(together)}`];
  }
  const below = pack(row.notes, noteRoom(width)).map((line) => " ".repeat(HANG) + dim(`// ${line}`));
  return [...lines, ...below];
}

/** What a line of changes below a step has room for. */
function noteRoom(width: number): number {
  return width - HANG - "// ".length;
}

/** Joins items by commas into lines, breaking an item only if it is longer than a line. */
export function pack(items: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  items.forEach((item, i) => {
    const text = i === items.length - 1 ? item : `${item},`;
    if (line !== "" && line.length + 1 + text.length > width) {
      lines.push(line);
      line = "";
    }
    if (line === "" && text.length > width) {
      const parts = wrap(text, width, 2);
      lines.push(...parts.slice(0, -1));
      line = parts[parts.length - 1]!;
    } else {
      line = line === "" ? text : `${line} ${text}`;
    }
  });
  if (line !== "") lines.push(line);
  return lines;
}
