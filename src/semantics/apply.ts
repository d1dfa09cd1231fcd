/** Names with arguments: what a name refers to, directly or through instances, and whether its arguments fit. */
import type { Expr, OperatorUse, PartReference, PartSelector, Reference } from "../syntax/ast.js";
import { didYouMean } from "../syntax/nearest.js";
import type { Span } from "../syntax/source.js";
import { isConstantName, isReservedOperator, reservedArity, reservedOperator } from "./builtins.js";
import type { Core, CoreArgument, Definition, OperatorArgument } from "./core.js";
import { type DefinitionText, TextDefinition } from "./definitions.js";
import { arityOf, type Entity, type Entry } from "./entities.js";
import { type InstanceContext, InstanceCopy, passDefinition } from "./instance.js";
import { PartWalk, type TextElaborator } from "./parts.js";
import { bindParameter, counted, mistake, type Place } from "./place.js";
import { proposals } from "./proposals.js";

/** What a name or a path refers to, and the arguments already given on the way: those of parameterised instances. */
interface Target {
  readonly entity: Entity;
  /** As written, for messages: `I!Op`. */
  readonly name: string;
  readonly given: readonly CoreArgument[];
  /** The arguments still to be looked at. */
  readonly args: readonly Expr[];
}

type StepText = Extract<DefinitionText, { kind: "step" }>;

/** One name of a way, with its arguments. */
interface NameStep {
  readonly name: string;
  readonly args: readonly Expr[];
  readonly span: Span;
}

/** Elaborates uses of names. */
export class Applier {
  constructor(private readonly expressions: TextElaborator) {}

  /** `x`, `Op(a, b)`, `I!J(3)!Op(a)`, `Op(a)!2!lab`. */
  reference(expr: Reference | PartReference, place: Place): Core {
    const target = this.target(expr, place);
    if (target === null) return this.lost(expr.kind === "part" ? [] : expr.args, place, expr.span);
    return this.isExpression(target, place, expr.span)
      ? this.apply(target, place, expr.span)
      : this.lost(target.args, place, expr.span);
  }

  /** A name given as a fact: as `reference`, and ASSUME/PROVEs, steps and instances are facts too. */
  fact(
    expr: Reference | PartReference,
    place: Place,
  ): { readonly core: Core; readonly isFact: boolean } | null {
    const target = this.target(expr, place);
    if (target === null) {
      this.lost(expr.kind === "part" ? [] : expr.args, place, expr.span);
      return null;
    }
    const { entity } = target;
    if (entity.kind === "instance") {
      if (target.args.length !== entity.context.ownParams.length) {
        this.wrongNumber(target.name, entity.context.ownParams.length, target.args.length, place, expr.span);
      }
      return { core: mistake(expr.span), isFact: true };
    }
    const written = entity.kind === "definition" ? writtenDefinition(entity.definition) : null;
    const isFact = written?.fact === true;
    if (written?.text?.kind === "step" && statesNothing(written.text.what)) {
      place.problems.error(
        "S033",
        `${target.name} is a ${stepWord(written.text.what)} step of the proof and no fact`,
        expr.span,
      );
    }
    return { core: this.apply(target, place, expr.span), isFact };
  }

  /** A name in a list of definitions, DEF: what it refers to; null after a report. */
  definition(expr: Expr, place: Place): Entity | null {
    if (expr.kind !== "reference" && expr.kind !== "part") {
      place.problems.error("S001", "DEF lists names of definitions, and this is an expression", expr.span);
      return null;
    }
    return this.target(expr, place, true)?.entity ?? null;
  }

  /** Whether what a name refers to may stand as an expression; reports it if not. */
  private isExpression({ entity, name }: Target, place: Place, span: Span): boolean {
    const text = entity.kind === "definition" ? (writtenDefinition(entity.definition)?.text ?? null) : null;
    if (text?.kind === "sequent") {
      place.problems.error(
        "S032",
        `${name} is an ASSUME/PROVE: it can be used as a fact, but is no expression`,
        span,
        [`its assumptions and its goal are ${name}!1, ${name}!2 …`],
      );
      return false;
    }
    if (text?.kind === "step") {
      place.problems.error(
        "S033",
        `${name} is a ${stepWord(text.what)} step of the proof and no expression`,
        span,
      );
      return false;
    }
    return true;
  }

  /** `a + b`, where `+` is not an operator of the language itself; the operands are elaborated already. */
  operatorUse({ op, opSpan, span }: OperatorUse, operands: readonly Core[], place: Place): Core {
    const entry = this.find(op, opSpan, place);
    if (entry === null) return mistake(span);
    const target: Target = { entity: entry.entity, name: op, given: [], args: [] };
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
    if (expr.kind !== "part" && (expr.kind !== "reference" || expr.args.length > 0)) {
      this.expressions.expr(expr, place);
      return null;
    }
    if (expr.kind === "reference" && expr.path.length === 0) {
      if (isReservedOperator(expr.name)) {
        return { argument: reservedOperator(expr.name, span), arity: reservedArity(expr.name) };
      }
      if (isConstantName(expr.name)) return null;
    }
    // `I!Op` passed without arguments for I takes them first, with those of Op behind.
    const target = this.target(expr, place, !hasArguments(expr));
    if (target === null || !this.isExpression(target, place, span)) return "reported";
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

  /** @param bare leave out the arguments of parameterised instances, and of parts. */
  private target(expr: Reference | PartReference, place: Place, bare = false): Target | null {
    const reference = expr.kind === "part" ? expr.root : expr;
    const names: readonly NameStep[] = [...reference.path, reference];
    const first = names[0]!;
    const entry = this.find(first.name, reference.path.length === 0 ? reference.span : first.span, place);
    if (entry === null) return null;
    let { entity } = entry;
    let path = first.name;
    const given: CoreArgument[] = [];
    let at = 0;
    for (; at < names.length - 1 && entity.kind === "instance"; at++) {
      const { context } = entity;
      if (!bare && !this.instanceArguments(context, names[at]!, path, given, place)) return null;
      const step = names[at + 1]!;
      const next = this.exported(context, step.name, path, step.span, place);
      if (next === null) return null;
      entity = next;
      path += `!${step.name}`;
    }
    const { args, span } = names[at]!;
    const selectors: readonly PartSelector[] = [
      ...names
        .slice(at + 1)
        .map((step) => ({ kind: "name" as const, name: step.name, args: step.args, span: step.span })),
      ...(expr.kind === "part" ? expr.selectors : []),
    ];
    const target: Target = { entity, name: path, given, args };
    return selectors.length === 0 ? target : this.part(target, selectors, place, bare, span, expr.span);
  }

  /** A part of the definition that a way of names has led to. */
  private part(
    { entity, name, given, args }: Target,
    selectors: readonly PartSelector[],
    place: Place,
    bare: boolean,
    at: Span,
    span: Span,
  ): Target | null {
    const written = entity.kind === "definition" ? writtenDefinition(entity.definition) : null;
    if (entity.kind !== "definition" || written === null) {
      const what = selectors[0]!.kind === "name" ? "nothing can follow behind !" : "it has no parts";
      place.problems.error(
        "S010",
        `${name} is not an instance of a module and no definition, so that ${what}`,
        at,
      );
      return null;
    }
    if (!bare && args.length !== written.params.length) {
      this.wrongNumber(name, written.params.length, args.length, place, at);
      return null;
    }
    const part = new PartWalk(this.expressions, written, name, bare, place).select(selectors, span);
    if (part === null) return null;
    const { definition } = part;
    const elaborated = this.args(
      bare ? [] : definition.params.map((param) => param.arity),
      bare ? [] : [...args, ...part.args],
      definition.name,
      place,
      span,
    );
    if (elaborated === null) return null;
    const seen =
      entity.definition instanceof InstanceCopy
        ? entity.definition.context.resolve(definition).definition
        : definition;
    return {
      entity: { kind: "definition", definition: seen },
      name: definition.name,
      given: [...given, ...elaborated],
      args: [],
    };
  }

  private instanceArguments(
    context: InstanceContext,
    step: NameStep,
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

  private apply(target: Target, place: Place, span: Span): Core {
    if (target.entity.kind === "instance") {
      this.reportInstance(target, place, span);
      return this.lost(target.args, place, span);
    }
    const elaborated = this.args(parametersOf(target), target.args, target.name, place, span);
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
      this.wrongNumber(name, parameters.length, args.length, place, span);
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

  private wrongNumber(name: string, expected: number, given: number, place: Place, span: Span): void {
    const number = given === 0 ? "none" : String(given);
    place.problems.error("S003", `${name} takes ${counted(expected, "argument")}, not ${number}`, span);
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

/** Whether arguments are given anywhere on a way of names. */
function hasArguments(expr: Reference | PartReference): boolean {
  if (expr.kind === "part") {
    return hasArguments(expr.root) || expr.selectors.some((each) => "args" in each && each.args.length > 0);
  }
  return expr.args.length > 0 || expr.path.some((step) => step.args.length > 0);
}

/** A definition as it is written, whichever instance it is seen through; null where the evaluator has it natively. */
export function writtenDefinition(definition: Definition): TextDefinition | null {
  const original = definition instanceof InstanceCopy ? definition.original : definition;
  return original instanceof TextDefinition ? original : null;
}

function statesNothing({ kind }: StepText["what"]): boolean {
  return kind === "define" || kind === "instance" || kind === "useStep";
}

/** The keyword of a step of a proof. */
function stepWord(what: StepText["what"]): string {
  switch (what.kind) {
    case "assert":
      return "SUFFICES";
    case "useStep":
      return what.use.hide ? "HIDE" : "USE";
    default:
      return what.kind.toUpperCase();
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
