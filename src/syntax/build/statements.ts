/** Statements of processes, procedures, macros and inlines. */
import type {
  ActualArgumentsCstNode,
  AnchorCstNode,
  AssignmentCstNode,
  AssignmentPartCstNode,
  BindingCstNode,
  BlockCstNode,
  BodyCstNode,
  IfStatementCstNode,
  LabelledCstNode,
  StatementCstNode,
} from "../../../grammar/cst.js";
import type { Assignment, BarrierStatement, Expr, Statement, StringLiteral, WithStatement } from "../ast.js";
import { cover } from "../source.js";
import { buildNamePattern, buildTuplePattern } from "./bounds.js";
import { buildSelector } from "./brackets.js";
import { type BuildContext, endOf } from "./context.js";
import { buildString } from "./literals.js";
import { buildParenthesized } from "./references.js";

/** The statements of `{ … }`. */
export function buildBlock(context: BuildContext, node: BlockCstNode): Statement[] {
  return (node.children.statement ?? []).map((statement) => buildStatement(context, statement));
}

/** What an `if`, `while`, … governs, and where it ends. */
function buildBody(context: BuildContext, node: BodyCstNode): { statements: Statement[]; end: number } {
  return context.deeper(1, () => {
    const { block, statement } = node.children;
    if (block) {
      return { statements: buildBlock(context, block[0]!), end: endOf(block[0]!.children.RightBrace[0]!) };
    }
    const single = buildStatement(context, statement![0]!);
    return { statements: [single], end: single.span.end };
  });
}

export function buildStatement(context: BuildContext, node: StatementCstNode): Statement {
  const c = node.children;
  if (c.labelled) return buildLabelled(context, c.labelled[0]!);
  if (c.assignment) {
    return buildAssignment(context, c.assignment[0]!);
  }
  if (c.ifStatement) return buildIf(context, c.ifStatement[0]!);
  if (c.whileStatement) {
    const { WhileWord, parenthesized, body } = c.whileStatement[0]!.children;
    const condition = buildParenthesized(context, parenthesized[0]!);
    const { statements, end } = buildBody(context, body[0]!);
    return { kind: "while", condition, body: statements, span: context.span(WhileWord[0]!.startOffset, end) };
  }
  if (c.eitherStatement) {
    const { EitherWord, body } = c.eitherStatement[0]!.children;
    const branches = body.map((branch) => buildBody(context, branch));
    const span = context.span(EitherWord[0]!.startOffset, branches.at(-1)!.end);
    return { kind: "either", branches: branches.map((branch) => branch.statements), span };
  }
  if (c.withStatement) {
    const { WithWord, binding, body } = c.withStatement[0]!.children;
    const bindings = binding.map((each) => buildBinding(context, each));
    const { statements, end } = buildBody(context, body[0]!);
    return { kind: "with", bindings, body: statements, span: context.span(WithWord[0]!.startOffset, end) };
  }
  if (c.awaitStatement) {
    const { AwaitWord, WhenWord, expression } = c.awaitStatement[0]!.children;
    const condition = context.expression(expression[0]!);
    const word = context.spanOf((AwaitWord ?? WhenWord)![0]!);
    return { kind: "await", condition, span: cover(word, condition.span) };
  }
  if (c.assertStatement) {
    const { AssertWord, expression } = c.assertStatement[0]!.children;
    const condition = context.expression(expression[0]!);
    return { kind: "assert", condition, span: cover(context.spanOf(AssertWord[0]!), condition.span) };
  }
  if (c.printStatement) {
    const { PrintWord, expression } = c.printStatement[0]!.children;
    const value = context.expression(expression[0]!);
    return { kind: "print", value, span: cover(context.spanOf(PrintWord[0]!), value.span) };
  }
  if (c.SkipWord) return { kind: "skip", span: context.spanOf(c.SkipWord[0]!) };
  if (c.ReturnWord) return { kind: "return", span: context.spanOf(c.ReturnWord[0]!) };
  if (c.BarrierWord) {
    const [word] = c.BarrierWord;
    return { kind: "barrier", barrier: BARRIERS[word!.image] ?? "fence", span: context.spanOf(word!) };
  }
  if (c.migrateStatement) {
    const { MigrateWord, expression } = c.migrateStatement[0]!.children;
    const to = context.expression(expression[0]!);
    return { kind: "migrate", to, span: cover(context.spanOf(MigrateWord[0]!), to.span) };
  }
  if (c.gotoStatement) {
    const { GotoWord, Identifier } = c.gotoStatement[0]!.children;
    const label = context.nameOf(Identifier[0]!);
    return { kind: "goto", label, span: cover(context.spanOf(GotoWord[0]!), label.span) };
  }
  if (c.callStatement) {
    const { CallWord, Identifier, actualArguments } = c.callStatement[0]!.children;
    const { args, end } = buildActualArguments(context, actualArguments[0]!);
    const procedure = context.nameOf(Identifier[0]!);
    return { kind: "call", procedure, args, span: context.span(CallWord[0]!.startOffset, end) };
  }
  const { Identifier, actualArguments } = c.useStatement![0]!.children;
  const { args, end } = buildActualArguments(context, actualArguments[0]!);
  const name = context.nameOf(Identifier[0]!);
  return { kind: "use", name, args, span: context.span(name.span.start, end) };
}

const BARRIERS: Readonly<Record<string, BarrierStatement["barrier"]>> = {
  fence: "fence",
  wmb: "wmb",
  acquire: "acquire",
  grace: "grace",
};

function buildAssignment(context: BuildContext, { children: c }: AssignmentCstNode): Assignment {
  const parts = c.assignmentPart.map((part) => buildPart(context, part));
  const word = c.OrderWord?.[0];
  const start = word ? context.spanOf(word) : parts[0]!.span;
  if (word && c.Parallel) {
    const place = cover(context.spanOf(c.Parallel[0]!), parts.at(-1)!.span);
    context.report("G042", `\`${word.image}\` makes one store, not several at once`, place, [
      `write one ${word.image} after the other, or the other store after it, without the word`,
    ]);
  }
  return {
    kind: "assign",
    order: word === undefined ? "plain" : word.image === "rmw" ? "rmw" : "release",
    parts: word ? parts.slice(0, 1) : parts,
    span: cover(start, parts.at(-1)!.span),
  };
}

function buildLabelled(context: BuildContext, node: LabelledCstNode): Statement {
  const c = node.children;
  const label = context.nameOf(c.Identifier[0]!);
  const words = c.StepWord ?? [];
  const [first, second] = words;
  if (second && first?.image === second.image) {
    context.report(
      "G028",
      `\`${second.image}\` stands twice before \`${label.name}\``,
      context.spanOf(second),
    );
  }
  const start = first?.startOffset ?? label.span.start;
  const statement = context.deeper(1, () => buildStatement(context, c.statement[0]!));
  return {
    kind: "labelled",
    label,
    rest: words.some((word) => word.image === "rest"),
    atomic: words.some((word) => word.image === "atomic"),
    c: c.String ? buildString(context, c.String[0]!) : null,
    anchor: buildAnchor(context, c.anchor?.[0]),
    statement,
    span: context.span(start, statement.span.end),
  };
}

/** `from "…"`, or null if there is none. */
export function buildAnchor(context: BuildContext, node: AnchorCstNode | undefined): StringLiteral | null {
  return node ? buildString(context, node.children.String[0]!) : null;
}

function buildPart(context: BuildContext, node: AssignmentPartCstNode): Assignment["parts"][number] {
  const { Identifier, selector, expression } = node.children;
  const variable = context.nameOf(Identifier[0]!);
  const path = (selector ?? []).map((step) => buildSelector(context, step));
  const value = context.expression(expression[0]!);
  return { variable, path, value, span: cover(variable.span, value.span) };
}

function buildIf(context: BuildContext, node: IfStatementCstNode): Statement {
  const { IfWord, parenthesized, body } = node.children;
  const condition = buildParenthesized(context, parenthesized[0]!);
  const then = buildBody(context, body[0]!);
  const otherwise = body[1] ? buildBody(context, body[1]) : null;
  return {
    kind: "ifStatement",
    condition,
    then: then.statements,
    else: otherwise?.statements ?? [],
    span: context.span(IfWord[0]!.startOffset, (otherwise ?? then).end),
  };
}

function buildBinding(context: BuildContext, node: BindingCstNode): WithStatement["bindings"][number] {
  const c = node.children;
  const pattern = c.tuplePattern
    ? buildTuplePattern(context, c.tuplePattern[0]!)
    : buildNamePattern(context, c.Identifier![0]!);
  const expr = context.expression(c.expression[0]!);
  return { pattern, relation: c.In ? "in" : "equals", expr, span: cover(pattern.span, expr.span) };
}

/** The expressions between the parentheses of a use or call, and where these end. */
export function buildActualArguments(
  context: BuildContext,
  node: ActualArgumentsCstNode,
): { args: Expr[]; end: number } {
  const { expression, RightParen } = node.children;
  return { args: (expression ?? []).map((each) => context.expression(each)), end: endOf(RightParen[0]!) };
}
