/** Random modules for property tests: every unit of TLA+, with proofs. */
import { fc } from "@fast-check/vitest";
import type {
  Assumed,
  AssumeProve,
  Expr,
  Facts,
  Module,
  ModuleName,
  NewName,
  Proof,
  ProofStep,
  StepBody,
  TlaUnit,
  UseUnit,
} from "../../src/syntax/ast.js";
import { definition, definitions, instance, type Parts, parameter } from "./random-definitions.js";
import { boundsOver, expression, name, names, unbounded } from "./random-expressions.js";
import { span } from "./random-places.js";

const expr = expression;
const bounds = boundsOver(expr);
const parts: Parts = { expr, name, bounds };

const newName: fc.Arbitrary<NewName> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("constant" as const, "state" as const, "action" as const, "temporal" as const),
      parameter(name),
    )
    .map(([level, p]): NewName => ({ kind: "new", level, name: p.name, arity: p.arity, set: null, span })),
  fc
    .tuple(name, expr)
    .map(([n, set]): NewName => ({ kind: "new", level: "constant", name: n.name, arity: 0, set, span })),
  name.map((n): NewName => ({ kind: "new", level: "variable", name: n.name, arity: 0, set: null, span })),
);

const { sequent } = fc.letrec<{ sequent: AssumeProve }>((tie) => ({
  sequent: fc
    .tuple(
      fc.boolean(),
      fc.array(
        fc.oneof(
          { maxDepth: 2, depthSize: "small" },
          expr.map((fact): Assumed => ({ kind: "fact", fact, span })),
          newName,
          fc
            .tuple(fc.option(name), tie("sequent"))
            .map(([label, inner]): Assumed => ({ kind: "nested", label, sequent: inner, span })),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      expr,
    )
    .map(([box, assumptions, goal]) => ({ kind: "assumeProve", box, assumptions, goal, span })),
}));

const statement: fc.Arbitrary<Expr | AssumeProve> = fc.oneof(
  { weight: 3, arbitrary: expr },
  { weight: 1, arbitrary: sequent },
);

const stepName = fc
  .tuple(fc.constantFrom("<1>", "<3>"), fc.constantFrom("1", "b", "2a_b"))
  .map(([level, own]): Expr => ({ kind: "reference", path: [], name: level + own, args: [], span }));

const symbol = fc
  .constantFrom("+", "\\prec", "=", "^+", "-.")
  .map((text): Expr => ({ kind: "reference", path: [], name: text, args: [], span }));

const moduleName = name.map((module): ModuleName => ({ kind: "moduleName", module, span }));

/** Facts of a proof, in which steps are known; elsewhere none are. */
function facts(fact: fc.Arbitrary<Expr>): fc.Arbitrary<Facts> {
  return fc
    .record({
      facts: fc.array(fc.oneof(fact, moduleName), { maxLength: 2 }),
      defs: fc.array(fc.oneof(fact, symbol, moduleName), { maxLength: 2 }),
    })
    .filter(({ facts: first, defs }) => first.length + defs.length > 0);
}

const known = facts(fc.oneof(expr, stepName));

function use(list: fc.Arbitrary<Facts>): fc.Arbitrary<UseUnit> {
  return fc
    .tuple(fc.boolean(), fc.boolean(), list)
    .map(([hide, only, given]) => ({ kind: "use", hide, only: only && !hide, facts: given, span }));
}

const unproved: fc.Arbitrary<StepBody> = fc.oneof(
  expr.map((fact): StepBody => ({ kind: "have", fact, span })),
  fc.oneof(bounds, unbounded).map((list): StepBody => ({ kind: "take", bounds: list, span })),
  fc
    .array(expr, { minLength: 1, maxLength: 2 })
    .map((witnesses): StepBody => ({ kind: "witness", witnesses, span })),
  fc
    .array(definition(parts), { minLength: 1, maxLength: 2 })
    .map((units): StepBody => ({ kind: "define", units, span })),
  instance(parts).map((given): StepBody => ({ kind: "instance", instance: given, span })),
  use(known).map((unit): StepBody => ({ kind: "useStep", use: unit, span })),
);

const proved: fc.Arbitrary<StepBody> = fc.oneof(
  fc
    .tuple(fc.boolean(), statement)
    .map(([suffices, what]): StepBody => ({ kind: "assert", suffices, statement: what, span }))
    // A step CASE … states a case.
    .filter((step) => step.kind !== "assert" || step.suffices || step.statement.kind !== "case"),
  expr.map((condition): StepBody => ({ kind: "case", condition, span })),
  fc
    .tuple(fc.oneof(bounds, unbounded), expr)
    .map(([list, condition]): StepBody => ({ kind: "pick", bounds: list, condition, span })),
);

const label = fc.constantFrom(null, "1", "12", "a", "b_c");

/** A proof whose steps, if it has any, are at a level. */
function proofAt(level: number): fc.Arbitrary<Proof> {
  const leaf: fc.Arbitrary<Proof> = fc.oneof(
    fc.constantFrom<Proof>({ kind: "obvious", span }, { kind: "omitted", span }),
    fc
      .tuple(fc.boolean(), level === 1 ? facts(expr) : known)
      .map(([only, given]): Proof => ({ kind: "by", only, facts: given, span })),
  );
  if (level > 3) return leaf;
  const inner = fc.option(proofAt(level + 1));
  const step = (what: fc.Arbitrary<StepBody>, proof: fc.Arbitrary<Proof | null>): fc.Arbitrary<ProofStep> =>
    fc
      .tuple(label, what, proof)
      .map(([own, body, p]) => ({ level, label: own, nameSpan: span, what: body, proof: p, span }));
  const steps = fc.array(fc.oneof(step(unproved, fc.constant(null)), step(proved, inner)), { maxLength: 3 });
  const qed = step(fc.constant({ kind: "qed", span }), inner);
  return fc.oneof(
    leaf,
    fc.tuple(steps, qed).map(([list, last]): Proof => ({ kind: "steps", steps: [...list, last], span })),
  );
}

const unit: fc.Arbitrary<TlaUnit> = fc.oneof(
  definitions(parts),
  fc
    .array(parameter(name), { minLength: 1, maxLength: 3 })
    .map((constants): TlaUnit => ({ kind: "constants", constants, span })),
  names.map((variables): TlaUnit => ({ kind: "variables", variables, span })),
  fc
    .tuple(fc.boolean(), instance(parts))
    .map(([local, given]): TlaUnit => ({ kind: "instance", local, instance: given, span })),
  fc
    .tuple(fc.option(name), fc.boolean(), expr)
    .map(([n, axiom, body]): TlaUnit => ({ kind: "assume", axiom, name: n, body, span })),
  fc
    .tuple(fc.option(name), statement, fc.option(proofAt(1)))
    .map(([n, what, proof]): TlaUnit => ({ kind: "theorem", name: n, statement: what, proof, span })),
  use(facts(expr)),
);

/** A module of TLA+, with modules in it. */
export const tlaModule: fc.Arbitrary<Module> = fc.letrec<{ module: Module }>((tie) => ({
  module: fc
    .tuple(
      name,
      fc.array(name, { maxLength: 2 }),
      fc.array(
        fc.oneof(
          { maxDepth: 2, depthSize: "small" },
          { weight: 6, arbitrary: unit },
          {
            weight: 1,
            arbitrary: tie("module").map((module): TlaUnit => ({ kind: "nestedModule", module, span })),
          },
        ),
        { maxLength: 4 },
      ),
    )
    .map(([n, heads, units]) => ({ kind: "module", form: "module", name: n, extends: heads, units, span })),
})).module;
