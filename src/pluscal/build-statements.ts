/** From the parse tree of an algorithm to its syntax tree: statements. */
import type { IToken } from "chevrotain";
import type {
  AssignmentPartCstNode,
  BodyCstNode,
  CallStatementCstNode,
  IfStatementCstNode,
  LabelCstNode,
  StatementCstNode,
  StatementsCstNode,
  TargetCstNode,
  WithStatementCstNode,
} from "../../grammar/pluscal/cst.js";
import type { Assignment, Branch, Call, Label, Place, Statement } from "./ast.js";
import type { TreeBuilder } from "./build.js";
import { EMPTY } from "./formula.js";

/** Builds statements that follow one another; blocks among them are taken apart. */
export function buildStatements(
  builder: TreeBuilder,
  nodes: readonly StatementCstNode[],
): readonly Statement[] {
  return nodes.flatMap((node) => buildStatement(builder, node));
}

function buildStatement(builder: TreeBuilder, node: StatementCstNode): readonly Statement[] {
  const label = node.children.label ? buildLabel(builder, node.children.label[0]!) : null;
  const { block } = node.children;
  if (block === undefined) return [buildSimple(builder, node, label)];
  const [first, ...rest] = buildStatements(builder, block[0]!.children.statement);
  if (first === undefined) return [];
  if (label !== null && first.label !== null) {
    builder.problems.report(
      "P123",
      `this statement has two labels, \`${label.name}\` and \`${first.label.name}\``,
      first.label.span,
      ["write one of them"],
    );
  }
  return [label === null ? first : { ...first, label }, ...rest];
}

function buildLabel(builder: TreeBuilder, { children: c }: LabelCstNode): Label {
  const token = c.Identifier[0]!;
  const sign = c.InfixOperator?.[0]?.image;
  const fairness = sign === "+" || sign === "-" ? sign : null;
  if (fairness === "+") builder.plus.push(token.image);
  if (fairness === "-") builder.minus.push(token.image);
  return { name: token.image, fairness, span: builder.spanOf(token) };
}

function plain(statements: readonly Statement[]): Branch {
  return { plain: statements, steps: [] };
}

function sequence(builder: TreeBuilder, node: StatementsCstNode | undefined): Branch {
  return plain(buildStatements(builder, node?.children.statement ?? []));
}

function body(builder: TreeBuilder, node: BodyCstNode | undefined): Branch {
  return plain(node ? buildStatements(builder, node.children.statement) : []);
}

function buildSimple(
  builder: TreeBuilder,
  { children: c }: StatementCstNode,
  label: Label | null,
): Statement {
  const at = (token: IToken): { label: Label | null; at: Place } => ({ label, at: builder.place(token) });
  if (c.ifStatement)
    return { ...at(c.ifStatement[0]!.children.PlusCalIf[0]!), ...buildIf(builder, c.ifStatement[0]!) };
  if (c.whileStatement) {
    const w = c.whileStatement[0]!.children;
    const condition = builder.formula(w.whole![0]!);
    const inside = w.body ? body(builder, w.body[0]) : sequence(builder, w.statements?.[0]);
    return { kind: "while", ...at(w.PlusCalWhile[0]!), condition, body: inside };
  }
  if (c.eitherStatement) {
    const e = c.eitherStatement[0]!.children;
    const branches = e.body
      ? e.body.map((each) => body(builder, each))
      : (e.statements ?? []).map((each) => sequence(builder, each));
    return { kind: "either", ...at(e.PlusCalEither[0]!), branches, labelled: false };
  }
  if (c.withStatement) return buildWith(builder, c.withStatement[0]!, label);
  if (c.awaitStatement) {
    const { PlusCalAwait, PlusCalWhen, whole } = c.awaitStatement[0]!.children;
    return {
      kind: "await",
      ...at((PlusCalAwait ?? PlusCalWhen)![0]!),
      condition: builder.formula(whole[0]!),
    };
  }
  if (c.printStatement) {
    const { PlusCalPrint, whole } = c.printStatement[0]!.children;
    return { kind: "print", ...at(PlusCalPrint[0]!), value: builder.formula(whole[0]!) };
  }
  if (c.assertStatement) {
    const { PlusCalAssert, whole } = c.assertStatement[0]!.children;
    return { kind: "assert", ...at(PlusCalAssert[0]!), condition: builder.formula(whole[0]!) };
  }
  if (c.PlusCalSkip) return { kind: "skip", ...at(c.PlusCalSkip[0]!) };
  if (c.PlusCalReturn) return { kind: "return", ...at(c.PlusCalReturn[0]!), from: builder.procedure };
  if (c.gotoStatement) {
    const { PlusCalGoto, target } = c.gotoStatement[0]!.children;
    return { kind: "goto", ...at(PlusCalGoto[0]!), target: targetOf(target[0]!) };
  }
  if (c.callStatement)
    return {
      ...at(c.callStatement[0]!.children.PlusCalCall[0]!),
      ...buildCall(builder, c.callStatement[0]!),
    };
  if (c.macroCall) {
    const { Identifier, actualArguments } = c.macroCall[0]!.children;
    const args = (actualArguments[0]!.children.whole ?? []).map((each) => builder.formula(each));
    return { kind: "macroCall", ...at(Identifier[0]!), macro: Identifier[0]!.image, args };
  }
  const parts = c.assignment![0]!.children.assignmentPart.map((part) => buildPart(builder, part));
  return { kind: "assign", label, at: parts[0]!.at, parts };
}

function buildIf(builder: TreeBuilder, { children: c }: IfStatementCstNode) {
  const conditions = c.whole!.map((each) => builder.formula(each));
  const condition = conditions[0]!;
  if (c.body) {
    return {
      kind: "if",
      condition,
      then: body(builder, c.body[0]),
      else: body(builder, c.body[1]),
      labelled: false,
    } as const;
  }
  const branches = (c.statements ?? []).map((each) => sequence(builder, each));
  const last = sequence(builder, c.otherwise?.[0]);
  const elsifs = within(builder, c.PlusCalElsif ?? []);
  // What stands after an `elsif` is an `if` of its own in the `else` before it.
  const otherwise = elsifs.reduceRight<Branch>(
    (rest, word, i) =>
      plain([
        {
          kind: "if",
          label: null,
          at: builder.place(word),
          condition: conditions[i + 1]!,
          then: branches[i + 1]!,
          else: rest,
          labelled: false,
        },
      ]),
    last,
  );
  return { kind: "if", condition, then: branches[0]!, else: otherwise, labelled: false } as const;
}

/** Several bindings are so many statements, one in the other. */
function buildWith(
  builder: TreeBuilder,
  { children: c }: WithStatementCstNode,
  label: Label | null,
): Statement {
  const inside = c.body ? body(builder, c.body[0]).plain : sequence(builder, c.statements?.[0]).plain;
  const { binding, Comma = [], Semicolon = [] } = c.bindings![0]!.children;
  const names = within(
    builder,
    binding.map(({ children }) => children.Identifier[0]!),
  );
  const bindings = binding.slice(0, names.length);
  const separators = [...Comma, ...Semicolon].sort((a, b) => a.startOffset - b.startOffset);
  // Counted from what stands before the name, as the TLA+ tools do.
  const first = c.LeftParen?.[0] ?? c.PlusCalWith[0]!;
  for (const { children: b } of bindings) {
    const token = b.Identifier[0]!;
    builder.binders.push({ name: token.image, span: builder.spanOf(token), owner: builder.owner });
  }
  const [outermost] = bindings.reduceRight<readonly Statement[]>(
    (statements, { children: b }, i) => [
      {
        kind: "with",
        label: i === 0 ? label : null,
        at:
          i === 0
            ? builder.place(c.PlusCalWith[0]!, first)
            : builder.place(b.Identifier[0]!, separators[i - 1]),
        variable: b.Identifier[0]!.image,
        relation: b.In ? "\\in" : "=",
        value: builder.formula(b.whole[0]!),
        body: statements,
      },
    ],
    inside,
  );
  return outermost!;
}

function buildCall(
  builder: TreeBuilder,
  { children: c }: CallStatementCstNode,
): Pick<Call, "kind" | "procedure" | "args" | "then"> {
  const procedure = c.Identifier[0]!.image;
  if (!builder.calls.includes(procedure)) builder.calls.push(procedure);
  const args = (c.actualArguments[0]!.children.whole ?? []).map((each) => builder.formula(each));
  const target = c.gotoStatement?.[0]?.children.target[0];
  if (target) return { kind: "call", procedure, args, then: { kind: "goto", label: targetOf(target) } };
  const then = c.PlusCalReturn
    ? ({ kind: "return", from: builder.procedure } as const)
    : ({ kind: "next" } as const);
  return { kind: "call", procedure, args, then };
}

/** So many statements may lie one in the other; each makes the translation deeper, too. */
const DEPTH_LIMIT = 200;

/** The beginnings of statements one in the other; where there are too many, that is reported, and the rest left out. */
function within(builder: TreeBuilder, tokens: readonly IToken[]): readonly IToken[] {
  const beyond = tokens[DEPTH_LIMIT];
  if (beyond === undefined) return tokens;
  builder.problems.report(
    "P125",
    `more than ${DEPTH_LIMIT} statements lie one in the other`,
    builder.spanOf(beyond),
    [
      "each `elsif`, and each name of a `with`, counts as one; take parts of it out into procedures or definitions",
    ],
  );
  return tokens.slice(0, DEPTH_LIMIT);
}

function targetOf({ children: { Identifier, String: text } }: TargetCstNode): string {
  return Identifier?.[0]?.image ?? text![0]!.image.slice(1, -1);
}

function buildPart(builder: TreeBuilder, { children: c }: AssignmentPartCstNode): Assignment {
  const variable = c.Identifier[0]!;
  return {
    variable: variable.image,
    path: c.selector ? builder.path(c.selector) : EMPTY,
    value: builder.formula(c.whole[0]!),
    at: builder.place(variable),
  };
}
