/** A counterexample state by state: whole states as TLC prints them, or only what changed. */
import type { Action } from "../explore/evaluator.js";
import type { Style } from "../syntax/render.js";
import { location, oneLine } from "../syntax/source.js";
import { format, same } from "../values/index.js";
import { type BufferedStore, storePlace } from "./buffers.js";
import { type Change, placeName } from "./changes.js";
import { bindingTexts, type Story } from "./steps.js";
import { wrap } from "./text.js";

/**
 * Every state in full:
 * ```
 * State 2: <take("umount") specs/mount/torn_sum.qsc:40:3>
 * /\ mount_lock = "umount"
 * ```
 */
export function stateLines(story: Story, width: number, style: Style): readonly string[] {
  const { model } = story.instances;
  return inOrder(
    story,
    style,
    width,
    (values, i) =>
      aliasLines(story, i, null, width) ??
      model.variables.flatMap((v) => {
        const value = values[v.index];
        if (value === undefined) return [];
        if (v === model.memory.variable) {
          return conjunct(`store buffers: ${story.buffers.line(values, wholeStore) ?? "empty"}`, width);
        }
        return conjunct(`${v.display} = ${oneLine(format(value))}`, width);
      }),
  );
}

/**
 * The initial state in full, then of each state only what differs from the one before; `pc` and `stack` left out, and
 * of the store buffers only what is put into them: what leaves them is what changes.
 */
export function diffLines(story: Story, width: number, style: Style): readonly string[] {
  const { model } = story.instances;
  return inOrder(story, style, width, (values, i) => {
    const shown = aliasLines(story, i, i === 0 ? null : i - 1, width);
    if (shown !== null) return shown.length > 0 ? shown : ["(nothing else changes)"];
    const step = story.steps[i - 1];
    if (step !== undefined) {
      const lines = [
        ...step.changes.flatMap((change) => whole(story, change, width)),
        ...step.buffered.flatMap((store) => {
          const owner = story.buffers.ownerName(store.cpu, values);
          return conjunct(`${wholeStore(store)} (buffered by ${owner})`, width);
        }),
      ];
      return lines.length > 0 ? lines : ["(nothing else changes)"];
    }
    return model.variables
      .filter((v) => !story.instances.isControl(v))
      .flatMap((v) => {
        const value = values[v.index];
        return value === undefined ? [] : conjunct(`${v.display} = ${oneLine(format(value))}`, width);
      });
  });
}

/**
 * What ALIAS shows of a state, only what differs from an earlier one if one is given; null where it shows nothing, and
 * the variables stand for themselves.
 */
function aliasLines(
  story: Story,
  at: number,
  before: number | null,
  width: number,
): readonly string[] | null {
  const { trace } = story.violation;
  const alias = trace[at]?.alias;
  if (alias === undefined) return null;
  const earlier = before === null ? [] : (trace[before]?.alias ?? []);
  return alias.flatMap(({ name, value }) => {
    const old = earlier.find((one) => one.name === name);
    if (old !== undefined && same(old.value, value)) return [];
    return conjunct(`${name} = ${oneLine(format(value))}`, width);
  });
}

/** What ALIAS shows of a behaviour beside its diagram: of each state what changed. */
export function aliasTrace(story: Story, width: number, style: Style): readonly string[] {
  if (story.violation.trace.every(({ alias }) => alias === undefined)) return [];
  return ["As ALIAS shows it:", "", ...diffLines(story, width, style)];
}

/** A change in full, however long. */
function whole(story: Story, { variable, path, value }: Change, width: number): readonly string[] {
  return conjunct(`${placeName(story.instances, variable, path)} = ${oneLine(format(value))}`, width);
}

function wholeStore(store: BufferedStore): string {
  return `${storePlace(store)} = ${oneLine(format(store.value))}`;
}

function conjunct(text: string, width: number): readonly string[] {
  return wrap(`/\\ ${text}`, width, 6);
}

function inOrder(
  story: Story,
  style: Style,
  width: number,
  body: (values: Story["states"][number], i: number) => readonly string[],
): readonly string[] {
  const { trace, loopStart } = story.violation;
  const lines = trace.flatMap(({ action, values }, i) => {
    const step = story.steps[i - 1];
    const title =
      action === null
        ? "Initial predicate"
        : step !== undefined && step.shown !== null
          ? `${step.text} ${location(action.span)}`
          : actionTitle(action);
    const head = `State ${i + 1}: <${title}>`;
    return [
      ...(i === 0 ? [] : [""]),
      ...wrap(head, width, 4).map((line) => style.bold(line)),
      ...body(values, i),
    ];
  });
  const { failing } = story;
  if (failing !== null) {
    const what = story.violation.verdict === "assert" ? "fails its assertion" : "cannot be evaluated";
    const head = `The next step, <${actionTitle(failing.action)}>, ${what}`;
    return [
      ...lines,
      ...(lines.length === 0 ? [] : [""]),
      ...wrap(head, width, 4).map((line) => style.error(line)),
    ];
  }
  if (loopStart === null) return lines;
  const stutters = loopStart === trace.length - 1;
  return [
    ...lines,
    "",
    stutters ? `State ${trace.length + 1}: Stuttering` : `Back to state ${loopStart + 1}`,
  ];
}

/** `take("umount") file:line:column`: the step or action, its process or arguments, and where it is written. */
function actionTitle(action: Action): string {
  const { step, instance } = action;
  if (step === null) {
    const values = action.bindings.map(({ value }) => oneLine(format(value)));
    return `${action.name}${values.length === 0 ? "" : `(${values.join(", ")})`} ${location(action.span)}`;
  }
  const who = instance === null ? [] : [oneLine(format(instance.self))];
  const args = [...who, ...bindingTexts(action)];
  return `${step.name}${args.length === 0 ? "" : `(${args.join(", ")})`} ${location(step.span)}`;
}
