/** Statements of processes, procedures, macros and inlines. */
import * as t from "../tokens.js";
import { UnitRules } from "./units.js";

export abstract class StatementRules extends UnitRules {
  /** `{ … }`: statements with `;` between them; after a `}` and before the last one it may be left out. */
  block = this.RULE("block", () => {
    this.CONSUME(t.LeftBrace);
    this.untilOneOf([t.RightBrace], "statement", () => {
      this.MANY({
        // A unit here means that a `}` is missing.
        GATE: () => !this.atUnit(1),
        DEF: () => {
          this.recovering("statement", () => {
            this.SUBRULE(this.statement);
            this.OPTION(() => this.CONSUME(t.Semicolon));
            this.ACTION(() => this.checkSemicolon("statement"));
          });
        },
      });
    });
    this.CONSUME(t.RightBrace);
  });

  /** What an `if`, `while`, … governs: a block or a single statement. */
  body = this.RULE("body", () => {
    this.OR([{ ALT: () => this.SUBRULE(this.block) }, { ALT: () => this.SUBRULE(this.statement) }]);
  });

  statement = this.RULE("statement", () => {
    this.checkDepth();
    this.OR({
      DEF: [
        { GATE: () => this.labelAfter >= 0, ALT: () => this.SUBRULE(this.labelled) },
        { ALT: () => this.SUBRULE(this.ifStatement) },
        { ALT: () => this.SUBRULE(this.whileStatement) },
        { ALT: () => this.SUBRULE(this.eitherStatement) },
        { ALT: () => this.SUBRULE(this.withStatement) },
        { GATE: () => !this.atAssignment(), ALT: () => this.SUBRULE(this.awaitStatement) },
        { GATE: () => !this.atAssignment(), ALT: () => this.SUBRULE(this.assertStatement) },
        { GATE: () => !this.atAssignment(), ALT: () => this.SUBRULE(this.printStatement) },
        { ALT: () => this.CONSUME(t.SkipWord) },
        { ALT: () => this.CONSUME(t.ReturnWord) },
        { ALT: () => this.CONSUME(t.BarrierWord) },
        { ALT: () => this.SUBRULE(this.migrateStatement) },
        { ALT: () => this.SUBRULE(this.gotoStatement) },
        { ALT: () => this.SUBRULE(this.callStatement) },
        { GATE: () => this.peek(1)?.tokenType === t.LeftParen, ALT: () => this.SUBRULE(this.useStatement) },
        { ALT: () => this.SUBRULE(this.assignment) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** `name:`, `name "C text" from "anchor":` or `rest atomic name:`, then the statement. */
  labelled = this.RULE("labelled", () => {
    this.MANY({ GATE: () => this.labelAfter > 0, DEF: () => this.CONSUME(t.StepWord) });
    this.CONSUME(t.Identifier);
    this.OPTION2(() => this.CONSUME(t.StringToken));
    this.OPTION3(() => this.SUBRULE(this.anchor));
    this.CONSUME(t.Colon);
    this.SUBRULE(this.statement);
  });

  /** `from "fs/namespace.c:do_umount"`. */
  anchor = this.RULE("anchor", () => {
    this.CONSUME(t.FromWord);
    this.CONSUME(t.StringToken);
  });

  /** `x[i].f := e || y := g`; `release x := e`, `rmw x := e`, of one part only, as is checked on the tree. */
  assignment = this.RULE("assignment", () => {
    this.OPTION(() => this.CONSUME(t.OrderWord));
    this.AT_LEAST_ONE_SEP({ SEP: t.Parallel, DEF: () => this.SUBRULE(this.assignmentPart) });
  });

  assignmentPart = this.RULE("assignmentPart", () => {
    this.CONSUME(t.Identifier);
    this.MANY(() => this.SUBRULE(this.selector));
    this.CONSUME(t.Assign);
    this.SUBRULE(this.expression);
  });

  /** A macro or an inline used. */
  useStatement = this.RULE("useStatement", () => {
    this.CONSUME(t.Identifier);
    this.SUBRULE(this.actualArguments);
  });

  /** As an operator's arguments, but there may be none. */
  actualArguments = this.RULE("actualArguments", () => {
    this.CONSUME(t.LeftParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.expression) });
    this.CONSUME(t.RightParen);
  });

  ifStatement = this.RULE("ifStatement", () => {
    this.CONSUME(t.IfWord);
    this.SUBRULE(this.parenthesized);
    this.SUBRULE(this.body);
    this.OPTION({
      // A `;` may stand before `else`; one that ends the statement is not ours.
      GATE: () => this.LA(1).tokenType === t.ElseWord || this.peek(1)?.tokenType === t.ElseWord,
      DEF: () => {
        this.OPTION2(() => this.CONSUME(t.Semicolon));
        this.CONSUME(t.ElseWord);
        this.SUBRULE2(this.body);
      },
    });
  });

  whileStatement = this.RULE("whileStatement", () => {
    this.CONSUME(t.WhileWord);
    this.SUBRULE(this.parenthesized);
    this.SUBRULE(this.body);
  });

  eitherStatement = this.RULE("eitherStatement", () => {
    this.CONSUME(t.EitherWord);
    this.SUBRULE(this.body);
    this.AT_LEAST_ONE(() => {
      this.CONSUME(t.OrWord);
      this.SUBRULE2(this.body);
    });
  });

  /** `with (x \in S, y = e) { … }`. */
  withStatement = this.RULE("withStatement", () => {
    this.CONSUME(t.WithWord);
    this.CONSUME(t.LeftParen);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.binding) });
    this.CONSUME(t.RightParen);
    this.SUBRULE(this.body);
  });

  binding = this.RULE("binding", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Identifier) }, { ALT: () => this.SUBRULE(this.tuplePattern) }]);
    this.OR2([{ ALT: () => this.CONSUME(t.In) }, { ALT: () => this.CONSUME(t.Equals) }]);
    this.SUBRULE(this.expression);
  });

  awaitStatement = this.RULE("awaitStatement", () => {
    this.OR([{ ALT: () => this.CONSUME(t.AwaitWord) }, { ALT: () => this.CONSUME(t.WhenWord) }]);
    this.SUBRULE(this.expression);
  });

  assertStatement = this.RULE("assertStatement", () => {
    this.CONSUME(t.AssertWord);
    this.SUBRULE(this.expression);
  });

  printStatement = this.RULE("printStatement", () => {
    this.CONSUME(t.PrintWord);
    this.SUBRULE(this.expression);
  });

  /** `migrate to c`. */
  migrateStatement = this.RULE("migrateStatement", () => {
    this.CONSUME(t.MigrateWord);
    this.CONSUME(t.ToWord);
    this.SUBRULE(this.expression);
  });

  gotoStatement = this.RULE("gotoStatement", () => {
    this.CONSUME(t.GotoWord);
    this.CONSUME(t.Identifier);
  });

  callStatement = this.RULE("callStatement", () => {
    this.CONSUME(t.CallWord);
    this.CONSUME(t.Identifier);
    this.SUBRULE(this.actualArguments);
  });
}
