import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TLC_FLAGS, translateTlc } from "../../src/cli/tlc-flags.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { COUNTER, directory, quiesce } from "./terminal.js";

const cwd = directory({
  "Counter.tla": COUNTER,
  "Counter.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 3\nINVARIANT Small\n",
  "high.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 5\nINVARIANT Small\n",
  "stuck.cfg": "INIT Init\nNEXT Up\nCONSTANT MAX = 2\n",
  "assert.cfg": "INIT Init\nNEXT Stop\nCONSTANT MAX = 5\n",
  "broken.cfg": "INIT Init\nNEXT Broken\nCONSTANT MAX = 5\n",
  "wrong.cfg": "INIT Init\nNEXT Nxet\nCONSTANT MAX = 5\n",
});

const tlc = (...flags: readonly string[]) => quiesce(["tlc", ...flags], { cwd });

describe("what TLC's flags become", () => {
  test.each([
    ["X", "check X.tla"],
    ["X.tla", "check X.tla"],
    ["-workers auto -config Y -deadlock X", "check X.tla --config Y.cfg --no-deadlock"],
    ["-config Y.cfg -continue -difftrace X", "check X.tla --config Y.cfg --continue --difftrace"],
    ["-simulate X", "check X.tla --simulate --traces unlimited"],
    [
      "-simulate num=5,file=t -depth 9 -seed 3 X",
      "check X.tla --simulate --trace-out t.tla --traces 5 --seed 3 --depth 9",
    ],
    ["-generate num=5 -seed -1 -aril 2 X", "check X.tla --generate --traces 5 --seed 1"],
    ["-depth 9 -seed 3 X", "check X.tla"],
    ["-dump g X", "check X.tla --dump g.dump --dump-format states"],
    [
      "-dump dot,actionlabels,colorize g X",
      "check X.tla --dump g.dot --dump-format dot --dump-style actionlabels,colorize",
    ],
    ["-dump dot g.dot X", "check X.tla --dump g.dot --dump-format dot --dump-style dot"],
    ["-dumptrace json t.json -dumpTrace tla t X", "check X.tla --trace-out tlc:t.json --trace-out t.tla"],
    ["-loadTrace json t.json X", "check X.tla --load-trace t.json"],
    [
      "-metadir d -checkpoint 0 -fp 3 -fpmem 0.5 -fpbits 1 -gzip -terse -cleanup -lncheck final -maxSetSize 9 -noTE X",
      "check X.tla",
    ],
    ["-coverage 1 -nowarning -debug X", "check X.tla --coverage --no-warnings --debug"],
    ["-generateSpecTE nomonolith dir/X.tla", "check dir/X.tla --trace-out dir/X_TTrace.tla"],
    ["-generateSpecTE -teSpecOutDir out X", "check X.tla --trace-out out/X_TTrace.tla"],
    ["X --safety-only --max-states 9", "check X.tla --safety-only --max-states 9"],
  ])("%s", (flags, expected) => {
    expect(translateTlc(flags.split(" ")).argv.join(" ")).toBe(expected);
  });

  test.each([
    ["-recover id X", "there are no checkpoints"],
    ["-dfid 3 X", "breadth first"],
    ["-debugger nosuspend X", "no debugger"],
    ["-tool X", "frames"],
    ["-view X", "all their variables"],
    ["-userFile f X", "standard output"],
    ["-dump dot,snapshot g X", "snapshot"],
    ["-suppressMessages 1,2 X", "codes"],
  ])("%s gives a note", (flags, note) => {
    expect(translateTlc(flags.split(" ")).notes.join("\n")).toContain(note);
  });

  test.each([
    ["", "no module"],
    ["X Y", "more than one module"],
    ["-wrokers 2 X", "TLC has no flag -wrokers"],
    ["-config", "-config needs a file"],
    ["-depth x X", "whole number"],
    ["-seed x X", "needs a number"],
    ["-inv x>0 X", "is not understood"],
    ["-invlevel 3 X", "is not understood"],
    ["-postCondition M!P X", "is not understood"],
    ["-dump class,x.Y g X", "built in"],
    ["-dumpTrace tlc t X", "json or tla"],
    ["-loadTrace tlc t X", "only json"],
    ["-simulate file=t X", "say how many"],
  ])("%s is refused", (flags, message) => {
    const words = flags.split(" ").filter((word) => word !== "");
    const run = () => translateTlc(words);
    expect(run).toThrow(SpecError);
    expect(run).toThrow(message);
  });

  test("every flag is in the help", async () => {
    const { code, stdout } = await tlc("-help");
    expect(code).toBe(0);
    for (const { flag, also = [] } of TLC_FLAGS)
      for (const name of [flag, ...also]) expect(stdout).toContain(name);
  });
});

describe("quiesce tlc", () => {
  test("ends with TLC's lines", async () => {
    const { code, stdout } = await tlc("-workers", "2", "-cleanup", "Counter");
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n").slice(-3)).toEqual([
      "Model checking completed. No error has been found.",
      "7 states generated, 4 distinct states found, 0 states left on queue.",
      "The depth of the complete state graph search is 4.",
    ]);
  });

  test.each([
    ["high", 12, "Error: Invariant Small is violated."],
    ["stuck", 11, "Error: Deadlock reached."],
    ["assert", 14, "Error: The first argument of Assert evaluated to FALSE"],
    ["broken", 75, "Error: "],
  ])("%s.cfg: the exit code and the line of TLC", async (config, exit, line) => {
    const { code, stdout } = await tlc("-config", config, "Counter.tla");
    expect(code).toBe(exit);
    expect(stdout).toContain(`\n${line}`);
    expect(stdout).toContain("State 1: <Initial predicate>\n/\\ x = 0");
    expect(stdout).toMatch(/\n\d+ states generated, \d+ distinct states found, \d+ states left on queue\.\n/);
  });

  test("errors have TLC's codes", async () => {
    expect((await tlc("-config", "wrong.cfg", "Counter")).code).toBe(151);
    expect((await tlc("Nothing")).code).toBe(153);
    const { code, stderr } = await tlc("-wrokers", "2", "Counter");
    expect(code).toBe(1);
    expect(stderr).toContain("did you mean -workers?");
  });

  test("simulates, dumps and writes traces", async () => {
    const { code, stdout } = await tlc("-simulate", "num=3", "-depth", "5", "-seed", "8", "Counter");
    expect(code).toBe(0);
    expect(stdout).toContain("\nSimulation using seed 8 and aril 0\n");
    await tlc(
      "-config",
      "high",
      "-dump",
      "dot,actionlabels",
      "graph",
      "-dumpTrace",
      "json",
      "t.json",
      "Counter",
    );
    expect(readFileSync(join(cwd, "graph.dot"), "utf8")).toContain("digraph");
    const written = JSON.parse(readFileSync(join(cwd, "t.json"), "utf8"));
    expect(written.vars).toEqual(["x"]);
    expect(written.counterexample.state.at(-1)).toEqual([5, { x: 4 }]);
    expect(written.counterexample.action[0]).toMatchObject([[1, { x: 0 }], { name: "Up" }, [2, { x: 1 }]]);
    expect((await tlc("-config", "high", "-loadTrace", "json", "t.json", "Counter")).code).toBe(0);
    await tlc("-config", "high", "-generateSpecTE", "Counter");
    expect(existsSync(join(cwd, "Counter_TTrace.tla"))).toBe(true);
  });

  test("notes go to standard error", async () => {
    const { stderr } = await tlc("-tool", "Counter");
    expect(stderr).toBe("note: -tool: the frames around messages that the Toolbox reads are not printed\n");
  });
});
