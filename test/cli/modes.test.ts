import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COUNTER, directory, LOST_UPDATE, quiesce } from "./terminal.js";

const cwd = directory({
  "Counter.tla": COUNTER,
  "Counter.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 3\nINVARIANT Small\n",
  "high.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 5\nINVARIANT Small\n",
  "stuck.cfg": "INIT Init\nNEXT Up\nCONSTANT MAX = 2\n",
  "assert.cfg": "INIT Init\nNEXT Stop\nCONSTANT MAX = 5\n",
  "lost_update.qsc": LOST_UPDATE,
  "Alias.tla": `---- MODULE Alias ----
EXTENDS Naturals
VARIABLES x, y
Init == x = 0 /\\ y = 0
Next == x' = x + 1 /\\ y' = IF x > 0 THEN 1 ELSE 0
Safe == /\\ x < 5
        /\\ y = 0
Shown == [sum |-> x + y, big |-> x > 9]
====
`,
  "Alias.cfg": "INIT Init\nNEXT Next\nINVARIANT Safe\nALIAS Shown\n",
});

/** Runs the program here; no line may be longer than mails quote well. */
async function run(...argv: readonly string[]) {
  const ran = await quiesce(argv, { cwd });
  if (!argv.includes("--json")) {
    for (const line of ran.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(75);
  }
  return { ...ran, text: ran.stdout.replace(/\d+\.\d s$/gm, "0.0 s") };
}

const read = (name: string) => readFileSync(join(cwd, name), "utf8");

describe("--simulate", () => {
  test("finds what a search finds, with the same exit code", async () => {
    for (const [config, code] of [
      ["high.cfg", 12],
      ["stuck.cfg", 11],
      ["assert.cfg", 14],
      ["Counter.cfg", 0],
    ] as const) {
      const options = ["--config", config, "--seed", "1", "--traces", "50", "--depth", "60"];
      expect((await run("check", "Counter.tla", "--config", config)).code).toBe(code);
      expect((await run("check", "Counter.tla", "--simulate", ...options)).code).toBe(code);
      expect((await run("check", "Counter.tla", "--generate", ...options)).code).toBe(code);
    }
  });

  test("says how it chose and how to repeat it", async () => {
    const argv = ["check", "Counter.tla", "--simulate", "--seed", "7", "--traces", "3", "--depth", "4"];
    expect((await run(...argv)).text).toBe(
      [
        "Counter: 3 random behaviours, no violation on them",
        "  3 random behaviours, 13 states generated,",
        "  longest 4 steps, 4.0 on average, 0.0 s",
        "  invariants: Small",
        "  chosen: an action at random, then one of its successors, up to 4 steps",
        "  again: --seed 7 (that nothing was met proves nothing)",
        "",
      ].join("\n"),
    );
  });

  test("draws a seed if none is given, and prints it", async () => {
    const first = await run("check", "Counter.tla", "--simulate", "--config", "high.cfg", "--json");
    const { simulation, trace } = JSON.parse(first.stdout);
    const again = await run(
      ...[
        "check",
        "Counter.tla",
        "--simulate",
        "--config",
        "high.cfg",
        "--json",
        "--seed",
        `${simulation.seed}`,
      ],
    );
    expect(JSON.parse(again.stdout).trace).toEqual(trace);
  });

  test("works for specs with processes", async () => {
    const { code, stdout } = await run(
      "check",
      "lost_update.qsc",
      "--simulate",
      "--seed",
      "2",
      "--property",
      "NothingLost",
    );
    expect(code).toBe(12);
    expect(stdout).toContain("NothingLost is violated");
  });

  test("is refused where it makes no sense", async () => {
    expect((await run("check", "Counter.tla", "--depth", "3")).stderr).toContain("C049");
    expect((await run("check", "Counter.tla", "--simulate", "--dump", "g.dot")).stderr).toContain("C010");
  });

  test("writes each behaviour to a numbered file", async () => {
    await run(
      ...[
        "check",
        "Counter.tla",
        "--simulate",
        "--traces",
        "2",
        "--depth",
        "3",
        "--trace-out",
        "walk.itf.json",
      ],
    );
    for (const number of [1, 2]) {
      expect((await run("check", "Counter.tla", "--load-trace", `walk_${number}.itf.json`)).code).toBe(0);
    }
    expect(existsSync(join(cwd, "walk_3.itf.json"))).toBe(false);
  });
});

describe("--trace-out and --load-trace", () => {
  test.each(["bug.itf.json", "bug.json", "bug.tlc.json"])("%s goes out and comes back", async (file) => {
    const out = await run("check", "Counter.tla", "--config", "high.cfg", "--trace-out", file, "--quiet");
    expect(out).toMatchObject({ code: 12, stdout: "", stderr: `wrote the counterexample to ${file}\n` });
    const { code, text } = await run("check", "Counter.tla", "--config", "high.cfg", "--load-trace", file);
    expect(code).toBe(0);
    expect(text).toBe(
      [
        `${file}: a behaviour of Counter, 5 states`,
        "",
        "Small is false in state 5",
        "    x <= 3",
        "    because x = 4",
        "",
      ].join("\n"),
    );
    // With fewer steps allowed it is none any more.
    const left = await run("check", "Counter.tla", "--load-trace", file, "--json");
    expect(left.code).toBe(1);
    expect(JSON.parse(left.stdout)).toMatchObject({
      behaviour: false,
      leavesAt: 5,
      reason: "noWay",
      nearest: [{ action: "Up", kind: "false", conjunct: "x < MAX" }, { action: "Down" }],
    });
  });

  test("a module goes out and is checked", async () => {
    await run("check", "Counter.tla", "--config", "high.cfg", "--trace-out", "Bug.tla", "--quiet");
    const { code, stdout } = await run("check", "Bug.tla");
    expect(code).toBe(12);
    expect(stdout).toContain("Small is violated: 5 states, 4 steps");
  });

  test("the object of --json is a trace, too; processes go by their names", async () => {
    const found = await run("check", "lost_update.qsc", "--property", "NothingLost", "--json");
    const spec = directory({ "lost_update.qsc": LOST_UPDATE, "report.json": found.stdout });
    const { code, stdout } = await quiesce(["check", "lost_update.qsc", "--load-trace", "report.json"], {
      cwd: spec,
    });
    expect(code).toBe(0);
    expect(stdout).toContain("NothingLost is false in state");
  });

  test("nothing is written where nothing was found", async () => {
    const { code, stderr } = await run("check", "Counter.tla", "--trace-out", "none.json");
    expect(code).toBe(0);
    expect(stderr).toBe("no counterexample is written: none was found\n");
    expect(existsSync(join(cwd, "none.json"))).toBe(false);
  });

  test("wrong names and files are told", async () => {
    expect((await run("check", "Counter.tla", "--trace-out", "x.txt")).stderr).toContain("C010");
    expect(
      (await run("check", "Counter.tla", "--config", "high.cfg", "--trace-out", "a-b.tla")).stderr,
    ).toContain("C046");
    expect(
      (await run("check", "Counter.tla", "--config", "high.cfg", "--trace-out", "no/x.json")).stderr,
    ).toContain("C007");
    expect((await run("check", "Counter.tla", "--load-trace", "Counter.cfg")).stderr).toContain("C040");
    expect((await run("check", "Counter.tla", "--load-trace", "missing.json")).stderr).toContain("C001");
  });
});

describe("--dump", () => {
  test("writes the form that the name or the option says", async () => {
    await run("check", "Counter.tla", "--dump", "g.dot", "--quiet");
    expect(read("g.dot")).toMatch(/^strict digraph [\s\S]*label="Up"[\s\S]*\}\n$/);
    await run("check", "Counter.tla", "--dump", "g.json", "--quiet");
    expect(JSON.parse(read("g.json")).steps).toHaveLength(7);
    await run("check", "Counter.tla", "--dump", "g.out", "--dump-format", "states", "--quiet");
    expect(read("g.out").match(/^State/gm)).toHaveLength(4);
  });

  test("is whole after a violation as well", async () => {
    expect(
      (await run("check", "Counter.tla", "--config", "high.cfg", "--dump", "v.json", "--quiet")).code,
    ).toBe(12);
    expect(JSON.parse(read("v.json")).steps.at(-1).state).toEqual({ x: { "#bigint": "4" } });
  });

  test("is refused without a name that says what", async () => {
    expect((await run("check", "Counter.tla", "--dump", "g.svg")).stderr).toContain("C047");
    expect((await run("check", "Counter.tla", "--dump-style", "colorize")).stderr).toContain("C048");
    expect((await run("check", "Counter.tla", "--dump", "g.dot", "--dump-style", "color")).stderr).toContain(
      "colorize",
    );
    expect((await run("check", "Counter.tla", "--dump", "no/g.dot")).stderr).toContain("C007");
  });
});

describe("why", () => {
  test("an action is not enabled", async () => {
    const { code, text } = await run("why", "Counter.tla", "--state", "x = 3", "--action", "Up");
    expect(code).toBe(0);
    expect(text).toBe(
      [
        "In the state given:",
        "  /\\ x = 3",
        "",
        "Up is not enabled:",
        "    x < MAX is false (Counter.tla:6:7)",
        "        with x = 3, MAX = 3",
        "",
      ].join("\n"),
    );
    const enabled = await run("why", "Counter.tla", "--state", "[x |-> 1]");
    expect(enabled.text).toContain("Up is enabled: 1 step\nDown is enabled: 1 step\n");
  });

  test("in a state of a trace, or the last one of a check", async () => {
    await run("check", "Counter.tla", "--config", "high.cfg", "--trace-out", "why.json", "--quiet");
    const at = await run(
      ...[
        "why",
        "Counter.tla",
        "--config",
        "high.cfg",
        "--trace",
        "why.json",
        "--at",
        "1",
        "--action",
        "Down",
      ],
    );
    expect(at.text).toContain(
      "In state 1 of why.json:\n  /\\ x = 0\n\nDown is not enabled:\n    x > 0 is false",
    );
    const dead = await run("why", "Counter.tla", "--config", "stuck.cfg");
    expect(dead.text).toContain(
      "In the deadlock, state 3:\n  /\\ x = 2\n\nUp is not enabled:\n    x < MAX is false",
    );
  });

  test("a process stands elsewhere, and JSON has it, too", async () => {
    const { text } = await run(
      ...["why", "lost_update.qsc", "--state", "total = 1", "--action", "worker[1].write"],
    );
    expect(text).toMatch(
      /worker\[1\]\.write is not enabled:\n {4}worker\[1\] (?:is done|stands at \w+, not at write)/,
    );
    const { stdout } = await run("why", "Counter.tla", "--state", "x = 3", "--action", "Up", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      state: { x: { "#bigint": "3" } },
      actions: [
        { action: "Up", enabled: false, obstacles: [{ kind: "false", conjunct: "x < MAX", passed: 0 }] },
      ],
    });
  });

  test("questions that have no answer are told", async () => {
    expect((await run("why", "Counter.tla", "--state", "x = 3", "--action", "Upp")).stderr).toContain(
      "did you mean",
    );
    expect((await run("why", "Counter.tla", "--state", "x > 7")).stderr).toContain("C044");
    expect((await run("why", "Counter.tla", "--state", "y = 7")).code).toBe(150);
    expect((await run("why", "Counter.tla", "--state", "x = ")).code).toBe(150);
    expect((await run("why", "Counter.tla")).stderr).toContain("C044");
    expect((await run("why", "Counter.tla", "--at", "2")).stderr).toContain("C050");
  });
});

describe("violations in reports", () => {
  test("name each conjunct, and count them where the search goes on", async () => {
    const { text } = await run("check", "Alias.tla");
    expect(text).toContain("Conjuncts of Safe:\n    false: y = 0\n    true: x < 5\n");
    const { text: counted } = await run("check", "Alias.tla", "--continue", "--max-states", "7");
    expect(counted).toContain("Safe is false in 5 states; its conjuncts: x < 5 in 2, y = 0 in 5");
    const { stdout } = await run("check", "Alias.tla", "--continue", "--max-states", "7", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      violations: [{ property: "Safe", conjunct: "y = 0", conjuncts: [{ holds: true }, { holds: false }] }],
      falsified: [{ invariant: "Safe", states: 5, conjuncts: [{ states: 2 }, { states: 5 }] }],
      trace: [{ alias: { sum: { "#bigint": "0" }, big: false } }, {}, {}],
    });
  });

  test("show what ALIAS shows, with --difftrace what changes of it", async () => {
    const { text } = await run("check", "Alias.tla", "--difftrace");
    expect(text).toContain(
      [
        "State 1: <Initial predicate>",
        "/\\ sum = 0",
        "/\\ big = FALSE",
        "",
        "State 2: <Next Alias.tla:5:1>",
        "/\\ sum = 1",
        "",
        "State 3: <Next Alias.tla:5:1>",
        "/\\ sum = 3",
        "",
      ].join("\n"),
    );
    const race = await run("check", "Alias.tla");
    expect(race.text).toContain("As ALIAS shows it:");
  });

  test("leave warnings out if asked to", async () => {
    const { text } = await run("check", "Counter.tla", "--config", "stuck.cfg", "--no-deadlock");
    expect(text).toContain("warning");
    const { text: quiet } = await run(
      ...["check", "Counter.tla", "--config", "stuck.cfg", "--no-deadlock", "--no-warnings"],
    );
    expect(quiet).not.toContain("warning");
  });
});
