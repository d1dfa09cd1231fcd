/** From an `expect` of a spec to searches, and from their results to pass or fail. */
import type { Result } from "../explore/result.js";
import { type CheckOptions, checkVariant, followScript, type Outcome } from "../index.js";
import { isMemoryModel, type MemoryModel } from "../modules/memory-model.js";
import { expectationsOf, scenariosOf } from "../modules/variants.js";
import {
  type ExpectationOutcome,
  renderExpectation,
  renderTrace,
  type ScriptedRun,
  scriptedBlocks,
  scriptedLine,
  type Variant,
  verdictLine,
} from "../report/index.js";
import type { LoadedSpec } from "../semantics/prepare.js";
import type { ExpectUnit, Module } from "../syntax/ast.js";
import { plainStyle, renderDiagnostic, type Style } from "../syntax/render.js";
import { location } from "../syntax/source.js";

/** An expectation in one scenario (null: the spec's defaults) under one memory model (null: the scenario's or spec's). */
export interface ExpectationCell {
  readonly loaded: LoadedSpec;
  readonly expectation: ExpectUnit;
  readonly scenario: string | null;
  readonly memory: MemoryModel | null;
}

/** What came out, with what shows it. */
export interface Met extends ExpectationOutcome {
  /** The race, where an expectation is not met because something was violated; lines as they are printed. */
  readonly evidence: readonly string[];
  /** The user stopped the search: nothing is said about the expectation. */
  readonly interrupted: boolean;
}

/** An outcome that a search decides. */
type SearchedOutcome = Exclude<ExpectUnit["outcome"], { readonly kind: "runs" }>;

/** Columns that are left below `FAIL  `. */
const INDENT = 6;
const WIDTH = 75;

/** Every expectation of a spec in every scenario and under every memory model that it names, in the text's order. */
export function cellsOf(loaded: LoadedSpec): readonly ExpectationCell[] {
  const { root } = loaded;
  return expectationsOf(root).flatMap((expectation) =>
    scenariosFor(expectation, root).flatMap((scenario) =>
      memoriesFor(expectation).map((memory) => ({ loaded, expectation, scenario, memory })),
    ),
  );
}

/** The scenarios that an expectation speaks about: `every` means all, and the defaults if there are none. */
export function scenariosFor({ scenario }: ExpectUnit, root: Module): readonly (string | null)[] {
  if (scenario.name === "default") return [null];
  if (scenario.name !== "every") return [scenario.name];
  const all = scenariosOf(root).map(({ name }) => name.name);
  return all.length === 0 ? [null] : all;
}

function memoriesFor({ memory }: ExpectUnit): readonly (MemoryModel | null)[] {
  return memory.length === 0 ? [null] : memory.map(({ name }) => name).filter(isMemoryModel);
}

/** A cell as a spec would have it: `fstests with sync memory tso: violates SyncClean`. */
export function cellText({ expectation, scenario, memory }: Omit<ExpectationCell, "loaded">): string {
  const { patch, outcome } = expectation;
  const where =
    (scenario ?? "default") +
    (patch === null ? "" : ` with ${patch.name}`) +
    (memory === null ? "" : ` memory ${memory}`);
  switch (outcome.kind) {
    case "holds":
      return `${where}: ${outcome.property === null ? "holds" : `${outcome.property.name} holds`}`;
    case "violates":
      return `${where}: violates ${outcome.property.name}`;
    case "deadlocks":
      return `${where}: deadlocks`;
    case "reaches":
      return `${where}: reaches ${outcome.property.name}`;
    case "runs":
      return `${where}: runs ${outcome.run.name}`;
    default:
      return outcome satisfies never;
  }
}

/**
 * Searches what is needed to tell whether an expectation is met.
 * @throws SpecError if the spec does not make a model in that scenario and with that patch
 */
export async function meet(
  cell: ExpectationCell,
  options: Pick<CheckOptions, "host" | "maxStates" | "timeoutSeconds" | "onProgress">,
  style: Style = plainStyle,
): Promise<Met> {
  const { loaded, expectation, scenario, memory } = cell;
  const { outcome } = expectation;
  const patch = expectation.patch?.name ?? null;
  const variant = {
    ...options,
    scenario: scenario ?? undefined,
    patch: patch ?? undefined,
    memory: memory ?? undefined,
  };
  const where = { location: location(expectation.span), text: cellText(cell) };
  if (outcome.kind === "runs") {
    const scripted = await followScript(loaded, outcome.run.name, { ...variant, properties: [] });
    if (scripted === null) throw new Error(`the expected run ${outcome.run.name} is not in the model`);
    return { ...where, ...metByRun(scripted, { scenario, patch }, style) };
  }
  const found = await checkVariant(loaded, { ...variant, ...asked(outcome) });
  const { result, model } = found;
  const fault = faultOf(outcome, result);
  return {
    ...where,
    passed: fault === null,
    found: fault || verdictLine(result, model, { scenario, patch }),
    distinct: result.states.distinct,
    seconds: result.seconds,
    evidence: fault === null ? [] : evidenceOf(found, style),
    interrupted: result.stop.kind === "interrupted",
  };
}

/** The lines that `quiesce test` prints of an expectation: the verdict on it, and below it what shows a failure. */
export function renderMet(met: Met, style: Style): string {
  const evidence = met.evidence.map((line) => (line === "" ? "" : " ".repeat(INDENT) + line));
  return [renderExpectation(met, style, WIDTH), ...(evidence.length === 0 ? [] : ["", ...evidence, ""])].join(
    "\n",
  );
}

/** What a scripted run says of the expectation that it can be taken. */
function metByRun(scripted: ScriptedRun, variant: Variant, style: Style): Omit<Met, "location" | "text"> {
  const { found, seconds } = scripted;
  const passed = found.kind === "reached";
  const blocks = passed ? [] : scriptedBlocks(scripted, { width: WIDTH - INDENT, style });
  return {
    passed,
    found: scriptedLine(scripted, variant),
    distinct: found.trace.length,
    seconds,
    evidence: blocks.flatMap((block, i) => (i === 0 || block.length === 0 ? block : ["", ...block])),
    interrupted: found.kind === "stopped" && found.reason.kind === "interrupted",
  };
}

/** The race of the first violation, or the error that ended the search. */
function evidenceOf({ result, model }: Outcome, style: Style): readonly string[] {
  const violation = result.violations[0];
  if (violation === undefined) return [];
  const error = violation.error === null ? [] : renderDiagnostic(violation.error, style).split("\n");
  const text = renderTrace(violation, model, result.instances, { width: WIDTH - INDENT, style });
  const race = text === "" ? [] : text.split("\n");
  return error.length > 0 && race.length > 0 ? [...error, "", ...race] : [...error, ...race];
}
/** The search that answers an expectation: a property is checked alone, `holds` means everything. */
function asked(outcome: SearchedOutcome): Pick<CheckOptions, "properties" | "deadlock"> {
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
function faultOf(outcome: SearchedOutcome, result: Result): string | null {
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
