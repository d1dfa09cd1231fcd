/** Definitions, which a LET holds as a module does. */
import * as t from "../tokens.js";
import { BracketRules } from "./brackets.js";

export abstract class DefinitionRules extends BracketRules {
  recursive = this.RULE("recursive", () => {
    this.CONSUME(t.Recursive);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.parameter) });
  });

  /** `Op(a, F(_)) == e`, `a \prec b == e`, `f[x \in S] == e`, `I(x) == INSTANCE M`, … */
  definition = this.RULE("definition", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.PrefixOperator);
          this.CONSUME(t.Identifier, { LABEL: "operand" });
        },
      },
      {
        ALT: () => {
          this.CONSUME2(t.Identifier);
          this.OPTION(() => this.SUBRULE(this.definitionParameters));
        },
      },
    ]);
    this.CONSUME(t.DefinedAs);
    this.OR2([{ ALT: () => this.SUBRULE(this.instance) }, { ALT: () => this.SUBRULE(this.expression) }]);
  });

  definitionParameters = this.RULE("definitionParameters", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.LeftParen);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.parameter) });
          this.CONSUME(t.RightParen);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.LeftBracket);
          this.AT_LEAST_ONE_SEP2({ SEP: t.Comma, DEF: () => this.SUBRULE(this.bound) });
          this.CONSUME(t.RightBracket);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.InfixOperator);
          this.CONSUME(t.Identifier);
        },
      },
      { ALT: () => this.CONSUME(t.PostfixOperator) },
    ]);
  });

  /** `x`, `F(_, _)`, `_+_`, `-._` or `_^+`. */
  parameter = this.RULE("parameter", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Identifier);
          this.OPTION(() => {
            this.CONSUME(t.LeftParen);
            this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Underscore) });
            this.CONSUME(t.RightParen);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.PrefixOperator);
          this.CONSUME2(t.Underscore);
        },
      },
      {
        ALT: () => {
          this.CONSUME3(t.Underscore);
          this.OR2([
            {
              ALT: () => {
                this.CONSUME(t.InfixOperator);
                this.CONSUME4(t.Underscore);
              },
            },
            { ALT: () => this.CONSUME(t.PostfixOperator) },
          ]);
        },
      },
    ]);
  });

  /** `INSTANCE M WITH a <- e, + <- Plus`. */
  instance = this.RULE("instance", () => {
    this.CONSUME(t.InstanceWord);
    this.CONSUME(t.Identifier);
    this.OPTION(() => {
      this.CONSUME(t.With);
      this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.substitution) });
    });
  });

  substitution = this.RULE("substitution", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Identifier) }, { ALT: () => this.CONSUME(t.OperatorName) }]);
    this.CONSUME(t.Substitute);
    this.SUBRULE(this.expression);
  });
}
