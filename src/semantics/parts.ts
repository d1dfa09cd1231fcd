/**
 * Parts of definitions, `Def!1!lab`, `I!Def(a)!(b)!<<` ("TLA+ Version 2", section 4): which expression is meant, and
 * with which names bound. A part becomes a definition of its own, with the names that are bound around it as further
 * parameters; so everything that is true of definitions, in instances and at the levels, is true of parts.
 * The selectors mean what they mean in SANY (tla2sany.semantic.Generator, selectorToNode).
 */
import type { Expr, LetExpr, PartSelector } from "../syntax/ast.js";
import { didYouMean } from "../syntax/nearest.js";
import type { Span } from "../syntax/source.js";
import { asArgument, type Core, type CoreArgument, type Definition, type Local } from "./core.js";
import { TextDefinition } from "./definitions.js";
import type { Entry, ModuleMeaning } from "./entities.js";
import type { Label, Labels } from "./labels.js";
import { operands, partsOfStep } from "./operands.js";
import { counted, mistake, type Place } from "./place.js";
import { bindingOf, position, selectorText } from "./selectors.js";

/** What looking at a text again needs. */
export interface TextElaborator {
  expr(expr: Expr, place: Place): Core;
  letUnits(
    units: LetExpr["units"],
    place: Place,
  ): { readonly place: Place; readonly definitions: Definition[] };
}

/** A part, and the arguments that the selectors gave for its parameters. */
export interface Part {
  readonly definition: TextDefinition;
  readonly args: readonly Expr[];
}

/** Where the way has led to. */
type Node =
  | { readonly kind: "expr"; readonly expr: Expr; readonly place: Place }
  | { readonly kind: "definition"; readonly definition: TextDefinition }
  | { readonly kind: "sequent"; readonly definition: TextDefinition }
  /** SUFFICES, whose one operand is an ASSUME/PROVE. */
  | { readonly kind: "suffices"; readonly definition: TextDefinition }
  | { readonly kind: "declaration" }
  /** A clause `p -> e` of a CASE, of which one side has to be chosen. */
  | { readonly kind: "clause"; readonly sides: readonly (Expr | null)[]; readonly place: Place };

/** Finds a part of a definition; one for each way. */
export class PartWalk {
  private readonly params: Local[];
  private readonly args: Expr[] = [];
  private readonly lets: (readonly Definition[])[] = [];
  private node: Node;
  /** The labels that a name may refer to here; null where only a LET's definitions can be named. */
  private labels: Labels | null = null;
  /** The function in whose definition the way is: there its name is bound, here it is a definition. */
  private self: Entry | null = null;

  /**
   * @param way the definition as the user names it, for messages.
   * @param bare an operator is wanted: no arguments are given on the way.
   */
  constructor(
    private readonly elaborator: TextElaborator,
    private readonly root: TextDefinition,
    private way: string,
    private readonly bare: boolean,
    private readonly user: Place,
  ) {
    this.params = [...root.params];
    this.node = { kind: "definition", definition: root };
  }

  /**
   * Goes on from the definition.
   * @returns null after a report.
   */
  select(selectors: readonly PartSelector[], span: Span): Part | null {
    if (!this.root.complete) {
      return this.refuse(`the definition of ${this.root.name} cannot refer to a part of itself`, span);
    }
    this.enter(this.root);
    for (const [i, selector] of selectors.entries()) {
      if (!this.step(selector, selectors[i + 1] ?? null)) return null;
      this.way += selectorText(selector);
    }
    const { node } = this;
    if (node.kind === "clause")
      return this.refuse(`${this.way} is a clause of a CASE: write !1 or !2 behind it`, span);
    if (node.kind === "declaration")
      return this.refuse(`${this.way} declares a name and is no expression`, span);
    const { root } = this;
    const definition = new TextDefinition(this.way, this.params, root.scope, false, null, span, root.home);
    definition.fact = node.kind === "sequent" || node.kind === "suffices";
    definition.body = this.wrapped(node, span);
    if (node.kind === "sequent" || node.kind === "suffices") definition.text = node.definition.text;
    if (root.siblings !== null) {
      definition.siblings = root.siblings;
      root.siblings.push(definition);
    }
    return { definition, args: this.args };
  }

  /** The definition that a way of names has led to, whose own parts may follow. */
  private enter(definition: TextDefinition): void {
    const { text } = definition;
    this.self = null;
    switch (text?.kind) {
      case "expression":
        this.labels = text.place.labels;
        this.node = { kind: "expr", expr: text.body, place: text.place };
        return;
      case "function": {
        const { unit } = text;
        this.labels = text.place.labels;
        // Outside of the definition its name stands for what it defines.
        const { name, span } = unit.name;
        const entity = { kind: "definition", definition } as const;
        this.self = { name, entity, local: true, origin: text.place.module, span };
        const place = this.seeingSelf(text.place);
        this.node = {
          kind: "expr",
          expr: { kind: "function", bounds: unit.bounds, body: unit.body, span: unit.span },
          place,
        };
        return;
      }
      case "sequent":
        this.labels = text.labels;
        this.node = { kind: text.suffices ? "suffices" : "sequent", definition };
        return;
      case "step": {
        const { what, place } = text;
        this.labels = text.labels;
        // What PICK says of its names is selected as from a quantifier.
        this.node =
          what.kind === "pick"
            ? {
                kind: "expr",
                expr: {
                  kind: "quantifier",
                  quantifier: "exists",
                  bounds: what.bounds,
                  body: what.condition,
                  span: what.span,
                },
                place,
              }
            : { kind: "definition", definition };
        return;
      }
      case undefined:
        this.labels = null;
        this.node = { kind: "definition", definition };
        return;
      default:
        text satisfies never;
    }
  }

  /** A place in a function's definition, seen from outside of it. */
  private seeingSelf(place: Place): Place {
    if (this.self === null) return place;
    const inner = place.inner();
    inner.scope.set(this.self);
    return inner;
  }

  /** One selector; false after a report. */
  private step(selector: PartSelector, next: PartSelector | null): boolean {
    switch (selector.kind) {
      case "name":
        return this.labels === null ? this.local(selector) : this.label(selector, this.labels);
      case "definition":
        if (this.labels === null || (next !== null && next.kind !== "name")) {
          this.refuse(
            "!: stands behind a name: at the end, or before the name of a LET's definition",
            selector.span,
          );
          return false;
        }
        this.labels = null;
        return true;
      case "arguments":
      case "body":
        this.labels = null;
        return this.bound(selector);
      case "operand":
      case "left":
      case "right":
        this.labels = null;
        return this.operand(selector);
      default:
        return selector satisfies never;
    }
  }

  // ───────────────────────────── by name ─────────────────────────────

  private label(selector: Extract<PartSelector, { kind: "name" }>, labels: Labels): boolean {
    const label = labels.known.get(selector.name);
    if (label === undefined && labels.known.size === 0) {
      this.user.problems.error(
        "S010",
        `${this.way} is no instance of a module and has no labels, so that no name can follow behind !`,
        selector.span,
      );
      return false;
    }
    if (label === undefined) {
      this.refuse(
        `${this.way} has no label ${selector.name}`,
        selector.span,
        didYouMean(selector.name, labels.known.keys()),
      );
      return false;
    }
    if (!this.give(selector.args, label.params.length, `${this.way}!${selector.name}`, selector.span))
      return false;
    this.params.push(...label.params);
    this.declareParameters(label.params, label.place.module);
    const around: (readonly Definition[])[] = [];
    for (let each = label.place.lets; each !== null; each = each.outer) around.unshift(each.definitions);
    this.lets.push(...around);
    this.labels = label.inner;
    this.node =
      label.sequent === null
        ? { kind: "expr", expr: label.expr.body, place: this.seeingSelf(label.place) }
        : { kind: "sequent", definition: this.sequent(label.sequent, label.inner) };
    return true;
  }

  /** A definition of the LET that the way has led to. */
  private local(selector: Extract<PartSelector, { kind: "name" }>): boolean {
    const node = this.unlabelled();
    if (node.kind !== "expr" || node.expr.kind !== "let") {
      this.refuse(
        `${this.way} is no LET, so that nothing is defined in it by the name ${selector.name}`,
        selector.span,
      );
      return false;
    }
    const { place, definitions } = this.elaborator.letUnits(node.expr.units, node.place.again());
    const entity = place.scope.own(selector.name)?.entity;
    if (entity?.kind !== "definition" || !(entity.definition instanceof TextDefinition)) {
      this.refuse(`the LET of ${this.way} defines no operator ${selector.name}`, selector.span);
      return false;
    }
    const { definition } = entity;
    if (!this.give(selector.args, definition.params.length, `${this.way}!${selector.name}`, selector.span))
      return false;
    this.lets.push(definitions);
    this.params.push(...definition.params);
    this.enter(definition);
    return true;
  }

  // ───────────────────────────── by position ─────────────────────────────

  private operand(selector: Extract<PartSelector, { kind: "operand" | "left" | "right" }>): boolean {
    const node = this.unlabelled();
    if (node.kind === "clause") {
      const index = position(selector, 2);
      const side = index === null ? null : (node.sides[index] ?? null);
      if (side === null) return this.none(selector, 2);
      this.node = { kind: "expr", expr: side, place: node.place };
      return true;
    }
    if (node.kind === "suffices") {
      if (position(selector, 1) === null) return this.none(selector, 1);
      this.node = { kind: "sequent", definition: node.definition };
      return true;
    }
    if (node.kind === "sequent") return this.clause(node.definition, selector);
    if (node.kind === "definition") {
      const { text } = node.definition;
      if (text?.kind !== "step") return this.none(selector, 0);
      const parts = partsOfStep(text.what);
      const part = parts[position(selector, parts.length) ?? -1];
      if (part === undefined) return this.none(selector, parts.length);
      this.node = { kind: "expr", expr: part, place: text.place };
      return true;
    }
    if (node.kind === "declaration") return this.none(selector, 0);
    const { expr, place } = node;
    if (expr.kind === "let") {
      if (position(selector, 1) === null) return this.none(selector, 1);
      const inner = this.elaborator.letUnits(expr.units, place.again());
      this.lets.push(inner.definitions);
      this.node = { kind: "expr", expr: expr.body, place: inner.place };
      return true;
    }
    if (expr.kind === "case") {
      const clauses = [
        ...expr.arms.map((arm) => [arm.guard, arm.body]),
        ...(expr.other === null ? [] : [[null, expr.other]]),
      ];
      const sides = clauses[position(selector, clauses.length) ?? -1];
      if (sides === undefined) return this.none(selector, clauses.length);
      this.node = { kind: "clause", sides, place };
      return true;
    }
    const parts = operands(expr);
    const part = parts[position(selector, parts.length) ?? -1];
    if (part === undefined) return this.none(selector, parts.length);
    if (part === "unnamed") {
      this.refuse("the changes of an EXCEPT cannot be selected", selector.span, [
        "only !1 can, the function that is changed",
      ]);
      return false;
    }
    this.node = { kind: "expr", expr: part, place };
    return true;
  }

  /** An assumption of an ASSUME/PROVE, or its goal. */
  private clause(
    definition: TextDefinition,
    selector: Extract<PartSelector, { kind: "operand" | "left" | "right" }>,
  ): boolean {
    const { text } = definition;
    if (text?.kind !== "sequent") return this.none(selector, 0);
    const { assumptions, goal } = text.sequent;
    const index = position(selector, assumptions.length + 1);
    if (index === null) return this.none(selector, assumptions.length + 1);
    const declares = assumptions.findIndex((each) => each.kind === "new");
    if (declares >= 0 && index > declares && text.suffices === text.inProof) {
      this.refuse(
        `this part of ${this.way} speaks of names that its ASSUME declares, which have no meaning here`,
        selector.span,
      );
      return false;
    }
    const place = text.places[index]!;
    const assumed = assumptions[index];
    switch (assumed?.kind) {
      case undefined:
        this.node = { kind: "expr", expr: goal, place };
        return true;
      case "fact":
        this.node = { kind: "expr", expr: assumed.fact, place };
        return true;
      case "new":
        this.node = { kind: "declaration" };
        return true;
      case "nested": {
        const places = [...assumed.sequent.assumptions, null].map(() => place);
        const inner = this.sequent({ sequent: assumed.sequent, places }, text.labels);
        this.node = { kind: "sequent", definition: inner };
        return true;
      }
      default:
        return assumed satisfies never;
    }
  }

  /** An ASSUME/PROVE within another one. */
  private sequent({ sequent, places }: NonNullable<Label["sequent"]>, labels: Labels): TextDefinition {
    const { home } = this.root;
    const definition = new TextDefinition(this.way, [], "global", false, null, sequent.span, home);
    definition.text = { kind: "sequent", sequent, labels, places, suffices: false, inProof: false };
    return definition;
  }

  /** `!(a, b)` and `!@`: what a construct says of the names that it binds. */
  private bound(selector: Extract<PartSelector, { kind: "arguments" | "body" }>): boolean {
    const node = this.unlabelled();
    const construct = node.kind === "expr" ? bindingOf(node.expr) : null;
    if (node.kind !== "expr" || construct === null) {
      this.refuse(
        `${this.way} binds no names: select a part of it by its number, as ${this.way}!1`,
        selector.span,
      );
      return false;
    }
    const names = construct.patterns.flatMap((each) => (each.kind === "name" ? [each] : [...each.names]));
    if (selector.kind === "arguments") {
      if (!this.give(selector.args, names.length, `${this.way}!()`, selector.span)) return false;
    } else if (!this.bare) {
      this.refuse(
        `${this.way}!@ says nothing for the names that are bound there: it is an operator, not an expression`,
        selector.span,
        [`write ${this.way}!(${names.map(({ name }) => name).join(", ")}) with values for them`],
      );
      return false;
    }
    const inner = node.place.inner();
    const locals = names.map(({ name, span }): Local => ({ name, arity: 0, span }));
    for (const local of locals) {
      inner.scope.set({
        name: local.name,
        entity: { kind: "local", local },
        local: true,
        origin: null,
        span: local.span,
      });
    }
    this.params.push(...locals);
    this.declareParameters(locals, node.place.module);
    this.node = { kind: "expr", expr: construct.body, place: inner };
    return true;
  }

  // ───────────────────────────── what comes out ─────────────────────────────

  /** The part as a formula, within the LETs that it stands in. */
  private wrapped(node: Exclude<Node, { kind: "clause" | "declaration" }>, span: Span): Core {
    let core: Core;
    switch (node.kind) {
      case "expr": {
        const place = node.place.again();
        core = this.elaborator.expr(node.expr, place);
        // The text itself has no mistakes: it is an operator that stands there as an argument.
        if (place.problems.failed) this.refuse(`${this.way} is an operator and no expression`, span);
        break;
      }
      case "definition": {
        const { definition } = node;
        const args = definition.params.map((param): CoreArgument => asArgument(param, span));
        core = { kind: "call", definition, args, span };
        break;
      }
      case "sequent":
      case "suffices":
        core = mistake(span);
        break;
      default:
        return node satisfies never;
    }
    for (const definitions of this.lets.toReversed()) core = { kind: "let", definitions, body: core, span };
    return core;
  }

  private declareParameters(params: readonly Local[], module: ModuleMeaning): void {
    for (const param of params) if (!module.parameters.includes(param)) module.parameters.push(param);
  }

  /** Takes the arguments that a selector gives; false after a report. */
  private give(args: readonly Expr[], expected: number, name: string, span: Span): boolean {
    if (this.bare && args.length === 0) return true;
    if (args.length !== expected) {
      const given = args.length === 0 ? "none" : String(args.length);
      this.user.problems.error("S003", `${name} takes ${counted(expected, "argument")}, not ${given}`, span);
      return false;
    }
    this.args.push(...args);
    return true;
  }

  /** Where the way has led to, labels aside. */
  private unlabelled(): Node {
    let { node } = this;
    while (node.kind === "expr" && node.expr.kind === "label") node = { ...node, expr: node.expr.body };
    return node;
  }

  private none(selector: PartSelector, count: number): false {
    const parts = count === 0 ? "no parts" : count === 1 ? "one part, !1" : `${count} parts, !1 to !${count}`;
    this.refuse(`there is no ${this.way}${selectorText(selector)}: ${this.way} has ${parts}`, selector.span);
    return false;
  }

  private refuse(message: string, span: Span, notes: readonly string[] = []): null {
    this.user.problems.error("S031", message, span, notes);
    return null;
  }
}
