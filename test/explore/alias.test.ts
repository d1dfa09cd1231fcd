/** ALIAS: what is shown of the states of a counterexample. */
import { describe, expect, test } from "vitest";
import type { Result } from "../../src/explore/result.js";
import { format } from "../../src/values/index.js";
import { checked } from "./run.js";

const spec = `EXTENDS Integers, TLC, TLCExt
VARIABLES x, y
Init == x = 0 /\\ y = 10
Next == x' = x + 1 /\\ y' = y - 1
Inv == x < 3
Alias ==`;

/** What is shown of each state. */
function aliases(result: Result): readonly (readonly string[] | null)[] {
  return result.violations[0]!.trace.map(
    ({ alias }) => alias?.map(({ name, value }) => `${name} = ${format(value)}`) ?? null,
  );
}

async function shown(alias: string): Promise<readonly (readonly string[] | null)[]> {
  const { result } = await checked(`${spec} ${alias}`, "INIT Init NEXT Next INVARIANT Inv ALIAS Alias");
  expect(result.verdict).toBe("invariant");
  return aliases(result);
}

describe("an alias", () => {
  test("is a record, in the order of its text, of this state and the next", async () => {
    expect(await shown("[sum |-> x + y, at |-> x, next |-> x']")).toEqual([
      ["sum = 10", "at = 0", "next = 1"],
      ["sum = 10", "at = 1", "next = 2"],
      ["sum = 10", "at = 2", "next = 3"],
      // The last state stutters.
      ["sum = 10", "at = 3", "next = 3"],
    ]);
  });

  test("knows its place in the behaviour", async () => {
    expect(
      await shown('[level |-> TLCGet("level"), before |-> [i \\in DOMAIN Trace |-> Trace[i].x]]'),
    ).toEqual([
      ["level = 1", "before = <<0>>"],
      ["level = 2", "before = <<0, 1>>"],
      ["level = 3", "before = <<0, 1, 2>>"],
      ["level = 4", "before = <<0, 1, 2, 3>>"],
    ]);
  });

  test("that is no record shows nothing of its own", async () => {
    expect(await shown("x + y")).toEqual([null, null, null, null]);
  });

  test("without a value leaves the variables, and says so", async () => {
    const all = await shown("[ok |-> x, bad |-> 1 \\div (x - 1)]");
    expect(all[0]).toEqual(["ok = 0", "bad = -1"]);
    expect(all[1]).toEqual(["x = 1", "y = 9", expect.stringMatching(/^_ALIASEvalError = "division by zero/)]);
  });

  test("is shown of a step that violates a property", async () => {
    const { result } = await checked(
      `${spec} [to |-> x']\nStep == [][x' < 2]_x`,
      "INIT Init NEXT Next PROPERTY Step ALIAS Alias",
    );
    expect(aliases(result)).toEqual([["to = 1"], ["to = 2"], ["to = 2"]]);
  });

  test("the variables are still there", async () => {
    const { result } = await checked(`${spec} [a |-> 1]`, "INIT Init NEXT Next INVARIANT Inv ALIAS Alias");
    expect(result.violations[0]!.trace.at(-1)!.values).toEqual([3, 7]);
  });
});
