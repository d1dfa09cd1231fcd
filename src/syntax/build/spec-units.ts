/** Specs (`.qsc`) and their units. */
import type { IToken } from "chevrotain";
import type {
  ConstUnitCstNode,
  DeclaratorCstNode,
  LocalsCstNode,
  MemoryUnitCstNode,
  ModelValueCstNode,
  PatchEditCstNode,
  PatchUnitCstNode,
  ProcedureUnitCstNode,
  ProcessUnitCstNode,
  ScenarioUnitCstNode,
  SpecCstNode,
  SpecUnitCstNode,
} from "../../../grammar/cst.js";
import type {
  ClaimUnit,
  ConstUnit,
  ConstValue,
  Expr,
  MemoryUnit,
  Module,
  PatchEdit,
  PatchUnit,
  ProcedureUnit,
  ProcessUnit,
  ScenarioUnit,
  SpecUnit,
  StringLiteral,
  VarDeclarator,
} from "../ast.js";
import { cover } from "../source.js";
import { type BuildContext, endOf } from "./context.js";
import { buildParameter } from "./definitions.js";
import { buildExpectation } from "./expectations.js";
import { buildNumber, buildString } from "./literals.js";
import { buildRun } from "./runs.js";
import { buildAnchor, buildBlock } from "./statements.js";
import { buildEach, buildUnit } from "./units.js";

/** Builds `spec NAME` and its units. */
export function buildSpec(context: BuildContext, node: SpecCstNode): Module {
  const c = node.children;
  return {
    kind: "module",
    form: "spec",
    name: context.nameOf(c.Identifier[0]!),
    extends: (c.extendsList?.[0]?.children.Identifier ?? []).map((token) => context.nameOf(token)),
    units: buildEach(context, c.specUnit ?? [], buildSpecUnit),
    span: context.span(c.SpecWord[0]!.startOffset, context.source.text.length),
  };
}

function buildSpecUnit(context: BuildContext, node: SpecUnitCstNode): SpecUnit | null {
  const c = node.children;
  if (c.constUnit) return buildConst(context, c.constUnit[0]!);
  if (c.varUnit) {
    const { SharedWord, locals } = c.varUnit[0]!.children;
    const variables = buildDeclarators(context, locals[0]!);
    const start = context.spanOf((SharedWord ?? locals[0]!.children.VarWord)[0]!);
    return {
      kind: "var",
      shared: SharedWord !== undefined,
      variables,
      span: cover(start, variables.at(-1)!.span),
    };
  }
  if (c.macroUnit) {
    const m = c.macroUnit[0]!.children;
    return { kind: "macro", ...expanded(context, m.MacroWord[0]!, m) };
  }
  if (c.inlineUnit) {
    const m = c.inlineUnit[0]!.children;
    return { kind: "inline", ...expanded(context, m.InlineWord[0]!, m) };
  }
  if (c.procedureUnit) return buildProcedure(context, c.procedureUnit[0]!);
  if (c.processUnit) return buildProcess(context, c.processUnit[0]!);
  if (c.claimUnit) {
    const { ClaimWord, Identifier, expression } = c.claimUnit[0]!.children;
    const name = context.nameOf(Identifier[0]!);
    const body: Expr = expression
      ? context.expression(expression[0]!)
      : { kind: "reference", path: [], name: name.name, args: [], span: name.span };
    return {
      kind: "claim",
      claim: CLAIMS[ClaimWord[0]!.image] ?? "invariant",
      name,
      body,
      span: cover(context.spanOf(ClaimWord[0]!), body.span),
    };
  }
  if (c.symmetryUnit) {
    const { SymmetryWord, expression } = c.symmetryUnit[0]!.children;
    const sets = expression.map((each) => context.expression(each));
    return { kind: "symmetry", sets, span: cover(context.spanOf(SymmetryWord[0]!), sets.at(-1)!.span) };
  }
  if (c.scenarioUnit) return context.deeper(1, () => buildScenario(context, c.scenarioUnit![0]!));
  if (c.patchUnit) return context.deeper(1, () => buildPatch(context, c.patchUnit![0]!));
  if (c.expectUnit) return buildExpectation(context, c.expectUnit[0]!);
  if (c.kernelUnit) {
    const { KernelWord, String: text } = c.kernelUnit[0]!.children;
    const version = buildString(context, text[0]!);
    return { kind: "kernel", version, span: cover(context.spanOf(KernelWord[0]!), version.span) };
  }
  if (c.memoryUnit) return buildMemory(context, c.memoryUnit[0]!);
  if (c.runUnit) return buildRun(context, c.runUnit[0]!);
  return buildUnit(context, c.unit![0]!);
}

const CLAIMS: Readonly<Record<string, ClaimUnit["claim"]>> = {
  invariant: "invariant",
  property: "property",
  reachable: "reachable",
  constraint: "constraint",
  actionconstraint: "actionconstraint",
  view: "view",
};

function buildConst(context: BuildContext, node: ConstUnitCstNode): ConstUnit {
  const c = node.children;
  const { name, arity, span } = buildParameter(context, c.parameter[0]!);
  const value: ConstValue | null = c.modelValue
    ? buildModelValue(context, c.modelValue[0]!)
    : c.value
      ? { kind: "expression", expr: context.expression(c.value[0]!) }
      : null;
  const where = c.where ? context.expression(c.where[0]!) : null;
  const nameSpan = context.span(span.start, span.start + name.length);
  const end = where?.span.end ?? (value?.kind === "expression" ? value.expr.span.end : value?.span.end);
  return {
    kind: "const",
    name: { name, span: nameSpan },
    arity,
    value,
    where,
    span: context.span(c.ConstWord[0]!.startOffset, end ?? span.end),
  };
}

function endOfModel({ children: c }: ModelValueCstNode): number {
  return endOf((c.RightBrace ?? c.Identifier)![0]!);
}

function buildModelValue(context: BuildContext, node: ModelValueCstNode): ConstValue {
  const c = node.children;
  const span = context.span(c.ModelWord[0]!.startOffset, endOfModel(node));
  const names = c.Identifier!.map((token) => context.nameOf(token));
  return c.LeftBrace ? { kind: "modelSet", names, span } : { kind: "model", name: names[0]!, span };
}

function buildMemory(context: BuildContext, { children: c }: MemoryUnitCstNode): MemoryUnit {
  const model = context.nameOf(c.Identifier![0]!);
  const buffer = c.Number ? buildNumber(context, c.Number[0]!) : null;
  const span = cover(context.spanOf(c.MemoryWord[0]!), (buffer ?? model).span);
  return { kind: "memory", model, buffer, span };
}

/** The declarators of one `var`. */
function buildDeclarators(context: BuildContext, node: LocalsCstNode): VarDeclarator[] {
  return node.children.declarator.map((each) => buildDeclarator(context, each));
}

function buildDeclarator(context: BuildContext, { children: c }: DeclaratorCstNode): VarDeclarator {
  const name = context.nameOf(c.Identifier[0]!);
  if (!c.expression) return { name, init: null, span: name.span };
  const expr = context.expression(c.expression[0]!);
  return { name, init: { kind: c.In ? "in" : "equals", expr }, span: cover(name.span, expr.span) };
}

function buildLocals(context: BuildContext, nodes: readonly LocalsCstNode[] | undefined): VarDeclarator[] {
  return (nodes ?? []).flatMap((node) => buildDeclarators(context, node));
}

type Expanded = Pick<ProcedureUnitCstNode["children"], "Identifier" | "formalParameters" | "block">;

/** What macros, inlines and procedures have in common. */
function expanded(context: BuildContext, word: IToken, c: Expanded) {
  return {
    name: context.nameOf(c.Identifier[0]!),
    params: (c.formalParameters[0]!.children.Identifier ?? []).map((token) => context.nameOf(token)),
    body: buildBlock(context, c.block[0]!),
    span: context.span(word.startOffset, endOf(c.block[0]!.children.RightBrace[0]!)),
  };
}

function buildProcedure(context: BuildContext, node: ProcedureUnitCstNode): ProcedureUnit {
  const c = node.children;
  const { name, params, body, span } = expanded(context, c.ProcedureWord[0]!, c);
  const anchor = buildAnchor(context, c.anchor?.[0]);
  return { kind: "procedure", name, params, anchor, locals: buildLocals(context, c.locals), body, span };
}

function buildProcess(context: BuildContext, node: ProcessUnitCstNode): ProcessUnit {
  const c = node.children;
  const start = (c.FairWord ?? c.ProcessWord)[0]!.startOffset;
  return {
    kind: "process",
    name: context.nameOf(c.Identifier[0]!),
    fairness: c.StrongSign ? "strong" : c.FairWord ? "weak" : "none",
    identity: { kind: c.In ? "in" : "equals", expr: context.expression(c.expression[0]!) },
    on: c.declarator ? buildCpu(context, c.declarator[0]!) : null,
    when: c.when ? context.expression(c.when[0]!) : null,
    anchor: buildAnchor(context, c.anchor?.[0]),
    locals: buildLocals(context, c.locals),
    body: buildBlock(context, c.block[0]!),
    span: context.span(start, endOf(c.block[0]!.children.RightBrace[0]!)),
  };
}

/** `on cpu = 0`, `on cpu \in CPU`; a name alone is reported. */
function buildCpu(context: BuildContext, node: DeclaratorCstNode): VarDeclarator {
  const cpu = buildDeclarator(context, node);
  if (cpu.init === null) {
    context.report("G041", `\`on ${cpu.name.name}\` does not say which CPU the process is on`, cpu.span, [
      `write on ${cpu.name.name} \\in CPU, or on ${cpu.name.name} = and the CPU`,
    ]);
  }
  return cpu;
}

function optionalString(context: BuildContext, tokens: IToken[] | undefined): StringLiteral | null {
  return tokens ? buildString(context, tokens[0]!) : null;
}

function buildScenario(context: BuildContext, node: ScenarioUnitCstNode): ScenarioUnit {
  const c = node.children;
  return {
    kind: "scenario",
    name: context.nameOf(c.Identifier[0]!),
    title: optionalString(context, c.String),
    units: buildEach(context, c.specUnit ?? [], buildSpecUnit),
    span: context.span(c.ScenarioWord[0]!.startOffset, endOf(c.RightBrace[0]!)),
  };
}

function buildPatch(context: BuildContext, node: PatchUnitCstNode): PatchUnit {
  const c = node.children;
  return {
    kind: "patch",
    name: context.nameOf(c.Identifier[0]!),
    title: optionalString(context, c.String),
    on: (c.on ?? []).map((token) => context.nameOf(token)),
    edits: buildEach(context, c.patchEdit ?? [], buildEdit),
    span: context.span(c.PatchWord[0]!.startOffset, endOf(c.RightBrace[0]!)),
  };
}

const EDITS: Readonly<Record<string, "replace" | "before" | "after">> = {
  replace: "replace",
  before: "before",
  after: "after",
};

function buildEdit(context: BuildContext, node: PatchEditCstNode): PatchEdit | null {
  const c = node.children;
  if (!c.EditWord) {
    const unit = buildSpecUnit(context, c.specUnit![0]!);
    return unit && { kind: "redefine", unit, span: unit.span };
  }
  const [owner, step] = c.Identifier!;
  return {
    kind: "edit",
    where: EDITS[c.EditWord[0]!.image] ?? "replace",
    owner: context.nameOf(owner!),
    step: context.nameOf(step!),
    body: buildBlock(context, c.block![0]!),
    span: context.span(c.EditWord[0]!.startOffset, endOf(c.block![0]!.children.RightBrace[0]!)),
  };
}
