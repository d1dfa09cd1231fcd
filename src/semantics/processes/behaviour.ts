/** Init, Next and Spec of a spec with processes. */
import type { Expr, OperatorDefinition, VarDeclarator } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import { type Actions, stepDefinition } from "./actions.js";
import { calledProcedures } from "./called.js";
import { assertListed, beginsAnywhere, cpuBefore } from "./cpus.js";
import { DONE } from "./labels.js";
import type { Buffers } from "./memory-flush.js";
import { freeNames } from "./names.js";
import { outside, type Place, type Resolver } from "./resolve.js";
import { freshName } from "./rewrite.js";
import {
  apply,
  definition,
  functionOn,
  infix,
  junction,
  named,
  prefix,
  quantifier,
  ref,
  set,
  text,
  tuple,
  unchanged,
} from "./tree.js";
import {
  DEFAULT_VALUE,
  type LocalVariable,
  type Owner,
  type ProcedureOwner,
  type ProcessOwner,
  type World,
} from "./world.js";

/** The definitions of a spec's behaviour. */
export class Behaviour {
  private readonly world: World;

  /**
   * @param actions what the steps of every process and procedure do.
   * @param buffers the store buffers, if there are any. @param span of the spec's name.
   */
  constructor(
    private readonly resolver: Resolver,
    private readonly actions: ReadonlyMap<Owner, Actions>,
    private readonly buffers: Buffers | null,
    private readonly span: Span,
  ) {
    this.world = resolver.world;
  }

  /** `vars == <<…>>` and `ProcSet == …`. */
  frame(): readonly OperatorDefinition[] {
    const { span } = this;
    const names = this.world.variables.map((variable) => ref(variable.name, span));
    const sets = this.world.processes.map((process) => this.identities(process));
    const all = sets.reduce((left, right) => infix("\\cup", left, right, span));
    return [definition("vars", [], tuple(names, span), span), definition("ProcSet", [], all, span)];
  }

  /** `Init`: the variables' first values; no procedure is under way, every process is at its first step. */
  init(globals: readonly VarDeclarator[]): OperatorDefinition {
    const { span } = this;
    const { processes, procedures } = this.world;
    const all = ref("ProcSet", span);
    const items: Expr[] = globals.map((declarator) =>
      this.firstValue(declarator.name.name, declarator, outside),
    );
    for (const process of processes) {
      for (const local of process.locals.values()) items.push(this.processLocal(process, local));
      const listed = this.beginsOnListed(process);
      if (listed !== null) items.push(listed);
    }
    for (const procedure of procedures) {
      for (const local of procedure.locals.values()) items.push(this.procedureLocal(procedure, local));
    }
    if (procedures.length > 0) {
      items.push(infix("=", ref("stack", span), functionOn("self", all, tuple([], span), span), span));
    }
    if (this.buffers !== null) items.push(this.buffers.init());
    items.push(infix("=", ref("pc", span), functionOn("self", all, this.firstStep(), span), span));
    return definition("Init", [], junction("/\\", items, span), span);
  }

  /** A process begins on a CPU that there is. */
  private beginsOnListed(process: ProcessOwner): Expr | null {
    const { cpu, name, hasSelf, unit } = process;
    if (cpu === null || !beginsAnywhere(process)) return null;
    const { span } = cpu;
    const doing = `${name} runs on`;
    if (!hasSelf)
      return assertListed(cpuBefore(process, process.self, this.world, span), doing, this.world, span);
    const self = ref("self", unit.name.span);
    const listed = assertListed(cpuBefore(process, self, this.world, span), doing, this.world, span);
    return listed && quantifier("forall", named("self", span), this.identities(process), listed, span);
  }

  /** A process's steps joined, after the definitions of the steps themselves. */
  steps(owner: Owner): readonly OperatorDefinition[] {
    const { span } = owner.unit.name;
    const definitions = [...this.actions.get(owner)!.definitions].map(([step, body]) =>
      stepDefinition(owner, step, body),
    );
    const args = owner.hasSelf ? [ref("self", span)] : [];
    const items = definitions.map(({ name }) => ref(name.name, span, args));
    return [
      ...definitions,
      definition(owner.definition, owner.hasSelf ? ["self"] : [], any(items, span), span),
    ];
  }

  /**
   * `Terminating`, a step that changes nothing, so that the end is no deadlock: every process is done or rests.
   * Null where that can never be.
   */
  terminating(name: string): OperatorDefinition | null {
    const { span } = this;
    const values = this.world.processes.map((process) => this.finalSteps(process));
    const [first] = values;
    if (first === undefined || values.some((one) => one.length === 0)) return null;
    const alike = values.every((one) => one.join() === first.join());
    const items = alike
      ? [
          quantifier(
            "forall",
            named("self", span),
            ref("ProcSet", span),
            at(ref("self", span), first, span),
            span,
          ),
        ]
      : this.world.processes.map((process, i) => this.forAll(process, (self) => at(self, values[i]!, span)));
    return definition(name, [], junction("/\\", [...items, unchanged(["vars"], span)], span), span);
  }

  /** `Next == umount \/ (\E self \in TASK : closer(self)) \/ …`. */
  next(terminating: OperatorDefinition | null): OperatorDefinition {
    const { span } = this;
    const items = this.world.processes.map((process) => {
      const at = process.unit.name.span;
      if (!process.hasSelf) return ref(process.definition, at);
      const step = ref(process.definition, at, [ref("self", at)]);
      return quantifier("exists", named("self", at), this.identities(process), step, at);
    });
    for (const { definition: name, unit } of this.world.procedures) {
      const at = unit.name.span;
      const step = ref(name, at, [ref("self", at)]);
      items.push(quantifier("exists", named("self", at), ref("ProcSet", at), step, at));
    }
    if (this.buffers !== null) items.push(this.buffers.step());
    if (terminating !== null) items.push(ref(terminating.name.name, span));
    return definition("Next", [], junction("\\/", items, span), span);
  }

  /** `Spec`, with the fairness of each process: of its own steps, and of the procedures that it may call. */
  spec(): OperatorDefinition {
    const { span } = this;
    const box: Expr = {
      kind: "actionBox",
      form: "box",
      action: ref("Next", span),
      subscript: ref("vars", span),
      span,
    };
    const items: Expr[] = [ref("Init", span), prefix("[]", box, span)];
    for (const process of this.world.processes) {
      const { fairness } = process.unit;
      if (fairness === "none") continue;
      const fair = (name: string, args: readonly Expr[]): Expr => {
        const at = process.unit.name.span;
        return {
          kind: "fairness",
          strength: fairness,
          subscript: ref("vars", at),
          action: ref(name, at, args),
          span: at,
        };
      };
      const called = calledProcedures(process.code, this.world.procedures);
      items.push(
        this.forAll(process, (self) =>
          all(
            [
              fair(process.definition, process.hasSelf ? [self] : []),
              ...called.map((procedure) => fair(procedure.definition, [self])),
            ],
            span,
          ),
        ),
      );
    }
    if (this.buffers !== null) items.push(this.buffers.fairness());
    return definition("Spec", [], junction("/\\", items, span), span);
  }

  /** `Termination`, for specs that ask for it. */
  termination(): OperatorDefinition {
    const { span } = this;
    const done = at(ref("self", span), [DONE], span);
    const everywhere = quantifier("forall", named("self", span), ref("ProcSet", span), done, span);
    return definition("Termination", [], prefix("<>", everywhere, span), span);
  }

  /** The values of `pc` with which a process may stay for ever. */
  private finalSteps(process: ProcessOwner): readonly string[] {
    const callees: readonly Owner[] = calledProcedures(process.code, this.world.procedures);
    const rests = [process, ...callees].flatMap((owner) =>
      owner.steps.filter((step) => step.rest).map((step) => step.pc),
    );
    return [...(this.actions.get(process)!.ends ? [DONE] : []), ...rests];
  }

  /** The set of a process's identities. */
  private identities(process: ProcessOwner): Expr {
    const { identity } = process.unit;
    const expr = this.resolver.expr(identity.expr, outside);
    return identity.kind === "in" ? expr : set([expr], identity.expr.span);
  }

  /** A formula about a process's identity, for all of them. */
  private forAll(process: ProcessOwner, formula: (self: Expr) => Expr): Expr {
    const { span } = process.unit.name;
    if (!process.hasSelf) return formula(this.resolver.expr(process.unit.identity.expr, outside));
    return quantifier(
      "forall",
      named("self", span),
      this.identities(process),
      formula(ref("self", span)),
      span,
    );
  }

  private firstStep(): Expr {
    const { span } = this;
    const self = ref("self", span);
    const { processes } = this.world;
    const first = (process: ProcessOwner): Expr => text(process.steps[0]?.pc ?? DONE, process.unit.name.span);
    const [only] = processes;
    if (only !== undefined && processes.length === 1) return first(only);
    return {
      kind: "case",
      arms: processes.map((process) => {
        const { identity, name } = process.unit;
        const expr = this.resolver.expr(identity.expr, outside);
        const guard = infix(identity.kind === "in" ? "\\in" : "=", self, expr, name.span);
        return { guard, body: first(process), span: name.span };
      }),
      other: null,
      span,
    };
  }

  private firstValue(name: string, { init, span }: VarDeclarator, place: Place): Expr {
    const value = init === null ? ref(DEFAULT_VALUE, span) : this.resolver.expr(init.expr, place);
    return infix(init?.kind === "in" ? "\\in" : "=", ref(name, span), value, span);
  }

  private processLocal(process: ProcessOwner, local: LocalVariable): Expr {
    const { declarator } = local;
    const { span, init } = declarator;
    const self = process.hasSelf ? process.self : this.resolver.expr(process.self, outside);
    const place: Place = { ...outside, owner: process, self };
    if (!process.hasSelf) return this.firstValue(local.name, declarator, place);
    const ids = this.identities(process);
    const value = init === null ? ref(DEFAULT_VALUE, span) : this.resolver.expr(init.expr, place);
    const variable = ref(local.name, span);
    if (init?.kind !== "in") return infix("=", variable, functionOn("self", ids, value, span), span);
    if (!freeNames(value).has("self")) {
      return infix("\\in", variable, { kind: "functionSet", domain: ids, range: value, span }, span);
    }
    // The choice depends on who chooses: of all functions, those that give each one of its own.
    const range = prefix(
      "UNION",
      { kind: "setMap", body: value, bounds: [{ patterns: [named("self", span)], set: ids, span }], span },
      span,
    );
    const f = freshName("f", (name) => this.resolver.avoid(name, null));
    const each = quantifier(
      "forall",
      named("self", span),
      ids,
      infix("\\in", apply(ref(f, span), ref("self", span), span), value, span),
      span,
    );
    const functions: Expr = { kind: "functionSet", domain: ids, range, span };
    return infix(
      "\\in",
      variable,
      { kind: "setFilter", pattern: named(f, span), set: functions, predicate: each, span },
      span,
    );
  }

  /**
   * Before any call a parameter has no value, and a local has the one that it starts with at a call. One that is
   * chosen at the call, or depends on parameters, has none either.
   */
  private procedureLocal(procedure: ProcedureOwner, local: LocalVariable): Expr {
    const { span, init } = local.declarator;
    const place: Place = { ...outside, owner: procedure, self: ref("self", span) };
    const known = init?.kind === "equals" && !overlaps(freeNames(init.expr), procedure.locals);
    const value = known ? this.resolver.expr(init.expr, place) : ref(DEFAULT_VALUE, span);
    return infix("=", ref(local.name, span), functionOn("self", ref("ProcSet", span), value, span), span);
  }
}

/** `pc[self]` is one of these. */
function at(self: Expr, values: readonly string[], span: Span): Expr {
  const pc = apply(ref("pc", span), self, span);
  const items = values.map((value) => text(value, span));
  return items.length === 1 ? infix("=", pc, items[0]!, span) : infix("\\in", pc, set(items, span), span);
}

/** Short formulas stay on one line. */
function any(items: readonly Expr[], span: Span): Expr {
  return items.length === 0
    ? ref("FALSE", span)
    : items.reduce((left, right) => infix("\\/", left, right, span));
}

function all(items: readonly Expr[], span: Span): Expr {
  return items.reduce((left, right) => infix("/\\", left, right, span));
}

function overlaps(names: ReadonlySet<string>, locals: ReadonlyMap<string, LocalVariable>): boolean {
  return [...names].some((name) => locals.has(name));
}
