/** Names that a configuration uses: definitions of the root module, and those of its instances, `I!Op`. */
import type { Name } from "../syntax/ast.js";
import { didYouMean } from "../syntax/nearest.js";
import { seenThrough } from "./apply.js";
import type { Elaboration } from "./elaborate.js";
import type { Entity, Entry, ModuleMeaning } from "./entities.js";

/**
 * What a name means at the end of the root module.
 * @param role what it is for, e.g. "the invariant", for the message that it is unknown.
 * @returns null after a report.
 */
export function resolveDefinition(elaboration: Elaboration, name: Name, role: string): Entity | null {
  const entity = findName(elaboration.root, name.name, elaboration.used);
  if (entity === null) {
    const { root, problems } = elaboration;
    const [first] = name.name.split("!");
    const candidates = [...root.scope.ownEntries()].map((entry) => entry.name);
    problems.error(
      "M031",
      `${role} ${name.name} is not defined in module ${root.name}`,
      name.span,
      name.name === first ? didYouMean(name.name, candidates) : [],
    );
  }
  return entity;
}

/**
 * What a name, perhaps a path through instances, means at the end of a module; null if nothing.
 * @param used takes the entry that the name refers to, where that counts as a use.
 */
export function findName(module: ModuleMeaning, name: string, used?: Set<Entry>): Entity | null {
  const [first, ...rest] = name.split("!");
  const entry = module.scope.lookup(first!);
  if (entry === null) return null;
  used?.add(entry);
  let { entity } = entry;
  for (const part of rest) {
    if (entity.kind !== "instance") return null;
    const { context } = entity;
    const next = context.module.exports(part);
    if (next === null || next.entity.kind === "constant" || next.entity.kind === "variable") return null;
    entity = seenThrough(context, next.entity);
  }
  return entity;
}
