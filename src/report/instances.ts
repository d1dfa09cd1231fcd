/** The process instances of a model: what they are called, where they run, and where they stand in a state. */
import { evaluateConstant } from "../eval/reference.js";
import { EvaluationError } from "../explore/evaluator.js";
import type { StepInfo, Variable } from "../semantics/core.js";
import type { Model, ProcessInfo } from "../semantics/model.js";
import {
  apply,
  contains,
  domain,
  elements,
  format,
  isFunction,
  same,
  type Value,
  ValueError,
} from "../values/index.js";
import { oneLine } from "./text.js";

/** One process instance, e.g. `umount`, or `closer["aio"]` of a process that has many. */
export interface Instance {
  readonly process: ProcessInfo;
  readonly self: Value;
  /** What the user calls it. */
  readonly name: string;
}

/** Where an instance stands in a state. */
export type Place =
  | { readonly kind: "done" }
  /** `step` is null where the label is none of the spec's steps. */
  | { readonly kind: "at"; readonly label: string; readonly step: StepInfo | null };

/** The instances of a model in the order of its text, found once for a whole report. */
export class Instances {
  readonly all: readonly Instance[];
  private readonly steps: readonly StepInfo[];

  constructor(readonly model: Model) {
    this.steps = [...model.definitions.values()].flatMap(({ step }) => (step === null ? [] : [step]));
    this.all = model.processes.flatMap((process) => instancesOf(process));
  }

  /** The instance with an identity; null if there is none (an action that no process takes). */
  of(self: Value | null): Instance | null {
    if (self === null) return null;
    return this.all.find((instance) => same(instance.self, self)) ?? null;
  }

  /**
   * The CPUs that an instance runs on along a behaviour, in order, each change once; empty if the spec does not say.
   * The spec says so by a local variable of the process named `cpu` (in any case), or by identities that are taken
   * from a constant named `CPU` or `CPUS`.
   */
  cpus(instance: Instance, states: readonly (readonly Value[])[]): readonly string[] {
    const { process, self } = instance;
    const wanted = `${process.name}.cpu`.toLowerCase();
    const variable = this.model.variables.find((v) => v.display.toLowerCase() === wanted);
    const found: string[] = [];
    if (variable !== undefined) {
      for (const values of states) {
        const value = values[variable.index];
        const cpu = value === undefined ? undefined : process.many ? elementAt(value, self) : value;
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
  place(instance: Instance, values: readonly Value[]): Place | null {
    const pc = this.model.variables.find((v) => v.name === "pc");
    const value = pc === undefined ? undefined : values[pc.index];
    const label = value === undefined ? undefined : elementAt(value, instance.self);
    if (typeof label !== "string") return null;
    if (label === "Done") return { kind: "done" };
    return { kind: "at", label, step: this.stepAt(label, instance.process) };
  }

  /** The step that a label of `pc` stands for: one of the process's own, else one of a procedure that it is in. */
  private stepAt(label: string, process: ProcessInfo): StepInfo | null {
    const owned = this.model.processes.map(({ name }) => name);
    return (
      this.steps.find((step) => step.process === process.name && step.name === label) ??
      this.steps.find((step) => `${step.process}.${step.name}` === label) ??
      this.steps.find((step) => !owned.includes(step.process) && step.name === label) ??
      null
    );
  }

  /** Whether a variable is the tool's own book-keeping (`pc`, `stack`) that reports of processes leave out. */
  isControl(variable: Variable): boolean {
    return this.model.processes.length > 0 && (variable.name === "pc" || variable.name === "stack");
  }
}

/** None where the identities have no value: what went wrong there is the result's own error. */
function instancesOf(process: ProcessInfo): readonly Instance[] {
  try {
    const identity = evaluateConstant(process.identity);
    if (!process.many) return [{ process, self: identity, name: process.name }];
    return elements(identity).map((self) => ({ process, self, name: `${process.name}${index(self)}` }));
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof ValueError) return [];
    throw error;
  }
}

/** `[0]`, `["aio"]`, `[1, 2]`: how a function's argument is written. */
export function index(key: Value): string {
  return `[${oneLine(format(key)).replace(/^<<(.*)>>$/, "$1")}]`;
}

/** A function's value at an argument; undefined if it is no function or not defined there. */
export function elementAt(fn: Value, key: Value): Value | undefined {
  return isFunction(fn) && contains(domain(fn), key) ? apply(fn, key) : undefined;
}

/** `CPU 2`; a name is taken as it is, so that "cpu2" does not become `CPU cpu2`. */
function cpuName(value: Value): string {
  const text = oneLine(typeof value === "string" ? value : format(value));
  return /^cpu/i.test(text) ? text : `CPU ${text}`;
}
