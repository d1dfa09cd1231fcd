/** docs/modules.md lists every operator of every module that comes with the tool, as its text has it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nativeKeys, standardModules } from "../../src/modules/standard/index.js";
import type { OperatorDefinition } from "../../src/syntax/ast.js";
import { parseModule } from "../../src/syntax/parse.js";
import { oneLine, withoutComments } from "../../src/syntax/source.js";

const page = readFileSync(new URL("../../docs/modules.md", import.meta.url), "utf8");

interface Entry {
  /** The operator with its parameters, as the module's text writes it. */
  readonly head: string;
  readonly native: boolean;
  readonly description: string;
}

/** The entries `- `head` (native): description` of the page by the module that they stand under. */
const listed = new Map<string, readonly Entry[]>(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const name = /^\w+/.exec(section)?.[0] ?? "";
      const entries = [...section.matchAll(/^- `([^`]+)`( \(native\))?: (.*)$/gm)];
      return [
        name,
        entries.map(([, head = "", native, description = ""]) => ({
          head,
          native: native !== undefined,
          description,
        })),
      ];
    }),
);

/** What stands before the `==` of a definition. */
function headOf({ span, body }: OperatorDefinition): string {
  const text = oneLine(withoutComments(span.source.text.slice(span.start, body.span.start)));
  return text.replace(/\s*==.*$/, "");
}

/** The operators that a module's own text defines for others. */
function operatorsOf(name: string): readonly { readonly head: string; readonly native: boolean }[] {
  const { module } = parseModule(standardModules.get(name)!);
  return (module?.units ?? [])
    .filter((unit) => unit.kind === "definition")
    .filter((unit) => !unit.local)
    .map((unit) => ({ head: headOf(unit), native: nativeKeys.has(`${name}!${unit.name.name}`) }));
}

describe("docs/modules.md", () => {
  it("has a section for every module, and no others", () => {
    expect([...listed.keys()].sort()).toEqual([...standardModules.keys()].sort());
  });

  it.each([...standardModules.keys()])("lists every operator of %s, and which of them are native", (name) => {
    const entries = (listed.get(name) ?? []).map(({ head, native }) => ({ head, native }));
    const byHead = (a: { head: string }, b: { head: string }) => (a.head < b.head ? -1 : 1);
    expect(entries.sort(byHead)).toEqual([...operatorsOf(name)].sort(byHead));
  });

  it.each([...listed])("says of every operator of %s what it is", (_, entries) => {
    expect(entries.filter(({ description }) => description.trim() === "")).toEqual([]);
  });
});
