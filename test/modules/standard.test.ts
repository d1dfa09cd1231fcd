import { describe, expect, test } from "vitest";
import { findOperator } from "../../grammar/operators.js";
import { natives } from "../../src/eval/natives/index.js";
import { loadProgram, standardOnly } from "../../src/modules/load.js";
import { isStandard, nativeKeys, standardModules } from "../../src/modules/standard/index.js";
import { parseModule } from "../../src/syntax/parse.js";
import { Source } from "../../src/syntax/source.js";
import { modelOf } from "../support/model.js";

/** The operators that a standard module's own text defines, with their number of parameters. */
function defined(name: string): ReadonlyMap<string, number> {
  const { module } = parseModule(standardModules.get(name)!);
  const operators = new Map<string, number>();
  for (const unit of module!.units) {
    if (unit.kind === "definition") operators.set(unit.name.name, unit.params.length);
  }
  return operators;
}

describe("the standard modules", () => {
  test.each([...standardModules.keys()])("%s parses, loads and elaborates", (name) => {
    const source = standardModules.get(name)!;
    expect(parseModule(source).diagnostics).toEqual([]);
    expect(isStandard(source)).toBe(true);
    const program = loadProgram(
      new Source("M.tla", `---- MODULE M ----\nEXTENDS ${name}\n====`),
      standardOnly,
    );
    expect(program.modules.get(name)?.name.name).toBe(name);
    const units = `EXTENDS ${name}\nVARIABLE one_\nInit_ == one_ = TRUE\nNext_ == UNCHANGED one_`;
    expect(modelOf(units, "INIT Init_\nNEXT Next_").name).toBe("M");
  });

  test("every operator that evaluators compute is defined in its module's text, with as many parameters", () => {
    for (const key of nativeKeys) {
      const [, module, name] = /^(\w+)!(.+)$/.exec(key)!;
      expect({ key, arity: natives.get(key)?.arity }).toEqual({ key, arity: defined(module!).get(name!) });
    }
  });

  test("every operator that evaluators can compute is known to elaboration", () => {
    const canonical = (key: string): string =>
      key.replace(/!(.+)$/, (_, name: string) => `!${findOperator(name, "infix")?.name ?? name}`);
    expect(new Set([...natives.keys()].map(canonical))).toEqual(nativeKeys);
  });
});
