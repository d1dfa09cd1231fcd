/** From an `expect` of a spec to searches, and from their results to pass or fail. */
import type { Result } from "../explore/result.js";
import { type CheckOptions, check } from "../index.js";
import { scenariosOf } from "../modules/variants.js";
import { type ExpectationOutcome, verdictLine } from "../report/index.js";
import type { ExpectUnit, Module } from "../syntax/ast.js";
import { location, type Source } from "../syntax/source.js";

/** An expectation in one scenario; null: the spec's defaults. */
export interface Cell {
  readonly source: Source;
  readonly expectation: ExpectUnit;
  readonly scenario: string | null;
}

/** The scenarios that an expectation speaks about: `every` means all, and the defaults if there are none. */
export function scenariosFor({ scenario }: ExpectUnit, root: Module): readonly (string | null)[] {
  if (scenario.name === "default") return [null];
  if (scenario.name !== "every") return [scenario.name];
  const all = scenariosOf(root).map(({ name }) => name.name);
  return all.length === 0 ? [null] : all;
}

/** A cell as a spec would have it: `fstests with sync: violates SyncClean`. */
export function cellText({ expectation, scenario }: Cell): string {
  const { patch, outcome } = expectation;
  const where = (scenario ?? "default") + (patch === null ? "" : ` with ${patch.name}`);
  switch (outcome.kind) {
    case "holds":
      return `${where}: ${outcome.property === null ? "holds" : `${outcome.property.name} holds`}`;
    case "violates":
      return `${where}: violates ${outcome.property.name}`;
    case "deadlocks":
      return `${where}: deadlocks`;
    case "reaches":
      return `${where}: reaches ${outcome.property.name}`;
    default:
      return outcome satisfies never;
  }
}

/**
 * Searches what is needed to tell whether an expectation is met.
 * @throws SpecError if the spec does not make a model in that scenario and with that patch
 */
export async function meet(
  cell: Cell,
  options: Pick<CheckOptions, "find" | "host" | "maxStates" | "timeoutSeconds" | "onProgress">,
): Promise<ExpectationOutcome> {
  const { expectation, scenario, source } = cell;
  const patch = expectation.patch?.name ?? null;
  const { result, model } = await check({
    ...options,
    text: source.text,
    name: source.name,
    scenario: scenario ?? undefined,
    patch: patch ?? undefined,
    ...asked(expectation),
  });
  const fault = faultOf(expectation, result);
  return {
    location: location(expectation.span),
    text: cellText(cell),
    passed: fault === null,
    found: fault || verdictLine(result, model, { scenario, patch }),
    distinct: result.states.distinct,
    seconds: result.seconds,
  };
}

/** The search that answers an expectation: a property is checked alone, `holds` means everything. */
function asked({ outcome }: ExpectUnit): Pick<CheckOptions, "properties" | "deadlock"> {
  switch (outcome.kind) {
    case "holds":
      return outcome.property === null ? {} : { properties: [outcome.property.name] };
    case "violates":
    case "reaches":
      return { properties: [outcome.property.name] };
    case "deadlocks":
      return { properties: [], deadlock: true };
    default:
      return outcome satisfies never;
  }
}

/** Null if a result is as expected; else what is not, in words, or "" where the verdict says it. */
function faultOf({ outcome }: ExpectUnit, result: Result): string | null {
  switch (outcome.kind) {
    case "holds": {
      if (result.verdict !== "ok") return "";
      if (outcome.property !== null) return null;
      const missed = result.witnesses.filter(({ length }) => length === null).map(({ name }) => name);
      if (missed.length === 0) return null;
      return `no violation, but ${missed.length === 1 ? "the witness" : "the witnesses"} ${missed.join(", ")} never reached`;
    }
    case "violates": {
      const first = result.violations[0];
      const kinds: readonly Result["verdict"][] = ["invariant", "action", "liveness"];
      return first !== undefined && first.property === outcome.property.name && kinds.includes(first.verdict)
        ? null
        : "";
    }
    case "deadlocks":
      return result.verdict === "deadlock" ? null : "";
    case "reaches": {
      const witness = result.witnesses.find(({ name }) => name === outcome.property.name);
      if (witness !== undefined && witness.length !== null) return null;
      return result.verdict === "ok" ? `${outcome.property.name} is never reached` : "";
    }
    default:
      return outcome satisfies never;
  }
}
