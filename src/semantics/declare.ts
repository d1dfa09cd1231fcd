/** Giving a name its meaning in a module or a LET, unless it has one already. */
import type { Span } from "../syntax/source.js";
import { isReserved } from "./builtins.js";
import { TextDefinition } from "./definitions.js";
import { areFacts, arityOf, type Entity } from "./entities.js";
import { type Place, reportTaken } from "./place.js";

/** Adds a name to a place and gives true, unless it is taken: that is reported. */
export function declare(
  name: { readonly name: string; readonly span: Span },
  entity: Entity,
  local: boolean,
  place: Place,
): boolean {
  if (isReserved(name.name)) {
    place.problems.error("S014", `${name.name} belongs to the language and cannot be defined`, name.span, [
      "choose another name",
    ]);
    return false;
  }
  const earlier = place.known ? null : place.scope.lookup(name.name);
  if (earlier !== null && earlier.yielding !== true) {
    const announced = earlier.entity.kind === "definition" ? earlier.entity.definition : null;
    if (announced instanceof TextDefinition && announced.recursive && !announced.complete) {
      place.problems.error(
        "S013",
        `${name.name} is declared RECURSIVE in an outer LET or in the module, and so must be defined there`,
        name.span,
        ["move the RECURSIVE declaration to this LET, or choose another name here"],
      );
      return false;
    }
    const again = earlier.origin === place.module && entity.kind === earlier.entity.kind;
    if (
      again &&
      (entity.kind !== "definition" || areFacts(entity, earlier.entity)) &&
      arityOf(entity) === arityOf(earlier.entity)
    ) {
      // SANY lets this pass, so that there are modules that have it.
      place.problems.warning("W010", `${name.name} is declared twice`, name.span);
    } else reportTaken(place.problems, name, earlier);
    return false;
  }
  place.scope.set({ name: name.name, entity, local, origin: place.module, span: name.span });
  return true;
}
