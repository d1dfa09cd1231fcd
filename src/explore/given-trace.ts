/**
 * Traces from files: the Informal Trace Format, this tool's own JSON (of traces and of `check --json`), and what TLC
 * writes with `-dumpTrace json`. A state may leave variables out: then it stands for all states that agree with it.
 */
import { fail } from "../syntax/diagnostic.js";
import { nearest } from "../syntax/nearest.js";
import { format, type Value } from "../values/index.js";
import { standsFor } from "./given-value.js";

/** One state of a trace as a file has it. */
export interface GivenState {
  /** JSON of the variables' values, by the variables' indices; absent: not given. */
  readonly values: ReadonlyMap<number, unknown>;
  /** What the file says led here, for people; null: nothing. */
  readonly action: string | null;
}

export interface GivenTrace {
  readonly format: "itf" | "quiesce" | "report" | "tlc";
  readonly states: readonly GivenState[];
  /** Of a lasso: index of the state that follows the last one. */
  readonly loop: number | null;
  /** What the file names that is no variable of the model, such as parameters. */
  readonly others: readonly string[];
}

/** Whether a state agrees with what a trace says of it. */
export function agrees(given: GivenState, values: readonly Value[]): boolean {
  for (const [index, json] of given.values) if (!standsFor(json, values[index]!)) return false;
  return true;
}

/** The JSON of a value in a message, on one line and as TLA+ where that is easy to see. */
export function givenText(json: unknown): string {
  if (typeof json === "string") return format(json);
  if (typeof json === "boolean") return json ? "TRUE" : "FALSE";
  if (typeof json === "number") return String(json);
  if (typeof json === "object" && json !== null) {
    const one = json as Readonly<Record<string, unknown>>;
    if (typeof one["#bigint"] === "string") return one["#bigint"];
    if (Array.isArray(json)) return `<<${json.map(givenText).join(", ")}>>`;
    if (Array.isArray(one["#tup"])) return `<<${one["#tup"].map(givenText).join(", ")}>>`;
    if (Array.isArray(one["#set"])) return `{${one["#set"].map(givenText).join(", ")}}`;
    if (Array.isArray(one["#map"])) {
      const pairs = one["#map"].map((pair) => `${givenText(pair[0])} :> ${givenText(pair[1])}`);
      return pairs.length === 0 ? "<<>>" : `(${pairs.join(" @@ ")})`;
    }
    const fields = Object.entries(one).filter(([name]) => name !== "#meta");
    return `[${fields.map(([name, value]) => `${name} |-> ${givenText(value)}`).join(", ")}]`;
  }
  return JSON.stringify(json) ?? "nothing";
}

/** A variable as traces may call it. */
export interface KnownVariable {
  readonly name: string;
  readonly display: string;
  readonly index: number;
}

/**
 * Reads a trace. Variables go by the module's names or by those that the spec's writer uses.
 * @param file how messages call it
 * @throws SpecError C040 for a text that is no JSON or none of a trace, C041 for a trace without states, C042 where it
 *   names no variable of the model
 */
export function readTrace(text: string, file: string, variables: readonly KnownVariable[]): GivenTrace {
  const json = parse(text, file);
  const read = new Reader(file, variables);
  if (isObject(json)) {
    if (isObject(json.counterexample)) return read.tlc(json.counterexample);
    if (Array.isArray(json.states) && json.format === "quiesce-trace") {
      return read.own(json.states, "values", "quiesce", json.loop);
    }
    if (Array.isArray(json.states)) return read.itf(json.states, json.loop);
    if (Array.isArray(json.trace) && "verdict" in json) {
      return read.own(json.trace, "state", "report", json.loopStart);
    }
  }
  fail("C040", `\`${file}\` holds no trace that is known here`, undefined, [
    "an ITF trace has `states`, one of TLC (-dumpTrace json) a `counterexample`, one of quiesce says `quiesce-trace`",
  ]);
}

class Reader {
  private readonly others = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly variables: readonly KnownVariable[],
  ) {}

  itf(states: readonly unknown[], loop: unknown): GivenTrace {
    const read = states.map((state) => {
      const object = this.object(state);
      const meta = object["#meta"];
      return this.state(object, isObject(meta) ? meta.action : null);
    });
    return this.trace("itf", read, loop);
  }

  own(states: readonly unknown[], field: string, of: "quiesce" | "report", loop: unknown): GivenTrace {
    const read = states.map((state) => {
      const object = this.object(state);
      const { action, step } = object;
      const named = isObject(step) && typeof step.name === "string" ? step.name : null;
      return this.state(this.object(object[field]), action ?? named);
    });
    return this.trace(of, read, loop);
  }

  /** `state` holds pairs of a number and a state, `action` triples of a state, what was done, and a state. */
  tlc({ state: states, action: actions }: Readonly<Record<string, unknown>>): GivenTrace {
    const pairs = list(states)
      .map((pair) => list(pair))
      .sort(([a], [b]) => Number(a) - Number(b));
    const steps = list(actions).map((step) => {
      const [from, what, to] = list(step);
      const name = isObject(what) && typeof what.name === "string" ? what.name : null;
      return { from: Number(list(from)[0]), to: Number(list(to)[0]), name };
    });
    const read = pairs.map(([number, state]) => {
      const step = steps.find(({ from, to }) => to === number && from === Number(number) - 1);
      return this.state(this.object(state), step?.name ?? null);
    });
    const back = steps.find(({ from, to }) => from === pairs.length && to <= from);
    return this.trace("tlc", read, back === undefined ? null : back.to - 1);
  }

  private trace(of: GivenTrace["format"], states: readonly GivenState[], loop: unknown): GivenTrace {
    if (states.length === 0) fail("C041", `the trace in \`${this.file}\` has no states`);
    const others = [...this.others];
    if (states.every(({ values }) => values.size === 0)) {
      const names = this.variables.map(({ display }) => display);
      const meant = others.flatMap((name) => {
        const near = nearest(name, names);
        return near === undefined ? [] : [`for ${name}, did you mean ${near}?`];
      });
      fail("C042", `the trace in \`${this.file}\` names no variable of this model`, undefined, [
        others.length === 0 ? "its states are empty" : `it speaks of ${others.join(", ")}`,
        ...meant,
      ]);
    }
    const at = typeof loop === "number" && loop >= 0 && loop < states.length ? loop : null;
    return { format: of, states, loop: at, others };
  }

  private state(object: Readonly<Record<string, unknown>>, action: unknown): GivenState {
    const values = new Map<number, unknown>();
    for (const [name, json] of Object.entries(object)) {
      if (name.startsWith("#")) continue;
      const variable = this.variables.find((one) => one.name === name || one.display === name);
      if (variable === undefined) this.others.add(name);
      else values.set(variable.index, json);
    }
    return { values, action: typeof action === "string" ? action : null };
  }

  private object(json: unknown): Readonly<Record<string, unknown>> {
    if (isObject(json)) return json;
    fail("C040", `\`${this.file}\` holds no trace that is known here: a state of it is no object`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    fail("C040", `\`${file}\` is no JSON: ${why}`, undefined, [
      "a trace is a JSON file: x.itf.json, x.json, or what TLC writes with -dumpTrace json",
    ]);
  }
}

function list(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
