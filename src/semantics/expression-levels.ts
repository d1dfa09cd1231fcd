/** The levels of expressions. */

import type { Span } from "../syntax/source.js";
import {
  type Core,
  type CoreArgument,
  type CoreBound,
  type Definition,
  isOperatorArgument,
  type Level,
  type Local,
} from "./core.js";
import { type InstanceContext, InstanceCopy } from "./instance.js";
import type { LevelState } from "./level-state.js";
import {
  type Argument,
  allowedName,
  type Demands,
  type ExprLevel,
  higher,
  levelName,
  none,
  type Parameter,
  type Summary,
  union,
} from "./levels.js";
import { NewLocal } from "./new-names.js";
import { builtinSummary, OperatorLevels } from "./operator-levels.js";

const constant: ExprLevel = { level: 0, params: none };

/** What expressions need to know of the definitions that they use. */
export interface DefinitionLevels {
  summary(definition: Definition): Summary;
  demandsOn(context: InstanceContext): Demands;
}

/** Finds the levels of expressions, and reports those that a place does not allow. */
export class ExpressionLevels {
  private readonly uses: OperatorLevels;

  constructor(
    private readonly state: LevelState,
    private readonly definitions: DefinitionLevels,
  ) {
    this.uses = new OperatorLevels(state, this, definitions);
  }

  /** The level of an argument; see `OperatorLevels`. */
  argument(arg: CoreArgument): Argument {
    return this.uses.argument(arg);
  }

  /** The level of an expression; what it demands of parameters goes to the text under way. */
  expr(core: Core): ExprLevel {
    switch (core.kind) {
      case "literal":
        return constant;
      case "unsupported":
        return core.what.startsWith("\\") ? { level: 3, params: none } : constant;
      case "constant":
        return this.parameterUse(core.constant, core.args, this.ofConstant(core.constant));
      case "variable":
        return { level: 1, params: none };
      case "local":
        return this.parameterUse(core.local, core.args, this.ofLocal(core.local));
      case "call":
        if (core.definition instanceof InstanceCopy && core.definition.scope === "local") {
          const { context } = core.definition;
          this.state.demands.addAll(this.definitions.demandsOn(context), context.params);
        }
        return this.uses.use(
          this.definitions.summary(core.definition),
          core.definition.name,
          core.args,
          core.span,
        );
      case "native":
        return this.uses.use(
          this.uses.native(core.key, core.args.length),
          core.key.replace(/^.*?!/, ""),
          core.args,
          core.span,
        );
      case "builtin":
        return this.uses.use(builtinSummary(core.op), core.op, core.args, core.span);
      case "and":
      case "or":
        return this.formulas(core.items, core.kind === "and" ? "/\\" : "\\/", core.span);
      case "if":
        return this.all([core.condition, core.then, core.else]);
      case "case":
        return this.all([
          ...core.arms.flatMap((arm) => [arm.guard, arm.body]),
          ...(core.other === null ? [] : [core.other]),
        ]);
      case "let":
        for (const definition of core.definitions) this.definitions.summary(definition);
        return this.expr(core.body);
      case "quantifier": {
        const result = this.bound(core.bounds, core.body, 3, "a quantifier");
        if (result.level === 3) {
          for (const { set } of core.bounds) {
            if (this.state.quietly(() => this.expr(set)).level === 2) {
              this.state.error(
                "S029",
                "the bound of a quantified temporal formula must not have primes",
                set.span,
              );
            }
          }
        }
        return result;
      }
      case "unbounded":
        return this.limited(core.body, core.what === "choose" ? 2 : 3, "the body of CHOOSE");
      case "choose":
        return this.bound([core.bound], core.body, 2, "the body of CHOOSE");
      case "setEnumeration":
        return this.allLimited(core.items, 2, "an element of a set");
      case "tuple":
        return this.allLimited(core.items, 2, "a component of a tuple");
      case "setFilter":
        return this.bound([core.bound], core.predicate, 2, "the condition of a set");
      case "setMap":
        return this.bound(core.bounds, core.body, 2, "an element of a set");
      case "function":
        return this.bound(core.bounds, core.body, 3, "a function's value");
      case "functionSet":
        return this.allLimited([core.domain, core.range], 2, "a set of functions");
      case "record":
        return this.all(core.fields.map((field) => field.value));
      case "recordSet":
        return this.allLimited(
          core.fields.map((field) => field.set),
          2,
          "a set of records",
        );
      case "except":
        return this.except(core);
      case "apply":
        return this.allLimited([core.fn, core.arg], 2, "a function application");
      case "product":
        return this.allLimited(core.factors, 2, "a product of sets");
      case "prime":
        this.hidden(core.body, 1, "what is primed");
        return { level: 2, params: none };
      case "unchanged":
        this.hidden(core.body, 1, "what is UNCHANGED");
        return { level: 2, params: none };
      case "enabled":
        this.hidden(core.action, 2, "what is ENABLED");
        for (const { value } of core.replaced) this.expr(value);
        return { level: 1, params: none };
      case "compose":
        this.hidden(core.first, 2, "the first action of \\cdot");
        this.hidden(core.second, 2, "the second action of \\cdot");
        return { level: 2, params: none };
      case "actionBox":
        this.hidden(core.action, 2, core.form === "box" ? "the action of [A]_v" : "the action of <<A>>_v");
        this.hidden(core.subscript, 1, "a subscript");
        return { level: 2, params: none };
      case "fairness":
        this.hidden(core.subscript, 1, "a subscript");
        this.hidden(core.action, 2, `the action of ${core.strength === "weak" ? "WF" : "SF"}`);
        return { level: 3, params: none };
      case "temporal":
        this.temporal(core);
        return { level: 3, params: none };
      default:
        return core satisfies never;
    }
  }

  // ───────────────────────────── parts ─────────────────────────────

  /** A bound name or a parameter. */
  ofLocal(local: Local): ExprLevel {
    if (local instanceof NewLocal) return { level: local.level, params: none };
    return (
      this.state.known.get(local) ??
      (this.state.parameters.has(local) ? { level: 0, params: new Set([local]) } : constant)
    );
  }

  /** Constants that are not bound yet are parameters of their module. */
  ofConstant(declared: Extract<Core, { kind: "constant" }>["constant"]): ExprLevel {
    const { binding } = declared;
    const level = binding.kind === "definition" ? this.definitions.summary(binding.definition).level : 0;
    return { level, params: new Set([declared]) };
  }

  /** A parameter with arguments, if it stands for an operator. */
  private parameterUse(parameter: Parameter, args: readonly CoreArgument[], own: ExprLevel): ExprLevel {
    let { level, params } = own;
    args.forEach((arg, i) => {
      if (isOperatorArgument(arg)) return;
      const given = this.expr(arg);
      this.state.demands.accept(parameter, i, given.level);
      this.state.demands.flow(parameter, i, given.params);
      level = higher(level, given.level);
      params = union(params, given.params);
    });
    return { level, params };
  }

  private all(items: readonly Core[]): ExprLevel {
    let { level, params } = constant;
    for (const item of items) {
      const found = this.expr(item);
      level = higher(level, found.level);
      params = union(params, found.params);
    }
    return { level, params };
  }

  private allLimited(items: readonly Core[], max: Level, what: string): ExprLevel {
    let { level, params } = constant;
    for (const item of items) {
      const found = this.limited(item, max, what);
      level = higher(level, found.level);
      params = union(params, found.params);
    }
    return { level, params };
  }

  /** An expression whose level must not exceed `max`; `what` it is, for the message. */
  private limited(core: Core, max: Level, what: string): ExprLevel {
    const found = this.expr(core);
    this.state.demands.limit(found.params, max);
    if (found.level > max) this.tooHigh(core, max, what, found.level);
    return found;
  }

  private tooHigh({ span }: Core, max: Level, what: string, level: Level): void {
    this.state.error("S020", `${what} must be ${allowedName(max)}, but this is ${levelName(level)}`, span);
  }

  /** The same, where equal values may not be exchanged for one another. */
  private hidden(core: Core, max: Level, what: string): ExprLevel {
    const found = this.limited(core, max, what);
    this.state.demands.hide(found.params);
    return found;
  }

  private bound(bounds: readonly CoreBound[], body: Core, max: Level, what: string): ExprLevel {
    let ranges = constant;
    for (const [i, { set }] of bounds.entries()) {
      if (i > 0 && set === bounds[i - 1]!.set) continue;
      const found = this.expr(set);
      // A parameter may stand for any set: of what is given for it, SANY asks nothing here.
      if (found.level > 2) this.tooHigh(set, 2, "the set of a bound name", found.level);
      ranges = { level: higher(ranges.level, found.level), params: union(ranges.params, found.params) };
    }
    const inner = this.limited(body, max, what);
    return { level: higher(ranges.level, inner.level), params: union(ranges.params, inner.params) };
  }

  private formulas(items: readonly Core[], op: string, span: Span): ExprLevel {
    const levels = items.map((item) => this.expr(item));
    if (levels.some((l) => l.level === 2) && levels.some((l) => l.level === 3)) {
      this.state.error("S025", `${op} joins an action with a temporal formula`, span, [
        "an action has a meaning of its own only as [A]_v, <<A>>_v or within WF, SF or ENABLED",
      ]);
    }
    let { level, params } = constant;
    for (const found of levels) {
      level = higher(level, found.level);
      params = union(params, found.params);
    }
    return { level, params };
  }

  private except(core: Extract<Core, { kind: "except" }>): ExprLevel {
    const base = this.limited(core.base, 2, "the function of an EXCEPT");
    let { level, params } = base;
    for (const update of core.updates) {
      this.state.known.set(update.at, base);
      const path = this.allLimited(update.path, 2, "an argument of an EXCEPT");
      const value = this.limited(update.value, 2, "a new value of an EXCEPT");
      level = higher(level, higher(path.level, value.level));
      params = union(params, union(path.params, value.params));
    }
    return { level, params };
  }

  private temporal({ op, args, span }: Extract<Core, { kind: "temporal" }>): void {
    for (const arg of args) {
      const { level } = this.hidden(arg, 3, "a temporal formula");
      if (level !== 2) continue;
      switch (op) {
        case "[]":
          if (arg.kind !== "actionBox" || arg.form !== "box") {
            this.state.error("S023", "[] can be followed by an action only in the form [][A]_v", span);
          }
          break;
        case "<>":
          if (arg.kind !== "actionBox" || arg.form !== "angle") {
            this.state.error("S023", "<> can be followed by an action only in the form <><<A>>_v", span);
          }
          break;
        case "~>":
        case "-+->":
          this.state.error("S023", `${op} cannot take an action`, arg.span);
          break;
        default:
          op satisfies never;
      }
    }
  }
}
