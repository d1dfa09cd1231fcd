/** Applies the edits of a patch to the units of a flattened spec. */
import type {
  InlineUnit,
  LabelledStatement,
  PatchEdit,
  PatchUnit,
  ProcedureUnit,
  ProcessUnit,
  SpecUnit,
  Statement,
  UseStatement,
} from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { proposal } from "../syntax/nearest.js";
import { location, type Span } from "../syntax/source.js";
import { aUnit, definedNames } from "./units.js";
import { redefine } from "./variants-redefine.js";
import { mapBodies, type StepOccurrence, stepNames, stepOccurrences } from "./variants-steps.js";

type StepEdit = Extract<PatchEdit, { kind: "edit" }>;
type Owner = ProcessUnit | ProcedureUnit | InlineUnit;

/** What patches have touched so far: a place, the patch that was there first, and where it says so. */
export type Touched = Map<string, { readonly patch: PatchUnit; readonly span: Span }>;

/**
 * Applies one patch.
 * @param below the patches that this one is `on`, directly or not: only these may have touched the same places.
 * @param touched what earlier patches touched; this patch's places are added.
 * @param report takes what is wrong; the edit concerned is then left out.
 */
export function applyPatch(
  units: readonly SpecUnit[],
  patch: PatchUnit,
  below: ReadonlySet<PatchUnit>,
  touched: Touched,
  report: (diagnostic: Diagnostic) => void,
): readonly SpecUnit[] {
  const touch = (
    places: readonly string[],
    clashes: (place: string) => boolean,
    edit: PatchEdit,
  ): boolean => {
    for (const [place, { patch: other, span }] of touched) {
      if (other === patch || below.has(other) || !clashes(place)) continue;
      report({
        code: "P010",
        severity: "error",
        message: `patches ${other.name.name} and ${patch.name.name} both change \`${places[0]}\``,
        span: edit.span,
        notes: [
          `${other.name.name} does at ${location(span)}`,
          `they cannot be applied together unless one is \`on\` the other: \`patch ${patch.name.name} on ${other.name.name}\``,
        ],
      });
      return false;
    }
    for (const place of places) touched.set(place, { patch, span: edit.span });
    return true;
  };

  const patched = patch.edits.reduce((current, edit) => {
    if (edit.kind === "redefine") {
      const names = definedNames(edit.unit).map(({ name }) => name);
      const clashes = (place: string) => names.some((name) => place === name || place.startsWith(`${name}.`));
      return touch(names, clashes, edit) ? redefine(current, edit.unit, report) : current;
    }
    const target = findStep(current, edit, (diagnostic) => {
      // What another patch has replaced by steps of other names is changed by both.
      const named = `${edit.owner.name}.${edit.step.name}`;
      const gone = touched.get(named);
      if (gone === undefined) report(diagnostic);
      else if (touch([named], (place) => place === named, edit)) {
        const note = `patch ${gone.patch.name.name} changes \`${named}\` at ${location(gone.span)}`;
        report({ ...diagnostic, notes: [note, ...(diagnostic.notes ?? [])] });
      }
    });
    if (target === null) return current;
    const { places, clashes } = placesOfStep(target, edit);
    return touch(places, clashes, edit) ? editStep(current, edit, target, patch) : current;
  }, units);
  checkLabels(patched, patch, report);
  return patched;
}

/** A step that a patch adds must not have the name of another one; the patch is where to mend it. */
function checkLabels(
  units: readonly SpecUnit[],
  patch: PatchUnit,
  report: (diagnostic: Diagnostic) => void,
): void {
  const edits = patch.edits.filter((edit) => edit.kind === "edit");
  const none = new Map<string, InlineUnit>();
  const added = new Set(
    edits.flatMap(({ body }) => stepOccurrences(body, none).map(({ statement }) => statement.label)),
  );
  const owners = new Set(edits.map(({ owner }) => owner.name));
  for (const unit of units) {
    if (!isOwner(unit) || !owners.has(unit.name.name)) continue;
    const labels = stepOccurrences(unit.body, none).map(({ statement }) => statement.label);
    for (const label of labels) {
      const other = labels.find((one) => one !== label && one.name === label.name);
      if (other === undefined || !added.has(label)) continue;
      report({
        code: "P027",
        severity: "error",
        message: `two steps of ${unit.name.name} are called \`${label.name}\``,
        span: label.span,
        notes: [`the other one is at ${location(other.span)}`],
      });
    }
  }
}

interface Target {
  readonly owner: Owner;
  readonly occurrence: StepOccurrence;
}

/**
 * The places that an edit of a step touches. It may not meet an edit of the same step, nor a redefinition of what
 * the step stands in. A step of an inline is touched by whoever edits the inline, and by whoever edits it through
 * the same process.
 */
function placesOfStep(
  { owner, occurrence }: Target,
  edit: StepEdit,
): {
  places: readonly string[];
  clashes: (place: string) => boolean;
} {
  const place = `${owner.name.name}.${edit.step.name}`;
  const through = occurrence.uses.at(-1);
  if (through === undefined) {
    return {
      places: [place],
      clashes: (other) =>
        other === place || other === owner.name.name || other.startsWith(`${place} through `),
    };
  }
  const inline = original(through.name.name);
  const inner = `${inline}.${occurrence.label}`;
  return {
    places: [place, `${inner} through ${owner.name.name}`],
    clashes: (other) => other === place || other === inner || other === owner.name.name || other === inline,
  };
}

/** The copies of an inline that edits make are called `name@owner`. */
function original(inline: string): string {
  return inline.split("@", 1)[0]!;
}

function findStep(
  units: readonly SpecUnit[],
  edit: StepEdit,
  report: (diagnostic: Diagnostic) => void,
): Target | null {
  const owners = units.filter((unit) => isOwner(unit));
  const owner = owners.find((unit) => unit.name.name === edit.owner.name);
  if (owner === undefined) {
    const other = units.find((unit) => definedNames(unit).some((name) => name.name === edit.owner.name));
    report({
      code: "P005",
      severity: "error",
      message:
        other === undefined
          ? `there is no process, procedure or inline called \`${edit.owner.name}\``
          : `\`${edit.owner.name}\` is ${aUnit(other)}; only processes, procedures and inlines have steps`,
      span: edit.owner.span,
      ...(other === undefined && {
        notes: [`those that there are: ${owners.map((unit) => unit.name.name).join(", ") || "none"}`],
        ...proposal(
          edit.owner,
          owners.map((unit) => unit.name.name),
        ),
      }),
    });
    return null;
  }
  const occurrences = stepOccurrences(owner.body, inlinesOf(units));
  const names = stepNames(occurrences.map(({ label, uses }) => ({ label, own: uses.length === 0 })));
  const index = names.indexOf(edit.step.name);
  if (index >= 0) {
    const occurrence = occurrences[index]!;
    return checkBody(edit, inlinesOf(units), report) ? { owner, occurrence } : null;
  }
  const alike = names.filter((_, i) => occurrences[i]!.label === edit.step.name);
  if (alike.length > 0) {
    report({
      code: "P007",
      severity: "error",
      message: `${owner.name.name} has several steps that come from a step \`${edit.step.name}\` of an inline`,
      span: edit.step.span,
      notes: [
        `name one of them: ${alike.join(", ")}`,
        `or name the inline instead of ${owner.name.name} to change it wherever it is used`,
      ],
    });
    return null;
  }
  report({
    code: "P006",
    severity: "error",
    message: `${owner.kind} ${owner.name.name} has no step \`${edit.step.name}\``,
    span: edit.step.span,
    notes: [`its steps are ${names.join(", ") || "none"}`],
    ...proposal(edit.step, names),
  });
  return null;
}

/** New steps need a label of their own, else they would silently become part of the step before. */
function checkBody(
  edit: StepEdit,
  inlines: ReadonlyMap<string, InlineUnit>,
  report: (diagnostic: Diagnostic) => void,
): boolean {
  const first = edit.body[0];
  if (first === undefined) {
    if (edit.where === "replace") return true;
    report({
      code: "P008",
      severity: "error",
      message: `there is nothing to put ${edit.where} the step`,
      span: edit.span,
    });
    return false;
  }
  if (beginsStep(first, inlines)) return true;
  report({
    code: "P008",
    severity: "error",
    message: `the first statement of \`${edit.where}\` has no label`,
    span: first.span,
    notes: [
      `without one it would become part of the step before; write for example \`${edit.step.name}_2:\``,
    ],
    fix: { span: { ...first.span, end: first.span.start }, text: `${edit.step.name}_2: ` },
  });
  return false;
}

/** Whether a step begins with a statement: it has a label, or is an inline whose first statement has one. */
function beginsStep(statement: Statement, inlines: ReadonlyMap<string, InlineUnit>): boolean {
  const seen = new Set<string>();
  let first: Statement | undefined = statement;
  while (first?.kind === "use" && !seen.has(first.name.name)) {
    seen.add(first.name.name);
    first = inlines.get(first.name.name)?.body[0];
  }
  return first?.kind === "labelled";
}

function editStep(
  units: readonly SpecUnit[],
  edit: StepEdit,
  target: Target,
  patch: PatchUnit,
): readonly SpecUnit[] {
  const { owner, occurrence } = target;
  const inlines = inlinesOf(units);
  const copies: InlineUnit[] = [];

  // A step inside an inline is changed for this owner only: the inlines on the way are copied, the innermost
  // one edited, and the uses on the way made to name the copies.
  const rewrite = (body: readonly Statement[], uses: readonly UseStatement[]): readonly Statement[] => {
    const [use, ...rest] = uses;
    if (use === undefined) return splice(body, edit, occurrence.statement, inlines);
    const inline = inlines.get(use.name.name)!;
    const name = freshName(`${original(inline.name.name)}@${owner.name.name}`, patch, units, copies);
    copies.push({ ...inline, name: { ...inline.name, name }, body: rewrite(inline.body, rest) });
    return replaceUse(body, use, { ...use, name: { ...use.name, name } });
  };
  const edited = { ...owner, body: rewrite(owner.body, occurrence.uses) };
  return units.map((unit) => (unit === owner ? edited : unit)).concat(copies);
}

function freshName(
  wanted: string,
  patch: PatchUnit,
  units: readonly SpecUnit[],
  copies: readonly InlineUnit[],
): string {
  const taken = new Set([...units, ...copies].flatMap((unit) => definedNames(unit).map((name) => name.name)));
  let name = `${wanted}@${patch.name.name}`;
  for (let number = 2; taken.has(name); number++) name = `${wanted}@${patch.name.name}@${number}`;
  return name;
}

/**
 * Changes the list that holds the step. The step reaches up to the next one in the same list, be that a label or an
 * inline that begins with one.
 */
function splice(
  body: readonly Statement[],
  edit: StepEdit,
  step: LabelledStatement,
  inlines: ReadonlyMap<string, InlineUnit>,
): readonly Statement[] {
  const start = body.indexOf(step);
  if (start < 0) return body.map((inner) => mapBodies(inner, (list) => splice(list, edit, step, inlines)));
  const next = body.findIndex((candidate, index) => index > start && beginsStep(candidate, inlines));
  const end = next < 0 ? body.length : next;
  const before = body.slice(0, start);
  const whole = body.slice(start, end);
  const after = body.slice(end);
  switch (edit.where) {
    case "replace":
      return [...before, ...edit.body, ...after];
    case "before":
      return [...before, ...edit.body, ...whole, ...after];
    case "after":
      return [...before, ...whole, ...edit.body, ...after];
    default:
      return edit.where satisfies never;
  }
}

function replaceUse(body: readonly Statement[], use: UseStatement, by: UseStatement): readonly Statement[] {
  return body.map((statement) =>
    statement === use ? by : mapBodies(statement, (inner) => replaceUse(inner, use, by)),
  );
}

function inlinesOf(units: readonly SpecUnit[]): ReadonlyMap<string, InlineUnit> {
  return new Map(units.filter((unit) => unit.kind === "inline").map((unit) => [unit.name.name, unit]));
}

function isOwner(unit: SpecUnit): unit is Owner {
  return unit.kind === "process" || unit.kind === "procedure" || unit.kind === "inline";
}
