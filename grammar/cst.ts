/**
 * The shapes of the parse tree, one per rule of the grammar.
 * Generated from the parser; test/grammar/generated.test.ts says when it is stale and how to renew it.
 */
import type { CstNode, IToken } from "chevrotain";

export interface ExpressionCstNode extends CstNode {
  name: "expression";
  children: ExpressionCstChildren;
}

export type ExpressionCstChildren = {
  term: TermCstNode[];
  InfixOperator?: IToken[];
};

export interface TermCstNode extends CstNode {
  name: "term";
  children: TermCstChildren;
}

export type TermCstChildren = {
  PrefixOperator?: IToken[];
  Identifier?: IToken[];
  callArguments?: CallArgumentsCstNode[];
  member?: MemberCstNode[];
  named?: NamedCstNode[];
  Number?: IToken[];
  String?: IToken[];
  At?: IToken[];
  LeftParen?: IToken[];
  expression?: ExpressionCstNode[];
  RightParen?: IToken[];
  tupleOrAction?: TupleOrActionCstNode[];
  set?: SetCstNode[];
  functionLiteral?: FunctionLiteralCstNode[];
  record?: RecordCstNode[];
  recordSet?: RecordSetCstNode[];
  bracketed?: BracketedCstNode[];
  conjunctionList?: ConjunctionListCstNode[];
  disjunctionList?: DisjunctionListCstNode[];
  ifThenElse?: IfThenElseCstNode[];
  caseOf?: CaseOfCstNode[];
  letIn?: LetInCstNode[];
  quantified?: QuantifiedCstNode[];
  temporallyQuantified?: TemporallyQuantifiedCstNode[];
  choose?: ChooseCstNode[];
  lambda?: LambdaCstNode[];
  fairness?: FairnessCstNode[];
  OperatorName?: IToken[];
  StepName?: IToken[];
  postfix?: PostfixCstNode[];
};

export interface CallArgumentsCstNode extends CstNode {
  name: "callArguments";
  children: CallArgumentsCstChildren;
}

export type CallArgumentsCstChildren = {
  LeftParen: IToken[];
  expression: ExpressionCstNode[];
  Comma?: IToken[];
  RightParen: IToken[];
};

export interface MemberCstNode extends CstNode {
  name: "member";
  children: MemberCstChildren;
}

export type MemberCstChildren = {
  Bang: IToken[];
  Identifier?: IToken[];
  OperatorName?: IToken[];
  callArguments?: CallArgumentsCstNode[];
  Number?: IToken[];
  PartSign?: IToken[];
  At?: IToken[];
};

export interface NamedCstNode extends CstNode {
  name: "named";
  children: NamedCstChildren;
}

export type NamedCstChildren = {
  DoubleColon: IToken[];
  expression: ExpressionCstNode[];
};

export interface PostfixCstNode extends CstNode {
  name: "postfix";
  children: PostfixCstChildren;
}

export type PostfixCstChildren = {
  PostfixOperator?: IToken[];
  Dot?: IToken[];
  Identifier?: IToken[];
  LeftBracket?: IToken[];
  expression?: ExpressionCstNode[];
  Comma?: IToken[];
  RightBracket?: IToken[];
};

export interface ParenthesizedCstNode extends CstNode {
  name: "parenthesized";
  children: ParenthesizedCstChildren;
}

export type ParenthesizedCstChildren = {
  LeftParen: IToken[];
  expression: ExpressionCstNode[];
  RightParen: IToken[];
};

export interface FairnessCstNode extends CstNode {
  name: "fairness";
  children: FairnessCstChildren;
}

export type FairnessCstChildren = {
  Fair: IToken[];
  subscript: SubscriptCstNode[];
  parenthesized?: ParenthesizedCstNode[];
};

export interface ConjunctionListCstNode extends CstNode {
  name: "conjunctionList";
  children: ConjunctionListCstChildren;
}

export type ConjunctionListCstChildren = {
  And: IToken[];
  expression: ExpressionCstNode[];
  AndBullet?: IToken[];
};

export interface DisjunctionListCstNode extends CstNode {
  name: "disjunctionList";
  children: DisjunctionListCstChildren;
}

export type DisjunctionListCstChildren = {
  Or: IToken[];
  expression: ExpressionCstNode[];
  OrBullet?: IToken[];
};

export interface IfThenElseCstNode extends CstNode {
  name: "ifThenElse";
  children: IfThenElseCstChildren;
}

export type IfThenElseCstChildren = {
  If: IToken[];
  expression: ExpressionCstNode[];
  Then: IToken[];
  Else: IToken[];
};

export interface CaseOfCstNode extends CstNode {
  name: "caseOf";
  children: CaseOfCstChildren;
}

export type CaseOfCstChildren = {
  Case: IToken[];
  caseArm: CaseArmCstNode[];
  Box?: IToken[];
  Other?: IToken[];
  Arrow?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface CaseArmCstNode extends CstNode {
  name: "caseArm";
  children: CaseArmCstChildren;
}

export type CaseArmCstChildren = {
  expression: ExpressionCstNode[];
  Arrow: IToken[];
};

export interface LetInCstNode extends CstNode {
  name: "letIn";
  children: LetInCstChildren;
}

export type LetInCstChildren = {
  Let: IToken[];
  localDefinition: LocalDefinitionCstNode[];
  LetIn: IToken[];
  expression: ExpressionCstNode[];
};

export interface LocalDefinitionCstNode extends CstNode {
  name: "localDefinition";
  children: LocalDefinitionCstChildren;
}

export type LocalDefinitionCstChildren = {
  recursive?: RecursiveCstNode[];
  Local?: IToken[];
  definition?: DefinitionCstNode[];
};

export interface QuantifiedCstNode extends CstNode {
  name: "quantified";
  children: QuantifiedCstChildren;
}

export type QuantifiedCstChildren = {
  ForAll?: IToken[];
  Exists?: IToken[];
  quantifierBound: QuantifierBoundCstNode[];
  Comma?: IToken[];
  Colon: IToken[];
  expression: ExpressionCstNode[];
};

export interface TemporallyQuantifiedCstNode extends CstNode {
  name: "temporallyQuantified";
  children: TemporallyQuantifiedCstChildren;
}

export type TemporallyQuantifiedCstChildren = {
  TemporalForAll?: IToken[];
  TemporalExists?: IToken[];
  Identifier: IToken[];
  Comma?: IToken[];
  Colon: IToken[];
  expression: ExpressionCstNode[];
};

export interface ChooseCstNode extends CstNode {
  name: "choose";
  children: ChooseCstChildren;
}

export type ChooseCstChildren = {
  Choose: IToken[];
  Identifier?: IToken[];
  tuplePattern?: TuplePatternCstNode[];
  In?: IToken[];
  set?: ExpressionCstNode[];
  Colon: IToken[];
  expression: ExpressionCstNode[];
};

export interface LambdaCstNode extends CstNode {
  name: "lambda";
  children: LambdaCstChildren;
}

export type LambdaCstChildren = {
  Lambda: IToken[];
  Identifier: IToken[];
  Comma?: IToken[];
  Colon: IToken[];
  expression: ExpressionCstNode[];
};

export interface TupleOrActionCstNode extends CstNode {
  name: "tupleOrAction";
  children: TupleOrActionCstChildren;
}

export type TupleOrActionCstChildren = {
  LeftAngle: IToken[];
  expression?: ExpressionCstNode[];
  Comma?: IToken[];
  RightAngle?: IToken[];
  RightAngleSub?: IToken[];
  subscript?: SubscriptCstNode[];
};

export interface SetCstNode extends CstNode {
  name: "set";
  children: SetCstChildren;
}

export type SetCstChildren = {
  LeftBrace: IToken[];
  expression?: ExpressionCstNode[];
  Colon?: IToken[];
  predicate?: ExpressionCstNode[];
  bound?: BoundCstNode[];
  Comma?: IToken[];
  RightBrace: IToken[];
};

export interface FunctionLiteralCstNode extends CstNode {
  name: "functionLiteral";
  children: FunctionLiteralCstChildren;
}

export type FunctionLiteralCstChildren = {
  FunctionBracket: IToken[];
  bound: BoundCstNode[];
  Comma?: IToken[];
  MapsTo: IToken[];
  expression: ExpressionCstNode[];
  RightBracket: IToken[];
};

export interface RecordCstNode extends CstNode {
  name: "record";
  children: RecordCstChildren;
}

export type RecordCstChildren = {
  RecordBracket: IToken[];
  Identifier: IToken[];
  MapsTo: IToken[];
  expression: ExpressionCstNode[];
  Comma?: IToken[];
  RightBracket: IToken[];
};

export interface RecordSetCstNode extends CstNode {
  name: "recordSet";
  children: RecordSetCstChildren;
}

export type RecordSetCstChildren = {
  RecordSetBracket: IToken[];
  Identifier: IToken[];
  Colon: IToken[];
  expression: ExpressionCstNode[];
  Comma?: IToken[];
  RightBracket: IToken[];
};

export interface BracketedCstNode extends CstNode {
  name: "bracketed";
  children: BracketedCstChildren;
}

export type BracketedCstChildren = {
  LeftBracket: IToken[];
  expression: ExpressionCstNode[];
  Arrow?: IToken[];
  RightBracket?: IToken[];
  Except?: IToken[];
  update?: UpdateCstNode[];
  Comma?: IToken[];
  RightBracketSub?: IToken[];
  subscript?: SubscriptCstNode[];
};

export interface UpdateCstNode extends CstNode {
  name: "update";
  children: UpdateCstChildren;
}

export type UpdateCstChildren = {
  Bang: IToken[];
  selector: SelectorCstNode[];
  Equals: IToken[];
  expression: ExpressionCstNode[];
};

export interface SelectorCstNode extends CstNode {
  name: "selector";
  children: SelectorCstChildren;
}

export type SelectorCstChildren = {
  LeftBracket?: IToken[];
  expression?: ExpressionCstNode[];
  Comma?: IToken[];
  RightBracket?: IToken[];
  Dot?: IToken[];
  Identifier?: IToken[];
};

export interface SubscriptCstNode extends CstNode {
  name: "subscript";
  children: SubscriptCstChildren;
}

export type SubscriptCstChildren = {
  Identifier?: IToken[];
  callArguments?: CallArgumentsCstNode[];
  instanceMember?: InstanceMemberCstNode[];
  parenthesized?: ParenthesizedCstNode[];
  tupleOrAction?: TupleOrActionCstNode[];
  set?: SetCstNode[];
  functionLiteral?: FunctionLiteralCstNode[];
  record?: RecordCstNode[];
  recordSet?: RecordSetCstNode[];
  bracketed?: BracketedCstNode[];
};

export interface InstanceMemberCstNode extends CstNode {
  name: "instanceMember";
  children: InstanceMemberCstChildren;
}

export type InstanceMemberCstChildren = {
  Bang: IToken[];
  Identifier: IToken[];
  callArguments?: CallArgumentsCstNode[];
};

export interface BoundCstNode extends CstNode {
  name: "bound";
  children: BoundCstChildren;
}

export type BoundCstChildren = {
  boundNames: BoundNamesCstNode[];
  In: IToken[];
  expression: ExpressionCstNode[];
};

export interface QuantifierBoundCstNode extends CstNode {
  name: "quantifierBound";
  children: QuantifierBoundCstChildren;
}

export type QuantifierBoundCstChildren = {
  boundNames: BoundNamesCstNode[];
  In?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface BoundNamesCstNode extends CstNode {
  name: "boundNames";
  children: BoundNamesCstChildren;
}

export type BoundNamesCstChildren = {
  Identifier?: IToken[];
  Comma?: IToken[];
  tuplePattern?: TuplePatternCstNode[];
};

export interface TuplePatternCstNode extends CstNode {
  name: "tuplePattern";
  children: TuplePatternCstChildren;
}

export type TuplePatternCstChildren = {
  LeftAngle: IToken[];
  Identifier?: IToken[];
  Comma?: IToken[];
  RightAngle: IToken[];
};

export interface RecursiveCstNode extends CstNode {
  name: "recursive";
  children: RecursiveCstChildren;
}

export type RecursiveCstChildren = {
  Recursive: IToken[];
  parameter: ParameterCstNode[];
  Comma?: IToken[];
};

export interface DefinitionCstNode extends CstNode {
  name: "definition";
  children: DefinitionCstChildren;
}

export type DefinitionCstChildren = {
  PrefixOperator?: IToken[];
  operand?: IToken[];
  Identifier?: IToken[];
  definitionParameters?: DefinitionParametersCstNode[];
  DefinedAs: IToken[];
  instance?: InstanceCstNode[];
  expression?: ExpressionCstNode[];
};

export interface DefinitionParametersCstNode extends CstNode {
  name: "definitionParameters";
  children: DefinitionParametersCstChildren;
}

export type DefinitionParametersCstChildren = {
  LeftParen?: IToken[];
  parameter?: ParameterCstNode[];
  Comma?: IToken[];
  RightParen?: IToken[];
  LeftBracket?: IToken[];
  bound?: BoundCstNode[];
  RightBracket?: IToken[];
  InfixOperator?: IToken[];
  Identifier?: IToken[];
  PostfixOperator?: IToken[];
};

export interface ParameterCstNode extends CstNode {
  name: "parameter";
  children: ParameterCstChildren;
}

export type ParameterCstChildren = {
  Identifier?: IToken[];
  LeftParen?: IToken[];
  Underscore?: IToken[];
  Comma?: IToken[];
  RightParen?: IToken[];
  PrefixOperator?: IToken[];
  InfixOperator?: IToken[];
  PostfixOperator?: IToken[];
};

export interface InstanceCstNode extends CstNode {
  name: "instance";
  children: InstanceCstChildren;
}

export type InstanceCstChildren = {
  Instance: IToken[];
  Identifier: IToken[];
  With?: IToken[];
  substitution?: SubstitutionCstNode[];
  Comma?: IToken[];
};

export interface SubstitutionCstNode extends CstNode {
  name: "substitution";
  children: SubstitutionCstChildren;
}

export type SubstitutionCstChildren = {
  Identifier?: IToken[];
  OperatorName?: IToken[];
  Substitute: IToken[];
  expression: ExpressionCstNode[];
};

export interface StatementToProveCstNode extends CstNode {
  name: "statementToProve";
  children: StatementToProveCstChildren;
}

export type StatementToProveCstChildren = {
  assumeProve?: AssumeProveCstNode[];
  expression?: ExpressionCstNode[];
};

export interface AssumeProveCstNode extends CstNode {
  name: "assumeProve";
  children: AssumeProveCstChildren;
}

export type AssumeProveCstChildren = {
  Assume?: IToken[];
  BoxAssume?: IToken[];
  assumed: AssumedCstNode[];
  Comma?: IToken[];
  Prove?: IToken[];
  BoxProve?: IToken[];
  expression: ExpressionCstNode[];
};

export interface AssumedCstNode extends CstNode {
  name: "assumed";
  children: AssumedCstChildren;
}

export type AssumedCstChildren = {
  Identifier?: IToken[];
  DoubleColon?: IToken[];
  assumeProve?: AssumeProveCstNode[];
  newName?: NewNameCstNode[];
  expression?: ExpressionCstNode[];
};

export interface NewNameCstNode extends CstNode {
  name: "newName";
  children: NewNameCstChildren;
}

export type NewNameCstChildren = {
  New?: IToken[];
  levelOfName?: LevelOfNameCstNode[];
  parameter: ParameterCstNode[];
  In?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface LevelOfNameCstNode extends CstNode {
  name: "levelOfName";
  children: LevelOfNameCstChildren;
}

export type LevelOfNameCstChildren = {
  Constant?: IToken[];
  Variable?: IToken[];
  LevelWord?: IToken[];
};

export interface ProofCstNode extends CstNode {
  name: "proof";
  children: ProofCstChildren;
}

export type ProofCstChildren = {
  Proof?: IToken[];
  Obvious?: IToken[];
  By?: IToken[];
  Only?: IToken[];
  facts?: FactsCstNode[];
  steps?: StepsCstNode[];
};

export interface FactsCstNode extends CstNode {
  name: "facts";
  children: FactsCstChildren;
}

export type FactsCstChildren = {
  fact?: FactCstNode[];
  Comma?: IToken[];
  Def?: IToken[];
  definitions?: FactCstNode[];
};

export interface FactCstNode extends CstNode {
  name: "fact";
  children: FactCstChildren;
}

export type FactCstChildren = {
  Module?: IToken[];
  Identifier?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface StepsCstNode extends CstNode {
  name: "steps";
  children: StepsCstChildren;
}

export type StepsCstChildren = {
  step?: StepCstNode[];
  qedStep: QedStepCstNode[];
};

export interface QedStepCstNode extends CstNode {
  name: "qedStep";
  children: QedStepCstChildren;
}

export type QedStepCstChildren = {
  ProofStep: IToken[];
  Qed: IToken[];
  proof?: ProofCstNode[];
};

export interface StepCstNode extends CstNode {
  name: "step";
  children: StepCstChildren;
}

export type StepCstChildren = {
  ProofStep: IToken[];
  use?: UseCstNode[];
  instance?: InstanceCstNode[];
  definitionsStep?: DefinitionsStepCstNode[];
  haveStep?: HaveStepCstNode[];
  takeStep?: TakeStepCstNode[];
  witnessStep?: WitnessStepCstNode[];
  pickStep?: PickStepCstNode[];
  caseStep?: CaseStepCstNode[];
  assertStep?: AssertStepCstNode[];
  proof?: ProofCstNode[];
};

export interface DefinitionsStepCstNode extends CstNode {
  name: "definitionsStep";
  children: DefinitionsStepCstChildren;
}

export type DefinitionsStepCstChildren = {
  Define?: IToken[];
  innerDefinition: InnerDefinitionCstNode[];
};

export interface InnerDefinitionCstNode extends CstNode {
  name: "innerDefinition";
  children: InnerDefinitionCstChildren;
}

export type InnerDefinitionCstChildren = {
  Local?: IToken[];
  definition: DefinitionCstNode[];
};

export interface HaveStepCstNode extends CstNode {
  name: "haveStep";
  children: HaveStepCstChildren;
}

export type HaveStepCstChildren = {
  Have: IToken[];
  expression: ExpressionCstNode[];
};

export interface TakeStepCstNode extends CstNode {
  name: "takeStep";
  children: TakeStepCstChildren;
}

export type TakeStepCstChildren = {
  Take: IToken[];
  quantifierBound: QuantifierBoundCstNode[];
  Comma?: IToken[];
};

export interface WitnessStepCstNode extends CstNode {
  name: "witnessStep";
  children: WitnessStepCstChildren;
}

export type WitnessStepCstChildren = {
  Witness: IToken[];
  expression: ExpressionCstNode[];
  Comma?: IToken[];
};

export interface PickStepCstNode extends CstNode {
  name: "pickStep";
  children: PickStepCstChildren;
}

export type PickStepCstChildren = {
  Pick: IToken[];
  quantifierBound: QuantifierBoundCstNode[];
  Comma?: IToken[];
  Colon: IToken[];
  expression: ExpressionCstNode[];
};

export interface CaseStepCstNode extends CstNode {
  name: "caseStep";
  children: CaseStepCstChildren;
}

export type CaseStepCstChildren = {
  Case: IToken[];
  expression: ExpressionCstNode[];
};

export interface AssertStepCstNode extends CstNode {
  name: "assertStep";
  children: AssertStepCstChildren;
}

export type AssertStepCstChildren = {
  Suffices?: IToken[];
  statementToProve: StatementToProveCstNode[];
};

export interface UseCstNode extends CstNode {
  name: "use";
  children: UseCstChildren;
}

export type UseCstChildren = {
  Use: IToken[];
  Only?: IToken[];
  facts: FactsCstNode[];
};

export interface ModuleCstNode extends CstNode {
  name: "module";
  children: ModuleCstChildren;
}

export type ModuleCstChildren = {
  ModuleHeader: IToken[];
  Identifier: IToken[];
  Separator: IToken[];
  extendsList?: ExtendsListCstNode[];
  unit?: UnitCstNode[];
  ModuleEnd: IToken[];
};

export interface ExtendsListCstNode extends CstNode {
  name: "extendsList";
  children: ExtendsListCstChildren;
}

export type ExtendsListCstChildren = {
  Extends?: IToken[];
  ExtendsWord?: IToken[];
  Identifier: IToken[];
  Comma?: IToken[];
};

export interface UnitCstNode extends CstNode {
  name: "unit";
  children: UnitCstChildren;
}

export type UnitCstChildren = {
  definition?: DefinitionCstNode[];
  localUnit?: LocalUnitCstNode[];
  constants?: ConstantsCstNode[];
  variables?: VariablesCstNode[];
  recursive?: RecursiveCstNode[];
  instance?: InstanceCstNode[];
  assume?: AssumeCstNode[];
  theorem?: TheoremCstNode[];
  use?: UseCstNode[];
  module?: ModuleCstNode[];
  Separator?: IToken[];
};

export interface LocalUnitCstNode extends CstNode {
  name: "localUnit";
  children: LocalUnitCstChildren;
}

export type LocalUnitCstChildren = {
  Local: IToken[];
  instance?: InstanceCstNode[];
  definition?: DefinitionCstNode[];
};

export interface ConstantsCstNode extends CstNode {
  name: "constants";
  children: ConstantsCstChildren;
}

export type ConstantsCstChildren = {
  Constant: IToken[];
  parameter: ParameterCstNode[];
  Comma?: IToken[];
};

export interface VariablesCstNode extends CstNode {
  name: "variables";
  children: VariablesCstChildren;
}

export type VariablesCstChildren = {
  Variable: IToken[];
  Identifier: IToken[];
  Comma?: IToken[];
};

export interface AssumeCstNode extends CstNode {
  name: "assume";
  children: AssumeCstChildren;
}

export type AssumeCstChildren = {
  Assume?: IToken[];
  Assumption?: IToken[];
  Identifier?: IToken[];
  DefinedAs?: IToken[];
  expression: ExpressionCstNode[];
};

export interface TheoremCstNode extends CstNode {
  name: "theorem";
  children: TheoremCstChildren;
}

export type TheoremCstChildren = {
  Theorem: IToken[];
  Identifier?: IToken[];
  DefinedAs?: IToken[];
  statementToProve: StatementToProveCstNode[];
  proof?: ProofCstNode[];
};

export interface BlockCstNode extends CstNode {
  name: "block";
  children: BlockCstChildren;
}

export type BlockCstChildren = {
  LeftBrace: IToken[];
  statement?: StatementCstNode[];
  Semicolon?: IToken[];
  RightBrace: IToken[];
};

export interface BodyCstNode extends CstNode {
  name: "body";
  children: BodyCstChildren;
}

export type BodyCstChildren = {
  block?: BlockCstNode[];
  statement?: StatementCstNode[];
};

export interface StatementCstNode extends CstNode {
  name: "statement";
  children: StatementCstChildren;
}

export type StatementCstChildren = {
  labelled?: LabelledCstNode[];
  ifStatement?: IfStatementCstNode[];
  whileStatement?: WhileStatementCstNode[];
  eitherStatement?: EitherStatementCstNode[];
  withStatement?: WithStatementCstNode[];
  awaitStatement?: AwaitStatementCstNode[];
  assertStatement?: AssertStatementCstNode[];
  printStatement?: PrintStatementCstNode[];
  SkipWord?: IToken[];
  ReturnWord?: IToken[];
  BarrierWord?: IToken[];
  migrateStatement?: MigrateStatementCstNode[];
  gotoStatement?: GotoStatementCstNode[];
  callStatement?: CallStatementCstNode[];
  useStatement?: UseStatementCstNode[];
  assignment?: AssignmentCstNode[];
};

export interface LabelledCstNode extends CstNode {
  name: "labelled";
  children: LabelledCstChildren;
}

export type LabelledCstChildren = {
  StepWord?: IToken[];
  Identifier: IToken[];
  String?: IToken[];
  anchor?: AnchorCstNode[];
  Colon: IToken[];
  statement: StatementCstNode[];
};

export interface AnchorCstNode extends CstNode {
  name: "anchor";
  children: AnchorCstChildren;
}

export type AnchorCstChildren = {
  FromWord: IToken[];
  String: IToken[];
};

export interface AssignmentCstNode extends CstNode {
  name: "assignment";
  children: AssignmentCstChildren;
}

export type AssignmentCstChildren = {
  OrderWord?: IToken[];
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
  expression: ExpressionCstNode[];
};

export interface UseStatementCstNode extends CstNode {
  name: "useStatement";
  children: UseStatementCstChildren;
}

export type UseStatementCstChildren = {
  Identifier: IToken[];
  actualArguments: ActualArgumentsCstNode[];
};

export interface ActualArgumentsCstNode extends CstNode {
  name: "actualArguments";
  children: ActualArgumentsCstChildren;
}

export type ActualArgumentsCstChildren = {
  LeftParen: IToken[];
  expression?: ExpressionCstNode[];
  Comma?: IToken[];
  RightParen: IToken[];
};

export interface IfStatementCstNode extends CstNode {
  name: "ifStatement";
  children: IfStatementCstChildren;
}

export type IfStatementCstChildren = {
  IfWord: IToken[];
  parenthesized: ParenthesizedCstNode[];
  body: BodyCstNode[];
  Semicolon?: IToken[];
  ElseWord?: IToken[];
};

export interface WhileStatementCstNode extends CstNode {
  name: "whileStatement";
  children: WhileStatementCstChildren;
}

export type WhileStatementCstChildren = {
  WhileWord: IToken[];
  parenthesized: ParenthesizedCstNode[];
  body: BodyCstNode[];
};

export interface EitherStatementCstNode extends CstNode {
  name: "eitherStatement";
  children: EitherStatementCstChildren;
}

export type EitherStatementCstChildren = {
  EitherWord: IToken[];
  body: BodyCstNode[];
  OrWord: IToken[];
};

export interface WithStatementCstNode extends CstNode {
  name: "withStatement";
  children: WithStatementCstChildren;
}

export type WithStatementCstChildren = {
  WithWord: IToken[];
  LeftParen: IToken[];
  binding: BindingCstNode[];
  Comma?: IToken[];
  RightParen: IToken[];
  body: BodyCstNode[];
};

export interface BindingCstNode extends CstNode {
  name: "binding";
  children: BindingCstChildren;
}

export type BindingCstChildren = {
  Identifier?: IToken[];
  tuplePattern?: TuplePatternCstNode[];
  In?: IToken[];
  Equals?: IToken[];
  expression: ExpressionCstNode[];
};

export interface AwaitStatementCstNode extends CstNode {
  name: "awaitStatement";
  children: AwaitStatementCstChildren;
}

export type AwaitStatementCstChildren = {
  AwaitWord?: IToken[];
  WhenWord?: IToken[];
  expression: ExpressionCstNode[];
};

export interface AssertStatementCstNode extends CstNode {
  name: "assertStatement";
  children: AssertStatementCstChildren;
}

export type AssertStatementCstChildren = {
  AssertWord: IToken[];
  expression: ExpressionCstNode[];
};

export interface PrintStatementCstNode extends CstNode {
  name: "printStatement";
  children: PrintStatementCstChildren;
}

export type PrintStatementCstChildren = {
  PrintWord: IToken[];
  expression: ExpressionCstNode[];
};

export interface MigrateStatementCstNode extends CstNode {
  name: "migrateStatement";
  children: MigrateStatementCstChildren;
}

export type MigrateStatementCstChildren = {
  MigrateWord: IToken[];
  ToWord: IToken[];
  expression: ExpressionCstNode[];
};

export interface GotoStatementCstNode extends CstNode {
  name: "gotoStatement";
  children: GotoStatementCstChildren;
}

export type GotoStatementCstChildren = {
  GotoWord: IToken[];
  Identifier: IToken[];
};

export interface CallStatementCstNode extends CstNode {
  name: "callStatement";
  children: CallStatementCstChildren;
}

export type CallStatementCstChildren = {
  CallWord: IToken[];
  Identifier: IToken[];
  actualArguments: ActualArgumentsCstNode[];
};

export interface SpecCstNode extends CstNode {
  name: "spec";
  children: SpecCstChildren;
}

export type SpecCstChildren = {
  SpecWord: IToken[];
  Identifier: IToken[];
  extendsList?: ExtendsListCstNode[];
  specUnit?: SpecUnitCstNode[];
  ModuleEnd?: IToken[];
};

export interface SpecUnitCstNode extends CstNode {
  name: "specUnit";
  children: SpecUnitCstChildren;
}

export type SpecUnitCstChildren = {
  constUnit?: ConstUnitCstNode[];
  varUnit?: VarUnitCstNode[];
  macroUnit?: MacroUnitCstNode[];
  inlineUnit?: InlineUnitCstNode[];
  procedureUnit?: ProcedureUnitCstNode[];
  processUnit?: ProcessUnitCstNode[];
  claimUnit?: ClaimUnitCstNode[];
  symmetryUnit?: SymmetryUnitCstNode[];
  scenarioUnit?: ScenarioUnitCstNode[];
  patchUnit?: PatchUnitCstNode[];
  expectUnit?: ExpectUnitCstNode[];
  kernelUnit?: KernelUnitCstNode[];
  memoryUnit?: MemoryUnitCstNode[];
  runUnit?: RunUnitCstNode[];
  unit?: UnitCstNode[];
};

export interface ConstUnitCstNode extends CstNode {
  name: "constUnit";
  children: ConstUnitCstChildren;
}

export type ConstUnitCstChildren = {
  ConstWord: IToken[];
  parameter: ParameterCstNode[];
  Equals?: IToken[];
  modelValue?: ModelValueCstNode[];
  value?: ExpressionCstNode[];
  WhereWord?: IToken[];
  where?: ExpressionCstNode[];
};

export interface ModelValueCstNode extends CstNode {
  name: "modelValue";
  children: ModelValueCstChildren;
}

export type ModelValueCstChildren = {
  ModelWord: IToken[];
  LeftBrace?: IToken[];
  Identifier?: IToken[];
  Comma?: IToken[];
  RightBrace?: IToken[];
};

export interface VarUnitCstNode extends CstNode {
  name: "varUnit";
  children: VarUnitCstChildren;
}

export type VarUnitCstChildren = {
  SharedWord?: IToken[];
  locals: LocalsCstNode[];
};

export interface LocalsCstNode extends CstNode {
  name: "locals";
  children: LocalsCstChildren;
}

export type LocalsCstChildren = {
  VarWord: IToken[];
  declarator: DeclaratorCstNode[];
  Comma?: IToken[];
};

export interface DeclaratorCstNode extends CstNode {
  name: "declarator";
  children: DeclaratorCstChildren;
}

export type DeclaratorCstChildren = {
  Identifier: IToken[];
  In?: IToken[];
  Equals?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface FormalParametersCstNode extends CstNode {
  name: "formalParameters";
  children: FormalParametersCstChildren;
}

export type FormalParametersCstChildren = {
  LeftParen: IToken[];
  Identifier?: IToken[];
  Comma?: IToken[];
  RightParen: IToken[];
};

export interface MacroUnitCstNode extends CstNode {
  name: "macroUnit";
  children: MacroUnitCstChildren;
}

export type MacroUnitCstChildren = {
  MacroWord: IToken[];
  Identifier: IToken[];
  formalParameters: FormalParametersCstNode[];
  block: BlockCstNode[];
};

export interface InlineUnitCstNode extends CstNode {
  name: "inlineUnit";
  children: InlineUnitCstChildren;
}

export type InlineUnitCstChildren = {
  InlineWord: IToken[];
  Identifier: IToken[];
  formalParameters: FormalParametersCstNode[];
  block: BlockCstNode[];
};

export interface ProcedureUnitCstNode extends CstNode {
  name: "procedureUnit";
  children: ProcedureUnitCstChildren;
}

export type ProcedureUnitCstChildren = {
  ProcedureWord: IToken[];
  Identifier: IToken[];
  formalParameters: FormalParametersCstNode[];
  anchor?: AnchorCstNode[];
  locals?: LocalsCstNode[];
  block: BlockCstNode[];
};

export interface ProcessUnitCstNode extends CstNode {
  name: "processUnit";
  children: ProcessUnitCstChildren;
}

export type ProcessUnitCstChildren = {
  FairWord?: IToken[];
  StrongSign?: IToken[];
  ProcessWord: IToken[];
  Identifier: IToken[];
  In?: IToken[];
  Equals?: IToken[];
  expression: ExpressionCstNode[];
  OnWord?: IToken[];
  declarator?: DeclaratorCstNode[];
  WhenWord?: IToken[];
  when?: ExpressionCstNode[];
  anchor?: AnchorCstNode[];
  locals?: LocalsCstNode[];
  block: BlockCstNode[];
};

export interface ClaimUnitCstNode extends CstNode {
  name: "claimUnit";
  children: ClaimUnitCstChildren;
}

export type ClaimUnitCstChildren = {
  ClaimWord: IToken[];
  Identifier: IToken[];
  DefinedAs?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface SymmetryUnitCstNode extends CstNode {
  name: "symmetryUnit";
  children: SymmetryUnitCstChildren;
}

export type SymmetryUnitCstChildren = {
  SymmetryWord: IToken[];
  expression: ExpressionCstNode[];
  Comma?: IToken[];
};

export interface ScenarioUnitCstNode extends CstNode {
  name: "scenarioUnit";
  children: ScenarioUnitCstChildren;
}

export type ScenarioUnitCstChildren = {
  ScenarioWord: IToken[];
  Identifier: IToken[];
  String?: IToken[];
  LeftBrace: IToken[];
  specUnit?: SpecUnitCstNode[];
  RightBrace: IToken[];
};

export interface PatchUnitCstNode extends CstNode {
  name: "patchUnit";
  children: PatchUnitCstChildren;
}

export type PatchUnitCstChildren = {
  PatchWord: IToken[];
  Identifier: IToken[];
  String?: IToken[];
  OnWord?: IToken[];
  on?: IToken[];
  Comma?: IToken[];
  LeftBrace: IToken[];
  patchEdit?: PatchEditCstNode[];
  RightBrace: IToken[];
};

export interface PatchEditCstNode extends CstNode {
  name: "patchEdit";
  children: PatchEditCstChildren;
}

export type PatchEditCstChildren = {
  EditWord?: IToken[];
  Identifier?: IToken[];
  Dot?: IToken[];
  block?: BlockCstNode[];
  specUnit?: SpecUnitCstNode[];
};

export interface ExpectUnitCstNode extends CstNode {
  name: "expectUnit";
  children: ExpectUnitCstChildren;
}

export type ExpectUnitCstChildren = {
  ExpectWord: IToken[];
  scenario: IToken[];
  WithWord?: IToken[];
  patch?: IToken[];
  MemoryWord?: IToken[];
  memory?: IToken[];
  Comma?: IToken[];
  Colon: IToken[];
  outcome?: IToken[];
};

export interface KernelUnitCstNode extends CstNode {
  name: "kernelUnit";
  children: KernelUnitCstChildren;
}

export type KernelUnitCstChildren = {
  KernelWord: IToken[];
  String: IToken[];
};

export interface MemoryUnitCstNode extends CstNode {
  name: "memoryUnit";
  children: MemoryUnitCstChildren;
}

export type MemoryUnitCstChildren = {
  MemoryWord: IToken[];
  Identifier?: IToken[];
  BufferWord?: IToken[];
  Number?: IToken[];
};

export interface RunUnitCstNode extends CstNode {
  name: "runUnit";
  children: RunUnitCstChildren;
}

export type RunUnitCstChildren = {
  RunWord: IToken[];
  Identifier: IToken[];
  String?: IToken[];
  DefinedAs: IToken[];
  LeftBrace: IToken[];
  runStep?: RunStepCstNode[];
  Semicolon?: IToken[];
  RightBrace: IToken[];
};

export interface RunStepCstNode extends CstNode {
  name: "runStep";
  children: RunStepCstChildren;
}

export type RunStepCstChildren = {
  StartWord?: IToken[];
  WhereWord?: IToken[];
  expression?: ExpressionCstNode[];
  assertStatement?: AssertStatementCstNode[];
  stepTaken?: StepTakenCstNode[];
};

export interface StepTakenCstNode extends CstNode {
  name: "stepTaken";
  children: StepTakenCstChildren;
}

export type StepTakenCstChildren = {
  Identifier: IToken[];
  LeftBracket?: IToken[];
  index?: ExpressionCstNode[];
  RightBracket?: IToken[];
  Dot?: IToken[];
  step?: IToken[];
  actualArguments?: ActualArgumentsCstNode[];
  WhereWord?: IToken[];
  where?: ExpressionCstNode[];
};
