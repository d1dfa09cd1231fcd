import { Lexer } from "chevrotain";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../grammar/lexer.js";
import { bindsTighter, findOperator, OPERATORS, operatorName } from "../../grammar/operators.js";
import * as t from "../../grammar/tokens.js";
import { treeOf } from "./trees.js";

const infixes = OPERATORS.filter((operator) => operator.fixity === "infix");

describe("the operator table", () => {
  it("spells no two operators of a fixity alike", () => {
    const spellings = OPERATORS.flatMap((o) => o.spellings.map((s) => `${o.fixity} ${s}`));
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  it("finds operators by every spelling", () => {
    expect(findOperator("\\leq", "infix")?.name).toBe("<=");
    expect(findOperator("=<", "infix")?.name).toBe("<=");
    expect(findOperator("-", "prefix")?.name).toBe("-.");
    expect(findOperator("-", "postfix")).toBeUndefined();
    expect(operatorName("-")).toBe("-");
    expect(operatorName("\\land")).toBe("/\\");
    expect(operatorName("\\lnot")).toBe("~");
    expect(operatorName("'")).toBe("'");
    expect(operatorName("nothing")).toBeUndefined();
  });

  it("compares ranges as a whole", () => {
    const [equals, plus, percent, times] = ["=", "+", "%", "*"].map((s) => findOperator(s, "infix")!);
    expect(bindsTighter(times!, plus!)).toBe(true);
    expect(bindsTighter(plus!, times!)).toBe(false);
    expect(bindsTighter(percent!, plus!)).toBe(false);
    expect(bindsTighter(plus!, equals!)).toBe(true);
  });
});

describe("operators in text", () => {
  it.each(infixes.flatMap((o) => o.spellings.map((s) => [s, o.name] as const)))(
    "a %s b",
    (spelling, name) => {
      expect(tokenize(`a ${spelling} b`, "module").map((token) => token.image)).toEqual(["a", spelling, "b"]);
      expect(treeOf(`a ${spelling} b`)).toBe(`(${name} a b)`);
    },
  );

  it.each(infixes.map((o) => [o.name, o] as const))("%s beside every other operator", (_, left) => {
    for (const right of infixes) {
      const text = `a ${left.spellings[0]} b ${right.spellings[0]} c`;
      const grouped = groupingOf(text);
      if (bindsTighter(left, right)) expect(grouped, text).toBe("left");
      else if (bindsTighter(right, left)) expect(grouped, text).toBe("right");
      else if (left === right && left.associativity === "left") expect(grouped, text).toBe("left");
      else expect(grouped, text).toBe("refused");
    }
  });

  it("lexes without a gap what needs none", () => {
    expect(tokenize("a\\cup{b}", "module").map((token) => token.image)).toEqual([
      "a",
      "\\cup",
      "{",
      "b",
      "}",
    ]);
    expect(tokenize("1..n-1", "module").map((token) => token.image)).toEqual(["1", "..", "n", "-", "1"]);
    expect(tokenize("x'=y", "module").map((token) => token.image)).toEqual(["x", "'", "=", "y"]);
    expect(tokenize("WF_vars(A)", "module").map((token) => token.image)).toEqual([
      "WF_",
      "vars",
      "(",
      "A",
      ")",
    ]);
  });

  it("has a lexer that passes its own checks and can be optimised", () => {
    const [inside] = [t.LEXER_MODES.inside];
    const flat = inside.filter((type) => type.PUSH_MODE === undefined && type.POP_MODE === undefined);
    const lexer = new Lexer(flat, { ensureOptimizations: true, positionTracking: "onlyStart" });
    expect(lexer.lexerDefinitionErrors).toEqual([]);
  });
});

/** How three operands are grouped: by the first operator, by the second, or not at all. */
function groupingOf(text: string): "left" | "right" | "refused" {
  const tree = treeOf(text);
  if (tree.startsWith("G008") || tree.startsWith("G013")) return "refused";
  const [a, b, c] = ["a", "b", "c"].map((name) => depthOf(tree, name));
  // A product takes all its factors at once.
  if (tree === "(\\X a b c)") return "left";
  return a === b && a! > c! ? "left" : b === c && b! > a! ? "right" : "refused";
}

/** How many parentheses are open before an operand, in a tree whose operators hold no parentheses by name. */
function depthOf(tree: string, name: string): number {
  const before = tree.slice(0, tree.search(new RegExp(`(?<=[ (])${name}(?=[ )])`)));
  return [...before].reduce((depth, c) => depth + (c === "(" ? 1 : c === ")" ? -1 : 0), 0);
}
