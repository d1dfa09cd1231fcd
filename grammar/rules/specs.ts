/** Specs (`.qsc`) and their units. */
import * as t from "../tokens.js";
import { StatementRules } from "./statements.js";

export abstract class SpecRules extends StatementRules {
  /** `spec NAME`, then units to the end of the file (or a `====`). */
  spec = this.RULE("spec", () => {
    this.CONSUME(t.SpecWord);
    this.CONSUME(t.Identifier);
    this.recovering("unit", () => this.OPTION(() => this.SUBRULE(this.extendsList)));
    this.untilOneOf([t.ModuleEnd], "unit", () => {
      this.MANY({
        GATE: () => this.mayBeUnit(),
        DEF: () => this.recovering("unit", () => this.SUBRULE(this.specUnit)),
      });
    });
    this.OPTION2(() => this.CONSUME(t.ModuleEnd));
  });

  specUnit = this.RULE("specUnit", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.constUnit) },
        { ALT: () => this.SUBRULE(this.varUnit) },
        { ALT: () => this.SUBRULE(this.macroUnit) },
        { ALT: () => this.SUBRULE(this.inlineUnit) },
        { ALT: () => this.SUBRULE(this.procedureUnit) },
        { ALT: () => this.SUBRULE(this.processUnit) },
        { ALT: () => this.SUBRULE(this.claimUnit) },
        { ALT: () => this.SUBRULE(this.symmetryUnit) },
        { ALT: () => this.SUBRULE(this.scenarioUnit) },
        { ALT: () => this.SUBRULE(this.patchUnit) },
        { ALT: () => this.SUBRULE(this.expectUnit) },
        { ALT: () => this.SUBRULE(this.kernelUnit) },
        { ALT: () => this.SUBRULE(this.memoryUnit) },
        { ALT: () => this.SUBRULE(this.runUnit) },
        { ALT: () => this.SUBRULE(this.unit) },
      ],
      // A word that can be meant as a unit's word is.
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** `const N = e where P`, `const R = model {r1, r2}`. */
  constUnit = this.RULE("constUnit", () => {
    this.CONSUME(t.ConstWord);
    this.SUBRULE(this.parameter);
    this.OPTION(() => {
      this.CONSUME(t.Equals);
      this.OR({
        DEF: [
          { ALT: () => this.SUBRULE(this.modelValue) },
          { ALT: () => this.SUBRULE(this.expression, { LABEL: "value" }) },
        ],
        IGNORE_AMBIGUITIES: true,
      });
    });
    this.OPTION2(() => {
      this.CONSUME(t.WhereWord);
      this.SUBRULE2(this.expression, { LABEL: "where" });
    });
  });

  modelValue = this.RULE("modelValue", () => {
    this.CONSUME(t.ModelWord);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.LeftBrace);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Identifier) });
          this.CONSUME(t.RightBrace);
        },
      },
      { ALT: () => this.CONSUME2(t.Identifier) },
    ]);
  });

  /** `var x = e`, `shared var x = e`. */
  varUnit = this.RULE("varUnit", () => {
    this.OPTION(() => this.CONSUME(t.SharedWord));
    this.SUBRULE(this.locals);
  });

  /** `var a = 1, b \in S, c`. */
  locals = this.RULE("locals", () => {
    this.CONSUME(t.VarWord);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.declarator) });
  });

  declarator = this.RULE("declarator", () => {
    this.CONSUME(t.Identifier);
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(t.In) }, { ALT: () => this.CONSUME(t.Equals) }]);
      this.SUBRULE(this.expression);
    });
  });

  formalParameters = this.RULE("formalParameters", () => {
    this.CONSUME(t.LeftParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Identifier) });
    this.CONSUME(t.RightParen);
  });

  macroUnit = this.RULE("macroUnit", () => {
    this.CONSUME(t.MacroWord);
    this.CONSUME(t.Identifier);
    this.SUBRULE(this.formalParameters);
    this.SUBRULE(this.block);
  });

  inlineUnit = this.RULE("inlineUnit", () => {
    this.CONSUME(t.InlineWord);
    this.CONSUME(t.Identifier);
    this.SUBRULE(this.formalParameters);
    this.SUBRULE(this.block);
  });

  procedureUnit = this.RULE("procedureUnit", () => {
    this.CONSUME(t.ProcedureWord);
    this.CONSUME(t.Identifier);
    this.SUBRULE(this.formalParameters);
    this.OPTION(() => this.SUBRULE(this.anchor));
    this.MANY(() => this.SUBRULE(this.locals));
    this.ACTION(() => this.refuseHeaderPart("procedureUnit"));
    this.SUBRULE(this.block);
  });

  /** `fair process p \in S on cpu \in C when P(self) from "…" var x = 0 { … }`. */
  processUnit = this.RULE("processUnit", () => {
    this.OPTION(() => {
      this.CONSUME(t.FairWord);
      this.OPTION2(() => this.CONSUME(t.StrongSign));
    });
    this.CONSUME(t.ProcessWord);
    this.CONSUME(t.Identifier);
    this.OR([{ ALT: () => this.CONSUME(t.In) }, { ALT: () => this.CONSUME(t.Equals) }]);
    this.SUBRULE(this.expression);
    this.OPTION3(() => {
      this.CONSUME(t.OnWord);
      this.SUBRULE(this.declarator);
    });
    this.OPTION4(() => {
      this.CONSUME(t.WhenWord);
      this.SUBRULE2(this.expression, { LABEL: "when" });
    });
    this.OPTION5(() => this.SUBRULE(this.anchor));
    this.MANY(() => this.SUBRULE(this.locals));
    this.ACTION(() => this.refuseHeaderPart("processUnit"));
    this.SUBRULE(this.block);
  });

  /** `invariant I == P`; `invariant I` takes the definition of that name. */
  claimUnit = this.RULE("claimUnit", () => {
    this.CONSUME(t.ClaimWord);
    this.CONSUME(t.Identifier);
    this.OPTION(() => {
      this.CONSUME(t.DefinedAs);
      this.SUBRULE(this.expression);
    });
  });

  symmetryUnit = this.RULE("symmetryUnit", () => {
    this.CONSUME(t.SymmetryWord);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.expression) });
  });

  scenarioUnit = this.RULE("scenarioUnit", () => {
    this.checkDepth();
    this.CONSUME(t.ScenarioWord);
    this.CONSUME(t.Identifier);
    this.OPTION(() => this.CONSUME(t.StringToken));
    this.CONSUME(t.LeftBrace);
    this.untilOneOf([t.RightBrace], "inner unit", () => {
      this.MANY({
        GATE: () => this.mayBeUnit(),
        DEF: () => this.recovering("inner unit", () => this.SUBRULE(this.specUnit)),
      });
    });
    this.CONSUME(t.RightBrace);
  });

  patchUnit = this.RULE("patchUnit", () => {
    this.checkDepth();
    this.CONSUME(t.PatchWord);
    this.CONSUME(t.Identifier);
    this.OPTION(() => this.CONSUME(t.StringToken));
    this.OPTION2(() => {
      this.CONSUME(t.OnWord);
      this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME2(t.Identifier, { LABEL: "on" }) });
    });
    this.CONSUME(t.LeftBrace);
    this.untilOneOf([t.RightBrace], "inner unit", () => {
      this.MANY({
        GATE: () => this.mayBeUnit(),
        DEF: () => this.recovering("inner unit", () => this.SUBRULE(this.patchEdit)),
      });
    });
    this.CONSUME(t.RightBrace);
  });

  /** `replace P.L { … }`, or any unit. */
  patchEdit = this.RULE("patchEdit", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(t.EditWord);
            this.CONSUME(t.Identifier);
            this.CONSUME(t.Dot);
            this.CONSUME2(t.Identifier);
            this.SUBRULE(this.block);
          },
        },
        { ALT: () => this.SUBRULE(this.specUnit) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** `expect S with P memory tso, weak: violates I`; the words of the outcome are checked when the tree is built. */
  expectUnit = this.RULE("expectUnit", () => {
    this.CONSUME(t.ExpectWord);
    this.CONSUME(t.Identifier, { LABEL: "scenario" });
    this.OPTION(() => {
      this.CONSUME(t.WithWord);
      this.CONSUME2(t.Identifier, { LABEL: "patch" });
    });
    this.OPTION3(() => {
      this.CONSUME(t.MemoryWord);
      this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME5(t.Identifier, { LABEL: "memory" }) });
    });
    this.CONSUME(t.Colon);
    const more = (): boolean => !this.atUnit(Number.POSITIVE_INFINITY);
    this.OR([{ GATE: more, ALT: () => this.CONSUME3(t.Identifier, { LABEL: "outcome" }) }]);
    this.OPTION2({
      GATE: () => more() && !this.atMemory(),
      DEF: () => this.CONSUME4(t.Identifier, { LABEL: "outcome" }),
    });
    this.ACTION(() => this.refuseMemory());
  });

  /** `kernel "v6.12"`. */
  kernelUnit = this.RULE("kernelUnit", () => {
    this.CONSUME(t.KernelWord);
    this.CONSUME(t.StringToken);
  });

  /** `memory tso buffer 2`. */
  memoryUnit = this.RULE("memoryUnit", () => {
    this.CONSUME(t.MemoryWord);
    this.OR([{ GATE: () => !this.atUnit(Number.POSITIVE_INFINITY), ALT: () => this.CONSUME(t.Identifier) }]);
    this.OPTION({
      GATE: () => !this.atDefinition(),
      DEF: () => {
        this.CONSUME(t.BufferWord);
        this.CONSUME(t.NumberToken);
      },
    });
  });

  /** `run R "title" == { umount.take; closer["aio"].put; assert P }`. */
  runUnit = this.RULE("runUnit", () => {
    this.CONSUME(t.RunWord);
    this.CONSUME(t.Identifier);
    this.OPTION(() => this.CONSUME(t.StringToken));
    this.CONSUME(t.DefinedAs);
    this.CONSUME(t.LeftBrace);
    this.untilOneOf([t.RightBrace], "run item", () => {
      this.MANY({
        // A unit here means that a `}` is missing.
        GATE: () => !this.atUnit(1),
        DEF: () => {
          this.recovering("run item", () => {
            this.SUBRULE(this.runStep);
            this.OPTION2(() => this.CONSUME(t.Semicolon));
            this.ACTION(() => this.checkSemicolon("run item"));
          });
        },
      });
    });
    this.CONSUME(t.RightBrace);
  });

  runStep = this.RULE("runStep", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(t.StartWord);
            this.CONSUME(t.WhereWord);
            this.SUBRULE(this.expression);
          },
        },
        { ALT: () => this.SUBRULE(this.assertStatement) },
        { ALT: () => this.SUBRULE(this.stepTaken) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** `umount.take`, `closer["aio"].put where P`, `Send(1, "a")`. */
  stepTaken = this.RULE("stepTaken", () => {
    this.CONSUME(t.Identifier);
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            this.OPTION2(() => {
              this.CONSUME(t.LeftBracket);
              this.SUBRULE(this.expression, { LABEL: "index" });
              this.CONSUME(t.RightBracket);
            });
            this.CONSUME(t.Dot);
            this.CONSUME2(t.Identifier, { LABEL: "step" });
          },
        },
        { ALT: () => this.SUBRULE(this.actualArguments) },
      ]);
    });
    this.OPTION3(() => {
      this.CONSUME(t.WhereWord);
      this.SUBRULE2(this.expression, { LABEL: "where" });
    });
  });
}
