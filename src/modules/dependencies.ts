import type { Module, Name } from "../syntax/ast.js";

/** The modules that a module's text names. */
export interface Dependencies {
  /** In the module's own EXTENDS, and in those of modules nested in it where no nested module is meant. */
  readonly extended: readonly Name[];
  /** In INSTANCE, wherever one stands. */
  readonly instanced: readonly Name[];
  /** The modules nested in it, at any depth. */
  readonly nested: ReadonlySet<string>;
}

/** Modules never change, and large ones take a while to walk. */
const known = new WeakMap<Module, Dependencies>();

/** What a module needs, in the order of the text; each name once. */
export function dependencies(module: Module): Dependencies {
  let found = known.get(module);
  if (found === undefined) {
    found = walk(module);
    known.set(module, found);
  }
  return found;
}

function walk(module: Module): Dependencies {
  const extended = new Map<string, Name>(module.extends.map((name) => [name.name, name]));
  const instanced = new Map<string, Name>();
  const nested = new Set<string>();
  // An INSTANCE may stand in any LET of any expression: walk all of the tree, with a stack of our own since
  // expressions may be deep. Children go on the stack in reverse so that the text's order is kept.
  const stack: unknown[] = [...module.units].reverse();
  while (stack.length > 0) {
    const node = stack.pop();
    if (Array.isArray(node)) {
      for (let i = node.length - 1; i >= 0; i--) stack.push(node[i]);
      continue;
    }
    if (typeof node !== "object" || node === null) continue;
    if (isInstance(node)) add(instanced, node.instance.module);
    if (isNested(node)) {
      for (const name of node.module.extends) if (!nested.has(name.name)) add(extended, name);
      nested.add(node.module.name.name);
    }
    const children: unknown[] = [];
    for (const [key, child] of Object.entries(node)) {
      if (typeof child === "object" && child !== null && key !== "span" && key !== "opSpan")
        children.push(child);
    }
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
  }
  return { extended: [...extended.values()], instanced: [...instanced.values()], nested };
}

function add(names: Map<string, Name>, name: Name): void {
  if (!names.has(name.name)) names.set(name.name, name);
}

function isInstance(node: object): node is { instance: { module: Name } } {
  return "kind" in node && (node.kind === "instance" || node.kind === "instanceDefinition");
}

function isNested(node: object): node is { module: Module } {
  return "kind" in node && node.kind === "nestedModule";
}
