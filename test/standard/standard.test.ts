/**
 * The modules that come with the tool, each tested by a module of assumptions of its own: NAME.tla here. An assumption
 * whose name begins with `Refused` has to be an evaluation error, one with `Refused_E057` that error; every other one
 * has to hold. Files, variables and programs are those of a toy world, anew for each assumption.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { EvaluationError } from "../../src/explore/evaluator.js";
import { parseConfig } from "../../src/modules/config.js";
import { loadProgram, type ModuleFinder } from "../../src/modules/load.js";
import { buildModel } from "../../src/semantics/build-model.js";
import type { NamedFormula } from "../../src/semantics/model.js";
import { location, Source } from "../../src/syntax/source.js";
import { toyWorld } from "../support/world.js";

const folder = new URL(".", import.meta.url);
const modules = readdirSync(folder).filter((name) => name.endsWith(".tla"));

/** Finds the modules beside the tests. */
const finder: ModuleFinder = {
  find: (name) => (modules.includes(`${name}.tla`) ? textOf(`${name}.tla`) : null),
};

function textOf(file: string): Source {
  return new Source(file, readFileSync(new URL(file, folder), "utf8"));
}

/** TRUE, FALSE or the error, as one line. */
function answer(file: string, index: number): string {
  const model = modelOf(file);
  const one: readonly NamedFormula[] = [model.assumptions[index]!];
  const evaluator = createReferenceEvaluator(
    { ...model, assumptions: one },
    { print: () => {}, seed: 1, world: toyWorld() },
  );
  try {
    return evaluator.falseAssumption() === -1 ? "TRUE" : "FALSE";
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return `refused: ${error.diagnostic.code} ${error.message.split("\n")[0]}`;
  }
}

function modelOf(file: string) {
  return buildModel(loadProgram(textOf(file), finder), parseConfig(new Source("none.cfg", "")));
}

describe.each(modules)("%s", (file) => {
  test.each(
    modelOf(file).assumptions.map(({ name, body }, index) => [index, name, location(body.span)] as const),
  )("assumption %i, %s", (index, name, place) => {
    const [refused, code = ""] = /^Refused(?:_(E\d{3}))?/.exec(name) ?? [];
    const expected = refused === undefined ? /^TRUE$/ : new RegExp(`^refused: ${code}`);
    expect(answer(file, index), place).toMatch(expected);
  });
});
