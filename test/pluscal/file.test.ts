/** Where a translation is put, and what stays as it is. */
import { describe, expect, it } from "vitest";
import { translateText } from "../../src/pluscal/file.js";
import { DEFAULT_OPTIONS } from "../../src/pluscal/options.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { Source } from "../../src/syntax/source.js";
import { moduleOf, translated } from "./support.js";

const ALGORITHM = "--algorithm A\nvariable x = 0;\nbegin\nL: x := x + 1;\nend algorithm;";

function codesOf(text: string): readonly string[] {
  try {
    translateText(new Source("M.tla", text), DEFAULT_OPTIONS);
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
}

describe("a translation", () => {
  it("is put behind the comment of the algorithm, all else stays", () => {
    const text = moduleOf(ALGORITHM, "CONSTANT N\n", "Other == x + N\n");
    const result = translated(text);
    const begin = result.indexOf("\\* BEGIN TRANSLATION");
    const end = result.indexOf("Other ==");
    expect(result.slice(0, begin) + result.slice(end)).toBe(text);
    expect(result.slice(begin, end)).toMatch(
      /^\\\* BEGIN TRANSLATION \(chksum\(pcal\) = "[0-9a-f]+" \/\\ chksum\(tla\)/,
    );
    expect(result.slice(begin, end)).toMatch(/\nVARIABLES pc, x\n[\s\S]*\n\\\* END TRANSLATION \n$/);
  });

  it("does not change when it is made again", () => {
    const once = translated(moduleOf(ALGORITHM));
    expect(translated(once)).toBe(once);
  });

  it("replaces the one that is there", () => {
    const once = translated(moduleOf(ALGORITHM));
    const edited = once
      .replace("variable x = 0", "variables x = 0, y = 1")
      .replace("TRANSLATION \n", "TRANSLATION (mine)\n");
    const again = translated(edited);
    expect(again).toContain("VARIABLES pc, x, y\n");
    expect(again).toContain("END TRANSLATION (mine)\n");
    expect(again.match(/BEGIN TRANSLATION/g)).toHaveLength(1);
    expect(translated(again)).toBe(again);
  });

  it("takes the place that two empty lines mark, and adds no checksums there", () => {
    const marked = moduleOf(ALGORITHM, "", "\\* BEGIN TRANSLATION\n\\* END TRANSLATION\nLast == 1\n");
    const result = translated(marked);
    expect(result).toContain("\\* BEGIN TRANSLATION\nVARIABLES pc, x\n");
    expect(result).toContain("\\* END TRANSLATION\nLast == 1\n");
  });

  it("leaves checksums alone that may be any", () => {
    const line = "\\* BEGIN TRANSLATION (chksum(pcal) \\in STRING /\\ chksum(tla) \\in STRING)";
    expect(translated(moduleOf(ALGORITHM, "", `${line}\n\\* END TRANSLATION\n`))).toContain(
      `${line}\nVARIABLES`,
    );
  });

  it("keeps lines that end as in Windows", () => {
    const text = moduleOf(ALGORITHM).replaceAll("\n", "\r\n");
    const result = translated(text);
    expect(result.replaceAll("\r\n", "")).not.toContain("\n");
    expect(translated(result)).toBe(result);
    expect(result.replaceAll("\r\n", "\n")).toBe(translated(moduleOf(ALGORITHM)));
  });

  it("counts tabs as blanks up to the next eighth column", () => {
    const spaces = moduleOf(
      "--algorithm A\nvariable x = 0;\nbegin\nL:      x := IF x = 0\n             THEN 1\n             ELSE 2;\nend algorithm;",
    );
    const tabs = spaces.replace("L:      x", "L:\tx").replaceAll("             ", "\t     ");
    const of = (text: string) => text.slice(text.indexOf("VARIABLES"), text.indexOf("\\* END"));
    expect(of(translated(tabs))).toBe(of(translated(spaces)));
  });

  it("stands before an algorithm, if that is where its lines are", () => {
    const text = `---- MODULE M ----\nEXTENDS TLC\n\\* BEGIN TRANSLATION\n\\* END TRANSLATION\n(* --algorithm A\nvariable x = 0;\nbegin\nL: assert x = 0;\nend algorithm; *)\n====\n`;
    const result = translated(text);
    // The line is counted as if there were no translation, so that translating again changes nothing.
    expect(result).toContain("Failure of assertion at line 8, column 4.");
    expect(translated(result)).toBe(result);
  });

  it("is added to a file whose comment ends without a line end", () => {
    const result = translated(`---- MODULE M ----\n====\n(* ${ALGORITHM} *)`);
    expect(result).toContain("*)\n\\* BEGIN TRANSLATION");
    expect(translated(result)).toBe(result);
  });
});

describe("what cannot be translated", () => {
  it("has no algorithm, no end, or something behind its comment", () => {
    expect(codesOf("---- MODULE M ----\n====\n")).toEqual(["P102"]);
    expect(codesOf(moduleOf("--fair algorithms A"))).toEqual(["P102"]);
    expect(codesOf(moduleOf(ALGORITHM, "\\* BEGIN TRANSLATION\n"))).toEqual(["P101"]);
    expect(codesOf(`---- MODULE M ----\n(* ${ALGORITHM} *) x == 1\n====\n`)).toEqual(["P103"]);
    expect(codesOf(`---- MODULE M ----\n(* ${ALGORITHM}\n====\n`)).toEqual(["P103"]);
  });

  it("gets a message, however deep it is", () => {
    const body = (statement: string) =>
      codesOf(moduleOf(`--algorithm A\nvariable x = 0;\nbegin\nL: ${statement}\nend algorithm;`));
    expect(body(`${"if x = 1 then ".repeat(5000)}skip;${" end if;".repeat(5000)}`)).toEqual(["G009"]);
    expect(body(`if x = 0 then skip;${" elsif x = 1 then skip;".repeat(5000)} end if;`)).toEqual(["P125"]);
    const names = Array.from({ length: 5000 }, (_, i) => `v${i} \\in {1}`).join(", ");
    expect(body(`with ${names} do skip; end with;`)).toEqual(["P125"]);
    expect(body(`x := ${"(".repeat(5000)}1${")".repeat(5000)};`)).toEqual(["G009"]);
    expect(body("skip;".repeat(5000))).toEqual([]);
  });

  it("gets a message, however much its macros stand for", () => {
    const macros = Array.from({ length: 40 }, (_, i) =>
      i === 0
        ? "macro m0() begin skip; end macro;"
        : `macro m${i}() begin m${i - 1}(); m${i - 1}(); end macro;`,
    ).join("\n");
    expect(
      codesOf(moduleOf(`--algorithm A\nvariable x = 0;\n${macros}\nbegin\nL: m39();\nend algorithm;`)),
    ).toEqual(["P126"]);
  });

  it("gets a message, whatever is cut off or doubled", () => {
    const text = moduleOf(`--algorithm A {
  variables x = <<1, 2>>, y \\in {1, 2};
  define { D == x }
  macro m(a) { a := 1 || y := a; }
  procedure p(b = 1) variable c; { P: m(c); if (b = 1) return; else { either skip; or Q: call p(2); }; return; }
  fair+ process (r \\in 1..2) variable s = 1; { R: while (TRUE) { with (t \\in x; u = t) x[1] := u; S:- print "e"; } }
}`);
    for (let at = text.indexOf("--algorithm"); at < text.indexOf("*)"); at++) {
      for (const mutilated of [
        text.slice(0, at) + text.slice(at + 1),
        `${text.slice(0, at)}{${text.slice(at)}`,
        `${text.slice(0, at)} end ${text.slice(at)}`,
      ]) {
        expect(() => codesOf(mutilated)).not.toThrow();
      }
    }
  });
});
