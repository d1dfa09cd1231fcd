/** docs/errors.md has every code that the tool uses, and shows messages as they are printed. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/cli/files.js";
import { codes } from "../../src/values/error.js";
import { directory, quiesce } from "../cli/terminal.js";
import { type Fence, fencesOf } from "./examples.js";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/errors.md", root), "utf8");
const CODE = "[CEGMPSW]\\d{3}";

/** The folders and files in which a phase may use its codes: one that turns up elsewhere means something else there. */
const PLACES: Readonly<Record<string, RegExp>> = {
  G: /^(grammar|src\/syntax)\//,
  // What a set of permutations is can be seen only once it has a value.
  M: /^src\/(modules\/|semantics\/|eval\/symmetry)/,
  S: /^src\/semantics\//,
  P: /^src\/(pluscal|modules|semantics|review)\//,
  E: /^src\/(values|eval)\//,
  C: /^src\/(cli\/|explore\/given-trace|library\/state-asked)/,
  W: /^src\/(syntax|pluscal|semantics|report|index\.ts|eval\/(reduction|asymmetry))/,
};

interface Use {
  readonly code: string;
  readonly file: string;
  /** What the source says of it: whether it is a warning or an error; null if it says neither where the code stands. */
  readonly severity: string | null;
}

/** Every string of the sources that is a code. */
function usesIn(file: string): readonly Use[] {
  const text = readFileSync(new URL(file, root), "utf8");
  return [...text.matchAll(new RegExp(`(\\w*)\\(?\\s*"(${CODE})"(?:,\\s*severity: "(\\w+)")?`, "g"))].map(
    ([, call, code = "", severity]) => ({
      code,
      file,
      severity: severity ?? (call === "warning" || call === "error" ? call : null),
    }),
  );
}

const uses = ["grammar", "src"]
  .flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map(
      (path) => `${folder}/${path.replaceAll("\\", "/")}`,
    ),
  )
  .filter((path) => path.endsWith(".ts"))
  .flatMap(usesIn);
const used = [...new Set(uses.map(({ code }) => code))].sort();

/** The entries `- **G001** …` in the page's order. */
const entries = [...page.matchAll(new RegExp(`^- \\*\\*(${CODE})\\*\\* (.*(?:\\n {2}.*)*)`, "gm"))].map(
  (match) => ({
    code: match[1]!,
    text: match[2]!,
    line: page.slice(0, match.index).split("\n").length,
    section: /^## (.)(?![\s\S]*^## )/m.exec(page.slice(0, match.index))?.[1],
  }),
);

/** What stands under an entry: a text with its configuration, or a command; then the message. */
interface Example {
  readonly code: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly shown: string;
}

function example(fences: readonly Fence[]): Example {
  const message = fences.at(-1)!;
  const text = (language: string) => fences.find((fence) => fence.language === language)?.text ?? null;
  const module = text("tla");
  const spec = text("qsc");
  const name = /^(?:spec|---- MODULE) (\w+)/.exec(module ?? spec ?? "")?.[1];
  const file = `${name}.${module === null ? "qsc" : "tla"}`;
  const files = [
    [file, module ?? spec],
    [`${name}.cfg`, text("cfg")],
  ].filter((entry): entry is [string, string] => entry[1] !== null);
  return {
    code: entries.findLast(({ line }) => line < message.line)!.code,
    argv: text("sh")?.trim().split(" ").slice(1) ?? ["check", file],
    cwd: directory(Object.fromEntries(files)),
    shown: message.text,
  };
}

/** The fences in groups that end with the message. */
function examplesOf(fences: readonly Fence[]): readonly Example[] {
  const ends = fences.flatMap(({ language }, i) => (language === "text" ? [i] : []));
  return ends.map((end, i) => example(fences.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1)));
}

/** The message with this code, out of all that is printed: its first line and those indented below it. */
async function printed({ code, argv, cwd }: Example): Promise<string> {
  const { stdout, stderr } = await quiesce(argv, { cwd });
  const [message] = new RegExp(`^.*(?:error|warning) ${code}: .*\\n(?: .*\\n)*`, "m").exec(
    stderr + stdout,
  ) ?? [""];
  // The package lies elsewhere on every machine.
  return message.replaceAll(`${packageRoot()}/`, "…/");
}

const fences = fencesOf(page);
const examples = examplesOf(fences);

describe("the codes of the sources", () => {
  it("are all on the page, once, and no others are", () => {
    expect(used.length).toBeGreaterThan(150);
    expect(entries.map(({ code }) => code).sort()).toEqual(used);
  });

  it("are used by their phase only", () => {
    expect(uses.filter(({ code, file }) => !PLACES[code.charAt(0)]!.test(file))).toEqual([]);
  });

  it("are warnings if they begin with W, and errors if not", () => {
    const told = uses.filter(({ severity }) => severity !== null);
    expect(told.length).toBeGreaterThan(100);
    const expected = ({ code }: Use) => (code.startsWith("W") ? "warning" : "error");
    expect(told.filter((use) => use.severity !== expected(use))).toEqual([]);
  });

  it("have one meaning each in the table of the values' errors", () => {
    expect(new Set(Object.values(codes)).size).toBe(Object.values(codes).length);
  });
});

describe("docs/errors.md", () => {
  it("lists the codes in order, each in the section of its phase", () => {
    const sections = [...page.matchAll(/^## (.): /gm)].map(([, letter]) => letter!);
    expect(sections.sort()).toEqual(Object.keys(PLACES).sort());
    for (const letter of sections) {
      const listed = entries.filter(({ section }) => section === letter).map(({ code }) => code);
      expect(listed).toEqual(used.filter((code) => code.startsWith(letter)));
    }
  });

  it("says of each what it means, and what to do", () => {
    expect(entries.filter(({ text }) => !/[.;]\s+[A-Z]/.test(text) || !text.endsWith("."))).toEqual([]);
  });

  it("has only examples that are run", () => {
    expect(fences.at(-1)?.language).toBe("text");
    expect(examples.length).toBeGreaterThanOrEqual(25);
    expect(new Set(examples.map(({ code }) => code)).size).toBe(examples.length);
    const known = ["qsc", "tla", "cfg", "sh", "text"];
    expect(fences.filter(({ language }) => !known.includes(language))).toEqual([]);
  });

  for (const each of examples) {
    it(`prints ${each.code} for its example`, async () => {
      expect(await printed(each)).not.toBe("");
    });
  }

  it("shows messages as they are printed (else: npx vitest run test/docs/errors.test.ts -u)", async () => {
    const messages = await Promise.all(examples.map(printed));
    expect(messages).not.toContain("");
    const rest = messages[Symbol.iterator]();
    const renewed = page.replace(/^```text\n[\s\S]*?^```$/gm, () => `\`\`\`text\n${rest.next().value}\`\`\``);
    await expect(renewed).toMatchFileSnapshot("../../docs/errors.md");
  });
});
