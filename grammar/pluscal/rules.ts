/** Algorithms of PlusCal in both of its syntaxes, the one with `begin` and `end` and the one with braces. */
import type { IToken } from "chevrotain";
import { isNameToken, startsDefinition } from "../recovery.js";
import * as t from "../tokens.js";
import { endsExpression } from "./classify.js";
import { PlusCalStatementRules } from "./statements.js";
import * as p from "./tokens.js";

/** Rules for algorithms and what they consist of. */
export abstract class PlusCalRules extends PlusCalStatementRules {
  algorithm = this.RULE("algorithm", () => {
    this.CONSUME(t.Identifier);
    this.OPTION({ GATE: () => this.braces, DEF: () => this.CONSUME(t.LeftBrace) });
    this.OPTION2(() => this.SUBRULE(this.variableDeclarations));
    this.OPTION3(() => this.SUBRULE(this.define));
    this.MANY({
      GATE: () => this.peek(0)?.tokenType === p.Macro,
      DEF: () => this.SUBRULE(this.macro),
    });
    this.MANY2(() => this.SUBRULE(this.procedure));
    this.OPTION4({ GATE: () => this.#atFairBody(), DEF: () => this.SUBRULE(this.fairBody) });
    this.OR([
      { ALT: () => this.AT_LEAST_ONE(() => this.SUBRULE(this.process)) },
      { GATE: () => this.braces, ALT: () => this.SUBRULE(this.block) },
      {
        ALT: () => {
          this.CONSUME(p.Begin);
          this.SUBRULE(this.statements);
        },
      },
    ]);
    this.ACTION(() => this.require(t.RightBrace, p.End));
    this.OR2([
      { GATE: () => this.braces, ALT: () => this.CONSUME(t.RightBrace) },
      {
        ALT: () => {
          this.CONSUME(p.End);
          this.CONSUME(p.AlgorithmWord);
        },
      },
    ]);
  });

  /** `fair` before the body of an algorithm without processes, as version 1.5 had it. */
  fairBody = this.RULE("fairBody", () => {
    this.CONSUME(p.FairWord);
    this.OPTION(() => this.CONSUME(t.InfixOperator));
  });

  #atFairBody(): boolean {
    const next = this.peek(1)?.image === "+" ? this.peek(2) : this.peek(1);
    return next?.tokenType === t.LeftBrace || next?.tokenType === p.Begin;
  }

  /** `variables x = 1; y \in S, z;` */
  variableDeclarations = this.RULE("variableDeclarations", () => {
    this.CONSUME(p.Variables);
    this.MANY({
      GATE: () => isNameToken(this.peek(0)) && this.peek(0)?.tokenType !== p.Macro,
      DEF: () => this.SUBRULE(this.variableDeclaration),
    });
  });

  variableDeclaration = this.RULE("variableDeclaration", () => {
    this.CONSUME(t.Identifier);
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(t.Equals) }, { ALT: () => this.CONSUME(t.In) }]);
      this.SUBRULE(this.whole);
    });
    this.OPTION2({
      GATE: () => this.peek(0)?.tokenType === t.Comma,
      DEF: () => this.CONSUME(t.Comma),
    });
    this.ACTION(() => {
      if (this.peek(-1)?.tokenType !== t.Comma) this.readSemicolon();
    });
  });

  /** `define A == e … end define;` */
  define = this.RULE("define", () => {
    this.CONSUME(p.Define);
    this.ACTION(() => this.require(t.LeftBrace));
    this.OPTION({ GATE: () => this.braces, DEF: () => this.CONSUME(t.LeftBrace) });
    this.resuming(endOfDefinitions, () => {
      this.MANY({
        GATE: () => this.mayBeUnit(),
        DEF: () => this.resuming(nextDefinition, () => this.SUBRULE(this.unit)),
      });
      this.ACTION(() => {
        if (!endsExpression(this.peek(0))) this.CONSUME(p.ExpressionEnd);
      });
    });
    this.OR([
      { GATE: () => this.braces, ALT: () => this.CONSUME(t.RightBrace) },
      {
        ALT: () => {
          this.CONSUME(p.End);
          this.CONSUME2(p.Define);
        },
      },
    ]);
    this.ACTION(() => this.readSemicolon());
  });

  macro = this.RULE("macro", () => {
    this.CONSUME(p.Macro);
    this.CONSUME(t.Identifier);
    this.CONSUME(t.LeftParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.CONSUME2(t.Identifier, { LABEL: "parameter" }) });
    this.CONSUME(t.RightParen);
    this.OR([
      { GATE: () => this.braces, ALT: () => this.SUBRULE(this.block) },
      {
        ALT: () => {
          this.CONSUME(p.Begin);
          this.SUBRULE(this.statements);
          this.CONSUME(p.End);
          this.CONSUME2(p.Macro);
        },
      },
    ]);
    this.OPTION(() => this.CONSUME(t.Semicolon));
  });

  procedure = this.RULE("procedure", () => {
    this.CONSUME(p.Procedure);
    this.CONSUME(t.Identifier);
    this.CONSUME(t.LeftParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.procedureParameter) });
    this.CONSUME(t.RightParen);
    this.OPTION(() => this.SUBRULE(this.variableDeclarations));
    this.OR([
      { GATE: () => this.braces, ALT: () => this.SUBRULE(this.block) },
      {
        ALT: () => {
          this.CONSUME(p.Begin);
          this.SUBRULE(this.statements);
          this.CONSUME(p.End);
          this.CONSUME2(p.Procedure);
        },
      },
    ]);
    this.OPTION2(() => this.CONSUME(t.Semicolon));
  });

  procedureParameter = this.RULE("procedureParameter", () => {
    this.CONSUME(t.Identifier);
    this.OPTION(() => {
      this.CONSUME(t.Equals);
      this.SUBRULE(this.whole);
    });
  });

  /** `fair+ process name \in S`, with parentheses around the name and its identities where there are braces. */
  process = this.RULE("process", () => {
    this.OPTION(() => {
      this.CONSUME(p.FairWord);
      this.OPTION2(() => this.CONSUME(t.InfixOperator));
    });
    this.CONSUME(p.Process);
    this.ACTION(() => this.require(t.LeftParen));
    this.OPTION3({ GATE: () => this.braces, DEF: () => this.CONSUME(t.LeftParen) });
    this.CONSUME(t.Identifier);
    this.OR([{ ALT: () => this.CONSUME(t.Equals) }, { ALT: () => this.CONSUME(t.In) }]);
    this.SUBRULE(this.whole);
    this.ACTION(() => this.require(t.RightParen));
    this.OPTION4({ GATE: () => this.braces, DEF: () => this.CONSUME(t.RightParen) });
    this.OPTION5(() => this.SUBRULE(this.variableDeclarations));
    this.OR2([
      { GATE: () => this.braces, ALT: () => this.SUBRULE(this.block) },
      {
        ALT: () => {
          this.CONSUME(p.Begin);
          this.SUBRULE(this.statements);
          this.CONSUME(p.End);
          this.CONSUME2(p.Process);
        },
      },
    ]);
    this.OPTION6(() => this.CONSUME(t.Semicolon));
  });
}

/** Where a `define` ends, from a token on. */
function endOfDefinitions(tokens: readonly IToken[], next: number): number {
  for (let i = next, depth = 0; i < tokens.length; i++) {
    const type = tokens[i]!.tokenType;
    if (type === t.LeftBrace) depth++;
    else if (type === t.RightBrace && --depth < 0) return i;
    else if (type === p.End && tokens[i + 1]?.tokenType === p.Define) return i;
  }
  return tokens.length;
}

/** Where the next definition of a `define` begins, or its end. */
function nextDefinition(tokens: readonly IToken[], next: number, start: number): number {
  const end = endOfDefinitions(tokens, next);
  for (let i = Math.max(start + 1, next); i < end; i++) {
    if (tokens[i - 1]?.startLine !== tokens[i]?.startLine && startsDefinition(tokens, i)) return i;
  }
  return end;
}
