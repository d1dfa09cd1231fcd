/** Whether the identities of a spec's processes can be told from each other. */

import type { Expr, SpecUnit } from "../../syntax/ast.js";
import { location } from "../../syntax/source.js";
import type { ProcessOwner, World } from "./world.js";

/** What sort of value an identity is, as far as the text shows it. */
type Sort =
  | "a string"
  | "an integer"
  | "a Boolean"
  | "a tuple"
  | "a record"
  | "a set"
  | "a model value"
  | null;

/**
 * Reports processes whose identities cannot be compared, as a string with an integer: the set of all of them could
 * not be built. A model value can be compared with anything. Also reports two processes with the same identity.
 * What the text does not show is found when the spec is checked.
 */
export function checkIdentities(world: World): void {
  let first: { readonly process: ProcessOwner; readonly sort: Sort } | null = null;
  const seen = new Map<string, ProcessOwner>();
  for (const process of world.processes) {
    const { identity } = process.unit;
    const items = identity.kind === "equals" ? [identity.expr] : elements(identity.expr, world, 0);
    for (const item of items) {
      const sort = sortOf(item, world, 0);
      if (sort !== null && sort !== "a model value") {
        if (first === null) first = { process, sort };
        else if (first.sort !== sort) {
          world.report({
            code: "P044",
            severity: "error",
            message: `the identity of process ${process.name} is ${sort}, that of ${first.process.name} ${first.sort}: these cannot be compared`,
            span: identity.expr.span,
            notes: [
              `${first.process.name} is at ${location(first.process.unit.name.span)}`,
              "let all identities be of one kind, or model values",
            ],
          });
          break;
        }
      }
      const key = literalKey(item);
      if (key === null) continue;
      const twin = seen.get(key);
      if (twin === undefined) seen.set(key, process);
      else if (twin !== process) {
        world.report({
          code: "P045",
          severity: "error",
          message: `processes ${twin.name} and ${process.name} have the same identity`,
          span: identity.expr.span,
          notes: [`${twin.name} is at ${location(twin.unit.name.span)}`],
        });
        break;
      }
    }
  }
}

/** How far constants and definitions are looked into. */
const DEPTH = 10;

/** Some elements of a set, enough to see their sort. */
function elements(set: Expr, world: World, depth: number): readonly Expr[] {
  if (depth > DEPTH) return [];
  const inner = (expr: Expr) => elements(expr, world, depth + 1);
  switch (set.kind) {
    case "setEnumeration":
      return set.items;
    case "setFilter":
      return inner(set.set);
    case "if":
      return [...inner(set.then), ...inner(set.else)];
    case "product":
    case "tuple":
      return [];
    case "operator":
      if (set.op === "..") return set.operands;
      if (set.op === "\\cup") return set.operands.flatMap(inner);
      return set.op === "\\" || set.op === "\\cap" ? inner(set.operands[0]!) : [];
    case "reference": {
      const unit = set.path.length > 0 || set.args.length > 0 ? undefined : world.known.get(set.name);
      if (unit?.kind === "const" && unit.value?.kind === "modelSet") {
        return unit.value.names.map(({ name, span }) => ({
          kind: "reference",
          path: [],
          name,
          args: [],
          span,
        }));
      }
      const value = unit === undefined || unit === null ? null : expressionOf(unit);
      return value === null ? [] : inner(value);
    }
    default:
      return [];
  }
}

function expressionOf(unit: SpecUnit): Expr | null {
  if (unit.kind === "const" && unit.value?.kind === "expression") return unit.value.expr;
  return unit.kind === "definition" && unit.params.length === 0 ? unit.body : null;
}

function sortOf(expr: Expr, world: World, depth: number): Sort {
  if (depth > DEPTH) return null;
  switch (expr.kind) {
    case "string":
      return "a string";
    case "number":
      return "an integer";
    case "tuple":
      return "a tuple";
    case "record":
      return "a record";
    case "setEnumeration":
    case "setFilter":
    case "setMap":
      return "a set";
    case "operator":
      return ["+", "-", "*", "-.", "%", "\\div"].includes(expr.op) ? "an integer" : null;
    case "reference": {
      if (expr.path.length > 0 || expr.args.length > 0) return null;
      if (expr.name === "TRUE" || expr.name === "FALSE") return "a Boolean";
      const unit = world.known.get(expr.name);
      if (world.modelValues.has(expr.name)) return "a model value";
      if (unit === undefined || unit === null) return null;
      const value = expressionOf(unit);
      return value === null ? null : sortOf(value, world, depth + 1);
    }
    default:
      return null;
  }
}

function literalKey(expr: Expr): string | null {
  switch (expr.kind) {
    case "string":
      return `"${expr.value}"`;
    case "number":
      return expr.base === 10 ? String(Number(expr.text)) : null;
    default:
      return null;
  }
}
