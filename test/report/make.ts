/** Models and results made by hand, so that reports are tested without the rest of the tool. */
import type { Action, ProcessInstance } from "../../src/explore/evaluator.js";
import { instancesOf } from "../../src/explore/instances.js";
import type { Result, TraceState, Violation } from "../../src/explore/result.js";
import { DEFAULT_BUFFER, type MemoryModel } from "../../src/modules/memory-model.js";
import type { Core, Definition, StepInfo, Variable } from "../../src/semantics/core.js";
import type { Model, NamedFormula } from "../../src/semantics/model.js";
import { Source, type Span } from "../../src/syntax/source.js";
import { makeSet, same, type Value } from "../../src/values/index.js";

/** A process: its name, its identity (one instance) or identities (many). */
export interface Cast {
  readonly name: string;
  readonly one?: Value;
  readonly many?: readonly Value[];
  /** Name of the constant that gives the identities. */
  readonly constant?: string;
  /** Display name of the local that says on which CPU it is. */
  readonly on?: string;
}

/** A spec's text and what it declares; every piece of text named must occur in it. */
export class Stage {
  readonly source: Source;
  readonly model: Model;
  readonly instances: readonly ProcessInstance[];
  private readonly definitions = new Map<string, Definition>();

  constructor(
    file: string,
    text: string,
    options: {
      /** `name`, or `name as display`. */
      readonly variables: readonly string[];
      readonly processes?: readonly Cast[];
      /** Name to the text of its formula. */
      readonly invariants?: Readonly<Record<string, string>>;
      readonly witnesses?: readonly string[];
      readonly properties?: readonly string[];
      readonly constraints?: readonly string[];
      /** The model that the stage is for; the variable `buffer` holds the buffers, of 3 stores each. */
      readonly memory?: MemoryModel;
      /** Definitions that formulas use: name to the text of the body. */
      readonly definitions?: Readonly<Record<string, string>>;
      readonly checkDeadlock?: boolean;
      readonly more?: Partial<Model>;
    },
  ) {
    this.source = new Source(file, text);
    const variables = options.variables.map((declared, index): Variable => {
      const [name, display] = declared.split(" as ");
      return { name: name!, index, display: display ?? name!, span: this.at("") };
    });
    const claim = (name: string, body = name): NamedFormula => ({
      name,
      body: this.literal(true, body),
      span: this.at(name),
    });
    for (const [name, body] of Object.entries(options.definitions ?? {})) {
      this.definitions.set(name, this.definition(name, this.literal(true, body), null));
    }
    this.model = {
      name: file.replace(/^.*\/|\.\w+$/g, ""),
      constants: [],
      variables,
      definitions: this.definitions,
      behaviour: { init: this.literal(true), next: this.literal(true), fairness: [] },
      assumptions: [],
      invariants: Object.entries(options.invariants ?? {}).map(([name, body]) => claim(name, body)),
      witnesses: (options.witnesses ?? []).map((name) => claim(name)),
      constraints: (options.constraints ?? []).map((name) => claim(name)),
      actionConstraints: [],
      properties: (options.properties ?? []).map((name) => claim(name)),
      initialProperties: [],
      actionProperties: [],
      possible: [],
      postconditions: [],
      periodic: null,
      symmetry: null,
      view: null,
      alias: null,
      checkDeadlock: options.checkDeadlock ?? true,
      processes: (options.processes ?? []).map(({ name, one, many, constant, on }) => ({
        name,
        many: many !== undefined,
        identity: this.identity(one ?? makeSet(many ?? []), constant),
        cpu: on === undefined ? null : variables.find(({ display }) => display === on)!,
        anchor: null,
        span: this.at(`process ${name}`),
      })),
      memory: {
        model: options.memory ?? "sc",
        buffer: DEFAULT_BUFFER,
        shared: options.memory === undefined ? [] : ["seq"],
        variable: variables.find(({ name }) => name === "buffer") ?? null,
      },
      runs: [],
      kernel: null,
      warnings: [],
      ...options.more,
    };
    const casts = new Map(options.processes?.map((cast) => [cast.name, cast]));
    this.instances = this.model.processes.flatMap((process) => {
      const { one, many } = casts.get(process.name)!;
      return instancesOf([process], () => one ?? makeSet(many ?? []));
    });
  }

  /** Where a text stands in the spec. */
  at(text: string): Span {
    const start = Math.max(0, this.source.text.indexOf(text));
    return { source: this.source, start, end: start + text.length };
  }

  /** A process's step; its label must be in the text as `name:` or `name "c":`. */
  step(
    process: string,
    name: string,
    c: string | null = null,
    label = name,
  ): (self: Value, bindings?: Bindings) => Action {
    const text = c === null ? `${name}:` : `${name} "${c}":`;
    const step: StepInfo = {
      kind: "process",
      name,
      process,
      c,
      anchor: null,
      rest: false,
      span: this.at(text),
    };
    this.definitions.set(label, this.definition(label, this.literal(true), step));
    return (self, bindings = {}) => ({
      ...this.action(label, bindings),
      step,
      instance: this.instance(process, self),
    });
  }

  /** The step in which memory shows a store of a CPU's buffer. */
  flush(cpu: Value, bindings: Bindings = {}): Action {
    const step: StepInfo = {
      kind: "memory",
      name: "flush",
      process: "memory",
      c: null,
      anchor: null,
      rest: false,
      span: this.at("memory"),
    };
    return { ...this.action("memory", { cpu, ...bindings }), step };
  }

  /** An action of a plain module. */
  action(name: string, bindings: Bindings = {}): Action {
    const list = Object.entries(bindings).map(([bound, value]) => ({ name: bound, value }));
    return { index: 0, name, bindings: list, step: null, instance: null, span: this.at(name) };
  }

  /** States from the first one's values by variable and what each action changes. */
  trace(
    initial: Readonly<Record<string, Value>>,
    steps: readonly (readonly [Action, Readonly<Record<string, Value>>])[],
  ): TraceState[] {
    const now: Record<string, Value> = { ...initial };
    const values = (): readonly Value[] => this.model.variables.map((v) => now[v.display]!);
    const states: TraceState[] = [{ action: null, values: values() }];
    for (const [action, changed] of steps) {
      Object.assign(now, changed);
      states.push({ action, values: values() });
    }
    return states;
  }

  /** Who takes a step of `process`: one of its own instances, or whoever calls the procedure of that name. */
  private instance(process: string, self: Value): ProcessInstance {
    const all = this.instances.filter((instance) => same(instance.self, self));
    const instance = all.find((one) => one.process.name === process) ?? all[0];
    if (instance === undefined) throw new Error(`no process of the stage takes steps of ${process}`);
    return instance;
  }

  literal(value: Value, text = ""): Core {
    return { kind: "literal", value, span: this.at(text) };
  }

  private identity(value: Value, constant: string | undefined): Core {
    if (constant === undefined) return this.literal(value);
    const span = this.at(constant);
    return {
      kind: "constant",
      constant: { name: constant, arity: 0, span, binding: { kind: "value", value } },
      args: [],
      span,
    };
  }

  private definition(name: string, body: Core, step: StepInfo | null): Definition {
    return { name, params: [], body, scope: "global", recursive: false, level: 1, step, span: body.span };
  }
}

export type Bindings = Readonly<Record<string, Value>>;

/** A violation with everything optional left out. */
export function violation(
  verdict: Violation["verdict"],
  trace: readonly TraceState[],
  more: Partial<Violation> = {},
): Violation {
  return {
    verdict,
    property: null,
    trace,
    path: [],
    loopStart: null,
    explanation: null,
    error: null,
    ...more,
  };
}

/** A complete search without violations, or what is said otherwise. */
export function result(more: Partial<Result> = {}): Result {
  const violations = more.violations ?? [];
  return {
    verdict: violations[0]?.verdict ?? "ok",
    violations,
    stop: violations.length > 0 ? { kind: "violation" } : { kind: "complete" },
    states: { initial: 1, generated: 31, distinct: 20, depth: 9, queue: 0 },
    seconds: 0.1,
    engine: "reference",
    workers: 1,
    instances: [],
    coverage: [],
    witnesses: [],
    antecedents: [],
    bufferFull: false,
    reduction: null,
    falsified: [],
    collisionProbability: null,
    warnings: [],
    ...more,
  };
}
