/** Warnings about what a model declares but does not need. */
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Span } from "../syntax/source.js";
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

/**
 * Constants that no text uses, and variables whose values nothing ever looks at. Those that another file brings are
 * not counted: a spec that uses a part of it cannot delete the rest.
 */
export function unusedWarnings(elaboration: Elaboration, model: Model): readonly Diagnostic[] {
  const { source } = elaboration.root.module.span;
  const isOwn = ({ span }: { readonly span: Span }) => span.source === source;
  const used = new Set<DeclaredConstant>();
  for (const { entity } of elaboration.used) if (entity.kind === "constant") used.add(entity.constant);
  const constants = elaboration.root.constants
    .filter((constant) => isOwn(constant) && !used.has(constant))
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
    .filter((variable) => isOwn(variable) && !read.has(variable))
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
 * What a formula is looked at as: as one that gives variables their first values (`x = e`), or their next ones
 * (`x' = e`), or as one whose value something else depends on, so that whatever it mentions is read.
 */
type Role = "initial" | "action" | "value";

/**
 * Finds the variables that are read anywhere: used otherwise than as what a step or the initial predicate gives a
 * value (`x' = e`, `x = e` in Init), as UNCHANGED, in a subscript, or in a tuple of variables with a name.
 */
class Reads {
  readonly variables = new Set<Variable>();
  private readonly seen = new Map<Definition, Role>();
  private nodes = 0;

  constructor(model: Model) {
    const { behaviour } = model;
    if (behaviour === null) return;
    // What Init refers to comes first, so that it counts as giving values.
    this.core(behaviour.init, "initial");
    this.core(behaviour.next, "action");
    for (const formula of behaviour.fairness) this.core(formula, "action");
    const claims = [
      model.assumptions,
      model.invariants,
      model.witnesses,
      model.constraints,
      model.actionConstraints,
      model.initialProperties,
      model.actionProperties,
      model.properties,
      model.possible,
      model.postconditions,
      [model.periodic, model.view, model.alias].filter((formula) => formula !== null),
    ];
    for (const formula of claims.flat()) this.core(formula.body, "value");
    // Reports show on which CPU a process is.
    for (const { cpu } of model.processes) if (cpu !== null) this.variables.add(cpu);
    const conditions = model.runs
      .flatMap(({ items }) => items)
      .map((item) =>
        item.kind === "assert" ? item.condition : item.kind === "meaningless" ? null : item.where,
      );
    for (const condition of conditions) if (condition !== null) this.core(condition, "value");
    // Definitions that nothing uses yet may be there for another configuration.
    for (const definition of model.definitions.values()) this.definition(definition, "action");
    if (this.nodes > enough) for (const variable of model.variables) this.variables.add(variable);
  }

  private definition(definition: Definition, role: Role): void {
    if (this.seen.has(definition)) return;
    this.seen.set(definition, role);
    if (!isVariableTuple(definition.body)) this.core(definition.body, role);
  }

  private core(core: Core, role: Role): void {
    if (++this.nodes > enough) return;
    const values = (items: readonly CoreArgument[]): void => {
      for (const item of items) {
        if (!isOperatorArgument(item)) this.core(item, "value");
        else if (item.kind === "operatorDefinition") this.definition(item.definition, "value");
        else if (item.kind === "lambda") this.core(item.body, "value");
      }
    };
    const same = (items: readonly Core[]): void => {
      for (const item of items) this.core(item, role);
    };
    const bounds = (list: readonly CoreBound[]): void => values(list.map((bound) => bound.set));
    switch (core.kind) {
      case "literal":
      case "unsupported":
        return;
      case "variable":
        this.variables.add(core.variable);
        return;
      case "constant":
        if (core.constant.binding.kind === "definition")
          this.definition(core.constant.binding.definition, role);
        values(core.args);
        return;
      case "local":
      case "native":
      case "temporal":
        values(core.args);
        return;
      case "call":
        this.definition(core.definition, role);
        values(core.args);
        return;
      case "builtin": {
        const [first, ...rest] = core.args;
        const gives = role !== "value" && (core.op === "=" || core.op === "\\in");
        const given =
          gives &&
          first !== undefined &&
          (isPrimedVariable(first) || (role === "initial" && first.kind === "variable"));
        values(given ? rest : core.args);
        return;
      }
      case "and":
      case "or":
        same(core.items);
        return;
      case "setEnumeration":
      case "tuple":
        values(core.items);
        return;
      case "if":
        this.core(core.condition, "value");
        same([core.then, core.else]);
        return;
      case "case":
        values(core.arms.map((arm) => arm.guard));
        same(core.arms.map((arm) => arm.body));
        if (core.other !== null) this.core(core.other, role);
        return;
      case "let":
        for (const definition of core.definitions) this.definition(definition, role);
        this.core(core.body, role);
        return;
      case "quantifier":
        bounds(core.bounds);
        this.core(core.body, role);
        return;
      case "setMap":
      case "function":
        bounds(core.bounds);
        this.core(core.body, "value");
        return;
      case "unbounded":
        this.core(core.body, role);
        return;
      case "prime":
        this.core(core.body, "value");
        return;
      case "choose":
        bounds([core.bound]);
        this.core(core.body, "value");
        return;
      case "setFilter":
        bounds([core.bound]);
        this.core(core.predicate, "value");
        return;
      case "functionSet":
        values([core.domain, core.range]);
        return;
      case "record":
        values(core.fields.map((field) => field.value));
        return;
      case "recordSet":
        values(core.fields.map((field) => field.set));
        return;
      case "except":
        this.core(core.base, "value");
        for (const { path, value } of core.updates) values([...path, value]);
        return;
      case "apply":
        values([core.fn, core.arg]);
        return;
      case "product":
        values(core.factors);
        return;
      case "unchanged":
        return;
      case "enabled":
        this.core(core.action, "action");
        values(core.replaced.map((each) => each.value));
        return;
      case "compose":
        same([core.first, core.second]);
        values(core.replaced.map((each) => each.value));
        return;
      case "actionBox":
      case "fairness":
        // The subscript only says what a step may leave as it is.
        this.core(core.action, "action");
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
