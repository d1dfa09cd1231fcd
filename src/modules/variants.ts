/** Scenarios and patches: from a spec to the variant of it that is to be checked, as another spec. */
import type {
  ExpectUnit,
  KernelUnit,
  Module,
  Name,
  PatchUnit,
  RunUnit,
  ScenarioUnit,
  SpecUnit,
} from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { SpecError } from "../syntax/diagnostic.js";
import { didYouMean, proposal } from "../syntax/nearest.js";
import { location } from "../syntax/source.js";
import { flatten, replaceRoot } from "./flatten.js";
import type { Program } from "./load.js";
import { checkMemory, checkModel } from "./variants-memory.js";
import { checkNames } from "./variants-names.js";
import { applyPatch, type Touched } from "./variants-patch.js";
import { applyScenario } from "./variants-redefine.js";

/** Which variant of a spec is meant; neither: the spec as it stands. */
export interface Variant {
  readonly scenario?: string;
  readonly patch?: string;
}

type Report = (diagnostic: Diagnostic) => void;

/**
 * Flattens a spec and looks through all that it says of its variants: scenarios, patches, expectations, memory
 * models. A TLA+ module has none and stays as it is.
 * @throws SpecError with everything that is wrong.
 */
export function checkVariants(program: Program): Program {
  if (program.root.form !== "spec") return program;
  const flat = flatten(program);
  const { units } = flat.root;
  const { report, close } = collect();
  const scenarios = scenariosOf(flat.root);
  const patches = patchesOf(flat.root);
  checkNames(units, report);
  checkMemory(units, "the spec", report);
  for (const scenario of scenarios) {
    checkMemory(scenario.units, `scenario ${scenario.name.name}`, report);
    applyScenario(units, scenario.units, report);
  }
  for (const patch of patches) patched(units, patch, patches, report);
  for (const unit of units)
    if (unit.kind === "expect") checkExpectation(unit, units, scenarios, patches, report);
  close();
  return flat;
}

/**
 * Gives a spec in one scenario, with one patch (and all that the patch is `on`) applied.
 * The patch comes after the scenario, so where both speak of a thing the patch wins. Scenarios, patches, expectations
 * and memory models stay in the result.
 * @param program what `checkVariants` gave.
 * @throws SpecError if there is no such scenario or patch.
 */
export function applyVariant(program: Program, variant: Variant): Program {
  const { root } = program;
  if (root.form !== "spec") {
    const asked = variant.scenario === undefined ? variant.patch && "patches" : "scenarios";
    if (asked === undefined) return program;
    throw new SpecError([
      {
        code: "P084",
        severity: "error",
        message: `${root.name.name} is a TLA+ module; only a spec (.qsc) has ${asked}`,
        span: root.name.span,
        notes: [`a spec that extends ${root.name.name} can add them to it`],
      },
    ]);
  }
  const { report, close } = collect();
  const patches = patchesOf(root);
  const scenario = lookUp(variant.scenario, scenariosOf(root), "scenario", "P003", root, report);
  const patch = lookUp(variant.patch, patches, "patch", "P004", root, report);
  const inScenario = scenario === null ? root.units : applyScenario(root.units, scenario.units, report);
  const units = patch === null ? inScenario : patched(inScenario, patch, patches, report);
  close();
  return units === root.units ? program : replaceRoot(program, { ...root, units });
}

/** Takes diagnostics, each once, and throws them together. */
function collect(): { readonly report: Report; readonly close: () => void } {
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  return {
    report: (diagnostic) => {
      const { span } = diagnostic;
      const key = `${diagnostic.message} ${span?.source.name}:${span?.start}`;
      if (!reported.has(key)) diagnostics.push(diagnostic);
      reported.add(key);
    },
    close: () => {
      if (diagnostics.length > 0) throw new SpecError(diagnostics);
    },
  };
}

/** The scenarios of a flattened spec, in the order of the text. */
export function scenariosOf(root: Module): readonly ScenarioUnit[] {
  return root.units.filter((unit) => unit.kind === "scenario");
}

/** The patches of a flattened spec, in the order of the text. */
export function patchesOf(root: Module): readonly PatchUnit[] {
  return root.units.filter((unit) => unit.kind === "patch");
}

/** The expectations of a flattened spec, in the order of the text. */
export function expectationsOf(root: Module): readonly ExpectUnit[] {
  return root.units.filter((unit) => unit.kind === "expect");
}

/** The scripted runs of a flattened spec, in the order of the text; those that patches bring are in its variants. */
export function runsOf(root: Module): readonly RunUnit[] {
  return root.units.filter((unit) => unit.kind === "run");
}

/** What a flattened spec says of the kernel that it models; null: nothing. */
export function kernelOf(root: Module): KernelUnit | null {
  return root.units.find((unit) => unit.kind === "kernel") ?? null;
}

function patched(
  units: readonly SpecUnit[],
  patch: PatchUnit,
  all: readonly PatchUnit[],
  report: Report,
): readonly SpecUnit[] {
  const touched: Touched = new Map();
  const together = `${patch.name.name} at ${location(patch.name.span)} applies them together`;
  return inOrder(patch, all, report).reduce(
    (current, one) =>
      applyPatch(current, one, new Set(inOrder(one, all, report)), touched, (diagnostic) =>
        report(
          diagnostic.code === "P010" && one !== patch
            ? { ...diagnostic, notes: [...(diagnostic.notes ?? []), together] }
            : diagnostic,
        ),
      ),
    units,
  );
}

/** A patch and all that it is `on`, each once, those below first. */
function inOrder(patch: PatchUnit, all: readonly PatchUnit[], report: Report): readonly PatchUnit[] {
  const done = new Set<PatchUnit>();
  const open = new Set<PatchUnit>();
  const visit = (one: PatchUnit): void => {
    if (done.has(one)) return;
    open.add(one);
    for (const name of one.on) {
      const below = all.find((other) => other.name.name === name.name);
      if (below === undefined) {
        reportUnknown(name, all, "patch", "P004", report);
      } else if (open.has(below)) {
        report({
          code: "P014",
          severity: "error",
          message: `patch ${one.name.name} is on ${below.name.name}, which is on ${one.name.name} itself`,
          span: name.span,
        });
      } else {
        visit(below);
      }
    }
    open.delete(one);
    done.add(one);
  };
  visit(patch);
  return [...done];
}

function lookUp<T extends ScenarioUnit | PatchUnit>(
  name: string | undefined,
  all: readonly T[],
  what: string,
  code: string,
  root: Module,
  report: Report,
): T | null {
  if (name === undefined) return null;
  const found = all.find((unit) => unit.name.name === name);
  if (found !== undefined) return found;
  const known = all.map((unit) => unit.name.name);
  report({
    code,
    severity: "error",
    message: `${root.name.name} has no ${what} \`${name}\``,
    span: root.name.span,
    notes: [
      ...didYouMean(name, known),
      known.length === 0 ? "it has none at all" : `those that it has: ${known.join(", ")}`,
    ],
  });
  return null;
}

function reportUnknown(
  name: Name,
  all: readonly { readonly name: Name }[],
  what: string,
  code: string,
  report: Report,
): void {
  const known = all.map((unit) => unit.name.name);
  report({
    code,
    severity: "error",
    message: `there is no ${what} \`${name.name}\``,
    span: name.span,
    notes: [known.length === 0 ? "there is none at all" : `those that there are: ${known.join(", ")}`],
    ...proposal(name, known),
  });
}

/**
 * What an expectation names must exist: its scenario, its patch, its memory models, and its property or run (which
 * the patch may bring along).
 */
function checkExpectation(
  expectation: ExpectUnit,
  units: readonly SpecUnit[],
  scenarios: readonly ScenarioUnit[],
  patches: readonly PatchUnit[],
  report: Report,
): void {
  const { scenario, patch, memory, outcome } = expectation;
  const everywhere = scenario.name === "every" || scenario.name === "default";
  if (!everywhere && !scenarios.some((unit) => unit.name.name === scenario.name)) {
    reportUnknown(scenario, scenarios, "scenario", "P003", report);
  }
  const chosen = patches.find((unit) => unit.name.name === patch?.name);
  if (patch !== null && chosen === undefined) reportUnknown(patch, patches, "patch", "P004", report);
  for (const model of memory) checkModel(model, report);

  const added = chosen === undefined ? [] : inOrder(chosen, patches, report).flatMap(({ edits }) => edits);
  const all = [...units, ...added.flatMap((edit) => (edit.kind === "redefine" ? [edit.unit] : []))];
  switch (outcome.kind) {
    case "deadlocks":
      return;
    case "runs": {
      const runs = all.filter((unit) => unit.kind === "run");
      if (!runs.some((unit) => unit.name.name === outcome.run.name))
        reportUnknown(outcome.run, runs, "run", "P015", report);
      return;
    }
    case "holds":
    case "violates":
      if (outcome.property !== null) checkClaim(outcome.property, ["invariant", "property"], all, report);
      return;
    case "reaches":
      checkClaim(outcome.property, ["reachable"], all, report);
      return;
    default:
      outcome satisfies never;
  }
}

function checkClaim(
  property: Name,
  wanted: readonly string[],
  units: readonly SpecUnit[],
  report: Report,
): void {
  const claims = units.filter((unit) => unit.kind === "claim");
  const named = claims.filter((unit) => unit.name.name === property.name);
  if (named.some((unit) => wanted.includes(unit.claim))) return;
  const what = wanted.includes("reachable") ? "witness (`reachable`)" : "invariant or property";
  if (named.length === 0) {
    const candidates = claims.filter((unit) => wanted.includes(unit.claim));
    reportUnknown(property, candidates, what, "P015", report);
  } else {
    report({
      code: "P015",
      severity: "error",
      message: `\`${property.name}\` is no ${what}, so it cannot be expected to be one`,
      span: property.span,
    });
  }
}
