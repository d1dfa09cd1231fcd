/**
 * What names stand for while modules are elaborated. These are the growing, mutable forms of what `core.ts` shows to
 * everybody else: constants get their values and definitions their bodies only after others have referred to them.
 */
import type { Module } from "../syntax/ast.js";
import type { Span } from "../syntax/source.js";
import { modelValue } from "../values/index.js";
import type { Constant, Core, Definition, Local, Variable } from "./core.js";
import type { TextDefinition } from "./definitions.js";
import type { InstanceContext } from "./instance.js";
import { Scope } from "./scope.js";

/** A constant as a module declares it; the configuration gives it its binding. */
export class DeclaredConstant implements Constant {
  binding: Constant["binding"];
  /** Whether the configuration has bound it. */
  bound = false;

  constructor(
    readonly name: string,
    readonly arity: number,
    readonly span: Span,
  ) {
    this.binding = { kind: "value", value: modelValue(name) };
  }

  bind(binding: Constant["binding"]): void {
    this.binding = binding;
    this.bound = true;
  }
}

/** A variable as a module declares it; those of the root module get their slots when the model is built. */
export class DeclaredVariable implements Variable {
  index = -1;
  display: string;

  constructor(
    readonly name: string,
    readonly span: Span,
  ) {
    this.display = name;
  }
}

/** An operator that the evaluator computes itself. */
export interface NativeOperator {
  readonly key: string;
  readonly name: string;
  /** The arity of each parameter: 0 for a value. */
  readonly parameters: readonly number[];
}

export type Entity =
  | { readonly kind: "constant"; readonly constant: DeclaredConstant }
  | { readonly kind: "variable"; readonly variable: DeclaredVariable }
  | { readonly kind: "definition"; readonly definition: Definition }
  | { readonly kind: "native"; readonly native: NativeOperator }
  | { readonly kind: "local"; readonly local: Local }
  | { readonly kind: "instance"; readonly context: InstanceContext };

/** A name's entry in a scope. */
export interface Entry {
  readonly name: string;
  readonly entity: Entity;
  /** LOCAL: not handed on by EXTENDS and INSTANCE. */
  readonly local: boolean;
  /** The module in whose text it was declared or defined; null for names bound within an expression. */
  readonly origin: ModuleMeaning | null;
  readonly span: Span;
}

/** A formula of a module with its name: an assumption or a theorem. */
export interface Fact {
  readonly name: string | null;
  readonly body: Core;
  readonly span: Span;
}

/** A module after elaboration. */
export class ModuleMeaning {
  readonly scope: Scope<Entry>;
  /** The module itself and all that it extends, directly or not. */
  readonly family = new Set<ModuleMeaning>([this]);
  /** Declared here or in an extended module, in the order of declaration. */
  readonly constants: DeclaredConstant[] = [];
  readonly variables: DeclaredVariable[] = [];
  /** Its own and those of the modules it extends. */
  readonly assumptions: Fact[] = [];
  /** Only its own. */
  readonly theorems: Fact[] = [];
  /** Definitions that stand in its own text outside of any LET. */
  readonly definitions: TextDefinition[] = [];
  /** The parameters of all operators, LAMBDAs and instances in its own text. */
  readonly parameters: Local[] = [];
  /** Instances that its own text makes, those in LETs too. */
  readonly instances: InstanceContext[] = [];
  readonly nested = new Map<string, ModuleMeaning>();
  /** Names that the text defines further down than elaboration has come. */
  readonly upcoming = new Map<string, Span>();

  constructor(
    readonly module: Module,
    /** One of the modules that come with the tool. */
    readonly standard: boolean,
    /** The module that it is nested in. */
    readonly outer: ModuleMeaning | null,
  ) {
    this.scope = new Scope<Entry>(outer?.scope ?? null);
  }

  get name(): string {
    return this.module.name.name;
  }

  /** Whether a module's text is part of this module's: itself, one it extends, or one nested in these. */
  owns(other: ModuleMeaning): boolean {
    return this.family.has(other) || (other.outer !== null && this.owns(other.outer));
  }

  /** What others see of it: everything that is not LOCAL. */
  exports(name: string): Entry | null {
    const entry = this.scope.own(name);
    return entry === null || entry.local ? null : entry;
  }
}

/** How many arguments a use of an entity takes. */
export function arityOf(entity: Entity): number {
  switch (entity.kind) {
    case "constant":
      return entity.constant.arity;
    case "variable":
      return 0;
    case "definition":
      return entity.definition.params.length;
    case "native":
      return entity.native.parameters.length;
    case "local":
      return entity.local.arity;
    case "instance":
      return entity.context.ownParams.length;
    default:
      return entity satisfies never;
  }
}

/** Whether two entries stand for the very same thing. */
export function sameEntity(a: Entity, b: Entity): boolean {
  switch (a.kind) {
    case "constant":
      return b.kind === "constant" && a.constant === b.constant;
    case "variable":
      return b.kind === "variable" && a.variable === b.variable;
    case "definition":
      return b.kind === "definition" && a.definition === b.definition;
    case "native":
      return b.kind === "native" && a.native.key === b.native.key;
    case "local":
      return b.kind === "local" && a.local === b.local;
    case "instance":
      return b.kind === "instance" && a.context === b.context;
    default:
      return a satisfies never;
  }
}
