/** Modules of TLA+ and their units. */
import type { CstNode, IToken } from "chevrotain";
import type {
  AssumeCstNode,
  ConstantsCstNode,
  ModuleCstNode,
  TheoremCstNode,
  UnitCstNode,
  VariablesCstNode,
} from "../../../grammar/cst.js";
import type {
  Assumption,
  ConstantDeclaration,
  Module,
  Name,
  Theorem,
  TlaUnit,
  VariableDeclaration,
} from "../ast.js";
import { cover } from "../source.js";
import { type BuildContext, endOf, TreeTooDeep } from "./context.js";
import { buildDefinition, buildInstance, buildParameter, buildRecursive } from "./definitions.js";
import { buildProof, buildStatement, buildUse } from "./proofs.js";

/** Builds `---- MODULE M ---- … ====`. */
export function buildModule(context: BuildContext, node: ModuleCstNode): Module {
  const c = node.children;
  const header = c.ModuleHeader[0]!;
  const units = buildEach(context, c.unit ?? [], buildUnit);
  // The parser goes on where the end is missing, so its type promises too much.
  const { ModuleEnd }: { ModuleEnd?: IToken[] } = c;
  const end = ModuleEnd?.[0];
  return {
    kind: "module",
    form: "module",
    name: context.nameOf(c.Identifier[0]!),
    extends: (c.extendsList?.[0]?.children.Identifier ?? []).map((token) => context.nameOf(token)),
    units,
    span: context.span(header.startOffset, end ? endOf(end) : context.source.text.length),
  };
}

/** Builds units one by one; one that is too deep is reported and left out, as is what says nothing. */
export function buildEach<Node extends CstNode, Unit>(
  context: BuildContext,
  nodes: readonly Node[],
  build: (context: BuildContext, node: Node) => Unit | null,
): Unit[] {
  const units: Unit[] = [];
  for (const node of nodes) {
    try {
      const unit = build(context, node);
      if (unit !== null) units.push(unit);
    } catch (error) {
      if (!(error instanceof TreeTooDeep)) throw error;
      context.bullet = null;
      context.reportTooDeep(node);
    }
  }
  return units;
}

/** Builds a unit of a module; null for separators. */
export function buildUnit(context: BuildContext, node: UnitCstNode): TlaUnit | null {
  const c = node.children;
  if (c.definition) return buildDefinition(context, c.definition[0]!, undefined);
  if (c.localUnit) {
    const { Local, instance, definition } = c.localUnit[0]!.children;
    const local = Local[0]!;
    if (definition) return buildDefinition(context, definition[0]!, local);
    const inner = buildInstance(context, instance![0]!);
    return { kind: "instance", local: true, instance: inner, span: cover(context.spanOf(local), inner.span) };
  }
  if (c.constants) return buildConstants(context, c.constants[0]!);
  if (c.variables) return buildVariables(context, c.variables[0]!);
  if (c.recursive) return buildRecursive(context, c.recursive[0]!);
  if (c.instance) {
    const instance = buildInstance(context, c.instance[0]!);
    return { kind: "instance", local: false, instance, span: instance.span };
  }
  if (c.assume) return buildAssume(context, c.assume[0]!);
  if (c.theorem) return buildTheorem(context, c.theorem[0]!);
  if (c.use) return buildUse(context, c.use[0]!);
  if (c.module) {
    const module = context.deeper(1, () => buildModule(context, c.module![0]!));
    return { kind: "nestedModule", module, span: module.span };
  }
  return null;
}

function buildConstants(context: BuildContext, node: ConstantsCstNode): ConstantDeclaration {
  const constants = node.children.parameter.map((parameter) => buildParameter(context, parameter));
  const span = cover(context.spanOf(node.children.Constant[0]!), constants.at(-1)!.span);
  return { kind: "constants", constants, span };
}

function buildVariables(context: BuildContext, node: VariablesCstNode): VariableDeclaration {
  const variables = node.children.Identifier.map((token) => context.nameOf(token));
  const span = cover(context.spanOf(node.children.Variable[0]!), variables.at(-1)!.span);
  return { kind: "variables", variables, span };
}

function buildAssume(context: BuildContext, node: AssumeCstNode): Assumption {
  const { Assume, Assumption: others, Identifier, expression } = node.children;
  const body = context.expression(expression[0]!);
  const span = cover(context.spanOf((Assume ?? others)![0]!), body.span);
  const axiom = others?.[0]?.image === "AXIOM";
  return { kind: "assume", axiom, name: optionalName(context, Identifier), body, span };
}

function buildTheorem(context: BuildContext, node: TheoremCstNode): Theorem {
  const { Theorem: words, Identifier, statementToProve, proof: proofs } = node.children;
  const statement = buildStatement(context, statementToProve[0]!);
  const proof = proofs ? buildProof(context, proofs[0]!) : null;
  return {
    kind: "theorem",
    name: optionalName(context, Identifier),
    statement,
    proof,
    span: cover(context.spanOf(words[0]!), (proof ?? statement).span),
  };
}

function optionalName(context: BuildContext, tokens: IToken[] | undefined): Name | null {
  return tokens ? context.nameOf(tokens[0]!) : null;
}
