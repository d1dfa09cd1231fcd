/** `call` and `return`: the stack of records in which a caller's values wait, as PlusCal keeps it. */
import type { Expr } from "../../syntax/ast.js";
import { nearest } from "../../syntax/nearest.js";
import { location, type Span } from "../../syntax/source.js";
import type { NewValue } from "./assignments.js";
import type { Instruction } from "./instructions.js";
import type { Place, Resolver } from "./resolve.js";
import { freshName } from "./rewrite.js";
import { apply, except, field, index, infix, named, prime, quantifier, ref, text, tuple } from "./tree.js";
import {
  DEFAULT_VALUE,
  type LocalVariable,
  type Owner,
  type ProcedureOwner,
  type StateVariable,
} from "./world.js";

type Call = Extract<Instruction, { kind: "call" }>;

/** The name that a local of a procedure has in the stack's records. */
function fieldOf(local: LocalVariable): string {
  return local.local === "procedure" || local.local === "pc" ? local.name : local.local;
}

/** Where a call goes on afterwards: at a step with this `pc`, or (tail call) where the caller's caller goes on. */
export type ReturnTo = { readonly pc: string } | "caller";

/** What comes after the call in the step's formula: new values of parameters, locals and `stack`. */
export function call(
  instruction: Call,
  returnTo: ReturnTo,
  place: Place,
  resolver: Resolver,
): readonly NewValue[] | null {
  const callee = procedureNamed(instruction, resolver);
  if (callee === null) return null;
  const { span } = instruction;
  const self = place.self!;
  const values: NewValue[] = [];
  const recursion = returnTo === "caller" && place.owner === callee;
  const head = topOfStack(self, span);

  if (returnTo === "caller" && !recursion) values.push(...restore(place.owner!, self, span));
  callee.params.forEach((param, i) => {
    values.push(setLocal(param, resolver.expr(instruction.args[i]!, place), self, span));
  });
  // A procedure that calls itself last goes on in the same record: its caller's values are already there.
  if (!recursion) {
    const rest: Expr = apply(ref("stack", span), self, span);
    const below = returnTo === "caller" ? ref("Tail", span, [rest]) : rest;
    const back = returnTo === "caller" ? field(head, "pc", span) : text(returnTo.pc, span);
    values.push(
      setStack(infix("\\o", tuple([record(callee, back, self, span)], span), below, span), self, span),
    );
  }
  return [...values, ...localValues(callee, values, place, resolver, span)];
}

/** The new values of a procedure's locals at a call. They see the parameters, and the locals before them. */
function localValues(
  callee: ProcedureOwner,
  before: readonly NewValue[],
  place: Place,
  resolver: Resolver,
  span: Span,
): readonly NewValue[] {
  const self = place.self!;
  const assigned = new Map(place.assigned);
  for (const { variable } of before) assigned.set(variable.name, span);
  const values: NewValue[] = [];
  for (const local of callee.locals.values()) {
    if (callee.params.includes(local)) continue;
    const { init } = local.declarator;
    const inside: Place = { ...place, owner: callee, assigned, scope: new Map() };
    const value = init === null ? ref(DEFAULT_VALUE, span) : resolver.expr(init.expr, inside);
    if (init?.kind === "in") {
      const taken = (name: string) => resolver.avoid(name, null);
      const chosen = freshName(local.local, taken);
      const set = setLocal(local, ref(chosen, span), self, span);
      values.push({ ...set, formula: quantifier("exists", named(chosen, span), value, set.formula, span) });
    } else {
      values.push(setLocal(local, value, self, span));
    }
    assigned.set(local.name, span);
  }
  return values;
}

/** `return`: the step that the caller goes on with, and new values of the procedure's own variables and `stack`. */
export function returnFrom(
  owner: Owner,
  place: Place,
  span: Span,
): { pc: Expr; values: readonly NewValue[] } {
  const self = place.self!;
  const stack = apply(ref("stack", span), self, span);
  return {
    pc: field(topOfStack(self, span), "pc", span),
    values: [...restore(owner, self, span), setStack(ref("Tail", span, [stack]), self, span)],
  };
}

/**
 * All variables of a procedure get back what they were before the call: its locals, and its parameters too.
 * PlusCal's translator (1.12) forgets the parameters at `call; return`, so that an earlier activation of the same
 * procedure finds wrong ones; here a tail call means what the call and the return mean apart.
 */
function restore(owner: Owner, self: Expr, span: Span): readonly NewValue[] {
  return [...owner.locals.values()].map((local) =>
    setLocal(local, field(topOfStack(self, span), fieldOf(local), span), self, span),
  );
}

function record(callee: ProcedureOwner, back: Expr, self: Expr, span: Span): Expr {
  const value = (name: string, expr: Expr) => ({ name: { name, span }, value: expr });
  const saved = [...callee.locals.values()].map((local) =>
    value(fieldOf(local), apply(ref(local.name, span), self, span)),
  );
  const fields = [value("procedure", text(callee.name, span)), value("pc", back), ...saved];
  return { kind: "record", fields, span };
}

function setLocal(variable: LocalVariable, value: Expr, self: Expr, span: Span): NewValue {
  return { variable, formula: update(variable.name, self, value, span), span };
}

function setStack(value: Expr, self: Expr, span: Span): NewValue {
  const variable: StateVariable = { name: "stack", display: "stack", perProcess: false, shared: false, span };
  return { variable, formula: update("stack", self, value, span), span };
}

/** `name' = [name EXCEPT ![self] = value]`. */
export function update(name: string, self: Expr, value: Expr, span: Span): Expr {
  const variable = ref(name, span);
  const changed = except(variable, [{ path: [index(self, span)], value, span }], span);
  return infix("=", prime(variable, span), changed, span);
}

function topOfStack(self: Expr, span: Span): Expr {
  return ref("Head", span, [apply(ref("stack", span), self, span)]);
}

/** The procedure that a call means, its number of arguments checked; null if something is wrong. */
function procedureNamed(instruction: Call, resolver: Resolver): ProcedureOwner | null {
  const { procedure, args, span } = instruction;
  const { procedures, known, report } = resolver.world;
  const callee = procedures.find((candidate) => candidate.name === procedure.name);
  if (callee === undefined) {
    const kind = known.get(procedure.name)?.kind;
    const guess = nearest(
      procedure.name,
      procedures.map(({ name }) => name),
    );
    report({
      code: "P032",
      severity: "error",
      message:
        kind === "macro" || kind === "inline"
          ? `\`${procedure.name}\` is no procedure but used in place, as \`${procedure.name}(…)\` without \`call\``
          : `there is no procedure called \`${procedure.name}\``,
      span: procedure.span,
      ...(guess !== undefined && {
        notes: [`did you mean \`${guess}\`?`],
        fix: { span: procedure.span, text: guess },
      }),
    });
    return null;
  }
  if (callee.params.length !== args.length) {
    const number = callee.params.length;
    report({
      code: "P033",
      severity: "error",
      message: `procedure ${callee.name} takes ${number === 1 ? "1 argument" : `${number} arguments`}, here it is given ${args.length}`,
      span,
      notes: [`it is defined at ${location(callee.unit.name.span)}`],
    });
    return null;
  }
  return callee;
}
