import { describe, expect, test } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { search } from "../../src/explore/search.js";
import { type DotStyle, type GraphFormat, graphWriter } from "../../src/report/index.js";
import { ToyHost } from "../explore/toy.js";
import { modelOf } from "../support/model.js";

const UNITS = `EXTENDS Naturals
VARIABLES x, note
Init == x \\in {0, 1} /\\ note = "say \\"x\\""
Up(n) == x' = x + n /\\ UNCHANGED note
Back == x > 1 /\\ x' = 0 /\\ UNCHANGED note
Next == (\\E n \\in 1..2 : Up(n)) \\/ Back
Few == x < 4`;

/** The graph of the model as text, and the search's figures. */
async function graph(format: GraphFormat, styles: readonly DotStyle[] = ["actionlabels"]) {
  const model = modelOf(UNITS, "INIT Init NEXT Next CONSTRAINT Few");
  const evaluator = createReferenceEvaluator(model, { print: () => {}, seed: 0 });
  const writer = graphWriter(format, model, evaluator.actions, new Set(styles));
  const parts = [writer.head()];
  const observer = (step: Parameters<typeof writer.step>[0], to: readonly never[]) =>
    void parts.push(writer.step(step, to));
  const { states } = await search(
    evaluator,
    { checkDeadlock: true, observer: observer as never },
    new ToyHost(),
  );
  return { text: [...parts, writer.tail()].join(""), states };
}

interface Dot {
  readonly nodes: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}

/** Reads the DOT that is written here: tokens, statements, balanced braces. Throws for anything else. */
function readDot(text: string): Dot {
  const token = /\s*(->|[{}[\];=,]|"(?:[^"\\]|\\.)*"|-?[\w.]+)/y;
  const tokens: string[] = [];
  for (token.lastIndex = 0; token.lastIndex < text.trimEnd().length; ) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new Error(`no token of DOT: ${text.slice(at, at + 30)}`);
    tokens.push(match[1]!);
  }
  const nodes = new Map<string, Readonly<Record<string, string>>>();
  const edges: Dot["edges"][number][] = [];
  let at = 0;
  const take = (wanted?: string): string => {
    const next = tokens[at++];
    if (next === undefined || (wanted !== undefined && next !== wanted))
      throw new Error(`${wanted} expected`);
    return next;
  };
  const word = (raw: string) =>
    raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(.)/g, (_, c) => (c === "n" ? "\n" : c)) : raw;
  const attributes = (): Record<string, string> => {
    const found: Record<string, string> = {};
    if (tokens[at] !== "[") return found;
    for (take("["); tokens[at] !== "]"; ) {
      const name = word(take());
      take("=");
      found[name] = word(take());
      if (tokens[at] === ",") take();
    }
    take("]");
    return found;
  };
  const block = (): void => {
    for (take("{"); tokens[at] !== "}"; ) {
      if (tokens[at] === "{") block();
      else if (tokens[at] === "subgraph") {
        take();
        take();
        block();
      } else if (tokens[at] !== ";") statement();
      if (tokens[at] === ";") take();
    }
    take("}");
  };
  const statement = (): void => {
    const first = word(take());
    if (tokens[at] === "=") {
      take();
      take();
    } else if (tokens[at] === "->") {
      take();
      const to = word(take());
      edges.push({ from: first, to, label: attributes().label ?? "" });
    } else {
      const given = attributes();
      if (/^-?\d+$/.test(first) && given.label !== undefined) nodes.set(first, given);
    }
  };
  take("strict");
  take("digraph");
  take();
  block();
  if (at !== tokens.length) throw new Error("something stands after the graph");
  return { nodes, edges };
}

describe("the graph of states", () => {
  test("as DOT has every state once and every step, to known states too", async () => {
    const { text, states } = await graph("dot");
    const { nodes, edges } = readDot(text);
    expect(nodes.size).toBe(states.distinct);
    expect([...nodes.values()].map(({ label }) => label)).toContain('/\\ x = 3\n/\\ note = "say \\"x\\""');
    const named = edges.map(({ from, to, label }) => {
      const x = (id: string) => /x = (\d)/.exec(nodes.get(id)?.label ?? "")![1];
      return `${x(from)} ${label} ${x(to)}`;
    });
    expect(named.sort()).toEqual([
      "0 Up(1) 1",
      "0 Up(2) 2",
      "1 Up(1) 2",
      "1 Up(2) 3",
      "2 Back 0",
      "2 Up(1) 3",
      "3 Back 0",
    ]);
    const initial = [...nodes.values()].filter(({ style }) => style === "filled");
    expect(initial).toHaveLength(2);
  });

  test("as DOT with colours has a legend, and states outside the constraints if asked for", async () => {
    const { text, states } = await graph("dot", ["colorize", "constrained"]);
    const { nodes, edges } = readDot(text);
    expect(nodes.size).toBe(states.distinct + 2);
    expect(edges.every(({ label }) => label === "")).toBe(true);
    expect(text).toContain('"action Up" [label="Up",fillcolor=1]');
    expect(text).toContain('"action Back" [label="Back",fillcolor=2]');
    expect([...nodes.values()].filter(({ fillcolor }) => fillcolor === "lightyellow")).toHaveLength(2);
  });

  test("as JSON can be read back, and has every way that was taken", async () => {
    const { text, states } = await graph("json");
    const json = JSON.parse(text);
    expect(json).toMatchObject({
      format: "quiesce-graph",
      version: 1,
      module: "M",
      variables: ["x", "note"],
      actions: ["Up(1)", "Up(2)", "Back"],
    });
    expect(json.steps).toHaveLength(states.generated);
    const kept = json.steps.filter((step: { state?: object; outside?: true }) => step.state && !step.outside);
    expect(kept).toHaveLength(states.distinct);
    expect(json.steps[0]).toMatchObject({ from: null, action: null, state: { x: { "#bigint": "0" } } });
    const known = new Set(kept.map(({ to }: { to: string }) => to));
    for (const { from } of json.steps) expect(from === null || known.has(from)).toBe(true);
  });

  test("as a list has every state that was kept", async () => {
    const { text, states } = await graph("states");
    const listed = text.trimEnd().split("\n\n");
    expect(listed).toHaveLength(states.distinct);
    expect(listed[0]).toBe('State 1:\n/\\ x = 0\n/\\ note = "say \\"x\\""');
    expect(listed.at(-1)).toMatch(/^State 4:\n\/\\ x = 3\n/);
  });
});
