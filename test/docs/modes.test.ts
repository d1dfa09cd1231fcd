/** The pages on traces, simulation and TLC: what their examples print, and the table of flags. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tlcFlagRows } from "../../src/cli/docs.js";
import { directory, quiesce } from "../cli/terminal.js";
import { type Fence, fencesOf } from "./examples.js";

const root = new URL("../../", import.meta.url);

/** How long it took differs from run to run. */
const timeless = (text: string): string => text.replace(/\b\d+\.\d s$/gm, "0.0 s");

/** What a page's commands print, one text for each fence of text; its files are written as they come up. */
async function printed(fences: readonly Fence[]): Promise<readonly string[]> {
  const cwd = directory({});
  const texts: string[] = [];
  let name = "";
  let last = "";
  for (const { language, text, info } of fences) {
    if (language === "tla") {
      name = /MODULE (\w+)/.exec(text)![1]!;
      writeFileSync(join(cwd, `${name}.tla`), text);
    } else if (language === "cfg") writeFileSync(join(cwd, `${name}.cfg`), text);
    else if (language === "json") writeFileSync(join(cwd, info.get("file")!), text);
    else if (language === "sh") {
      const { stdout, stderr } = await quiesce(wordsOf(text), { cwd });
      last = `${stdout}${stderr}`;
    } else if (language === "text") texts.push(timeless(last));
  }
  return texts;
}

/** A command's words; single quotes hold words together. */
function wordsOf(command: string): readonly string[] {
  return [...command.trim().matchAll(/'([^']*)'|(\S+)/g)]
    .slice(1)
    .map(([, quoted, plain]) => quoted ?? plain!);
}

describe.each(["traces", "simulation", "coming-from-tlc"])("docs/%s.md", (name) => {
  const page = readFileSync(new URL(`docs/${name}.md`, root), "utf8");

  it("shows what its commands print (else: npx vitest run test/docs/modes.test.ts -u)", async () => {
    const texts = await printed(fencesOf(page));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => text.split("\n")).filter((line) => line.length > 75)).toEqual([]);
    const next = texts[Symbol.iterator]();
    const renewed = page
      .replace(/^```text\n[\s\S]*?^```$/gm, () => `\`\`\`text\n${next.next().value}\`\`\``)
      .replace(
        /(<!-- flags: .* -->\n)[\s\S]*(<!-- end of flags -->)/,
        (_, begin, end) => `${begin}${tlcFlagRows().join("\n")}\n${end}`,
      );
    await expect(renewed).toMatchFileSnapshot(`../../docs/${name}.md`);
  });
});
