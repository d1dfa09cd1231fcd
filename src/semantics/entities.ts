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
import type { StatementMeaning } from "./proofs.js";
import type { WrittenRecord } from "./record-fields.js";
import { Scope } from "./scope.js";

/** A constant as a module declares it; the configuration gives it its binding. */
export class DeclaredConstant implements Constant {
  #binding: Constant["binding"];
  #bound = false;
  #same: DeclaredConstant | null = null;

  constructor(
    readonly name: string,
    readonly arity: number,
    readonly span: Span,
  ) {
    this.#binding = { kind: "value", value: modelValue(name) };
  }

  get binding(): Constant["binding"] {
    return this.#same?.binding ?? this.#binding;
  }

  /** Whether the configuration has bound it. */
  get bound(): boolean {
    return this.#same?.bound ?? this.#bound;
  }

  set bound(bound: boolean) {
    if (this.#same === null) this.#bound = bound;
    else this.#same.bound = bound;
  }

  bind(binding: Constant["binding"]): void {
    if (this.#same !== null) {
      this.#same.bind(binding);
      return;
    }
    this.#binding = binding;
    this.#bound = true;
  }

  /** Makes it one with another constant: a module extends two that declare the same name. */
  unify(other: DeclaredConstant): void {
    if (other !== this) this.#same = other;
  }
}

/** A variable as a module declares it; those of the root module get their slots when the model is built. */
export class DeclaredVariable implements Variable {
  #index = -1;
  #display: string;
  #same: DeclaredVariable | null = null;

  constructor(
    readonly name: string,
    readonly span: Span,
  ) {
    this.#display = name;
  }

  get index(): number {
    return this.#same?.index ?? this.#index;
  }

  set index(index: number) {
    this.#index = index;
  }

  get display(): string {
    return this.#same?.display ?? this.#display;
  }

  set display(display: string) {
    this.#display = display;
  }

  /** Makes it one with another variable: a module extends two that declare the same name. */
  unify(other: DeclaredVariable): void {
    if (other !== this) this.#same = other;
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
  /** The name gives way to another meaning where one is declared: see `handsOnQuietly`. */
  readonly yielding?: boolean;
}

/** A formula of a module with its name: an assumption. */
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
  /** Its own AXIOMs: they are not evaluated, as with TLC. */
  readonly axioms: Fact[] = [];
  /** Only its own, with their proofs. */
  readonly theorems: StatementMeaning[] = [];
  /** What its USE and HIDE list. */
  readonly listed: Core[] = [];
  /** Definitions that stand in its own text outside of any LET. */
  readonly definitions: TextDefinition[] = [];
  /** Definitions that stand in its proofs. */
  readonly proofDefinitions: TextDefinition[] = [];
  /** The parameters of all operators, LAMBDAs and instances in its own text. */
  readonly parameters: Local[] = [];
  /** The records and sets of records in its own text. */
  readonly records: WrittenRecord[] = [];
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

/** Whether both are theorems, assumptions or steps of proofs: a name may be given to several, and the first counts. */
export function areFacts(a: Entity, b: Entity): boolean {
  return isFact(a) && isFact(b);
}

function isFact(entity: Entity): boolean {
  return entity.kind === "definition" && (entity.definition as Partial<TextDefinition>).fact === true;
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
