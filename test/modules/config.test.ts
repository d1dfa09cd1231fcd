import { describe, expect, test } from "vitest";
import { type Config, parseConfig } from "../../src/modules/config.js";
import { configSection } from "../../src/modules/config-section.js";
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
    const { name } = constant.name;
    switch (constant.kind) {
      case "value":
        return `${name} = ${module}${format(constant.value)}`;
      case "table":
        return constant.rows
          .map(({ args, value }) => `${name}(${args.map(format).join(", ")}) = ${module}${format(value)}`)
          .join("; ");
      case "definition":
        return `${name} <- ${module}${constant.definition.name}`;
      default:
        return constant satisfies never;
    }
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
      symmetry: null,
      view: null,
      alias: null,
      postconditions: [],
      periodic: null,
      possible: [],
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
      VIEW V _POSSIBLE Some
      POSTCONDITION Done
      SYMMETRY Perms
      _RL_REWARD Reward
      ALIAS Al _PERIODIC Now
      POSTCONDITIONS Counted Done
      ACTION_CONSTRAINT Slower`);
    expect(config.init?.name).toBe("Init");
    expect(config.next?.name).toBe("Next");
    expect(config.specification).toBeNull();
    expect(namesOf(config.invariants)).toEqual(["A", "B", "C"]);
    expect(namesOf(config.properties)).toEqual(["Live", "Fair"]);
    expect(namesOf(config.constraints)).toEqual(["Small", "Smaller"]);
    expect(namesOf(config.actionConstraints)).toEqual(["Slow", "Slower"]);
    expect(config.checkDeadlock).toBe(false);
    const { symmetry, view, alias, periodic } = config;
    expect(namesOf([symmetry!, view!, alias!, periodic!])).toEqual(["Perms", "V", "Al", "Now"]);
    expect(namesOf(config.postconditions)).toEqual(["Done", "Counted"]);
    expect(namesOf(config.possible)).toEqual(["Some"]);
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
    ["N =-3", "N = -3"],
    ["N = {-1, -2}", "N = {-2, -1}"],
    ["N = 12345678901234567890", "N = 12345678901234567890"],
    ['S = "a b"', 'S = "a b"'],
    ['S = "["', 'S = "["'],
    ["B = TRUE", "B = TRUE"],
    ["B = FALSE", "B = FALSE"],
    ["m = m", "m = m"],
    ["R = {r1, r2}", "R = {r1, r2}"],
    ["E = {}", "E = {}"],
    ["D = {{1}, {}, {1, 2}}", "D = {{}, {1}, {1, 2}}"],
    ["t = A_1", "t = A_1"],
    ["T = <<-1, {}, <<>>>>", "T = <<-1, {}, <<>>>>"],
    ["T = [a |-> 1, b |-> [c |-> {x}]]", "T = [a |-> 1, b |-> [c |-> {x}]]"],
    ["T = {<<1, a>>, <<2, b>>}", "T = {<<1, a>>, <<2, b>>}"],
    ["F(1) = 2", "F(1) = 2"],
    ["F(1, a) = {x} F(-2, b) = {} F(1, b) = {y}", "F(1, a) = {x}; F(-2, b) = {}; F(1, b) = {y}"],
    ["F(1) = [Mod]2", "F(1) = [Mod]2"],
    ["Def = [Mod][a |-> 1]", "Def = [Mod][a |-> 1]"],
    ["(+) <- Plus", "\\oplus <- Plus"],
    ["=< <- Less", "<= <- Less"],
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
      "CONSTANT N = 1..3",
      "M023 1:17 = or <- is expected behind ..; what has to be computed needs a definition in the module: write `N <- Def`",
    ],
    ["CONSTANT F(1 = 2", "M023 1:14 , or ) is expected in this list of arguments"],
    ["CONSTANT F() = 2", "M023 1:10 F needs arguments between the brackets"],
    ["CONSTANT F(1) <- G", "M023 1:15 = is expected behind F"],
    ["CONSTANT F(1) = 2 F(1) = 3", "M022 1:19 F is given twice for the same arguments"],
    ["CONSTANT F(1) = 2 F = 3", "M022 1:19 F is given twice"],
    ["CONSTANT F = 2 F(1) = 3", "M022 1:16 F is given twice"],
    ["CONSTANT N = [a |-> 1, a |-> 2]", "M022 1:24 the field a is given twice"],
    ["CONSTANT N = [a |-> 1", "M023 1:22 , or ] is expected in this record"],
    ["CONSTANT N = <<1, 2", "M023 1:20 , or >> is expected in this tuple"],
    ["VIEW A VIEW B", "M022 1:13 VIEW is given twice: A and B"],
    ["SYMMETRY", "M023 1:9 SYMMETRY needs the name of a definition"],
    ['CONSTANT N = {1, "a"}', "M025 1:14 this set has no meaning: "],
    ['CONSTANT N = "a', "M020 1:14 this string is not closed"],
    ["(* INIT A", "M020 1:1 this comment is not closed"],
    [
      "TYPE_CONSTRAINT T",
      "M021 1:1 a keyword such as INVARIANT or CONSTANT is expected, not TYPE_CONSTRAINT; write INVARIANT; TLC no longer knows TYPE_CONSTRAINT either",
    ],
  ])("%s", (text, expected) => {
    const [first, ...rest] = errors(text);
    expect(first?.slice(0, expected.length)).toBe(expected);
    expect(rest).toEqual([]);
  });

  test("several in one run", () => {
    expect(errors("INVARIENT A\nCONSTANT N : 1\nVIEW V VIEW W\nINIT I").map((e) => e.slice(0, 9))).toEqual([
      "M021 1:1 ",
      "M023 2:12",
      "M022 3:13",
    ]);
  });
});

describe("in a module's file", () => {
  const file = (text: string) => new Source("dir/M.tla", text);
  const module = "---- MODULE M ----\nVARIABLE x\n====\n";
  const section = "---- CONFIG M ----\nINIT Init\nNEXT\n  Next\n====\n";

  test("stands between its own lines, before or behind the module", () => {
    for (const text of [section + module, module + section, `${section}\n${module}${section}`]) {
      const { init, next } = parseConfig(file(text));
      expect([init?.name, next?.name]).toEqual(["Init", "Next"]);
    }
  });

  test("keeps its places in the file", () => {
    const text = `${module}------- CONFIG   M -----\r\nINIT Init\r\nNEXT Next Again\r\n====\nNo config\n`;
    try {
      parseConfig(file(text));
      expect.unreachable();
    } catch (error) {
      const [first] = (error as SpecError).diagnostics;
      expect([first!.code, location(first!.span!)]).toEqual(["M021", "dir/M.tla:6:11"]);
    }
  });

  test("is that of the file's own name", () => {
    const other = section.replace("CONFIG M", "CONFIG Other").replace("Init", "OtherInit");
    expect(parseConfig(file(other + section + module)).init?.name).toBe("Init");
    expect(configSection(file(other + module))).toBeNull();
    expect(() => parseConfig(file(other + module))).toThrow(/M026|holds no configuration/);
  });

  test("a .cfg file with such a line is read as it is", () => {
    expect(errors(section)[0]?.slice(0, 4)).toBe("M021");
  });
});
