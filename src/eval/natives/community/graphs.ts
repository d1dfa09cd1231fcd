/** Modules Graphs and UndirectedGraphs: what follows paths. Records with fields node and edge stand for graphs. */
import {
  codes,
  elements,
  excerpt,
  FiniteSet,
  isSet,
  lazyFunction,
  makeSet,
  makeTuple,
  mostElements,
  productSet,
  RecordValue,
  type SetValue,
  TupleValue,
  type Value,
  ValueError,
} from "../../../values/index.js";
import { type NativeTable, type Ordinal, pure, wrong } from "../native.js";
import { Network } from "./reach.js";

/** The operators of Graphs that the evaluator computes itself. */
export const graphs: NativeTable = {
  SimplePath: pure(1, (g) => simplePaths(directed(g!, "only", "SimplePath"), g!)),
  AreConnectedIn: pure(3, (m, n, g) => areConnected(m!, n!, directed(g!, "third", "AreConnectedIn"))),
  IsStronglyConnected: pure(1, (g) => {
    const network = directed(g!, "only", "IsStronglyConnected");
    return network.nodes.length === 0 || (reachesAll(network) && reachesAll(network.reversed()));
  }),
  ConnectionsIn: pure(1, (g) => {
    const network = directed(g!, "only", "ConnectionsIn");
    return connections(network, fields(g!, "only", "ConnectionsIn").node, (source) =>
      network.reachable(source),
    );
  }),
  IsTreeWithRoot: pure(2, (g, r) => isTree(g!, r!)),
  HasCycle: pure(1, (g) => directed(g!, "only", "HasCycle").hasCycle()),
  Ancestors: pure(2, (g, n) => beyond(directed(g!, "first", "Ancestors").reversed(), n!, "Ancestors")),
  Descendants: pure(2, (g, n) => beyond(directed(g!, "first", "Descendants"), n!, "Descendants")),
  Roots: pure(1, (g) => without(directed(g!, "only", "Roots").reversed())),
  Leaves: pure(1, (g) => without(directed(g!, "only", "Leaves"))),
};

/** The operators of UndirectedGraphs that the evaluator computes itself. */
export const undirectedGraphs: NativeTable = {
  SimplePath: pure(1, (g) => simplePaths(undirected(g!, "only", "SimplePath"), g!)),
  AreConnectedIn: pure(3, (m, n, g) => areConnected(m!, n!, undirected(g!, "third", "AreConnectedIn"))),
  ConnectedComponents: pure(1, (g) => components(undirected(g!, "only", "ConnectedComponents"))),
};

interface GraphFields {
  readonly node: SetValue;
  readonly edge: SetValue;
  /** Whether the record has other fields too. */
  readonly more: boolean;
}

/** The nodes and edges of a graph. Throws ValueError for what is no record of two sets with these names. */
function fields(g: Value, which: Ordinal, of: string): GraphFields {
  const record = typeof g === "object" ? g.canonical() : g;
  const [node, edge] = record instanceof RecordValue ? [record.at("node"), record.at("edge")] : [];
  if (node === undefined || edge === undefined || !isSet(node) || !isSet(edge)) {
    throw wrong(g, which, of, "a graph, [node |-> S, edge |-> T] with sets S and T");
  }
  return { node, edge, more: (record as RecordValue).size > 2 };
}

/** A graph of pairs. An edge that is no pair, or leads out of the nodes, is none. */
function directed(g: Value, which: Ordinal, of: string): Network {
  const { node, edge } = fields(g, which, of);
  const network = new Network(elements(node));
  for (const each of elements(edge)) {
    const pair = typeof each === "object" ? each.canonical() : each;
    if (pair instanceof TupleValue && pair.size === 2) network.connect(pair.at(1)!, pair.at(2)!);
  }
  return network;
}

/** A graph of sets of one or two nodes, each an edge in both directions. */
function undirected(g: Value, which: Ordinal, of: string): Network {
  const { node, edge } = fields(g, which, of);
  const network = new Network(elements(node));
  for (const each of elements(edge)) {
    const ends = isSet(each) ? elements(each) : [];
    if (ends.length === 0 || ends.length > 2) continue;
    network.connect(ends[0]!, ends[ends.length - 1]!);
    if (ends.length === 2) network.connect(ends[1]!, ends[0]!);
  }
  return network;
}

function simplePaths(network: Network, g: Value): Value {
  const paths: Value[] = [];
  network.simplePaths((path) => {
    paths.push(makeTuple(path.map((node) => network.nodes[node]!)));
    if (paths.length > mostElements) {
      throw new ValueError(
        codes.tooLarge,
        `${excerpt(g)} has more than ${mostElements} simple paths, too many to be listed`,
        [g],
      );
    }
  });
  return makeSet(paths);
}

function areConnected(m: Value, n: Value, network: Network): boolean {
  const [from, to] = [network.number(m), network.number(n)];
  return from !== undefined && to !== undefined && network.reachable(from)[to] === 1;
}

function reachesAll(network: Network): boolean {
  return network.reachable(0).every((found) => found === 1);
}

/** The function from pairs of nodes to whether there is a way, given what can be reached from one node. */
export function connections(network: Network, nodes: SetValue, from: (source: number) => Uint8Array): Value {
  const rows: (Uint8Array | undefined)[] = [];
  return lazyFunction(productSet([nodes, nodes]), (pair) => {
    const [source, target] = (pair as TupleValue).items.toArray().map((node) => network.number(node)!);
    rows[source!] ??= from(source!);
    return rows[source!]![target!] === 1;
  });
}

function isTree(g: Value, r: Value): boolean {
  const { node, edge, more } = fields(g, "first", "IsTreeWithRoot");
  if (more || !edge.subsetOf(productSet([node, node]))) return false;
  const network = directed(g, "first", "IsTreeWithRoot");
  const root = network.number(r);
  if (root === undefined) return false;
  const single = network.next.every((targets, source) => targets.length <= (source === root ? 0 : 1));
  return (
    single &&
    network
      .reversed()
      .reachable(root)
      .every((found) => found === 1)
  );
}

/** The nodes that paths of one edge or more lead to. Throws ValueError for what is no node. */
function beyond(network: Network, n: Value, of: string): Value {
  const source = network.number(n);
  if (source === undefined && network.nodes.length > 0) throw wrong(n, "second", of, "a node of the graph");
  if (source === undefined) return makeSet([]);
  const found = network.beyond(source);
  return FiniteSet.inOrder(network.nodes.filter((_, i) => found[i] === 1));
}

/** The nodes that no edge leads from. */
function without(network: Network): Value {
  return FiniteSet.inOrder(network.nodes.filter((_, i) => network.next[i]!.length === 0));
}

function components(network: Network): Value {
  const seen = new Uint8Array(network.nodes.length);
  const parts: Value[] = [];
  network.nodes.forEach((_, start) => {
    if (seen[start] === 1) return;
    const found = network.reachable(start);
    const members = network.nodes.filter((_, i) => found[i] === 1);
    found.forEach((flag, i) => {
      if (flag === 1) seen[i] = 1;
    });
    parts.push(FiniteSet.inOrder(members));
  });
  return makeSet(parts);
}
