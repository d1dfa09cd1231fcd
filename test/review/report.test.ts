/** How a review is told: mail, page, Markdown, JSON. */
import { describe, expect, test } from "vitest";
import { type JsonReview, renderReview, reviewToJson } from "../../src/report/index.js";
import { parseRequirement } from "../../src/review/index.js";
import { plainStyle } from "../../src/syntax/render.js";
import { mailOf, reviewText } from "./kit.js";
import { SHARED, TORN, VERDICTS } from "./specs.js";

const longest = (text: string) => Math.max(...text.split("\n").map((line) => line.length));

describe("the mail", () => {
  test("answers first, then gives verdicts, race, cells, bounds, and where to hold up a process", async () => {
    const mail = mailOf(await reviewText({ text: VERDICTS, patches: ["fixing", "hiding"] }));
    expect(mail.split("\n")[0]).toBe("Good: hiding hides it, fixing fixes it.");
    expect(mail).toContain("Patches: fixing (takes both out), hiding (takes one out).");
    expect(mail).toMatch(/^fixing {2}Good {2}fixes {2}repaired in x, y$/m);
    expect(mail).toMatch(/^hiding {2}Good {2}hides {2}repaired in x; survives in y$/m);
    const order = [
      "Nowhere violated, on base or patched: deadlock and assertions.",
      "What survives hiding (Good in y):",
      "^-- false: ok",
      "Replayed on base, the same 1 step, with `one` in place of `one_fixed`, ends",
      "All cells:",
      "Not checked:",
      "memory model sc: every store is visible at once",
    ].map((text) => mail.indexOf(text));
    expect(order.every((place, i) => place > (order[i - 1] ?? 0))).toBe(true);
  });

  test("every line fits, and the verdict stands beside the name", async () => {
    const mail = mailOf(await reviewText({ text: VERDICTS }));
    expect(longest(mail)).toBeLessThanOrEqual(75);
  });

  test("a long name keeps column and verdict on its line", async () => {
    const name = "wait_for_every_ring_and_then_put_the_files_inline_on_close";
    const text = VERDICTS.replaceAll("hiding", name)
      .replaceAll("Good", "UserReaped")
      .replace("scenario y", "scenario in_every_context");
    const mail = mailOf(await reviewText({ text, patches: [name, "fixing"], properties: ["UserReaped"] }));
    expect(longest(mail)).toBeLessThanOrEqual(75);
    expect(mail).toMatch(
      new RegExp(`^${name} +UserReaped +hides$\\n {4}repaired in x; survives in in_every_context$`, "m"),
    );
    expect(mail).toMatch(/^fixing +UserReaped +fixes +repaired in x,\s+in_every_context$/m);
    expect(mail).toMatch(new RegExp(`^${name}\\n {2}default +H$`, "m"));
  });

  test("one race is drawn once", async () => {
    const text = VERDICTS.replace(
      "patch idle",
      "patch hiding_too on hiding { before p.end { note: skip; } }\npatch idle",
    );
    const mail = mailOf(await reviewText({ text, patches: ["hiding", "hiding_too"] }));
    expect(mail.match(/\^-- false/g)?.length).toBe(1);
    expect(mail).toContain('The same as "What survives hiding (Good in y)".');
  });

  test("says so if nothing happens", async () => {
    const mail = mailOf(await reviewText({ text: VERDICTS, patches: ["idle"], scenarios: ["default"] }));
    expect(mail.split("\n")[0]).toBe("idle has no effect on what the spec claims.");
    expect(mail).toContain("Nowhere violated, on base or patched: Good, deadlock and assertions.");
  });

  test.each([
    [["hiding"], "hiding hides the failure of Good."],
    [["stopping"], "stopping breaks freedom from deadlock."],
    [["idle"], "idle does not help Good."],
    [["fixing", "idle"], "Good: fixing fixes it, idle does not help."],
    [["fixing", "stopping"], "Good: 1 patch makes it vacuous, fixing fixes it; 1 breaks more."],
    [
      ["fixing", "hiding", "moving", "idle"],
      "Good: 1 patch hides it, 1 repairs a part, fixing fixes it, 1 does not help.",
    ],
    [
      ["fixing", "hiding", "moving", "breaking", "stopping", "idle", "failing"],
      "7 patches: breaks 2, hides 1, partial 1, unknown 1, fixes 1, no effect 1.",
    ],
  ])("the answer about %j", async (patches, answer) => {
    const mail = mailOf(await reviewText({ text: VERDICTS, patches }));
    expect(mail.split("\n")[0]).toBe(answer);
  });

  test("names the memory models and their bounds", async () => {
    const mail = mailOf(await reviewText({ text: SHARED, memories: ["sc", "tso"], buffer: 1 })).replace(
      /\s+/g,
      " ",
    );
    expect(mail).toContain("memory model sc, in the rows that say sc");
    expect(mail).toContain("memory model tso: store buffers of 1 store, full in 6 of 6 cells");
    expect(mail).toContain("load reordering is not modelled");
  });

  test("names temporal properties, constraints and witnesses that leave something open", async () => {
    const text = TORN.replace(
      "reachable Tested",
      'property Ends == <>(ret # "none")\nconstraint Small == count <= 3\nreachable Never == count = 7\nreachable Tested',
    );
    const mail = mailOf(await reviewText({ text }));
    expect(mail).toContain("- temporal properties: Ends");
    expect(mail).toContain("- behaviours outside of the constraint Small");
    expect(mail).toContain("- Never: base never reaches it");
    expect(mail).toContain("see the head of spec.qsc, which models v6.1");
  });
});

describe("other forms", () => {
  test("a page of text says the same", async () => {
    const review = await reviewText({ text: VERDICTS, patches: ["hiding"] });
    expect(renderReview(review, { format: "text", width: 75, style: plainStyle })).toBe(mailOf(review));
    expect(
      longest(renderReview(review, { format: "text", width: 50, style: plainStyle })),
    ).toBeLessThanOrEqual(50);
  });

  test("Markdown has tables and code", async () => {
    const review = await reviewText({ text: VERDICTS, patches: ["hiding"] });
    const markdown = renderReview(review, { format: "markdown", width: 75, style: plainStyle });
    expect(markdown).toContain("| hiding | Good | hides | repaired in x; survives in y |");
    expect(markdown).toContain("### What survives hiding (Good in y)");
    expect(markdown).toContain("```text\nInitially ok = TRUE");
    expect(markdown).toMatch(/^\| base \| default \| H \|$/m);
  });

  test("JSON", async () => {
    const review = await reviewText({ text: VERDICTS, patches: ["hiding"], properties: ["Good"] });
    const json: JsonReview = JSON.parse(JSON.stringify(reviewToJson(review)));
    expect(json).toMatchObject({ version: 1, file: "spec.qsc", spec: "tiny", ok: false, columns: ["Good"] });
    expect(json.cells[2]).toMatchObject({ patch: null, scenario: "y", outcomes: { Good: "violated" } });
    expect(json.verdicts).toEqual([
      {
        patch: "hiding",
        column: "Good",
        verdict: "hides",
        cells: [
          {
            patch: "hiding",
            scenario: "default",
            memory: "sc",
            base: "holds",
            patched: "holds",
            why: null,
            shared: null,
          },
          {
            patch: "hiding",
            scenario: "x",
            memory: "sc",
            base: "violated",
            patched: "holds",
            why: null,
            shared: null,
          },
          {
            patch: "hiding",
            scenario: "y",
            memory: "sc",
            base: "violated",
            patched: "violated",
            why: null,
            shared: true,
          },
        ],
        race: { patch: "hiding", scenario: "y", memory: "sc", steps: ["p.one_fixed", "p.two"] },
        baseRace: { patch: null, scenario: "y", memory: "sc", steps: ["p.one", "p.two"] },
      },
    ]);
  });
});

describe("requirements", () => {
  const required = async (...texts: string[]) =>
    reviewText({
      text: VERDICTS,
      patches: ["fixing", "hiding", "idle"],
      requirements: texts.map((text) => parseRequirement(text)!),
    });

  test("are read", () => {
    expect(parseRequirement("fixes=P:Q")).toEqual({ verdict: "fixes", patch: "P", property: "Q" });
    expect(parseRequirement("no-effect=P:deadlock")?.verdict).toBe("no effect");
    for (const bad of ["fixes", "fixes=P", "repairs=P:Q", "=P:Q", "fixes=:Q", "fixes=P:"]) {
      expect(parseRequirement(bad)).toBeNull();
    }
  });

  test("decide alone how the review ends", async () => {
    const met = await required("hides=hiding:Good", "fixes=fixing:Good", "no-effect=idle:deadlock");
    expect(met.ok).toBe(true);
    const unmet = await required("hides=hiding:Good", "fixes=idle:Good");
    expect(unmet.ok).toBe(false);
    expect(mailOf(unmet).replace(/\s+/g, " ")).toContain(
      'Required: - hiding hides Good, as required - idle must have the verdict "fixes" on Good, but it has "no effect"',
    );
  });
});

describe("views", () => {
  test("show what became reachable, and what no longer is", async () => {
    const text = VERDICTS.replace("reachable Ends", "view Where == <<seen, ended>>\nreachable Ends");
    const review = await reviewText({ text, patches: ["moving", "fixing"], properties: ["Good"] });
    expect(review.views).toEqual([{ view: "Where", cell: 8, gained: ["<<TRUE, FALSE>>"], lost: [] }]);
    expect(mailOf(review)).toContain("- moving, Where in y: now <<TRUE, FALSE>>");
  });
});

describe("another spec", () => {
  test("is judged as a patch is", async () => {
    const other = VERDICTS.replace("spec tiny", "spec repaired").replace(
      "one: if (X) { ok := FALSE };",
      "one: skip;",
    );
    const review = await reviewText({ text: VERDICTS, other, properties: ["Good"] });
    const mail = mailOf(review);
    expect(mail.split("\n")[0]).toBe("repaired hides the failure of Good.");
    expect(mail).toMatch(/^repaired {2}Good {2}hides {2}repaired in x; survives in y$/m);
    expect(reviewToJson(review)).toMatchObject({ file: "other.qsc", against: "spec.qsc", spec: "tiny" });
    expect(mail).toContain("Checked: other.qsc against spec.qsc, the base, in 3 scenarios, 6 cells in\nall.");
  });
});
