/** Actions as people and files call them. */

import { oneLine } from "../syntax/source.js";
import { format } from "../values/index.js";
import type { Action } from "./evaluator.js";

/**
 * `Up(2)` for an action of a plain module, as TLC labels it; `umount.take`, `worker[1].put` for a process's step, with
 * what it chose behind it: `worker[1].put(c = 0)`.
 */
export function actionName({ name, bindings, step, instance }: Action): string {
  if (step === null) {
    const values = bindings.map(({ value }) => oneLine(format(value)));
    return values.length === 0 ? name : `${name}(${values.join(", ")})`;
  }
  const chosen = bindings
    .filter((binding) => binding.name !== "self")
    .map((binding) => `${binding.name} = ${oneLine(format(binding.value))}`);
  const taker = instance?.name ?? step.process;
  return `${taker}.${step.name}${chosen.length === 0 ? "" : `(${chosen.join(", ")})`}`;
}
