/** Checksums, and what they tell of an algorithm and its translation. */
import { describe, expect, it } from "vitest";
import { check } from "../../src/index.js";
import { checksum, checksumsOf } from "../../src/pluscal/checksum.js";
import { staleness } from "../../src/pluscal/stale.js";
import { Source } from "../../src/syntax/source.js";
import { moduleOf, translated } from "./support.js";

const TEXT = translated(moduleOf("--algorithm A\nvariable x = 0;\nbegin\nL: x := x + 1;\nend algorithm;"));

const codes = (text: string) => staleness(new Source("M.tla", text)).map(({ code }) => code);

describe("checksums", () => {
  it("are CRC-32, as its published check value says", () => {
    expect(checksum("123456789")).toBe("cbf43926");
    expect(checksum("")).toBe("0");
  });

  it("are found in all spellings that the TLA+ tools take", () => {
    const line = '\\* BEGIN TRANSLATION   (checksum(PlusCal) = "4860ac97" /\\ ChkSum(tla+) = "af3d9146")  ';
    const sums = checksumsOf(line);
    expect(sums?.algorithm?.value).toBe("4860ac97");
    expect(sums?.translation?.value).toBe("af3d9146");
    expect(line.slice(sums!.translation!.start, sums!.translation!.end)).toBe("af3d9146");
    expect(
      checksumsOf("\\* BEGIN TRANSLATION (chksum(pcal) \\in STRING /\\ chksum(tla) \\in STRING)"),
    ).toEqual({
      algorithm: null,
      translation: null,
    });
    expect(checksumsOf("\\* BEGIN TRANSLATION")).toBeNull();
  });
});

describe("staleness", () => {
  it("says nothing of a fresh translation", () => {
    expect(codes(TEXT)).toEqual([]);
    expect(codes("---- MODULE M ----\n====\n")).toEqual([]);
  });

  it("tells apart what has changed", () => {
    const algorithm = TEXT.replace("x := x + 1", "x := x + 2");
    const translation = TEXT.replace("x' = x + 1", "x' = x + 2");
    const both = algorithm.replace("x' = x + 1", "x' = x + 2");
    expect(codes(algorithm)).toEqual(["W071"]);
    expect(codes(translation)).toEqual(["W072"]);
    expect(codes(both)).toEqual(["W070"]);
  });

  it("does not mind comments and blanks in the algorithm", () => {
    expect(
      codes(TEXT.replace("begin\n", "begin\n\n  \\* a remark\n").replace("x := x + 1", "x :=  x   + 1")),
    ).toEqual([]);
  });

  it("says that an algorithm with errors has changed", () => {
    expect(codes(TEXT.replace("x := x + 1", "x := x +"))).toEqual(["W071"]);
  });

  it("takes any checksum where the line says so", () => {
    const any = TEXT.replace(/= "[0-9a-f]+"/g, "\\in STRING");
    expect(codes(any.replace("x := x + 1", "x := 2").replace("x' = x + 1", "x' = 3"))).toEqual([]);
  });

  it("is among the warnings of a check", async () => {
    const { model } = await check({ name: "M.tla", text: TEXT.replace("x := x + 1", "x := x + 2") });
    expect(model.warnings.map(({ code }) => code)).toContain("W071");
  });
});
