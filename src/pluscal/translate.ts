/** From an algorithm to its translation, in lines. */
import { SpecError } from "../syntax/diagnostic.js";
import type { Algorithm, Declaration, Step, Written } from "./ast.js";
import { checkBinders } from "./binders.js";
import { checksum } from "./checksum.js";
import { type Flow, flowOf } from "./control.js";
import { onlyToken } from "./formula.js";
import { type AddedLabel, addLabels, labelsOf } from "./labels.js";
import type { Layout } from "./layout.js";
import { type Line, textOfLine } from "./lines.js";
import { expandMacros } from "./macros.js";
import { type Fairness, type TranslationOptions, withOptionsOf } from "./options.js";
import { Problems } from "./problems.js";
import { readAlgorithm } from "./read.js";
import { recordOf } from "./record.js";
import { renamed } from "./rename.js";
import { SELF, type Self, Setting } from "./setting.js";
import { checkStatements, divideIntoSteps } from "./steps.js";
import { type Symbols, symbolsOf } from "./symbols.js";
import { type Traits, traitsOf } from "./traits.js";
import { actionLines, gatheringLines } from "./write-actions.js";
import { declarationLines, initLines, processSetLines } from "./write-frame.js";
import { nextLines, terminationLines } from "./write-next.js";
import { specLines } from "./write-spec.js";

/** The translation of an algorithm. */
export interface Translation {
  readonly lines: readonly Line[];
  /** The checksums of the algorithm and of the translation. */
  readonly checksums: { readonly algorithm: string; readonly translation: string };
  /** Labels that were added. */
  readonly added: readonly AddedLabel[];
  /** Whether something has another name in the translation; its first lines say what. */
  readonly renamed: boolean;
}

/** What the checksum of a `--fair algorithm` is taken of, as the TLA+ tools do. */
const FAIR = "fair";

/**
 * Translates the algorithm of a module.
 * @throws SpecError with everything that is wrong with it
 */
export function translateAlgorithm(layout: Layout, given: TranslationOptions): Translation {
  const problems = new Problems();
  const written = readAlgorithm(layout, problems);
  const options = withFairBody(withOptionsOf(layout.source, given), written, problems);
  const expanded = expandMacros(written, problems);
  stopAt(problems);
  checkStatements(expanded, problems);
  const { algorithm: labelled, added } = addLabels(expanded, options.labelRoot, problems);
  checkAdded(written, added, options, problems);
  stopAt(problems);
  const divided = divideIntoSteps(labelled);
  const symbols = symbolsOf(divided, problems);
  checkDefault(divided, symbols, problems);
  checkBinders(divided, symbols, problems);
  const algorithm = withFairness(renamed(divided, symbols, problems), options.fairness);
  stopAt(problems);
  const traits = traitsOf(algorithm, options.version);
  const flow = flowOf(algorithm, traits.pc);
  const report = symbols.report();
  const lines = [
    ...report.map((text): Line => [{ text, origin: algorithm.at.span }]),
    ...translationLines(algorithm, flow, traits, options, problems),
  ];
  stopAt(problems);
  return {
    lines,
    checksums: {
      algorithm: checksum(layout.fair ? FAIR : recordOf(flow.seen, options.version)),
      translation: checksum(lines.map(textOfLine).join("")),
    },
    added,
    renamed: report.length > 0,
  };
}

/** The version in which the body of an algorithm could be fair. */
const FAIR_BODY = 1500;

function withFairBody(
  options: TranslationOptions,
  { fairBody }: Algorithm<Written>,
  problems: Problems,
): TranslationOptions {
  if (fairBody === null) return options;
  if (options.version === FAIR_BODY) return { ...options, fairness: "wf" };
  problems.report("P102", "`fair` cannot stand before the body of an algorithm", fairBody, [
    "write `--fair algorithm`; the form here needs PlusCal options (version 1.5)",
  ]);
  return options;
}

/** Processes of which the algorithm says nothing get the fairness that is asked for. */
function withFairness(algorithm: Algorithm<readonly Step[]>, asked: Fairness): Algorithm<readonly Step[]> {
  if (asked !== "wf" && asked !== "sf") return algorithm;
  const fairness = asked === "wf" ? "weak" : "strong";
  const processes = algorithm.processes?.map((each) =>
    each.fairness === "unfair" ? ({ ...each, fairness } as const) : each,
  );
  return { ...algorithm, processes: processes ?? null };
}

function stopAt({ found }: Problems): void {
  if (found.length === 0) return;
  throw new SpecError(found.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)));
}

/** Labels are added where none are written at all, or where that is asked for. */
function checkAdded(
  algorithm: Algorithm<Written>,
  added: readonly AddedLabel[],
  { label }: TranslationOptions,
  problems: Problems,
): void {
  const allowed = label || (algorithm.processes === null && labelsOf(algorithm).length === 0);
  if (allowed) return;
  for (const { name, at, reason } of added) {
    problems.reportAt("P105", "this statement needs a label", at, [
      reason,
      `write a label before it, such as \`${name}:\`, or let --label add what is missing`,
    ]);
  }
}

/** Whether some variable is given no value. */
function hasDefaults({ variables, procedures, processes }: Algorithm<readonly Step[]>): boolean {
  const all: Declaration[] = [
    ...variables,
    ...procedures.flatMap((each) => [...each.parameters, ...each.variables]),
    ...(processes ?? []).flatMap((each) => each.variables),
  ];
  return all.some(({ value }) => onlyToken(value)?.kind === "default");
}

function checkDefault(algorithm: Algorithm<readonly Step[]>, symbols: Symbols, problems: Problems): void {
  if (!hasDefaults(algorithm)) return;
  if (symbols.all.some(({ name }) => name === "defaultInitValue")) {
    problems.reportAt(
      "P122",
      "`defaultInitValue` is the value of variables that are given none",
      algorithm.at,
      ["rename what has this name, or give every variable a value"],
    );
  }
}

/** How the actions of an owner know the process. */
function selfOf(algorithm: Algorithm<readonly Step[]>, process: number | null): Self {
  const owner = process === null ? null : (algorithm.processes?.[process] ?? null);
  if (algorithm.processes === null) return { identity: null, parameter: false };
  if (owner === null || owner.relation === "\\in") return { identity: SELF, parameter: true };
  return { identity: owner.identity, parameter: false };
}

function translationLines(
  algorithm: Algorithm<readonly Step[]>,
  flow: Flow,
  { pc, ends }: Traits,
  options: TranslationOptions,
  problems: Problems,
): readonly Line[] {
  const { lineWidth: width } = options;
  const setting = new Setting(algorithm, pc, width);
  if (setting.variables.length === 0) {
    problems.reportAt("P121", "this algorithm has no variables", algorithm.at, [
      "without variables there are no states to check",
    ]);
  }
  const { processes, procedures } = algorithm;
  const lines: Line[] = [...declarationLines(algorithm, setting, hasDefaults(algorithm))];
  if (processes !== null) lines.push(...processSetLines(processes));
  lines.push(...initLines(algorithm, setting));
  const called = selfOf(algorithm, null);
  procedures.forEach(({ name, at }, i) => {
    const actions = flow.procedures[i]!;
    for (const action of actions) lines.push(...actionLines(action, action.label, called, setting, problems));
    lines.push(...gatheringLines(name, actions, called.parameter, at, width));
  });
  (processes ?? []).forEach(({ name, at }, i) => {
    const actions = flow.processes[i]!;
    const self = selfOf(algorithm, i);
    for (const action of actions) {
      lines.push(...actionLines(action, pc ? action.label : name, self, setting, problems));
    }
    if (pc) lines.push(...gatheringLines(name, actions, self.parameter, at, width));
  });
  for (const action of flow.body) {
    lines.push(...actionLines(action, pc ? action.label : "Next", called, setting, problems));
  }
  if (pc || processes !== null) {
    const terminating = ends && !options.noDoneDisjunct;
    lines.push(
      ...nextLines(
        algorithm,
        flow.body.map(({ label }) => label),
        terminating,
        width,
      ),
    );
  }
  lines.push(...specLines(algorithm, options.fairness, width));
  if (pc && ends) lines.push(...terminationLines(algorithm));
  return lines;
}
