/** Scripted runs: their conditions become Core once the module is elaborated. */
import type { Expr } from "../syntax/ast.js";
import { location } from "../syntax/source.js";
import type { LevelChecker } from "./check-levels.js";
import type { Core, Level } from "./core.js";
import type { Elaboration } from "./elaborate.js";
import { levelName } from "./levels.js";
import type { Run, RunItem } from "./model.js";

/** A run whose expressions are still those of the root module. */
export type RunSource = Omit<Run, "items"> & {
  readonly items: readonly RunItemSource[];
  /** It is one of a variant of its spec: what is wrong with an item stays with the item. */
  readonly variant: boolean;
};

export type RunItemSource = Unelaborated<RunItem>;

/** The same with syntax trees where Core will be. */
type Unelaborated<T> = T extends unknown
  ? {
      [K in keyof T]: T[K] extends Core
        ? Expr
        : T[K] extends Core | null
          ? Expr | null
          : T[K] extends readonly Core[]
            ? readonly Expr[]
            : T[K];
    }
  : never;

/**
 * Elaborates a run's expressions; what is wrong with them, their levels included, goes to the problems, or stays with
 * the items if the spec is a variant.
 */
export function elaborateRun(
  { variant, ...run }: RunSource,
  elaboration: Elaboration,
  checker: LevelChecker,
): Run {
  const { problems } = elaboration;
  const expr = (source: Expr, max: Level, demand: string): Core => {
    const core = elaboration.rootExpr(source);
    const level = checker.levelOf(core);
    if (level > max) {
      problems.error("M037", `${demand}, but this is ${levelName(level)}`, source.span, [
        `it belongs to run ${run.name} at ${location(run.span)}`,
      ]);
    }
    return core;
  };
  const condition = (source: Expr): Core => expr(source, 1, "a condition in a run speaks of one state");
  const constant = (source: Expr): Core =>
    expr(source, 0, "what takes a step in a run must be a constant expression");
  const elaborate = (item: RunItemSource): RunItem => {
    switch (item.kind) {
      case "meaningless":
        return item;
      case "start":
        return { ...item, where: condition(item.where) };
      case "assert":
        return { ...item, condition: condition(item.condition) };
      case "step":
        return {
          ...item,
          self: item.self && constant(item.self),
          args: item.args.map(constant),
          where: item.where && condition(item.where),
        };
      default:
        return item satisfies never;
    }
  };
  const tried = (item: RunItemSource): RunItem => {
    const mark = problems.mark();
    const elaborated = elaborate(item);
    const error = problems.since(mark).find(({ severity }) => severity === "error");
    if (error === undefined) return elaborated;
    problems.forget(mark);
    return { kind: "meaningless", error, text: item.text, span: item.span };
  };
  return { ...run, items: run.items.map(variant ? tried : elaborate) };
}
