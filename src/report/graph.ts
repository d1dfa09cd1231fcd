/**
 * The graph of states as text, piece by piece while a search goes on, so that nothing of it is kept: a list of states,
 * DOT as TLC writes it, or JSON.
 */

import { actionName } from "../explore/action-name.js";
import type { Action } from "../explore/evaluator.js";
import type { ObservedStep, StateId } from "../explore/observer.js";
import type { Model } from "../semantics/model.js";
import { oneLine } from "../syntax/source.js";
import { format, toItf, type Value } from "../values/index.js";

export const GRAPH_FORMATS = ["states", "dot", "json"] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/** What a DOT graph shows besides states and steps; the names are TLC's. */
export const DOT_STYLES = ["actionlabels", "colorize", "constrained"] as const;
export type DotStyle = (typeof DOT_STYLES)[number];

/** Writes a graph: each method gives the text that comes next. */
export interface GraphWriter {
  head(): string;
  /** A step or an initial state, and the values of the state that it leads to. */
  step(step: ObservedStep, values: readonly Value[]): string;
  tail(): string;
}

/** The writer of a format. */
export function graphWriter(
  graph: GraphFormat,
  model: Model,
  actions: readonly Action[],
  styles: ReadonlySet<DotStyle>,
): GraphWriter {
  switch (graph) {
    case "states":
      return new StatesWriter(model);
    case "dot":
      return new DotWriter(model, actions, styles);
    case "json":
      return new JsonWriter(model, actions);
    default:
      return graph satisfies never;
  }
}

/** A fingerprint as a decimal number, as TLC writes them. */
function idOf({ low, high }: StateId): string {
  return String(BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low)));
}

function conjunction({ variables }: Model, values: readonly Value[]): readonly string[] {
  return variables.map(({ name, index }) => `/\\ ${name} = ${oneLine(format(values[index]!))}`);
}

/** Every state that is kept, in the order of discovery, as a conjunction. */
class StatesWriter implements GraphWriter {
  private count = 0;

  constructor(private readonly model: Model) {}

  head(): string {
    return "";
  }

  step({ fresh, within }: ObservedStep, values: readonly Value[]): string {
    if (!fresh || !within) return "";
    this.count++;
    return `State ${this.count}:\n${conjunction(this.model, values).join("\n")}\n\n`;
  }

  tail(): string {
    return "";
  }
}

/** Colours that a scheme of Graphviz has; later actions share them. */
const SCHEME = "paired12";
const COLOURS = 12;

/** A digraph that Graphviz draws. */
class DotWriter implements GraphWriter {
  private readonly colours = new Map<string, number>();
  private level = 0;
  private rank: string[] = [];
  /** States outside the constraints that were written: they are found again and again. */
  private readonly outside = new Set<string>();

  constructor(
    private readonly model: Model,
    private readonly actions: readonly Action[],
    private readonly styles: ReadonlySet<DotStyle>,
  ) {}

  head(): string {
    return [
      "strict digraph DiskGraph {",
      "node [shape=box,style=rounded]",
      ...(this.styles.has("colorize") ? [`edge [colorscheme="${SCHEME}"]`] : []),
      "nodesep=0.35;",
      "subgraph cluster_graph {",
      'color="white";',
      "",
    ].join("\n");
  }

  step(step: ObservedStep, values: readonly Value[]): string {
    const { from, to, fresh, within, action, level } = step;
    if (!within && !this.styles.has("constrained")) return "";
    const id = idOf(to);
    const lines: string[] = [];
    if (from !== null) lines.push(`${idOf(from)} -> ${id}${this.edge(action)};`);
    if (fresh && (within || !this.outside.has(id))) {
      if (level !== this.level) lines.push(...this.closeRank());
      this.level = level;
      if (within) this.rank.push(id);
      else this.outside.add(id);
      const label = quoted(conjunction(this.model, values).join("\n"));
      const style =
        from === null ? ",style = filled" : within ? "" : ",style = filled, fillcolor=lightyellow";
      lines.push(`${id} [label=${label}${style}];`);
    }
    return lines.map((line) => `${line}\n`).join("");
  }

  tail(): string {
    const legend = this.styles.has("colorize") && this.colours.size > 1 ? this.legend() : [];
    return [...this.closeRank(), "}", ...legend, "}", ""].join("\n");
  }

  private edge(action: number): string {
    const { styles, actions } = this;
    const taken = actions[action];
    if (taken === undefined) return "";
    const colour = styles.has("colorize") ? String(this.colour(taken)) : "black";
    const label = styles.has("actionlabels") ? actionName(taken) : "";
    return ` [label=${quoted(label)},color="${colour}",fontcolor="${colour}"]`;
  }

  /** Actions of one name share a colour, whatever their arguments. */
  private colour({ name }: Action): number {
    const known = this.colours.get(name);
    if (known !== undefined) return known;
    const colour = (this.colours.size % COLOURS) + 1;
    this.colours.set(name, colour);
    return colour;
  }

  private closeRank(): readonly string[] {
    const { rank } = this;
    this.rank = [];
    return rank.length === 0 ? [] : [`{rank = same; ${rank.map((id) => `${id};`).join("")}}`];
  }

  private legend(): readonly string[] {
    return [
      "subgraph cluster_legend {",
      "graph[style=bold];",
      'label = "Next State Actions" style="solid"',
      `node [labeljust="l",colorscheme="${SCHEME}",style=filled,shape=record]`,
      ...[...this.colours].map(
        ([name, colour]) => `${quoted(`action ${name}`)} [label=${quoted(name)},fillcolor=${colour}]`,
      ),
      "}",
    ];
  }
}

/** A string of DOT. */
function quoted(text: string): string {
  return `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;
}

/** One object, its steps in the order of the search; version 1, see docs/traces.md. */
class JsonWriter implements GraphWriter {
  private first = true;

  constructor(
    private readonly model: Model,
    private readonly actions: readonly Action[],
  ) {}

  head(): string {
    const { model, actions } = this;
    const about = {
      format: "quiesce-graph",
      version: 1,
      module: model.name,
      variables: model.variables.map(({ display }) => display),
      actions: actions.map((action) => actionName(action)),
    };
    return `${JSON.stringify(about).slice(0, -1)},"steps":[`;
  }

  step({ from, to, action, fresh, within }: ObservedStep, values: readonly Value[]): string {
    const state = Object.fromEntries(
      this.model.variables.map(({ display, index }) => [display, toItf(values[index]!)]),
    );
    const item = {
      from: from === null ? null : idOf(from),
      action: action < 0 ? null : action,
      to: idOf(to),
      ...(!within && { outside: true }),
      ...(fresh && { state }),
    };
    const comma = this.first ? "" : ",";
    this.first = false;
    return `${comma}\n${JSON.stringify(item)}`;
  }

  tail(): string {
    return "\n]}\n";
  }
}
