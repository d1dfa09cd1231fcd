/** Proofs, and what only they need. */
import type { IToken } from "chevrotain";
import type {
  AssumedCstNode,
  AssumeProveCstNode,
  DefinitionsStepCstNode,
  FactCstNode,
  FactsCstNode,
  NewNameCstNode,
  ProofCstNode,
  QedStepCstNode,
  StatementToProveCstNode,
  StepCstNode,
  StepsCstNode,
  UseCstNode,
} from "../../../grammar/cst.js";
import { levelOfProof, stepOf } from "../../../grammar/levels.js";
import type {
  Assumed,
  AssumeProve,
  Expr,
  Facts,
  ModuleName,
  NewName,
  Proof,
  ProofStep,
  StepBody,
  UseUnit,
} from "../ast.js";
import { cover, type Span } from "../source.js";
import { buildQuantifierBounds } from "./bounds.js";
import { type BuildContext, endOf } from "./context.js";
import { buildInnerDefinition, buildInstance, buildParameter } from "./definitions.js";

/** Builds what a theorem or a step states. */
export function buildStatement(context: BuildContext, node: StatementToProveCstNode): Expr | AssumeProve {
  const { assumeProve, expression } = node.children;
  return assumeProve ? buildAssumeProve(context, assumeProve[0]!) : context.expression(expression![0]!);
}

function buildAssumeProve(context: BuildContext, node: AssumeProveCstNode): AssumeProve {
  const c = node.children;
  const first = (c.Assume ?? c.BoxAssume)![0]!;
  const second = (c.Prove ?? c.BoxProve)![0]!;
  const box = c.BoxAssume !== undefined;
  if (box !== (c.BoxProve !== undefined)) {
    context.report("G045", `\`${first.image}\` ends with \`${second.image}\``, context.spanOf(second), [
      "write []ASSUME … []PROVE, or ASSUME … PROVE",
    ]);
  }
  return context.deeper(1, () => {
    const assumptions = c.assumed.map((each) => buildAssumed(context, each));
    const goal = context.expression(c.expression[0]!);
    return { kind: "assumeProve", box, assumptions, goal, span: cover(context.spanOf(first), goal.span) };
  });
}

function buildAssumed(context: BuildContext, node: AssumedCstNode): Assumed {
  const { Identifier, assumeProve, newName, expression } = node.children;
  if (newName) return buildNewName(context, newName[0]!);
  if (assumeProve) {
    const sequent = buildAssumeProve(context, assumeProve[0]!);
    const label = Identifier ? context.nameOf(Identifier[0]!) : null;
    return { kind: "nested", label, sequent, span: label ? cover(label.span, sequent.span) : sequent.span };
  }
  const fact = context.expression(expression![0]!);
  return { kind: "fact", fact, span: fact.span };
}

const LEVELS: Readonly<Record<string, NewName["level"]>> = {
  STATE: "state",
  ACTION: "action",
  ACTIONS: "action",
  TEMPORAL: "temporal",
  TEMPORALS: "temporal",
};

function buildNewName(context: BuildContext, node: NewNameCstNode): NewName {
  const c = node.children;
  const levels = c.levelOfName?.[0]?.children;
  const levelWord = (levels?.Constant ?? levels?.Variable ?? levels?.LevelWord)?.[0];
  const word = (c.New?.[0] ?? levelWord)!;
  const level = levels?.Variable ? "variable" : (LEVELS[levelWord?.image ?? ""] ?? "constant");
  const { name, arity, span: end } = buildParameter(context, c.parameter[0]!);
  const set = c.expression ? context.expression(c.expression[0]!) : null;
  if (level === "variable" && arity > 0) {
    context.report("G045", `the new variable ${name} cannot take arguments`, end, [
      `write NEW STATE ${name}(_) for an operator of states`,
    ]);
  }
  if (set !== null && (level !== "constant" || arity > 0)) {
    context.report("G045", "only a new constant without arguments is given a set", set.span, [
      `write NEW ${name} \\in S, or state what holds of ${name} as an assumption of its own`,
    ]);
  }
  return {
    kind: "new",
    level,
    name,
    arity,
    set,
    span: cover(context.spanOf(word), (set ?? { span: end }).span),
  };
}

/** Builds a proof, its steps with the levels that `<*>` and `<+>` stand for. */
export function buildProof(context: BuildContext, node: ProofCstNode): Proof {
  const c = node.children;
  const word = (c.Proof ?? c.Obvious ?? c.By)?.[0];
  const from = (end: Span): Span => (word === undefined ? end : cover(context.spanOf(word), end));
  if (c.Obvious) {
    const token = c.Obvious[0]!;
    const kind = token.image === "OBVIOUS" ? "obvious" : "omitted";
    return { kind, span: from(context.spanOf(token)) };
  }
  if (c.steps) {
    const { steps, span } = context.deeper(1, () => buildSteps(context, c.steps![0]!));
    return { kind: "steps", steps, span: from(span) };
  }
  const only = c.Only !== undefined;
  const last = (c.Only ?? c.By)![0]!;
  const { facts, end } = buildFacts(context, c.facts![0]!, last);
  return { kind: "by", only, facts, span: context.span(word!.startOffset, end) };
}

/** What BY, USE or HIDE lists, and where it ends; `last` is the word before it. */
function buildFacts(
  context: BuildContext,
  { children: c }: FactsCstNode,
  last: IToken,
): { facts: Facts; end: number } {
  const facts = (c.fact ?? []).map((fact) => buildFact(context, fact));
  const defs = (c.definitions ?? []).map((fact) => buildFact(context, fact));
  if (facts.length + defs.length === 0) {
    context.report("G045", `nothing follows \`${last.image}\``, context.spanOf(last), [
      `write ${last.image} with facts, DEF with the names of definitions, or both`,
    ]);
  }
  return { facts: { facts, defs }, end: (defs.at(-1) ?? facts.at(-1))?.span.end ?? endOf(last) };
}

function buildFact(context: BuildContext, { children: c }: FactCstNode): Expr | ModuleName {
  if (c.expression) return context.expression(c.expression[0]!);
  const module = context.nameOf(c.Identifier![0]!);
  return { kind: "moduleName", module, span: cover(context.spanOf(c.Module![0]!), module.span) };
}

function buildSteps(context: BuildContext, node: StepsCstNode): { steps: ProofStep[]; span: Span } {
  const nodes: (StepCstNode | QedStepCstNode)[] = [...(node.children.step ?? []), ...node.children.qedStep];
  const outer = context.proofLevel;
  const level = levelOfProof(stepOf(nodes[0]!.children.ProofStep[0]!).level, outer);
  context.proofLevel = level;
  const steps = nodes.map((each) => buildStep(context, each, level));
  context.proofLevel = outer;
  return { steps, span: cover(steps[0]!.span, steps.at(-1)!.span) };
}

function buildStep(context: BuildContext, node: StepCstNode | QedStepCstNode, level: number): ProofStep {
  const c = node.children;
  const token = c.ProofStep[0]!;
  const nameSpan = context.spanOf(token);
  const what = buildBody(context, node);
  const proof = c.proof ? buildProof(context, c.proof[0]!) : null;
  const span = cover(nameSpan, (proof ?? what).span);
  return { level, label: stepOf(token).name || null, nameSpan, what, proof, span };
}

function buildBody(context: BuildContext, node: StepCstNode | QedStepCstNode): StepBody {
  if (node.name === "qedStep") return { kind: "qed", span: context.spanOf(node.children.Qed[0]!) };
  const c = node.children;
  if (c.use) {
    const use = buildUse(context, c.use[0]!);
    return { kind: "useStep", use, span: use.span };
  }
  if (c.instance) {
    const instance = buildInstance(context, c.instance[0]!);
    return { kind: "instance", instance, span: instance.span };
  }
  if (c.definitionsStep) return buildDefinitions(context, c.definitionsStep[0]!);
  if (c.haveStep) {
    const { Have, expression } = c.haveStep[0]!.children;
    const fact = context.expression(expression[0]!);
    return { kind: "have", fact, span: cover(context.spanOf(Have[0]!), fact.span) };
  }
  if (c.takeStep) {
    const { Take, quantifierBound } = c.takeStep[0]!.children;
    const bounds = buildQuantifierBounds(context, quantifierBound);
    return { kind: "take", bounds, span: cover(context.spanOf(Take[0]!), bounds.at(-1)!.span) };
  }
  if (c.witnessStep) {
    const { Witness, expression } = c.witnessStep[0]!.children;
    const witnesses = expression.map((each) => context.expression(each));
    return { kind: "witness", witnesses, span: cover(context.spanOf(Witness[0]!), witnesses.at(-1)!.span) };
  }
  if (c.pickStep) {
    const { Pick, quantifierBound, expression } = c.pickStep[0]!.children;
    const bounds = buildQuantifierBounds(context, quantifierBound);
    const condition = context.expression(expression[0]!);
    return { kind: "pick", bounds, condition, span: cover(context.spanOf(Pick[0]!), condition.span) };
  }
  if (c.caseStep) {
    const { Case, expression } = c.caseStep[0]!.children;
    const condition = context.expression(expression[0]!);
    return { kind: "case", condition, span: cover(context.spanOf(Case[0]!), condition.span) };
  }
  const { Suffices, statementToProve } = c.assertStep![0]!.children;
  const statement = buildStatement(context, statementToProve[0]!);
  const span = Suffices ? cover(context.spanOf(Suffices[0]!), statement.span) : statement.span;
  return { kind: "assert", suffices: Suffices !== undefined, statement, span };
}

function buildDefinitions(context: BuildContext, { children: c }: DefinitionsStepCstNode): StepBody {
  const units = c.innerDefinition.map((unit) => buildInnerDefinition(context, unit));
  const first = c.Define ? context.spanOf(c.Define[0]!) : units[0]!.span;
  return { kind: "define", units, span: cover(first, units.at(-1)!.span) };
}

/** `USE …` or `HIDE …`. */
export function buildUse(context: BuildContext, { children: c }: UseCstNode): UseUnit {
  const word = c.Use[0]!;
  const { facts, end } = buildFacts(context, c.facts[0]!, (c.Only ?? c.Use)[0]!);
  return {
    kind: "use",
    hide: word.image === "HIDE",
    only: c.Only !== undefined,
    facts,
    span: context.span(word.startOffset, end),
  };
}
