/** Algorithms checked without a translation in their files: the same states, places in the algorithm. */
import { describe, expect, it } from "vitest";
import { check } from "../../src/index.js";
import { parseTranslated } from "../../src/pluscal/module.js";
import { DEFAULT_OPTIONS } from "../../src/pluscal/options.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { parseModule } from "../../src/syntax/parse.js";
import { location, Source, textOf } from "../../src/syntax/source.js";
import { moduleOf, translated, translating } from "./support.js";

const CONFIG = { name: "M.cfg", text: "SPECIFICATION Spec\nCONSTANT defaultInitValue = defaultInitValue\n" };

async function counts(text: string, translate: boolean) {
  const { result } = await check({
    name: "M.tla",
    text,
    config: CONFIG,
    ...(translate && { find: translating() }),
  });
  return { verdict: result.verdict, distinct: result.states.distinct, generated: result.states.generated };
}

/** Algorithms with the numbers of states that TLC gives for their translations. */
const COUNTED: readonly {
  readonly what: string;
  readonly algorithm: string;
  readonly distinct: number;
  readonly generated: number;
}[] = [
  {
    what: "processes",
    algorithm: `--algorithm P
variables x = 0, lock = FALSE;
process p \\in 1..3
variable seen = 0;
begin
A: await ~lock; lock := TRUE;
B: seen := x;
C: x := seen + 1;
   lock := FALSE;
end process;
end algorithm;`,
    distinct: 46,
    generated: 52,
  },
  {
    what: "procedures",
    algorithm: `--algorithm Q {
  variables r = 1, sum = 0;
  procedure fact(n = 0) { F: if (n > 0) { r := r * n; call fact(n - 1); return; } else return; }
  process (q \\in 1..2)
    variable k \\in 1..2;
  { A: call fact(k);
    B: either sum := sum + r; or C: goto Done;
  }
}`,
    distinct: 243,
    generated: 432,
  },
  {
    what: "one sequence",
    algorithm: `--algorithm S
variables x \\in 0..2, y = {};
begin
A: while x < 3 do
     with v \\in {x, 2 * x} do y := y \\union {v}; end with;
     x := x + 1;
   end while;
end algorithm;`,
    distinct: 26,
    generated: 36,
  },
];

describe("counts", () => {
  for (const { what, algorithm, distinct, generated } of COUNTED) {
    it(`of ${what} are those of TLC, with the translation in the file or in memory`, async () => {
      const text = moduleOf(algorithm);
      const expected = { verdict: "ok", distinct, generated };
      expect(await counts(translated(text), false)).toEqual(expected);
      expect(await counts(text, true)).toEqual(expected);
    });
  }

  it("in memory do not depend on the translation in the file", async () => {
    const text = moduleOf(COUNTED[2]!.algorithm);
    const stale = translated(text).replace("x < 3", "x < 2");
    expect(await counts(stale, true)).toEqual(await counts(text.replace("x < 3", "x < 2"), true));
  });
});

describe("places", () => {
  const text = moduleOf(
    `--algorithm L
variables x = 0;
define
  Small == x < 2
end define;
macro up(v) begin
  v := v + 1;
  assert v < 4;
end macro;
begin
A: while TRUE do
     B: up(x);
   end while;
end algorithm;`,
    "CONSTANT N\n",
    "Last == x\n",
  );

  it("of a violated invariant are in its definition in the algorithm", async () => {
    const config = { name: "M.cfg", text: "SPECIFICATION Spec\nCONSTANT N = 1\nINVARIANT Small\n" };
    const { result } = await check({ name: "M.tla", text, config, find: translating() });
    const [violation] = result.violations;
    expect(violation?.property).toBe("Small");
    expect(violation?.trace.map(({ action }) => action && location(action.span))).toEqual([
      null,
      "M.tla:14:1",
      "M.tla:15:6",
      "M.tla:14:1",
      "M.tla:15:6",
    ]);
  });

  it("of a failed assertion are the assertion's", async () => {
    const config = { name: "M.cfg", text: "SPECIFICATION Spec\nCONSTANT N = 1\n" };
    const { result } = await check({ name: "M.tla", text, config, find: translating() });
    const error = result.violations[0]?.error;
    expect(error?.message).toContain("line 11, column 3 of macro called at line 15, column 9");
    expect(error?.span && location(error.span)).toBe("M.tla:11:3");
  });

  it("of names that nothing means are where they stand", async () => {
    const wrong = text.replace("x = 0;", "x = Nought;").replace("Last == x", "Last == y");
    const thrown = await check({ name: "M.tla", text: wrong, find: translating() }).catch(
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(SpecError);
    const spans = (thrown as SpecError).diagnostics.map(
      ({ span }) => span && `${location(span)} ${textOf(span)}`,
    );
    expect(spans).toContain("M.tla:5:15 Nought");
    expect(spans).toContain("M.tla:18:9 y");
  });

  it("of everything lie in the file as it is", () => {
    const source = new Source("M.tla", text);
    const { module } = parseTranslated(source, DEFAULT_OPTIONS);
    const plain = parseModule(new Source("M.tla", translated(text))).module;
    const spans: { source: Source; start: number; end: number }[] = [];
    const strip = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(strip);
      if (typeof node !== "object" || node === null) return node;
      if ("source" in node) {
        spans.push(node as (typeof spans)[number]);
        return null;
      }
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strip(value)]));
    };
    const tree = strip(module);
    expect(spans.length).toBeGreaterThan(90);
    expect(
      spans.filter(({ source: from, start, end }) => from !== source || start > end || end > text.length),
    ).toEqual([]);
    expect(tree).toEqual(strip(plain));
  });
});
