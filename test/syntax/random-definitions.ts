/** Random definitions for property tests: of every fixity, functions, instances, RECURSIVE. */
import { fc } from "@fast-check/vitest";
import { OPERATORS, type Operator } from "../../grammar/operators.js";
import type {
  Bound,
  Expr,
  FunctionDefinition,
  Instance,
  InstanceDefinition,
  Name,
  OperatorDefinition,
  Parameter,
  RecursiveDeclaration,
} from "../../src/syntax/ast.js";
import { dumpExpr } from "../../src/syntax/dump.js";
import { span } from "./random-places.js";

/** What definitions are made of. */
export interface Parts {
  readonly expr: fc.Arbitrary<Expr>;
  readonly name: fc.Arbitrary<Name>;
  readonly bounds: fc.Arbitrary<readonly Bound[]>;
}

type Definition = OperatorDefinition | FunctionDefinition | InstanceDefinition;

const definable = OPERATORS.filter(({ name }) => name !== "\\X");

function declared({ name, fixity }: Operator): Parameter {
  return { name, arity: fixity === "infix" ? 2 : 1, span };
}

/** A parameter or declared constant: `x`, `F(_, _)`, `_ + _`, `-. _`, `_ ^+`. */
export function parameter(name: fc.Arbitrary<Name>): fc.Arbitrary<Parameter> {
  return fc.oneof(
    fc.tuple(name, fc.nat({ max: 3 })).map(([n, arity]): Parameter => ({ ...n, arity })),
    fc.constantFrom(...definable).map(declared),
  );
}

/** `INSTANCE M WITH …`. */
export function instance({ expr, name }: Parts): fc.Arbitrary<Instance> {
  const symbol = fc.constantFrom(...definable.filter(({ fixity }) => fixity === "infix"));
  const from = fc.oneof(
    name,
    symbol.map((operator): Name => ({ name: operator.name, span })),
  );
  const to = fc.oneof(
    { weight: 3, arbitrary: expr },
    {
      weight: 1,
      arbitrary: symbol.map(
        (operator): Expr => ({ kind: "reference", path: [], name: operator.name, args: [], span }),
      ),
    },
  );
  return fc.tuple(name, fc.array(fc.tuple(from, to), { maxLength: 2 })).map(([module, list]) => ({
    module,
    substitutions: list.map(([a, b]) => ({ from: a, to: b, span })),
    span,
  }));
}

/** A definition, LOCAL or not. */
export function definition(parts: Parts): fc.Arbitrary<Definition> {
  const { expr, name, bounds } = parts;
  const params = fc.array(parameter(name), { maxLength: 2 });
  const plain = (n: Name): Parameter => ({ ...n, arity: 0 });
  return fc.oneof(
    fc.tuple(fc.boolean(), name, params, expr).map(
      ([local, n, list, body]): Definition => ({
        kind: "definition",
        local,
        name: n,
        fixity: "named",
        params: list,
        body,
        span,
      }),
    ),
    fc.tuple(fc.boolean(), fc.constantFrom(...definable), fc.tuple(name, name), expr).map(
      ([local, operator, [a, b], body]): Definition => ({
        kind: "definition",
        local,
        name: { name: operator.name, span },
        fixity: operator.fixity,
        params: operator.fixity === "infix" ? [plain(a), plain(b)] : [plain(a)],
        body,
        span,
      }),
    ),
    fc // In `f[x \in S] == e` the first `==` is taken for the one of the function: no definition can stand in S.
      .tuple(fc.boolean(), name, bounds.filter(withoutLet), expr)
      .map(
        ([local, n, list, body]): Definition => ({
          kind: "functionDefinition",
          local,
          name: n,
          bounds: list,
          body,
          span,
        }),
      ),
    fc.tuple(fc.boolean(), name, params, instance(parts)).map(
      ([local, n, list, given]): Definition => ({
        kind: "instanceDefinition",
        local,
        name: n,
        params: list,
        instance: given,
        span,
      }),
    ),
  );
}

/** What may stand in a LET. */
export function definitions(parts: Parts): fc.Arbitrary<Definition | RecursiveDeclaration> {
  const operators = fc.array(parameter(parts.name), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 4, arbitrary: definition(parts) },
    {
      weight: 1,
      arbitrary: operators.map(
        (list): RecursiveDeclaration => ({ kind: "recursive", operators: list, span }),
      ),
    },
  );
}

function withoutLet(bounds: readonly Bound[]): boolean {
  return bounds.every(({ set }) => set === null || !dumpExpr(set).includes("(let"));
}
