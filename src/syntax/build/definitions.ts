/** Definitions, declarations of parameters and instances. */
import type { IToken } from "chevrotain";
import type {
  DefinitionCstNode,
  DefinitionParametersCstNode,
  InnerDefinitionCstNode,
  InstanceCstNode,
  LocalDefinitionCstNode,
  ParameterCstNode,
  RecursiveCstNode,
} from "../../../grammar/cst.js";
import { operatorName } from "../../../grammar/operators.js";
import type {
  FunctionDefinition,
  Instance,
  InstanceDefinition,
  LetExpr,
  Name,
  OperatorDefinition,
  Parameter,
  RecursiveDeclaration,
} from "../ast.js";
import { cover } from "../source.js";
import { buildBound } from "./bounds.js";
import { type BuildContext, endOf } from "./context.js";

export type Definition = OperatorDefinition | FunctionDefinition | InstanceDefinition;

/** A unit of a LET. */
export function buildLocalDefinition(
  context: BuildContext,
  node: LocalDefinitionCstNode,
): LetExpr["units"][number] {
  const { recursive, Local, definition } = node.children;
  return recursive
    ? buildRecursive(context, recursive[0]!)
    : buildDefinition(context, definition![0]!, Local?.[0]);
}

/** A definition in a step of a proof. */
export function buildInnerDefinition(context: BuildContext, node: InnerDefinitionCstNode): Definition {
  const { Local, definition } = node.children;
  return buildDefinition(context, definition[0]!, Local?.[0]);
}

/** `RECURSIVE F(_), g`. */
export function buildRecursive(context: BuildContext, node: RecursiveCstNode): RecursiveDeclaration {
  const { Recursive, parameter } = node.children;
  const operators = parameter.map((each) => buildParameter(context, each));
  return { kind: "recursive", operators, span: cover(context.spanOf(Recursive[0]!), operators.at(-1)!.span) };
}

/** A definition; `local` is the LOCAL before it. */
export function buildDefinition(
  context: BuildContext,
  node: DefinitionCstNode,
  local: IToken | undefined,
): Definition {
  const c = node.children;
  const first = (c.PrefixOperator ?? c.Identifier)![0]!;
  const start = (local ?? first).startOffset;
  const parameters = c.definitionParameters?.[0];
  const head = { local: local !== undefined, ...buildHead(context, node) };
  if (c.instance) {
    const instance = buildInstance(context, c.instance[0]!);
    const span = context.span(start, instance.span.end);
    if (head.fixity !== "named" || parameters?.children.LeftBracket) {
      context.report("G023", "an instance of a module can only be given a name with parameters", span, [
        "write Name == INSTANCE Module or Name(x) == INSTANCE Module",
      ]);
    }
    const { name, params } = head;
    return { kind: "instanceDefinition", local: head.local, name, params, instance, span };
  }
  const body = context.deeper(1, () => context.expression(c.expression![0]!));
  const span = context.span(start, body.span.end);
  if (parameters?.children.LeftBracket) {
    const bounds = parameters.children.bound!.map((bound) => buildBound(context, bound));
    return { kind: "functionDefinition", local: head.local, name: head.name, bounds, body, span };
  }
  return { kind: "definition", ...head, body, span };
}

interface Head {
  readonly name: Name;
  readonly fixity: OperatorDefinition["fixity"];
  readonly params: readonly Parameter[];
}

/** What stands left of the `==`. */
function buildHead(context: BuildContext, node: DefinitionCstNode): Head {
  const c = node.children;
  if (c.PrefixOperator) {
    const token = c.PrefixOperator[0]!;
    const name = { name: token.image === "-" ? "-." : symbolName(token), span: context.spanOf(token) };
    return { name, fixity: "prefix", params: [plainParameter(context, c.operand![0]!)] };
  }
  const first = c.Identifier![0]!;
  const parameters = c.definitionParameters?.[0]?.children;
  const symbol = (parameters?.InfixOperator ?? parameters?.PostfixOperator)?.[0];
  if (symbol !== undefined) {
    const right = parameters?.Identifier?.[0];
    const params = [first, ...(right ? [right] : [])].map((token) => plainParameter(context, token));
    const name = { name: symbolName(symbol), span: context.spanOf(symbol) };
    return { name, fixity: right ? "infix" : "postfix", params };
  }
  const params = parameters ? namedParameters(context, parameters) : [];
  return { name: context.nameOf(first), fixity: "named", params };
}

function namedParameters(
  context: BuildContext,
  parameters: DefinitionParametersCstNode["children"],
): Parameter[] {
  return (parameters.parameter ?? []).map((parameter) => buildParameter(context, parameter));
}

function symbolName(token: IToken): string {
  return operatorName(token.image) ?? token.image;
}

function plainParameter(context: BuildContext, token: IToken): Parameter {
  return { ...context.nameOf(token), arity: 0 };
}

/** `x`, `F(_, _)`, `_+_`, `-._` or `_^+`. */
export function buildParameter(context: BuildContext, node: ParameterCstNode): Parameter {
  const c = node.children;
  const blanks = c.Underscore ?? [];
  if (c.Identifier) {
    const token = c.Identifier[0]!;
    const end = endOf(c.RightParen?.[0] ?? token);
    const { name } = context.nameOf(token);
    return { name, arity: blanks.length, span: context.span(token.startOffset, end) };
  }
  const symbol = (c.PrefixOperator ?? c.InfixOperator ?? c.PostfixOperator)![0]!;
  const name = c.PrefixOperator && symbol.image === "-" ? "-." : symbolName(symbol);
  const tokens = [symbol, ...blanks].sort((a, b) => a.startOffset - b.startOffset);
  const span = context.span(tokens[0]!.startOffset, endOf(tokens.at(-1)!));
  return { name, arity: blanks.length, span };
}

/** `INSTANCE M WITH a <- e`. */
export function buildInstance(context: BuildContext, node: InstanceCstNode): Instance {
  const { Instance: words, Identifier, substitution } = node.children;
  const module = context.nameOf(Identifier[0]!);
  const substitutions = (substitution ?? []).map(({ children: c }) => {
    const token = (c.Identifier ?? c.OperatorName)![0]!;
    const to = context.expression(c.expression[0]!);
    const from = { name: context.nameOrOperator(token), span: context.spanOf(token) };
    return { from, to, span: cover(from.span, to.span) };
  });
  const end = substitutions.at(-1)?.span.end ?? module.span.end;
  return { module, substitutions, span: context.span(words[0]!.startOffset, end) };
}
