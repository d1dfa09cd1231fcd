/** The process instances of a model: where they run, and where they stand in a state. */
import type { ProcessInstance } from "../explore/evaluator.js";
import type { StepInfo, Variable } from "../semantics/core.js";
import type { Model } from "../semantics/model.js";
import { oneLine } from "../syntax/source.js";
import { apply, contains, domain, format, isFunction, same, type Value } from "../values/index.js";

/** Where an instance stands in a state. */
export type Place =
  | { readonly kind: "done" }
  /** `step` is null where the label is none of the spec's steps. */
  | { readonly kind: "at"; readonly label: string; readonly step: StepInfo | null };

/** The instances of a model, as the evaluator found them. */
export class Instances {
  private readonly steps: readonly StepInfo[];

  constructor(
    readonly model: Model,
    readonly all: readonly ProcessInstance[],
  ) {
    this.steps = [...model.definitions.values()].flatMap(({ step }) =>
      step?.kind === "process" ? [step] : [],
    );
  }

  /** The instance with an identity; null if there is none. */
  of(self: Value): ProcessInstance | null {
    return this.all.find((instance) => same(instance.self, self)) ?? null;
  }

  /**
   * The CPUs that an instance runs on along a behaviour, in order, each change once; empty if the spec does not say.
   * The spec says so by `on`; where it does not, by a local variable of the process named `cpu` (in any case), or by
   * identities that are taken from a constant named `CPU` or `CPUS`.
   */
  cpus(instance: ProcessInstance, states: readonly (readonly Value[])[]): readonly string[] {
    const { process, self } = instance;
    const wanted = `${process.name}.cpu`.toLowerCase();
    const variable =
      process.cpu ?? this.model.variables.find((v) => v.display.toLowerCase() === wanted) ?? null;
    const found: string[] = [];
    if (variable !== null) {
      for (const values of states) {
        const cpu = localOf(instance, variable, values);
        const text = cpu === undefined ? undefined : cpuName(cpu);
        if (text !== undefined && text !== found[found.length - 1]) found.push(text);
      }
    } else if (
      process.many &&
      process.identity.kind === "constant" &&
      /^cpus?$/i.test(process.identity.constant.name)
    ) {
      found.push(cpuName(self));
    }
    return found;
  }

  /** Where an instance stands; null if the model has no `pc`, or none for it. */
  place(instance: ProcessInstance, values: readonly Value[]): Place | null {
    const pc = this.model.variables.find((v) => v.name === "pc");
    const value = pc === undefined ? undefined : values[pc.index];
    const label = value === undefined ? undefined : elementAt(value, instance.self);
    if (typeof label !== "string") return null;
    if (label === "Done") return { kind: "done" };
    return { kind: "at", label, step: this.stepAt(label, instance.process) };
  }

  /** The step that a label of `pc` stands for: one of the process's own, else one of a procedure that it is in. */
  private stepAt(label: string, process: ProcessInstance["process"]): StepInfo | null {
    const owned = this.model.processes.map(({ name }) => name);
    return (
      this.steps.find((step) => step.process === process.name && step.name === label) ??
      this.steps.find((step) => `${step.process}.${step.name}` === label) ??
      this.steps.find((step) => !owned.includes(step.process) && step.name === label) ??
      null
    );
  }

  /**
   * Whether a variable is the tool's own book-keeping that reports of processes leave out: `pc`, `stack`, and the
   * store buffers, of which they tell in words.
   */
  isControl(variable: Variable): boolean {
    if (variable === this.model.memory.variable) return true;
    return this.model.processes.length > 0 && (variable.name === "pc" || variable.name === "stack");
  }
}

/** A function's value at an argument; undefined if it is no function or not defined there. */
export function elementAt(fn: Value, key: Value): Value | undefined {
  return isFunction(fn) && contains(domain(fn), key) ? apply(fn, key) : undefined;
}

/** An instance's own value of a local of its process; undefined if it has none. */
function localOf(
  { process, self }: ProcessInstance,
  variable: Variable,
  values: readonly Value[],
): Value | undefined {
  const value = values[variable.index];
  return value === undefined || !process.many ? value : elementAt(value, self);
}

/** `CPU2`; a name is taken as it is, so that "cpu2" does not become `CPU cpu2`. */
export function cpuName(value: Value): string {
  const text = oneLine(typeof value === "string" ? value : format(value));
  if (/^cpu/i.test(text)) return text;
  return /^\d+$/.test(text) ? `CPU${text}` : `CPU ${text}`;
}
