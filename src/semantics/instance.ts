/**
 * INSTANCE: the definitions of a module with expressions in the place of its constants and variables.
 *
 * An instance makes copies of definitions only when somebody refers to them, and their bodies only when somebody
 * looks: a module that is instanced in several ways, by modules that are themselves instanced in several ways, costs
 * no more than what is really used of it.
 */
import type { Span } from "../syntax/source.js";
import {
  asArgument,
  type Constant,
  type Core,
  type CoreArgument,
  type Definition,
  isOperatorArgument,
  type Level,
  type Local,
  type OperatorArgument,
  type ReplacedVariable,
  type Variable,
} from "./core.js";
import { TextDefinition } from "./definitions.js";
import type { ModuleMeaning } from "./entities.js";
import { Rewriter } from "./rewrite.js";

/** What an instance puts in the place of a declared name. */
export type Substitution = ReadonlyMap<Constant | Variable, CoreArgument>;

/** Variables of a module that stay variables where they are bound, by those of the module's text. */
type OwnVariables = ReadonlyMap<Variable, Variable>;

/** A variable that has a value only within ENABLED or `\cdot`. */
class OwnVariable implements Variable {
  readonly name: string;
  readonly display: string;
  readonly span: Span;

  constructor(
    variable: Variable,
    private readonly registry: InstanceRegistry,
    private readonly number: number,
  ) {
    this.name = variable.name;
    this.display = variable.name;
    this.span = variable.span;
  }

  /** Behind the variables of the model. */
  get index(): number {
    return this.registry.variables() + this.number;
  }
}

/** One `INSTANCE M WITH …`, or one seen through another: `I!J`. */
export class InstanceContext {
  private readonly copies = new Map<Definition, InstanceCopy>();
  private readonly seen = new Map<InstanceContext, InstanceContext>();
  private readonly binders = new Map<OwnVariables, InstanceContext>();
  #own: OwnVariables | null = null;
  #substitution: Substitution | null = null;

  constructor(
    /** The module instanced. */
    readonly module: ModuleMeaning,
    /** The module in whose text the INSTANCE stands. */
    readonly home: ModuleMeaning,
    /** What comes before a definition's name: `I!`, `I!J!`, or nothing for a nameless INSTANCE. */
    readonly prefix: string,
    /** The parameters of the instance's own definition: `x` for `I(x) == INSTANCE …`. */
    readonly ownParams: readonly Local[],
    private readonly written: Substitution,
    /** Where the copies go if the INSTANCE stands in a LET: the LET's definitions. */
    readonly sink: CopySink | null,
    readonly span: Span,
    readonly registry: InstanceRegistry,
    /** For `I!J`: the instance J as it stands in the module that I instances, and I. */
    readonly through: { readonly inner: InstanceContext; readonly by: InstanceContext } | null = null,
    /** For a context with variables of its own: the same without. */
    private readonly bound: { readonly plain: InstanceContext; readonly own: OwnVariables } | null = null,
  ) {}

  /** All parameters of a copy that come before the definition's own, outermost instance first. */
  get params(): readonly Local[] {
    return this.through === null ? this.ownParams : [...this.through.by.params, ...this.ownParams];
  }

  /** What the INSTANCE's own text puts in the place of declared names; for `I!J`, J's text, carried over by I. */
  get substitution(): Substitution {
    if (this.#substitution === null) {
      if (this.through === null) this.#substitution = this.written;
      else {
        const rewriter = new InstanceRewriter(this.through.by);
        this.#substitution = new Map(
          [...this.written].map(([declared, argument]) => [declared, rewriter.substitute(argument)]),
        );
      }
    }
    return this.#substitution;
  }

  /** What stands for a declared name here; null if this instance does not replace it. */
  substituted(declared: Constant | Variable): CoreArgument | null {
    const own = this.bound?.own.get(declared as Variable);
    if (own !== undefined) return { kind: "variable", variable: own, span: this.span };
    return this.substitution.get(declared) ?? this.through?.by.substituted(declared) ?? null;
  }

  /** The variables that are replaced here, by this instance or one that it is seen through. */
  private variables(): ReadonlyMap<Variable, Core> {
    const found = new Map<Variable, Core>(this.through?.by.variables());
    for (const variable of this.module.variables) {
      const value = this.substituted(variable);
      if (value !== null && !isOperatorArgument(value)) found.set(variable, value);
    }
    return found;
  }

  /**
   * Where variables are bound, in ENABLED and `\cdot`, an expression cannot take their place: there they stay
   * variables, unless they only get other names.
   * @returns null where they do.
   */
  binding(): { readonly context: InstanceContext; readonly replaced: readonly ReplacedVariable[] } | null {
    const variables = this.variables();
    const names = new Set<Variable>();
    for (const value of variables.values()) if (value.kind === "variable") names.add(value.variable);
    if (names.size === variables.size) return null;
    this.#own ??= new Map([...variables.keys()].map((each) => [each, this.registry.ownVariable(each)]));
    const own = this.#own;
    const replaced = [...variables].map(([each, value]) => ({ variable: own.get(each)!, value }));
    return { context: this.withOwn(own), replaced };
  }

  /** The same context with variables of its own for those that it replaces. */
  private withOwn(own: OwnVariables): InstanceContext {
    let context = this.binders.get(own);
    if (context === undefined) {
      const through = this.through && { inner: this.through.inner, by: this.through.by.withOwn(own) };
      context = new InstanceContext(
        this.module,
        this.home,
        this.prefix,
        this.ownParams,
        this.written,
        this.sink,
        this.span,
        this.registry,
        through,
        { plain: this, own },
      );
      this.binders.set(own, context);
    }
    return context;
  }

  /**
   * What a definition that the instanced module's text refers to is here, and the instance parameters that a use
   * of it must pass on before the arguments of its own.
   */
  resolve(definition: Definition): { readonly definition: Definition; readonly params: readonly Local[] } {
    if (definition.scope === "local") return { definition, params: [] };
    if (definition instanceof InstanceCopy) {
      const seen = this.see(definition.context);
      if (seen === null) return { definition, params: [] };
      // The use already passes what the inner instance's own parameters need.
      return { definition: seen.context.copy(definition.original), params: seen.by.params };
    }
    if (definition instanceof TextDefinition && !definition.home.standard) {
      if (this.module.owns(definition.home))
        return { definition: this.copy(definition), params: this.params };
      if (this.through !== null) return this.through.by.resolve(definition);
    }
    return { definition, params: [] };
  }

  /** This instance's copy of a definition of the module instanced. */
  copy(original: Definition): InstanceCopy {
    let copy = this.copies.get(original);
    if (copy === undefined) {
      copy = new InstanceCopy(original, this);
      this.copies.set(original, copy);
      this.sink?.add(copy);
    }
    return copy;
  }

  /**
   * An instance that stands in the module instanced, as it is seen from outside, and the part of this instance
   * whose module's text it stands in; null if it does not stand in any.
   */
  see(inner: InstanceContext): { readonly context: InstanceContext; readonly by: InstanceContext } | null {
    if (inner.bound !== null) {
      const outer = this.see(inner.bound.plain);
      return outer && { context: outer.context.withOwn(inner.bound.own), by: outer.by };
    }
    if (inner.through !== null) {
      // inner is J!K: seen through I it is (I!J)!K.
      const outer = this.see(inner.through.by);
      return outer && { context: outer.context.see(inner.through.inner)!.context, by: outer.by };
    }
    if (!this.module.owns(inner.home)) return this.through?.by.see(inner) ?? null;
    let context = this.seen.get(inner);
    if (context === undefined) {
      context = new InstanceContext(
        inner.module,
        this.home,
        this.prefix + inner.prefix,
        inner.ownParams,
        inner.written,
        this.sink,
        inner.span,
        this.registry,
        { inner, by: this },
      );
      this.seen.set(inner, context);
    }
    return { context, by: this };
  }
}

/** Collects the copies that the instances of one LET make, and completes them. */
export class CopySink {
  private pending: InstanceCopy[] = [];

  constructor(private readonly definitions: Definition[]) {}

  add(copy: InstanceCopy): void {
    this.definitions.push(copy);
    this.pending.push(copy);
  }

  /** Makes the bodies of all copies, and of the copies that those need. */
  complete(): void {
    for (let copy = this.pending.pop(); copy !== undefined; copy = this.pending.pop()) void copy.body;
  }
}

/** What all instances of a program share. */
export class InstanceRegistry {
  /** The sinks of all LETs, in the order of the text. */
  private readonly sinks: CopySink[] = [];
  /** Tells the level of a copy, once the levels of all texts are known. */
  levelOf: (copy: InstanceCopy) => Level = (copy) => copy.original.level;

  /** How many variables the model has. */
  variables: () => number = () => 0;
  private owned = 0;

  /** A variable of an instance's own; see `InstanceContext.binding`. */
  ownVariable(variable: Variable): Variable {
    return new OwnVariable(variable, this, this.owned++);
  }

  /** A sink that adds to a LET's definitions. */
  open(definitions: Definition[]): CopySink {
    const sink = new CopySink(definitions);
    this.sinks.push(sink);
    return sink;
  }

  /** Completes all sinks; a LET is complete before any text that could copy it is. */
  complete(): void {
    for (const sink of this.sinks) sink.complete();
  }
}

/** A definition of a module, as an instance of the module makes it. */
export class InstanceCopy implements Definition {
  readonly name: string;
  readonly params: readonly Local[];
  readonly scope: "global" | "local";
  readonly recursive: boolean;
  readonly step = null;
  readonly span: Span;
  #body: Core | null = null;
  #level: Level | null = null;
  #replaced = false;
  #asWritten: InstanceCopy | null = null;

  constructor(
    readonly original: Definition,
    readonly context: InstanceContext,
  ) {
    this.name = context.prefix + original.name;
    this.params = [...context.params, ...original.params];
    this.scope = context.sink === null ? "global" : "local";
    this.recursive = original.recursive;
    this.span = original.span;
  }

  /** Whether the configuration has put something in the place of what the original says. */
  get replaced(): boolean {
    return this.#replaced;
  }

  /** Whether it says something else than the original, because of what the configuration replaces. */
  get differs(): boolean {
    return this.#replaced || isReplaced(this.original);
  }

  /**
   * The copy as the instanced module's own text sees it. What the configuration puts in the place of `I!Op` counts, as
   * in TLC, only where that is named outside: the other definitions of I know Op, not `I!Op`.
   */
  get asWritten(): InstanceCopy {
    if (!this.#replaced) return this;
    this.#asWritten ??= new InstanceCopy(this.original, this.context);
    return this.#asWritten;
  }

  get level(): Level {
    this.#level ??= this.context.registry.levelOf(this);
    return this.#level;
  }

  set level(level: Level) {
    this.#level = level;
  }

  get body(): Core {
    const { original } = this;
    const body = original instanceof TextDefinition ? original.written : original.body;
    this.#body ??= new InstanceRewriter(this.context).core(body);
    return this.#body;
  }

  set body(body: Core) {
    this.#body = body;
    this.#replaced = true;
  }
}

/** Carries a text of the module instanced over to the place of the instance. */
class InstanceRewriter extends Rewriter {
  constructor(private readonly context: InstanceContext) {
    super();
  }

  substitute(argument: CoreArgument): CoreArgument {
    return this.argument(argument);
  }

  protected override constant(core: Extract<Core, { kind: "constant" }>): Core {
    const replacement = this.context.substituted(core.constant);
    const args = this.rewriteArgs(core.args);
    if (replacement === null) return { ...core, args };
    return isOperatorArgument(replacement) ? applyOperator(replacement, args, core.span) : replacement;
  }

  protected override variable(core: Extract<Core, { kind: "variable" }>): Core {
    const replacement = this.context.substituted(core.variable);
    return replacement === null || isOperatorArgument(replacement) ? core : replacement;
  }

  protected override call(core: Extract<Core, { kind: "call" }>): Core {
    if (isReplaced(core.definition)) return super.call(core);
    const { definition, params } = this.context.resolve(core.definition);
    return {
      ...core,
      definition: asWritten(definition),
      args: [...params.map((p) => asArgument(p, core.span)), ...this.rewriteArgs(core.args)],
    };
  }

  protected override enabled(core: Extract<Core, { kind: "enabled" }>): Core {
    const binding = this.context.binding();
    if (binding === null) return super.enabled(core);
    const within = new InstanceRewriter(binding.context);
    const replaced = [...this.replacedVariables(core.replaced), ...binding.replaced];
    return { ...core, action: within.core(core.action), replaced };
  }

  protected override compose(core: Extract<Core, { kind: "compose" }>): Core {
    const binding = this.context.binding();
    if (binding === null) return super.compose(core);
    const within = new InstanceRewriter(binding.context);
    const replaced = [...this.replacedVariables(core.replaced), ...binding.replaced];
    return { ...core, first: within.core(core.first), second: within.core(core.second), replaced };
  }

  protected override operator(argument: OperatorArgument): CoreArgument {
    switch (argument.kind) {
      case "operatorDefinition": {
        if (isReplaced(argument.definition)) return argument;
        const { definition, params } = this.context.resolve(argument.definition);
        return passDefinition(
          asWritten(definition),
          params.map((p) => asArgument(p, argument.span)),
          argument.span,
        );
      }
      case "operatorConstant":
        return this.context.substituted(argument.constant) ?? argument;
      default:
        return super.operator(argument);
    }
  }
}

/** Whether the configuration has put something of the root module in the place of a name. */
function isReplaced(definition: Definition): boolean {
  return definition instanceof TextDefinition && definition.replaced;
}

function asWritten(definition: Definition): Definition {
  return definition instanceof InstanceCopy ? definition.asWritten : definition;
}

/** A definition passed as an operator, its first parameters given already. */
export function passDefinition(
  definition: Definition,
  given: readonly CoreArgument[],
  span: Span,
): OperatorArgument {
  if (given.length === 0) return { kind: "operatorDefinition", definition, span };
  const params = definition.params
    .slice(given.length)
    .map((p) => ({ name: p.name, arity: p.arity, span: p.span }));
  const body: Core = {
    kind: "call",
    definition,
    args: [...given, ...params.map((p) => asArgument(p, span))],
    span,
  };
  return { kind: "lambda", params, body, span };
}

/** The use of an operator that was passed by name. */
export function applyOperator(operator: OperatorArgument, args: readonly CoreArgument[], span: Span): Core {
  switch (operator.kind) {
    case "operatorDefinition":
      return { kind: "call", definition: operator.definition, args, span };
    case "operatorLocal":
      return { kind: "local", local: operator.local, args, span };
    case "operatorConstant":
      return { kind: "constant", constant: operator.constant, args, span };
    case "operatorNative":
      return { kind: "native", key: operator.key, args, span };
    case "operatorBuiltin":
      return {
        kind: "builtin",
        op: operator.op,
        args: args.filter((arg): arg is Core => !isOperatorArgument(arg)),
        span,
      };
    case "lambda": {
      const definition = new LambdaDefinition(operator.params, operator.body, operator.span);
      return { kind: "let", definitions: [definition], body: { kind: "call", definition, args, span }, span };
    }
    default:
      return operator satisfies never;
  }
}

/** A LAMBDA that is applied on the spot. */
class LambdaDefinition implements Definition {
  readonly name = "LAMBDA";
  readonly scope = "local";
  readonly recursive = false;
  readonly step = null;
  level: Level = 0;

  constructor(
    readonly params: readonly Local[],
    public body: Core,
    readonly span: Span,
  ) {}
}
