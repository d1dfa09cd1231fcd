/** The level checker: finds what "Specifying Systems" 17.2 forbids, as SANY does, and the level of every definition. */
import type { Span } from "../syntax/source.js";
import type {
  Builtin,
  Core,
  CoreArgument,
  CoreBound,
  Definition,
  Level,
  Local,
  OperatorArgument,
} from "./core.js";
import type { ModuleMeaning } from "./entities.js";
import { InstanceCopy } from "./instance.js";
import { InstanceLevels } from "./instance-levels.js";
import {
  allowedName,
  assumedSummary,
  Demands,
  type ExprLevel,
  higher,
  levelName,
  none,
  type Parameter,
  plainSummary,
  type Summary,
  sameResult,
  union,
} from "./levels.js";
import type { Problems } from "./problems.js";
import { isOperatorArgument } from "./rewrite.js";

const constant: ExprLevel = { level: 0, params: none };

/** An argument's level, and if it is an operator what is known of it, or the parameter that it is. */
export interface Argument extends ExprLevel {
  readonly operator: Summary | null;
  readonly parameter: Parameter | null;
}

/** The operators of the language that take formulas; all others take what has no temporal operators. */
const logical: ReadonlySet<Builtin> = new Set(["~", "=>", "<=>"]);

/** Operators that the evaluator computes whose value changes from state to state. */
const stateDependent: ReadonlySet<string> = new Set(["TLC!TLCGet"]);

/**
 * Checks levels and keeps what it found out about each definition.
 * With `problems` null nothing is reported: it is for the evaluator's sake that the levels are wanted.
 */
export class LevelChecker {
  private readonly summaries = new Map<Definition, Summary>();
  /** The definitions whose summaries were made, in order; to take back those that rest on a wrong assumption. */
  private readonly made: Definition[] = [];
  /** Recursive definitions under way: what is assumed of each, and whether a use relied on it. */
  private readonly underWay = new Map<Definition, { summary: Summary; reliedOn: boolean }>();
  /** Names that arguments or substitutions stand for; all other locals are bound to constants. */
  private readonly parameters = new Set<Local>();
  /** What `@` and other names for a given expression are worth. */
  private readonly known = new Map<Local, ExprLevel>();
  private demands = new Demands();
  private readonly instances: InstanceLevels;

  constructor(private readonly problems: Problems | null) {
    this.instances = new InstanceLevels(this, problems);
  }

  /** Checks a module; those that it needs were checked before. Sets the levels of its definitions. */
  module(module: ModuleMeaning): void {
    const demands = new Demands();
    this.within(demands, () => {
      for (const nested of module.nested.values()) this.module(nested);
      for (const param of module.parameters) this.parameters.add(param);
      for (const context of module.instances) demands.addAll(this.instances.check(context), context.params);
      for (const definition of module.definitions) this.summary(definition);
      for (const { body, span } of module.assumptions) {
        const { level } = this.expr(body);
        if (level > 0) {
          this.error(
            "S022",
            `an assumption must be a constant expression, but this is ${levelName(level)}`,
            span,
          );
        }
      }
      for (const { body } of module.theorems) this.expr(body);
    });
    const isConstant =
      module.variables.length === 0 &&
      [...module.family].every(
        (member) =>
          member.definitions.every((d) => this.summary(d).level === 0) &&
          member.instances.every((context) => this.instances.isConstant(context.module)),
      );
    if (!isConstant) demands.limit(module.constants, 0);
    this.instances.keep(module, demands, isConstant);
  }

  /** What one needs to know of a definition to use it. */
  summary(definition: Definition): Summary {
    const ready = this.summaries.get(definition);
    if (ready !== undefined) return ready;
    const assumed = this.underWay.get(definition);
    if (assumed !== undefined) {
      assumed.reliedOn = true;
      return assumed.summary;
    }
    const summary =
      definition instanceof InstanceCopy
        ? this.instances.copy(definition, this.summary(definition.original))
        : this.settle(definition);
    this.summaries.set(definition, summary);
    this.made.push(definition);
    if (!(definition instanceof InstanceCopy)) definition.level = summary.level;
    return summary;
  }

  /** Looks at a definition's text, again and again where it refers to itself, until what was assumed proves true. */
  private settle(definition: Definition): Summary {
    const assumed = { summary: assumedSummary(definition, 0, none), reliedOn: false };
    this.underWay.set(definition, assumed);
    const { made, problems } = this;
    const start = made.length;
    const mark = problems?.mark() ?? 0;
    for (;;) {
      const summary = this.text(definition);
      if (!assumed.reliedOn || sameResult(assumed.summary, summary.level, summary.params)) {
        this.underWay.delete(definition);
        if (!definition.recursive) return summary;
        return this.recursive(definition, summary);
      }
      assumed.summary = assumedSummary(definition, summary.level, summary.params);
      for (const rested of made.splice(start)) this.summaries.delete(rested);
      problems?.forget(mark);
    }
  }

  /** Of a recursive operator SANY takes every argument to count, and none may be primed. */
  private recursive(definition: Definition, summary: Summary): Summary {
    const primed = summary.max.findIndex((max) => max < 2);
    if (primed >= 0) {
      const name = definition.params[primed]!.name;
      this.error(
        "S028",
        `the recursive operator ${definition.name} primes its argument ${name}, which TLA+ does not allow`,
        definition.span,
      );
    }
    return { ...summary, weights: summary.weights.map(() => true) };
  }

  private text(definition: Definition): Summary {
    const { params } = definition;
    const demands = new Demands();
    const result = this.within(demands, () => {
      for (const param of params) this.parameters.add(param);
      return this.expr(definition.body);
    });
    // What a LET's definition demands of names from outside, the text around demands too.
    this.demands.addAll(demands, params);
    return summarize(result, params, demands);
  }

  /** The level of an expression; what it demands of parameters goes to the text under way. */
  expr(core: Core): ExprLevel {
    switch (core.kind) {
      case "literal":
        return constant;
      case "unsupported":
        return core.what === "\\cdot"
          ? { level: 2, params: none }
          : core.what.startsWith("\\")
            ? { level: 3, params: none }
            : constant;
      case "constant":
        return this.parameterUse(core.constant, core.args, this.ofConstant(core.constant));
      case "variable":
        return { level: 1, params: none };
      case "local":
        return this.parameterUse(core.local, core.args, this.ofLocal(core.local));
      case "call":
        if (core.definition instanceof InstanceCopy && core.definition.scope === "local") {
          const { context } = core.definition;
          this.demands.addAll(this.instances.demandsOn(context), context.params);
        }
        return this.use(this.summary(core.definition), core.definition.name, core.args, core.span);
      case "native":
        return this.use(
          this.native(core.key, core.args.length),
          core.key.replace(/^.*?!/, ""),
          core.args,
          core.span,
        );
      case "builtin":
        return this.use(builtinSummary(core.op), core.op, core.args, core.span);
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
        for (const definition of core.definitions) this.summary(definition);
        return this.expr(core.body);
      case "quantifier": {
        const result = this.bound(core.bounds, core.body, 3, "a quantifier");
        if (result.level === 3) {
          for (const { set } of core.bounds) {
            if (this.quietly(set).level === 2) {
              this.error("S029", "the bound of a quantified temporal formula must not have primes", set.span);
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
        this.limited(core.body, 1, "what is primed");
        return { level: 2, params: none };
      case "unchanged":
        this.limited(core.body, 1, "what is UNCHANGED");
        return { level: 2, params: none };
      case "enabled":
        this.limited(core.action, 2, "what is ENABLED");
        return { level: 1, params: none };
      case "actionBox":
        this.limited(core.action, 2, core.form === "box" ? "the action of [A]_v" : "the action of <<A>>_v");
        this.limited(core.subscript, 1, "a subscript");
        return { level: 2, params: none };
      case "fairness":
        this.limited(core.subscript, 1, "a subscript");
        this.limited(core.action, 2, `the action of ${core.strength === "weak" ? "WF" : "SF"}`);
        return { level: 3, params: none };
      case "temporal":
        this.temporal(core);
        return { level: 3, params: none };
      default:
        return core satisfies never;
    }
  }

  // ───────────────────────────── parts ─────────────────────────────

  private ofLocal(local: Local): ExprLevel {
    return (
      this.known.get(local) ??
      (this.parameters.has(local) ? { level: 0, params: new Set([local]) } : constant)
    );
  }

  /** Constants that are not bound yet are parameters of their module. */
  private ofConstant(declared: Extract<Core, { kind: "constant" }>["constant"]): ExprLevel {
    const { binding } = declared;
    const level = binding.kind === "definition" ? this.summary(binding.definition).level : 0;
    return { level, params: new Set([declared]) };
  }

  /** A parameter with arguments, if it stands for an operator. */
  private parameterUse(parameter: Parameter, args: readonly CoreArgument[], own: ExprLevel): ExprLevel {
    let { level, params } = own;
    args.forEach((arg, i) => {
      if (isOperatorArgument(arg)) return;
      const given = this.expr(arg);
      this.demands.accept(parameter, i, given.level);
      this.demands.flow(parameter, i, given.params);
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
    this.demands.limit(found.params, max);
    if (found.level > max) {
      this.error(
        "S020",
        `${what} must be ${allowedName(max)}, but this is ${levelName(found.level)}`,
        core.span,
      );
    }
    return found;
  }

  private bound(bounds: readonly CoreBound[], body: Core, max: Level, what: string): ExprLevel {
    const ranges = this.allLimited(
      bounds.filter((b, i) => i === 0 || b.set !== bounds[i - 1]!.set).map((b) => b.set),
      2,
      "the set of a bound name",
    );
    const inner = this.limited(body, max, what);
    return { level: higher(ranges.level, inner.level), params: union(ranges.params, inner.params) };
  }

  private formulas(items: readonly Core[], op: string, span: Span): ExprLevel {
    const levels = items.map((item) => this.expr(item));
    if (levels.some((l) => l.level === 2) && levels.some((l) => l.level === 3)) {
      this.error("S025", `${op} joins an action with a temporal formula`, span, [
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
      this.known.set(update.at, base);
      const path = this.allLimited(update.path, 2, "an argument of an EXCEPT");
      const value = this.limited(update.value, 2, "a new value of an EXCEPT");
      level = higher(level, higher(path.level, value.level));
      params = union(params, union(path.params, value.params));
    }
    return { level, params };
  }

  private temporal({ op, args, span }: Extract<Core, { kind: "temporal" }>): void {
    for (const arg of args) {
      const { level } = this.expr(arg);
      if (level !== 2) continue;
      switch (op) {
        case "[]":
          if (arg.kind !== "actionBox" || arg.form !== "box") {
            this.error("S023", "[] can be followed by an action only in the form [][A]_v", span);
          }
          break;
        case "<>":
          if (arg.kind !== "actionBox" || arg.form !== "angle") {
            this.error("S023", "<> can be followed by an action only in the form <><<A>>_v", span);
          }
          break;
        case "~>":
        case "-+->":
          this.error("S023", `${op} cannot take an action`, arg.span);
          break;
        default:
          op satisfies never;
      }
    }
  }

  // ───────────────────────────── uses of operators ─────────────────────────────

  private use(summary: Summary, name: string, args: readonly CoreArgument[], span: Span): ExprLevel {
    const given: Argument[] = [];
    for (const arg of args) given.push(this.argument(arg));
    let { level, params } = summary;
    given.forEach((arg, i) => {
      const max = summary.max[i] ?? 3;
      this.demands.limit(arg.params, max);
      if (arg.level > max) this.tooHigh(args[i]!.span, name, i, max, arg.level);
      if (summary.weights[i]) {
        level = higher(level, arg.level);
        params = union(params, arg.params);
      }
      (summary.accepts[i] ?? []).forEach((accepted, k) => {
        if (arg.operator === null) {
          if (arg.parameter !== null) this.demands.accept(arg.parameter, k, accepted);
        } else if ((arg.operator.max[k] ?? 3) < accepted) {
          this.error(
            "S021",
            `${name} gives ${levelName(accepted)} to the operator passed here, whose argument ${k + 1} must be ${allowedName(arg.operator.max[k]!)}`,
            args[i]!.span,
          );
        }
      });
    });
    for (const { operator, arg, param } of summary.flows) {
      if (typeof operator !== "number") continue;
      const to = given[operator]!;
      const from =
        typeof param === "number" ? given[param]! : { level: 0 as Level, params: new Set([param]) };
      if (to.operator !== null) {
        const max = to.operator.max[arg] ?? 3;
        this.demands.limit(from.params, max);
        if (from.level > max) {
          this.tooHigh(
            typeof param === "number" ? args[param]!.span : span,
            name,
            typeof param === "number" ? param : operator,
            max,
            from.level,
          );
        }
      } else if (to.parameter !== null) {
        this.demands.accept(to.parameter, arg, from.level);
        this.demands.flow(to.parameter, arg, from.params);
      }
    }
    if (
      logical.has(name as Builtin) &&
      given.some((g) => g.level === 2) &&
      given.some((g) => g.level === 3)
    ) {
      this.error("S025", `${name} joins an action with a temporal formula`, span);
    }
    return { level, params };
  }

  private tooHigh(span: Span, name: string, position: number, max: Level, level: Level): void {
    this.error(
      "S021",
      `argument ${position + 1} of ${name} must be ${allowedName(max)}, but this is ${levelName(level)}`,
      span,
    );
  }

  /** An argument's level, and for an operator what is known of it. */
  argument(arg: CoreArgument): Argument {
    if (!isOperatorArgument(arg)) return { ...this.expr(arg), operator: null, parameter: null };
    return this.operatorArgument(arg);
  }

  private operatorArgument(arg: OperatorArgument): Argument {
    switch (arg.kind) {
      case "operatorLocal":
        return { ...this.ofLocal(arg.local), operator: null, parameter: arg.local };
      case "operatorConstant":
        return { ...this.ofConstant(arg.constant), operator: null, parameter: arg.constant };
      case "operatorDefinition":
        return known(this.summary(arg.definition));
      case "operatorBuiltin":
        return known(builtinSummary(arg.op));
      case "operatorNative":
        return known(this.native(arg.key, arg.arity));
      case "lambda": {
        const demands = new Demands();
        const result = this.within(demands, () => {
          for (const param of arg.params) this.parameters.add(param);
          return this.expr(arg.body);
        });
        this.demands.addAll(demands, arg.params);
        return known(summarize(result, arg.params, demands));
      }
      default:
        return arg satisfies never;
    }
  }

  private native(key: string, arity: number): Summary {
    // To the language such an operator is constant (it may stand in an assumption), but its value must not be kept.
    const level = this.problems === null && stateDependent.has(key) ? 1 : 0;
    return plainSummary(level, new Array<Level>(arity).fill(2));
  }

  // ───────────────────────────── housekeeping ─────────────────────────────

  /** The level of an expression that has no parameters. */
  levelOf(core: Core): Level {
    return this.within(new Demands(), () => this.expr(core)).level;
  }

  /** Does something whose demands on parameters are collected apart. */
  within<T>(demands: Demands, work: () => T): T {
    const outer = this.demands;
    this.demands = demands;
    try {
      return work();
    } finally {
      this.demands = outer;
    }
  }

  /** A level that was checked before, without reporting anything twice. */
  private quietly(core: Core): ExprLevel {
    const mark = this.problems?.mark() ?? 0;
    const level = this.within(new Demands(), () => this.expr(core));
    this.problems?.forget(mark);
    return level;
  }

  private error(code: string, message: string, span: Span, notes: readonly string[] = []): void {
    this.problems?.error(code, message, span, notes);
  }
}

function known(operator: Summary): Argument {
  return { level: operator.level, params: operator.params, operator, parameter: null };
}

function summarize(result: ExprLevel, params: readonly Local[], demands: Demands): Summary {
  const position = (p: Parameter): number | Parameter => {
    const i = params.indexOf(p as Local);
    return i < 0 ? p : i;
  };
  const outside = new Set(result.params);
  for (const param of params) outside.delete(param);
  return {
    level: result.level,
    weights: params.map((param) => result.params.has(param)),
    max: params.map((param) => demands.max.get(param) ?? 3),
    accepts: params.map((param) => demands.accepts.get(param) ?? []),
    flows: demands.flows.map((f) => ({
      operator: position(f.operator),
      arg: f.arg,
      param: position(f.param),
    })),
    params: outside.size === result.params.size ? result.params : outside,
  };
}

function builtinSummary(op: Builtin): Summary {
  const max: Level = logical.has(op) ? 3 : 2;
  return plainSummary(
    0,
    op === "~" || op === "SUBSET" || op === "UNION" || op === "DOMAIN" ? [max] : [max, max],
  );
}
