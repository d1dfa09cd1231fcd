import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { follow } from "../../src/explore/follow.js";
import type { Host } from "../../src/explore/host.js";
import { search } from "../../src/explore/search.js";
import type { ModuleFinder } from "../../src/modules/load.js";
import { scriptOf } from "../../src/report/index.js";
import { type PrepareOptions, prepare } from "../../src/semantics/prepare.js";
import { Source } from "../../src/syntax/source.js";
import { format } from "../../src/values/index.js";
import { text } from "./kit.js";

const host: Host = {
  now: () => 0,
  pause: async () => {},
  interrupted: false,
  memory: () => ({ used: 0, limit: 1e9 }),
  print: () => {},
};
const evaluation = { print: () => {}, seed: 1 };

/** Finds the modules of the kernel library. */
const library: ModuleFinder = {
  find: (name) => {
    const file = new URL(`../../specs/kernel/${name}.qsc`, import.meta.url);
    try {
      return new Source(`specs/kernel/${name}.qsc`, readFileSync(file, "utf8"));
    } catch {
      return null;
    }
  },
};

/**
 * The script of a spec's first violation. Before it is given it is added to the spec, which is read again, and
 * followed: it must come to the same last state.
 */
async function scripted(spec: string, options: PrepareOptions = {}): Promise<string> {
  const { model } = prepare(new Source("s.qsc", spec), library, options);
  const evaluator = createReferenceEvaluator(model, evaluation);
  const found = await search(evaluator, { checkDeadlock: true, maxStates: 100_000 }, host);
  const [violation] = found.violations;
  const script = scriptOf(evaluator, model, violation!, "again")!;
  const again = prepare(new Source("s.qsc", `${spec}\n${script}\n`), library, options).model;
  const reread = createReferenceEvaluator(again, evaluation);
  const result = await follow(reread, again.runs.find(({ name }) => name === "again")!.items, host);
  const last = (trace: typeof result.trace): string | undefined =>
    trace.at(-1)?.values.map(format).join("\n");
  if (violation!.action) {
    expect(result).toMatchObject({ kind: "stopped", reason: { kind: "error", verdict: violation!.verdict } });
  } else expect(result).toMatchObject({ kind: "reached" });
  expect(last(result.trace)).toBe(last(violation!.trace));
  return script;
}

/** The items of a script, without its first line and its last. */
const items = (script: string): readonly string[] =>
  script
    .split("\n")
    .slice(1, -1)
    .map((line) => line.trim());

test("a violation of a spec of the kernel library, under each memory model", async () => {
  const spec = readFileSync(new URL("../../specs/mount/legit_vs_umount.qsc", import.meta.url), "utf8");
  for (const memory of ["tso", "weak"] as const) {
    const script = await scripted(spec, { memory });
    expect(script).toMatch(/^run again "NotBoth is violated" == \{\n {2}umount\.lookup;\n/);
    expect(script).toContain("\n  memory[1].flush;\n");
    expect(script).toMatch(/;\n {2}assert ~NotBoth\n\}$/);
  }
});

test("only what the steps leave open is said by conditions", async () => {
  const script = await scripted(`spec s
extends Integers
const N = 3
var flavour \\in {"lazy", "sync"}, limit \\in 1..N, sum = 0, seen = {}
process adder \\in {"a", "b"} var got = 0 {
  pick "n = next()": with (n \\in 1..N) { got := n };
  add "sum += n": sum := sum + got; seen := seen \\cup {self};
}
invariant Small == flavour = "sync" /\\ limit = 2 => sum < 6
`);
  expect(script).toBe(text`
run again "Small is violated" == {
  start where limit = 2 /\ flavour = "sync";
  adder["a"].pick where adder["a"].got = 3;
  adder["a"].add;
  adder["b"].pick where adder["b"].got = 3;
  adder["b"].add;
  assert ~Small
}
`);
});

test("places of every kind are written as formulas have them", async () => {
  const script = await scripted(`spec s
extends Integers, Sequences
const ACTOR = model {x1, x2}
var table = [k \\in {"id", "rev"} |-> [c \\in 1..2 |-> 0]], owner = x1, done = FALSE, log = << >>
procedure put(n) var cpu \\in {1, 2} {
  choose: with (who \\in ACTOR) { owner := who };
  store: table["rev"][cpu] := n;
  either { log := <<-1, TRUE>> } or { log := <<0>> };
  finish: done := TRUE; return;
}
process task = "task" { go: call put(7); }
invariant Never == ~(done /\\ owner = x2 /\\ table["rev"][2] = 7 /\\ log = <<-1, TRUE>>)
`);
  expect(items(script)).toEqual([
    'task.go where put["task"].cpu = 2;',
    'put["task"].choose where owner = x2;',
    'put["task"].store where log = <<-1, TRUE>>;',
    'put["task"].finish;',
    "assert ~Never",
  ]);
});

test("what only a buffer tells is asked of the CPU", async () => {
  const script = await scripted(
    `spec s
extends Integers
const CPU = 0..1
shared var word = 0, cnt = [c \\in CPU |-> 0]
var read = 0
process writer = "writer" on cpu = 1 {
  store: with (n \\in 1..3) { word := n };
  count: with (c \\in CPU) { cnt[c] := 5 };
}
process reader = "reader" on cpu = 0 { rest atomic load: await cnt[0] = 5; read := word; }
invariant Unread == read # 2
`,
    { memory: "tso" },
  );
  expect(items(script)).toEqual([
    "writer.store where seen(1, word) = 2;",
    "writer.count where seen(1, cnt[0]) = 5;",
    "memory[1].flush;",
    "memory[1].flush;",
    "reader.load;",
    "assert ~Unread",
  ]);
});

test("under weak a flush says which store, where the CPU has several", async () => {
  const script = await scripted(
    `spec s
extends Integers
shared var x = 0, y = 0
process p = "p" { both: x := 1; y := 1; }
invariant InOrder == y = 1 => x = 1
`,
    { memory: "weak" },
  );
  expect(items(script)).toEqual(["p.both;", 'memory["p"].flush where x = 0;', "assert ~InOrder"]);
});

test("a deadlock is where the script ends", async () => {
  const script = await scripted(`spec s
var a = FALSE, b = FALSE
process p = "p" { one: await ~a; a := TRUE; two: await ~b; }
process q = "q" { one: await ~b; b := TRUE; two: await ~a; }
`);
  expect(script).toBe(text`
run again "deadlock" == {
  p.one;
  q.one
  \* no step is possible any more
}
`);
});

test("a failing assertion is that of the last step", async () => {
  const script = await scripted(`spec s
extends Integers
var n = 0
process p = "p" { set: with (k \\in {1, 2}) { n := k }; check: assert n = 1; }
`);
  expect(items(script)).toEqual(["p.set where n = 2;", "p.check"]);
});

test("actions of a plain behaviour have their arguments", async () => {
  const script = await scripted(`spec s
extends Naturals, FiniteSets
const NODE = {"a", "b"}
VARIABLES msgs, got
Send(p) == /\\ p \\notin {m[1] : m \\in msgs}
           /\\ \\E kind \\in {"ping", "ack"} : msgs' = msgs \\cup {<<p, kind>>}
           /\\ UNCHANGED got
Recv(p) == \\E m \\in msgs : m[1] # p /\\ got' = got \\cup {m} /\\ UNCHANGED msgs
Init == msgs = {} /\\ got = {}
Next == \\E p \\in NODE : Send(p) \\/ Recv(p)
Spec == Init /\\ [][Next]_<<msgs, got>>
invariant Quiet == <<"b", "ack">> \\notin got
`);
  expect(items(script)).toEqual(['Send("b") where msgs = {<<"b", "ack">>};', 'Recv("a");', "assert ~Quiet"]);
});

test("there is none without a behaviour, or where a run has no word for an action", () => {
  const inner = "---- MODULE Inner ----\nVARIABLE x\nSet == x' = 1\n====\n";
  const outer = "---- MODULE M ----\nVARIABLE x\nI == INSTANCE Inner\nInit == x = 0\nNext == I!Set\n====\n";
  const { model } = prepare(
    new Source("M.tla", outer),
    { find: (name) => (name === "Inner" ? new Source("Inner.tla", inner) : null) },
    {},
  );
  const evaluator = createReferenceEvaluator(model, evaluation);
  const action = evaluator.actions[0]!;
  expect(action.name).toBe("I!Set");
  const trace = [
    { action: null, values: [0] },
    { action, values: [1] },
  ];
  expect(scriptOf(evaluator, model, { verdict: null, property: null, trace }, "r")).toBeNull();
  expect(scriptOf(evaluator, model, { verdict: "assumption", property: "A", trace: [] }, "r")).toBeNull();
});
