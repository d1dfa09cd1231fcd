import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/syntax/diagnostic.js";
import { renderDiagnostic, renderDiagnostics, type Style } from "../../src/syntax/render.js";
import { Source, type Span } from "../../src/syntax/source.js";

/** The span of the text between `«` and `»`, which are taken out. */
function marked(text: string, name = "a.tla"): Span {
  const start = text.indexOf("«");
  const end = text.indexOf("»") - 1;
  return { source: new Source(name, text.replace("«", "").replace("»", "")), start, end };
}

function error(span: Span, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code: "G001", severity: "error", message: "this is wrong", span, ...more };
}

/** The rendered text as lines, the first one (place and message) left out. */
function excerpt(diagnostic: Diagnostic): string[] {
  return renderDiagnostic(diagnostic).split("\n").slice(1);
}

describe("renderDiagnostic", () => {
  it("gives place, code, message, the source line and marks under the span", () => {
    expect(renderDiagnostic(error(marked("x == 1\ny == x \\cpu «zzz» + 2\n")))).toBe(
      [
        "a.tla:2:13: error G001: this is wrong",
        "    2 | y == x \\cpu zzz + 2",
        "      |             ^^^",
      ].join("\n"),
    );
  });

  it("has no excerpt without a span", () => {
    const d: Diagnostic = {
      code: "C001",
      severity: "warning",
      message: "no invariants",
      notes: ["only explored"],
    };
    expect(renderDiagnostic(d)).toBe("warning C001: no invariants\n  note: only explored");
  });

  it("marks one column where the span is empty", () => {
    expect(excerpt(error(marked("x == «»1")))).toEqual(["    1 | x == 1", "      |      ^"]);
  });

  it("marks behind the last character when something is missing at the end", () => {
    expect(excerpt(error(marked("x ==«»")))).toEqual(["    1 | x ==", "      |     ^"]);
    expect(excerpt(error(marked("x ==\n«»")))).toEqual(["    2 |", "      | ^"]);
  });

  it("marks the first line of a span of several lines, without the blanks at its end", () => {
    expect(excerpt(error(marked("x == «/\\ a  \n     /\\ b»\n")))).toEqual([
      "    1 | x == /\\ a",
      "      |      ^^^^",
    ]);
  });

  it("understands lines that end with carriage returns", () => {
    expect(excerpt(error(marked("x == 1\r\ny == «a»\r\nz == 2\r\n")))).toEqual([
      "    2 | y == a",
      "      |      ^",
    ]);
  });

  it("shows tabs as blanks up to the next stop, marks included", () => {
    expect(excerpt(error(marked("\tab\t«cd»\n")))).toEqual([
      `    1 | ${" ".repeat(8)}ab${" ".repeat(6)}cd`,
      `      | ${" ".repeat(16)}^^`,
    ]);
    expect(excerpt(error(marked("a«\tb»")))).toEqual(["    1 | a       b", "      |  ^^^^^^^^"]);
  });

  it("puts marks under wide characters and none under combining ones", () => {
    expect(excerpt(error(marked('"山é" «x»')))).toEqual(['    1 | "山é" x', "      |       ^"]);
    expect(excerpt(error(marked('"😀" «x»')))).toEqual(['    1 | "😀" x', "      |      ^"]);
  });

  it("cuts a long line around the span", () => {
    const [line, marks] = excerpt(error(marked(`${"a + ".repeat(100)}«wrong»${" + b".repeat(100)}`)));
    expect(line).toMatch(/^ {4}1 \| ….*\+ wrong \+ .*…$/);
    expect(line!.length).toBeLessThanOrEqual(102);
    expect(marks!.indexOf("^")).toBe(line!.indexOf("wrong"));
    expect(marks!.trimEnd().length - marks!.indexOf("^")).toBe(5);
  });

  it("cuts only the end when the span stands near the start, only the start near the end", () => {
    const [early] = excerpt(error(marked(`«wrong»${" + b".repeat(100)}`)));
    expect(early).toMatch(/^ {4}1 \| wrong .*…$/);
    const [late, marks] = excerpt(error(marked(`${"a + ".repeat(100)}«wrong»`)));
    expect(late).toMatch(/^ {4}1 \| ….* wrong$/);
    expect(marks!.indexOf("^")).toBe(late!.indexOf("wrong"));
  });

  it("marks what fits of a span longer than the window", () => {
    const [line, marks] = excerpt(error(marked(`«${"a".repeat(1000)}»`)));
    expect(line).toMatch(/^ {4}1 \| a+…$/);
    expect(marks!.length).toBeLessThanOrEqual(line!.length);
    expect(marks).toMatch(/\^{80,}$/);
  });

  it("is quick on a line of ten million characters", () => {
    const [line] = excerpt(error(marked(`${"a".repeat(5_000_000)}«b»${"c".repeat(5_000_000)}`)));
    expect(line).toMatch(/^ {4}1 \| …a+bc+…$/);
  });

  it("lets no control character through", () => {
    const d = error(marked("x == «\u001b[2J»", "\u001b]0;evil\u0007.tla"), {
      message: "unexpected \u001b[31m",
    });
    expect([...renderDiagnostic(d)].filter((c) => c !== "\n" && /\p{Control}/u.test(c))).toEqual([]);
    expect(renderDiagnostic(d)).toContain("unexpected \u{FFFD}[31m");
  });

  it("writes notes and the fix, further lines aligned", () => {
    const span = marked("x := «tru»");
    const d = error(span, { notes: ["first", "second\nand more"], fix: { span, text: "TRUE" } });
    expect(excerpt(d).slice(2)).toEqual([
      "  note: first",
      "  note: second",
      "        and more",
      "  fix: replace `tru` by `TRUE`",
    ]);
  });

  it("words a fix as insertion or deletion where it is one", () => {
    const nothing = marked("x == 1\ny :=« »2");
    const insertion = { span: { ...nothing, end: nothing.start }, text: ";" };
    expect(excerpt(error(nothing, { fix: insertion }))[2]).toBe("  fix: insert `;` at line 2, column 5");
    const extra = marked("x == 1«;»");
    expect(excerpt(error(extra, { fix: { span: extra, text: "" } }))[2]).toBe("  fix: delete `;`");
  });

  it("gives the parts to the style", () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const style: Style = {
      error: tag("e"),
      warning: tag("w"),
      note: tag("n"),
      bold: tag("b"),
      dim: tag("d"),
    };
    const d = error(marked("«x»"), { severity: "warning", code: "W001", notes: ["why"] });
    expect(renderDiagnostic(d, style)).toBe(
      [
        "<b>a.tla:1:1:</b> <w>warning W001:</w> this is wrong",
        "<d>    1 |</d> x",
        "<d>      |</d> <w>^</w>",
        "  <n>note:</n> why",
      ].join("\n"),
    );
  });
});

describe("renderDiagnostics", () => {
  it("keeps the order and separates by an empty line", () => {
    const rendered = renderDiagnostics([error(marked("«x»")), error(marked("«y»", "b.tla"))]);
    expect(rendered.split("\n\n").map((text) => text.split("\n")[0])).toEqual([
      "a.tla:1:1: error G001: this is wrong",
      "b.tla:1:1: error G001: this is wrong",
    ]);
  });
});
