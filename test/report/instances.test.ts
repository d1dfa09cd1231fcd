import { describe, expect, test } from "vitest";
import { instancesOf } from "../../src/explore/instances.js";
import { Instances } from "../../src/report/instances.js";
import { makeFunction, makeSet, makeTuple, modelValue, NAT, type Value } from "../../src/values/index.js";
import { Stage } from "./make.js";

/** The CPUs told for `task` along a behaviour in which its `cpu` has these values. */
function cpus(...values: Value[]): readonly string[] {
  const stage = new Stage("x.qsc", "", {
    variables: ["task_CPU as task.CPU"],
    processes: [{ name: "task", one: "task" }],
  });
  const instances = new Instances(stage.model, stage.instances);
  return instances.cpus(
    instances.all[0]!,
    values.map((value) => [value]),
  );
}

describe("cpus", () => {
  test("come from a local called cpu, each change once", () => {
    expect(cpus(0, 0, 2, 2, 0)).toEqual(["CPU0", "CPU2", "CPU0"]);
  });
  test("are called by their names where they have some", () => {
    expect(cpus("cpu1", modelValue("c7"))).toEqual(["cpu1", "CPU c7"]);
  });
  test("are the instance's own where there are many", () => {
    const stage = new Stage("x.qsc", "", {
      variables: ["cpu as task.cpu"],
      processes: [{ name: "task", many: ["a", "b"] }],
    });
    const instances = new Instances(stage.model, stage.instances);
    const places = makeFunction([["a", 3] as const, ["b", 5] as const]);
    expect(instances.all.map((instance) => instances.cpus(instance, [[places]]))).toEqual([
      ["CPU3"],
      ["CPU5"],
    ]);
  });
  test("are not guessed", () => {
    const stage = new Stage("x.qsc", "TASK", {
      variables: ["cpu"],
      processes: [{ name: "t", many: [0], constant: "TASK" }],
    });
    const instances = new Instances(stage.model, stage.instances);
    expect(instances.cpus(instances.all[0]!, [[1]])).toEqual([]);
  });
});

describe("instances", () => {
  test("are named by process and identity", () => {
    const stage = new Stage("x.qsc", "", {
      variables: [],
      processes: [
        { name: "one", one: 7 },
        { name: "named", many: ["aio", "uring"] },
        { name: "pair", many: [makeTuple([1, 2])] },
        { name: "group", many: [makeSet([3])] },
      ],
    });
    const instances = new Instances(stage.model, stage.instances);
    expect(instances.all.map(({ name }) => name)).toEqual([
      "one",
      'named["aio"]',
      'named["uring"]',
      "pair[1, 2]",
      "group[{3}]",
    ]);
    expect(instances.of(makeTuple([1, 2]))?.name).toBe("pair[1, 2]");
    expect(instances.of(8)).toBeNull();
  });
  test("of a set without end are refused, at the process", () => {
    const { model } = new Stage("x.qsc", "", { variables: [], processes: [{ name: "p", many: [] }] });
    expect(() => instancesOf(model.processes, () => NAT)).toThrow(
      "process p would have infinitely many instances",
    );
  });
});
