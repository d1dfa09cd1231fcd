import "./deterministic.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  apply,
  domain,
  elements,
  equal,
  except,
  format,
  interval,
  isFunction,
  lazyFunction,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  NAT,
  same,
  type Value,
} from "../../src/values/index.js";
import { anyValue, disguise, functionAndArgument } from "./arbitrary.js";

const m = modelValue("m");

describe("canonical forms", () => {
  test.each<readonly [string, readonly (readonly [Value, Value])[], string]>([
    [
      "on 1..n: a sequence",
      [
        [2, "b"],
        [1, "a"],
      ],
      "tuple",
    ],
    [
      "on strings: a record",
      [
        ["b", 1],
        ["a", 2],
      ],
      "record",
    ],
    ["on the empty set: the empty sequence", [], "tuple"],
    [
      "on 0..n: a function",
      [
        [0, 1],
        [1, 1],
      ],
      "function",
    ],
    [
      "on 1 and 3: a function",
      [
        [1, 1],
        [3, 1],
      ],
      "function",
    ],
    ["on 2: a function", [[2, 1]], "function"],
    [
      "on a string and a model value: a function",
      [
        ["a", 1],
        [m, 1],
      ],
      "function",
    ],
    [
      "with 1 given twice: a sequence of one",
      [
        [1, "first"],
        [1, "second"],
      ],
      "tuple",
    ],
  ])("a function %s", (_, entries, kind) => {
    const fn = makeFunction(entries);
    expect(fn.kind).toBe(kind);
    for (const [argument, value] of [...entries].reverse().slice(0, 1)) {
      expect(apply(fn, argument)).toBe(entries.find(([other]) => other === argument)![1] ?? value);
    }
  });

  test("a record without fields is the empty function", () => {
    expect(same(makeRecord([]), makeTuple([]))).toBe(true);
  });
});

describe("EXCEPT", () => {
  test("changes one value and nothing else", () => {
    fc.assert(
      fc.property(functionAndArgument, anyValue, ([fn, argument], value) => {
        const before = format(fn);
        const changed = except(fn, [argument], (old) => {
          expect(same(old, apply(fn, argument))).toBe(true);
          return value;
        });
        expect(same(apply(changed, argument), value)).toBe(true);
        expect(equal(domain(changed), domain(fn))).toBe(true);
        for (const other of elements(domain(fn))) {
          if (!same(other, argument)) expect(same(apply(changed, other), apply(fn, other))).toBe(true);
        }
        expect(format(fn)).toBe(before);
        expect(
          same(
            except(disguise(fn), [argument], () => value),
            changed,
          ),
        ).toBe(true);
      }),
    );
  });

  const nested = makeTuple([
    makeRecord([["owner", makeTuple([1, 2])]]),
    makeRecord([["owner", makeTuple([3])]]),
  ]);
  test.each<readonly [string, Value, readonly Value[], string]>([
    ["follows a path", nested, [1, "owner", 2], "<<[owner |-> <<1, 12>>], [owner |-> <<3>>]>>"],
    ["leaves a sequence as it is beyond its end", makeTuple([1, 2]), [3], "<<1, 2>>"],
    ["leaves a record as it is without the field", makeRecord([["a", 1]]), ["b"], "[a |-> 1]"],
    ["leaves a function as it is outside its domain", makeFunction([[0, 1]]), [7], "(0 :> 1)"],
    ["leaves everything as it is if the path ends nowhere", nested, [1, "owner", 3], format(nested)],
  ])("%s", (_, fn, path, text) => {
    expect(format(except(fn, path, (old) => (old as number) + 10))).toBe(text);
  });

  test("does not compute the new value of what is not there", () => {
    expect(() =>
      except(makeTuple([1]), [2], () => {
        throw new Error("computed");
      }),
    ).not.toThrow();
  });

  test.each<readonly [string, Value, readonly Value[], string]>([
    ["a sequence at a string", makeTuple([1]), ["a"], "E052"],
    ["a record at a number", makeRecord([["a", 1]]), [1], "E052"],
    ["a function on numbers at a string", makeFunction([[0, 1]]), ["a"], "E050"],
    ["a number", 1, [1], "E053"],
    ["a number inside", makeTuple([1]), [1, 1], "E053"],
    ["a set", makeSet([1]), [1], "E053"],
  ])("of %s is an error", (_, fn, path, code) => {
    expect(() => except(fn, path, () => 0)).toThrow(expect.objectContaining({ code }));
  });

  test("works on a function with an infinite domain", () => {
    const changed = except(
      lazyFunction(NAT, (x) => x),
      [3],
      (old) => [7, old][0]!,
    );
    expect([apply(changed, 3), apply(changed, 4)]).toEqual([7, 4]);
  });
});

describe("application", () => {
  test.each<readonly [string, Value, Value, string]>([
    [
      "a sequence beyond its end",
      makeTuple([5, 6]),
      3,
      "3 is not in the domain 1..2 of the function <<5, 6>>",
    ],
    ["a sequence at 0", makeTuple([5]), 0, "0 is not in the domain 1..1"],
    ["the empty sequence", makeTuple([]), 1, "1 is not in the domain {}"],
    ["a record without the field", makeRecord([["a", 1]]), "b", '"b" is not in the domain {"a"}'],
    ["a record at a number", makeRecord([["a", 1]]), 1, '1 is not in the domain {"a"}'],
    ["a function", makeFunction([[m, 1]]), 2, "2 is not in the domain {m} of the function (m :> 1)"],
    ["a function by a rule", lazyFunction(NAT, (x) => x), -1, "-1 is not in the domain Nat"],
  ])("of %s outside the domain says so", (_, fn, argument, message) => {
    expect(() => apply(fn, argument)).toThrow(expect.objectContaining({ code: "E052" }));
    expect(() => apply(fn, argument)).toThrow(message);
  });

  test("of what is no function is an error of its own", () => {
    expect(isFunction(7)).toBe(false);
    expect(() => apply(7, 1)).toThrow("an integer, 7, was applied as a function");
    expect(() => domain("a")).toThrow(expect.objectContaining({ code: "E053" }));
  });

  test("a function by a rule computes each value once, and only what is asked for", () => {
    const asked: Value[] = [];
    const squares = lazyFunction(interval(1, 1000), (x) => {
      asked.push(x);
      return (x as number) ** 2;
    });
    expect([apply(squares, 12), apply(squares, 12), apply(squares, 5)]).toEqual([144, 144, 25]);
    expect(asked).toEqual([12, 5]);
  });

  test("a recursive function is one by a rule", () => {
    const factorial: Value = lazyFunction(NAT, (n) =>
      n === 0 ? 1 : (n as number) * (apply(factorial, (n as number) - 1) as number),
    );
    expect(apply(factorial, 10)).toBe(3628800);
    expect(() => equal(factorial, factorial)).not.toThrow();
    expect(() => equal(factorial, makeTuple([1]))).toThrow(expect.objectContaining({ code: "E055" }));
  });
});
