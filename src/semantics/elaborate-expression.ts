/** Expressions: from the syntax tree to Core. Names are resolved here, and numbers of arguments checked. */
import type {
  Bound,
  CaseExpr,
  ExceptExpr,
  Expr,
  FunctionDefinition,
  LetExpr,
  Name,
  NumberLiteral,
  OperatorUse,
  PartReference,
  Pattern,
  Reference,
} from "../syntax/ast.js";
import { SpecError } from "../syntax/diagnostic.js";
import type { Span } from "../syntax/source.js";
import { Applier } from "./apply.js";
import {
  constantValue,
  isConstantName,
  isReservedOperator,
  reservedArity,
  reservedCore,
} from "./builtins.js";
import type { Core, CoreBound, Definition, Local, OperatorArgument } from "./core.js";
import { TextDefinition } from "./definitions.js";
import type { Entity, Entry } from "./entities.js";
import { enterLabel } from "./labels.js";
import { bindLocal, counted, mistake, type Place } from "./place.js";

/** How deep expressions may nest: beyond, the recursive phases would run out of stack. */
const deepest = 1500;

/** What an expression needs of the elaboration of definitions, for the definitions in a LET. */
export interface LetElaborator {
  /** Elaborates the units of a LET in order; gives the place that its body sees, and its definitions. */
  letUnits(
    units: LetExpr["units"],
    place: Place,
  ): { readonly place: Place; readonly definitions: Definition[] };
}

/** Elaborates expressions; one for all modules of a program. */
export class ExpressionElaborator {
  private depth = 0;
  private readonly applier: Applier;

  constructor(private readonly lets: LetElaborator) {
    this.applier = new Applier(this);
  }

  /**
   * The meaning of an expression at a place. Mistakes are reported to the place's problems; what has none of its
   * own meaning then becomes an `unsupported` node.
   * @throws SpecError if the expression nests too deeply.
   */
  expr(expr: Expr, place: Place): Core {
    if (++this.depth > deepest) {
      this.depth = 0;
      throw new SpecError([
        {
          code: "S015",
          severity: "error",
          message: `this expression is nested more than ${deepest} deep`,
          span: expr.span,
          notes: ["give a part of it a name in a definition of its own"],
        },
      ]);
    }
    const core = this.dispatch(expr, place);
    this.depth--;
    return core;
  }

  /** A name given as a fact; see `Applier`. */
  fact(expr: Reference | PartReference, place: Place): ReturnType<Applier["fact"]> {
    return this.applier.fact(expr, place);
  }

  /** A name in a list of definitions; see `Applier`. */
  definition(expr: Expr, place: Place): Entity | null {
    return this.applier.definition(expr, place);
  }

  /** The units of a LET; see `LetElaborator`. */
  letUnits(units: LetExpr["units"], place: Place): ReturnType<LetElaborator["letUnits"]> {
    return this.lets.letUnits(units, place);
  }

  /** An argument for a parameter that expects an operator; see `Applier`. */
  operatorArgument(expr: Expr, arity: number, place: Place, expectedBy: string): OperatorArgument | null {
    return this.applier.operatorArgument(expr, arity, place, expectedBy);
  }

  private dispatch(expr: Expr, place: Place): Core {
    const { span } = expr;
    switch (expr.kind) {
      case "reference":
        return this.reference(expr, place);
      case "operator":
        return this.operator(expr, place);
      case "number":
        return this.number(expr);
      case "string":
        return { kind: "literal", value: expr.value, span };
      case "at":
        if (place.at !== null) return { kind: "local", local: place.at, args: [], span };
        place.problems.error("S011", "@ has a meaning only in the new value of an EXCEPT", span, [
          "write what it should stand for",
        ]);
        return mistake(span);
      case "junction":
        return {
          kind: expr.op === "/\\" ? "and" : "or",
          items: expr.items.map((item) => this.expr(item, place)),
          span,
        };
      case "if":
        return {
          kind: "if",
          condition: this.expr(expr.condition, place),
          then: this.expr(expr.then, place),
          else: this.expr(expr.else, place),
          span,
        };
      case "case":
        return this.cases(expr, place);
      case "let":
        return this.let(expr, place);
      case "quantifier":
        return this.quantifier(expr.quantifier, expr.bounds, expr.body, place, span);
      case "temporalQuantifier": {
        const inner = place.inner();
        for (const name of expr.names) bindLocal(inner, name);
        this.expr(expr.body, inner);
        return { kind: "unsupported", what: expr.quantifier === "forall" ? "\\AA" : "\\EE", span };
      }
      case "choose": {
        if (expr.set === null) return this.unbounded("choose", [expr.pattern], expr.body, place, span);
        const set = this.expr(expr.set, place);
        const inner = place.inner();
        const bound = this.bind(expr.pattern, set, inner);
        return { kind: "choose", bound, body: this.expr(expr.body, inner), span };
      }
      case "setEnumeration":
        return { kind: "setEnumeration", items: expr.items.map((item) => this.expr(item, place)), span };
      case "setFilter": {
        const set = this.expr(expr.set, place);
        const inner = place.inner();
        const bound = this.bind(expr.pattern, set, inner);
        return { kind: "setFilter", bound, predicate: this.expr(expr.predicate, inner), span };
      }
      case "setMap": {
        const { bounds, inner } = this.bounds(expr.bounds, place);
        return { kind: "setMap", bounds, body: this.expr(expr.body, inner), span };
      }
      case "function": {
        const { bounds, inner } = this.bounds(expr.bounds, place);
        return { kind: "function", self: null, bounds, body: this.expr(expr.body, inner), span };
      }
      case "functionSet":
        return {
          kind: "functionSet",
          domain: this.expr(expr.domain, place),
          range: this.expr(expr.range, place),
          span,
        };
      case "record": {
        const fields = this.fields(expr.fields, (field) => field.value, place);
        return { kind: "record", fields, span };
      }
      case "recordSet": {
        const fields = this.fields(expr.fields, (field) => field.set, place);
        return { kind: "recordSet", fields: fields.map(({ name, value }) => ({ name, set: value })), span };
      }
      case "except":
        return this.except(expr, place);
      case "application": {
        const fn = this.expr(expr.fn, place);
        this.checkFunctionArity(fn, expr.args.length, place, span);
        return { kind: "apply", fn, arg: this.tupled(expr.args, place, span), span };
      }
      case "field":
        return {
          kind: "apply",
          fn: this.expr(expr.record, place),
          arg: { kind: "literal", value: expr.name.name, span: expr.name.span },
          span,
        };
      case "tuple":
        return { kind: "tuple", items: expr.items.map((item) => this.expr(item, place)), span };
      case "product":
        return { kind: "product", factors: expr.factors.map((factor) => this.expr(factor, place)), span };
      case "actionBox":
        return {
          kind: "actionBox",
          form: expr.form,
          action: this.expr(expr.action, place),
          subscript: this.expr(expr.subscript, place),
          span,
        };
      case "fairness":
        return {
          kind: "fairness",
          strength: expr.strength,
          subscript: this.expr(expr.subscript, place),
          action: this.expr(expr.action, place),
          span,
        };
      case "lambda":
        place.problems.error(
          "S004",
          "a LAMBDA is an operator: it can only be passed to one that expects an operator",
          span,
        );
        return mistake(span);
      case "label":
        return this.expr(expr.body, enterLabel(expr, place));
      case "part":
        return this.applier.reference(expr, place);
      default:
        return expr satisfies never;
    }
  }

  // ───────────────────────────── names and operators ─────────────────────────────

  private reference(expr: Reference, place: Place): Core {
    const { name, span } = expr;
    if (expr.path.length === 0) {
      if (isConstantName(name) && expr.args.length === 0) {
        return { kind: "literal", value: constantValue(name), span };
      }
      if (isReservedOperator(name)) {
        const args = expr.args.map((arg) => this.expr(arg, place));
        return this.reserved(name, args, span, place);
      }
    }
    return this.applier.reference(expr, place);
  }

  private operator(expr: OperatorUse, place: Place): Core {
    const { op, span } = expr;
    // Chains of one junction operator become one list, whatever their length.
    if (op === "/\\" || op === "\\/") {
      const items = chain(expr, op).map((item) => this.expr(item, place));
      return { kind: op === "/\\" ? "and" : "or", items, span };
    }
    // Chains such as `a + b + c` nest to the left: go down and come up again without recursion.
    const spine: OperatorUse[] = [expr];
    for (let next = expr.operands[0]!; isChained(next); next = next.operands[0]!) spine.push(next);
    const innermost = spine.at(-1)!;
    let core = this.operands(innermost, [], place);
    for (let i = spine.length - 2; i >= 0; i--) core = this.operands(spine[i]!, [core], place);
    return core;
  }

  /** An operator with its operands, of which the first ones may be elaborated already. */
  private operands(expr: OperatorUse, done: readonly Core[], place: Place): Core {
    const args = [...done];
    for (let i = done.length; i < expr.operands.length; i++) args.push(this.expr(expr.operands[i]!, place));
    return isReservedOperator(expr.op)
      ? this.reserved(expr.op, args, expr.span, place)
      : this.applier.operatorUse(expr, args, place);
  }

  /** An operator of the language itself. */
  private reserved(
    op: Parameters<typeof reservedArity>[0],
    args: readonly Core[],
    span: Span,
    place: Place,
  ): Core {
    const arity = reservedArity(op);
    if (args.length === arity) return reservedCore(op, args, span);
    place.problems.error("S003", `${op} takes ${counted(arity, "argument")}, not ${args.length}`, span);
    return mistake(span);
  }

  // ───────────────────────────── numbers ─────────────────────────────

  private number({ text, base, span }: NumberLiteral): Core {
    if (text.includes(".")) return { kind: "unsupported", what: `the decimal number ${text}`, span };
    const prefix = { 2: "0b", 8: "0o", 10: "", 16: "0x" }[base];
    const value = Number(prefix + text);
    return { kind: "literal", value: Number.isSafeInteger(value) ? value : BigInt(prefix + text), span };
  }

  // ───────────────────────────── bound names ─────────────────────────────

  private quantifier(
    quantifier: "forall" | "exists",
    bounds: readonly Bound[],
    body: Expr,
    place: Place,
    span: Span,
  ): Core {
    if (bounds.every((bound) => bound.set === null)) {
      return this.unbounded(
        quantifier,
        bounds.flatMap((bound) => bound.patterns),
        body,
        place,
        span,
      );
    }
    const bound = this.bounds(bounds, place);
    return { kind: "quantifier", quantifier, bounds: bound.bounds, body: this.expr(body, bound.inner), span };
  }

  private unbounded(
    what: "forall" | "exists" | "choose",
    patterns: readonly Pattern[],
    body: Expr,
    place: Place,
    span: Span,
  ): Core {
    const inner = place.inner();
    const locals = patterns.flatMap((pattern) =>
      pattern.kind === "name"
        ? [bindLocal(inner, pattern)]
        : pattern.names.map((name) => bindLocal(inner, name)),
    );
    return { kind: "unbounded", what, locals, body: this.expr(body, inner), span };
  }

  /** Binds names to sets; the sets themselves see none of the names. */
  private bounds(bounds: readonly Bound[], place: Place): { bounds: CoreBound[]; inner: Place } {
    const sets = bounds.map((bound) =>
      bound.set === null ? mistake(bound.span) : this.expr(bound.set, place),
    );
    const inner = place.inner();
    return {
      bounds: bounds.flatMap((bound, i) =>
        bound.patterns.map((pattern) => this.bind(pattern, sets[i]!, inner)),
      ),
      inner,
    };
  }

  private bind(pattern: Pattern, set: Core, inner: Place): CoreBound {
    return pattern.kind === "name"
      ? { locals: [bindLocal(inner, pattern)], destructure: false, set }
      : { locals: pattern.names.map((name) => bindLocal(inner, name)), destructure: true, set };
  }

  /**
   * The body of `f[x \in S, …] == e`. Within e the function's own name stands for the function being defined.
   */
  functionDefinition(unit: FunctionDefinition, definition: TextDefinition, place: Place): Core {
    const self: Local = { name: unit.name.name, arity: 0, span: unit.name.span };
    const sets = unit.bounds.map((b) => (b.set === null ? mistake(b.span) : this.expr(b.set, place)));
    const named = place.inner();
    const entry: Entry = {
      name: self.name,
      entity: { kind: "local", local: self },
      local: true,
      origin: null,
      span: self.span,
    };
    named.scope.set(entry);
    const outer = named.inDefinition();
    definition.text = { kind: "function", unit, place: outer };
    const inner = outer.inner();
    const bounds = unit.bounds.flatMap((b, i) =>
      b.patterns.map((pattern) => this.bind(pattern, sets[i]!, inner)),
    );
    definition.functionArity = bounds.length;
    const body = this.expr(unit.body, inner);
    return { kind: "function", self: place.used.has(entry) ? self : null, bounds, body, span: unit.span };
  }

  // ───────────────────────────── compound forms ─────────────────────────────

  private cases(expr: CaseExpr, place: Place): Core {
    return {
      kind: "case",
      arms: expr.arms.map((arm) => ({
        guard: this.expr(arm.guard, place),
        body: this.expr(arm.body, place),
      })),
      other: expr.other && this.expr(expr.other, place),
      span: expr.span,
    };
  }

  private let(expr: LetExpr, place: Place): Core {
    const { place: inner, definitions } = this.lets.letUnits(expr.units, place);
    return { kind: "let", definitions, body: this.expr(expr.body, inner), span: expr.span };
  }

  private except(expr: ExceptExpr, place: Place): Core {
    return {
      kind: "except",
      base: this.expr(expr.base, place),
      updates: expr.updates.map((update) => {
        const path = update.path.map(
          (selector): Core =>
            selector.kind === "field"
              ? { kind: "literal", value: selector.name.name, span: selector.name.span }
              : this.tupled(selector.args, place, selector.span),
        );
        const at: Local = { name: "@", arity: 0, span: update.span };
        return { path, at, value: this.expr(update.value, place.withAt(at)), span: update.span };
      }),
      span: expr.span,
    };
  }

  /** The argument of an application: several become one tuple. */
  private tupled(args: readonly Expr[], place: Place, span: Span): Core {
    const items = args.map((arg) => this.expr(arg, place));
    return items.length === 1 ? items[0]! : { kind: "tuple", items, span };
  }

  private fields<Field extends { readonly name: Name }>(
    fields: readonly Field[],
    partOf: (field: Field) => Expr,
    place: Place,
  ): readonly { readonly name: string; readonly value: Core }[] {
    const seen = new Set<string>();
    for (const { name } of fields) {
      if (seen.has(name.name)) {
        place.problems.error("S012", `the field ${name.name} is given twice`, name.span, [
          "leave one of the two out, or correct its name",
        ]);
      }
      seen.add(name.name);
    }
    const written = fields.map((field) => ({ name: field.name, value: this.expr(partOf(field), place) }));
    if (!place.known) place.module.records.push({ fields: written });
    return written.map(({ name, value }) => ({ name: name.name, value }));
  }

  /** A function that was defined with n arguments takes n, or one tuple. */
  private checkFunctionArity(fn: Core, given: number, place: Place, span: Span): void {
    if (fn.kind !== "call" || given < 2) return;
    const expected = fn.definition instanceof TextDefinition ? fn.definition.functionArity : null;
    if (expected === null || expected === given) return;
    place.problems.error(
      "S003",
      `the function ${fn.definition.name} takes ${counted(expected, "argument")}, not ${given}`,
      span,
    );
  }
}

/** Whether an operand is an infix operator of a chain, other than a junction. */
function isChained(expr: Expr): expr is OperatorUse {
  return expr.kind === "operator" && expr.fixity === "infix" && expr.op !== "/\\" && expr.op !== "\\/";
}

/** The operands of `a /\ b /\ c`, however they nest to the left. */
function chain(expr: OperatorUse, op: string): readonly Expr[] {
  const items: Expr[] = [];
  let current: Expr = expr;
  while (current.kind === "operator" && current.op === op && current.fixity === "infix") {
    items.push(current.operands[1]!);
    current = current.operands[0]!;
  }
  items.push(current);
  return items.reverse();
}
