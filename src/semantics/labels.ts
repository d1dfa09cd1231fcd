/** Labels: names for parts of a definition, `name:: e`. */
import type { AssumeProve, LabelledExpr } from "../syntax/ast.js";
import type { Local } from "./core.js";
import type { Entry } from "./entities.js";
import { NewLocal } from "./new-names.js";
import type { Place } from "./place.js";
import type { Scope } from "./scope.js";

/** A label as it was met in a text. */
export interface Label {
  readonly expr: LabelledExpr;
  /** Where it stands. */
  readonly place: Place;
  /** What is bound around it within the definition, in the order of the label's parameters. */
  readonly params: readonly Local[];
  /** The labels within what it names. */
  readonly inner: Labels;
  /** For the label of an ASSUME/PROVE: what it says, and where its parts stand. */
  readonly sequent: { readonly sequent: AssumeProve; readonly places: readonly Place[] } | null;
}

/** The labels of one text: a definition, or what another label names. */
export class Labels {
  readonly known = new Map<string, Label>();

  /**
   * @param base what is bound in scopes within this one, a label has to have as parameters.
   * @param open whether labels may stand here: not where an inner ASSUME has declared names.
   */
  constructor(
    readonly base: Scope<Entry>,
    readonly open = true,
  ) {}
}

/**
 * Takes down a label and reports what is wrong with it.
 * @returns the place of what it names.
 */
export function enterLabel(expr: LabelledExpr, place: Place): Place {
  const { labels, problems } = place;
  const { name, params } = expr;
  const report = (message: string, at = name.span, notes: readonly string[] = []): void => {
    if (!place.known) problems.error("S030", message, at, notes);
  };
  if (labels === null) {
    report(`the label ${name.name} stands in no definition, so that nothing could refer to it`, name.span, [
      "a theorem or an assumption needs a name for its parts to have labels",
    ]);
    return place;
  }
  if (!labels.open) {
    report(
      `the label ${name.name} stands where an inner ASSUME has declared names, and so nothing could refer to it`,
    );
    return place;
  }
  if (place.at !== null) {
    report(`a label cannot stand within an EXCEPT, as ${name.name} does`);
    return place;
  }
  const bound = new Map<string, Local>();
  for (const { name: known, entity } of place.scope.entriesWithin(labels.base)) {
    if (entity.kind === "local" && !(entity.local instanceof NewLocal)) bound.set(known, entity.local);
  }
  const taken: Local[] = [];
  for (const param of params) {
    const local = bound.get(param.name);
    if (local === undefined) {
      const list = [...bound.keys()].filter((each) => !params.some((p) => p.name === each));
      report(`${param.name} is not bound around the label ${name.name}`, param.span, [
        list.length === 0 ? `leave it out` : `bound around it, and missing: ${list.join(", ")}`,
      ]);
    } else if (taken.includes(local)) {
      report(`the label ${name.name} has the parameter ${param.name} twice`, param.span);
    } else taken.push(local);
  }
  const missing = [...bound].filter(([, local]) => !taken.includes(local)).map(([known]) => known);
  if (missing.length > 0 && params.every((param) => bound.has(param.name))) {
    report(
      `the label ${name.name} must have ${missing.join(", ")} as ${
        missing.length === 1 ? "a parameter" : "parameters"
      }, since it stands where ${missing.length === 1 ? "it is" : "they are"} bound`,
      name.span,
      [`write ${name.name}(${[...params.map((p) => p.name), ...missing].join(", ")})::`],
    );
  }
  const inner = new Labels(place.scope);
  if (labels.known.has(name.name)) report(`there are two labels ${name.name} in one definition`);
  else labels.known.set(name.name, { expr, place, params: taken, inner, sequent: null });
  return place.withLabels(inner);
}
