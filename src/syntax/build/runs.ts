/** Scripted runs and their items. */
import type { RunStepCstNode, RunUnitCstNode, StepTakenCstNode } from "../../../grammar/cst.js";
import type { RunStep, RunUnit } from "../ast.js";
import { cover } from "../source.js";
import { type BuildContext, endOf } from "./context.js";
import { buildString } from "./literals.js";
import { buildActualArguments } from "./statements.js";

/** `run R "title" == { … }`; a `start` that is not the first item is reported and left out. */
export function buildRun(context: BuildContext, node: RunUnitCstNode): RunUnit {
  const c = node.children;
  const steps = (c.runStep ?? []).map((step) => buildRunStep(context, step));
  for (const step of steps.slice(1)) {
    if (step.kind !== "start") continue;
    context.report("G043", "`start where` chooses the state that a run begins in", step.span, [
      "write it once, as the first item; further on write `where P` after a step",
    ]);
  }
  return {
    kind: "run",
    name: context.nameOf(c.Identifier[0]!),
    title: c.String ? buildString(context, c.String[0]!) : null,
    steps: steps.filter((step, i) => i === 0 || step.kind !== "start"),
    span: context.span(c.RunWord[0]!.startOffset, endOf(c.RightBrace[0]!)),
  };
}

function buildRunStep(context: BuildContext, { children: c }: RunStepCstNode): RunStep {
  if (c.StartWord) {
    const where = context.expression(c.expression![0]!);
    return { kind: "start", where, span: cover(context.spanOf(c.StartWord[0]!), where.span) };
  }
  if (c.assertStatement) {
    const { AssertWord, expression } = c.assertStatement[0]!.children;
    const condition = context.expression(expression[0]!);
    return { kind: "assert", condition, span: cover(context.spanOf(AssertWord[0]!), condition.span) };
  }
  return buildStepTaken(context, c.stepTaken![0]!);
}

function buildStepTaken(context: BuildContext, { children: c }: StepTakenCstNode): RunStep {
  const first = context.nameOf(c.Identifier[0]!);
  const step = c.step ? context.nameOf(c.step[0]!) : first;
  const given = c.actualArguments && buildActualArguments(context, c.actualArguments[0]!);
  const where = c.where ? context.expression(c.where[0]!) : null;
  return {
    kind: "step",
    owner: c.step ? first : null,
    index: c.index ? context.expression(c.index[0]!) : null,
    step,
    args: given?.args ?? [],
    where,
    span: context.span(first.span.start, where?.span.end ?? given?.end ?? step.span.end),
  };
}
