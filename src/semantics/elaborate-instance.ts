/** INSTANCE: which module is meant, and what takes the place of the names that it declares. */
import type { Expr, Instance, InstanceDefinition, InstanceUnit } from "../syntax/ast.js";
import { didYouMean } from "../syntax/nearest.js";
import { seenThrough } from "./apply.js";
import type { Constant, CoreArgument, Local, Variable } from "./core.js";
import type { ExpressionElaborator } from "./elaborate-expression.js";
import type { Entry, ModuleMeaning } from "./entities.js";
import { InstanceContext, type InstanceRegistry, type Substitution } from "./instance.js";
import { addForeign, yieldingIfQuiet } from "./merge.js";
import { bindParameter, type Place } from "./place.js";

/** Elaborates INSTANCE. */
export class InstanceElaborator {
  constructor(
    private readonly modules: ReadonlyMap<string, ModuleMeaning>,
    private readonly expressions: ExpressionElaborator,
    private readonly registry: InstanceRegistry,
  ) {}

  /** The module that a name means within another: one nested in it or around it, or one of the program's. */
  findModule(name: string, from: ModuleMeaning): ModuleMeaning | null {
    for (let module: ModuleMeaning | null = from; module !== null; module = module.outer) {
      for (const member of module.family) {
        const nested = member.nested.get(name);
        if (nested !== undefined) return nested;
      }
    }
    return this.modules.get(name) ?? null;
  }

  /** `I(x) == INSTANCE M WITH …`; null after a report. */
  named(unit: InstanceDefinition, place: Place): InstanceContext | null {
    const inner = place.inner();
    const params = unit.params.map((param) => bindParameter(inner, param, param.arity));
    return this.context(unit.instance, `${unit.name.name}!`, params, inner);
  }

  /** `INSTANCE M WITH …`: the definitions of M become names of this module. */
  nameless(unit: InstanceUnit, place: Place): void {
    const context = this.context(unit.instance, "", [], place);
    if (context === null) return;
    const { module: target } = context;
    // Where nothing is replaced, the module's own definitions will do.
    const closed = target.constants.length === 0 && target.variables.length === 0;
    for (const entry of target.scope.ownEntries()) {
      if (entry.local || entry.entity.kind === "constant" || entry.entity.kind === "variable") continue;
      const entity = closed ? entry.entity : seenThrough(context, entry.entity);
      const added: Entry = { ...yieldingIfQuiet(target, entry), entity, local: unit.local };
      addForeign(place.module, added, unit.instance.module, place.problems, true, place.scope);
    }
  }

  private context(
    instance: Instance,
    prefix: string,
    params: readonly Local[],
    place: Place,
  ): InstanceContext | null {
    const target = this.findModule(instance.module.name, place.module);
    if (target === null) {
      place.problems.error("M001", `there is no module ${instance.module.name}`, instance.module.span);
      return null;
    }
    const substitution = this.substitution(instance, target, place);
    if (substitution === null) return null;
    const context = new InstanceContext(
      target,
      place.module,
      prefix,
      params,
      substitution,
      place.sink,
      instance.span,
      this.registry,
    );
    place.module.instances.push(context);
    return context;
  }

  private substitution(instance: Instance, target: ModuleMeaning, place: Place): Substitution | null {
    const declared = new Map<string, Constant | Variable>();
    for (const constant of target.constants) declared.set(constant.name, constant);
    for (const variable of target.variables) declared.set(variable.name, variable);

    let complete = true;
    const explicit = new Map<string, Expr>();
    for (const { from, to } of instance.substitutions) {
      if (!declared.has(from.name)) {
        complete = false;
        place.problems.error(
          "S007",
          `module ${target.name} declares no constant or variable ${from.name}`,
          from.span,
          didYouMean(from.name, declared.keys()),
        );
      } else if (explicit.has(from.name)) {
        complete = false;
        place.problems.error("S007", `${from.name} is replaced twice`, from.span, [
          "leave one of the two out",
        ]);
      }
      explicit.set(from.name, to);
    }

    const substitution = new Map<Constant | Variable, CoreArgument>();
    const missing: string[] = [];
    for (const [name, symbol] of declared) {
      const given = explicit.get(name) ?? null;
      if (given === null && place.scope.lookup(name) === null) {
        missing.push(name);
        continue;
      }
      // What is not given in WITH is replaced by what has the same name here.
      const expr: Expr = given ?? { kind: "reference", path: [], name, args: [], span: instance.module.span };
      const arity = "arity" in symbol ? symbol.arity : 0;
      const argument =
        arity === 0
          ? this.expressions.expr(expr, place)
          : this.expressions.operatorArgument(
              expr,
              arity,
              place,
              `what replaces ${name} of module ${target.name}`,
            );
      if (argument === null) complete = false;
      else substitution.set(symbol, argument);
    }
    if (missing.length > 0) {
      const [first] = missing;
      place.problems.error(
        "S008",
        `the instance of module ${target.name} does not say what stands for its ${missing.join(", ")}`,
        instance.span,
        [`write INSTANCE ${target.name} WITH ${first} <- …, or declare ${first} here`],
      );
      return null;
    }
    return complete ? substitution : null;
  }
}
