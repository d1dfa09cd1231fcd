/** Copies of Core with something replaced: by default everything stays as it is, and what did not change is shared. */
import type { Span } from "../syntax/source.js";
import {
  type Core,
  type CoreArgument,
  type CoreBound,
  type Definition,
  isOperatorArgument,
  type Level,
  type Local,
  type OperatorArgument,
  type ReplacedVariable,
} from "./core.js";

/**
 * Walks an expression and builds it anew. Subclasses replace leaves by overriding `constant`, `variable`, `local`,
 * `call` and `operator`; bound names need no renaming, since they are compared by identity.
 */
export abstract class Rewriter {
  /** What the definitions of the LETs under way have become. */
  private readonly letDefinitions = new Map<Definition, Definition>();

  protected constant(core: Extract<Core, { kind: "constant" }>): Core {
    return { ...core, args: this.rewriteArgs(core.args) };
  }

  protected variable(core: Extract<Core, { kind: "variable" }>): Core {
    return core;
  }

  protected local(core: Extract<Core, { kind: "local" }>): Core {
    return core.args.length === 0 ? core : { ...core, args: this.rewriteArgs(core.args) };
  }

  /** A use of a definition that does not belong to a LET within the expression being rewritten. */
  protected call(core: Extract<Core, { kind: "call" }>): Core {
    return { ...core, args: this.rewriteArgs(core.args) };
  }

  /** An operator passed as an argument, other than a definition of a LET being rewritten. */
  protected operator(argument: OperatorArgument): CoreArgument {
    return argument.kind === "lambda" ? { ...argument, body: this.core(argument.body) } : argument;
  }

  core(core: Core): Core {
    switch (core.kind) {
      case "literal":
      case "unsupported":
        return core;
      case "constant":
        return this.constant(core);
      case "variable":
        return this.variable(core);
      case "local":
        return this.local(core);
      case "call": {
        const definition = this.letDefinitions.get(core.definition);
        return definition === undefined
          ? this.call(core)
          : { ...core, definition, args: this.rewriteArgs(core.args) };
      }
      case "builtin":
        return { ...core, args: this.cores(core.args) };
      case "native":
        return { ...core, args: this.rewriteArgs(core.args) };
      case "and":
      case "or":
        return { ...core, items: this.cores(core.items) };
      case "if":
        return {
          ...core,
          condition: this.core(core.condition),
          then: this.core(core.then),
          else: this.core(core.else),
        };
      case "case":
        return {
          ...core,
          arms: core.arms.map((arm) => ({ guard: this.core(arm.guard), body: this.core(arm.body) })),
          other: core.other && this.core(core.other),
        };
      case "let":
        return this.let(core);
      case "quantifier":
        return { ...core, bounds: this.bounds(core.bounds), body: this.core(core.body) };
      case "unbounded":
        return { ...core, body: this.core(core.body) };
      case "choose":
        return { ...core, bound: this.bound(core.bound), body: this.core(core.body) };
      case "setEnumeration":
      case "tuple":
        return { ...core, items: this.cores(core.items) };
      case "setFilter":
        return { ...core, bound: this.bound(core.bound), predicate: this.core(core.predicate) };
      case "setMap":
      case "function":
        return { ...core, bounds: this.bounds(core.bounds), body: this.core(core.body) };
      case "functionSet":
        return { ...core, domain: this.core(core.domain), range: this.core(core.range) };
      case "record":
        return { ...core, fields: core.fields.map((f) => ({ name: f.name, value: this.core(f.value) })) };
      case "recordSet":
        return { ...core, fields: core.fields.map((f) => ({ name: f.name, set: this.core(f.set) })) };
      case "except":
        return {
          ...core,
          base: this.core(core.base),
          updates: core.updates.map((update) => ({
            ...update,
            path: this.cores(update.path),
            value: this.core(update.value),
          })),
        };
      case "apply":
        return { ...core, fn: this.core(core.fn), arg: this.core(core.arg) };
      case "product":
        return { ...core, factors: this.cores(core.factors) };
      case "prime":
      case "unchanged":
        return { ...core, body: this.core(core.body) };
      case "enabled":
        return this.enabled(core);
      case "compose":
        return this.compose(core);
      case "actionBox":
      case "fairness":
        return { ...core, action: this.core(core.action), subscript: this.core(core.subscript) };
      case "temporal":
        return { ...core, args: this.cores(core.args) };
      default:
        return core satisfies never;
    }
  }

  protected enabled(core: Extract<Core, { kind: "enabled" }>): Core {
    return { ...core, action: this.core(core.action), replaced: this.replacedVariables(core.replaced) };
  }

  protected compose(core: Extract<Core, { kind: "compose" }>): Core {
    const { first, second, replaced } = core;
    return {
      ...core,
      first: this.core(first),
      second: this.core(second),
      replaced: this.replacedVariables(replaced),
    };
  }

  protected replacedVariables(replaced: readonly ReplacedVariable[]): readonly ReplacedVariable[] {
    return replaced.map(({ variable, value }) => ({ variable, value: this.core(value) }));
  }

  private cores(items: readonly Core[]): readonly Core[] {
    const copies: Core[] = [];
    for (const item of items) copies.push(this.core(item));
    return copies;
  }

  protected rewriteArgs(args: readonly CoreArgument[]): readonly CoreArgument[] {
    const copies: CoreArgument[] = [];
    for (const arg of args) copies.push(this.argument(arg));
    return copies;
  }

  protected argument(argument: CoreArgument): CoreArgument {
    if (!isOperatorArgument(argument)) return this.core(argument);
    const copy =
      argument.kind === "operatorDefinition" ? this.letDefinitions.get(argument.definition) : undefined;
    return copy === undefined
      ? this.operator(argument)
      : { kind: "operatorDefinition", definition: copy, span: argument.span };
  }

  private bounds(bounds: readonly CoreBound[]): readonly CoreBound[] {
    return bounds.map((bound) => this.bound(bound));
  }

  private bound(bound: CoreBound): CoreBound {
    return { ...bound, set: this.core(bound.set) };
  }

  /** Definitions of a LET become new ones, so that a copy of the LET never shares them with the original. */
  private let(core: Extract<Core, { kind: "let" }>): Core {
    const copies = core.definitions.map((definition) => new CopiedDefinition(definition));
    for (const copy of copies) this.letDefinitions.set(copy.original, copy);
    for (const copy of copies) copy.body = this.core(copy.original.body);
    return { ...core, definitions: copies, body: this.core(core.body) };
  }
}

/** A LET's definition in a rewritten copy of the LET. */
export class CopiedDefinition implements Definition {
  readonly name: string;
  readonly params: readonly Local[];
  readonly scope = "local";
  readonly recursive: boolean;
  readonly step = null;
  readonly span: Span;
  #body: Core | null = null;

  constructor(readonly original: Definition) {
    this.name = original.name;
    this.params = original.params;
    this.recursive = original.recursive;
    this.span = original.span;
  }

  get level(): Level {
    return this.original.level;
  }

  set level(level: Level) {
    this.original.level = level;
  }

  get body(): Core {
    if (this.#body === null) throw new Error(`the copy of ${this.name} is not complete`);
    return this.#body;
  }

  set body(body: Core) {
    this.#body = body;
  }
}
