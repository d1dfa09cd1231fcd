/** Statements of PlusCal in both of its syntaxes. */
import type { TokenType } from "chevrotain";
import { isNameToken } from "../recovery.js";
import { UnitRules } from "../rules/units.js";
import * as t from "../tokens.js";
import { endOfExpression, endsExpression } from "./classify.js";
import * as p from "./tokens.js";

/** Tokens before which a `;` may be left out. */
const AFTER_OMITTED_SEMICOLON: ReadonlySet<TokenType> = new Set([
  ...[p.End, p.Begin, p.ElseWord, p.ElsifWord, p.OrWord, p.Do, p.Macro, p.Procedure, p.Process, p.FairWord],
  ...[p.Define, t.LeftBrace, t.RightBrace],
]);

/** Tokens that end a sequence of statements. */
const END_OF_SEQUENCE: ReadonlySet<TokenType> = new Set([
  ...[p.End, p.ElseWord, p.ElsifWord, p.OrWord, t.RightBrace],
]);

/** Rules for statements. */
export abstract class PlusCalStatementRules extends UnitRules {
  /** Whether the algorithm is written with braces. */
  protected braces = false;

  /** An expression that ends where PlusCal goes on; one that cannot be read is skipped. */
  whole = this.RULE("whole", () => {
    this.resuming(endOfExpression, () => {
      this.SUBRULE(this.expression);
      this.ACTION(() => {
        // Fails with this token type as the expected one.
        if (!endsExpression(this.peek(0))) this.CONSUME(p.ExpressionEnd);
      });
    });
  });

  /** `{ … }` around statements. */
  block = this.RULE("block", () => {
    this.CONSUME(t.LeftBrace);
    this.AT_LEAST_ONE({
      GATE: () => !END_OF_SEQUENCE.has(this.peek(0)?.tokenType ?? t.RightBrace),
      DEF: () => this.SUBRULE(this.statement),
    });
    this.CONSUME(t.RightBrace);
  });

  statements = this.RULE("statements", () => {
    this.MANY({
      GATE: () => !END_OF_SEQUENCE.has(this.peek(0)?.tokenType ?? p.End),
      DEF: () => this.SUBRULE(this.statement),
    });
  });

  statement = this.RULE("statement", () => {
    this.checkDepth();
    this.OPTION({ GATE: () => this.#atLabel(), DEF: () => this.SUBRULE(this.label) });
    this.OR({
      DEF: [
        { GATE: () => this.braces, ALT: () => this.SUBRULE(this.block) },
        { ALT: () => this.SUBRULE(this.ifStatement) },
        { ALT: () => this.SUBRULE(this.whileStatement) },
        { ALT: () => this.SUBRULE(this.eitherStatement) },
        { ALT: () => this.SUBRULE(this.withStatement) },
        { GATE: () => !this.atAssignment(), ALT: () => this.SUBRULE(this.awaitStatement) },
        { ALT: () => this.SUBRULE(this.printStatement) },
        { ALT: () => this.SUBRULE(this.assertStatement) },
        { ALT: () => this.CONSUME(p.Skip) },
        { ALT: () => this.CONSUME(p.Return) },
        { ALT: () => this.SUBRULE(this.gotoStatement) },
        { ALT: () => this.SUBRULE(this.callStatement) },
        { GATE: () => this.peek(1)?.tokenType === t.LeftParen, ALT: () => this.SUBRULE(this.macroCall) },
        { ALT: () => this.SUBRULE(this.assignment) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    this.ACTION(() => this.#endStatement());
  });

  /** Fails where a token is missing that braces need, or the words in place of them. */
  protected require(withBraces: TokenType, withWords?: TokenType): void {
    const type = this.braces ? withBraces : withWords;
    if (type !== undefined && this.peek(0)?.tokenType !== type) this.CONSUME7(type);
  }

  #atLabel(): boolean {
    return isNameToken(this.peek(0)) && this.peek(1)?.tokenType === t.Colon;
  }

  /** With braces the statement in an `if` or `while` has had its `;` already. */
  #endStatement(): void {
    const last = this.peek(-1)?.tokenType;
    if (this.braces && last === t.Semicolon) return;
    this.readSemicolon();
  }

  /** Reads the `;` after a statement or declaration; before some words and before braces there need not be one. */
  protected readSemicolon(): void {
    const next = this.peek(0)?.tokenType;
    if (next === t.Semicolon) this.skipTo((_, index) => index + 1);
    else if (next !== undefined && !AFTER_OMITTED_SEMICOLON.has(next))
      this.tolerating(() => this.CONSUME9(t.Semicolon));
    else if (next === undefined) this.CONSUME8(t.Semicolon);
  }

  /** `name:`, `name:+` or `name:-`. */
  label = this.RULE("label", () => {
    this.CONSUME(t.Identifier);
    this.CONSUME(t.Colon);
    this.OPTION({
      GATE: () => this.peek(0)?.image === "+" || this.peek(0)?.image === "-",
      DEF: () => this.CONSUME(t.InfixOperator),
    });
  });

  /** What an `if` or `while` governs where there are braces: one statement, maybe a block. */
  body = this.RULE("body", () => {
    this.SUBRULE(this.statement);
  });

  ifStatement = this.RULE("ifStatement", () => {
    this.CONSUME(p.IfWord);
    this.OR([
      {
        GATE: () => this.braces,
        ALT: () => {
          this.CONSUME(t.LeftParen);
          this.SUBRULE(this.whole);
          this.CONSUME(t.RightParen);
          this.SUBRULE(this.body);
          this.OPTION(() => {
            this.CONSUME(p.ElseWord);
            this.SUBRULE2(this.body);
          });
        },
      },
      {
        ALT: () => {
          this.SUBRULE2(this.whole);
          this.CONSUME(p.ThenWord);
          this.SUBRULE(this.statements);
          this.MANY(() => {
            this.CONSUME(p.ElsifWord);
            this.SUBRULE3(this.whole);
            this.CONSUME2(p.ThenWord);
            this.SUBRULE2(this.statements);
          });
          this.OPTION2(() => {
            this.CONSUME2(p.ElseWord);
            this.SUBRULE3(this.statements, { LABEL: "otherwise" });
          });
          this.CONSUME(p.End);
          this.CONSUME2(p.IfWord);
        },
      },
    ]);
  });

  whileStatement = this.RULE("whileStatement", () => {
    this.CONSUME(p.While);
    this.OR([
      {
        GATE: () => this.braces,
        ALT: () => {
          this.CONSUME(t.LeftParen);
          this.SUBRULE(this.whole);
          this.CONSUME(t.RightParen);
          this.SUBRULE(this.body);
        },
      },
      {
        ALT: () => {
          this.SUBRULE2(this.whole);
          this.CONSUME(p.Do);
          this.SUBRULE(this.statements);
          this.CONSUME(p.End);
          this.CONSUME2(p.While);
        },
      },
    ]);
  });

  eitherStatement = this.RULE("eitherStatement", () => {
    this.CONSUME(p.Either);
    this.OR([
      {
        GATE: () => this.braces,
        ALT: () => {
          this.SUBRULE(this.body);
          this.MANY(() => {
            this.CONSUME(p.OrWord);
            this.SUBRULE2(this.body);
          });
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.statements);
          this.MANY2(() => {
            this.CONSUME2(p.OrWord);
            this.SUBRULE2(this.statements);
          });
          this.CONSUME(p.End);
          this.CONSUME2(p.Either);
        },
      },
    ]);
  });

  withStatement = this.RULE("withStatement", () => {
    this.CONSUME(p.WithWord);
    this.OR([
      {
        GATE: () => this.braces,
        ALT: () => {
          this.CONSUME(t.LeftParen);
          this.SUBRULE(this.bindings);
          this.CONSUME(t.RightParen);
          this.SUBRULE(this.body);
        },
      },
      {
        ALT: () => {
          this.SUBRULE2(this.bindings);
          this.CONSUME(p.Do);
          this.SUBRULE(this.statements);
          this.CONSUME(p.End);
          this.CONSUME2(p.WithWord);
        },
      },
    ]);
  });

  /** `x \in S, y = e;` the last separator may be left out. */
  bindings = this.RULE("bindings", () => {
    this.SUBRULE(this.binding);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(t.Semicolon) }]);
      this.OPTION(() => this.SUBRULE2(this.binding));
    });
  });

  binding = this.RULE("binding", () => {
    this.CONSUME(t.Identifier);
    this.OR([{ ALT: () => this.CONSUME(t.Equals) }, { ALT: () => this.CONSUME(t.In) }]);
    this.SUBRULE(this.whole);
  });

  awaitStatement = this.RULE("awaitStatement", () => {
    this.OR([{ ALT: () => this.CONSUME(p.Await) }, { ALT: () => this.CONSUME(p.When) }]);
    this.SUBRULE(this.whole);
  });

  printStatement = this.RULE("printStatement", () => {
    this.CONSUME(p.Print);
    this.SUBRULE(this.whole);
  });

  assertStatement = this.RULE("assertStatement", () => {
    this.CONSUME(p.AssertWord);
    this.SUBRULE(this.whole);
  });

  gotoStatement = this.RULE("gotoStatement", () => {
    this.CONSUME(p.Goto);
    this.SUBRULE(this.target);
  });

  /** A label to go to; Done may stand in quotes. */
  target = this.RULE("target", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Identifier) }, { ALT: () => this.CONSUME(t.StringToken) }]);
  });

  /** `call p(a)`; a `return` or `goto` that follows without a label is part of it. */
  callStatement = this.RULE("callStatement", () => {
    this.CONSUME(p.Call);
    this.CONSUME(t.Identifier);
    this.SUBRULE(this.actualArguments);
    this.OPTION({
      GATE: () => {
        const next = this.peek(1)?.tokenType;
        return this.peek(0)?.tokenType === t.Semicolon && (next === p.Return || next === p.Goto);
      },
      DEF: () => {
        this.CONSUME(t.Semicolon);
        this.OR([{ ALT: () => this.CONSUME(p.Return) }, { ALT: () => this.SUBRULE(this.gotoStatement) }]);
      },
    });
  });

  macroCall = this.RULE("macroCall", () => {
    this.CONSUME(t.Identifier);
    this.SUBRULE(this.actualArguments);
  });

  actualArguments = this.RULE("actualArguments", () => {
    this.CONSUME(t.LeftParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.whole) });
    this.CONSUME(t.RightParen);
  });

  assignment = this.RULE("assignment", () => {
    this.AT_LEAST_ONE_SEP({ SEP: t.Parallel, DEF: () => this.SUBRULE(this.assignmentPart) });
  });

  assignmentPart = this.RULE("assignmentPart", () => {
    this.CONSUME(t.Identifier);
    this.MANY(() => this.SUBRULE(this.selector));
    this.CONSUME(t.Assign);
    this.SUBRULE(this.whole);
  });
}
