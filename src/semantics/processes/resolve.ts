/** Names in expressions of a spec: locals, `self`, locals of other processes, and values that the step has changed. */
import type {
  Expr,
  FieldAccess,
  OperatorDefinition,
  OperatorUse,
  Reference,
  SpecUnit,
} from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import { cpuBefore, THIS_CPU } from "./cpus.js";
import type { MemorySight } from "./memory-path.js";
import { asAccess, Views } from "./memory-view.js";
import { allDependencies, definedIn, freeNames } from "./names.js";
import {
  type Rewriting,
  rewrite,
  rewriteDefinition,
  rewriteInstance,
  rewriteStatement,
  type Scope,
} from "./rewrite.js";
import { substituteNames } from "./substitute.js";
import { apply, prime, ref } from "./tree.js";
import { reportUnknown, reportUnknownLocal } from "./unknown-names.js";
import { findOwner, type Owner, type StateVariable, type World } from "./world.js";

/** `seen(cpu, x)`: what a CPU sees of memory. */
const SEEN = "seen";

/** Where an expression stands. */
export interface Place {
  /** The process or procedure whose locals are seen bare. */
  readonly owner: Owner | null;
  /** What `self` means here; null where there is none. */
  readonly self: Expr | null;
  /** Variables that the step has already changed, by their names in the module: they are read primed. */
  readonly assigned: ReadonlyMap<string, Span>;
  /** Names bound by the statements around. */
  readonly scope: Scope;
  /** What is seen of shared variables; null: memory as it is. */
  readonly memory: MemorySight | null;
}

/** Outside all processes. */
export const outside: Place = {
  owner: null,
  self: null,
  assigned: new Map(),
  scope: new Map(),
  memory: null,
};

/** Turns expressions of the spec into expressions of the module. */
export class Resolver {
  /** Names in `model {…}` that some expression mentions: these need a constant. */
  readonly modelValuesUsed = new Set<string>();
  /** All names that were resolved; `Termination`, for one, is defined only if asked for. */
  readonly mentioned = new Set<string>();
  private readonly definitions = new Map<string, SpecUnit>();
  private readonly reads = new Map<SpecUnit, ReadonlySet<string>>();
  /** What CPUs see of memory; null where every store is visible at once. */
  readonly views: Views | null;

  constructor(readonly world: World) {
    this.views = world.memory && new Views(world.memory, (name, binder) => this.avoid(name, binder));
  }

  /** The expression as it stands in the module. */
  expr(expr: Expr, place: Place): Expr {
    const resolved = rewrite(expr, this.rewriting(place), place.scope);
    place.memory?.reads?.note(resolved);
    return resolved;
  }

  /** Whether a binder of this name in a step would catch something that it does not mean. */
  readonly avoid = (name: string, binder: Span | null): boolean =>
    name === "self" || this.avoidOutside(name, binder);

  /**
   * The same outside of steps. What is written in another file does not know the names of this spec: there a bound
   * name may be one of them. In the spec itself that is an error, as in any TLA+ module.
   */
  private readonly avoidOutside = (name: string, binder: Span | null): boolean =>
    this.world.generated.has(name) ||
    (binder?.source !== this.world.source && (this.world.known.has(name) || this.world.globals.has(name)));

  /** A unit outside all processes as it stands in the module. Definitions must all pass here before any step. */
  unit<T extends SpecUnit>(unit: T): T;
  unit(unit: SpecUnit): SpecUnit {
    const resolved = this.resolveUnit(unit);
    for (const name of definedIn(resolved, this.world.program)) this.definitions.set(name, resolved);
    return resolved;
  }

  private resolveUnit(unit: SpecUnit): SpecUnit {
    const how = this.rewriting(outside);
    switch (unit.kind) {
      case "definition":
      case "functionDefinition":
      case "instanceDefinition":
        return rewriteDefinition(unit, how);
      case "instance":
        return { ...unit, instance: rewriteInstance(unit.instance, how) };
      case "assume":
      case "claim":
        return { ...unit, body: rewrite(unit.body, how) };
      case "theorem":
        // A proof speaks of the spec as it is written, not of its translation.
        return { ...unit, statement: rewriteStatement(unit.statement, how), proof: null };
      default:
        return unit;
    }
  }

  private rewriting(place: Place): Rewriting {
    return {
      avoid: place.self === null ? this.avoidOutside : this.avoid,
      visit: (node, scope, again) => {
        const seen = this.seen(node, place, scope, again);
        if (seen !== undefined) return seen;
        if (node.kind === "field") return this.outsideLocal(node, place, scope, again);
        return node.kind === "reference" && node.path.length === 0
          ? this.reference(node, place, scope, again)
          : this.use(node, place, scope, again);
      },
    };
  }

  private reference(
    node: Reference,
    place: Place,
    scope: Scope,
    again: (part: Expr) => Expr,
  ): Expr | undefined {
    const { name, span } = node;
    this.mentioned.add(name);
    const local = place.owner?.locals.get(name);
    if (local !== undefined) {
      const value = this.read(local, place, span);
      return local.perProcess && place.self !== null ? apply(value, place.self, span) : value;
    }
    if (name === "self" && place.self !== null) return place.self;
    if (name === THIS_CPU && place.self !== null && !this.world.known.has(name))
      return this.thisCpu(place, span);
    if (name === SEEN && node.args.length > 0 && !this.world.known.has(name))
      return this.seenBy(node, place, scope, again);
    const global = this.world.globals.get(name);
    if (global !== undefined) return this.read(global, place, span);

    const owner = findOwner(this.world, name);
    if (owner !== undefined) return { ...node, name: owner.definition, args: node.args.map(again) };
    if (this.world.known.has(name)) return this.use(node, place, scope, again);
    if (this.world.modelValues.has(name)) this.modelValuesUsed.add(name);
    else reportUnknown(name, span, place.owner, this.world);
    return undefined;
  }

  /** A variable where it is read: its old value, or the new one if the step has changed it. */
  private read(variable: StateVariable, place: Place, span: Span): Expr {
    const plain = ref(variable.name, span);
    return place.assigned.has(variable.name) ? prime(plain, span) : plain;
  }

  /** A shared variable as the CPU of this place sees it. */
  private seen(node: Expr, place: Place, scope: Scope, again: (part: Expr) => Expr): Expr | undefined {
    if (place.memory === null || this.views === null) return undefined;
    if (node.kind === "operator" && node.op === "DOMAIN") return this.domain(node, scope);
    const access = asAccess(node);
    if (access === null || scope.has(access.name) || !this.isShared(access.name)) return undefined;
    place.memory.touch(node.span);
    // Given a value in this step by an `rmw`: memory has it already, but another CPU may look past it.
    const { buffer, reads } = place.memory;
    if (!place.assigned.has(access.name)) return this.views.read(access, buffer, again);
    return reads === null ? this.views.readNew(access, buffer, again, node.span) : undefined;
  }

  /** Stores to elements leave the domain as it is, so that asking for it reads none of them. */
  private domain(node: OperatorUse, scope: Scope): Expr | undefined {
    const access = asAccess(node.operands[0]!);
    if (access === null || access.parts.length > 0 || scope.has(access.name)) return undefined;
    return this.world.memory?.layouts.get(access.name)?.kind === "elements" ? node : undefined;
  }

  private isShared(name: string): boolean {
    return this.world.globals.get(name)?.shared === true;
  }

  private thisCpu(place: Place, span: Span): Expr {
    const { owner, self } = place;
    if (owner?.cpu) {
      const value = this.read(owner.cpu, place, span);
      return owner.cpu.perProcess ? apply(value, self!, span) : value;
    }
    if (owner?.kind === "procedure" && this.world.cpuOf !== null) this.mentioned.add(this.world.cpuOf);
    return owner === null ? self! : cpuBefore(owner, self!, this.world, span);
  }

  /** `seen(cpu, x[i])`: what that CPU would read, its own stores laid over memory. */
  private seenBy(node: Reference, place: Place, scope: Scope, again: (part: Expr) => Expr): Expr | undefined {
    const [cpu, what] = node.args;
    if (cpu === undefined || what === undefined || node.args.length > 2) {
      this.reportSeen("`seen` takes a CPU and a shared variable, an element or a field of one", node.span);
      return undefined;
    }
    const names = [...freeNames(what)].filter((name) => !scope.has(name));
    if (
      !names.some((name) => this.isShared(name) || [...this.readBy(name)].some((one) => this.isShared(one)))
    ) {
      this.reportSeen("`seen` asks what a CPU sees of memory, but nothing here is a `shared var`", what.span);
    }
    const { memory } = this.world;
    const index = again(cpu);
    if (memory === null) return again(what);
    const of =
      place.memory?.of.bind(place.memory) ??
      ((one: Expr, span: Span) => apply(ref(memory.buffer.name, span), one, span));
    const sight: MemorySight = { buffer: of(index, node.span), reads: null, of, touch: () => {} };
    return rewrite(what, this.rewriting({ ...place, memory: sight }), scope);
  }

  private reportSeen(message: string, span: Span): void {
    this.world.report({
      code: "P072",
      severity: "error",
      message,
      span,
      notes: ["write for example `seen(0, x)`, `seen(self, x[i].f)`"],
    });
  }

  /** `umount.sum`, `closer[t].held`, and `closer.held` for the function as a whole. */
  private outsideLocal(
    node: FieldAccess,
    place: Place,
    scope: Scope,
    again: (part: Expr) => Expr,
  ): Expr | undefined {
    const { record, span } = node;
    const base = record.kind === "application" && record.args.length === 1 ? record.fn : record;
    if (base.kind !== "reference" || base.path.length > 0 || base.args.length > 0) return undefined;
    if (scope.has(base.name) || place.owner?.locals.has(base.name) || this.world.globals.has(base.name)) {
      return undefined;
    }
    const owner = findOwner(this.world, base.name);
    if (owner === undefined) return undefined;
    const local = owner.locals.get(node.name.name);
    if (local === undefined) {
      reportUnknownLocal(owner, node, this.world);
      return ref("TRUE", span);
    }
    const value = this.read(local, place, span);
    if (record.kind !== "application") return value;
    if (!local.perProcess) {
      this.world.report({
        code: "P039",
        severity: "error",
        message: `process ${owner.name} has one instance, so its locals take no index`,
        span: record.span,
        notes: [`write \`${local.display}\``],
        fix: { span: record.span, text: owner.name },
      });
    }
    return apply(value, again(record.args[0]!), span);
  }

  /**
   * A use of a definition. If it reads a variable that the step has changed, its old text would give the old value,
   * so the definition's body is put in, reading the new one.
   */
  private use(node: Expr, place: Place, scope: Scope, again: (part: Expr) => Expr): Expr | undefined {
    switch (node.kind) {
      case "reference": {
        const name = node.path[0]?.name ?? node.name;
        if (scope.has(name)) return undefined;
        return this.newValue(node, this.changedIn(this.readBy(name), place), place, scope, again);
      }
      case "operator":
        if (scope.has(node.op)) return undefined;
        return this.newValue(node, this.changedIn(this.readBy(node.op), place), place, scope, again);
      case "let":
        for (const unit of node.units) {
          if (unit.kind !== "instanceDefinition") continue;
          this.reportOld(unit.name.name, unit.name.span, this.changedIn(this.readIn(unit), place), place);
        }
        return undefined;
      default:
        return undefined;
    }
  }

  private newValue(
    node: Reference | OperatorUse,
    changed: readonly string[],
    place: Place,
    scope: Scope,
    again: (part: Expr) => Expr,
  ): Expr | undefined {
    if (changed.length === 0) return undefined;
    const name =
      node.kind === "operator" ? node.op : [...node.path.map((step) => step.name), node.name].join("!");
    const args = (node.kind === "operator" ? node.operands : node.args).map(again);
    const unit = this.definitions.get(name);
    const expanded = unit?.kind === "definition" ? this.unfold(unit, args, place, scope) : null;
    if (expanded !== null) return expanded;
    if (node.kind === "reference" && this.isAllNew(node, place)) return prime(node, node.span);
    this.reportOld(name, node.span, changed, place);
    return undefined;
  }

  /** Whether a use without arguments reads no variable but changed ones: then its own new value is meant. */
  private isAllNew({ path, name, args }: Reference, place: Place): boolean {
    const unit = this.definitions.get(name);
    if (args.length > 0 || path.some((step) => step.args.length > 0)) return false;
    if (path.length === 0 && unit?.kind === "definition" && unit.params.length > 0) return false;
    const reads = this.readBy(path[0]?.name ?? name);
    return this.world.variables.every(
      (variable) => place.assigned.has(variable.name) || !reads.has(variable.name),
    );
  }

  private unfold(unit: OperatorDefinition, args: readonly Expr[], place: Place, around: Scope): Expr | null {
    if (this.readBy(unit.name.name).has(unit.name.name) || unit.params.length !== args.length) return null;
    if (unit.params.some(({ arity }) => arity > 0)) return null;
    // An EXCEPT in the body would catch it.
    if (args.some((arg) => freeNames(arg).has("@"))) return null;
    const bound = new Set(around.values());
    const avoid: Rewriting["avoid"] = (name, binder) => this.avoid(name, binder) || bound.has(name);
    const params = new Map(unit.params.map(({ name }) => [name, name]));
    const body = rewrite(
      unit.body,
      {
        avoid,
        visit: (node, scope, again) =>
          this.seen(node, place, scope, again) ??
          (node.kind === "reference" && node.path.length === 0 && place.assigned.has(node.name)
            ? prime(node, node.span)
            : this.use(node, place, new Map([...around, ...scope]), again)),
      },
      params,
    );
    return substituteNames(body, new Map(unit.params.map(({ name }, i) => [name, args[i]!])), avoid);
  }

  private changedIn(reads: ReadonlySet<string>, place: Place): readonly string[] {
    const names = new Set(place.assigned.keys());
    if (place.memory !== null) for (const name of this.world.memory?.layouts.keys() ?? []) names.add(name);
    return [...names].filter((name) => reads.has(name));
  }

  private reportOld(name: string, span: Span, changed: readonly string[], place: Place): void {
    if (changed.length === 0) return;
    const shared = changed.filter((one) => this.isShared(one));
    if (place.memory !== null && shared.length > 0) {
      this.world.report({
        code: "P067",
        severity: "error",
        message: `\`${name}\` reads ${shared.join(", ")}, but not as this step's CPU sees it`,
        span,
        notes: [
          "a recursive definition, or one of an instance, cannot be told of store buffers",
          "hand it what it reads as an argument, read in an `atomic` step",
        ],
      });
      return;
    }
    const names = changed.map((one) => this.displayOf(one)).join(", ");
    this.world.report({
      code: "P048",
      severity: "error",
      message: `\`${name}\` reads ${names}, which this step has already assigned`,
      span,
      notes: ["put a label in front of this statement, so that it sees the new value as a step of its own"],
    });
  }

  /** Everything that a definition refers to, directly or through other definitions; itself only if recursive. */
  private readBy(name: string): ReadonlySet<string> {
    const unit = this.definitions.get(name);
    if (unit === undefined) return NOTHING;
    const known = this.reads.get(unit);
    if (known !== undefined) return known;
    const found = this.readIn(unit);
    this.reads.set(unit, found);
    return found;
  }

  private readIn(unit: SpecUnit): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (one: SpecUnit | undefined): void => {
      if (one === undefined) return;
      for (const used of allDependencies(one, this.world.program)) {
        if (found.has(used)) continue;
        found.add(used);
        visit(this.definitions.get(used));
      }
    };
    visit(unit);
    return found;
  }

  private displayOf(name: string): string {
    return this.world.variables.find((variable) => variable.name === name)?.display ?? name;
  }
}

const NOTHING: ReadonlySet<string> = new Set();
