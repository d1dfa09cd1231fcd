/** Random units of a spec for property tests: what processes, memory models, expectations and runs are declared by. */
import { fc } from "@fast-check/vitest";
import type {
  ConstValue,
  ExpectUnit,
  Expr,
  NumberLiteral,
  Outcome,
  PatchEdit,
  ProcessUnit,
  RunStep,
  SpecUnit,
  VarDeclarator,
} from "../../src/syntax/ast.js";
import { span } from "./random-places.js";
import { expr, name, statements, text } from "./random-statements.js";

const relation = fc.constantFrom("equals" as const, "in" as const);

const declarator: fc.Arbitrary<VarDeclarator> = fc
  .tuple(name, relation, expr)
  .map(([n, kind, e]) => ({ name: n, init: { kind, expr: e }, span }));

const buffer = fc
  .option(fc.constantFrom("0", "2", "17"))
  .map((digits): NumberLiteral | null => digits && { kind: "number", text: digits, base: 10, span });

/** `when "text" from "…"` reads as a step named `when`. */
const condition = expr.filter(({ kind }) => kind !== "string");

const process: fc.Arbitrary<ProcessUnit> = fc
  .record({
    name,
    fairness: fc.constantFrom("none" as const, "weak" as const, "strong" as const),
    identity: fc.record({ kind: relation, expr }),
    on: fc.option(declarator),
    when: fc.option(condition),
    anchor: text,
    locals: fc.array(declarator, { maxLength: 2 }),
    body: statements,
  })
  .map((unit) => ({ kind: "process", ...unit, span }));

const taken = fc
  .record({ owner: name, index: fc.option(expr), step: name, where: fc.option(expr) })
  .map((item): RunStep => ({ kind: "step", args: [], ...item, span }));

const action = fc
  .record({ step: name, args: fc.array(expr, { maxLength: 2 }), where: fc.option(expr) })
  .filter(({ step, args }) => !(["start", "assert"].includes(step.name) && args.length === 0))
  .map((item): RunStep => ({ kind: "step", owner: null, index: null, ...item, span }));

const item = fc.oneof(
  taken,
  action,
  expr.map((condition): RunStep => ({ kind: "assert", condition, span })),
);

const start = expr.map((where): RunStep => ({ kind: "start", where, span }));

const run = fc.tuple(name, text, fc.option(start), fc.array(item, { maxLength: 4 })).map(
  ([n, title, first, items]): SpecUnit => ({
    kind: "run",
    name: n,
    title,
    steps: first ? [first, ...items] : items,
    span,
  }),
);

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.option(name).map((property): Outcome => ({ kind: "holds", property })),
  name.map((property): Outcome => ({ kind: "violates", property })),
  name.map((property): Outcome => ({ kind: "reaches", property })),
  name.map((n): Outcome => ({ kind: "runs", run: n })),
  fc.constant<Outcome>({ kind: "deadlocks" }),
);

const expectation: fc.Arbitrary<ExpectUnit> = fc
  .record({
    scenario: name,
    patch: fc.option(name),
    memory: fc.array(name, { maxLength: 2 }),
    outcome,
  })
  .map((unit) => ({ kind: "expect", ...unit, span }));

const names = fc.array(name, { minLength: 1, maxLength: 3 });
const params = fc.array(name, { maxLength: 2 });

/** `const where = …` and `model where` would be taken for what comes after the name. */
const notWhere = name.filter(({ name: n }) => n !== "where");

const value: fc.Arbitrary<ConstValue> = fc.oneof(
  expr.map((e): ConstValue => ({ kind: "expression", expr: e })),
  names.map((list): ConstValue => ({ kind: "modelSet", names: list, span })),
  notWhere.map((n): ConstValue => ({ kind: "model", name: n, span })),
);

const constant = fc
  .record({
    name: notWhere,
    arity: fc.constantFrom(0, 0, 0, 2),
    value: fc.option(value),
    where: fc.option(condition),
  })
  .map((unit): SpecUnit => ({ kind: "const", ...unit, span }));

const procedure = fc
  .record({ name, params, anchor: text, locals: fc.array(declarator, { maxLength: 2 }), body: statements })
  .map((unit): SpecUnit => ({ kind: "procedure", ...unit, span }));

const claims = ["invariant", "property", "reachable", "constraint", "actionconstraint", "view"] as const;

/** What `symmetry` names: before anything else than a name or `{` it would be a name itself. */
const named = name.map((n): Expr => ({ kind: "reference", path: [], name: n.name, args: [], span }));

/** Units that hold no others. */
const flat: fc.Arbitrary<SpecUnit> = fc.oneof(
  process,
  run,
  expectation,
  constant,
  procedure,
  fc.record({ name, params, body: statements }).map((unit): SpecUnit => ({ kind: "inline", ...unit, span })),
  fc.array(named, { minLength: 1, maxLength: 2 }).map((sets): SpecUnit => ({ kind: "symmetry", sets, span })),
  fc
    .tuple(fc.boolean(), fc.array(declarator, { minLength: 1, maxLength: 2 }))
    .map(([shared, variables]): SpecUnit => ({ kind: "var", shared, variables, span })),
  fc.tuple(name, buffer).map(([model, b]): SpecUnit => ({ kind: "memory", model, buffer: b, span })),
  fc
    .constantFrom("v6.12", 'a "commit"')
    .map((value): SpecUnit => ({ kind: "kernel", version: { kind: "string", value, span }, span })),
  fc
    .tuple(fc.constantFrom(...claims), name, expr)
    .map(([claim, n, body]): SpecUnit => ({ kind: "claim", claim, name: n, body, span })),
);

const scenario = fc
  .record({ name, title: text, units: fc.array(flat, { maxLength: 3 }) })
  .map((unit): SpecUnit => ({ kind: "scenario", ...unit, span }));

const edit: fc.Arbitrary<PatchEdit> = fc.oneof(
  fc
    .record({
      where: fc.constantFrom("replace" as const, "before" as const, "after" as const),
      owner: name,
      step: name,
      body: statements,
    })
    .map((each): PatchEdit => ({ kind: "edit", ...each, span })),
  flat.map((unit): PatchEdit => ({ kind: "redefine", unit, span })),
);

const patch = fc
  .record({
    name,
    title: text,
    on: fc.array(name, { maxLength: 2 }),
    edits: fc.array(edit, { maxLength: 3 }),
  })
  .map((unit): SpecUnit => ({ kind: "patch", ...unit, span }));

/** One unit of a spec. */
export const unit: fc.Arbitrary<SpecUnit> = fc.oneof(
  { weight: 6, arbitrary: flat },
  { weight: 1, arbitrary: scenario },
  { weight: 1, arbitrary: patch },
);
