import { describe, expect, test } from "vitest";
import { counted, duration, elide, listed, thousands, wrap } from "../../src/report/text.js";

describe("wrap", () => {
  test("breaks at blanks and hangs", () => {
    expect(wrap("spin_lock(&mount_lock); count = 0; todo = all CPUs", 24, 4)).toEqual([
      "spin_lock(&mount_lock);",
      "    count = 0; todo =",
      "    all CPUs",
    ]);
  });

  test("breaks a word that is too long after punctuation", () => {
    expect(wrap("per_cpu_ptr(mnt->mnt_pcp,cpu)->mnt_count", 24, 4)).toEqual([
      "per_cpu_ptr(mnt->",
      "    mnt_pcp,cpu)->",
      "    mnt_count",
    ]);
  });

  test("breaks where it must if there is no punctuation", () => {
    expect(wrap("a".repeat(25), 10)).toEqual(["a".repeat(10), "a".repeat(10), "a".repeat(5)]);
  });

  test("never parts a surrogate pair", () => {
    for (const line of wrap("😀".repeat(9), 5)) expect(line).toMatch(/^(😀)+$/u);
  });

  test("gives one line for nothing", () => {
    expect(wrap("", 10, 4)).toEqual([""]);
    expect(wrap(" \n ", 10, 4)).toEqual([""]);
  });
});

describe("elide", () => {
  test("keeps what fits", () => {
    expect(elide("{1, 2, 3}", 9)).toBe("{1, 2, 3}");
  });
  test("cuts at blanks", () => {
    expect(elide("{10, 20, 30, 40, 50, 60, 70, 80}", 24)).toBe("{10, 20, 30, ... 80}");
  });
  test("cuts anywhere in a long word", () => {
    expect(elide("x".repeat(40), 13)).toBe("xxxxxxxx...xx");
  });
});

test("numbers and plurals", () => {
  expect([0, 999, 1000, 1234567].map(thousands)).toEqual(["0", "999", "1,000", "1,234,567"]);
  expect(counted(1, "state")).toBe("1 state");
  expect(counted(0, "state")).toBe("0 states");
  expect(counted(2, "property", "properties")).toBe("2 properties");
  expect([0.04, 0.82, 9.96, 59.4, 60, 185, 3600, 5400].map(duration)).toEqual([
    "0.0 s",
    "0.8 s",
    "10 s",
    "59 s",
    "1 min",
    "3 min 5 s",
    "1 h",
    "1 h 30 min",
  ]);
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
});
