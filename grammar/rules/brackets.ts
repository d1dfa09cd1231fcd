/** What stands in angle brackets, braces and square brackets, and the bounds within. */
import { EMPTY_ALT } from "chevrotain";
import { isNameToken } from "../recovery.js";
import * as t from "../tokens.js";
import { ExpressionRules } from "./expressions.js";

export abstract class BracketRules extends ExpressionRules {
  #setStartsWithBound = false;

  /** `<<a, b>>` or `<<A>>_v`. */
  tupleOrAction = this.RULE("tupleOrAction", () => {
    this.CONSUME(t.LeftAngle);
    this.OPTION(() => {
      this.SUBRULE(this.expression);
      this.MANY(() => {
        this.CONSUME(t.Comma);
        this.SUBRULE2(this.expression);
      });
    });
    this.OR([
      { ALT: () => this.CONSUME(t.RightAngle) },
      {
        ALT: () => {
          this.CONSUME(t.RightAngleSub);
          this.SUBRULE(this.subscript);
        },
      },
    ]);
  });

  /** `{a, b}`, `{x \in S : P}` or `{e : x \in S}`. */
  set = this.RULE("set", () => {
    this.CONSUME(t.LeftBrace);
    const startsWithBound = this.ACTION(() => this.#startsWithBound());
    this.OPTION(() => {
      this.SUBRULE(this.expression);
      this.#setStartsWithBound = startsWithBound;
      this.OR({
        DEF: [
          {
            GATE: () => this.#setStartsWithBound,
            ALT: () => {
              this.CONSUME(t.Colon);
              this.SUBRULE2(this.expression, { LABEL: "predicate" });
            },
          },
          {
            ALT: () => {
              this.CONSUME2(t.Colon);
              this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.bound) });
            },
          },
          {
            ALT: () => {
              this.AT_LEAST_ONE(() => {
                this.CONSUME2(t.Comma);
                this.SUBRULE3(this.expression);
              });
            },
          },
          { ALT: EMPTY_ALT() },
        ],
        IGNORE_AMBIGUITIES: true,
      });
    });
    this.CONSUME(t.RightBrace);
  });

  /** Whether `x \in` or `<<x, y>> \in` comes next. */
  #startsWithBound(): boolean {
    if (isNameToken(this.peek(0))) return this.peek(1)?.tokenType === t.In;
    if (this.peek(0)?.tokenType !== t.LeftAngle) return false;
    if (this.peek(1)?.tokenType === t.RightAngle) return this.peek(2)?.tokenType === t.In;
    let offset = 1;
    while (isNameToken(this.peek(offset)) && this.peek(offset + 1)?.tokenType === t.Comma) offset += 2;
    return this.peek(offset + 1)?.tokenType === t.RightAngle && this.peek(offset + 2)?.tokenType === t.In;
  }

  /** `[x \in S, y \in T |-> e]`. */
  functionLiteral = this.RULE("functionLiteral", () => {
    this.CONSUME(t.FunctionBracket);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.bound) });
    this.CONSUME(t.MapsTo);
    this.SUBRULE(this.expression);
    this.CONSUME(t.RightBracket);
  });

  /** `[a |-> 1, b |-> 2]`. */
  record = this.RULE("record", () => {
    this.CONSUME(t.RecordBracket);
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        this.CONSUME(t.Identifier);
        this.CONSUME(t.MapsTo);
        this.SUBRULE(this.expression);
      },
    });
    this.CONSUME(t.RightBracket);
  });

  /** `[a : S, b : T]`. */
  recordSet = this.RULE("recordSet", () => {
    this.CONSUME(t.RecordSetBracket);
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        this.CONSUME(t.Identifier);
        this.CONSUME(t.Colon);
        this.SUBRULE(this.expression);
      },
    });
    this.CONSUME(t.RightBracket);
  });

  /** `[S -> T]`, `[f EXCEPT ![i] = e]` or `[A]_v`. */
  bracketed = this.RULE("bracketed", () => {
    this.CONSUME(t.LeftBracket);
    this.SUBRULE(this.expression);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Arrow);
          this.SUBRULE2(this.expression);
          this.CONSUME(t.RightBracket);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Except);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.update) });
          this.CONSUME2(t.RightBracket);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.RightBracketSub);
          this.SUBRULE(this.subscript);
        },
      },
    ]);
  });

  /** `![i].a = e` in EXCEPT. */
  update = this.RULE("update", () => {
    this.CONSUME(t.Bang);
    this.AT_LEAST_ONE(() => this.SUBRULE(this.selector));
    this.CONSUME(t.Equals);
    this.SUBRULE(this.expression);
  });

  /** `[i, j]` or `.name`, in EXCEPT and on the left of an assignment. */
  selector = this.RULE("selector", () => {
    this.OR([
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
      {
        ALT: () => {
          this.CONSUME(t.Dot);
          this.CONSUME(t.Identifier);
        },
      },
    ]);
  });

  /** What may follow `]_`, `>>_`, `WF_` and `SF_`: a name, possibly of an instance, or something bracketed. */
  subscript = this.RULE("subscript", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Identifier);
          this.OPTION(() => this.SUBRULE(this.callArguments));
          this.MANY(() => this.SUBRULE(this.instanceMember));
        },
      },
      { ALT: () => this.SUBRULE(this.parenthesized) },
      { ALT: () => this.SUBRULE(this.tupleOrAction) },
      { ALT: () => this.SUBRULE(this.set) },
      { ALT: () => this.SUBRULE(this.functionLiteral) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.recordSet) },
      { ALT: () => this.SUBRULE(this.bracketed) },
    ]);
  });

  instanceMember = this.RULE("instanceMember", () => {
    this.CONSUME(t.Bang);
    this.CONSUME(t.Identifier);
    this.OPTION(() => this.SUBRULE(this.callArguments));
  });

  /** `x, y \in S` or `<<x, y>> \in S`. */
  bound = this.RULE("bound", () => {
    this.SUBRULE(this.boundNames);
    this.CONSUME(t.In);
    this.SUBRULE(this.expression);
  });

  /** As a bound, but a quantifier may leave the set out. */
  quantifierBound = this.RULE("quantifierBound", () => {
    this.SUBRULE(this.boundNames);
    this.OPTION(() => {
      this.CONSUME(t.In);
      this.SUBRULE(this.expression);
    });
  });

  boundNames = this.RULE("boundNames", () => {
    this.OR([
      { ALT: () => this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Identifier) }) },
      { ALT: () => this.SUBRULE(this.tuplePattern) },
    ]);
  });

  tuplePattern = this.RULE("tuplePattern", () => {
    this.CONSUME(t.LeftAngle);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Identifier) });
    this.CONSUME(t.RightAngle);
  });
}
