/** Module VectorClocks: logs sorted by their vector clocks. */
import {
  apply,
  codes,
  compare,
  elements,
  excerpt,
  type Integer,
  makeSet,
  makeTuple,
  type Value,
  ValueError,
  ValueTable,
} from "../../../values/index.js";
import { integer, type NativeTable, native, operator, sequence, set, value } from "../native.js";

/** An event of the log. */
interface LoggedEvent {
  readonly value: Value;
  readonly clock: Value;
  /** The clock's entry for the event's own node. */
  readonly time: Integer;
  /** How many events have to come before that have not come yet. */
  waitsFor: number;
  /** The events that wait for this one. */
  readonly releases: LoggedEvent[];
}

/** The operator of VectorClocks that the evaluator computes itself. */
export const vectorClocks: NativeTable = {
  /** One event of each node in turn, as long as it has to wait for none of another node. */
  CausalOrder: native(4, ([log, clock, node, domainOf]) => {
    const [clockOf, nodeOf, nodesOf] = [clock, node, domainOf].map((each) => operator(each, "CausalOrder"));
    const events = sequence(value(log), "first", "CausalOrder").items.toArray();
    const queues = byNode(events, clockOf!, nodeOf!);
    for (const [host, queue] of queues) {
      // What is known of each node so far along this node's own events.
      const known = new Map<Value, Integer>([...queues.keys()].map((each) => [each, 0]));
      for (const event of queue) {
        known.set(host, event.time);
        for (const other of elements(set(nodesOf!(event.clock), "fourth", "CausalOrder"))) {
          const time = integer(apply(event.clock, other), "second", "CausalOrder");
          if (time <= 0) continue;
          const [key, causes] = entryOf(queues, other);
          if (known.get(key)! >= time) continue;
          known.set(key, time);
          const cause = causes[Number(time) - 1];
          if (cause === undefined) throw missing(event, other, time);
          cause.releases.push(event);
          event.waitsFor++;
        }
      }
    }
    return makeTuple(inTurn([...queues.values()], events.length));
  }),
};

/** The events of each node in the order of its own clock; nodes in order. */
function byNode(
  events: readonly Value[],
  clockOf: (event: Value) => Value,
  nodeOf: (event: Value) => Value,
): Map<Value, LoggedEvent[]> {
  const queues = new ValueTable<LoggedEvent[]>();
  for (const event of events) {
    const [node, clock] = [nodeOf(event), clockOf(event)];
    const time = integer(apply(clock, node), "second", "CausalOrder");
    const logged = { value: event, clock, time, waitsFor: 0, releases: [] };
    const queue = queues.get(node);
    if (queue === undefined) queues.set(node, [logged]);
    else queue.push(logged);
  }
  const nodes = elements(makeSet(queues.keys()));
  for (const node of nodes) queues.get(node)!.sort((a, b) => compare(a.time, b.time));
  return new Map(nodes.map((node) => [node, queues.get(node)!] as const));
}

/** The queue of a node, with the very value that it is kept under. Throws ValueError for a node without events. */
function entryOf(queues: Map<Value, LoggedEvent[]>, node: Value): [Value, LoggedEvent[]] {
  for (const entry of queues) if (compare(entry[0], node) === 0) return entry;
  throw new ValueError(
    codes.argument,
    `CausalOrder: a clock counts the events of ${excerpt(node)}, of which there are none in the log`,
    [node],
  );
}

function inTurn(queues: readonly LoggedEvent[][], count: number): Value[] {
  const heads = queues.map(() => 0);
  const result: Value[] = [];
  while (result.length < count) {
    const before = result.length;
    queues.forEach((queue, i) => {
      const event = queue[heads[i]!];
      if (event === undefined || event.waitsFor > 0) return;
      heads[i]!++;
      result.push(event.value);
      for (const other of event.releases) other.waitsFor--;
    });
    if (result.length > before) continue;
    throw new ValueError(
      codes.argument,
      "CausalOrder: each of the events left comes after another of them",
      result,
    );
  }
  return result;
}

function missing(event: LoggedEvent, node: Value, time: Integer): ValueError {
  return new ValueError(
    codes.argument,
    `CausalOrder: the clock ${excerpt(event.clock)} tells of event ${time} of ${excerpt(node)}, which is not in the log`,
    [event.value, node],
  );
}
