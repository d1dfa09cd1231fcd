/** Uses of operators: whether an argument's level is one that the operator accepts. */
import type { Span } from "../syntax/source.js";
import {
  type Builtin,
  type Core,
  type CoreArgument,
  type Definition,
  isOperatorArgument,
  type Level,
  type Local,
  type OperatorArgument,
} from "./core.js";
import type { LevelState } from "./level-state.js";
import {
  type Argument,
  allowedName,
  Demands,
  type ExprLevel,
  higher,
  levelName,
  plainSummary,
  type Summary,
  summarize,
  union,
} from "./levels.js";

/** The operators of the language that take formulas; all others take what has no temporal operators. */
const logical: ReadonlySet<Builtin> = new Set(["~", "=>", "<=>"]);

/** Operators that the evaluator computes whose value changes from state to state. */
const stateDependent: ReadonlySet<string> = new Set(["TLC!TLCGet"]);

/** Operators that say nothing of some arguments (their positions), which may then have any level. */
const ignored: ReadonlyMap<string, readonly number[]> = new Map([
  ["TLC!Print", [0]],
  ["TLC!PrintT", [0]],
  ["TLC!Assert", [1]],
  ["TLC!TLCGet", [0]],
  ["TLC!TLCSet", [0, 1]],
]);

/** What uses of operators need to know of the expressions around them. */
interface ExpressionSource {
  expr(core: Core): ExprLevel;
  ofLocal(local: Local): ExprLevel;
  ofConstant(constant: Extract<Core, { kind: "constant" }>["constant"]): ExprLevel;
}

export class OperatorLevels {
  constructor(
    private readonly state: LevelState,
    private readonly expressions: ExpressionSource,
    private readonly definitions: { summary(definition: Definition): Summary },
  ) {}

  /** The level of a use of an operator, and whether the arguments' levels are allowed. */
  use(summary: Summary, name: string, args: readonly CoreArgument[], span: Span): ExprLevel {
    const given: Argument[] = [];
    for (const arg of args) given.push(this.argument(arg));
    let { level, params } = summary;
    given.forEach((arg, i) => {
      const max = summary.max[i] ?? 3;
      this.state.demands.limit(arg.params, max);
      if (arg.level > max) this.tooHigh(args[i]!.span, name, i, max, arg.level);
      if (summary.opaque[i]) this.state.demands.hide(arg.params);
      if (summary.weights[i]) {
        level = higher(level, arg.level);
        params = union(params, arg.params);
      }
      (summary.accepts[i] ?? []).forEach((accepted, k) => {
        if (arg.operator === null) {
          if (arg.parameter !== null) this.state.demands.accept(arg.parameter, k, accepted);
        } else if ((arg.operator.max[k] ?? 3) < accepted) {
          this.state.error(
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
        this.state.demands.limit(from.params, max);
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
        this.state.demands.accept(to.parameter, arg, from.level);
        this.state.demands.flow(to.parameter, arg, from.params);
      }
    }
    if (
      logical.has(name as Builtin) &&
      given.some((g) => g.level === 2) &&
      given.some((g) => g.level === 3)
    ) {
      this.state.error("S025", `${name} joins an action with a temporal formula`, span);
    }
    return { level, params };
  }

  private tooHigh(span: Span, name: string, position: number, max: Level, level: Level): void {
    this.state.error(
      "S021",
      `argument ${position + 1} of ${name} must be ${allowedName(max)}, but this is ${levelName(level)}`,
      span,
    );
  }

  /** An argument's level, and for an operator what is known of it. */
  argument(arg: CoreArgument): Argument {
    if (isOperatorArgument(arg)) return this.operatorArgument(arg);
    const { level, params } = this.expressions.expr(arg);
    return { level, params, operator: null, parameter: null };
  }

  private operatorArgument(arg: OperatorArgument): Argument {
    switch (arg.kind) {
      case "operatorLocal":
        return { ...this.expressions.ofLocal(arg.local), operator: null, parameter: arg.local };
      case "operatorConstant":
        return { ...this.expressions.ofConstant(arg.constant), operator: null, parameter: arg.constant };
      case "operatorDefinition":
        return known(this.definitions.summary(arg.definition));
      case "operatorBuiltin":
        return known(builtinSummary(arg.op));
      case "operatorNative":
        return known(this.native(arg.key, arg.arity));
      case "lambda": {
        const demands = new Demands();
        const result = this.state.within(demands, () => {
          for (const param of arg.params) this.state.parameters.add(param);
          return this.expressions.expr(arg.body);
        });
        this.state.demands.addAll(demands, arg.params);
        return known(summarize(result, arg.params, demands));
      }
      default:
        return arg satisfies never;
    }
  }

  /** What is known of an operator that the evaluator computes. */
  native(key: string, arity: number): Summary {
    // To the language such an operator is constant (it may stand in an assumption), but its value must not be kept.
    const level = this.state.problems === null && stateDependent.has(key) ? 1 : 0;
    const summary = plainSummary(level, new Array<Level>(arity).fill(2));
    const without = this.state.problems === null ? undefined : ignored.get(key);
    if (without === undefined) return summary;
    return {
      ...summary,
      weights: summary.weights.map((weight, i) => weight && !without.includes(i)),
      max: summary.max.map((max, i) => (without.includes(i) ? 3 : max)),
    };
  }
}

function known(operator: Summary): Argument {
  return { level: operator.level, params: operator.params, operator, parameter: null };
}

/** What is known of an operator of the language. */
export function builtinSummary(op: Builtin): Summary {
  const max: Level = logical.has(op) ? 3 : 2;
  return plainSummary(
    0,
    op === "~" || op === "SUBSET" || op === "UNION" || op === "DOMAIN" ? [max] : [max, max],
  );
}
