/**
 * The race: a counterexample drawn as in a commit message, one column per process that takes part, time going down,
 * each step with the C text that it stands for and what it changed, the last line with what is wrong.
 */
import type { Explanation, ProcessInstance } from "../explore/evaluator.js";
import type { Style } from "../syntax/render.js";
import { blame, falseLines } from "./blame.js";
import { type Column, type Drawing, drawColumns, type Row } from "./columns.js";
import { initialLines } from "./initial.js";
import type { Step, Story } from "./steps.js";
import { wrap } from "./text.js";

/** Where an explanation starts that does not fit under its step. */
const MARGIN = 4;
/** Points at the last step. */
const ARROW = "^-- ";

/**
 * The race of a violation in lines of at most `width` characters: initial values, diagram, what is false at its end.
 * Empty if the behaviour has no states (a false assumption, an error before the first state).
 */
export function raceLines(story: Story, width: number, style: Style): readonly string[] {
  const initial = initialLines(story, width);
  const blocks: (readonly string[])[] = [initial.map((line) => style.dim(line))];
  const steps = drawn(story);
  const last = steps[steps.length - 1];
  if (last === undefined) {
    blocks.push(verdict(story, null, width, style));
  } else {
    const actors = columnsOf(steps);
    const { lines, offsets } = drawDiagram(story, steps, actors, width, style);
    blocks.push([...lines, ...verdict(story, offsets[columnOf(actors, last)]!, width, style)]);
  }
  blocks.push(story.stillBuffered().flatMap((line) => wrap(line, width, 4)));
  return joinBlocks(blocks);
}

/** Blocks of lines with one empty line between them; empty blocks vanish. */
export function joinBlocks(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, i) => (i === 0 ? block : ["", ...block]));
}

/** The steps of the behaviour, and the one that failed to be a step. */
function drawn(story: Story): readonly Step[] {
  return story.failing === null ? story.told : [...story.told, story.failing];
}

function drawDiagram(
  story: Story,
  steps: readonly Step[],
  actors: readonly (ProcessInstance | null)[],
  width: number,
  style: Style,
): Drawing {
  const { loopStart } = story.violation;
  const rows = steps.map((step): Row => {
    return {
      column: columnOf(actors, step),
      // What nobody does himself stands in parentheses.
      text: step.shown === null ? step.text : `(${step.text})`,
      notes: [
        ...step.choices.map((choice) => `with ${choice}`),
        ...step.buffered.map((store) => `${story.storeText(store)} (buffered)`),
        ...story.effects(step),
      ],
      // State loopStart (from 0) is where the behaviour comes back to; the step after it is the first one repeated.
      ...(loopStart !== null &&
        step.to === loopStart + 2 && { above: "  -- from here on, again and again:" }),
    };
  });
  const drawing = drawColumns(headers(story, actors), rows, width, style.dim);
  // Steps of one column need no header: it would say the same of all of them, unless it names a process.
  return actors.length === 1 && actors[0] === null ? { ...drawing, lines: drawing.lines.slice(2) } : drawing;
}

/** The process instances that have a step, in the order in which they first do; null for steps of no process. */
function columnsOf(steps: readonly Step[]): readonly (ProcessInstance | null)[] {
  return [...new Set(steps.map(({ column }) => column))];
}

function columnOf(actors: readonly (ProcessInstance | null)[], step: Step): number {
  return actors.indexOf(step.column);
}

function headers(story: Story, actors: readonly (ProcessInstance | null)[]): readonly Column[] {
  return actors.map((instance) => {
    if (instance === null) return { header: ["(no process)"] };
    const cpus = cpuText(story.instances.cpus(instance, story.states));
    return { header: [cpus === null ? instance.name : `${cpus} (${instance.name})`] };
  });
}

/** `CPU0, then CPU1`; of a process that moves about only where it starts, its steps show the rest. */
function cpuText(cpus: readonly string[]): string | null {
  if (cpus.length === 0) return null;
  return cpus.length <= 2 ? cpus.join(", then ") : `${cpus[0]!} at first`;
}

/** What is wrong after the last step, below it: `offset` is where that step starts, null if there is none. */
function verdict(story: Story, offset: number | null, width: number, style: Style): readonly string[] {
  const { explanation, loopStart } = story.violation;
  if (loopStart !== null) {
    const stutters = loopStart === story.states.length - 1;
    return [stutters ? "  -- and nothing happens any more" : `  -- back to state ${loopStart + 1}`];
  }
  if (offset === null)
    return falseLines(explanation, story.states.length, width).map((line) => style.error(line));
  const short = shortVerdict(story);
  if (short === null) return [];
  const lines =
    explanation === null ? pointing(offset, [short], width) : explained(explanation, offset, width);
  return lines.map((line) => style.error(line));
}

function shortVerdict({ violation }: Story): string | null {
  const { verdict, property } = violation;
  switch (verdict) {
    case null:
      return null;
    case "deadlock":
      return "no step is possible";
    case "assert":
      return "the assertion fails";
    case "error":
      return property === null ? "the evaluation fails" : `${property} cannot be evaluated`;
    case "invariant":
    case "action":
    case "liveness":
    case "assumption":
    case "postcondition":
      return `${property ?? "the property"} is false`;
  }
}

/** The explanation at the arrow, or, where that would squeeze it, from the margin on below the arrow. */
function explained(explanation: Explanation, offset: number, width: number): readonly string[] {
  const beside = blame("false: ", explanation, width - offset - ARROW.length);
  const below = blame("", explanation, width - MARGIN);
  if (beside.length <= below.length + 2) return pointing(offset, beside, width);
  return [...pointing(offset, ["false:"], width), ...below.map((line) => " ".repeat(MARGIN) + line)];
}

function pointing(offset: number, lines: readonly string[], width: number): readonly string[] {
  return lines
    .flatMap((line) => wrapLong(line, width - offset - ARROW.length))
    .map((line, i) => " ".repeat(offset) + (i === 0 ? ARROW : " ".repeat(ARROW.length)) + line);
}

/** Wraps a line unless it fits, so that indentation already made stays. */
function wrapLong(line: string, width: number): readonly string[] {
  return line.length <= width ? [line] : wrap(line, width, 2);
}
