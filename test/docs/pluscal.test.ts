/** Runs the examples of docs/pluscal.md. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/command-table.js";
import { OPTIONS } from "../../src/cli/options.js";
import { check } from "../../src/index.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { translating } from "../pluscal/support.js";
import { type Fence, fencesOf } from "./examples.js";

const page = readFileSync(new URL("../../docs/pluscal.md", import.meta.url), "utf8");
const fences = fencesOf(page);

const FRAME = "variables x = 0, y = 0, f = <<1, 2>>, r = [a |-> 1];";

/** A whole module for an example that shows a part of one. */
function moduleOf({ text, info }: Fence): string {
  const algorithm = info.has("whole")
    ? `--algorithm Example\n${text}`
    : info.has("braces")
      ? `--algorithm Example {\n${FRAME}\n{\n${text}}\n}`
      : `--algorithm Example\n${FRAME}\nbegin\n${text}end algorithm`;
  return `---- MODULE Example ----\nEXTENDS Naturals, Sequences, TLC\n(* ${algorithm} *)\n====\n`;
}

const config = "SPECIFICATION Spec\nCONSTANT defaultInitValue = none\n";

describe("algorithms, or parts of one", () => {
  for (const fence of fences.filter(({ language }) => language === "pluscal")) {
    const code = fence.info.get("error");
    it(`line ${fence.line}: ${code === undefined ? "is checked" : `is refused, ${code}`}`, async () => {
      const outcome = check({
        name: "Example.tla",
        text: moduleOf(fence),
        config: { name: "Example.cfg", text: config },
        find: translating(),
      });
      if (code === undefined) expect((await outcome).result.verdict).toBe("ok");
      else {
        const error = await outcome.catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(SpecError);
        expect((error as SpecError).diagnostics.map((each) => each.code)).toEqual([code]);
      }
    });
  }
});

describe("modules", () => {
  fences.forEach((fence, index) => {
    if (fence.language !== "tla") return;
    it(`line ${fence.line}: ${fence.info.get("verdict")}`, async () => {
      const { result } = await check({
        name: `${fence.info.get("module")}.tla`,
        text: fence.text,
        config: { name: "Example.cfg", text: fences[index + 1]!.text },
        find: translating(),
      });
      expect(result.verdict).toBe(fence.info.get("verdict"));
      expect(result.states.distinct).toBe(Number(fence.info.get("distinct")));
    });
  });
});

describe("the page", () => {
  it("leaves no example out", () => {
    expect(fences.length).toBeGreaterThan(8);
    expect(fences.filter(({ language }) => !["tla", "cfg", "pluscal"].includes(language))).toEqual([]);
  });

  it("names every option of the command", () => {
    const { options } = COMMANDS.find(({ name }) => name === "translate")!;
    const flags = options
      .filter((name) => name !== "debug")
      .map((name) => OPTIONS[name].flags.split(" ")[0]!);
    expect(flags.filter((flag) => !page.includes(`\`${flag}`))).toEqual([]);
  });
});
