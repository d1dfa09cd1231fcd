/** What EXTENDS and a nameless INSTANCE add to a module's names, and what happens where names meet. */
import type { Name } from "../syntax/ast.js";
import { location } from "../syntax/source.js";
import { arityOf, type Entity, type Entry, type ModuleMeaning, sameEntity } from "./entities.js";
import type { Problems } from "./problems.js";

/** Adds everything that a module exports to one that extends it. `at` is where it says so. */
export function extend(module: ModuleMeaning, extended: ModuleMeaning, at: Name, problems: Problems): void {
  for (const member of extended.family) module.family.add(member);
  for (const constant of extended.constants) {
    if (!module.constants.includes(constant)) module.constants.push(constant);
  }
  for (const variable of extended.variables) {
    if (!module.variables.includes(variable)) module.variables.push(variable);
  }
  for (const assumption of extended.assumptions) {
    if (!module.assumptions.includes(assumption)) module.assumptions.push(assumption);
  }
  for (const entry of extended.scope.ownEntries()) {
    if (!entry.local) addForeign(module, entry, at, problems, false);
  }
}

/**
 * Adds a name of another module. Where it meets one that is there already, the earlier one stays: without a word if
 * both are the same or come from one text, with a warning if they are definitions alike from different texts.
 * @param sameArity whether definitions with different numbers of arguments are an error; SANY says so of INSTANCE only.
 */
export function addForeign(
  module: ModuleMeaning,
  entry: Entry,
  at: Name,
  problems: Problems,
  sameArity = true,
): void {
  const earlier = module.scope.lookup(entry.name);
  if (earlier === null) {
    module.scope.set(entry);
    return;
  }
  if (sameEntity(earlier.entity, entry.entity)) {
    // Handed on by one of the two ways at least.
    if (earlier.local && !entry.local && module.scope.own(entry.name) !== null) module.scope.set(entry);
    return;
  }
  const alike =
    isDefined(earlier.entity) &&
    isDefined(entry.entity) &&
    (!sameArity || arityOf(earlier.entity) === arityOf(entry.entity));
  if (!alike) {
    problems.error("S002", `module ${at.name} brings another meaning of the name ${entry.name}`, at.span, [
      `one is at ${location(earlier.span)}, the other at ${location(entry.span)}`,
    ]);
    return;
  }
  if (earlier.origin?.name === entry.origin?.name) return;
  problems.warning(
    "W010",
    `module ${at.name} brings another definition of ${entry.name}; the earlier one counts`,
    at.span,
    [`the one that counts is at ${location(earlier.span)}, the other at ${location(entry.span)}`],
  );
}

/** Whether an entity is defined rather than declared. */
function isDefined(entity: Entity): boolean {
  return entity.kind === "definition" || entity.kind === "native" || entity.kind === "instance";
}
