/** The table of a spec's anchors: which kernel function each step stands for, as a reviewer checks a model by it. */
import type { Model } from "../semantics/model.js";
import { location, oneLine } from "../syntax/source.js";
import { listed, wrap } from "./text.js";

/** One step and the C that it stands for. Plain data, as `--json` prints it. */
export interface AnchorRow {
  /** `umount.take`. */
  readonly step: string;
  /** Where the C lives, e.g. `fs/namespace.c:do_umount`; null: the spec does not say. */
  readonly anchor: string | null;
  /** The C text; null: the spec gives none. */
  readonly c: string | null;
  /** `file:line:column` of the step's label. */
  readonly location: string;
}

export interface AnchorTable {
  readonly spec: string;
  /** The kernel version or commit that the spec says it models. */
  readonly kernel: string | null;
  /** Processes first, in the order of the text, the procedures that they call after them. */
  readonly rows: readonly AnchorRow[];
}

/** What stands in for a function that the spec does not name. */
const NONE = "-";
const GAP = 2;
/** Columns wider than these shares of a line would leave the others too little. */
const WIDEST_STEP = 0.3;
const WIDEST_ANCHOR = 0.5;

/** The table of a model's steps; without rows for a model without processes. */
export function anchorTable({
  name,
  kernel,
  definitions,
}: Pick<Model, "name" | "kernel" | "definitions">): AnchorTable {
  const rows = [...definitions.values()].flatMap(({ step }): AnchorRow[] => {
    if (step === null || step.kind === "memory") return [];
    return [
      {
        step: `${step.process}.${step.name}`,
        anchor: step.anchor,
        c: step.c === null ? null : oneLine(step.c),
        location: location(step.span),
      },
    ];
  });
  return { spec: name, kernel, rows };
}

/**
 * The table as text, one step a line where it fits:
 * ```
 * legit_vs_umount, kernel v6.12
 *
 * umount.take  fs/namespace.c:do_umount  lock_mount_hash()
 * ```
 * A C text that is too long goes on below itself. Below the table: how many steps have no anchor.
 */
export function anchorText(table: AnchorTable, width: number): string {
  const { rows } = table;
  if (rows.length === 0) return `${headOf(table)}\n\n${noSteps}`;
  const widest = (texts: readonly string[], share: number): number =>
    Math.min(Math.floor(width * share), Math.max(...texts.map((text) => text.length)));
  const first =
    widest(
      rows.map(({ step }) => step),
      WIDEST_STEP,
    ) + GAP;
  const second =
    first +
    widest(
      rows.map(({ anchor }) => anchor ?? NONE),
      WIDEST_ANCHOR,
    ) +
    GAP;
  const lines = rows.flatMap(({ step, anchor, c }) => {
    const cells = [
      { offset: 0, lines: wrap(step, first - GAP) },
      { offset: first, lines: wrap(anchor ?? NONE, second - first - GAP) },
      { offset: second, lines: c === null ? [] : wrap(c, width - second, 2) },
    ];
    const height = Math.max(...cells.map((cell) => cell.lines.length));
    return Array.from({ length: height }, (_, i) =>
      cells.reduce((line, cell) => line.padEnd(cell.offset) + (cell.lines[i] ?? ""), "").trimEnd(),
    );
  });
  return [headOf(table), "", ...lines, ...unanchored(table, width)].join("\n");
}

/** The table in Markdown. */
export function anchorMarkdown(table: AnchorTable): string {
  const { rows } = table;
  if (rows.length === 0) return `${headOf(table)}\n\n${noSteps}`;
  const code = (text: string | null): string => (text === null ? "" : codeSpan(text));
  return [
    headOf(table),
    "",
    "| step | function | C |",
    "| --- | --- | --- |",
    ...rows.map(({ step, anchor, c }) => `| ${codeSpan(step)} | ${code(anchor)} | ${code(c)} |`),
  ].join("\n");
}

const noSteps = "There are no processes, so there are no steps that stand for a function.";

function headOf({ spec, kernel }: AnchorTable): string {
  return kernel === null ? `${spec} (no kernel version given)` : `${spec}, kernel ${kernel}`;
}

function unanchored({ rows }: AnchorTable, width: number): readonly string[] {
  const missing = rows.filter(({ anchor }) => anchor === null).map(({ step }) => step);
  if (missing.length === 0) return [];
  const verb = missing.length === 1 ? "names" : "name";
  return ["", ...wrap(`${listed(missing)} ${verb} no function: add \`from "file.c:function"\``, width, 4)];
}

/** Text as code in a table's cell: in as many backquotes as it needs, bars escaped. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${text.replaceAll("|", "\\|")}${pad}${fence}`;
}
