/** What instances do to levels: what may stand for a module's names, and the summaries of the copies made. */
import type { Constant, CoreArgument, Level, Variable } from "./core.js";
import type { ModuleMeaning } from "./entities.js";
import type { InstanceContext, InstanceCopy } from "./instance.js";
import type { LevelState } from "./level-state.js";
import {
  type Argument,
  allowedName,
  Demands,
  type ExprLevel,
  higher,
  levelName,
  none,
  type Parameter,
  type Summary,
  union,
} from "./levels.js";

/** What is known of a module as a whole. */
interface ModuleLevels {
  /** What its texts demand of its constants. */
  readonly demands: Demands;
  /** It has no variables and only constant definitions; then any level may stand for its constants. */
  readonly isConstant: boolean;
}

type Replacement = Argument & { readonly argument: CoreArgument };

export class InstanceLevels {
  private readonly modules = new Map<ModuleMeaning, ModuleLevels>();
  private readonly replacements = new Map<InstanceContext, ReadonlyMap<Constant | Variable, Replacement>>();
  private readonly collected = new Map<InstanceContext, Demands>();

  constructor(
    private readonly state: LevelState,
    private readonly expressions: { argument(arg: CoreArgument): Argument },
  ) {}

  /** Keeps what was found out about a module. */
  keep(module: ModuleMeaning, demands: Demands, isConstant: boolean): void {
    this.modules.set(module, { demands, isConstant });
  }

  /** Whether a module has no variables and only constant definitions. */
  isConstant(module: ModuleMeaning): boolean {
    return this.levelsOf(module).isConstant;
  }

  /**
   * Checks what an INSTANCE puts in the place of names.
   * @returns what the instance demands of the parameters around it.
   */
  check(context: InstanceContext): Demands {
    const ready = this.collected.get(context);
    if (ready !== undefined) return ready;
    const demands = new Demands();
    this.collected.set(context, demands);
    const { demands: inner, isConstant } = this.levelsOf(context.module);
    const replacements = this.replacementsOf(context, demands);
    for (const [declared, given] of replacements) {
      const own: Level = "arity" in declared ? 0 : 1;
      const max = Math.min(
        isConstant ? 3 : own,
        "arity" in declared ? (inner.max.get(declared) ?? 3) : 3,
      ) as Level;
      demands.limit(given.params, max);
      if (given.level > max) {
        this.state.error(
          "S027",
          `what stands for ${declared.name} in an instance of module ${context.module.name} must be ${allowedName(max)}, but this is ${levelName(given.level)}`,
          given.argument.span,
        );
      }
      if (!("arity" in declared)) continue;
      const opaque = given.operator?.opaque.indexOf(true) ?? -1;
      if (opaque >= 0) {
        this.state.error(
          "S027",
          `what stands for ${declared.name} in an instance of module ${context.module.name} must not prime its argument ${opaque + 1}, or use it in ENABLED or a temporal formula`,
          given.argument.span,
        );
      }
      (inner.accepts.get(declared) ?? []).forEach((accepted, k) => {
        if (given.parameter !== null) demands.accept(given.parameter, k, accepted);
        else if (given.operator !== null && (given.operator.max[k] ?? 3) < accepted) {
          this.state.error(
            "S027",
            `module ${context.module.name} gives ${levelName(accepted)} to ${declared.name}; what stands for it takes only ${allowedName(given.operator.max[k]!)} as argument ${k + 1}`,
            given.argument.span,
          );
        }
      });
    }
    for (const { operator, arg, param } of inner.flows) {
      const to = replacements.get(operator as Constant);
      const from = replacements.get(param as Constant);
      if (to === undefined || from === undefined) continue;
      if (to.parameter !== null) {
        demands.accept(to.parameter, arg, from.level);
        demands.flow(to.parameter, arg, from.params);
      } else if (to.operator !== null) {
        const max = to.operator.max[arg] ?? 3;
        demands.limit(from.params, max);
        if (from.level > max) {
          this.state.error(
            "S027",
            `module ${context.module.name} gives ${param.name} to ${operator.name}; what stands for that takes only ${allowedName(max)} as argument ${arg + 1}`,
            from.argument.span,
          );
        }
      }
    }
    return demands;
  }

  /** The summary of a copy, made from that of the original without looking at the copy's text. */
  copy(copy: InstanceCopy, original: Summary): Summary {
    const { context } = copy;
    let level = original.level;
    let params = none;
    for (const param of original.params) {
      const { level: given, params: more } = this.replaced(param, context);
      level = higher(level, given);
      params = union(params, more);
    }
    const own = context.params;
    const demands = this.demandsOn(context);
    const outside = new Set(params);
    for (const param of own) outside.delete(param);
    return {
      level,
      weights: [...own.map((param) => params.has(param)), ...original.weights],
      max: [...own.map((param) => demands.max.get(param) ?? 3), ...original.max],
      opaque: [...own.map((param) => demands.opaque.has(param)), ...original.opaque],
      accepts: [...own.map((param) => demands.accepts.get(param) ?? []), ...original.accepts],
      flows: original.flows.map(({ operator, arg, param }) => ({
        operator: typeof operator === "number" ? operator + own.length : operator,
        arg,
        param: typeof param === "number" ? param + own.length : param,
      })),
      params: outside,
    };
  }

  /** What stands for a parameter of an instanced module's text, seen through the instance. */
  private replaced(param: Parameter, context: InstanceContext): ExprLevel {
    const { through } = context;
    if (through === null) {
      this.check(context);
      const given = this.replacementsOf(context).get(param as Constant);
      return given ?? { level: 0, params: new Set([param]) };
    }
    // I!J: first what J puts in the parameter's place, then what I makes of that.
    const inner = this.replaced(param, through.inner);
    let { level } = inner;
    let params = none;
    for (const next of inner.params) {
      const outer = this.replaced(next, through.by);
      level = higher(level, outer.level);
      params = union(params, outer.params);
    }
    return { level, params };
  }

  /** What an instance, or the ones it is seen through, demand of their own parameters. */
  demandsOn(context: InstanceContext): Demands {
    if (context.through === null) return this.check(context);
    const { inner, by } = context.through;
    const demands = new Demands();
    demands.addAll(this.demandsOn(inner), []);
    demands.addAll(this.demandsOn(by), []);
    return demands;
  }

  /** The levels of what an INSTANCE puts in the place of names; what these texts demand is added to `demands`. */
  private replacementsOf(
    context: InstanceContext,
    demands = new Demands(),
  ): ReadonlyMap<Constant | Variable, Replacement> {
    let replacements = this.replacements.get(context);
    if (replacements === undefined) {
      const level = (argument: CoreArgument): Replacement => ({
        ...this.expressions.argument(argument),
        argument,
      });
      replacements = this.state.within(
        demands,
        () => new Map([...context.substitution].map(([declared, argument]) => [declared, level(argument)])),
      );
      this.replacements.set(context, replacements);
    }
    return replacements;
  }

  private levelsOf(module: ModuleMeaning): ModuleLevels {
    return this.modules.get(module) ?? { demands: new Demands(), isConstant: module.variables.length === 0 };
  }
}
