/** From the parse tree of an algorithm to its syntax tree: declarations, procedures and processes. */
import type { CstNode, IToken } from "chevrotain";
import type { SelectorCstNode, UnitCstNode } from "../../grammar/cst.js";
import type {
  AlgorithmCstNode,
  BlockCstNode,
  MacroCstNode,
  ProcedureCstNode,
  ProcessCstNode,
  StatementsCstNode,
  VariableDeclarationsCstNode,
  WholeCstNode,
} from "../../grammar/pluscal/cst.js";
import { buildSelector } from "../syntax/build/brackets.js";
import { BuildContext, TreeTooDeep } from "../syntax/build/context.js";
import { buildExpression } from "../syntax/build/expressions.js";
import { buildUnit } from "../syntax/build/units.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Source, Span } from "../syntax/source.js";
import type {
  Algorithm,
  Binder,
  Declaration,
  Macro,
  Place,
  Procedure,
  Process,
  Statement,
  Written,
} from "./ast.js";
import { bindersOf } from "./binders.js";
import { buildStatements } from "./build-statements.js";
import { EMPTY, type Formula, inOneRow } from "./formula.js";
import type { Problems } from "./problems.js";
import { formulaOf } from "./tokens.js";

/** The value of a variable that is given none. */
export const DEFAULT_VALUE: Formula = inOneRow([{ text: "defaultInitValue", kind: "default", origin: null }]);

/** What building needs to know: the tokens, and how lines are counted. */
export class TreeBuilder {
  /** Labels with a sign and procedures called, of the owner that is being built. */
  plus: string[] = [];
  minus: string[] = [];
  calls: string[] = [];
  /** The procedure that is being built. */
  procedure: string | null = null;
  /** The procedure or process that is being built; "" for none. */
  owner = "";
  /** All names that were bound so far. */
  readonly binders: Binder[] = [];
  readonly #context: BuildContext;

  constructor(
    readonly source: Source,
    readonly tokens: readonly IToken[],
    readonly problems: Problems,
    /** The line of an offset as messages in the translation tell it. */
    private readonly lineOf: (offset: number) => number,
  ) {
    this.#context = new BuildContext(source, buildExpression);
  }

  /** @param counted the token whose line and column are told in the translation, where that is another one. */
  place(token: IToken, counted: IToken = token): Place {
    return {
      span: this.spanOf(token),
      line: this.lineOf(counted.startOffset),
      column: counted.startColumn ?? 1,
      call: null,
    };
  }

  spanOf(token: IToken): Span {
    return {
      source: this.source,
      start: token.startOffset,
      end: token.startOffset + token.image.length,
    };
  }

  /** An expression in its writer's layout. What is wrong with its operators is reported. */
  formula(node: WholeCstNode): Formula {
    this.#check(() => {
      const expr = this.#context.expression(node.children.expression[0]!);
      this.binders.push(...bindersOf(expr, this.owner));
    });
    return this.#layout(node);
  }

  /** The selectors on the left of an assignment. */
  path(selector: SelectorCstNode[]): Formula {
    for (const each of selector) this.#check(() => buildSelector(this.#context, each));
    return this.#layout({ name: "path", children: { selector } });
  }

  /** The definitions of a `define`. */
  definitions(unit: UnitCstNode[]): Formula {
    for (const each of unit) this.#check(() => buildUnit(this.#context, each));
    return this.#layout({ name: "define", children: { unit } });
  }

  /** What is wrong with expressions. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#context.diagnostics;
  }

  #layout(node: CstNode): Formula {
    return formulaOf(this.source, this.tokens, node);
  }

  #check(build: () => unknown): void {
    try {
      build();
    } catch (error) {
      // The translation will be read as a whole, and what is too deep reported there.
      if (!(error instanceof TreeTooDeep)) throw error;
    }
  }
}

/** Builds an algorithm; `at` is the word that it begins with. */
export function buildAlgorithm(
  builder: TreeBuilder,
  { children: c }: AlgorithmCstNode,
  fair: boolean,
  at: Place,
): Algorithm<Written> {
  const name = c.Identifier[0]!;
  const variables = declarations(builder, c.variableDeclarations?.[0]);
  const fairBody = c.fairBody?.[0]?.children.PlusCalFair[0];
  const units = c.define?.[0]?.children.unit ?? [];
  const built = {
    name: name.image,
    fair,
    fairBody: fairBody === undefined ? null : builder.spanOf(fairBody),
    variables,
    define: units.length === 0 ? EMPTY : builder.definitions(units),
    macros: (c.macro ?? []).map((macro) => buildMacro(builder, macro)),
    procedures: (c.procedure ?? []).map((procedure) => buildProcedure(builder, procedure)),
    processes: c.process?.map((process) => buildProcess(builder, process)) ?? null,
    body: c.process ? null : body(builder, c.block?.[0], c.statements?.[0]),
    at,
  };
  return { ...built, binders: builder.binders };
}

function body(
  builder: TreeBuilder,
  block: BlockCstNode | undefined,
  statements: StatementsCstNode | undefined,
): readonly Statement[] {
  return buildStatements(builder, (block ?? statements)!.children.statement ?? []);
}

function declarations(builder: TreeBuilder, node: VariableDeclarationsCstNode | undefined): Declaration[] {
  return (node?.children.variableDeclaration ?? []).map(({ children }) =>
    declaration(builder, children.Identifier[0]!, children.In ? "\\in" : "=", children.whole?.[0]),
  );
}

function declaration(
  builder: TreeBuilder,
  name: IToken,
  relation: Declaration["relation"],
  value: WholeCstNode | undefined,
): Declaration {
  return {
    name: name.image,
    relation,
    value: value ? builder.formula(value) : DEFAULT_VALUE,
    at: builder.place(name),
  };
}

function buildMacro(builder: TreeBuilder, { children: c }: MacroCstNode): Macro {
  return {
    name: c.Identifier[0]!.image,
    parameters: (c.parameter ?? []).map(({ image }) => image),
    body: body(builder, c.block?.[0], c.statements?.[0]),
    at: builder.place(c.PlusCalMacro[0]!),
  };
}

/** What is collected while the body of a procedure or process is built. */
function collecting<T>(builder: TreeBuilder, owner: string, procedure: string | null, build: () => T) {
  builder.owner = owner;
  builder.plus = [];
  builder.minus = [];
  builder.calls = [];
  builder.procedure = procedure;
  const built = build();
  builder.procedure = null;
  builder.owner = "";
  return { built, plus: builder.plus, minus: builder.minus, calls: builder.calls };
}

function buildProcedure(builder: TreeBuilder, { children: c }: ProcedureCstNode): Procedure<Written> {
  const name = c.Identifier[0]!.image;
  const parameters = (c.procedureParameter ?? []).map(({ children }) =>
    declaration(builder, children.Identifier[0]!, "=", children.whole?.[0]),
  );
  const variables = declarations(builder, c.variableDeclarations?.[0]);
  const { built, ...owned } = collecting(builder, name, name, () =>
    body(builder, c.block?.[0], c.statements?.[0]),
  );
  return { name, parameters, variables, body: built, at: builder.place(c.PlusCalProcedure[0]!), ...owned };
}

function buildProcess(builder: TreeBuilder, { children: c }: ProcessCstNode): Process<Written> {
  const identity = builder.formula(c.whole[0]!);
  const variables = declarations(builder, c.variableDeclarations?.[0]);
  const { built, ...owned } = collecting(builder, c.Identifier[0]!.image, null, () =>
    body(builder, c.block?.[0], c.statements?.[0]),
  );
  return {
    name: c.Identifier[0]!.image,
    fairness: c.PlusCalFair === undefined ? "unfair" : c.InfixOperator === undefined ? "weak" : "strong",
    relation: c.In ? "\\in" : "=",
    identity,
    variables,
    body: built,
    at: builder.place(c.PlusCalProcess[0]!),
    ...owned,
  };
}
