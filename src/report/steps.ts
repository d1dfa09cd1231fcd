/** A counterexample as a list of steps: who did what, and what it changed. */

import type { Action, ProcessInstance } from "../explore/evaluator.js";
import type { Violation } from "../explore/result.js";
import type { Variable } from "../semantics/core.js";
import { oneLine } from "../syntax/source.js";
import { format, ModelValue, same, type Value } from "../values/index.js";
import { type BufferedStore, Buffers, sameStore, storePlace } from "./buffers.js";
import { type Change, changes, growth, placeName } from "./changes.js";
import type { Instances } from "./instances.js";
import { variablesMentioned } from "./mentions.js";
import { elide } from "./text.js";

/** Longest value printed of a variable that the violated property does not mention. */
const LONGEST = 48;

export interface Step {
  readonly action: Action;
  /** The process instance that takes it; null where no process does. */
  readonly instance: ProcessInstance | null;
  /** In whose column it stands: who takes it, or whose store it makes visible; null where that is nobody. */
  readonly column: ProcessInstance | null;
  /** The number of the state it leads to; the initial state is 1. */
  readonly to: number;
  /** The step's C text, else its name; of a plain action the name with its bindings; what a step of memory shows. */
  readonly text: string;
  /** Values chosen by the step (`with`, quantifiers), e.g. `c = 0`. */
  readonly choices: readonly string[];
  /** Without `pc` and `stack`, which the columns show, and without the store buffers. */
  readonly changes: readonly Change[];
  /** Stores of the step that went into a buffer instead. */
  readonly buffered: readonly BufferedStore[];
  /** The store that a step of the memory makes visible. */
  readonly shown: BufferedStore | null;
}

/** What is told: a violation, or (verdict null) a behaviour that shows none. */
export type Told = Omit<Violation, "verdict" | "path"> & { readonly verdict: Violation["verdict"] | null };

/** A behaviour prepared for printing. */
export class Story {
  readonly initial: readonly Value[] | null;
  readonly states: readonly (readonly Value[])[];
  readonly steps: readonly Step[];
  /** The steps without those in which no process of a spec with processes does anything (all of them are done). */
  readonly told: readonly Step[];
  /** The step that failed to give a state (an assertion, an evaluation error), if it is known. */
  readonly failing: Step | null;
  /** Variables that the violated formula is about: their values are never cut. */
  readonly mentioned: ReadonlySet<Variable>;
  readonly buffers: Buffers;

  constructor(
    readonly violation: Told,
    readonly instances: Instances,
  ) {
    const { model } = instances;
    const { trace, explanation } = violation;
    this.buffers = new Buffers(instances);
    this.states = trace.map(({ values }) => values);
    this.initial = this.states[0] ?? null;
    this.mentioned = variablesMentioned(
      model,
      explanation === null ? [] : [explanation.conjunct, ...explanation.parts.map(({ text }) => text)],
    );
    const steps: Step[] = [];
    trace.forEach(({ action, values }, i) => {
      const before = this.states[i - 1];
      if (action === null || before === undefined) return;
      steps.push(
        action.step?.kind === "memory"
          ? this.memoryStep(action, before, values, i + 1, steps)
          : this.step(action, before, values, i + 1),
      );
    });
    this.steps = steps;
    this.told = this.steps.filter(
      ({ instance, changes, shown }) =>
        instance !== null || changes.length > 0 || shown !== null || model.processes.length === 0,
    );
    const last = this.states[trace.length - 1] ?? [];
    this.failing = violation.action ? this.step(violation.action, last, last, trace.length + 1) : null;
  }

  private step(action: Action, before: readonly Value[], after: readonly Value[], to: number): Step {
    return {
      action,
      instance: action.instance,
      column: action.instance,
      to,
      text: stepText(action),
      choices: action.step === null ? [] : bindingTexts(action),
      changes: this.changes(before, after),
      buffered: this.buffers.buffered(before, after),
      shown: null,
    };
  }

  /** A step of the memory stands in the column of the process whose store it shows; `earlier` says which that is. */
  private memoryStep(
    action: Action,
    before: readonly Value[],
    after: readonly Value[],
    to: number,
    earlier: readonly Step[],
  ): Step {
    const shown = this.buffers.shown(before, after);
    const storer = earlier.findLast((step) =>
      step.buffered.some((store) => shown !== null && same(store.cpu, shown.cpu) && sameStore(store, shown)),
    );
    const owner = shown === null ? "" : `${this.buffers.ownerName(shown.cpu, before)}'s `;
    const store = shown === null ? "" : ` ${this.storeText(shown)}`;
    return {
      action,
      instance: null,
      column: storer?.column ?? null,
      to,
      text: `${owner}store${store} becomes visible`,
      choices: [],
      changes: this.changes(before, after),
      buffered: [],
      shown,
    };
  }

  private changes(before: readonly Value[], after: readonly Value[]): readonly Change[] {
    const { instances } = this;
    return changes(
      instances.model.variables.filter((v) => !instances.isControl(v)),
      before,
      after,
    );
  }

  /** `Still buffered: CPU1: seq = 1`: what other CPUs do not see in the last state; nothing if there is no such store. */
  stillBuffered(): readonly string[] {
    const last = this.states[this.states.length - 1];
    const held = last === undefined ? null : this.buffers.line(last, (store) => this.storeText(store));
    return held === null ? [] : [`Still buffered: ${held}`];
  }

  /** The variable that a store is to, or to a part of. */
  variableOf({ word }: BufferedStore): Variable | undefined {
    const name = word.replace(/[[.].*/, "");
    return this.instances.model.variables.find((v) => v.display === name);
  }

  /** `seq = 1`, `cnt[0] = 2`. */
  storeText(store: BufferedStore): string {
    const variable = this.variableOf(store);
    const text = oneLine(format(store.value));
    const value = variable === undefined ? text : this.value(variable, store.value);
    return `${storePlace(store)} = ${value}`;
  }

  /**
   * `cnt[0] = 3` (in sentences `becomes` for `=`), or `sent gains {...}` where a set has grown too long to be shown;
   * in the column of process `self` its locals without its name.
   */
  private change(change: Change, self: Value | null, equals: string): string {
    const { variable, path, value } = change;
    const name = placeName(this.instances, variable, path, self);
    const text = oneLine(format(value));
    const grown = text.length > LONGEST && !this.mentioned.has(variable) ? growth(change) : null;
    if (grown === null) return `${name} ${equals} ${this.value(variable, value)}`;
    return `${name} ${grown.verb} ${this.value(variable, grown.set)}`;
  }

  /**
   * What a step changed, for the reader; that a procedure's locals lose their values is not told, nor again what the
   * text of a step of the memory says.
   */
  effects(step: Step, equals = "="): readonly string[] {
    if (step.shown !== null) return [];
    const self = step.instance?.self ?? null;
    return step.changes
      .filter(({ value }) => !isUnset(value))
      .map((change) => this.change(change, self, equals));
  }

  /** A variable's value on one line, cut if it is long and does not explain the violation. */
  value(variable: Variable, value: Value): string {
    const text = oneLine(format(value));
    return this.mentioned.has(variable) ? text : elide(text, LONGEST);
  }
}

/** The value that a variable of a spec with processes has before it is given one. */
export function isUnset(value: Value): boolean {
  return value instanceof ModelValue && value.name === "defaultInitValue";
}

/** What a row of a diagram calls a step. */
export function stepText(action: Action): string {
  const { step } = action;
  if (step !== null) return oneLine(step.c ?? "") || step.name;
  const bindings = bindingTexts(action);
  return bindings.length === 0 ? action.name : `${action.name}(${bindings.join(", ")})`;
}

/** `p = 1`, `m = "ack"`: what the action's quantified names and parameters stand for, except a process's `self`. */
export function bindingTexts(action: Action): readonly string[] {
  return action.bindings
    .filter(({ name }) => action.step === null || name !== "self")
    .map(({ name, value }) => `${name} = ${elide(oneLine(format(value)), LONGEST)}`);
}
