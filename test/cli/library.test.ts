import { describe, expect, test } from "vitest";
import { check, checkVariant, followScript, load, parse, run, Source, SpecError } from "../../src/index.js";
import { COUNTER, LOST_UPDATE } from "./terminal.js";

const counter = { name: "Counter.tla", text: COUNTER };
const config = (text: string) => ({ name: "Counter.cfg", text });

describe("the library", () => {
  test("parses", () => {
    const { module, diagnostics } = parse(LOST_UPDATE);
    expect(module?.name.name).toBe("lost_update");
    expect(diagnostics).toEqual([]);
    const broken = parse("spec x\nvar = 1\n", "x.qsc");
    expect(broken.diagnostics.length).toBeGreaterThan(0);
    expect(broken.diagnostics[0]!.span?.source.name).toBe("x.qsc");
  });

  test("checks a TLA+ module with a configuration", async () => {
    const { result, model, report, json } = await check({
      ...counter,
      config: config("INIT Init\nNEXT Next\nCONSTANT MAX = 4\nINVARIANT Small"),
    });
    expect(result.verdict).toBe("invariant");
    expect(result.violations[0]!.trace).toHaveLength(5);
    expect(model.name).toBe("Counter");
    expect(report()).toContain("Small is violated");
    expect(report({ trace: "states" })).not.toBe(report());
    expect(json()).toMatchObject({ verdict: "invariant", property: "Small", file: "Counter.tla" });
  });

  test("checks a spec under a scenario and a patch", async () => {
    const text = LOST_UPDATE;
    expect((await check({ text })).result.verdict).toBe("invariant");
    expect((await check({ text, patch: "atomic" })).result.verdict).toBe("ok");
    expect((await check({ text, patch: "atomic", scenario: "greedy" })).result.verdict).toBe("invariant");
    expect(
      (await check({ text, sets: [{ name: "LAST", expr: "0 - 1" }], patch: "atomic" })).result.verdict,
    ).toBe("invariant");
    expect((await check({ text, properties: ["Bounded"] })).result.verdict).toBe("ok");
  });

  test("reports each property once with `continue`, and stops at limits", async () => {
    const text = LOST_UPDATE.replace("total <= 2", "total <= 1 /\\ seen[1] <= 9").replace(
      "seen[1]",
      "worker[1].seen",
    );
    const { result } = await check({ text, continue: true, patch: "atomic", scenario: "greedy" });
    expect(result.violations.map(({ property }) => property).sort()).toEqual(["Bounded", "NothingLost"]);
    const limited = await check({ text: LOST_UPDATE, maxStates: 2 });
    expect(limited.result.stop).toEqual({ kind: "maxStates", limit: 2 });
  });

  test("finds modules through the caller", async () => {
    const text =
      "---- MODULE M ----\nEXTENDS Extra\nVARIABLE x\nInit == x = Start\nNext == x' = 1 - x\n====\n";
    const extra = "---- MODULE Extra ----\nEXTENDS Naturals\nStart == 1\n====\n";
    const { result } = await check({
      name: "M.tla",
      text,
      config: { name: "M.cfg", text: "INIT Init\nNEXT Next" },
      find: { find: (name) => (name === "Extra" ? new Source("Extra.tla", extra) : null) },
    });
    expect(result.states).toMatchObject({ initial: 1, generated: 3, distinct: 2 });
  });

  test("reads a spec once for several variants and scripted runs", async () => {
    const loaded = load({ text: `${LOST_UPDATE}run one == { worker[1].read; worker[1].write }\n` });
    expect((await checkVariant(loaded, {})).result.verdict).toBe("invariant");
    expect((await checkVariant(loaded, { patch: "atomic" })).result.verdict).toBe("ok");
    expect((await checkVariant(loaded, {})).script("again")).toMatch(/^run again /);
    expect((await followScript(loaded, "one", {}))?.found.kind).toBe("reached");
    expect(await followScript(loaded, "two", {})).toBeNull();
  });

  test("throws everything that is wrong at once", async () => {
    await expect(check({ text: "spec x\nvar = 1\nvar = 2\n" })).rejects.toThrow(SpecError);
    await expect(check({ text: LOST_UPDATE, patch: "atomci" })).rejects.toThrow(/atomci/);
  });

  test("says that nothing was checked where there is no initial state", async () => {
    const { result, report } = await check({
      ...counter,
      sets: [{ name: "MAX", expr: "3" }],
      config: config("INIT Nowhere\nNEXT Next"),
      text: COUNTER.replace("Small ==", "Nowhere == x = 0 /\\ FALSE\nSmall =="),
    });
    expect(result.verdict).toBe("ok");
    expect(result.warnings.map(({ code }) => code)).toContain("W063");
    expect(report()).toContain("there is no initial state");
  });

  test("walks", async () => {
    const { result } = await run({ text: LOST_UPDATE, seed: 3, steps: 2 });
    expect(result.behaviour).toHaveLength(3);
    const printed: string[] = [];
    const host = {
      now: () => 0,
      pause: async () => {},
      interrupted: false,
      memory: () => ({ used: 0, limit: 1 }),
    };
    await run({
      text: 'spec p\nvar x = 0\nprocess p = 1 { a: print "here"; }\n',
      host: { ...host, print: (text) => printed.push(text) },
      deadlock: false,
    });
    expect(printed).toEqual(['"here"']);
  });

  test("a spec prints once, however often its counterexample is looked at", async () => {
    const printed: string[] = [];
    const host = {
      now: () => 0,
      pause: async () => {},
      interrupted: false,
      memory: () => ({ used: 0, limit: 1 }),
    };
    const text = 'spec p\nvar x = 0\nprocess p = 1 { a: print "here"; x := 1; }\ninvariant Zero == x = 0\n';
    const { result } = await check({ text, host: { ...host, print: (line) => printed.push(line) } });
    expect(result.verdict).toBe("invariant");
    expect(printed).toEqual(['"here"']);
  });
});
