/** What a configuration says of constants and definitions, applied to an elaborated program. */
import type { ConfigConstant, TableRow } from "../modules/config.js";
import type { Expr, Name } from "../syntax/ast.js";
import { didYouMean } from "../syntax/nearest.js";
import { parseExpression } from "../syntax/parse.js";
import type { Source, Span } from "../syntax/source.js";
import { makeFunction, makeTuple, modelValue, type Value } from "../values/index.js";
import { asArgument, type Core, type Definition, type Local } from "./core.js";
import { TextDefinition } from "./definitions.js";
import type { Elaboration } from "./elaborate.js";
import { arityOf, type DeclaredConstant, type Entity, type NativeOperator } from "./entities.js";
import { levelName } from "./levels.js";
import { counted } from "./place.js";
import { findName, resolveDefinition } from "./resolve-name.js";

/** Gives constants their bindings and definitions their replacements. */
export class ConfigApplier {
  /** Constants that a definition stands for, and where the configuration says so. */
  private readonly bound: {
    readonly constant: DeclaredConstant;
    readonly definition: Definition;
    readonly span: Span;
  }[] = [];

  constructor(private readonly elaboration: Elaboration) {}

  /** Applies the configuration, and values given on the command line, which win. Mistakes go to the problems. */
  apply(
    constants: readonly ConfigConstant[],
    sets: readonly { readonly name: string; readonly expr: Source }[],
  ): void {
    const { root } = this.elaboration;
    const set = new Set(sets.map(({ name }) => name));
    for (const given of sets) this.set(given.name, given.expr);
    const given = constants.filter((c) => !set.has(c.name.name));
    // What is said of a definition itself counts more than what is said of it as one of a module's.
    const rest = [...given.filter(({ module }) => module), ...given.filter(({ module }) => !module)];
    for (const constant of rest) {
      if (constant.kind === "value") this.value(constant);
      else if (constant.kind === "table") this.table(constant);
    }
    // A definition may be that of another constant, so these come last.
    for (const constant of rest) if (constant.kind === "definition") this.definition(constant, rest);
    for (const constant of root.constants) {
      if (constant.bound) continue;
      this.problems.error("M030", `the constant ${constant.name} has no value`, constant.span, [
        `write CONSTANT ${constant.name} = … in the configuration, or give --set ${constant.name}=…`,
      ]);
    }
  }

  /** A constant stands for one value: what it is bound to must not depend on variables. */
  checkConstantLevels(): void {
    for (const { constant, definition, span } of this.bound) {
      if (constant.arity > 0 || definition.level === 0) continue;
      this.problems.error(
        "M040",
        `the constant ${constant.name} cannot be ${definition.name}, which is ${levelName(definition.level)}`,
        span,
      );
    }
  }

  // ───────────────────────────── N = value ─────────────────────────────

  private value({ name, module, value }: Extract<ConfigConstant, { kind: "value" }>): void {
    const entity = this.target(name, module ?? null);
    if (entity === null) return;
    if (entity.kind === "variable" || entity.kind === "instance") {
      // As for a name that is not there at all.
      const what = `${name.name} is ${a(entity.kind)}, which can be given no value`;
      this.problems.warning("W011", what, name.span);
      return;
    }
    const core = (span: Span): Core => ({ kind: "literal", value, span });
    if (arityOf(entity) === 0) this.give(entity, name, core, value, module ?? null);
    else this.giveOperator(entity, name, core(name.span), module ?? null);
  }

  /** `F = 3` for an operator: TLC takes that for its value, whatever the arguments are. */
  private giveOperator(entity: Entity, name: Name, body: Core, module: Name | null): void {
    const takes = counted(arityOf(entity), "argument");
    this.problems.warning(
      "W007",
      `${name.name} takes ${takes}, and has this value for all of them`,
      name.span,
    );
    if (entity.kind === "definition") put(entity.definition, body, module);
    else if (entity.kind === "constant") {
      const definition = this.standIn(name, parametersOf(entity.constant, name.span), body);
      entity.constant.bind({ kind: "definition", definition });
    }
  }

  /** What a value is given to; null after a report. */
  private target(name: Name, module: Name | null): Entity | null {
    if (module !== null) return this.within(module, name);
    const entity = findName(this.elaboration.root, name.name);
    if (entity === null) {
      // TLC takes no notice of a value for a constant that is not there.
      this.problems.warning(
        "W011",
        `module ${this.elaboration.root.name} has no constant ${name.name}`,
        name.span,
        didYouMean(name.name, this.replaceable()),
      );
    }
    return entity;
  }

  // ───────────────────────────── F(1, a) = value ─────────────────────────────

  private table({ name, module, rows, span }: Extract<ConfigConstant, { kind: "table" }>): void {
    const entity = this.target(name, module);
    if (entity === null) return;
    if (entity.kind === "constant") entity.constant.bound = true;
    const params = this.tableParameters(entity, name);
    if (params === null) return;
    const wrong = rows.find(({ args }) => args.length !== params.length);
    if (wrong !== undefined) {
      this.problems.error(
        "M032",
        `${name.name} takes ${counted(params.length, "argument")}, but here it is given ${wrong.args.length}`,
        wrong.span,
      );
      return;
    }
    const body = tableLookup(rows, params, span);
    if (entity.kind === "definition") put(entity.definition, body, module);
    else if (entity.kind === "constant")
      entity.constant.bind({ kind: "definition", definition: this.standIn(name, params, body) });
  }

  /** The parameters of an operator that is given value by value; null after a report. */
  private tableParameters(entity: Entity, name: Name): readonly Local[] | null {
    const params =
      entity.kind === "constant"
        ? parametersOf(entity.constant, name.span)
        : entity.kind === "definition"
          ? entity.definition.params
          : [];
    if (params.length > 0 && params.every((param) => param.arity === 0)) return params;
    this.problems.error(
      "M032",
      params.length > 0
        ? `${name.name} takes an operator as an argument, and cannot be given value by value`
        : `${name.name} takes no arguments`,
      name.span,
      params.length > 0 ? [`write ${name.name} <- and the name of an operator`] : [`write ${name.name} = …`],
    );
    return null;
  }

  /** Makes an entity mean an expression without parameters. */
  private give(
    entity: Entity,
    name: Name,
    core: (span: Span) => Core,
    value: Value | null,
    module: Name | null = null,
  ): void {
    switch (entity.kind) {
      case "constant":
        if (entity.constant.arity > 0) {
          this.problems.error(
            "M032",
            `the constant ${name.name} takes ${counted(entity.constant.arity, "argument")}: it needs an operator, ${name.name} <- …`,
            name.span,
          );
          // Told already; that it has no value would be no news.
          entity.constant.bound = true;
        } else if (value !== null) entity.constant.bind({ kind: "value", value });
        else {
          const definition = this.standIn(name, [], core(name.span));
          entity.constant.bind({ kind: "definition", definition });
          this.bound.push({ constant: entity.constant, definition, span: name.span });
        }
        return;
      case "definition":
        if (entity.definition.params.length > 0)
          this.reportParameters(name, entity.definition.params.length, 0);
        else put(entity.definition, core(entity.definition.span), module);
        return;
      case "native":
        this.reportParameters(name, entity.native.parameters.length, 0);
        return;
      case "variable":
      case "instance":
      case "local":
        this.problems.error(
          "M032",
          `${name.name} is ${a(entity.kind)}, which can be given no value`,
          name.span,
        );
        return;
      default:
        entity satisfies never;
    }
  }

  // ───────────────────────────── N <- Definition ─────────────────────────────

  private definition(
    constant: Extract<ConfigConstant, { kind: "definition" }>,
    all: readonly ConfigConstant[],
  ): void {
    const { name, module, definition: to, span } = constant;
    const { elaboration, problems } = this;
    const target =
      module === null
        ? resolveDefinition(elaboration, name, "what is to be replaced,")
        : this.within(module, name);
    const source = resolveDefinition(elaboration, to, `what is to stand for ${name.name},`);
    if (target === null || source === null) {
      if (target?.kind === "constant") target.constant.bound = true;
      return;
    }
    const again = all.find((c) => c.kind === "definition" && c.module === null && c.name.name === to.name);
    if (again !== undefined) {
      problems.error(
        "M039",
        `${to.name} cannot stand for ${name.name}: the configuration replaces it too`,
        to.span,
      );
      if (target.kind === "constant") target.constant.bound = true;
      return;
    }
    switch (target.kind) {
      case "constant":
        this.bind(target.constant, source, to, span);
        return;
      case "definition": {
        const replacement = this.operator(source, to);
        if (replacement === null) return;
        if (!sameParameters(replacement.params, target.definition.params)) {
          this.reportParameters(name, target.definition.params.length, replacement.params.length);
          return;
        }
        const body = call(replacement, target.definition.params, target.definition.span);
        put(target.definition, body, module);
        return;
      }
      case "native":
      case "variable":
      case "instance":
      case "local":
        problems.error(
          "M032",
          `${name.name} is ${a(target.kind)}, which no definition can stand for`,
          name.span,
        );
        return;
      default:
        target satisfies never;
    }
  }

  private bind(constant: DeclaredConstant, source: Entity, to: Name, span: Span): void {
    constant.bound = true;
    if (source.kind === "constant") {
      constant.bind(source.constant.binding);
      return;
    }
    const definition = this.operator(source, to);
    if (definition === null) return;
    if (definition.params.length !== constant.arity || definition.params.some((p) => p.arity > 0)) {
      this.reportParameters({ name: constant.name, span }, constant.arity, definition.params.length);
      return;
    }
    constant.bind({ kind: "definition", definition });
    this.bound.push({ constant, definition, span });
  }

  /** The definition that an entity is, or one that does what it does. */
  private operator(entity: Entity, name: Name): Definition | null {
    switch (entity.kind) {
      case "definition":
        return entity.definition;
      case "native":
        return this.ofNative(entity.native, name);
      case "constant": {
        const params = parametersOf(entity.constant, name.span);
        const args = params.map((p) => asArgument(p, name.span));
        return this.standIn(name, params, {
          kind: "constant",
          constant: entity.constant,
          args,
          span: name.span,
        });
      }
      case "variable":
      case "instance":
      case "local":
        this.problems.error("M032", `${name.name} is ${a(entity.kind)}, not a definition`, name.span);
        return null;
      default:
        return entity satisfies never;
    }
  }

  private ofNative({ key, parameters }: NativeOperator, name: Name): Definition {
    const params = parameters.map((arity, i): Local => ({ name: `_${i + 1}`, arity, span: name.span }));
    return this.standIn(name, params, {
      kind: "native",
      key,
      args: params.map((p) => asArgument(p, name.span)),
      span: name.span,
    });
  }

  private standIn(name: Name, params: readonly Local[], body: Core): Definition {
    const definition = new TextDefinition(
      name.name,
      params,
      "global",
      false,
      null,
      name.span,
      this.elaboration.root,
    );
    definition.body = body;
    this.elaboration.root.parameters.push(...params);
    return definition;
  }

  /** `Op <- [Module]Def`: the operator as that module's own text sees it. */
  private within(module: Name, name: Name): Entity | null {
    const { modules, root, problems } = this.elaboration;
    const meaning = modules.get(module.name) ?? root.nested.get(module.name);
    if (meaning === undefined) {
      problems.error(
        "M031",
        `there is no module ${module.name} in this program`,
        module.span,
        didYouMean(module.name, modules.keys()),
      );
      return null;
    }
    const entity = findName(meaning, name.name);
    if (entity === null) {
      const names = [...meaning.scope.ownEntries()].map((entry) => entry.name);
      problems.error(
        "M031",
        `${name.name} is not defined in module ${module.name}`,
        name.span,
        didYouMean(name.name, names),
      );
    } else if (entity.kind === "constant") {
      problems.error(
        "M032",
        `${name.name} is a constant of module ${module.name}: only definitions can be replaced there`,
        name.span,
      );
      return null;
    }
    return entity;
  }

  // ───────────────────────────── --set ─────────────────────────────

  private set(name: string, source: Source): void {
    const { elaboration, problems } = this;
    const { expr, diagnostics } = parseExpression(source);
    for (const d of diagnostics)
      if (d.span !== undefined) problems.error(d.code, d.message, d.span, d.notes ?? []);
    const at: Name = { name, span: { source, start: 0, end: source.text.length } };
    const entity = findName(elaboration.root, name);
    if (entity === null) {
      const known = didYouMean(name, this.replaceable());
      problems.error("M031", `module ${elaboration.root.name} has no constant ${name}`, at.span, known);
    }
    if (expr === null || entity === null) {
      if (entity?.kind === "constant") entity.constant.bound = true;
      return;
    }
    const core = this.setValue(expr);
    this.give(entity, at, () => core, core.kind === "literal" ? core.value : null);
  }

  /** As in a configuration, a lone name without a meaning is a model value, and so are such names in a set. */
  private setValue(expr: Expr): Core {
    const { span } = expr;
    if (expr.kind === "reference" && expr.path.length === 0 && expr.args.length === 0 && isWord(expr.name)) {
      if (this.elaboration.root.scope.lookup(expr.name) === null) {
        return { kind: "literal", value: modelValue(expr.name), span };
      }
    }
    if (expr.kind === "setEnumeration") {
      return { kind: "setEnumeration", items: expr.items.map((item) => this.setValue(item)), span };
    }
    return this.elaboration.rootExpr(expr);
  }

  // ───────────────────────────── words ─────────────────────────────

  private replaceable(): string[] {
    const { root } = this.elaboration;
    return [...root.constants.map((c) => c.name), ...root.definitions.map((d) => d.name)];
  }

  private reportParameters(name: Name, expected: number, given: number): void {
    this.problems.error(
      "M032",
      `${name.name} takes ${counted(expected, "argument")}, what is to stand for it ${counted(given, "argument")}`,
      name.span,
    );
  }

  private get problems() {
    return this.elaboration.problems;
  }
}

/** Puts something in the place of a definition: of its name, or for `[M]` of what it says in the module's text. */
function put(definition: Definition, body: Core, module: Name | null): void {
  if (module === null && definition instanceof TextDefinition) definition.replace(body);
  else definition.body = body;
}

function call(definition: Definition, params: readonly Local[], span: Span): Core {
  return { kind: "call", definition, args: params.map((p) => asArgument(p, span)), span };
}

/** Names for the arguments of a constant operator. */
function parametersOf({ arity }: DeclaredConstant, span: Span): readonly Local[] {
  return Array.from({ length: arity }, (_, i): Local => ({ name: `_${i + 1}`, arity: 0, span }));
}

/** What a table gives for the arguments at hand: a function applied, so that other arguments are outside its domain. */
function tableLookup(rows: readonly TableRow[], params: readonly Local[], span: Span): Core {
  const argument = (args: readonly Value[]): Value => (args.length === 1 ? args[0]! : makeTuple(args));
  const fn = makeFunction(rows.map(({ args, value }) => [argument(args), value] as const));
  const given = params.map((local): Core => ({ kind: "local", local, args: [], span }));
  return {
    kind: "apply",
    fn: { kind: "literal", value: fn, span },
    arg: given.length === 1 ? given[0]! : { kind: "tuple", items: given, span },
    span,
  };
}

function sameParameters(a: readonly Local[], b: readonly Local[]): boolean {
  return a.length === b.length && a.every((p, i) => p.arity === b[i]!.arity);
}

/** TRUE, FALSE, BOOLEAN and STRING are no model values, nor are operators. */
function isWord(name: string): boolean {
  return /^\w+$/.test(name) && !["TRUE", "FALSE", "BOOLEAN", "STRING"].includes(name);
}

function a(kind: "variable" | "instance" | "local" | "native"): string {
  switch (kind) {
    case "variable":
      return "a variable";
    case "instance":
      return "an instance of a module";
    case "local":
      return "a bound name";
    case "native":
      return "an operator of a standard module";
    default:
      return kind satisfies never;
  }
}
