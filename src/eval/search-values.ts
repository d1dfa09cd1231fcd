/** A search as TLA+ values, under the names that TLC gives to everything (module TLC's TLCGet, module TLCExt). */

import { type PathState, ReplayError } from "../explore/replay.js";
import type { SearchView } from "../explore/search-view.js";
import type { Core } from "../semantics/core.js";
import type { Model, NamedFormula } from "../semantics/model.js";
import type { Span } from "../syntax/source.js";
import { codes, makeRecord, makeSet, makeTuple, type Value, ValueError } from "../values/index.js";
import type { ActionInstance } from "./actions.js";
import type { PartialState } from "./environment.js";
import type { SearchFacts } from "./natives/index.js";
import type { ReferenceState } from "./reference.js";

/** What there is to tell about. */
export interface Searched {
  readonly model: Model;
  readonly actions: () => readonly ActionInstance[];
  /** The state that a step leads to, as far as it is known, where what is being evaluated is primed; else null. */
  primed(): PartialState | null;
  /** Runs what evaluates something else in the midst of an evaluation. */
  aside<T>(run: () => T): T;
}

type Path = readonly PathState<ReferenceState>[];

/** The facts of whatever search is attached when they are asked for. */
export class SearchValues implements SearchFacts {
  private known: Value | null = null;

  constructor(
    private readonly searched: Searched,
    private readonly view: () => SearchView<ReferenceState> | null,
  ) {}

  config(): Value {
    return makeRecord(Object.entries(this.attached.config));
  }

  statistics(): ReadonlyMap<string, Value> {
    return new Map(Object.entries(this.attached.statistics()));
  }

  level(): number {
    return this.attached.level + (this.searched.primed() === null ? 0 : 1);
  }

  action(): Value {
    return this.actionValue(this.attached.action);
  }

  trace(): Value {
    const { attached } = this;
    if (attached.level === 0) {
      throw new ValueError(
        codes.noTrace,
        "Trace has no value here: it is the behaviour up to a state, and no state is complete yet",
      );
    }
    const path = madeAgain(() => this.searched.aside(() => attached.trace()));
    const states = path.map(({ state }) => this.stateValue(state));
    const next = this.searched.primed();
    if (next?.includes(undefined)) {
      throw new ValueError(codes.noTrace, "Trace' has no value here: the next state is not complete yet");
    }
    if (next !== null) states.push(this.stateValue(next as ReferenceState));
    return makeTuple(states);
  }

  counterexample(): Value {
    const found = this.view()?.counterexample() ?? null;
    const path: Path = found?.trace ?? [];
    const states = path.map(({ state }, i) => makeTuple([i + 1, this.stateValue(state)]));
    const edges = path
      .slice(1)
      .map(({ action }, i) => makeTuple([states[i]!, this.actionValue(action), states[i + 1]!]));
    const back = found?.loopStart ?? null;
    if (back !== null) edges.push(makeTuple([states.at(-1)!, this.actionValue(-1), states[back]!]));
    return makeRecord([
      ["state", makeSet(states)],
      ["action", makeSet(edges)],
    ]);
  }

  spec(): Value {
    this.known ??= this.describeModel();
    return this.known;
  }

  stop(): void {
    this.view()?.stop();
  }

  private get attached(): SearchView<ReferenceState> {
    const view = this.view();
    if (view === null) throw new Error("a search is asked for its figures, but there is none");
    return view;
  }

  private stateValue(state: ReferenceState): Value {
    return makeRecord(this.searched.model.variables.map(({ name, index }) => [name, state[index]!]));
  }

  private actionValue(index: number): Value {
    const action = this.searched.actions()[index];
    if (action === undefined) {
      // TLC's name, and its way of saying where nothing is.
      return makeRecord([
        ["name", "UnnamedAction"],
        ["location", place(0, 0, 0, 0, "--TLA+ BUILTINS--")],
      ]);
    }
    const { name, bindings, body } = action;
    const fields: [string, Value][] = [
      ["name", name],
      ["location", locationValue(body.span)],
    ];
    if (bindings.length > 0) {
      fields.push(["context", makeRecord(bindings.map((bound) => [bound.name, bound.value]))]);
      fields.push(["parameters", makeTuple(bindings.map((bound) => bound.name))]);
    }
    return makeRecord(fields);
  }

  private describeModel(): Value {
    const { model, actions } = this.searched;
    const formulas = (list: readonly NamedFormula[]) =>
      makeSet(list.map(({ name, body }) => named(name, wholeOf(body).span)));
    const init = model.behaviour?.init;
    return makeRecord([
      ["inits", makeSet(init === undefined ? [] : [named("Init", wholeOf(init).span)])],
      ["actions", makeSet(actions().map(({ index }) => this.actionValue(index)))],
      ["variables", makeSet(model.variables.map(({ name, span }) => named(name, span)))],
      ["invariants", formulas(model.invariants)],
      ["constraints", formulas(model.constraints)],
      ["actionconstraints", formulas(model.actionConstraints)],
      ["impliedinits", makeSet([])],
      ["impliedactions", makeSet([])],
      ["impliedtemporals", formulas(model.properties)],
      ["temporals", makeSet((model.behaviour?.fairness ?? []).map(({ span }) => named("Fairness", span)))],
    ]);
  }
}

/** What a formula that is just a name stands for. */
function wholeOf(formula: Core): Core {
  return formula.kind === "call" && formula.args.length === 0 ? wholeOf(formula.definition.body) : formula;
}

function named(name: string, span: Span): Value {
  return makeRecord([
    ["name", name],
    ["location", locationValue(span)],
  ]);
}

/** A place as TLC tells it: both ends included. */
function locationValue({ source, start, end }: Span): Value {
  const first = source.position(start);
  const last = source.position(Math.max(start, end - 1));
  const module = /([^/\\]+?)(\.\w+)?$/.exec(source.name)?.[1] ?? source.name;
  return place(first.line, first.column, last.line, last.column, module);
}

function place(
  beginLine: number,
  beginColumn: number,
  endLine: number,
  endColumn: number,
  module: string,
): Value {
  return makeRecord(Object.entries({ beginLine, beginColumn, endLine, endColumn, module }));
}

/** A behaviour that cannot be made again, as an error of the evaluation that asked for it. */
function madeAgain<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof ReplayError)) throw thrown;
    throw new ValueError(codes.noTrace, `the behaviour so far cannot be made again: ${thrown.message}`);
  }
}
