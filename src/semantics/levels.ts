/**
 * Levels ("Specifying Systems", 17.2): 0 constants only, 1 variables too, 2 primes too, 3 temporal operators too.
 *
 * What an operator accepts and gives depends on its arguments, so each definition gets a summary: its own level, the
 * parameters whose arguments' levels count, and the highest level that each argument may have. Names that a
 * definition takes from around it (an outer definition's parameters, a module's constants) are treated the same way.
 */
import type { Constant, Definition, Level, Local } from "./core.js";

/** Something whose level is not known where it is used: a parameter, or a constant that an instance may replace. */
export type Parameter = Local | Constant;

/** The level of an expression: at least `level`, and at least that of each parameter. */
export interface ExprLevel {
  readonly level: Level;
  readonly params: ReadonlySet<Parameter>;
}

/** A parameter's argument occurs within argument `arg` of the operator that another parameter stands for. */
export interface Flow<P> {
  readonly operator: P;
  readonly arg: number;
  readonly param: P;
}

/** What a text demands of the parameters that it uses. */
export class Demands {
  /** The highest level that what stands for the parameter may have. */
  readonly max = new Map<Parameter, Level>();
  /** For an operator parameter: the level that each argument of what stands for it must at least accept. */
  readonly accepts = new Map<Parameter, Level[]>();
  readonly flows: Flow<Parameter>[] = [];
  /**
   * Parameters that occur where equal values may not be exchanged: primed, ENABLED, in temporal formulas.
   * (An operator is called Leibniz in a parameter that is not among these.)
   */
  readonly opaque = new Set<Parameter>();

  hide(params: Iterable<Parameter>): void {
    for (const param of params) this.opaque.add(param);
  }

  limit(params: Iterable<Parameter>, max: Level): void {
    if (max === 3) return;
    for (const param of params) this.max.set(param, Math.min(max, this.max.get(param) ?? 3) as Level);
  }

  accept(operator: Parameter, arg: number, level: Level): void {
    let levels = this.accepts.get(operator);
    if (levels === undefined) {
      levels = new Array<Level>(operator.arity).fill(0);
      this.accepts.set(operator, levels);
    }
    if (level > (levels[arg] ?? 0)) levels[arg] = level;
  }

  flow(operator: Parameter, arg: number, params: Iterable<Parameter>): void {
    for (const param of params) {
      if (!this.flows.some((f) => f.operator === operator && f.arg === arg && f.param === param)) {
        this.flows.push({ operator, arg, param });
      }
    }
  }

  /** Adds what another text demands, except of some parameters of its own. */
  addAll(other: Demands, except: readonly Parameter[]): void {
    for (const [param, max] of other.max) if (!except.includes(param)) this.limit([param], max);
    for (const [operator, levels] of other.accepts) {
      if (except.includes(operator)) continue;
      for (const [arg, level] of levels.entries()) this.accept(operator, arg, level);
    }
    for (const param of other.opaque) if (!except.includes(param as Local)) this.opaque.add(param);
    for (const { operator, arg, param } of other.flows) {
      if (!except.includes(operator)) this.flow(operator, arg, except.includes(param) ? [] : [param]);
    }
  }
}

/** What one needs to know of an operator to use it. */
export interface Summary {
  /** Its level if all arguments were constants. */
  readonly level: Level;
  /** Per parameter: whether the argument's level counts for the result. */
  readonly weights: readonly boolean[];
  /** Per parameter: the highest level of an argument. */
  readonly max: readonly Level[];
  /** Per parameter: whether equal arguments may not be exchanged for one another. */
  readonly opaque: readonly boolean[];
  /** Per operator parameter: what each argument of the operator given must at least accept. */
  readonly accepts: readonly (readonly Level[])[];
  /** By the parameters' positions, or a parameter from outside. */
  readonly flows: readonly Flow<number | Parameter>[];
  /** Parameters from outside whose level counts for the result. */
  readonly params: ReadonlySet<Parameter>;
}

export const none: ReadonlySet<Parameter> = new Set();

/** The larger of two levels. */
export function higher(a: Level, b: Level): Level {
  return a > b ? a : b;
}

/** The union of two sets of parameters, shared where one has all of the other. */
export function union(a: ReadonlySet<Parameter>, b: ReadonlySet<Parameter>): ReadonlySet<Parameter> {
  if (b.size === 0 || a === b) return a;
  if (a.size === 0) return b;
  const both = new Set(a);
  for (const param of b) both.add(param);
  return both.size === a.size ? a : both;
}

/** An argument's level, and if it is an operator what is known of it, or the parameter that it is. */
export interface Argument extends ExprLevel {
  readonly operator: Summary | null;
  readonly parameter: Parameter | null;
}

/** The summary of a text with parameters, from its level and what it demands. */
export function summarize(result: ExprLevel, params: readonly Local[], demands: Demands): Summary {
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
    opaque: params.map((param) => demands.opaque.has(param)),
    accepts: params.map((param) => demands.accepts.get(param) ?? []),
    flows: demands.flows.map((f) => ({
      operator: position(f.operator),
      arg: f.arg,
      param: position(f.param),
    })),
    params: outside.size === result.params.size ? result.params : outside,
  };
}

/** A summary for an operator of which only the arity and limits matter. */
export function plainSummary(level: Level, max: readonly Level[]): Summary {
  return {
    level,
    weights: max.map(() => true),
    max,
    opaque: max.map(() => false),
    accepts: max.map(() => []),
    flows: [],
    params: none,
  };
}

/** What is assumed of a RECURSIVE operator while its own text is looked at: as SANY does. */
export function assumedSummary(
  definition: Definition,
  level: Level,
  params: ReadonlySet<Parameter>,
): Summary {
  return {
    level,
    weights: definition.params.map(() => true),
    max: definition.params.map((): Level => 2),
    opaque: definition.params.map(() => false),
    accepts: definition.params.map((p) => new Array<Level>(p.arity).fill(0)),
    flows: [],
    params,
  };
}

/** Whether two summaries give the same level to every use. */
export function sameResult(a: Summary, level: Level, params: ReadonlySet<Parameter>): boolean {
  return a.level === level && a.params.size === params.size && [...a.params].every((p) => params.has(p));
}

/** What a level is called in messages. */
export function levelName(level: Level): string {
  switch (level) {
    case 0:
      return "a constant expression";
    case 1:
      return "a state expression (it depends on variables)";
    case 2:
      return "an action (it has primes)";
    case 3:
      return "a temporal formula";
    default:
      return level satisfies never;
  }
}

/** The kinds of expression that an upper limit still allows, in words. */
export function allowedName(max: Level): string {
  switch (max) {
    case 0:
      return "a constant expression";
    case 1:
      return "an expression without primes";
    case 2:
      return "an expression without temporal operators";
    case 3:
      return "any expression";
    default:
      return max satisfies never;
  }
}
