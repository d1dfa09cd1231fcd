/** Modules SVG and GraphViz: pictures as texts. */
import {
  codes,
  elements,
  excerpt,
  fingerprint,
  format,
  integers,
  isInteger,
  makeFunction,
  makeRecord,
  RecordValue,
  type SetValue,
  TupleValue,
  type Value,
  ValueError,
} from "../../../values/index.js";
import {
  entriesOf,
  integer,
  mapping,
  type NativeTable,
  native,
  operator,
  pure,
  set,
  value,
  wrong,
} from "../native.js";

/** The operators of SVG that the evaluator computes itself. */
export const svg: NativeTable = {
  SVGElemToString: pure(1, (element) => textOf(element!)),
  NodeOfRingNetwork: pure(5, (...args) => {
    const [cx, cy, r, n, m] = args.map((each) => Number(integer(each, "only", "NodeOfRingNetwork")));
    return onRing(cx!, cy!, r!, n!, m!);
  }),
  /** The nodes on a circle that fills the view, whatever the edges: one of the layouts that the definition allows. */
  NodesOfDirectedMultiGraph: pure(3, (nodes, edges, options) => {
    const all = elements(set(nodes!, "first", "NodesOfDirectedMultiGraph"));
    set(edges!, "second", "NodesOfDirectedMultiGraph");
    const [width, height] = ["view_width", "view_height"].map((name) =>
      Number(integer(field(options!, name), "third", "NodesOfDirectedMultiGraph")),
    );
    const radius = Math.floor(Math.min(width!, height!) / 2);
    return makeFunction(
      all.map((node, i) => [node, onRing(width! / 2, height! / 2, radius, i, all.length)] as const),
    );
  }),
  PointOnLine: pure(3, (from, to, segment) => {
    const parts = Number(integer(segment!, "third", "PointOnLine"));
    const along = (name: string) => {
      const [start, end] = [from!, to!].map((point) =>
        Number(integer(field(point, name), "first", "PointOnLine")),
      );
      return Math.trunc(start! + (end! - start!) / parts) + 0;
    };
    if (parts === 0)
      throw new ValueError(codes.divisionByZero, "PointOnLine was asked for the 0-th part of a line", []);
    return point(along("x"), along("y"));
  }),
};

/** The operator of GraphViz. */
export const graphViz: NativeTable = {
  DotDiGraph: native(3, ([g, nodeLabel, edgeLabel]) => {
    const graph = value(g);
    const [nodeText, edgeText] = [operator(nodeLabel, "DotDiGraph"), operator(edgeLabel, "DotDiGraph")];
    const nodes = elements(setField(graph, "node")).map(
      (node) => `${identity(node)}[label=${format(nodeText(node))}];`,
    );
    const edges = elements(setField(graph, "edge")).map((edge) => {
      const pair = typeof edge === "object" ? edge.canonical() : edge;
      if (!(pair instanceof TupleValue) || pair.size < 2)
        throw wrong(edge, "first", "DotDiGraph", "a graph whose edges are tuples");
      return `${identity(pair.at(1)!)}->${identity(pair.at(2)!)}[label=${format(edgeText(edge))}];`;
    });
    return `digraph MyGraph {${nodes.join("")}${edges.join("")}}`;
  }),
};

/** A number that stands for a value, the same for equal ones. */
function identity(node: Value): string {
  const words = new Uint32Array(2);
  fingerprint([node], words);
  return `${(BigInt(words[1]!) << 32n) | BigInt(words[0]!)}`;
}

function setField(g: Value, name: string): SetValue {
  return set(field(g, name), "first", "DotDiGraph");
}

function onRing(cx: number, cy: number, r: number, n: number, m: number): Value {
  const angle = ((2 * Math.PI) / m) * n;
  return point(Math.trunc(cx + r * Math.cos(angle)), Math.trunc(cy + r * Math.sin(angle)));
}

function point(x: number, y: number): Value {
  return makeRecord([
    ["x", x + 0],
    ["y", y + 0],
  ]);
}

/** A field of a record. Throws ValueError if there is none of that name, or no record. */
function field(record: Value, name: string): Value {
  const plain = typeof record === "object" ? record.canonical() : record;
  const found = plain instanceof RecordValue ? plain.at(name) : undefined;
  if (found !== undefined) return found;
  throw new ValueError(
    codes.argument,
    `a record with a field ${name} is needed here, but this is ${excerpt(record)}`,
    [record],
  );
}

/** An element with its attributes, its text and its children. Throws ValueError for what SVGElem does not make. */
function textOf(element: Value): string {
  const [name, text] = ["name", "innerText"].map((key) => stringOf(field(element, key), key));
  const attributes = entriesOf(mapping(field(element, "attrs"), "second", "SVGElem"))
    .map(([key, content]) => {
      const attribute = stringOf(key, "attrs").replaceAll("_", "-");
      return ` ${attribute}='${stringOf(content, attribute)}'`;
    })
    .join("");
  const children = entriesOf(mapping(field(element, "children"), "third", "SVGElem"))
    .map(([, child]) => textOf(child))
    .join("");
  const inner = text!.replaceAll("<<", "&lt;&lt;").replaceAll(">>", "&gt;&gt;");
  return `<${name}${attributes}>${inner}${children}</${name}>`;
}

function stringOf(content: Value, what: string): string {
  if (typeof content === "string") return content;
  const hint = isInteger(content) ? `; ToString(${integers.add(content, 0)}) is one` : "";
  throw new ValueError(
    codes.argument,
    `the ${what} of an SVG element must be a string, but it is ${excerpt(content)}${hint}`,
    [content],
  );
}
