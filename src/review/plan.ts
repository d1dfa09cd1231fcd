/** From the options of a review to its plan: names are looked up, every cell's model is made once. */
import type { Model } from "../semantics/model.js";
import { type Prepared, prepareVariant } from "../semantics/prepare.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { didYouMean } from "../syntax/nearest.js";
import { cellsOf, DEFAULTS, patchChoices, scenarioChoices } from "./cells.js";
import { restatedIn } from "./restated.js";
import {
  type Cell,
  type Column,
  columnKey,
  columnName,
  type ReviewOptions,
  type ReviewPlan,
  type ReviewSources,
  type Titled,
} from "./types.js";

/**
 * Says which cells and columns a review has.
 * Every cell is prepared on the way, so whatever is wrong with the specs or the options comes up here.
 * @throws SpecError with everything that is wrong
 */
export function planReview(sources: ReviewSources, options: ReviewOptions): ReviewPlan {
  const root = sources.base.program.root;
  const against =
    sources.against === null ? null : (options.against ?? sources.against.program.root.name.name);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);

  const patches = choosePatches(sources, against, options, report);
  const common = scenarioChoices(root).filter(
    ({ name }) =>
      sources.against === null || scenarioChoices(sources.against.program.root).some((s) => s.name === name),
  );
  const scenarios = choose(common, options.scenarios ?? [], "scenario", "P003", root.name.name, report);
  if (common.length === 0) report(noScenario(sources));
  if (diagnostics.length > 0) throw new SpecError(diagnostics);

  const cells = cellsOf(root, patches, scenarios, options.memories ?? []);
  const buffer = options.buffer ?? null;
  const models = prepareAll(sources, cells, buffer);
  const base = models[0]!;
  const all = columnsOf(models);
  const columns = chooseColumns(all, options.properties ?? [], root.name.name, report);
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  const ofBase = columnsOf(models.filter((_, i) => cells[i]!.patch === null)).map(columnKey);
  const requirements = options.requirements ?? [];
  const ofPatch = (patch: string) =>
    columnsOf(models.filter((_, i) => cells[i]!.patch === patch)).map(columnName);
  for (const { patch, property } of requirements) {
    const known = columns.map(columnName);
    unknownName(
      patch,
      patches.map(({ name }) => name),
      "patch",
      "under review",
      report,
    );
    unknownName(property, known, "property", "under review", report);
    if (known.includes(property) && patches.some(({ name }) => name === patch)) {
      const own = known.filter((name) => ofPatch(patch).includes(name));
      unknownName(property, own, "property", `with patch ${patch}`, report);
    }
  }
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  return {
    file: options.file,
    spec: root.name.name,
    kernel: base.kernel,
    against,
    patches,
    scenarios,
    cells,
    columns,
    added: columns.map(columnKey).filter((key) => !ofBase.includes(key)),
    missing:
      against === null
        ? []
        : [
            ...missingProperties(models, cells, options.file, against),
            ...missingScenarios(sources, options.file, against),
          ],
    restated: restatedIn({ cells }, models).filter(
      ({ name }) =>
        columns.some((column) => columnKey(column) === name) || base.witnesses.some((w) => w.name === name),
    ),
    unasked: {
      columns: all.filter((column) => !columns.includes(column)).map(columnName),
      patches: against === null ? unchosen(patchChoices(root), patches) : [],
      scenarios: unchosen(common, scenarios),
    },
    temporal: [...new Set(models.flatMap((model) => model.properties.map(({ name }) => name)))],
    buffer,
    requirements,
  };
}

/**
 * The model of a cell.
 * @throws SpecError if the spec makes none in that cell
 */
export function prepareCell(sources: ReviewSources, cell: Cell, buffer: number | null): Prepared {
  const other = cell.patch !== null ? sources.against : null;
  const prepared = prepareVariant(other ?? sources.base, {
    ...(cell.scenario !== null && { scenario: cell.scenario }),
    ...(cell.patch !== null && other === null && { patch: cell.patch }),
    memory: cell.memory,
    ...(buffer !== null && { buffer }),
    safetyOnly: true,
  });
  return { ...prepared, model: reviewed(prepared.model) };
}

/**
 * A model as reviews check it. They compare behaviours state by state, so that no two states may count as one; and what
 * a property says of steps is left for the check.
 */
function reviewed(model: Model): Model {
  const { properties, initialProperties, actionProperties } = model;
  const named = new Map(
    [...properties, ...initialProperties, ...actionProperties].map((one) => [one.name, one]),
  );
  return {
    ...model,
    symmetry: null,
    view: null,
    initialProperties: [],
    actionProperties: [],
    possible: [],
    postconditions: [],
    periodic: null,
    properties: [...named.values()],
  };
}

/** The columns that a model has: its invariants, deadlock unless that is not to be checked, assertions. */
export function modelColumns(model: Model): readonly Column[] {
  return [
    ...model.invariants.map(({ name }): Column => ({ kind: "property", name })),
    ...(model.checkDeadlock ? [{ kind: "deadlock" } as const] : []),
    { kind: "assertions" },
  ];
}

function prepareAll(sources: ReviewSources, cells: readonly Cell[], buffer: number | null): readonly Model[] {
  const diagnostics = new Map<string, Diagnostic>();
  const models = cells.flatMap((cell) => {
    try {
      return [prepareCell(sources, cell, buffer).model];
    } catch (thrown) {
      if (!(thrown instanceof SpecError)) throw thrown;
      for (const diagnostic of thrown.diagnostics) {
        const { code, message, span } = diagnostic;
        diagnostics.set(`${code} ${message} ${span?.source.name}:${span?.start}`, diagnostic);
      }
      return [];
    }
  });
  if (diagnostics.size > 0) throw new SpecError([...diagnostics.values()]);
  return models;
}

/** The columns of all models, each once: properties, then the other two. */
function columnsOf(models: readonly Model[]): readonly Column[] {
  const found = new Map(models.flatMap(modelColumns).map((column) => [columnKey(column), column] as const));
  const columns = [...found.values()];
  const rank = { property: 0, deadlock: 1, assertions: 2 };
  return columns.sort((a, b) => rank[a.kind] - rank[b.kind]);
}

function choosePatches(
  sources: ReviewSources,
  against: string | null,
  options: ReviewOptions,
  report: (diagnostic: Diagnostic) => void,
): readonly Titled[] {
  const { name } = sources.base.program.root;
  const asked = options.patches ?? [];
  if (against !== null && sources.against !== null) {
    if (asked.length > 0) {
      report({
        code: "P091",
        severity: "error",
        message: "patches of the spec cannot be reviewed together with another spec",
        span: name.span,
        notes: ["leave out `--patch`, or `--against`"],
      });
    }
    const other = sources.against.program.root.name.name;
    return [{ name: other === name.name ? against : other, title: null }];
  }
  const all = patchChoices(sources.base.program.root);
  if (all.length === 0) {
    report({
      code: "P090",
      severity: "error",
      message: `${name.name} has no patch to review`,
      span: name.span,
      notes: ["write one as `patch name { … }`, or give another spec with `--against`"],
    });
  }
  return choose(all, asked, "patch", "P004", name.name, report);
}

/** Those asked for, in the text's order; all if none is. */
function choose(
  all: readonly Titled[],
  asked: readonly string[],
  what: string,
  code: string,
  spec: string,
  report: (diagnostic: Diagnostic) => void,
): readonly Titled[] {
  const names = all.map(({ name }) => name);
  for (const name of asked) {
    if (names.includes(name)) continue;
    const known = names.length === 0 ? "it has none at all" : `those that it has: ${names.join(", ")}`;
    report({
      code,
      severity: "error",
      message: `${spec} has no ${what} \`${name}\``,
      notes: [...didYouMean(name, names), known],
    });
  }
  return asked.length === 0 ? all : all.filter(({ name }) => asked.includes(name));
}

function chooseColumns(
  all: readonly Column[],
  asked: readonly string[],
  spec: string,
  report: (diagnostic: Diagnostic) => void,
): readonly Column[] {
  for (const name of asked) unknownName(name, all.map(columnName), "property", `in ${spec}`, report);
  return asked.length === 0 ? all : all.filter((column) => asked.includes(columnName(column)));
}

function unknownName(
  name: string,
  known: readonly string[],
  what: string,
  where: string,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (known.includes(name)) return;
  report({
    code: "P092",
    severity: "error",
    message: `there is no ${what} \`${name}\` ${where}`,
    notes: [...didYouMean(name, known), `there are: ${known.join(", ")}`],
  });
}

function noScenario({ base, against }: ReviewSources): Diagnostic {
  const { name } = base.program.root;
  return {
    code: "P093",
    severity: "error",
    message:
      against === null
        ? `${name.name} has constants without a value, and no scenario that gives them one`
        : `${name.name} and ${against.program.root.name.name} have no scenario in common`,
    span: name.span,
    notes: [
      `write \`scenario name { const … }\`, or give every \`const\` a value: then \`${DEFAULTS}\` is one`,
    ],
  };
}

function missingProperties(
  models: readonly Model[],
  cells: readonly Cell[],
  file: string,
  against: string,
): ReviewPlan["missing"] {
  const names = (ofBase: boolean) => [
    ...new Set(
      models
        .filter((_, i) => (cells[i]!.patch === null) === ofBase)
        .flatMap(({ invariants }) => invariants.map(({ name }) => name)),
    ),
  ];
  const [own, other] = [names(true), names(false)];
  return [
    ...own.filter((name) => !other.includes(name)).map((name) => ({ name, file: against })),
    ...other.filter((name) => !own.includes(name)).map((name) => ({ name, file })),
  ];
}

/** Scenarios that are not compared, as only one of the two specs has them. */
function missingScenarios(
  { base, against }: ReviewSources,
  file: string,
  other: string,
): ReviewPlan["missing"] {
  const [own, others] = [scenarioChoices(base.program.root), scenarioChoices(against!.program.root)];
  return [
    ...unchosen(own, others).map((name) => ({ name: `scenario ${name}`, file: other })),
    ...unchosen(others, own).map((name) => ({ name: `scenario ${name}`, file })),
  ];
}

function unchosen(all: readonly Titled[], chosen: readonly Titled[]): readonly string[] {
  return all.filter(({ name }) => chosen.every((one) => one.name !== name)).map(({ name }) => name);
}
