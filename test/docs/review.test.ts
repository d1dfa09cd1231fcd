/** docs/review.md: its example is reviewed, its mail is the one that is printed, its tables name what there is. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ReviewOutcome, review } from "../../src/index.js";
import { parseRequirement, REQUIREMENT_WORDS } from "../../src/review/requirements.js";
import { fencesOf } from "./examples.js";

const page = readFileSync(new URL("../../docs/review.md", import.meta.url), "utf8");
const fences = fencesOf(page);
const text = fences.find(({ language }) => language === "qsc")!.text;
const printed = fences.find(({ info }) => info.has("mail"))!.text;

const reviewed: Promise<ReviewOutcome> = review({ name: "busy.qsc", text });

describe("docs/review.md", () => {
  it("shows the mail as it is printed (else: npx vitest run test/docs/review.test.ts -u)", async () => {
    const mail = (await reviewed).report({ format: "mail" });
    await expect(page.replace(printed, () => `${mail}\n`)).toMatchFileSnapshot("../../docs/review.md");
  });

  it("ends as the page says", async () => {
    expect((await reviewed).review.ok).toBe(false);
    const required = [...page.matchAll(/--require (\S+)/g)].map(([, each]) => parseRequirement(each!)!);
    expect(required.length).toBeGreaterThan(1);
    const { review: found } = await review({ name: "busy.qsc", text, requirements: required });
    expect(found.ok).toBe(true);
  });

  it("names every verdict", () => {
    for (const word of REQUIREMENT_WORDS) expect(page).toContain(`\n| ${word.replace("-", " ")} | `);
    expect(page).toContain("\n| new | ");
  });

  it("names every field of the JSON", async () => {
    const json = (await reviewed).json();
    const start = page.indexOf("## JSON");
    const section = page.slice(start, page.indexOf("\n## ", start + 1));
    const fields = [
      ...Object.keys(json),
      ...Object.keys(json.cells[0]!),
      ...Object.keys(json.verdicts[0]!),
      ...Object.keys(json.verdicts[0]!.cells[0]!),
      ...json.verdicts.flatMap(({ race }) => (race === null ? [] : Object.keys(race))),
    ];
    expect(fields.filter((field) => !section.includes(`\`${field}\``))).toEqual([]);
  });
});
