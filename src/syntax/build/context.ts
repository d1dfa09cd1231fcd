import type { CstNode, IToken } from "chevrotain";
import type { ExpressionCstNode } from "../../../grammar/cst.js";
import { stepOf } from "../../../grammar/levels.js";
import { operatorName } from "../../../grammar/operators.js";
import { nameText } from "../../../grammar/spellings.js";
import { OperatorName, StepName } from "../../../grammar/tokens.js";
import type { Expr, Name } from "../ast.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Source, Span } from "../source.js";

/**
 * How deep a tree may get. Chains of operators deepen it without nesting in the text, and every later phase walks
 * trees recursively, so the limit stands here and not in each of them.
 */
const TREE_DEPTH_LIMIT = 1000;

/** What building a tree needs to know, and the diagnostics found on the way. */
export class BuildContext {
  readonly diagnostics: Diagnostic[] = [];
  /** The first bullet of the innermost list whose items are being built. */
  bullet: IToken | null = null;
  /** The level of the innermost proof that is being built; -1 outside of any. */
  proofLevel = -1;
  #depth = 0;

  /**
   * @param buildExpression how expressions are built; handed in because everything that expressions consist of
   *   holds expressions itself.
   */
  constructor(
    readonly source: Source,
    private readonly buildExpression: (context: BuildContext, node: ExpressionCstNode, from: number) => Expr,
  ) {}

  /** Builds an expression, from one of its terms on. */
  expression(node: ExpressionCstNode, from = 0): Expr {
    return this.buildExpression(this, node, from);
  }

  /** The span of a token. */
  spanOf(token: IToken): Span {
    return this.span(token.startOffset, endOf(token));
  }

  span(start: number, end: number): Span {
    return { source: this.source, start, end };
  }

  nameOf(token: IToken): Name {
    return { name: nameText(token.image), span: this.spanOf(token) };
  }

  /** The name of an identifier, the canonical name of an operator's symbol, or `<1>2` for a step's name. */
  nameOrOperator(token: IToken): string {
    if (token.tokenType === OperatorName) return operatorName(token.image) ?? token.image;
    return token.tokenType === StepName ? this.stepName(token) : nameText(token.image);
  }

  /** What a step is called: its level in plain digits, and its own name. */
  stepName(token: IToken): string {
    const { level, name } = stepOf(token);
    return `<${level === "*" ? this.proofLevel : level}>${name}`;
  }

  warn(code: string, message: string, span: Span, notes: readonly string[]): void {
    this.diagnostics.push({ code, severity: "warning", message, span, notes });
  }

  report(code: string, message: string, span: Span, notes?: readonly string[]): void {
    this.diagnostics.push({ code, severity: "error", message, span, ...(notes && { notes }) });
  }

  /** Reports a unit that is left out because its tree would get too deep. */
  reportTooDeep(node: CstNode): void {
    const message = `more than ${TREE_DEPTH_LIMIT} operators are chained or nested here`;
    this.report("G009", message, this.spanOf(firstToken(node)), [
      "name parts of the expression with definitions or LET",
    ]);
  }

  /**
   * Builds something that lies so many levels deeper in the tree.
   * @throws TreeTooDeep beyond the limit.
   */
  deeper<T>(levels: number, build: () => T): T {
    const depth = this.#depth;
    if (depth + levels > TREE_DEPTH_LIMIT) throw new TreeTooDeep();
    this.#depth = depth + levels;
    try {
      return build();
    } finally {
      this.#depth = depth;
    }
  }
}

/** Thrown through the builders where a tree gets too deep; whoever builds units reports it. */
export class TreeTooDeep extends Error {}

/** The first token of a part of the parse tree. */
function firstToken(node: CstNode): IToken {
  let first: IToken | undefined;
  for (const children of Object.values(node.children)) {
    const child = children[0];
    if (child === undefined) continue;
    const token = "image" in child ? child : firstToken(child);
    if (first === undefined || token.startOffset < first.startOffset) first = token;
  }
  return first!;
}

/** The offset after a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}
