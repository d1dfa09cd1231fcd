/** A counterexample in sentences, one per step, as a reviewer would tell it in a mail. */
import { falseLines } from "./blame.js";
import { initialLines } from "./initial.js";
import { joinBlocks } from "./race.js";
import type { Step, Story } from "./steps.js";
import { counted, listed, wrap } from "./text.js";

/** The story of a violation in lines of at most `width` characters. */
export function proseLines(story: Story, width: number): readonly string[] {
  const digits = String(story.told.length).length;
  const sentences = story.told.flatMap((step, i) => {
    const number = `${String(i + 1).padStart(digits)}. `;
    const [first, ...rest] = wrap(sentence(story, step, i), width - number.length);
    return [number + first!, ...rest.map((line) => " ".repeat(number.length) + line)];
  });
  return joinBlocks([
    initialLines(story, width),
    sentences,
    wrapAll([...ending(story, width), ...story.stillBuffered()], width),
  ]);
}

function sentence(story: Story, step: Step, i: number): string {
  const effects = [listed(story.effects(step, "becomes")), buffered(story, step)].filter(
    (text) => text !== "",
  );
  const choices = step.choices.length === 0 ? "" : ` with ${listed(step.choices)}`;
  const effect = effects.length === 0 ? "" : ` (${effects.join("; ")})`;
  return `${deed(story, step, !actedBefore(story, step.instance, i))}${choices}${effect}${overtaken(story, step, i)}.`;
}

/** `the stores seq = 1 and cnt[0] = 2 are buffered`. */
function buffered(story: Story, { buffered: stores }: Step): string {
  if (stores.length === 0) return "";
  const texts = listed(stores.map((store) => story.storeText(store)));
  return stores.length === 1 ? `the store ${texts} is buffered` : `the stores ${texts} are buffered`;
}

/** Who does what; the CPU is told once. */
function deed(story: Story, step: Step, introduce: boolean): string {
  const { instance, action } = step;
  if (step.shown !== null) return step.text;
  if (instance === null) return `${step.text} happens`;
  const [cpu] = introduce ? story.instances.cpus(instance, story.states) : [];
  const who = cpu === undefined ? instance.name : `${instance.name} (on ${cpu})`;
  return action.step?.c ? `${who} does "${step.text}"` : `${who} takes its step ${step.text}`;
}

/** `, just before umount goes on with "…"`: where a step slips in between two steps of another process. */
function overtaken(story: Story, step: Step, i: number): string {
  const next = story.told[i + 1];
  if (next === undefined || next.instance === null || next.instance === step.column) return "";
  if (!actedBefore(story, next.instance, i)) return "";
  return `, just before ${next.instance.name} goes on with "${next.text}"`;
}

/** Whether an instance takes a step before the one at `i`. */
function actedBefore(story: Story, instance: Step["instance"], i: number): boolean {
  return story.told.findIndex((step) => step.instance === instance) < i;
}

function ending(story: Story, width: number): readonly string[] {
  const { violation, states } = story;
  const { explanation, loopStart, verdict } = violation;
  const number = states.length;
  if (loopStart !== null) {
    return loopStart === number - 1
      ? ["After that nothing happens any more."]
      : [`After that it goes on from state ${loopStart + 1}, again and again.`];
  }
  switch (verdict) {
    case null:
      return [];
    case "deadlock":
      return [`After ${counted(number - 1, "step")} no step is possible any more.`];
    case "assert":
      return [`${failing(story)} fails its assertion.`];
    case "error":
      return [
        violation.property === null
          ? `${failing(story)} cannot be evaluated.`
          : `In state ${number} ${violation.property} cannot be evaluated.`,
      ];
    case "invariant":
    case "action":
    case "liveness":
    case "assumption":
    case "postcondition":
      if (explanation === null)
        return [`In state ${number} ${violation.property ?? "the property"} is false.`];
      return falseLines(explanation, number, width);
  }
}

function failing(story: Story): string {
  const { failing: step } = story;
  if (step === null) return "The next step";
  const who = step.instance === null ? "" : ` of ${step.instance.name}`;
  return `The next step, "${step.text}"${who},`;
}

function wrapAll(lines: readonly string[], width: number): readonly string[] {
  return lines.flatMap((line) => (line.length <= width ? [line] : wrap(line, width, 2)));
}
