/** The words that the shared variables of a spec consist of: what one store changes. */
import type { MemoryModel } from "../../modules/memory-model.js";
import type { Expr, Selector } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { location, type Span } from "../../syntax/source.js";
import { type AssignPart, type Code, findInstruction } from "./instructions.js";
import { ref, tuple } from "./tree.js";
import type { StateVariable } from "./world.js";

/** What memory is called as the owner of steps. */
export const MEMORY = "memory";

/** The memory model that a spec is translated for. */
export interface MemoryChoice {
  readonly memory: MemoryModel;
  /** How many stores a CPU's buffer holds. */
  readonly buffer: number;
}

/** A spec's memory under a model with store buffers. */
export interface Memory {
  readonly model: Exclude<MemoryModel, "sc">;
  /** How many stores a CPU's buffer holds. */
  readonly bound: number;
  /** Entries say whether they are `release` stores: the model is weak, and the spec has some. */
  readonly releases: boolean;
  /** The layouts of all shared variables, by name. */
  readonly layouts: ReadonlyMap<string, Layout>;
  /** What the module calls the variable that holds the buffers. */
  readonly buffer: StateVariable;
  /** What it calls the definitions that every spec with buffers needs. */
  readonly names: {
    readonly flush: string;
    /** The value of a word as a CPU sees it. */
    readonly latest: string;
    /** How many stores a buffer holds, markers of write barriers left out. */
    readonly pending: string;
    /** A buffer with a write barrier at its end. */
    readonly barrier: string;
    /** A buffer without one of its entries. */
    readonly without: string;
  };
}

interface Node {
  readonly variable: StateVariable;
  /** How to get here: `[]` for an index, a name for a field. */
  readonly path: readonly string[];
  /** The definition of what a CPU with a given buffer sees here. */
  readonly view: string;
}

/** How a variable, or a part of it, is cut into words. */
export type Layout =
  | (Node & {
      readonly kind: "word";
      /** As entries of buffers name it, e.g. `cnt[]`. */
      readonly name: string;
      /** Some store to it goes through a buffer. */
      readonly buffered: boolean;
    })
  | (Node & { readonly kind: "elements"; readonly element: Layout })
  | (Node & { readonly kind: "fields"; readonly fields: ReadonlyMap<string, Layout> });

export type Word = Extract<Layout, { kind: "word" }>;

/** A part of a variable while stores to it are being collected. */
interface Draft {
  readonly parts: Map<string, Draft>;
  /** The first store that ends here. */
  store: AssignPart | null;
  /** The first store to this or to a part of it. */
  any: AssignPart | null;
  buffered: boolean;
}

/**
 * Finds the words of shared variables: the places that some store changes. A variable that no step stores to is one
 * word.
 * @param codes of all processes and procedures. @param give makes names for definitions.
 * @param report takes stores to a whole and to a part of it: what is one word must be one everywhere.
 */
export function layoutsOf(
  shared: readonly StateVariable[],
  codes: readonly Code[],
  give: (wanted: string) => string,
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, Layout> {
  const drafts = new Map(shared.map(({ name }) => [name, emptyDraft()]));
  for (const code of codes) {
    findInstruction(code, (one) => {
      if (one.kind !== "assign") return false;
      for (const part of one.parts) {
        const draft = drafts.get(part.variable.name);
        if (draft !== undefined) addStore(draft, part, one.order !== "rmw", report);
      }
      return false;
    });
  }
  return new Map(
    shared.map((variable) => [variable.name, layout(variable, drafts.get(variable.name)!, [], give)]),
  );
}

function emptyDraft(): Draft {
  return { parts: new Map(), store: null, any: null, buffered: false };
}

function addStore(
  root: Draft,
  part: AssignPart,
  buffered: boolean,
  report: (diagnostic: Diagnostic) => void,
): void {
  const conflict = (other: AssignPart): void =>
    report({
      code: "P066",
      severity: "error",
      message: `\`${textOf(part)}\` overlaps with another store: a memory model needs to know which words \`${part.variable.name}\` consists of`,
      span: part.span,
      notes: [
        `the other one, to \`${textOf(other)}\`, is at ${location(other.span)}`,
        "store either the whole everywhere, or everywhere the same parts",
      ],
    });
  let draft = root;
  draft.any ??= part;
  for (const selector of part.path) {
    if (draft.store !== null) {
      conflict(draft.store);
      return;
    }
    const step = selector.kind === "field" ? selector.name.name : "[]";
    const other = [...draft.parts].find(([name]) => (name === "[]") !== (step === "[]"));
    if (other !== undefined) {
      conflict(other[1].any!);
      return;
    }
    const next = draft.parts.get(step) ?? emptyDraft();
    draft.parts.set(step, next);
    draft = next;
    draft.any ??= part;
  }
  const [inner] = draft.parts.values();
  if (inner !== undefined) {
    conflict(inner.any!);
    return;
  }
  draft.store ??= part;
  draft.buffered ||= buffered;
}

function layout(
  variable: StateVariable,
  draft: Draft,
  path: readonly string[],
  give: (wanted: string) => string,
): Layout {
  const spoken = path.map((step) => (step === "[]" ? "at" : step));
  const node: Node = { variable, path, view: give(["seen", variable.name, ...spoken].join("_")) };
  const inner = (step: string): Layout => layout(variable, draft.parts.get(step)!, [...path, step], give);
  if (draft.parts.size === 0) {
    return { ...node, kind: "word", name: wordName(variable, path), buffered: draft.buffered };
  }
  if (draft.parts.has("[]")) return { ...node, kind: "elements", element: inner("[]") };
  return {
    ...node,
    kind: "fields",
    fields: new Map([...draft.parts.keys()].map((key) => [key, inner(key)])),
  };
}

/** As entries of buffers name it, e.g. `task[].state`. */
export function wordName(variable: StateVariable, path: readonly string[]): string {
  return variable.name + path.map((step) => (step === "[]" ? step : `.${step}`)).join("");
}

/** The left side of a store, as written; of one put together by a macro only the variable. */
export function textOf({ variable, path }: AssignPart): string {
  const { source, start } = variable.span;
  const last = path.at(-1)?.span;
  return last !== undefined && last.source === source && last.end > start
    ? source.text.slice(start, last.end)
    : variable.name;
}

/** The field of an entry that says whether it is a `release` store, where entries have it. */
export function released(memory: Memory, release: boolean, span: Span): readonly [string, Expr][] {
  return memory.releases ? [["release", ref(release ? "TRUE" : "FALSE", span)]] : [];
}

/** All words of a layout, in the order of the text. */
export function wordsOf(layout: Layout): readonly Word[] {
  switch (layout.kind) {
    case "word":
      return [layout];
    case "elements":
      return wordsOf(layout.element);
    case "fields":
      return [...layout.fields.values()].flatMap(wordsOf);
    default:
      return layout satisfies never;
  }
}

/** Whether a part of a variable may be more than one word of memory. */
export function isManyWords(layout: Layout): boolean {
  switch (layout.kind) {
    case "word":
      return false;
    case "elements":
      return true;
    case "fields":
      return layout.fields.size > 1 || isManyWords([...layout.fields.values()][0]!);
    default:
      return layout satisfies never;
  }
}

/** The word that a store changes, and which element of it; null if the store does not fit the others to its variable. */
export function storedWord(
  layout: Layout,
  path: readonly Selector[],
): { readonly word: Word; readonly index: readonly Expr[] } | null {
  let node = layout;
  const index: Expr[] = [];
  for (const selector of path) {
    if (node.kind === "elements" && selector.kind === "index") {
      index.push(indexOf(selector.args, selector.span));
      node = node.element;
    } else {
      const inner: Layout | undefined =
        node.kind === "fields" && selector.kind === "field" ? node.fields.get(selector.name.name) : undefined;
      if (inner === undefined) return null;
      node = inner;
    }
  }
  return node.kind === "word" ? { word: node, index } : null;
}

/** `f[a, b]` means `f[<<a, b>>]`. */
export function indexOf(args: readonly Expr[], span: Span): Expr {
  return args.length === 1 ? args[0]! : tuple(args, span);
}
