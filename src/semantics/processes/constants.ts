/** Constants with the values that a spec gives them: declarations, and what the configuration says of them. */
import type { ConfigConstant } from "../../modules/config.js";
import type { ConstUnit, ConstValue, Expr, Name, SpecUnit, TlaUnit } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { location, type Span } from "../../syntax/source.js";
import { makeSet, modelValue, type Value } from "../../values/index.js";
import type { Namer } from "./names.js";
import { definition } from "./tree.js";

/** What becomes of a spec's constants. */
export interface TranslatedConstants {
  /** Declarations, definitions that stand for values, and assumptions, in the order of the text. */
  readonly units: readonly TlaUnit[];
  readonly settings: readonly ConfigConstant[];
  /** Constants without a value, which a configuration must give. */
  readonly missing: readonly ConstUnit[];
}

/**
 * Declares constants and says what they are.
 * What a `.cfg` file can say is said there (`N = 3`, `READERS = {r1, r2}`); any other value gets a definition of its
 * own (`CPU <- const_CPU`).
 * @param external constants that an extended module declares already.
 * @param resolve makes an expression of the spec one of the module.
 */
export function translateConstants(
  units: readonly SpecUnit[],
  external: ReadonlySet<string>,
  namer: Namer,
  resolve: (expr: Expr) => Expr,
): TranslatedConstants {
  const result: TlaUnit[] = [];
  const settings: ConfigConstant[] = [];
  const missing: ConstUnit[] = [];
  for (const unit of units) {
    if (unit.kind !== "const") continue;
    const { name, arity, value, where, span } = unit;
    if (!external.has(name.name)) {
      result.push({ kind: "constants", constants: [{ name: name.name, arity, span: name.span }], span });
    }
    if (value === null) missing.push(unit);
    else {
      const direct = configValue(value);
      if (direct !== null && arity === 0) {
        settings.push({ kind: "value", name, value: direct, span });
      } else if (value.kind === "expression") {
        const stands = namer.take(`const_${name.name}`);
        result.push(standIn(stands, unit, resolve(value.expr)));
        const target: Name = { name: stands, span: value.expr.span };
        settings.push({ kind: "definition", name, module: null, definition: target, span });
      }
    }
    if (where !== null)
      result.push({ kind: "assume", axiom: false, name: null, body: resolve(where), span: where.span });
  }
  return { units: result, settings, missing };
}

/** A definition with the value of a constant; for an operator constant, with the operator's body. */
function standIn(name: string, unit: ConstUnit, value: Expr): TlaUnit {
  const { span } = value;
  if (unit.arity === 0) return definition(name, [], value, span);
  if (value.kind === "lambda")
    return definition(
      name,
      value.params.map((param) => param.name),
      value.body,
      span,
    );
  const params = Array.from({ length: unit.arity }, (_, i) => `a${i + 1}`);
  const args: Expr[] = params.map((param) => ({ kind: "reference", path: [], name: param, args: [], span }));
  const body: Expr = value.kind === "reference" ? { ...value, args } : value;
  return definition(name, params, body, span);
}

/** The value if a `.cfg` file can say it, else null. */
function configValue(value: ConstValue): Value | null {
  switch (value.kind) {
    case "model":
      return modelValue(value.name.name);
    case "modelSet":
      return makeSet(value.names.map(({ name }) => modelValue(name)));
    case "expression":
      return literal(value.expr);
    default:
      return value satisfies never;
  }
}

function literal(expr: Expr): Value | null {
  switch (expr.kind) {
    case "number": {
      const number = Number(expr.text);
      return expr.base === 10 && Number.isSafeInteger(number) && /^\d+$/.test(expr.text) ? number : null;
    }
    case "string":
      return /["\\\n\t\f\r]/.test(expr.value) ? null : expr.value;
    case "reference":
      if (expr.path.length > 0 || expr.args.length > 0) return null;
      return expr.name === "TRUE" ? true : expr.name === "FALSE" ? false : null;
    case "setEnumeration": {
      const items = expr.items.map(literal);
      const kinds = new Set(items.map((item) => typeof item));
      // Of mixed sets the evaluator must complain, with the expression at hand.
      return items.includes(null) || kinds.size > 1 || kinds.has("object")
        ? null
        : makeSet(items.filter((item) => item !== null));
    }
    default:
      return null;
  }
}

/** Constants for the model values that the spec's text mentions by name. */
export function mentionedModelValues(
  names: ReadonlySet<string>,
  units: readonly SpecUnit[],
): { readonly units: readonly TlaUnit[]; readonly settings: readonly ConfigConstant[] } {
  const written = units.flatMap((unit) => (unit.kind === "const" ? namesIn(unit.value) : []));
  const first = new Map<string, Name>();
  for (const name of written) if (names.has(name.name) && !first.has(name.name)) first.set(name.name, name);
  const all = [...first.values()];
  return {
    units: all.map(({ name, span }) => ({ kind: "constants", constants: [{ name, arity: 0, span }], span })),
    settings: all.map((name) => ({ kind: "value", name, value: modelValue(name.name), span: name.span })),
  };
}

/** A model value must be told from everything else that has a name. */
export function checkModelValues(
  units: readonly SpecUnit[],
  known: ReadonlyMap<string, SpecUnit | null>,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const unit of units) {
    if (unit.kind !== "const") continue;
    for (const { name, span } of namesIn(unit.value)) {
      const other = known.get(name);
      if (other === undefined || other === unit) continue;
      report({
        code: "P016",
        severity: "error",
        message: `model value \`${name}\` has the name of something else`,
        span,
        ...(other !== null && { notes: [`that is at ${location(other.span)}`] }),
      });
    }
  }
}

function namesIn(value: ConstValue | null): readonly Name[] {
  if (value?.kind === "model") return [value.name];
  return value?.kind === "modelSet" ? value.names : [];
}

/** A setting that gives a constant a model value of its own name. */
export function ownModelValue(name: string, span: Span): ConfigConstant {
  return { kind: "value", name: { name, span }, value: modelValue(name), span };
}
