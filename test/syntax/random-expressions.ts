/** Random expressions of the language for property tests: every node, every operator of the table. */
import { fc } from "@fast-check/vitest";
import { OPERATORS, type Operator } from "../../grammar/operators.js";
import type { Bound, Expr, Name, PartSelector, Pattern, Reference, Selector } from "../../src/syntax/ast.js";
import { definitions } from "./random-definitions.js";
import { span } from "./random-places.js";

const word = fc.constantFrom("a", "b", "c", "x", "Op", "CPU", "mnt_count", "pc", "while", "spec", "x1");
export const name: fc.Arbitrary<Name> = word.map((text) => ({ name: text, span }));
export const names = fc.array(name, { minLength: 1, maxLength: 3 });

const infix = OPERATORS.filter(({ fixity, name }) => fixity === "infix" && name !== "\\X");
const prefix = OPERATORS.filter(({ fixity }) => fixity === "prefix");
const postfix = OPERATORS.filter(({ fixity }) => fixity === "postfix");

const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  { weight: 3, arbitrary: word.map((text): Pattern => ({ kind: "name", name: text, span })) },
  {
    weight: 1,
    arbitrary: fc
      .array(name, { maxLength: 3 })
      .map((list): Pattern => ({ kind: "tuple", names: list, span })),
  },
);

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  { weight: 4, arbitrary: word.map((text) => reference(text)) },
  { weight: 1, arbitrary: fc.constantFrom("TRUE", "BOOLEAN").map((text) => reference(text)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Expr>(
      { kind: "number", text: "0", base: 10, span },
      { kind: "number", text: "1024", base: 10, span },
      { kind: "number", text: "2.5", base: 10, span },
      { kind: "number", text: "101", base: 2, span },
      { kind: "number", text: "17", base: 8, span },
      { kind: "number", text: "Ff", base: 16, span },
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("", "a", "two words", 'quoted "\\', "\t\n", "(* \\* ==")
      .map((value): Expr => ({ kind: "string", value, span })),
  },
  { weight: 1, arbitrary: fc.constant<Expr>({ kind: "at", span }) },
);

/** Bounds of names or tuples of names over sets. */
export function boundsOver(set: fc.Arbitrary<Expr>): fc.Arbitrary<readonly Bound[]> {
  const bound = fc.tuple(fc.array(pattern, { minLength: 1, maxLength: 2 }), set).map(
    ([patterns, e]): Bound => ({
      // A tuple stands alone in its bound.
      patterns: patterns.some((p) => p.kind === "tuple") ? patterns.slice(0, 1) : patterns,
      set: e,
      span,
    }),
  );
  return fc.array(bound, { minLength: 1, maxLength: 2 });
}

/** Names without sets, as a quantifier may have them. */
export const unbounded: fc.Arbitrary<readonly Bound[]> = names.map((list) => [
  { patterns: list.map((n): Pattern => ({ kind: "name", name: n.name, span })), set: null, span },
]);

/** An expression, a few levels deep. */
export const expression: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>((tie) => {
  const expr = tie("expr");
  const list = fc.array(expr, { minLength: 1, maxLength: 3 });
  const bounds = boundsOver(expr);
  const selector: fc.Arbitrary<Selector> = fc.oneof(
    list.map((args): Selector => ({ kind: "index", args, span })),
    name.map((n): Selector => ({ kind: "field", name: n, span })),
  );
  const lambda: fc.Arbitrary<Expr> = fc
    .tuple(names, expr)
    .map(([params, body]) => ({ kind: "lambda", params, body, span }));
  const symbol = fc
    .constantFrom(...infix.filter(({ name }) => name !== ":="))
    .map(({ name }) => reference(name));
  const argument = fc.oneof(
    { weight: 6, arbitrary: expr },
    { weight: 1, arbitrary: lambda },
    { weight: 1, arbitrary: symbol },
  );
  const args = fc.array(argument, { minLength: 1, maxLength: 3 });
  const sign = fc.constantFrom<PartSelector>(
    { kind: "left", span },
    { kind: "right", span },
    { kind: "body", span },
    { kind: "definition", span },
    { kind: "operand", index: 12, span },
  );
  const selectors = fc
    .tuple(
      fc.oneof(
        sign,
        args.map((list): PartSelector => ({ kind: "arguments", args: list, span })),
      ),
      fc.array(
        fc.oneof(
          sign,
          args.map((list): PartSelector => ({ kind: "arguments", args: list, span })),
          fc
            .tuple(word, fc.oneof(args, fc.constant([])))
            .map(([text, list]): PartSelector => ({ kind: "name", name: text, args: list, span })),
          // `M!=` by itself is taken for another language's sign.
          symbol
            .filter(({ name }) => name !== "=")
            .map(({ name }): PartSelector => ({ kind: "name", name, args: [], span })),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([first, rest]): readonly PartSelector[] => [first, ...rest]);

  const nodes: readonly fc.Arbitrary<Expr>[] = [
    fc.tuple(word, args).map(([text, list]) => reference(text, list)),
    fc.tuple(word, fc.array(expr, { maxLength: 2 }), word, args).map(
      ([instance, given, text, list]): Expr => ({
        kind: "reference",
        path: [{ name: instance, args: given, span }],
        name: text,
        args: list,
        span,
      }),
    ),
    fc
      .tuple(word, fc.oneof(args, fc.constant([])), selectors)
      .map(
        ([text, list, way]): Expr => ({ kind: "part", root: reference(text, list), selectors: way, span }),
      ),
    fc
      .tuple(name, fc.array(name, { maxLength: 2 }), expr)
      .map(([label, params, body]): Expr => ({ kind: "label", name: label, params, body, span })),
    fc.tuple(fc.constantFrom(...infix), expr, expr).map(([op, a, b]) => use(op, a, b)),
    fc
      .tuple(fc.constantFrom(...infix.filter((op) => op.associativity === "left")), expr, expr, expr)
      .map(([op, a, b, c]) => use(op, use(op, a, b), c)),
    fc.tuple(fc.constantFrom(...prefix), expr).map(([op, a]) => use(op, a)),
    fc.tuple(fc.constantFrom(...postfix), expr).map(([op, a]) => use(op, a)),
    fc
      .array(expr, { minLength: 2, maxLength: 3 })
      .map((factors): Expr => ({ kind: "product", factors, span })),
    fc
      .tuple(fc.constantFrom("/\\" as const, "\\/" as const), list)
      .map(([op, items]): Expr => ({ kind: "junction", op, items, span })),
    fc
      .tuple(expr, expr, expr)
      .map(([condition, a, b]): Expr => ({ kind: "if", condition, then: a, else: b, span })),
    fc.tuple(fc.array(fc.tuple(expr, expr), { minLength: 1, maxLength: 3 }), fc.option(expr)).map(
      ([arms, other]): Expr => ({
        kind: "case",
        arms: arms.map(([guard, body]) => ({ guard, body, span })),
        other,
        span,
      }),
    ),
    fc
      .tuple(fc.array(definitions({ expr, name, bounds }), { minLength: 1, maxLength: 2 }), expr)
      .map(([units, body]): Expr => ({ kind: "let", units, body, span })),
    fc
      .tuple(fc.constantFrom("forall" as const, "exists" as const), fc.oneof(bounds, unbounded), expr)
      .map(
        ([quantifier, list, body]): Expr => ({ kind: "quantifier", quantifier, bounds: list, body, span }),
      ),
    fc.tuple(fc.constantFrom("forall" as const, "exists" as const), names, expr).map(
      ([quantifier, list, body]): Expr => ({
        kind: "temporalQuantifier",
        quantifier,
        names: list,
        body,
        span,
      }),
    ),
    fc
      .tuple(pattern, fc.option(expr), expr)
      .map(([p, set, body]): Expr => ({ kind: "choose", pattern: p, set, body, span })),
    fc.array(expr, { maxLength: 3 }).map((items): Expr => ({ kind: "setEnumeration", items, span })),
    fc.array(expr, { maxLength: 3 }).map((items): Expr => ({ kind: "tuple", items, span })),
    fc
      .tuple(pattern, expr, expr)
      .map(([p, set, predicate]): Expr => ({ kind: "setFilter", pattern: p, set, predicate, span })),
    fc.tuple(expr, bounds).map(([body, list]): Expr => ({ kind: "setMap", body, bounds: list, span })),
    fc.tuple(bounds, expr).map(([list, body]): Expr => ({ kind: "function", bounds: list, body, span })),
    fc.tuple(expr, expr).map(([domain, range]): Expr => ({ kind: "functionSet", domain, range, span })),
    fc.array(fc.tuple(name, expr), { minLength: 1, maxLength: 3 }).map(
      (fields): Expr => ({
        kind: "record",
        fields: fields.map(([n, value]) => ({ name: n, value })),
        span,
      }),
    ),
    fc
      .array(fc.tuple(name, expr), { minLength: 1, maxLength: 3 })
      .map(
        (fields): Expr => ({ kind: "recordSet", fields: fields.map(([n, set]) => ({ name: n, set })), span }),
      ),
    fc
      .tuple(
        expr,
        fc.array(fc.tuple(fc.array(selector, { minLength: 1, maxLength: 2 }), expr), {
          minLength: 1,
          maxLength: 2,
        }),
      )
      .map(
        ([base, updates]): Expr => ({
          kind: "except",
          base,
          updates: updates.map(([path, value]) => ({ path, value, span })),
          span,
        }),
      ),
    fc.tuple(expr, list).map(([fn, given]): Expr => ({ kind: "application", fn, args: given, span })),
    fc.tuple(expr, name).map(([record, n]): Expr => ({ kind: "field", record, name: n, span })),
    fc
      .tuple(fc.constantFrom("box" as const, "angle" as const), expr, expr)
      .map(([form, action, subscript]): Expr => ({ kind: "actionBox", form, action, subscript, span })),
    fc
      .tuple(fc.constantFrom("weak" as const, "strong" as const), expr, expr)
      .map(
        ([strength, subscript, action]): Expr => ({ kind: "fairness", strength, subscript, action, span }),
      ),
  ];
  return {
    expr: fc.oneof({ maxDepth: 5, depthSize: "small", withCrossShrink: true }, leaf, ...nodes),
  };
}).expr;

function reference(text: string, args: readonly Expr[] = []): Reference {
  return { kind: "reference", path: [], name: text, args, span };
}

function use({ fixity, name: op }: Operator, ...operands: readonly Expr[]): Expr {
  return { kind: "operator", fixity, op, operands, opSpan: span, span };
}
