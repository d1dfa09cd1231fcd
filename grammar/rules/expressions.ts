/**
 * Expressions. They are read flat, as operands with operators before, between and after them; which operator
 * takes what is decided afterwards by the operator table (see operators.ts).
 */
import type { CstNode, IOrAlt, ParserMethod } from "chevrotain";
import * as t from "../tokens.js";
import { RuleBase } from "./base.js";

export abstract class ExpressionRules extends RuleBase {
  #operands: IOrAlt<unknown>[] | undefined;

  // Rules of the files that build on this one.
  abstract tupleOrAction: ParserMethod<[], CstNode>;
  abstract set: ParserMethod<[], CstNode>;
  abstract functionLiteral: ParserMethod<[], CstNode>;
  abstract record: ParserMethod<[], CstNode>;
  abstract recordSet: ParserMethod<[], CstNode>;
  abstract bracketed: ParserMethod<[], CstNode>;
  abstract subscript: ParserMethod<[], CstNode>;
  abstract quantifierBound: ParserMethod<[], CstNode>;
  abstract tuplePattern: ParserMethod<[], CstNode>;
  abstract recursive: ParserMethod<[], CstNode>;
  abstract definition: ParserMethod<[], CstNode>;

  expression = this.RULE("expression", () => {
    this.checkDepth();
    this.SUBRULE(this.term);
    this.MANY(() => {
      this.CONSUME(t.InfixOperator);
      this.SUBRULE2(this.term);
    });
  });

  /** An operand with the prefix operators before it and what is applied to it. */
  term = this.RULE("term", () => {
    this.MANY(() => this.CONSUME(t.PrefixOperator));
    this.#operands ??= this.#operandAlternatives();
    this.OR(this.#operands);
    this.MANY2(() => this.SUBRULE(this.postfix));
  });

  #operandAlternatives(): IOrAlt<unknown>[] {
    return [
      {
        ALT: () => {
          this.CONSUME(t.Identifier);
          this.OPTION(() => this.SUBRULE(this.callArguments));
          this.MANY3(() => this.SUBRULE(this.member));
          this.OPTION3(() => this.SUBRULE(this.named));
        },
      },
      { ALT: () => this.CONSUME(t.NumberToken) },
      { ALT: () => this.CONSUME(t.StringToken) },
      { ALT: () => this.CONSUME(t.At) },
      {
        // Not a rule of its own, so that parentheses may nest deeper.
        ALT: () => {
          this.CONSUME(t.LeftParen);
          this.SUBRULE(this.expression);
          this.CONSUME(t.RightParen);
        },
      },
      { ALT: () => this.SUBRULE(this.tupleOrAction) },
      { ALT: () => this.SUBRULE(this.set) },
      { ALT: () => this.SUBRULE(this.functionLiteral) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.recordSet) },
      { ALT: () => this.SUBRULE(this.bracketed) },
      { ALT: () => this.SUBRULE(this.conjunctionList) },
      { ALT: () => this.SUBRULE(this.disjunctionList) },
      { ALT: () => this.SUBRULE(this.ifThenElse) },
      { ALT: () => this.SUBRULE(this.caseOf) },
      { ALT: () => this.SUBRULE(this.letIn) },
      { ALT: () => this.SUBRULE(this.quantified) },
      { ALT: () => this.SUBRULE(this.temporallyQuantified) },
      { ALT: () => this.SUBRULE(this.choose) },
      { ALT: () => this.SUBRULE(this.lambda) },
      { ALT: () => this.SUBRULE(this.fairness) },
      {
        ALT: () => {
          this.CONSUME(t.OperatorName);
          this.OPTION2(() => this.SUBRULE2(this.callArguments));
          this.MANY4(() => this.SUBRULE2(this.member));
        },
      },
      {
        ALT: () => {
          this.ACTION(() => this.proofs.refer(this.LA(1)));
          this.CONSUME(t.StepName);
          this.OPTION4(() => this.SUBRULE3(this.callArguments));
          this.MANY5(() => this.SUBRULE3(this.member));
        },
      },
    ];
  }

  /** `(a, +, LAMBDA x : x)`: an operator may stand as an argument by its symbol. */
  callArguments = this.RULE("callArguments", () => {
    this.CONSUME(t.LeftParen);
    this.SUBRULE(this.expression);
    this.MANY(() => {
      this.CONSUME(t.Comma);
      this.SUBRULE2(this.expression);
    });
    this.CONSUME(t.RightParen);
  });

  /** `!Op(a)`, `!2`, `!<<`, `!:`, `!@`, `!(a)`: into an instance, or to a part of a definition. */
  member = this.RULE("member", () => {
    this.CONSUME(t.Bang);
    this.OR([
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(t.Identifier) }, { ALT: () => this.CONSUME(t.OperatorName) }]);
          this.OPTION(() => this.SUBRULE(this.callArguments));
        },
      },
      { ALT: () => this.SUBRULE2(this.callArguments) },
      { ALT: () => this.CONSUME(t.NumberToken) },
      { ALT: () => this.CONSUME(t.PartSign) },
      { ALT: () => this.CONSUME(t.At) },
    ]);
  });

  /** `label:: e` and `label(x, y):: e` name a part of a formula; it means `e`. */
  named = this.RULE("named", () => {
    this.CONSUME(t.DoubleColon);
    this.SUBRULE(this.expression);
  });

  postfix = this.RULE("postfix", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.PostfixOperator) },
      {
        ALT: () => {
          this.CONSUME(t.Dot);
          this.CONSUME(t.Identifier);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.LeftBracket);
          this.SUBRULE(this.expression);
          this.MANY(() => {
            this.CONSUME(t.Comma);
            this.SUBRULE2(this.expression);
          });
          this.CONSUME(t.RightBracket);
        },
      },
    ]);
  });

  parenthesized = this.RULE("parenthesized", () => {
    this.CONSUME(t.LeftParen);
    this.SUBRULE(this.expression);
    this.CONSUME(t.RightParen);
  });

  /** `WF_v(A)`. After a plain name the parentheses are read as its arguments; the last ones hold the action. */
  fairness = this.RULE("fairness", () => {
    this.CONSUME(t.Fair);
    this.SUBRULE(this.subscript);
    this.OPTION(() => this.SUBRULE(this.parenthesized));
  });

  /** Items under one another. From the second on a bullet stands exactly under the first. */
  conjunctionList = this.RULE("conjunctionList", () => {
    const bullet = this.CONSUME(t.And);
    this.ACTION(() => this.junctions.open(bullet));
    this.SUBRULE(this.expression);
    this.MANY(() => {
      this.CONSUME(t.AndBullet);
      this.SUBRULE2(this.expression);
    });
    this.ACTION(() => this.junctions.close());
  });

  disjunctionList = this.RULE("disjunctionList", () => {
    const bullet = this.CONSUME(t.Or);
    this.ACTION(() => this.junctions.open(bullet));
    this.SUBRULE(this.expression);
    this.MANY(() => {
      this.CONSUME(t.OrBullet);
      this.SUBRULE2(this.expression);
    });
    this.ACTION(() => this.junctions.close());
  });

  ifThenElse = this.RULE("ifThenElse", () => {
    this.CONSUME(t.If);
    this.SUBRULE(this.expression);
    this.CONSUME(t.Then);
    this.SUBRULE2(this.expression);
    this.CONSUME(t.Else);
    this.SUBRULE3(this.expression);
  });

  /** The OTHER arm is the last: an arm that follows belongs to a CASE further out. */
  caseOf = this.RULE("caseOf", () => {
    this.CONSUME(t.Case);
    this.SUBRULE(this.caseArm);
    this.MANY({
      GATE: () => this.peek(1)?.tokenType !== t.Other,
      DEF: () => {
        this.CONSUME(t.Box);
        this.SUBRULE2(this.caseArm);
      },
    });
    this.OPTION(() => {
      this.CONSUME2(t.Box);
      this.CONSUME(t.Other);
      this.CONSUME(t.Arrow);
      this.SUBRULE(this.expression);
    });
  });

  caseArm = this.RULE("caseArm", () => {
    this.SUBRULE(this.expression);
    this.CONSUME(t.Arrow);
    this.SUBRULE2(this.expression);
  });

  letIn = this.RULE("letIn", () => {
    this.CONSUME(t.Let);
    this.AT_LEAST_ONE({
      GATE: () => this.atLocalDefinition() || this.peek(0)?.tokenType === t.Recursive,
      DEF: () => this.SUBRULE(this.localDefinition),
    });
    this.CONSUME(t.LetIn);
    this.SUBRULE(this.expression);
  });

  localDefinition = this.RULE("localDefinition", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.recursive) },
      {
        // LOCAL changes nothing here.
        ALT: () => {
          this.OPTION(() => this.CONSUME(t.Local));
          this.SUBRULE(this.definition);
        },
      },
    ]);
  });

  quantified = this.RULE("quantified", () => {
    this.OR([{ ALT: () => this.CONSUME(t.ForAll) }, { ALT: () => this.CONSUME(t.Exists) }]);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.quantifierBound) });
    this.CONSUME(t.Colon);
    this.SUBRULE(this.expression);
  });

  temporallyQuantified = this.RULE("temporallyQuantified", () => {
    this.OR([{ ALT: () => this.CONSUME(t.TemporalForAll) }, { ALT: () => this.CONSUME(t.TemporalExists) }]);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Identifier) });
    this.CONSUME(t.Colon);
    this.SUBRULE(this.expression);
  });

  choose = this.RULE("choose", () => {
    this.CONSUME(t.Choose);
    this.OR([{ ALT: () => this.CONSUME(t.Identifier) }, { ALT: () => this.SUBRULE(this.tuplePattern) }]);
    this.OPTION(() => {
      this.CONSUME(t.In);
      this.SUBRULE(this.expression, { LABEL: "set" });
    });
    this.CONSUME(t.Colon);
    this.SUBRULE2(this.expression);
  });

  lambda = this.RULE("lambda", () => {
    this.CONSUME(t.LambdaWord);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Identifier) });
    this.CONSUME(t.Colon);
    this.SUBRULE(this.expression);
  });
}
