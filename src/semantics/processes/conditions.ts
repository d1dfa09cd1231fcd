/** Definitions that say of every process what its steps depend on: its CPU, and what they wait for. */
import type { Expr, OperatorDefinition } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import { cpuBefore } from "./cpus.js";
import { outside, type Place, type Resolver } from "./resolve.js";
import { definition, infix, junction, ref } from "./tree.js";
import type { Owner, ProcessOwner } from "./world.js";

/** `cpu_of(self) == CASE self \in TASK -> task_cpu[self] [] … [] OTHER -> self`, for the steps of procedures. */
export function cpuMap(resolver: Resolver, name: string, span: Span): OperatorDefinition {
  const self = ref("self", span);
  const arms = resolver.world.processes.flatMap((process) => {
    if (process.cpu === null) return [];
    const at = process.unit.name.span;
    const own = process.hasSelf ? self : resolver.expr(process.self, outside);
    return [
      { guard: isOne(process, self, resolver), body: cpuBefore(process, own, resolver.world, at), span: at },
    ];
  });
  return definition(name, ["self"], { kind: "case", arms, other: self, span }, span);
}

/**
 * The definitions of what the steps of processes wait for (`when`), and of what those of procedures wait for on
 * account of whoever has called them.
 */
export function conditions(resolver: Resolver, span: Span): readonly OperatorDefinition[] {
  const { processes, procedures } = resolver.world;
  const waiting = processes.filter((process) => process.enabled !== null);
  const own = waiting.map((process) => {
    const { when, name } = process.unit;
    const self = process.hasSelf ? process.self : resolver.expr(process.self, outside);
    const place: Place = { ...outside, owner: process, self };
    return definition(
      process.enabled!,
      process.hasSelf ? ["self"] : [],
      resolver.expr(when!, place),
      name.span,
    );
  });
  const called = procedures.find(({ enabled }) => enabled !== null);
  if (called === undefined) return own;
  const self = ref("self", span);
  const items = waiting.map((process) =>
    infix("=>", isOne(process, self, resolver), enabled(process, self, span), span),
  );
  return [...own, definition(called.enabled!, ["self"], junction("/\\", items, span), span)];
}

/** What a step of this owner waits for besides its own conditions. */
export function enabled(owner: Owner, self: Expr, span: Span): Expr {
  return ref(owner.enabled!, span, owner.hasSelf ? [self] : []);
}

function isOne(process: ProcessOwner, self: Expr, resolver: Resolver): Expr {
  const { identity, name } = process.unit;
  const expr = resolver.expr(identity.expr, outside);
  return infix(identity.kind === "in" ? "\\in" : "=", self, expr, name.span);
}
