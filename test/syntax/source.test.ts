import { describe, expect, test } from "vitest";
import { oneLine, withoutComments } from "../../src/syntax/source.js";

test("oneLine makes tabs, line ends and other controls harmless", () => {
  expect(oneLine(" a\t\tb\r\n\u001b[31mc ")).toBe("a b [31mc");
});

describe("withoutComments", () => {
  test.each([
    ["line comments", "a \\* b\n+ c \\* d", "a + c"],
    ["block comments, also of several lines", "a (* b\n c *) + d", "a + d"],
    ["nested ones as a whole", "a (* b (* c *) d *) + e", "a + e"],
    ["a line comment's sign in a block comment", "a (* \\* b *) + c", "a + c"],
    ["a string's sign in a block comment", 'a (* " *) + "c"', 'a + "c"'],
    ["one that has no end", "a (* b", "a"],
  ])("drops %s", (_, text, expected) => {
    expect(oneLine(withoutComments(text))).toBe(expected);
  });

  test("leaves strings as they are", () => {
    const text = 'a = "(* b \\" \\* c" /\\ d = "*)"';
    expect(withoutComments(text)).toBe(text);
  });
});
