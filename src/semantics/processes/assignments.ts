/** Assignments: which variable the left side means, and the conjuncts that give the new values. */

import { aUnit } from "../../modules/units.js";
import type { Expr, Selector } from "../../syntax/ast.js";
import { nearest } from "../../syntax/nearest.js";
import { location, type Span } from "../../syntax/source.js";
import type { AssignPart } from "./instructions.js";
import type { Place, Resolver } from "./resolve.js";
import { rewriteSelector } from "./rewrite.js";
import { substituteNames } from "./substitute.js";
import { except, index, infix, prime, ref } from "./tree.js";
import { findOwner, type StateVariable } from "./world.js";

/** New values of one variable, from the parts of one statement. */
interface Update {
  readonly variable: StateVariable;
  readonly path: readonly Selector[];
  readonly part: AssignPart;
  readonly value: Expr;
}

/** A conjunct that gives a variable its new value. */
export interface NewValue {
  readonly variable: StateVariable;
  readonly formula: Expr;
  readonly span: Span;
}

/**
 * `x := e || y[i] := f`: one conjunct for each variable, in the order of the text. All right sides and indices see
 * the values from before the statement.
 */
export function assignments(
  parts: readonly AssignPart[],
  place: Place,
  resolver: Resolver,
): readonly NewValue[] {
  const updates = new Map<string, Update[]>();
  for (const part of parts) {
    const variable = assigned(part, place, resolver);
    const value = resolver.expr(withoutAt(part), place);
    if (variable === null) continue;
    const path = part.path.map((selector) => rewriteSelector(selector, (arg) => resolver.expr(arg, place)));
    const list = updates.get(variable.name) ?? [];
    if (list.length > 0 && (part.path.length === 0 || list.some((other) => other.part.path.length === 0))) {
      resolver.world.report({
        code: "P038",
        severity: "error",
        message: `\`${part.variable.name}\` is assigned twice in one statement`,
        span: part.span,
        notes: [
          `the other assignment is at ${location(list[0]!.part.span)}`,
          "only different elements or fields of one variable can be assigned together",
        ],
      });
      continue;
    }
    list.push({ variable, path, part, value });
    updates.set(variable.name, list);
  }
  return [...updates.values()].map((list) => newValue(list, place));
}

/** `v' = e`, or `v' = [v EXCEPT ![self]… = e, …]`. */
function newValue(list: readonly Update[], place: Place): NewValue {
  const { variable, part } = list[0]!;
  const paths = list.map(({ path, part: { span } }) =>
    variable.perProcess && place.self !== null ? [index(place.self, span), ...path] : path,
  );
  const { span } = part;
  const name = ref(variable.name, part.variable.span);
  const value =
    paths[0]!.length === 0
      ? list[0]!.value
      : except(
          name,
          list.map((update, i) => ({ path: paths[i]!, value: update.value, span: update.part.span })),
          span,
        );
  return { variable, formula: infix("=", prime(name, part.variable.span), value, span), span };
}

/** The new value of a local of a process. */
export function localValue(variable: StateVariable, value: Expr, self: Expr, span: Span): NewValue {
  const name = ref(variable.name, span);
  const all = variable.perProcess ? except(name, [{ path: [index(self, span)], value, span }], span) : value;
  return { variable, formula: infix("=", prime(name, span), all, span), span };
}

/** `@` on the right side stands for what the left side names, as in EXCEPT. */
export function withoutAt(part: AssignPart): Expr {
  const { name, span: start } = part.variable;
  const current = part.path.reduce<Expr>(
    (base, selector) => {
      // A macro may have put the variable in front of a path of its own.
      const span =
        selector.span.source === start.source ? { ...start, end: selector.span.end } : selector.span;
      return selector.kind === "index"
        ? { kind: "application", fn: base, args: selector.args, span }
        : { kind: "field", record: base, name: selector.name, span };
    },
    ref(name, start),
  );
  return substituteNames(part.value, new Map([["@", current]]));
}

function assigned(part: AssignPart, place: Place, resolver: Resolver): StateVariable | null {
  const { name, span } = part.variable;
  const { world } = resolver;
  if (place.scope.has(name)) {
    world.report({
      code: "P037",
      severity: "error",
      message: `\`${name}\` is bound by a \`with\` and cannot be assigned to`,
      span,
    });
    return null;
  }
  const variable = place.owner?.locals.get(name) ?? world.globals.get(name);
  if (variable !== undefined && variable === place.owner?.cpu) {
    world.report({
      code: "P060",
      severity: "error",
      message: `\`${name}\` says which CPU ${place.owner.name} runs on, so it cannot be assigned to`,
      span: part.span,
      notes: ["write `migrate to …`"],
    });
    return null;
  }
  if (variable !== undefined && name !== "pc" && name !== "stack") return variable;
  const owner = findOwner(world, name);
  const unit = world.known.get(name);
  const names = [...(place.owner?.locals.keys() ?? []), ...world.globals.keys()];
  const guess = nearest(name, names);
  if (owner !== undefined) {
    world.report({
      code: "P040",
      severity: "error",
      message: `only ${owner.kind} ${name} itself assigns to its locals`,
      span: part.span,
      notes: ["what several processes change is a `var` of the spec"],
    });
  } else if (variable !== undefined) {
    world.report({
      code: "P037",
      severity: "error",
      message: `\`${name}\` is kept by the steps themselves and cannot be assigned to`,
      span,
      notes: ["use `goto`, `call` and `return`"],
    });
  } else if (unit !== undefined && unit !== null) {
    world.report({
      code: "P037",
      severity: "error",
      message: `\`${name}\` is ${aUnit(unit)} and cannot be assigned to`,
      span,
      notes: [`it is defined at ${location(unit.span)}`],
    });
  } else {
    world.report({
      code: "P037",
      severity: "error",
      message: `there is no variable \`${name}\` to assign to`,
      span,
      ...(guess !== undefined && { notes: [`did you mean \`${guess}\`?`], fix: { span, text: guess } }),
    });
  }
  return null;
}
