/**
 * The shapes of the parse tree of an algorithm, one per rule of its grammar.
 * Generated from the parser; test/pluscal/generated.test.ts says when it is stale and how to renew it.
 */
import type { CstNode, IToken } from "chevrotain";
import type { ExpressionCstNode, SelectorCstNode, UnitCstNode } from "../cst.js";

export interface WholeCstNode extends CstNode {
  name: "whole";
  children: WholeCstChildren;
}

export type WholeCstChildren = {
  expression: ExpressionCstNode[];
};

export interface BlockCstNode extends CstNode {
  name: "block";
  children: BlockCstChildren;
}

export type BlockCstChildren = {
  LeftBrace: IToken[];
  statement: StatementCstNode[];
  RightBrace: IToken[];
};

export interface StatementsCstNode extends CstNode {
  name: "statements";
  children: StatementsCstChildren;
}

export type StatementsCstChildren = {
  statement?: StatementCstNode[];
};

export interface StatementCstNode extends CstNode {
  name: "statement";
  children: StatementCstChildren;
}

export type StatementCstChildren = {
  label?: LabelCstNode[];
  block?: BlockCstNode[];
  ifStatement?: IfStatementCstNode[];
  whileStatement?: WhileStatementCstNode[];
  eitherStatement?: EitherStatementCstNode[];
  withStatement?: WithStatementCstNode[];
  awaitStatement?: AwaitStatementCstNode[];
  printStatement?: PrintStatementCstNode[];
  assertStatement?: AssertStatementCstNode[];
  PlusCalSkip?: IToken[];
  PlusCalReturn?: IToken[];
  gotoStatement?: GotoStatementCstNode[];
  callStatement?: CallStatementCstNode[];
  macroCall?: MacroCallCstNode[];
  assignment?: AssignmentCstNode[];
};

export interface LabelCstNode extends CstNode {
  name: "label";
  children: LabelCstChildren;
}

export type LabelCstChildren = {
  Identifier: IToken[];
  Colon: IToken[];
  InfixOperator?: IToken[];
};

export interface BodyCstNode extends CstNode {
  name: "body";
  children: BodyCstChildren;
}

export type BodyCstChildren = {
  statement: StatementCstNode[];
};

export interface IfStatementCstNode extends CstNode {
  name: "ifStatement";
  children: IfStatementCstChildren;
}

export type IfStatementCstChildren = {
  PlusCalIf: IToken[];
  LeftParen?: IToken[];
  whole?: WholeCstNode[];
  RightParen?: IToken[];
  body?: BodyCstNode[];
  PlusCalElse?: IToken[];
  PlusCalThen?: IToken[];
  statements?: StatementsCstNode[];
  PlusCalElsif?: IToken[];
  otherwise?: StatementsCstNode[];
  PlusCalEnd?: IToken[];
};

export interface WhileStatementCstNode extends CstNode {
  name: "whileStatement";
  children: WhileStatementCstChildren;
}

export type WhileStatementCstChildren = {
  PlusCalWhile: IToken[];
  LeftParen?: IToken[];
  whole?: WholeCstNode[];
  RightParen?: IToken[];
  body?: BodyCstNode[];
  PlusCalDo?: IToken[];
  statements?: StatementsCstNode[];
  PlusCalEnd?: IToken[];
};

export interface EitherStatementCstNode extends CstNode {
  name: "eitherStatement";
  children: EitherStatementCstChildren;
}

export type EitherStatementCstChildren = {
  PlusCalEither: IToken[];
  body?: BodyCstNode[];
  PlusCalOr?: IToken[];
  statements?: StatementsCstNode[];
  PlusCalEnd?: IToken[];
};

export interface WithStatementCstNode extends CstNode {
  name: "withStatement";
  children: WithStatementCstChildren;
}

export type WithStatementCstChildren = {
  PlusCalWith: IToken[];
  LeftParen?: IToken[];
  bindings?: BindingsCstNode[];
  RightParen?: IToken[];
  body?: BodyCstNode[];
  PlusCalDo?: IToken[];
  statements?: StatementsCstNode[];
  PlusCalEnd?: IToken[];
};

export interface BindingsCstNode extends CstNode {
  name: "bindings";
  children: BindingsCstChildren;
}

export type BindingsCstChildren = {
  binding: BindingCstNode[];
  Comma?: IToken[];
  Semicolon?: IToken[];
};

export interface BindingCstNode extends CstNode {
  name: "binding";
  children: BindingCstChildren;
}

export type BindingCstChildren = {
  Identifier: IToken[];
  Equals?: IToken[];
  In?: IToken[];
  whole: WholeCstNode[];
};

export interface AwaitStatementCstNode extends CstNode {
  name: "awaitStatement";
  children: AwaitStatementCstChildren;
}

export type AwaitStatementCstChildren = {
  PlusCalAwait?: IToken[];
  PlusCalWhen?: IToken[];
  whole: WholeCstNode[];
};

export interface PrintStatementCstNode extends CstNode {
  name: "printStatement";
  children: PrintStatementCstChildren;
}

export type PrintStatementCstChildren = {
  PlusCalPrint: IToken[];
  whole: WholeCstNode[];
};

export interface AssertStatementCstNode extends CstNode {
  name: "assertStatement";
  children: AssertStatementCstChildren;
}

export type AssertStatementCstChildren = {
  PlusCalAssert: IToken[];
  whole: WholeCstNode[];
};

export interface GotoStatementCstNode extends CstNode {
  name: "gotoStatement";
  children: GotoStatementCstChildren;
}

export type GotoStatementCstChildren = {
  PlusCalGoto: IToken[];
  target: TargetCstNode[];
};

export interface TargetCstNode extends CstNode {
  name: "target";
  children: TargetCstChildren;
}

export type TargetCstChildren = {
  Identifier?: IToken[];
  String?: IToken[];
};

export interface CallStatementCstNode extends CstNode {
  name: "callStatement";
  children: CallStatementCstChildren;
}

export type CallStatementCstChildren = {
  PlusCalCall: IToken[];
  Identifier: IToken[];
  actualArguments: ActualArgumentsCstNode[];
  Semicolon?: IToken[];
  PlusCalReturn?: IToken[];
  gotoStatement?: GotoStatementCstNode[];
};

export interface MacroCallCstNode extends CstNode {
  name: "macroCall";
  children: MacroCallCstChildren;
}

export type MacroCallCstChildren = {
  Identifier: IToken[];
  actualArguments: ActualArgumentsCstNode[];
};

export interface ActualArgumentsCstNode extends CstNode {
  name: "actualArguments";
  children: ActualArgumentsCstChildren;
}

export type ActualArgumentsCstChildren = {
  LeftParen: IToken[];
  whole?: WholeCstNode[];
  Comma?: IToken[];
  RightParen: IToken[];
};

export interface AssignmentCstNode extends CstNode {
  name: "assignment";
  children: AssignmentCstChildren;
}

export type AssignmentCstChildren = {
  assignmentPart: AssignmentPartCstNode[];
  Parallel?: IToken[];
};

export interface AssignmentPartCstNode extends CstNode {
  name: "assignmentPart";
  children: AssignmentPartCstChildren;
}

export type AssignmentPartCstChildren = {
  Identifier: IToken[];
  selector?: SelectorCstNode[];
  Assign: IToken[];
  whole: WholeCstNode[];
};

export interface AlgorithmCstNode extends CstNode {
  name: "algorithm";
  children: AlgorithmCstChildren;
}

export type AlgorithmCstChildren = {
  Identifier: IToken[];
  LeftBrace?: IToken[];
  variableDeclarations?: VariableDeclarationsCstNode[];
  define?: DefineCstNode[];
  macro?: MacroCstNode[];
  procedure?: ProcedureCstNode[];
  fairBody?: FairBodyCstNode[];
  process?: ProcessCstNode[];
  block?: BlockCstNode[];
  PlusCalBegin?: IToken[];
  statements?: StatementsCstNode[];
  RightBrace?: IToken[];
  PlusCalEnd?: IToken[];
  PlusCalAlgorithm?: IToken[];
};

export interface FairBodyCstNode extends CstNode {
  name: "fairBody";
  children: FairBodyCstChildren;
}

export type FairBodyCstChildren = {
  PlusCalFair: IToken[];
  InfixOperator?: IToken[];
};

export interface VariableDeclarationsCstNode extends CstNode {
  name: "variableDeclarations";
  children: VariableDeclarationsCstChildren;
}

export type VariableDeclarationsCstChildren = {
  PlusCalVariables: IToken[];
  variableDeclaration?: VariableDeclarationCstNode[];
};

export interface VariableDeclarationCstNode extends CstNode {
  name: "variableDeclaration";
  children: VariableDeclarationCstChildren;
}

export type VariableDeclarationCstChildren = {
  Identifier: IToken[];
  Equals?: IToken[];
  In?: IToken[];
  whole?: WholeCstNode[];
  Comma?: IToken[];
};

export interface DefineCstNode extends CstNode {
  name: "define";
  children: DefineCstChildren;
}

export type DefineCstChildren = {
  PlusCalDefine: IToken[];
  LeftBrace?: IToken[];
  unit?: UnitCstNode[];
  RightBrace?: IToken[];
  PlusCalEnd?: IToken[];
};

export interface MacroCstNode extends CstNode {
  name: "macro";
  children: MacroCstChildren;
}

export type MacroCstChildren = {
  PlusCalMacro: IToken[];
  Identifier: IToken[];
  LeftParen: IToken[];
  parameter?: IToken[];
  Comma?: IToken[];
  RightParen: IToken[];
  block?: BlockCstNode[];
  PlusCalBegin?: IToken[];
  statements?: StatementsCstNode[];
  PlusCalEnd?: IToken[];
  Semicolon?: IToken[];
};

export interface ProcedureCstNode extends CstNode {
  name: "procedure";
  children: ProcedureCstChildren;
}

export type ProcedureCstChildren = {
  PlusCalProcedure: IToken[];
  Identifier: IToken[];
  LeftParen: IToken[];
  procedureParameter?: ProcedureParameterCstNode[];
  Comma?: IToken[];
  RightParen: IToken[];
  variableDeclarations?: VariableDeclarationsCstNode[];
  block?: BlockCstNode[];
  PlusCalBegin?: IToken[];
  statements?: StatementsCstNode[];
  PlusCalEnd?: IToken[];
  Semicolon?: IToken[];
};

export interface ProcedureParameterCstNode extends CstNode {
  name: "procedureParameter";
  children: ProcedureParameterCstChildren;
}

export type ProcedureParameterCstChildren = {
  Identifier: IToken[];
  Equals?: IToken[];
  whole?: WholeCstNode[];
};

export interface ProcessCstNode extends CstNode {
  name: "process";
  children: ProcessCstChildren;
}

export type ProcessCstChildren = {
  PlusCalFair?: IToken[];
  InfixOperator?: IToken[];
  PlusCalProcess: IToken[];
  LeftParen?: IToken[];
  Identifier: IToken[];
  Equals?: IToken[];
  In?: IToken[];
  whole: WholeCstNode[];
  RightParen?: IToken[];
  variableDeclarations?: VariableDeclarationsCstNode[];
  block?: BlockCstNode[];
  PlusCalBegin?: IToken[];
  statements?: StatementsCstNode[];
  PlusCalEnd?: IToken[];
  Semicolon?: IToken[];
};
