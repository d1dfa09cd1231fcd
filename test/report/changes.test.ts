import { describe, expect, test } from "vitest";
import { changes, growth, placeName } from "../../src/report/changes.js";
import { Instances } from "../../src/report/instances.js";
import {
  format,
  lazyFunction,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  NAT,
  type Value,
} from "../../src/values/index.js";
import { Stage } from "./make.js";

const stage = new Stage("x.qsc", "process one = 1 { }\nprocess many \\in T { }", {
  variables: ["g", "one_n as one.n", "many_n as many.n", "put_cpu as put.cpu"],
  processes: [
    { name: "one", one: "boss" },
    { name: "many", many: ["aio", "uring"] },
  ],
});
const instances = new Instances(stage.model, stage.instances);
const [g, one, many, put] = stage.model.variables;

/** The changes of `g` between two values, as `name = value`. */
function between(before: Value, after: Value): string[] {
  return changes([g!], [before], [after]).map(
    ({ variable, path, value }) => `${placeName(instances, variable, path)} = ${format(value)}`,
  );
}

describe("changes", () => {
  test("only the elements that differ, nested ones too", () => {
    const f = (a: Value, b: Value): Value => makeFunction([[0, a] as const, [7, b] as const]);
    expect(between(f(1, 2), f(1, 2))).toEqual([]);
    expect(between(f(1, 2), f(1, 3))).toEqual(["g[7] = 3"]);
    const lock = (owner: string): Value => makeRecord([["owner", owner] as const, ["depth", 0] as const]);
    expect(between(f(lock("none"), 2), f(lock("umount"), 3))).toEqual(['g[0].owner = "umount"', "g[7] = 3"]);
  });

  test("identities are indices, other strings fields", () => {
    const f = (n: number): Value => makeRecord([["aio", n] as const, ["mode", n] as const]);
    expect(between(f(0), f(1))).toEqual(['g["aio"] = 1', "g.mode = 1"]);
  });

  test("pairs as arguments", () => {
    const f = (n: number): Value =>
      makeFunction([[makeTuple([1, 2]), n] as const, [makeTuple([3, 4]), 0] as const]);
    expect(between(f(0), f(5))).toEqual(["g[1, 2] = 5"]);
  });

  test("a sequence that grows, or moves, is given whole", () => {
    expect(between(makeTuple([1]), makeTuple([1, 2]))).toEqual(["g = <<1, 2>>"]);
    expect(between(makeTuple([1, 2]), makeTuple([2, 1]))).toEqual(["g = <<2, 1>>"]);
    expect(between(makeTuple([1, 2]), makeTuple([1, 3]))).toEqual(["g[2] = 3"]);
    expect(between(makeTuple([1]), makeTuple([]))).toEqual(["g = <<>>"]);
  });

  test("values of different kinds, and functions without end", () => {
    expect(between("none", 3)).toEqual(["g = 3"]);
    expect(
      between(
        0,
        lazyFunction(NAT, (n) => n),
      ),
    ).toHaveLength(1);
  });
});

describe("growth", () => {
  const grown = (old: Value, value: Value): string | null => {
    const [change] = changes([g!], [old], [value]);
    const found = growth(change!);
    return found === null ? null : `${found.verb} ${format(found.set)}`;
  };
  test("says what a set gained or lost", () => {
    expect(grown(makeSet([1]), makeSet([1, 2, 3]))).toBe("gains {2, 3}");
    expect(grown(makeSet([1, 2]), makeSet([]))).toBe("loses {1, 2}");
  });
  test("nothing of a set that did both, and of what is no set", () => {
    expect(grown(makeSet([1]), makeSet([2]))).toBeNull();
    expect(grown(makeTuple([1]), makeTuple([1, 2]))).toBeNull();
    expect(grown(makeSet([1]), NAT)).toBeNull();
  });
});

describe("placeName", () => {
  test("locals lose the process in its own column only", () => {
    expect(placeName(instances, one!, [], "boss")).toBe("n");
    expect(placeName(instances, one!, [], "aio")).toBe("one.n");
    expect(placeName(instances, many!, ["aio"], "aio")).toBe("n");
    expect(placeName(instances, many!, ["aio"], "uring")).toBe('many["aio"].n');
    expect(placeName(instances, many!, ["aio", 3], "aio")).toBe("n[3]");
    expect(placeName(instances, many!, [])).toBe("many.n");
  });

  test("a procedure's locals belong to who runs it", () => {
    expect(placeName(instances, put!, ["aio"], "aio")).toBe("cpu");
    expect(placeName(instances, put!, ["boss"], "aio")).toBe("one.cpu");
    expect(placeName(instances, put!, ["aio"])).toBe('many["aio"].cpu');
  });
});
