/** Which cells a review has: patches × scenarios × memory models, in the order in which the matrix shows them. */
import { MEMORY_MODELS, type MemoryModel } from "../modules/memory-model.js";
import { expectationsOf, patchesOf, scenariosOf } from "../modules/variants.js";
import { memoryIn, memoryOf } from "../modules/variants-memory.js";
import type { Module } from "../syntax/ast.js";
import type { Cell, Titled } from "./types.js";

/** How a review calls the spec as it stands, with no scenario. */
export const DEFAULTS = "default";

/**
 * Scenarios that a review covers: the defaults if every constant has a value, then the spec's own in the text's order.
 * A constant without a value that some scenario gives is the sign that the defaults mean nothing.
 */
export function scenarioChoices(root: Module): readonly Titled[] {
  const open = root.units.some((unit) => unit.kind === "const" && unit.value === null);
  const defaults: readonly Titled[] = open ? [] : [{ name: DEFAULTS, title: null }];
  return [...defaults, ...scenariosOf(root).map(titled)];
}

/** The patches of a spec in the text's order. */
export function patchChoices(root: Module): readonly Titled[] {
  return patchesOf(root).map(titled);
}

/** Every cell: base first, then each patch; in each the scenarios, and in these the memory models. */
export function cellsOf(
  root: Module,
  patches: readonly Titled[],
  scenarios: readonly Titled[],
  memories: readonly MemoryModel[],
): readonly Cell[] {
  const rows = scenarios.flatMap(({ name }) =>
    memoriesFor(root, name, memories).map((memory) => ({
      scenario: name === DEFAULTS ? null : name,
      memory,
    })),
  );
  return [null, ...patches.map(({ name }) => name)].flatMap((patch) =>
    rows.map((row) => ({ patch, ...row })),
  );
}

/**
 * The memory models of a scenario: those asked for, else the scenario's own; else, where words are shared, the one of
 * the spec and those that expectations speak of, together with sc; else the spec's.
 */
function memoriesFor(root: Module, scenario: string, asked: readonly MemoryModel[]): readonly MemoryModel[] {
  if (asked.length > 0) return MEMORY_MODELS.filter((model) => asked.includes(model));
  const own = scenariosOf(root).find(({ name }) => name.name === scenario);
  const { memory } = memoryIn(root, own ?? null);
  if (own !== undefined && memoryOf(own.units) !== null) return [memory];
  if (!root.units.some((unit) => unit.kind === "var" && unit.shared)) return [memory];
  const expected = expectationsOf(root).flatMap(({ memory }) => memory.map(({ name }) => name));
  const wanted = new Set<string>(["sc", memory, ...expected]);
  return MEMORY_MODELS.filter((model) => wanted.has(model));
}

function titled(unit: {
  readonly name: { readonly name: string };
  readonly title: { readonly value: string } | null;
}): Titled {
  return { name: unit.name.name, title: unit.title?.value ?? null };
}
