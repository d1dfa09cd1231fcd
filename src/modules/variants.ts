/** Scenarios and patches: from a spec to the variant of it that is to be checked, as another spec. */
import type { ExpectUnit, Module, Name, PatchUnit, ScenarioUnit, SpecUnit } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { SpecError } from "../syntax/diagnostic.js";
import { didYouMean, proposal } from "../syntax/nearest.js";
import { flatten, replaceRoot } from "./flatten.js";
import type { Program } from "./load.js";
import { applyPatch, type Touched } from "./variants-patch.js";
import { applyScenario } from "./variants-redefine.js";

/** Which variant of a spec is meant; neither: the spec as it stands. */
export interface Variant {
  readonly scenario?: string;
  readonly patch?: string;
}

type Report = (diagnostic: Diagnostic) => void;

/**
 * Gives the spec in one scenario, with one patch (and all that the patch is `on`) applied, flattened.
 * The patch comes after the scenario, so where both speak of a thing the patch wins. Scenarios, patches and
 * expectations stay in the result. All of them are looked through for names that do not exist, not only those
 * asked for.
 * @throws SpecError with everything that is wrong.
 */
export function applyVariant(program: Program, variant: Variant): Program {
  if (program.root.form !== "spec") {
    const asked = variant.scenario === undefined ? variant.patch && "patches" : "scenarios";
    if (asked === undefined) return program;
    throw new SpecError([
      {
        code: "P003",
        severity: "error",
        message: `${program.root.name.name} is a TLA+ module; only a spec (.qsc) has ${asked}`,
        span: program.root.name.span,
      },
    ]);
  }
  const flat = flatten(program);
  const { units } = flat.root;
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  const report: Report = (diagnostic) => {
    const { span } = diagnostic;
    const key = `${diagnostic.message} ${span?.source.name}:${span?.start}`;
    if (!reported.has(key)) diagnostics.push(diagnostic);
    reported.add(key);
  };

  const scenarios = scenariosOf(flat.root);
  const patches = patchesOf(flat.root);
  const scenario = lookUp(variant.scenario, scenarios, "scenario", "P003", flat.root, report);
  const patch = lookUp(variant.patch, patches, "patch", "P004", flat.root, report);

  for (const other of scenarios) if (other !== scenario) applyScenario(units, other.units, report);
  for (const other of patches) if (other !== patch) patched(units, other, patches, report);
  const inScenario = scenario === null ? units : applyScenario(units, scenario.units, report);
  const result = patch === null ? inScenario : patched(inScenario, patch, patches, report);
  for (const unit of units)
    if (unit.kind === "expect") checkExpectation(unit, units, scenarios, patches, report);

  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  return replaceRoot(flat, { ...flat.root, units: result });
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

function patched(
  units: readonly SpecUnit[],
  patch: PatchUnit,
  all: readonly PatchUnit[],
  report: Report,
): readonly SpecUnit[] {
  const touched: Touched = new Map();
  return inOrder(patch, all, report).reduce(
    (current, one) => applyPatch(current, one, new Set(inOrder(one, all, report)), touched, report),
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
  report({
    code,
    severity: "error",
    message: `there is no ${what} \`${name.name}\``,
    span: name.span,
    ...proposal(
      name,
      all.map((unit) => unit.name.name),
    ),
  });
}

/** What an expectation names must exist: its scenario, its patch, its property (the patch may bring that along). */
function checkExpectation(
  expectation: ExpectUnit,
  units: readonly SpecUnit[],
  scenarios: readonly ScenarioUnit[],
  patches: readonly PatchUnit[],
  report: Report,
): void {
  const { scenario, patch, outcome } = expectation;
  const everywhere = scenario.name === "every" || scenario.name === "default";
  if (!everywhere && !scenarios.some((unit) => unit.name.name === scenario.name)) {
    reportUnknown(scenario, scenarios, "scenario", "P003", report);
  }
  const chosen = patches.find((unit) => unit.name.name === patch?.name);
  if (patch !== null && chosen === undefined) reportUnknown(patch, patches, "patch", "P004", report);
  if (outcome.kind === "deadlocks" || outcome.property === null) return;

  const added = chosen === undefined ? [] : inOrder(chosen, patches, report).flatMap(({ edits }) => edits);
  const all = [...units, ...added.flatMap((edit) => (edit.kind === "redefine" ? [edit.unit] : []))];
  const claims = all.filter((unit) => unit.kind === "claim");
  const { property } = outcome;
  const claim = claims.find((unit) => unit.name.name === property.name);
  const wanted = outcome.kind === "reaches" ? ["reachable"] : ["invariant", "property"];
  if (claim !== undefined && wanted.includes(claim.claim)) return;
  const what = outcome.kind === "reaches" ? "witness (`reachable`)" : "invariant or property";
  if (claim === undefined) {
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
