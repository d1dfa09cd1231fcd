/** Modules of TLA+ and their units. */
import * as t from "../tokens.js";
import { ProofRules } from "./proofs.js";

export abstract class UnitRules extends ProofRules {
  /** `---- MODULE M ---- … ====`. */
  module = this.RULE("module", () => {
    this.checkDepth();
    this.CONSUME(t.ModuleHeader);
    this.CONSUME(t.Identifier);
    this.CONSUME(t.Separator);
    this.recovering("unit", () => this.OPTION(() => this.SUBRULE(this.extendsList)));
    this.untilOneOf([t.ModuleEnd], "unit", () => {
      this.MANY({
        GATE: () => this.mayBeUnit(),
        DEF: () => this.recovering("unit", () => this.SUBRULE(this.unit)),
      });
    });
    this.tolerating(() => this.CONSUME(t.ModuleEnd));
  });

  extendsList = this.RULE("extendsList", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Extends) }, { ALT: () => this.CONSUME(t.ExtendsWord) }]);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Identifier) });
  });

  unit = this.RULE("unit", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.definition) },
      { ALT: () => this.SUBRULE(this.localUnit) },
      { ALT: () => this.SUBRULE(this.constants) },
      { ALT: () => this.SUBRULE(this.variables) },
      { ALT: () => this.SUBRULE(this.recursive) },
      { ALT: () => this.SUBRULE(this.instance) },
      { ALT: () => this.SUBRULE(this.assume) },
      { ALT: () => this.SUBRULE(this.theorem) },
      { ALT: () => this.SUBRULE(this.use) },
      { ALT: () => this.SUBRULE(this.module) },
      { ALT: () => this.CONSUME(t.Separator) },
    ]);
  });

  localUnit = this.RULE("localUnit", () => {
    this.CONSUME(t.Local);
    this.OR([{ ALT: () => this.SUBRULE(this.instance) }, { ALT: () => this.SUBRULE(this.definition) }]);
  });

  constants = this.RULE("constants", () => {
    this.CONSUME(t.Constant);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.parameter) });
  });

  variables = this.RULE("variables", () => {
    this.CONSUME(t.Variable);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Identifier) });
  });

  assume = this.RULE("assume", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Assume) }, { ALT: () => this.CONSUME(t.Assumption) }]);
    this.OPTION({
      GATE: () => this.peek(1)?.tokenType === t.DefinedAs,
      DEF: () => {
        this.CONSUME(t.Identifier);
        this.CONSUME(t.DefinedAs);
      },
    });
    this.SUBRULE(this.expression);
  });

  /** `THEOREM Name == statement proof`, the name and the proof being optional. */
  theorem = this.RULE("theorem", () => {
    this.CONSUME(t.Theorem);
    this.OPTION({
      GATE: () => this.peek(1)?.tokenType === t.DefinedAs,
      DEF: () => {
        this.CONSUME(t.Identifier);
        this.CONSUME(t.DefinedAs);
      },
    });
    this.SUBRULE(this.statementToProve);
    this.OPTION2(() => this.SUBRULE(this.proof));
  });
}
