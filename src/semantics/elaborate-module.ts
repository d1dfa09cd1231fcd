/** The units of a module, and of a LET, in order: declarations, definitions, instances, assumptions, theorems. */
import { nativeKeys, overrides } from "../modules/standard/index.js";
import type {
  Expr,
  FunctionDefinition,
  InstanceDefinition,
  InstanceUnit,
  LetExpr,
  Module,
  Name,
  NestedModule,
  OperatorDefinition,
  Parameter,
  RecursiveDeclaration,
  SpecUnit,
} from "../syntax/ast.js";

import { asArgument, type Core, type Definition, type Local, type StepInfo } from "./core.js";
import { declare } from "./declare.js";
import { type DefinitionText, TextDefinition } from "./definitions.js";
import { ExpressionElaborator } from "./elaborate-expression.js";
import { InstanceElaborator } from "./elaborate-instance.js";
import { ProofElaborator, type UnitElaborator } from "./elaborate-proof.js";
import { DeclaredConstant, DeclaredVariable, type Entity, type Entry, ModuleMeaning } from "./entities.js";
import type { InstanceRegistry } from "./instance.js";
import { extend } from "./merge.js";
import { bindParameter, counted, type Place, Place as PlaceAt } from "./place.js";
import type { Problems } from "./problems.js";
import { warnOfFields } from "./record-fields.js";

/** What elaboration is told besides the program. */
export interface ElaborationOptions {
  /** Steps by the name of the root module's definition that does them. */
  readonly steps: ReadonlyMap<string, StepInfo>;
  /** What the user calls a name of the root module, where that differs. */
  readonly displayNames: ReadonlyMap<string, string>;
  /**
   * Operators of which the configuration replaces the definition. Those that the evaluator would compute itself
   * become definitions, so that they can be replaced.
   */
  readonly replaced: ReadonlySet<string>;
}

/** Elaborates modules and LETs. */
export class ModuleElaborator {
  private readonly expressions: ExpressionElaborator;
  private readonly instances: InstanceElaborator;
  private readonly proofs: ProofElaborator;

  constructor(
    private readonly modules: ReadonlyMap<string, ModuleMeaning>,
    private readonly registry: InstanceRegistry,
    private readonly problems: Problems,
    private readonly used: Set<Entry>,
    private readonly options: ElaborationOptions,
    private readonly root: Module,
  ) {
    this.expressions = new ExpressionElaborator(this);
    this.instances = new InstanceElaborator(modules, this.expressions, registry);
    this.proofs = new ProofElaborator(this.expressions, {
      define: (units, place) => this.define(units, place),
      instance: ({ instance, span }, place) =>
        this.instances.nameless({ kind: "instance", local: true, instance, span }, place),
      findModule: (name, from) => this.instances.findModule(name, from),
    });
  }

  expr(expr: Expr, place: Place): Core {
    return this.expressions.expr(expr, place);
  }

  /** Elaborates a module; those that it extends and instances are elaborated already. */
  module(module: Module, standard: boolean, outer: ModuleMeaning | null): ModuleMeaning {
    const meaning = new ModuleMeaning(module, standard, outer);
    for (const name of module.extends) {
      const extended = this.instances.findModule(name.name, meaning);
      if (extended !== null) extend(meaning, extended, name, this.problems);
      else this.problems.error("M001", `there is no module ${name.name}`, name.span);
    }
    const place = new PlaceAt({
      module: meaning,
      scope: meaning.scope,
      problems: this.problems,
      used: this.used,
    });
    for (const name of definedNames(module.units)) {
      if (!meaning.upcoming.has(name.name)) meaning.upcoming.set(name.name, name.span);
    }
    const recursive = new Map<string, TextDefinition>();
    for (const unit of module.units) {
      this.checkRecursiveSection(unit, recursive, place);
      this.unit(unit, place, recursive);
    }
    this.reportUndefined(recursive, place);
    if (module === this.root) warnOfFields(meaning, this.problems);
    return meaning;
  }

  private unit(unit: SpecUnit, place: Place, recursive: Map<string, TextDefinition>): void {
    const { module } = place;
    switch (unit.kind) {
      case "constants":
        for (const parameter of unit.constants) {
          const constant = new DeclaredConstant(parameter.name, parameter.arity, parameter.span);
          if (declare(parameter, { kind: "constant", constant }, false, place))
            module.constants.push(constant);
        }
        return;
      case "variables":
        for (const name of unit.variables) {
          const variable = new DeclaredVariable(name.name, name.span);
          if (declare(name, { kind: "variable", variable }, false, place)) module.variables.push(variable);
        }
        return;
      case "recursive":
        this.recursive(unit, place, recursive, "global");
        return;
      case "definition":
        if (this.native(unit, place)) return;
        this.keep(this.operator(unit, place, recursive, "global"), module);
        return;
      case "functionDefinition":
        this.keep(this.fn(unit, place, recursive, "global"), module);
        return;
      case "instance":
      case "instanceDefinition":
        this.instance(unit, place);
        return;
      case "assume": {
        const at = unit.name === null ? place : place.inDefinition();
        const body = this.expr(unit.body, at);
        const stated = { name: unit.name?.name ?? null, body, span: unit.span };
        (unit.axiom ? module.axioms : module.assumptions).push(stated);
        this.fact(unit.name, body, { kind: "expression", body: unit.body, place: at }, place);
        return;
      }
      case "theorem":
        module.theorems.push(
          this.proofs.theorem(unit, place, (body, text) => this.fact(unit.name, body, text, place)),
        );
        return;
      case "nestedModule":
        this.nested(unit, place);
        return;
      case "use":
        module.listed.push(...this.proofs.use(unit, place));
        return;
      case "const":
      case "var":
      case "macro":
      case "inline":
      case "procedure":
      case "process":
      case "claim":
      case "symmetry":
      case "scenario":
      case "patch":
      case "expect":
      case "kernel":
      case "memory":
      case "run":
        throw new Error(`${unit.kind} units have to be translated before elaboration`);
      default:
        unit satisfies never;
    }
  }

  /** The units of a LET; see `LetElaborator`. */
  letUnits(units: LetExpr["units"], outer: Place): { place: Place; definitions: Definition[] } {
    const definitions: Definition[] = [];
    const place = outer.inLet(definitions, this.registry.open(definitions));
    const { upcoming } = place.module;
    const announced = [...definedNames(units)].filter((name) => !upcoming.has(name.name));
    for (const name of announced) upcoming.set(name.name, name.span);
    const recursive = new Map<string, TextDefinition>();
    for (const unit of units) {
      switch (unit.kind) {
        case "definition":
          definitions.push(this.operator(unit, place, recursive, "local"));
          break;
        case "functionDefinition":
          definitions.push(this.fn(unit, place, recursive, "local"));
          break;
        case "instanceDefinition":
          this.instance(unit, place);
          break;
        case "recursive":
          this.recursive(unit, place, recursive, "local");
          break;
        default:
          unit satisfies never;
      }
    }
    this.reportUndefined(recursive, place);
    for (const name of announced) upcoming.delete(name.name);
    return { place, definitions };
  }

  /** The definitions of a DEFINE step of a proof. */
  private define(units: Parameters<UnitElaborator["define"]>[0], place: Place): void {
    const { proofDefinitions } = place.module;
    const recursive = new Map<string, TextDefinition>();
    for (const unit of units) {
      switch (unit.kind) {
        case "definition":
          proofDefinitions.push(this.operator(unit, place, recursive, "global"));
          break;
        case "functionDefinition":
          proofDefinitions.push(this.fn(unit, place, recursive, "global"));
          break;
        case "instanceDefinition":
          this.instance(unit, place);
          break;
        default:
          unit satisfies never;
      }
    }
  }

  // ───────────────────────────── definitions ─────────────────────────────

  private operator(
    unit: OperatorDefinition,
    place: Place,
    recursive: Map<string, TextDefinition>,
    scope: "global" | "local",
  ): TextDefinition {
    const inner = place.inner();
    const declared = this.announced(unit.name, unit.params, recursive, place);
    const params = unit.params.map((param) => bindParameter(inner, param, param.arity));
    const definition = declared ?? this.newDefinition(unit.name, params, place, scope, false);
    definition.params = params;
    const text = { kind: "expression", body: unit.body, place: inner.inDefinition() } as const;
    definition.text = text;
    definition.body = this.expr(unit.body, text.place);
    this.defined(unit.name, definition, unit.local, declared !== null, place);
    return definition;
  }

  private fn(
    unit: FunctionDefinition,
    place: Place,
    recursive: Map<string, TextDefinition>,
    scope: "global" | "local",
  ): TextDefinition {
    const declared = this.announced(unit.name, [], recursive, place);
    const definition = declared ?? this.newDefinition(unit.name, [], place, scope, false);
    definition.body = this.expressions.functionDefinition(unit, definition, place);
    this.defined(unit.name, definition, unit.local, declared !== null, place);
    return definition;
  }

  private newDefinition(
    name: Name,
    params: readonly Local[],
    place: Place,
    scope: "global" | "local",
    recursive: boolean,
  ): TextDefinition {
    const ofRoot = scope === "global" && place.module.module === this.root;
    const definition = new TextDefinition(
      (ofRoot ? this.options.displayNames.get(name.name) : undefined) ?? name.name,
      params,
      scope,
      recursive,
      (ofRoot ? this.options.steps.get(name.name) : undefined) ?? null,
      name.span,
      place.module,
    );
    if (scope === "local") definition.siblings = place.lets?.definitions ?? null;
    return definition;
  }

  /** The definition that a RECURSIVE declaration has announced, if there is one. */
  private announced(
    name: Name,
    params: readonly Parameter[],
    recursive: Map<string, TextDefinition>,
    place: Place,
  ): TextDefinition | null {
    const declared = recursive.get(name.name);
    if (declared === undefined || declared.complete) return null;
    const { params: expected } = declared;
    if (expected.length !== params.length) {
      place.problems.error(
        "S013",
        `${name.name} is declared RECURSIVE with ${counted(expected.length, "argument")} but defined with ${params.length}`,
        name.span,
        [
          `declare it as RECURSIVE ${name.name}${params.length === 0 ? "" : `(${params.map(() => "_").join(", ")})`}`,
        ],
      );
    }
    return declared;
  }

  private defined(
    name: Name,
    definition: TextDefinition,
    local: boolean,
    declared: boolean,
    place: Place,
  ): void {
    if (!declared) declare(name, { kind: "definition", definition }, local, place);
    else if (local) {
      const entry = place.scope.own(name.name);
      if (entry !== null) place.scope.set({ ...entry, local });
    }
    place.module.upcoming.delete(name.name);
  }

  private keep(definition: TextDefinition, module: ModuleMeaning): void {
    module.definitions.push(definition);
  }

  private recursive(
    unit: RecursiveDeclaration,
    place: Place,
    recursive: Map<string, TextDefinition>,
    scope: "global" | "local",
  ): void {
    for (const { name, arity, span } of unit.operators) {
      const params = Array.from({ length: arity }, (_, i): Local => ({ name: `_${i + 1}`, arity: 0, span }));
      if (scope === "global" && this.isNative(name, arity, place) && !this.options.replaced.has(name)) {
        // Its text is not looked at, so that only its uses before the text need to know of it.
        const parameters = params.map(() => 0);
        const key = `${place.module.name}!${name}`;
        declare({ name, span }, { kind: "native", native: { key, name, parameters } }, false, place);
        continue;
      }
      const definition = this.newDefinition({ name, span }, params, place, scope, true);
      if (declare({ name, span }, { kind: "definition", definition }, false, place)) {
        recursive.set(name, definition);
      }
    }
  }

  private reportUndefined(recursive: ReadonlyMap<string, TextDefinition>, place: Place): void {
    for (const [name, definition] of recursive) {
      if (!definition.complete)
        place.problems.error("S013", `${name} is declared RECURSIVE but never defined`, definition.span, [
          "define it in the same module or LET, or delete the declaration",
        ]);
    }
  }

  /** Between a RECURSIVE declaration and the definition there may only be definitions. */
  private checkRecursiveSection(
    unit: SpecUnit,
    recursive: ReadonlyMap<string, TextDefinition>,
    place: Place,
  ): void {
    if (unit.kind === "definition" || unit.kind === "functionDefinition" || unit.kind === "recursive") return;
    if (unit.kind === "instance" || unit.kind === "instanceDefinition") return;
    for (const [name, definition] of recursive) {
      if (definition.complete) continue;
      place.problems.error(
        "S013",
        `${name} is declared RECURSIVE but not defined yet: only definitions may come before that`,
        unit.span,
        [`move it in front of the RECURSIVE declaration, or behind the definition of ${name}`],
      );
    }
  }

  /** An assumption or a theorem that has a name can be referred to by it. */
  private fact(name: Name | null, body: Core, text: DefinitionText, place: Place): void {
    if (name === null) return;
    const definition = this.newDefinition(name, [], place, "global", false);
    definition.fact = true;
    definition.text = text;
    definition.body = body;
    declare(name, { kind: "definition", definition }, false, place);
    place.module.upcoming.delete(name.name);
  }

  /** Whether the evaluator computes an operator of a module itself. */
  private isNative(name: string, arity: number, { module }: Place): boolean {
    if (module.outer !== null || !nativeKeys.has(`${module.name}!${name}`)) return false;
    // A user's module that takes a standard one's place has its operators computed too, as with TLC.
    return module.standard || overrides(module.name, name, arity);
  }

  /** An operator of a standard module that the evaluator computes itself: its text is not elaborated. */
  private native(unit: OperatorDefinition, place: Place): boolean {
    if (!this.isNative(unit.name.name, unit.params.length, place)) return false;
    const key = `${place.module.name}!${unit.name.name}`;
    const announced = place.scope.own(unit.name.name);
    if (announced?.entity.kind === "native" && announced.origin === place.module) return true;
    const parameters = unit.params.map((param) => param.arity);
    if (this.options.replaced.has(unit.name.name)) {
      const params = unit.params.map(({ name, arity, span }): Local => ({ name, arity, span }));
      place.module.parameters.push(...params);
      const definition = this.newDefinition(unit.name, params, place, "global", false);
      const args = params.map((local) => asArgument(local, unit.span));
      definition.body = { kind: "native", key, args, span: unit.span };
      declare(unit.name, { kind: "definition", definition }, unit.local, place);
      this.keep(definition, place.module);
    } else {
      const entity: Entity = { kind: "native", native: { key, name: unit.name.name, parameters } };
      declare(unit.name, entity, unit.local, place);
    }
    place.module.upcoming.delete(unit.name.name);
    return true;
  }

  // ───────────────────────────── instances and nested modules ─────────────────────────────

  private instance(unit: InstanceUnit | InstanceDefinition, place: Place): void {
    if (unit.kind === "instance") {
      this.instances.nameless(unit, place);
      return;
    }
    const context = this.instances.named(unit, place);
    if (context !== null) declare(unit.name, { kind: "instance", context }, unit.local, place);
    place.module.upcoming.delete(unit.name.name);
  }

  private nested(unit: NestedModule, place: Place): void {
    const { name } = unit.module;
    if (this.modules.has(name.name) || this.instances.findModule(name.name, place.module) !== null) {
      place.problems.error("S002", `there is already a module named ${name.name}`, name.span, [
        "choose another name for the nested module",
      ]);
      return;
    }
    place.module.nested.set(name.name, this.module(unit.module, place.module.standard, place.module));
  }
}

/** The names that units define, to recognise a use before the definition. */
function* definedNames(units: readonly SpecUnit[]): Iterable<Name> {
  for (const unit of units) {
    switch (unit.kind) {
      case "definition":
      case "functionDefinition":
      case "instanceDefinition":
        yield unit.name;
        break;
      case "constants":
        yield* unit.constants;
        break;
      case "variables":
        yield* unit.variables;
        break;
      case "assume":
      case "theorem":
        if (unit.name !== null) yield unit.name;
        break;
      default:
        break;
    }
  }
}
