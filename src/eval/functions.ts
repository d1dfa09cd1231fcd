/** Function literals and EXCEPT. */
import type { Core } from "../semantics/core.js";
import {
  enumerate,
  except,
  isFiniteSet,
  lazyFunction,
  makeFunction,
  makeTuple,
  productSet,
  type TupleValue,
  type Value,
} from "../values/index.js";
import { Env, type PartialState } from "./environment.js";
import type { Interpreter } from "./interpreter.js";

type State = PartialState | null;

/**
 * `[x \in S |-> e]`: computed at once, unless it is recursive, on an infinite set, or about to be applied (`lazy`).
 * Throws what its parts throw.
 */
export function functionLiteral(
  interpreter: Interpreter,
  core: Extract<Core, { kind: "function" }>,
  env: Env | null,
  state: State,
  next: State,
  lazy: boolean,
): Value {
  const { bounds, body, self } = core;
  const single = bounds.length === 1;
  const sets = bounds.map((bound) => interpreter.value(bound.set, env, state, next));
  interpreter.place(core, env);
  const from = single ? sets[0]! : productSet(sets);
  if (lazy || self !== null || !isFiniteSet(from)) {
    const fn: Value = lazyFunction(from, (argument) => {
      let inner: Env | null = self === null ? env : new Env(self, fn, env);
      if (single) inner = interpreter.bindElement(bounds[0]!, argument, inner);
      else {
        const { items } = argument as TupleValue;
        bounds.forEach((bound, i) => {
          inner = interpreter.bindElement(bound, items.get(i)!, inner);
        });
      }
      return interpreter.value(body, inner, state, next);
    });
    return fn;
  }
  const entries: [Value, Value][] = [];
  const descend = (index: number, inner: Env | null, argument: readonly Value[]): void => {
    if (index === bounds.length) {
      const value = interpreter.value(body, inner, state, next);
      entries.push([single ? argument[0]! : makeTuple(argument), value]);
      return;
    }
    for (const element of enumerate(sets[index]!)) {
      descend(index + 1, interpreter.bindElement(bounds[index]!, element, inner), [...argument, element]);
    }
  };
  descend(0, env, []);
  interpreter.place(core, env);
  return makeFunction(entries);
}

/** `[f EXCEPT ![i].a = e, …]`: each update sees what those before it made. Throws what its parts throw. */
export function exceptFunction(
  interpreter: Interpreter,
  core: Extract<Core, { kind: "except" }>,
  env: Env | null,
  state: State,
  next: State,
): Value {
  let result = interpreter.value(core.base, env, state, next);
  for (const update of core.updates) {
    const path = update.path.map((index) => interpreter.value(index, env, state, next));
    interpreter.place(core, env);
    result = except(result, path, (old) => {
      const value = interpreter.value(update.value, new Env(update.at, old, env), state, next);
      interpreter.place(core, env);
      return value;
    });
  }
  return result;
}
