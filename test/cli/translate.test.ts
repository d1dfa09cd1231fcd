import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { directory, quiesce } from "./terminal.js";

const MODULE = `---- MODULE Steps ----
EXTENDS Naturals
(* --algorithm Steps
variables x = 0;
begin
  x := x + 1;
  x := x + 1;
end algorithm; *)
Small == x < 2
====
`;
const CONFIG = "SPECIFICATION Spec\nINVARIANT Small\n";

const files = () => directory({ "Steps.tla": MODULE, "Steps.cfg": CONFIG });
const read = (cwd: string, name: string) => readFileSync(join(cwd, name), "utf8");

describe("quiesce translate", () => {
  test("writes the translation and keeps the file as it was", async () => {
    const cwd = files();
    chmodSync(join(cwd, "Steps.tla"), 0o640);
    const { code, stdout, stderr } = await quiesce(["translate", "Steps.tla"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      "Steps.tla: translated; the file as it was is Steps.old\n" +
        "  label Lbl_1 was added at line 6, column 3\n" +
        "  label Lbl_2 was added at line 7, column 3\n",
    );
    expect(read(cwd, "Steps.old")).toBe(MODULE);
    expect(read(cwd, "Steps.tla")).toContain('\nLbl_2 == /\\ pc = "Lbl_2"\n');
    expect(statSync(join(cwd, "Steps.tla")).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).sort()).toEqual(["Steps.cfg", "Steps.old", "Steps.tla"]);
  });

  test("writes nothing when nothing changes", async () => {
    const cwd = files();
    await quiesce(["translate", "Steps.tla"], { cwd });
    const text = read(cwd, "Steps.tla");
    const { code, stdout } = await quiesce(["translate", "Steps.tla"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("Steps.tla: the translation is up to date\n");
    expect(read(cwd, "Steps.tla")).toBe(text);
    expect(read(cwd, "Steps.old")).toBe(MODULE);
  });

  test("--check says whether the translation is up to date", async () => {
    const cwd = files();
    expect(await quiesce(["translate", "Steps.tla", "--check"], { cwd })).toMatchObject({
      code: 1,
      stdout: "Steps.tla: the translation is stale\n",
    });
    expect(read(cwd, "Steps.tla")).toBe(MODULE);
    await quiesce(["translate", "Steps.tla"], { cwd });
    expect((await quiesce(["translate", "Steps.tla", "--check"], { cwd })).code).toBe(0);
  });

  test("--stdout prints the text and writes nothing", async () => {
    const cwd = files();
    const { stdout } = await quiesce(
      ["translate", "Steps.tla", "--stdout", "--label-root", "L", "--fairness", "wf"],
      {
        cwd,
      },
    );
    expect(stdout.startsWith(MODULE.slice(0, MODULE.indexOf("Small")))).toBe(true);
    expect(stdout.endsWith("Small == x < 2\n====\n")).toBe(true);
    expect(stdout).toContain("Spec == /\\ Init /\\ [][Next]_vars\n        /\\ WF_vars(Next)\n");
    expect(stdout).toContain('pc = "L1"');
    expect(existsSync(join(cwd, "Steps.old"))).toBe(false);
  });

  test("says what is wrong with the algorithm, and leaves the file alone", async () => {
    const text = MODULE.replace("begin\n", "begin\nA:").replace("x + 1;\nend", "y +;\nend");
    const cwd = directory({ "Steps.tla": text });
    const { code, stderr } = await quiesce(["translate", "Steps.tla"], { cwd });
    expect(code).toBe(150);
    expect(stderr).toContain("Steps.tla:7:11: error G001: expected an expression after `+`, found `;`");
    expect(read(cwd, "Steps.tla")).toBe(text);
    expect(readdirSync(cwd)).toEqual(["Steps.tla"]);
  });

  test("takes modules only", async () => {
    const cwd = directory({ "a.qsc": "spec a\n", "None.tla": "---- MODULE None ----\n====\n" });
    expect((await quiesce(["translate", "a.qsc"], { cwd })).stderr).toContain("error C060");
    expect((await quiesce(["translate", "None.tla"], { cwd })).stderr).toContain("error P102");
    expect((await quiesce(["translate", "gone.tla"], { cwd })).stderr).toContain("error C001");
  });
});

describe("quiesce check --translate", () => {
  test("checks the algorithm of a file without a translation", async () => {
    const cwd = files();
    const { code, stdout } = await quiesce(["check", "Steps.tla", "--translate"], { cwd });
    expect(code).toBe(12);
    expect(stdout).toContain("Small");
    expect(read(cwd, "Steps.tla")).toBe(MODULE);
  });

  test("without it the translation in the file is checked, with a warning where it is stale", async () => {
    const cwd = files();
    await quiesce(["translate", "Steps.tla"], { cwd });
    const stale = directory({
      "Steps.tla": read(cwd, "Steps.tla").replace("x := x + 1;", "x := x + 2;"),
      "Steps.cfg": CONFIG,
    });
    const { stdout, stderr } = await quiesce(["check", "Steps.tla", "--json"], { cwd: stale });
    expect(`${stdout}${stderr}`).toContain("W071");
    const { stdout: fresh } = await quiesce(["check", "Steps.tla", "--translate", "--json"], { cwd: stale });
    expect(fresh).not.toContain("W071");
    expect(JSON.parse(fresh).trace.length).toBeLessThan(JSON.parse(stdout).trace.length);
  });
});
