/** Names in expressions of a spec: locals, `self`, locals of other processes, and values that the step has changed. */
import type {
  Expr,
  FieldAccess,
  OperatorDefinition,
  OperatorUse,
  Reference,
  SpecUnit,
} from "../../syntax/ast.js";
import { nearest } from "../../syntax/nearest.js";
import { location, type Span } from "../../syntax/source.js";
import { allDependencies, definedIn, freeNames } from "./names.js";
import { type Rewriting, rewrite, rewriteDefinition, rewriteInstance, type Scope } from "./rewrite.js";
import { substituteNames } from "./substitute.js";
import { apply, prime, ref } from "./tree.js";
import { findOwner, type Owner, type StateVariable, type World } from "./world.js";

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
}

/** Outside all processes. */
export const outside: Place = { owner: null, self: null, assigned: new Map(), scope: new Map() };

/** Turns expressions of the spec into expressions of the module. */
export class Resolver {
  /** Names in `model {…}` that some expression mentions: these need a constant. */
  readonly modelValuesUsed = new Set<string>();
  /** All names that were resolved; `Termination`, for one, is defined only if asked for. */
  readonly mentioned = new Set<string>();
  private readonly definitions = new Map<string, SpecUnit>();
  private readonly reads = new Map<SpecUnit, ReadonlySet<string>>();

  constructor(readonly world: World) {}

  /** The expression as it stands in the module. */
  expr(expr: Expr, place: Place): Expr {
    return rewrite(expr, this.rewriting(place), place.scope);
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
        return { ...unit, statement: unit.statement && rewrite(unit.statement, how) };
      default:
        return unit;
    }
  }

  private rewriting(place: Place): Rewriting {
    return {
      avoid: place.self === null ? this.avoidOutside : this.avoid,
      visit: (node, scope, again) => {
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
    const global = this.world.globals.get(name);
    if (global !== undefined) return this.read(global, place, span);

    const owner = findOwner(this.world, name);
    if (owner !== undefined) return { ...node, name: owner.definition, args: node.args.map(again) };
    if (this.world.known.has(name)) return this.use(node, place, scope, again);
    if (this.world.modelValues.has(name)) this.modelValuesUsed.add(name);
    else this.reportUnknown(name, span, place);
    return undefined;
  }

  /** A variable where it is read: its old value, or the new one if the step has changed it. */
  private read(variable: StateVariable, place: Place, span: Span): Expr {
    const plain = ref(variable.name, span);
    return place.assigned.has(variable.name) ? prime(plain, span) : plain;
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
      this.reportUnknownLocal(owner, node);
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
          this.reportOld(unit.name.name, unit.name.span, this.changedIn(this.readIn(unit), place));
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
    this.reportOld(name, node.span, changed);
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
          node.kind === "reference" && node.path.length === 0 && place.assigned.has(node.name)
            ? prime(node, node.span)
            : this.use(node, place, new Map([...around, ...scope]), again),
      },
      params,
    );
    return substituteNames(body, new Map(unit.params.map(({ name }, i) => [name, args[i]!])), avoid);
  }

  private changedIn(reads: ReadonlySet<string>, place: Place): readonly string[] {
    return [...place.assigned.keys()].filter((name) => reads.has(name));
  }

  private reportOld(name: string, span: Span, changed: readonly string[]): void {
    if (changed.length === 0) return;
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

  private reportUnknownLocal(owner: Owner, node: FieldAccess): void {
    const names = [...owner.locals.keys()];
    const guess = nearest(node.name.name, names);
    this.world.report({
      code: "P039",
      severity: "error",
      message: `${owner.kind} ${owner.name} has no local \`${node.name.name}\``,
      span: node.name.span,
      ...(guess === undefined
        ? { notes: [names.length === 0 ? "it has no locals" : `its locals are ${names.join(", ")}`] }
        : { notes: [`did you mean \`${guess}\`?`], fix: { span: node.name.span, text: guess } }),
    });
  }

  /**
   * A name that nothing outside the processes defines. Where it looks like a local, the elaborator's answer would
   * be of little help: it knows only what the translation calls the local.
   */
  private reportUnknown(name: string, span: Span, place: Place): void {
    if (BUILT_IN.has(name) || this.world.generated.has(name)) return;
    const { report } = this.world;
    const owners: readonly Owner[] = [...this.world.processes, ...this.world.procedures];
    const owner = owners.find((candidate) => candidate.locals.has(name));
    const guess = nearest(name, place.owner?.locals.keys() ?? []);
    if (owner !== undefined) {
      const variable = owner.locals.get(name)!;
      const written = variable.perProcess ? `${owner.name}[p].${name}` : `${owner.name}.${name}`;
      report({
        code: "P041",
        severity: "error",
        message: `\`${name}\` is a local of ${owner.kind} ${owner.name} and not seen here under that name`,
        span,
        notes: [
          `from outside it is \`${written}\``,
          `it is declared at ${location(variable.declarator.span)}`,
        ],
        ...(!variable.perProcess && { fix: { span, text: written } }),
      });
    } else if (name === "self" && owners.length > 0) {
      report({
        code: "P041",
        severity: "error",
        message: "`self` has a meaning only inside a process or procedure",
        span,
        notes: ["give the definition a parameter, and `self` as its argument where a process uses it"],
      });
    } else if (guess !== undefined) {
      report({
        code: "P041",
        severity: "error",
        message: `there is no \`${name}\` in ${place.owner?.kind} ${place.owner?.name}, nor outside`,
        span,
        notes: [`did you mean \`${guess}\`?`],
        fix: { span, text: guess },
      });
    }
  }
}

/** Names that are there in every module. */
const BUILT_IN: ReadonlySet<string> = new Set(["TRUE", "FALSE", "BOOLEAN", "STRING"]);

const NOTHING: ReadonlySet<string> = new Set();
