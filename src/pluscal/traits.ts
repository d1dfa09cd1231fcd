/** What a translation can leave out: `pc`, and stuttering when all is done. */
import type { Algorithm, Statement, Step } from "./ast.js";
import { onlyToken } from "./formula.js";

/** What a translation consists of. */
export interface Traits {
  /** Whether there is a variable `pc`. */
  readonly pc: boolean;
  /** Whether the algorithm can end, so that it may stutter for ever then. */
  readonly ends: boolean;
}

/** The version from which on things are left out. */
const FIRST_VERSION = 1500;

/**
 * An algorithm whose processes all consist of one `while (TRUE)` without further labels needs no `pc`; one that has
 * such a process, whatever its labels, never ends.
 */
export function traitsOf(algorithm: Algorithm<readonly Step[]>, version: number): Traits {
  const { procedures, processes, body } = algorithm;
  const owners = processes?.map((process) => process.body) ?? [body!];
  const jumps = new Set<"goto" | "Done">();
  for (const each of [...procedures.map((procedure) => procedure.body), ...owners]) collectJumps(each, jumps);
  const loops = owners.map(loopOf);
  const signs = [...procedures, ...(processes ?? [])].some(
    ({ plus, minus }) => plus.length + minus.length > 0,
  );
  const needsPc =
    version < FIRST_VERSION ||
    procedures.length > 0 ||
    signs ||
    jumps.size > 0 ||
    loops.some((loop) => loop === "ends" || loop === "labelled");
  const endless = loops.some((loop) => loop !== "ends");
  const old = version < FIRST_VERSION && processes === null;
  return { pc: needsPc, ends: old || jumps.has("Done") || !endless };
}

/** Whether a body is one `while (TRUE)`, with labels in it or without. */
function loopOf(steps: readonly Step[]): "ends" | "labelled" | "plain" {
  const [step, another] = steps;
  const [loop, rest] = step?.statements ?? [];
  if (another !== undefined || rest !== undefined || loop?.kind !== "while") return "ends";
  if (onlyToken(loop.condition)?.text !== "TRUE") return "ends";
  const labels = loop.body.steps.length > 0 || loop.body.plain.some(holdsLabels);
  return labels ? "labelled" : "plain";
}

function holdsLabels(statement: Statement): boolean {
  return (statement.kind === "if" || statement.kind === "either") && statement.labelled;
}

function collectJumps(steps: readonly Step[], jumps: Set<"goto" | "Done">): void {
  const visit = (statement: Statement): void => {
    switch (statement.kind) {
      case "goto":
        jumps.add("goto");
        if (statement.target === "Done") jumps.add("Done");
        return;
      case "call":
        if (statement.then.kind === "goto") jumps.add("goto");
        return;
      case "if":
        for (const { plain, steps: inner } of [statement.then, statement.else]) {
          plain.forEach(visit);
          collectJumps(inner, jumps);
        }
        return;
      case "either":
        for (const { plain, steps: inner } of statement.branches) {
          plain.forEach(visit);
          collectJumps(inner, jumps);
        }
        return;
      case "while":
        statement.body.plain.forEach(visit);
        collectJumps(statement.body.steps, jumps);
        return;
      case "with":
        statement.body.forEach(visit);
        return;
      default:
        return;
    }
  };
  for (const { statements } of steps) statements.forEach(visit);
}
