/** Module Relation and module TransitiveClosure: transitive closures. */
import {
  apply,
  codes,
  elements,
  excerpt,
  makeSet,
  makeTuple,
  TupleValue,
  type Value,
  ValueError,
} from "../../../values/index.js";
import { type NativeTable, pure, set, wrong } from "../native.js";
import { connections } from "./graphs.js";
import { Network } from "./reach.js";

/** The operators of Relation that the evaluator computes itself. */
export const relation: NativeTable = {
  TransitiveClosure: pure(2, (r, s) => {
    const on = set(s!, "second", "TransitiveClosure");
    const network = new Network(elements(on));
    for (const x of network.nodes) {
      for (const y of network.nodes) if (related(r!, x, y)) network.connect(x, y);
    }
    return connections(network, on, (source) => network.beyond(source));
  }),
};

/** The operators of TransitiveClosure that the evaluator computes itself. */
export const transitiveClosure: NativeTable = {
  TC: pure(1, (r) => {
    const pairs = elements(set(r!, "only", "TC")).map((each) => pair(each, r!));
    const network = new Network(elements(makeSet(pairs.flat())));
    for (const [x, y] of pairs) network.connect(x, y);
    const closure: Value[] = [];
    network.nodes.forEach((x, source) => {
      const found = network.beyond(source);
      network.nodes.forEach((y, target) => {
        if (found[target] === 1) closure.push(makeTuple([x, y]));
      });
    });
    return makeSet(closure);
  }),
};

function related(r: Value, x: Value, y: Value): boolean {
  const answer = apply(r, makeTuple([x, y]));
  if (typeof answer === "boolean") return answer;
  throw new ValueError(
    codes.notBoolean,
    `the relation given to TransitiveClosure must be TRUE or FALSE for each pair, but for ${excerpt(makeTuple([x, y]))} it is ${excerpt(answer)}`,
    [answer, x, y],
  );
}

function pair(each: Value, r: Value): readonly [Value, Value] {
  const tuple = typeof each === "object" ? each.canonical() : each;
  if (tuple instanceof TupleValue && tuple.size === 2) return [tuple.at(1)!, tuple.at(2)!];
  throw wrong(r, "only", "TC", "a set of pairs");
}
