import { describe, expect, test } from "vitest";
import { type Config, parseConfig } from "../../src/modules/config.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { location, Source } from "../../src/syntax/source.js";
import { format } from "../../src/values/index.js";

function parse(text: string): Config {
  return parseConfig(new Source("M.cfg", text));
}

/** The constants in one line each. */
function constants(text: string): readonly string[] {
  return parse(text).constants.map((constant) => {
    const module = constant.module ? `[${constant.module.name}]` : "";
    return constant.kind === "value"
      ? `${constant.name.name} = ${module}${format(constant.value)}`
      : `${constant.name.name} <- ${module}${constant.definition.name}`;
  });
}

/** What is wrong with a text: code, place, message, notes. */
function errors(text: string): readonly string[] {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.diagnostics.map((d) =>
      [
        `${d.code} ${d.span ? location(d.span).replace("M.cfg:", "") : ""} ${d.message}`,
        ...(d.notes ?? []),
      ].join("; "),
    );
  }
  return [];
}

function namesOf(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map(({ name }) => name);
}

describe("statements", () => {
  test("an empty file says nothing", () => {
    expect(parse("  \\* nothing\n")).toEqual({
      specification: null,
      init: null,
      next: null,
      constants: [],
      invariants: [],
      properties: [],
      constraints: [],
      actionConstraints: [],
      checkDeadlock: true,
    });
  });

  test("every kind of statement, in any order and on any lines", () => {
    const config = parse(`
      INVARIANT A B
      NEXT Next
      CONSTRAINT Small INIT Init
      PROPERTIES Live
      ACTION_CONSTRAINTS Slow
      INVARIANTS C
      PROPERTY Fair
      CHECK_DEADLOCK FALSE
      CONSTRAINTS Smaller
      ACTION_CONSTRAINT Slower`);
    expect(config.init?.name).toBe("Init");
    expect(config.next?.name).toBe("Next");
    expect(config.specification).toBeNull();
    expect(namesOf(config.invariants)).toEqual(["A", "B", "C"]);
    expect(namesOf(config.properties)).toEqual(["Live", "Fair"]);
    expect(namesOf(config.constraints)).toEqual(["Small", "Smaller"]);
    expect(namesOf(config.actionConstraints)).toEqual(["Slow", "Slower"]);
    expect(config.checkDeadlock).toBe(false);
  });

  test("comments of both kinds, nested ones too", () => {
    const config = parse(
      "(* a (* nested *) \\* comment *) SPECIFICATION \\* INVARIANT X\nSpec (* INVARIANT Y *)",
    );
    expect(config.specification?.name).toBe("Spec");
    expect(config.invariants).toEqual([]);
  });

  test("the same invariant twice is one", () => {
    expect(namesOf(parse("INVARIANT A B A").invariants)).toEqual(["A", "B"]);
  });

  test("names of an instance's definitions", () => {
    expect(namesOf(parse("INVARIANT I!Inv I!J!Inv").invariants)).toEqual(["I!Inv", "I!J!Inv"]);
  });
});

describe("constants", () => {
  test.each([
    ["N = 3", "N = 3"],
    ["N = -3", "N = -3"],
    ["N = 12345678901234567890", "N = 12345678901234567890"],
    ['S = "a b"', 'S = "a b"'],
    ['S = "["', 'S = "["'],
    ["B = TRUE", "B = TRUE"],
    ["B = FALSE", "B = FALSE"],
    ["m = m", "m = m"],
    ["R = {r1, r2}", "R = {r1, r2}"],
    ["E = {}", "E = {}"],
    ["D = {{1}, {}, {1, 2}}", "D = {{}, {1}, {1, 2}}"],
    ["N <- Def", "N <- Def"],
    ["Op <- [Mod]Other", "Op <- [Mod]Other"],
    ["Def = [Mod]{a}", "Def = [Mod]{a}"],
    ["I!Op <- Other", "I!Op <- Other"],
    ["++ <- Plus", "++ <- Plus"],
    ["\\prec <- Less", "\\prec <- Less"],
  ])("%s", (text, expected) => {
    expect(constants(`CONSTANT ${text}`)).toEqual([expected]);
  });

  test("several in one statement and several statements", () => {
    expect(constants("CONSTANTS A = 1 B <- C\n D = {x,\n y}\nCONSTANT E = 2")).toEqual([
      "A = 1",
      "B <- C",
      "D = {x, y}",
      "E = 2",
    ]);
  });
});

describe("mistakes", () => {
  test.each([
    [
      "INVARIENT A",
      "M021 1:1 a keyword such as INVARIANT or CONSTANT is expected, not INVARIENT; did you mean `INVARIANT`?",
    ],
    [
      "invariant A",
      "M021 1:1 a keyword such as INVARIANT or CONSTANT is expected, not invariant; did you mean `INVARIANT`?",
    ],
    ["constructor Init", "M021 1:1 a keyword such as INVARIANT or CONSTANT is expected, not constructor"],
    ["INIT", "M023 1:5 INIT needs the name of a definition"],
    ["INIT A\nINIT B", "M022 2:6 INIT is given twice: A and B"],
    ["CONSTANT N = 1 N = 2", "M022 1:16 N is given twice"],
    ["CHECK_DEADLOCK maybe", "M023 1:16 CHECK_DEADLOCK needs TRUE or FALSE"],
    ["CONSTANT N : 3", "M023 1:12 = or <- is expected behind N"],
    ["CONSTANT N = ", "M023 1:14 a value is expected: a number, a string, TRUE, FALSE, a name or a set"],
    [
      "CONSTANT N = INVARIANT",
      "M023 1:14 a value is expected: a number, a string, TRUE, FALSE, a name or a set",
    ],
    ["CONSTANT N = {1, 2", "M023 1:19 , or } is expected in this set"],
    ["CONSTANT N <- ", "M023 1:15 the name of a definition is expected behind <-"],
    ["CONSTANT N <- [M", "M023 1:17 ] is expected behind the module's name"],
    [
      "CONSTANT F(1) = 2",
      "M024 1:11 giving the operator F value by value is not supported yet; define an operator in the module and write F <- that operator",
    ],
    ['CONSTANT N = {1, "a"}', "M025 1:14 this set has no meaning: "],
    ['CONSTANT N = "a', "M020 1:14 this string is not closed"],
    ["(* INIT A", "M020 1:1 this comment is not closed"],
    ["SYMMETRY Perms", "M024 1:1 SYMMETRY is not supported yet"],
    ["VIEW V", "M024 1:1 VIEW is not supported yet"],
    ["ALIAS A", "M024 1:1 ALIAS is not supported yet"],
    ["POSTCONDITION P", "M024 1:1 POSTCONDITION is not supported yet"],
    ["TYPE_CONSTRAINT T", "M024 1:1 TYPE_CONSTRAINT is not supported yet"],
  ])("%s", (text, expected) => {
    const [first, ...rest] = errors(text);
    expect(first?.slice(0, expected.length)).toBe(expected);
    expect(rest).toEqual([]);
  });

  test("several in one run", () => {
    expect(errors("INVARIENT A\nCONSTANT N : 1\nVIEW V\nINIT I").map((e) => e.slice(0, 8))).toEqual([
      "M021 1:1",
      "M023 2:1",
      "M024 3:1",
    ]);
  });
});
