/** What is given by a rule is computed no earlier than it must be, and its rule is kept no longer than it must be. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { natives } from "../../src/eval/natives/index.js";
import {
  apply,
  cap,
  cardinality,
  contains,
  cup,
  difference,
  domain,
  elements,
  enumerate,
  equal,
  except,
  FilterSet,
  filterSet,
  format,
  hash,
  interval,
  lazyFunction,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  NAT,
  powerset,
  type SetValue,
  same,
  UnionSet,
  type Value,
} from "../../src/values/index.js";
import { nativeContext } from "../support/natives.js";

/** Values that have no hash, or had better not be asked for it. */
const unhashable: readonly (readonly [string, Value])[] = [
  ["an infinite set", NAT],
  ["a huge set", powerset(interval(1, 60))],
  ["a function on an infinite set", lazyFunction(NAT, (n) => n)],
  ["a function whose values are not asked for", lazyFunction(interval(1, 2), () => expect.fail("computed"))],
  [
    "a filter whose elements are not asked for",
    filterSet(powerset(interval(1, 3)), () => expect.fail("tried")),
  ],
  ["a record with an infinite set", makeRecord([["limit", NAT]])],
  ["a sequence of sequences with an infinite set", makeTuple([makeTuple([NAT])])],
  ["a set of an infinite set", makeSet([NAT])],
  ["a set of incomparable elements", makeSet([1, "a"])],
  [
    "a function with incomparable arguments",
    makeFunction([
      [1, 1],
      ["a", 2],
    ]),
  ],
];

describe.each(unhashable)("%s", (_, value) => {
  test.each<readonly [string, () => Value, Value]>([
    ["a sequence", () => makeTuple([1, 2]), 2],
    ["a record", () => makeRecord([["a", 1]]), "a"],
    ["a function", () => makeFunction([[0, 1]]), 0],
  ])("can be put into %s whether or not that was hashed before", (_name, make, argument) => {
    const hashed = make();
    hash(hashed);
    for (const fn of [hashed, make()]) {
      expect(
        apply(
          except(fn, [argument], () => value),
          argument,
        ),
      ).toBe(value);
      expect(
        same(
          except(
            except(fn, [argument], () => value),
            [argument],
            () => apply(fn, argument),
          ),
          fn,
        ),
      ).toBe(true);
    }
  });

  test("can be appended", () => {
    const hashed = makeTuple([1]);
    hash(hashed);
    const append = natives.get("Sequences!Append")!;
    expect(apply(append.apply([hashed, value], nativeContext()), 2)).toBe(value);
  });
});

test("an infinite set can be added to a set whether or not that was hashed before", () => {
  const hashed = makeSet([modelValue("m")]);
  hash(hashed);
  for (const set of [hashed, makeSet([modelValue("m")])]) {
    expect(contains(cup(set, makeSet([NAT])), NAT)).toBe(true);
  }
});

/** Collects garbage, so that weak references to what nobody holds are empty. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  // A weak reference that was made or read in this turn of the event loop holds its target till the turn ends.
  await new Promise((resolve) => setImmediate(resolve));
  (runInNewContext("gc") as () => void)();
}

/** What a rule's closure holds, such as the state that it was made in. */
class Held {
  answer(): boolean {
    return true;
  }
}

const base = powerset(interval(1, 3));
function lazySet(held: Held): SetValue {
  return filterSet(base, (value) => held.answer() && !contains(value, 2));
}

describe("once it was hashed, the rule is forgotten", () => {
  test.each<readonly [string, (held: Held) => Value]>([
    ["a filter", (held) => lazySet(held)],
    ["a filter of a filter", (held) => filterSet(lazySet(held), (value) => !contains(value, 1))],
    ["a union", (held) => cup(lazySet(held), base)],
    ["an intersection", (held) => cap(base, lazySet(held))],
    ["a difference", (held) => difference(base, lazySet(held))],
    ["a union of sets", (held) => new UnionSet(makeSet([base, lazySet(held)]))],
    ["a powerset", (held) => powerset(lazySet(held))],
    ["a function", (held) => lazyFunction(interval(1, 3), () => held.answer())],
    ["a function on a filter", (held) => lazyFunction(lazySet(held), () => held.answer())],
    [
      "a changed function",
      (held) =>
        except(
          lazyFunction(interval(1, 3), () => held.answer()),
          [2],
          () => false,
        ),
    ],
    ["a record with one", (held) => makeRecord([["set", lazySet(held)]])],
    ["a set with one", (held) => makeSet([lazySet(held)])],
  ])("%s", async (_, make) => {
    const makeHeld = (): readonly [Value, WeakRef<Held>] => {
      const held = new Held();
      return [make(held), new WeakRef(held)];
    };
    const [value, held] = makeHeld();
    await collectGarbage();
    expect(held.deref()).toBeDefined();
    hash(value);
    await collectGarbage();
    expect(held.deref()).toBeUndefined();
    expect(same(value, make(new Held()))).toBe(true);
  });

  test.each<readonly [string, () => SetValue]>([
    ["a filter", () => new FilterSet(base, (value) => !contains(value, 2))],
    [
      "a union",
      () =>
        cup(
          filterSet(base, () => false),
          base,
        ),
    ],
    [
      "an intersection",
      () =>
        cap(
          base,
          filterSet(base, () => true),
        ),
    ],
    ["a difference", () => difference(base, lazySet(new Held()))],
    ["a union of sets", () => new UnionSet(makeSet([base, lazySet(new Held())]))],
  ])("%s is the same set as before", (_, make) => {
    const [listed, fresh] = [make(), make()];
    const text = `{${elements(listed).map(format).join(", ")}}`;
    for (const value of enumerate(base)) expect(contains(listed, value)).toBe(contains(fresh, value));
    expect([...enumerate(listed)]).toEqual([...enumerate(fresh)]);
    expect(cardinality(listed)).toBe(cardinality(fresh));
    expect([listed.toString(), listed.expression()]).toEqual([text, text]);
    expect(equal(listed, fresh) && equal(fresh, listed)).toBe(true);
    expect(listed.subsetOf(fresh) && fresh.subsetOf(listed)).toBe(true);
  });

  test.each<readonly [string, () => SetValue]>([
    ["a filter", () => lazySet(new Held())],
    [
      "a union",
      () =>
        cup(
          lazySet(new Held()),
          filterSet(base, (value) => contains(value, 2)),
        ),
    ],
    ["an intersection", () => cap(base, lazySet(new Held()))],
    ["a difference", () => difference(base, lazySet(new Held()))],
  ])("%s can be listed in the midst of its enumeration", (_, make) => {
    const wanted = [...elements(make())];
    const set = make();
    const found: Value[] = [];
    for (const value of enumerate(set)) {
      hash(set);
      found.push(value);
    }
    expect(found.map(format)).toEqual(wanted.map(format));
  });

  test("a function has the same values and domain as before", () => {
    const squares = lazyFunction(interval(2, 4), (x) => (x as number) ** 2);
    hash(squares);
    expect([apply(squares, 3), format(domain(squares))]).toEqual([9, "2..4"]);
    expect(() => apply(squares, 1)).toThrow(expect.objectContaining({ code: "E052" }));
    expect(
      apply(
        except(squares, [3], () => 0),
        3,
      ),
    ).toBe(0);
  });
});
