/** Random statements of processes for property tests. */
import { fc } from "@fast-check/vitest";
import type { Assignment, Name, Selector, Statement, StringLiteral } from "../../src/syntax/ast.js";
import { dumpExpr } from "../../src/syntax/dump.js";
import { expression } from "./random-expressions.js";
import { span } from "./random-places.js";

/** A name, often a word of the spec form. */
export const name: fc.Arbitrary<Name> = fc
  .constantFrom(
    ...["a", "x", "mnt_count", "patch", "fence", "grace", "release", "rmw", "migrate", "to", "atomic"],
    ...["rest", "memory", "run", "start", "kernel", "shared", "when", "on", "where", "buffer"],
  )
  .map((text) => ({ name: text, span }));

/** `when (e)` is a statement of its own. */
const used = name.filter(({ name: text }) => text !== "when");

/** A string in quotes, where there may be none. */
export const text: fc.Arbitrary<StringLiteral | null> = fc.option(
  fc
    .constantFrom("x = 1;", 'say "hello"', "(* no comment *)")
    .map((value): StringLiteral => ({ kind: "string", value, span })),
);

/** An expression of a spec: there `:=` only assigns, and `||` cannot be defined; as operators they belong to modules. */
export const expr = expression.filter((e) => !/:=|infix \|\||\|\|\/2/.test(dumpExpr(e)));

const selector: fc.Arbitrary<Selector> = fc.oneof(
  fc.array(expr, { minLength: 1, maxLength: 2 }).map((args): Selector => ({ kind: "index", args, span })),
  name.map((n): Selector => ({ kind: "field", name: n, span })),
);

/** An assignment of one part may say how its store reaches memory. */
const order = (parts: readonly unknown[]): fc.Arbitrary<Assignment["order"]> =>
  parts.length === 1 ? fc.constantFrom("plain", "release", "rmw") : fc.constant("plain");

/** A list of statements, a few levels deep. */
export const statements: fc.Arbitrary<readonly Statement[]> = fc.letrec<{ block: readonly Statement[] }>(
  (tie) => {
    const block = tie("block");
    const assignment = fc
      .array(fc.tuple(name, fc.array(selector, { maxLength: 2 }), expr), { minLength: 1, maxLength: 3 })
      .chain((parts) => fc.tuple(order(parts), fc.constant(parts)))
      .map(
        ([how, parts]): Statement => ({
          kind: "assign",
          order: how,
          parts: parts.map(([variable, path, value]) => ({ variable, path, value, span })),
          span,
        }),
      );
    const binding = fc
      .tuple(name, fc.constantFrom("in" as const, "equals" as const), expr)
      .map(([{ name: bound }, relation, e]) => ({
        pattern: { kind: "name" as const, name: bound, span },
        relation,
        expr: e,
        span,
      }));
    const statement: fc.Arbitrary<Statement> = fc.oneof(
      assignment,
      fc
        .tuple(expr, block, block)
        .map(([condition, a, b]): Statement => ({ kind: "ifStatement", condition, then: a, else: b, span })),
      fc.tuple(expr, block).map(([condition, body]): Statement => ({ kind: "while", condition, body, span })),
      fc
        .array(block, { minLength: 2, maxLength: 3 })
        .map((branches): Statement => ({ kind: "either", branches, span })),
      fc
        .tuple(fc.array(binding, { minLength: 1, maxLength: 2 }), block)
        .map(([bindings, body]): Statement => ({ kind: "with", bindings, body, span })),
      expr.map((condition): Statement => ({ kind: "await", condition, span })),
      expr.map((condition): Statement => ({ kind: "assert", condition, span })),
      expr.map((value): Statement => ({ kind: "print", value, span })),
      fc.constantFrom<Statement>({ kind: "skip", span }, { kind: "return", span }),
      fc
        .constantFrom("fence" as const, "wmb" as const, "acquire" as const, "grace" as const)
        .map((barrier): Statement => ({ kind: "barrier", barrier, span })),
      expr.map((to): Statement => ({ kind: "migrate", to, span })),
      name.map((label): Statement => ({ kind: "goto", label, span })),
      fc
        .tuple(name, fc.array(expr, { maxLength: 2 }))
        .map(([procedure, args]): Statement => ({ kind: "call", procedure, args, span })),
      fc
        .tuple(used, fc.array(expr, { maxLength: 2 }))
        .map(([n, args]): Statement => ({ kind: "use", name: n, args, span })),
    );
    const labelled = fc.tuple(name, fc.boolean(), fc.boolean(), text, text, statement).map(
      ([label, rest, atomic, c, anchor, s]): Statement => ({
        kind: "labelled",
        label,
        rest,
        atomic,
        c,
        anchor,
        statement: s,
        span,
      }),
    );
    return {
      block: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        fc.constant<readonly Statement[]>([{ kind: "skip", span }]),
        fc.array(fc.oneof({ weight: 3, arbitrary: statement }, { weight: 1, arbitrary: labelled }), {
          minLength: 1,
          maxLength: 3,
        }),
      ),
    };
  },
).block;
