/** Warnings about what a model declares but does not need. */
import type { Diagnostic } from "../syntax/diagnostic.js";
import {
  type Core,
  type CoreArgument,
  type CoreBound,
  type Definition,
  isOperatorArgument,
  type Variable,
} from "./core.js";
import type { Elaboration } from "./elaborate.js";
import type { DeclaredConstant } from "./entities.js";
import type { Model } from "./model.js";

/** Constants that no text uses, and variables whose values nothing ever looks at. */
export function unusedWarnings(elaboration: Elaboration, model: Model): readonly Diagnostic[] {
  const used = new Set<DeclaredConstant>();
  for (const { entity } of elaboration.used) if (entity.kind === "constant") used.add(entity.constant);
  const constants = elaboration.root.constants
    .filter((constant) => !used.has(constant))
    .map(
      (constant): Diagnostic => ({
        code: "W001",
        severity: "warning",
        message: `the constant ${constant.name} is never used`,
        span: constant.span,
      }),
    );
  if (model.behaviour === null) return constants;
  const read = new Reads(model).variables;
  const variables = model.variables
    .filter((variable) => !read.has(variable))
    .map(
      (variable): Diagnostic => ({
        code: "W002",
        severity: "warning",
        message: `the variable ${variable.display} is never read`,
        span: variable.span,
      }),
    );
  return [...constants, ...variables];
}

/** How many nodes are looked at before the search for reads is given up: then everything counts as read. */
const enough = 1_000_000;

/**
 * Finds the variables that are read anywhere: used otherwise than as what a step or the initial predicate gives a
 * value (`x' = e`, `x = e` in Init), as UNCHANGED, in a subscript, or in a tuple of variables with a name.
 */
class Reads {
  readonly variables = new Set<Variable>();
  private readonly seen = new Map<Definition, boolean>();
  private nodes = 0;

  constructor(model: Model) {
    const { behaviour } = model;
    if (behaviour === null) return;
    // What Init refers to comes first, so that it counts as giving values.
    this.core(behaviour.init, true);
    this.core(behaviour.next, false);
    for (const formula of behaviour.fairness) this.core(formula, false);
    const claims = [
      model.assumptions,
      model.invariants,
      model.witnesses,
      model.constraints,
      model.actionConstraints,
      model.properties,
    ];
    for (const formula of claims.flat()) this.core(formula.body, false);
    // Definitions that nothing uses yet may be there for another configuration.
    for (const definition of model.definitions.values()) this.definition(definition, false);
    if (this.nodes > enough) for (const variable of model.variables) this.variables.add(variable);
  }

  private definition(definition: Definition, init: boolean): void {
    if (this.seen.has(definition)) return;
    this.seen.set(definition, init);
    if (!isVariableTuple(definition.body)) this.core(definition.body, init);
  }

  private core(core: Core, init: boolean): void {
    if (++this.nodes > enough) return;
    const all = (items: readonly CoreArgument[]): void => {
      for (const item of items) {
        if (!isOperatorArgument(item)) this.core(item, init);
        else if (item.kind === "operatorDefinition") this.definition(item.definition, init);
        else if (item.kind === "lambda") this.core(item.body, init);
      }
    };
    const bounds = (list: readonly CoreBound[]): void => all(list.map((bound) => bound.set));
    switch (core.kind) {
      case "literal":
      case "unsupported":
        return;
      case "variable":
        this.variables.add(core.variable);
        return;
      case "constant":
        if (core.constant.binding.kind === "definition")
          this.definition(core.constant.binding.definition, init);
        all(core.args);
        return;
      case "local":
      case "native":
        all(core.args);
        return;
      case "call":
        this.definition(core.definition, init);
        all(core.args);
        return;
      case "builtin": {
        const [first, ...rest] = core.args;
        const gives = core.op === "=" || core.op === "\\in";
        if (gives && first !== undefined && (isPrimedVariable(first) || (init && first.kind === "variable")))
          all(rest);
        else all(core.args);
        return;
      }
      case "and":
      case "or":
      case "setEnumeration":
      case "tuple":
        all(core.items);
        return;
      case "if":
        all([core.condition, core.then, core.else]);
        return;
      case "case":
        all(core.arms.flatMap((arm) => [arm.guard, arm.body]));
        if (core.other !== null) this.core(core.other, init);
        return;
      case "let":
        for (const definition of core.definitions) this.definition(definition, init);
        this.core(core.body, init);
        return;
      case "quantifier":
      case "setMap":
      case "function":
        bounds(core.bounds);
        this.core(core.body, init);
        return;
      case "unbounded":
      case "prime":
        this.core(core.body, init);
        return;
      case "choose":
        bounds([core.bound]);
        this.core(core.body, init);
        return;
      case "setFilter":
        bounds([core.bound]);
        this.core(core.predicate, init);
        return;
      case "functionSet":
        all([core.domain, core.range]);
        return;
      case "record":
        all(core.fields.map((field) => field.value));
        return;
      case "recordSet":
        all(core.fields.map((field) => field.set));
        return;
      case "except":
        this.core(core.base, init);
        for (const { path, value } of core.updates) all([...path, value]);
        return;
      case "apply":
        all([core.fn, core.arg]);
        return;
      case "product":
        all(core.factors);
        return;
      case "unchanged":
        return;
      case "enabled":
        this.core(core.action, init);
        return;
      case "actionBox":
      case "fairness":
        // The subscript only says what a step may leave as it is.
        this.core(core.action, init);
        return;
      case "temporal":
        all(core.args);
        return;
      default:
        core satisfies never;
    }
  }
}

function isPrimedVariable(core: Core): boolean {
  return core.kind === "prime" && core.body.kind === "variable";
}

/** `vars == <<x, y>>`: a name for all variables reads none of them. */
function isVariableTuple(core: Core): boolean {
  return (
    core.kind === "tuple" &&
    core.items.length > 0 &&
    core.items.every((i) => i.kind === "variable" || isVariableTuple(i))
  );
}
