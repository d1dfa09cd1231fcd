/** Names with arguments: what a name refers to, directly or through instances, and whether its arguments fit. */
import type { Expr, OperatorUse, Reference } from "../syntax/ast.js";
import { didYouMean } from "../syntax/nearest.js";
import type { Span } from "../syntax/source.js";
import { isConstantName, isReservedOperator, reservedArity, reservedOperator } from "./builtins.js";
import type { Core, CoreArgument, OperatorArgument } from "./core.js";
import { arityOf, type Entity, type Entry } from "./entities.js";
import { type InstanceContext, passDefinition } from "./instance.js";
import { bindParameter, counted, mistake, type Place } from "./place.js";
import { proposals } from "./proposals.js";

/** What a name or a path refers to, and the arguments already given on the way: those of parameterised instances. */
interface Target {
  readonly entity: Entity;
  /** As written, for messages: `I!Op`. */
  readonly name: string;
  readonly given: readonly CoreArgument[];
}

/** The part of expression elaboration that arguments need. */
export interface ExpressionSource {
  expr(expr: Expr, place: Place): Core;
}

/** Elaborates uses of names. */
export class Applier {
  constructor(private readonly expressions: ExpressionSource) {}

  /** `x`, `Op(a, b)`, `I!J(3)!Op(a)`. */
  reference(expr: Reference, place: Place): Core {
    const target = this.target(expr, place);
    return target === null
      ? this.lost(expr.args, place, expr.span)
      : this.apply(target, expr.args, place, expr.span);
  }

  /** `a + b`, where `+` is not an operator of the language itself; the operands are elaborated already. */
  operatorUse({ op, opSpan, span }: OperatorUse, operands: readonly Core[], place: Place): Core {
    const entry = this.find(op, opSpan, place);
    if (entry === null) return mistake(span);
    const target: Target = { entity: entry.entity, name: op, given: [] };
    const parameters = parametersOf(target);
    if (parameters.length === operands.length && parameters.every((arity) => arity === 0)) {
      return use(target, operands, span);
    }
    place.problems.error(
      "S003",
      `${op} takes ${counted(parameters.length, "argument")}, not ${operands.length}`,
      span,
    );
    return mistake(span);
  }

  /** An argument for a parameter that expects an operator of `arity` arguments. */
  operatorArgument(expr: Expr, arity: number, place: Place, expectedBy: string): OperatorArgument | null {
    const found = this.findOperator(expr, place);
    if (found === "reported") return null;
    if (found === null || found.arity !== arity) {
      const given = found === null ? "an expression" : `one with ${counted(found.arity, "argument")}`;
      place.problems.error(
        "S004",
        `${expectedBy} must be an operator with ${counted(arity, "argument")}, not ${given}`,
        expr.span,
      );
      return null;
    }
    return found.argument;
  }

  private findOperator(
    expr: Expr,
    place: Place,
  ): { readonly argument: OperatorArgument; readonly arity: number } | null | "reported" {
    const { span } = expr;
    if (expr.kind === "lambda") {
      const inner = place.inner();
      const params = expr.params.map((param) => bindParameter(inner, param));
      const body = this.expressions.expr(expr.body, inner);
      return { argument: { kind: "lambda", params, body, span }, arity: params.length };
    }
    if (expr.kind !== "reference" || expr.args.length > 0) {
      this.expressions.expr(expr, place);
      return null;
    }
    if (expr.path.length === 0 && isReservedOperator(expr.name)) {
      return { argument: reservedOperator(expr.name, span), arity: reservedArity(expr.name) };
    }
    if (expr.path.length === 0 && isConstantName(expr.name)) return null;
    // `I!Op` passed without arguments for I takes them first, with those of Op behind.
    const target = this.target(
      expr,
      place,
      expr.path.every((step) => step.args.length === 0),
    );
    if (target === null) return "reported";
    const { entity } = target;
    const arity = arityOf(entity) - (entity.kind === "definition" ? target.given.length : 0);
    if (arity === 0) return null;
    switch (entity.kind) {
      case "definition":
        if (entity.definition.params.some((p, i) => i >= target.given.length && p.arity > 0)) {
          place.problems.error(
            "S004",
            `${target.name} cannot be passed as an operator: it takes operators itself`,
            span,
          );
          return "reported";
        }
        return { argument: passDefinition(entity.definition, target.given, span), arity };
      case "native":
        return { argument: { kind: "operatorNative", key: entity.native.key, arity, span }, arity };
      case "local":
        return { argument: { kind: "operatorLocal", local: entity.local, span }, arity };
      case "constant":
        return { argument: { kind: "operatorConstant", constant: entity.constant, span }, arity };
      case "variable":
        return null;
      case "instance":
        this.reportInstance(target, place, span);
        return "reported";
      default:
        return entity satisfies never;
    }
  }

  // ───────────────────────────── what a name refers to ─────────────────────────────

  private find(name: string, span: Span, place: Place): Entry | null {
    const entry = place.lookup(name);
    if (entry !== null) return entry;
    const later = place.module.upcoming.get(name);
    if (later !== undefined) {
      const { line } = later.source.position(later.start);
      place.problems.error("S006", `${name} is used before its definition in line ${line}`, span, [
        "move the definition up; one that uses itself needs a RECURSIVE declaration",
      ]);
      return null;
    }
    place.problems.unknownName(name, span, () => proposals(name, place.scope));
    return null;
  }

  /** @param bare leave out the arguments of parameterised instances. */
  private target(expr: Reference, place: Place, bare = false): Target | null {
    const [first, ...rest] = expr.path;
    if (first === undefined) {
      const entry = this.find(expr.name, expr.span, place);
      return entry && { entity: entry.entity, name: expr.name, given: [] };
    }
    const entry = this.find(first.name, first.span, place);
    if (entry === null) return null;
    let context = this.instance(entry.entity, first.name, first.span, place);
    if (context === null) return null;
    let path = first.name;
    const given: CoreArgument[] = [];
    if (!bare && !this.instanceArguments(context, first, path, given, place)) return null;
    for (const step of rest) {
      const next = this.exported(context, step.name, path, step.span, place);
      if (next === null) return null;
      path += `!${step.name}`;
      const inner = this.instance(next, path, step.span, place);
      if (inner === null) return null;
      context = inner;
      if (!bare && !this.instanceArguments(context, step, path, given, place)) return null;
    }
    const entity = this.exported(context, expr.name, path, expr.span, place);
    return entity && { entity, name: `${path}!${expr.name}`, given };
  }

  private instance(entity: Entity, name: string, span: Span, place: Place): InstanceContext | null {
    if (entity.kind === "instance") return entity.context;
    place.problems.error(
      "S010",
      `${name} is not an instance of a module, so that nothing can follow behind !`,
      span,
    );
    return null;
  }

  private instanceArguments(
    context: InstanceContext,
    step: Reference["path"][number],
    path: string,
    given: CoreArgument[],
    place: Place,
  ): boolean {
    const args = this.args(
      context.ownParams.map((p) => p.arity),
      step.args,
      path,
      place,
      step.span,
    );
    if (args !== null) given.push(...args);
    return args !== null;
  }

  /** What a definition of an instanced module is, seen through the instance. */
  private exported(
    context: InstanceContext,
    name: string,
    path: string,
    span: Span,
    place: Place,
  ): Entity | null {
    const entry = context.module.exports(name);
    if (entry === null || entry.entity.kind === "constant" || entry.entity.kind === "variable") {
      const candidates = [...context.module.scope.ownEntries()]
        .filter((e) => !e.local && e.entity.kind !== "constant" && e.entity.kind !== "variable")
        .map((e) => e.name);
      const notes =
        entry === null
          ? didYouMean(name, candidates)
          : [`${name} is declared in module ${context.module.name}; only its definitions can be reached`];
      place.problems.error(
        "S001",
        `module ${context.module.name}, of which ${path} is an instance, does not define ${name}`,
        span,
        notes,
      );
      return null;
    }
    return seenThrough(context, entry.entity);
  }

  // ───────────────────────────── arguments ─────────────────────────────

  private apply(target: Target, args: readonly Expr[], place: Place, span: Span): Core {
    if (target.entity.kind === "instance") {
      this.reportInstance(target, place, span);
      return this.lost(args, place, span);
    }
    const elaborated = this.args(parametersOf(target), args, target.name, place, span);
    return elaborated === null ? mistake(span) : use(target, elaborated, span);
  }

  /** The arguments for parameters of these arities, or null after a report. */
  private args(
    parameters: readonly number[],
    args: readonly Expr[],
    name: string,
    place: Place,
    span: Span,
  ): readonly CoreArgument[] | null {
    if (args.length !== parameters.length) {
      const given = args.length === 0 ? "none" : String(args.length);
      place.problems.error(
        "S003",
        `${name} takes ${counted(parameters.length, "argument")}, not ${given}`,
        span,
      );
      this.lost(args, place, span);
      return null;
    }
    let complete = true;
    const elaborated: CoreArgument[] = [];
    // Plain loops here and elsewhere in the phases that recurse: each callback would cost stack.
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      const arity = parameters[i]!;
      if (arity === 0) {
        elaborated.push(this.expressions.expr(arg, place));
        continue;
      }
      const operator = this.operatorArgument(arg, arity, place, `argument ${i + 1} of ${name}`);
      if (operator === null) complete = false;
      else elaborated.push(operator);
    }
    return complete ? elaborated : null;
  }

  /** The name in front is a mistake; the arguments may have more. */
  private lost(args: readonly Expr[], place: Place, span: Span): Core {
    for (const arg of args) {
      // An operator's name alone is no expression, but may well be what the unknown name expects.
      if (arg.kind === "lambda") this.findOperator(arg, place);
      else if (arg.kind !== "reference" || arg.args.length > 0) this.expressions.expr(arg, place);
    }
    return mistake(span);
  }

  private reportInstance({ name, entity }: Target, place: Place, span: Span): void {
    const module = entity.kind === "instance" ? entity.context.module.name : name;
    place.problems.error(
      "S010",
      `${name} is an instance of module ${module}: write ${name}! and one of its definitions`,
      span,
    );
  }
}

/** The arities of the parameters for which a use still has to give arguments. */
function parametersOf({ entity, given }: Target): readonly number[] {
  switch (entity.kind) {
    case "definition":
      return entity.definition.params.slice(given.length).map((p) => p.arity);
    case "native":
      return entity.native.parameters;
    case "constant":
    case "variable":
    case "local":
    case "instance":
      return new Array<number>(arityOf(entity)).fill(0);
    default:
      return entity satisfies never;
  }
}

/** The use of something with as many arguments as it takes. */
function use({ entity, given }: Target, args: readonly CoreArgument[], span: Span): Core {
  switch (entity.kind) {
    case "constant":
      return { kind: "constant", constant: entity.constant, args, span };
    case "variable":
      return { kind: "variable", variable: entity.variable, span };
    case "local":
      return { kind: "local", local: entity.local, args, span };
    case "definition":
      return { kind: "call", definition: entity.definition, args: [...given, ...args], span };
    case "native":
      return { kind: "native", key: entity.native.key, args, span };
    case "instance":
      return mistake(span);
    default:
      return entity satisfies never;
  }
}

/** What an entity of an instanced module is outside, through the instance. */
export function seenThrough(context: InstanceContext, entity: Entity): Entity {
  switch (entity.kind) {
    case "definition":
      return { kind: "definition", definition: context.resolve(entity.definition).definition };
    case "instance":
      return { kind: "instance", context: context.see(entity.context)?.context ?? entity.context };
    case "constant":
    case "variable":
    case "native":
    case "local":
      return entity;
    default:
      return entity satisfies never;
  }
}
