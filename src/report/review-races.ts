/** The races that a review shows, and where to hold up a process so that they happen. */
import type { Window } from "../review/delay.js";
import { columnName, type PatchVerdict, type Race, type Review } from "../review/types.js";
import { plainStyle } from "../syntax/render.js";
import { location, oneLine, textOf } from "../syntax/source.js";
import { Instances } from "./instances.js";
import { raceLines } from "./race.js";
import { type Block, INDENT, type Section } from "./review-document.js";
import { cellName, hasManyMemories } from "./review-words.js";
import { statementLines } from "./statement.js";
import { Story, stepText } from "./steps.js";
import { counted, listed, wrap } from "./text.js";
import { waitLines } from "./waits.js";

/** Windows told of the first race, and of each other one. */
const MOST_WINDOWS = 3;
const MOST_FURTHER = 1;

/** One section for each race: the first in full, of others the diagram; one that was drawn before is named only. */
export function raceSections(review: Review, width: number): readonly Section[] {
  const drawn = new Map<string, string>();
  return raced(review).map((verdict, i): Section => {
    const race = verdict.race!;
    const title = heading(verdict, review);
    const lines = diagram(race, width - INDENT);
    const key = lines.join("\n");
    const before = drawn.get(key);
    drawn.set(key, before ?? title);
    const blocks: Block[] = [];
    if (before !== undefined) {
      blocks.push({ kind: "text", text: `The same as "${before}".` });
    } else {
      // An assertion stands nowhere else, an invariant in the spec.
      if (i === 0 || race.violation.error !== null) {
        blocks.push({ kind: "lines", lines: statement(race, width - INDENT) });
      }
      blocks.push({ kind: "lines", lines });
    }
    blocks.push(...proof(verdict, width));
    return { title, blocks };
  });
}

/** Verdicts with a race, the most telling first. */
function raced({ verdicts }: Review): readonly PatchVerdict[] {
  const rank = ["hides", "breaks", "partial", "vacuous", "new"];
  return verdicts
    .filter(({ race }) => race !== null)
    .sort((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict));
}

/** `What survives sync_common_paths (A in io_uring)`. */
function heading({ patch, column, race, verdict }: PatchVerdict, review: Review): string {
  const where = `(${columnName(column)} in ${cellName(race!.cell, hasManyMemories(review))})`;
  switch (verdict) {
    case "hides":
    case "vacuous":
      return `What survives ${patch} ${where}`;
    case "partial":
      return `What ${patch} leaves ${where}`;
    default:
      return `What fails with ${patch} ${where}`;
  }
}

/** Steps that two races may differ in before both are drawn. */
const MOST_DIFFERENT = 4;

/** That base has the same counterexample; drawn where it looks too different to be told in a sentence. */
function proof({ baseRace, race }: PatchVerdict, width: number): readonly Block[] {
  if (baseRace === null) return [];
  const own = storyOf(race!).told.map(({ text }) => text);
  const other = storyOf(baseRace).told.map(({ text }) => text);
  const { onlyLeft, onlyRight } = differences(own, other);
  const steps = counted(other.length, "step");
  const common = other.length - onlyRight.length;
  if (onlyLeft.length + onlyRight.length <= MOST_DIFFERENT) {
    const quoted = (texts: readonly string[]) => listed([...new Set(texts)].map((text) => `\`${text}\``));
    const replaced = onlyLeft.length === onlyRight.length;
    const changed = [
      ...(onlyRight.length > 0 ? [`with ${quoted(onlyRight)}`] : []),
      ...(onlyLeft.length > 0 ? [`${replaced ? "in place of" : "without"} ${quoted(onlyLeft)}`] : []),
    ];
    const how = changed.length === 0 ? "" : `, ${changed.join(replaced ? " " : " and ")},`;
    const text =
      common === 0 && other.length > 0
        ? `Replayed on base, ${quoted(onlyRight)} in place of ${quoted(onlyLeft)} ends in the same failure.`
        : `Replayed on base, the same ${counted(common, "step")}${how} ${common === 1 ? "ends" : "end"} in the same failure.`;
    return [{ kind: "text", text }];
  }
  return [
    {
      kind: "text",
      text: `Replayed on base, the steps that both have end in the same failure (${steps}, patched ${own.length}):`,
    },
    { kind: "lines", lines: diagram(baseRace, width - INDENT) },
  ];
}

/** What two rows of texts do not have in common, by their longest common subsequence. */
function differences(left: readonly string[], right: readonly string[]) {
  const common = left.map(() => new Array<number>(right.length + 1).fill(0));
  common.push(new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let k = right.length - 1; k >= 0; k--) {
      common[i]![k] =
        left[i] === right[k] ? 1 + common[i + 1]![k + 1]! : Math.max(common[i + 1]![k]!, common[i]![k + 1]!);
    }
  }
  const onlyLeft: string[] = [];
  const onlyRight: string[] = [];
  let i = 0;
  let k = 0;
  while (i < left.length || k < right.length) {
    if (i < left.length && k < right.length && left[i] === right[k]) {
      i++;
      k++;
    } else if (k === right.length || (i < left.length && common[i + 1]![k]! >= common[i]![k + 1]!)) {
      onlyLeft.push(left[i++]!);
    } else {
      onlyRight.push(right[k++]!);
    }
  }
  return { onlyLeft, onlyRight };
}

function storyOf({ violation, model, instances }: Race): Story {
  return new Story(violation, new Instances(model, instances));
}

/** What is violated: the invariant as the spec has it, the assertion that fails. */
function statement({ violation, model }: Race, width: number): readonly string[] {
  const span = violation.error?.span;
  if (span === undefined) return statementLines(violation, model, width);
  return wrap(`assertion \`${oneLine(textOf(span))}\` (${location(span)}) fails`, width, 4);
}

function diagram(race: Race, width: number): readonly string[] {
  const story = storyOf(race);
  const waits = race.violation.verdict === "deadlock" ? waitLines(story, width) : [];
  return [...raceLines(story, width, plainStyle), ...(waits.length > 0 ? ["", ...waits] : [])];
}

/** Where to hold up whom so that the races happen, each place once; empty if no place decides. */
export function delayItems(review: Review): readonly string[] {
  const verdicts = raced(review);
  const many = hasManyMemories(review);
  const items = verdicts.flatMap(({ race }, i) => {
    const { windows, column, cell } = race!;
    const story = storyOf(race!);
    const which = verdicts.length > 1 ? `${columnName(column)} in ${cellName(cell, many)}: ` : "";
    return windows
      .slice(0, i === 0 ? MOST_WINDOWS : MOST_FURTHER)
      .map((window) => which + windowText(window, story));
  });
  return [...new Set(items)];
}

/** `delay umount between X and Y (fs/namespace.c:mnt_get_count): holder must run there`. */
function windowText({ instance, after, before, position, others, kind }: Window, story: Story): string {
  const who = listed(others.map(({ name }) => name));
  const next = stepText(before);
  const anchor = before.step?.anchor ?? after?.step?.anchor ?? instance.process.anchor;
  const where = anchor === null || anchor === undefined ? "" : ` (${anchor})`;
  if (kind !== "between" || after === null || position === null) {
    return `delay ${instance.name} before \`${next}\`${where}: ${who} must run first`;
  }
  // Turns of a loop bear one text: what the first of them did tells which is meant.
  const effects = story.effects(story.steps[position]!);
  const last = stepText(after);
  const turn = last === next && effects.length > 0 ? ` (${effects.join(", ")})` : "";
  const then = last === next ? "the next" : `\`${next}\``;
  return `delay ${instance.name} between \`${last}\`${turn} and ${then}${where}: ${who} must run there`;
}
