/** Sets, tuples and records from their parts. */
import type { Core } from "../semantics/core.js";
import {
  codes,
  type FiniteSet,
  filterSet,
  functionSet,
  makeRecord,
  makeSet,
  makeTuple,
  mostElements,
  productSet,
  recordSet,
  type Value,
  ValueError,
} from "../values/index.js";
import type { Env, PartialState } from "./environment.js";
import type { Interpreter } from "./interpreter.js";

type State = PartialState | null;

/** The forms that put values together. */
export type Collection = Extract<
  Core,
  {
    kind:
      | "setEnumeration"
      | "setFilter"
      | "setMap"
      | "functionSet"
      | "record"
      | "recordSet"
      | "tuple"
      | "product";
  }
>;

/** The value of a form that puts values together. Throws what its parts throw. */
export function collection(
  interpreter: Interpreter,
  core: Collection,
  env: Env | null,
  state: State,
  next: State,
): Value {
  const kept = interpreter.closed.get(core);
  if (kept === null) return build(interpreter, core, env, state, next);
  if (kept !== undefined) return kept;
  const value = build(interpreter, core, env, state, next);
  interpreter.closed.keep(core, value);
  return value;
}

function build(
  interpreter: Interpreter,
  core: Collection,
  env: Env | null,
  state: State,
  next: State,
): Value {
  switch (core.kind) {
    case "setEnumeration": {
      const items = values(interpreter, core.items, env, state, next);
      interpreter.place(core, env);
      return makeSet(items);
    }
    case "setFilter": {
      const set = interpreter.value(core.bound.set, env, state, next);
      interpreter.place(core.bound.set, env);
      return filterSet(set, (element) =>
        interpreter.boolean(core.predicate, interpreter.bindElement(core.bound, element, env), state, next),
      );
    }
    case "setMap": {
      let items: Value[] = [];
      let distinct: FiniteSet | null = null;
      const each = (inner: Env | null) => {
        items.push(interpreter.value(core.body, inner, state, next));
        if (items.length <= mostElements) return false;
        // What is made of many elements may be few: only those that differ count.
        interpreter.place(core, env);
        distinct = joined(distinct, items);
        items = [];
        return false;
      };
      interpreter.eachBinding(core.bounds, env, state, next, each, true);
      interpreter.place(core, env);
      return distinct === null ? makeSet(items) : joined(distinct, items);
    }
    case "functionSet": {
      const from = interpreter.value(core.domain, env, state, next);
      const to = interpreter.value(core.range, env, state, next);
      interpreter.place(core, env);
      return functionSet(from, to);
    }
    case "record":
      return makeRecord(
        core.fields.map((field) => [field.name, interpreter.value(field.value, env, state, next)]),
      );
    case "recordSet": {
      const fields = core.fields.map(
        (field) => [field.name, interpreter.value(field.set, env, state, next)] as [string, Value],
      );
      interpreter.place(core, env);
      return recordSet(fields);
    }
    case "tuple":
      return makeTuple(values(interpreter, core.items, env, state, next));
    case "product": {
      const factors = values(interpreter, core.factors, env, state, next);
      interpreter.place(core, env);
      return productSet(factors);
    }
    default:
      return core satisfies never;
  }
}

/** The set with more elements. Throws ValueError if they become too many. */
function joined(set: FiniteSet | null, items: readonly Value[]): FiniteSet {
  const all = makeSet(set === null ? items : [...set.unordered(), ...items]);
  if (all.size <= mostElements) return all;
  const message = `this set has more than ${mostElements} elements, too many to be listed`;
  throw new ValueError(codes.tooLarge, message);
}

function values(
  interpreter: Interpreter,
  items: readonly Core[],
  env: Env | null,
  state: State,
  next: State,
): Value[] {
  const found: Value[] = [];
  for (const item of items) found.push(interpreter.value(item, env, state, next));
  return found;
}
