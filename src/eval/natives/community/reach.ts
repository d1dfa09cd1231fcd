/** Graphs as lists of neighbours, and what can be reached in them: what Graphs, UndirectedGraphs and Relation need. */
import { type Value, ValueTable } from "../../../values/index.js";

/** A graph whose nodes are numbered from 0. */
export class Network {
  private readonly numbers = new ValueTable<number>();
  /** The numbers of the nodes that the edges of each node lead to. */
  readonly next: number[][];

  /** A graph with the given nodes, which differ from each other, and no edges. */
  constructor(readonly nodes: readonly Value[]) {
    nodes.forEach((node, i) => {
      this.numbers.set(node, i);
    });
    this.next = nodes.map(() => []);
  }

  /** The number of a node, or undefined if it is none. */
  number(node: Value): number | undefined {
    return this.numbers.get(node);
  }

  /** Adds an edge from one node to another, if both are nodes. */
  connect(from: Value, to: Value): void {
    const [source, target] = [this.number(from), this.number(to)];
    if (source !== undefined && target !== undefined) this.next[source]!.push(target);
  }

  /** The graph with its edges turned round. */
  reversed(): Network {
    const result = new Network(this.nodes);
    this.next.forEach((targets, source) => {
      for (const target of targets) result.next[target]!.push(source);
    });
    return result;
  }

  /** Which nodes paths of one edge or more lead to from a node; one flag for each node. */
  beyond(source: number): Uint8Array {
    const found = new Uint8Array(this.nodes.length);
    const open = [source];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const target of this.next[node]!) {
        if (found[target] === 1) continue;
        found[target] = 1;
        open.push(target);
      }
    }
    return found;
  }

  /** Which nodes paths lead to from a node, itself among them. */
  reachable(source: number): Uint8Array {
    const found = this.beyond(source);
    found[source] = 1;
    return found;
  }

  /** Whether some path comes back to where it began: nodes without predecessors are taken away as long as there are any. */
  hasCycle(): boolean {
    const incoming = new Uint32Array(this.nodes.length);
    for (const targets of this.next) for (const target of targets) incoming[target]!++;
    const free: number[] = [];
    incoming.forEach((count, node) => {
      if (count === 0) free.push(node);
    });
    let left = this.nodes.length;
    for (let node = free.pop(); node !== undefined; node = free.pop()) {
      left--;
      for (const target of this.next[node]!) if (--incoming[target]! === 0) free.push(target);
    }
    return left > 0;
  }

  /**
   * All paths that come to no node twice, as numbers of nodes; `visit` is called with the same array each time.
   * The search goes back and forth on one array, since a path may be as long as there are nodes.
   */
  simplePaths(visit: (path: readonly number[]) => void): void {
    const used = new Uint8Array(this.nodes.length);
    for (let start = 0; start < this.nodes.length; start++) {
      const path = [start];
      const tried = [0];
      used[start] = 1;
      visit(path);
      while (path.length > 0) {
        const last = path[path.length - 1]!;
        const target = this.next[last]![tried[tried.length - 1]!++];
        if (target === undefined) {
          used[last] = 0;
          path.pop();
          tried.pop();
        } else if (used[target] === 0) {
          used[target] = 1;
          path.push(target);
          tried.push(0);
          visit(path);
        }
      }
    }
  }
}
