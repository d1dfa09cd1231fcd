/** What EXTENDS and a nameless INSTANCE add to a module's names, and what happens where names meet. */
import { handsOnQuietly } from "../modules/standard/index.js";
import type { Name } from "../syntax/ast.js";
import { location } from "../syntax/source.js";
import { arityOf, type Entity, type Entry, type ModuleMeaning, sameEntity } from "./entities.js";
import type { Problems } from "./problems.js";

/** Adds everything that a module exports to one that extends it. `at` is where it says so. */
export function extend(module: ModuleMeaning, extended: ModuleMeaning, at: Name, problems: Problems): void {
  for (const member of extended.family) module.family.add(member);
  for (const constant of extended.constants) {
    const earlier = module.constants.find(
      ({ name, arity }) => name === constant.name && arity === constant.arity,
    );
    if (earlier === undefined) module.constants.push(constant);
    else constant.unify(earlier);
  }
  for (const variable of extended.variables) {
    const earlier = module.variables.find(({ name }) => name === variable.name);
    if (earlier === undefined) module.variables.push(variable);
    else variable.unify(earlier);
  }
  for (const assumption of extended.assumptions) {
    if (!module.assumptions.includes(assumption)) module.assumptions.push(assumption);
  }
  for (const entry of extended.scope.ownEntries()) {
    if (!entry.local) addForeign(module, yieldingIfQuiet(extended, entry), at, problems, false);
  }
}

/** An entry as a module hands it on. */
export function yieldingIfQuiet(from: ModuleMeaning, entry: Entry): Entry {
  if (!from.standard || entry.origin === null || entry.origin === from) return entry;
  return handsOnQuietly(from.name, entry.origin.name) ? { ...entry, yielding: true } : entry;
}

/**
 * Adds a name of another module. Where it meets one that is there already, the earlier one stays: without a word if
 * both are the same or come from one text, with a warning if they are definitions alike from different texts.
 * @param scope where it is added, if that is not the module itself.
 * @param sameArity whether definitions with different numbers of arguments are an error; SANY says so of INSTANCE only.
 */
export function addForeign(
  module: ModuleMeaning,
  entry: Entry,
  at: Name,
  problems: Problems,
  sameArity = true,
  scope = module.scope,
): void {
  const earlier = scope.lookup(entry.name);
  if (earlier === null) {
    scope.set(entry);
    return;
  }
  if (sameEntity(earlier.entity, entry.entity)) {
    // Handed on, and meant to be seen, by one of the two ways at least.
    if (scope.own(entry.name) === null) return;
    if ((earlier.local && !entry.local) || (earlier.yielding === true && entry.yielding !== true))
      scope.set(entry);
    return;
  }
  if (entry.yielding === true) return;
  if (earlier.yielding === true) {
    scope.set(entry);
    return;
  }
  const defined = isDefined(earlier.entity) && isDefined(entry.entity);
  // Two declarations of one name are taken for one: see `extend`.
  const declared = isDeclared(earlier.entity) && earlier.entity.kind === entry.entity.kind;
  const sameNumber = arityOf(earlier.entity) === arityOf(entry.entity);
  const alike = (defined && (!sameArity || sameNumber)) || (declared && sameNumber);
  if (!alike) {
    problems.error("S002", `module ${at.name} brings another meaning of the name ${entry.name}`, at.span, [
      `one is at ${location(earlier.span)}, the other at ${location(entry.span)}`,
    ]);
    return;
  }
  if (earlier.origin?.name === entry.origin?.name) return;
  problems.warning(
    "W010",
    declared
      ? `module ${at.name} declares ${entry.name} again; the two are taken for one`
      : `module ${at.name} brings another definition of ${entry.name}; the earlier one counts`,
    at.span,
    [
      `the ${declared ? "first" : "one that counts"} is at ${location(earlier.span)}, the other at ${location(entry.span)}`,
    ],
  );
}

function isDeclared(entity: Entity): boolean {
  return entity.kind === "constant" || entity.kind === "variable";
}

/** Whether an entity is defined rather than declared. */
function isDefined(entity: Entity): boolean {
  return entity.kind === "definition" || entity.kind === "native" || entity.kind === "instance";
}
