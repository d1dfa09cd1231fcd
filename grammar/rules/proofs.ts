/** Proofs, and what only proofs need: ASSUME/PROVE, USE and HIDE. */
import { ProofError, type ProofMistake } from "../failure.js";
import * as t from "../tokens.js";
import { DefinitionRules } from "./definitions.js";

export abstract class ProofRules extends DefinitionRules {
  /** What a theorem or a step states: an expression, or ASSUME/PROVE. */
  statementToProve = this.RULE("statementToProve", () => {
    this.OR([{ ALT: () => this.SUBRULE(this.assumeProve) }, { ALT: () => this.SUBRULE(this.expression) }]);
  });

  /** `ASSUME a, NEW x \in S PROVE p`. */
  assumeProve = this.RULE("assumeProve", () => {
    this.checkDepth();
    this.OR([{ ALT: () => this.CONSUME(t.Assume) }, { ALT: () => this.CONSUME(t.BoxAssume) }]);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.assumed) });
    this.OR2([{ ALT: () => this.CONSUME(t.Prove) }, { ALT: () => this.CONSUME(t.BoxProve) }]);
    this.SUBRULE(this.expression);
  });

  assumed = this.RULE("assumed", () => {
    this.OR({
      DEF: [
        {
          GATE: () => this.#atSequent(),
          ALT: () => {
            this.OPTION(() => {
              this.CONSUME(t.Identifier);
              this.CONSUME(t.DoubleColon);
            });
            this.SUBRULE(this.assumeProve);
          },
        },
        { ALT: () => this.SUBRULE(this.newName) },
        { ALT: () => this.SUBRULE(this.expression) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** Whether ASSUME comes next, or a label and ASSUME. */
  #atSequent(): boolean {
    const first = this.peek(1)?.tokenType === t.DoubleColon ? 2 : 0;
    const type = this.peek(first)?.tokenType;
    return type === t.Assume || type === t.BoxAssume;
  }

  /** `NEW x \in S`, `NEW STATE F(_)`, `CONSTANT c`. */
  newName = this.RULE("newName", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.New);
          this.OPTION(() => this.SUBRULE(this.levelOfName));
        },
      },
      { ALT: () => this.SUBRULE2(this.levelOfName) },
    ]);
    this.SUBRULE(this.parameter);
    this.OPTION2(() => {
      this.CONSUME(t.In);
      this.SUBRULE(this.expression);
    });
  });

  levelOfName = this.RULE("levelOfName", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Constant) },
      { ALT: () => this.CONSUME(t.Variable) },
      { ALT: () => this.CONSUME(t.LevelWord) },
    ]);
  });

  proof = this.RULE("proof", () => {
    this.checkDepth();
    this.OPTION(() => this.CONSUME(t.Proof));
    this.OR([
      { ALT: () => this.CONSUME(t.Obvious) },
      {
        ALT: () => {
          this.CONSUME(t.By);
          this.OPTION2(() => this.CONSUME(t.Only));
          this.SUBRULE(this.facts);
        },
      },
      { ALT: () => this.SUBRULE(this.steps) },
    ]);
  });

  /** `facts DEF definitions`, either of them possibly missing. */
  facts = this.RULE("facts", () => {
    this.OPTION({
      GATE: () => !this.atDefinition(),
      DEF: () => this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.fact) }),
    });
    this.OPTION2(() => {
      this.CONSUME(t.Def);
      this.AT_LEAST_ONE_SEP2({
        SEP: t.Comma,
        DEF: () => this.SUBRULE2(this.fact, { LABEL: "definitions" }),
      });
    });
  });

  fact = this.RULE("fact", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.ModuleWord);
          this.CONSUME(t.Identifier);
        },
      },
      { ALT: () => this.SUBRULE(this.expression) },
    ]);
  });

  /** Steps of one level, the last of them QED. */
  steps = this.RULE("steps", () => {
    this.ACTION(() => this.proofs.begin());
    this.MANY({
      GATE: () => this.peek(1)?.tokenType !== t.Qed,
      DEF: () => this.SUBRULE(this.step),
    });
    this.SUBRULE(this.qedStep);
    this.ACTION(() => this.proofs.end());
  });

  qedStep = this.RULE("qedStep", () => {
    this.ACTION(() => this.proofs.take(this.LA(1)));
    this.CONSUME(t.ProofStep);
    this.CONSUME(t.Qed);
    this.OPTION({ GATE: () => this.#atProof(), DEF: () => this.SUBRULE(this.proof) });
  });

  step = this.RULE("step", () => {
    this.ACTION(() => this.proofs.take(this.LA(1)));
    this.CONSUME(t.ProofStep);
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.use) },
        { ALT: () => this.SUBRULE(this.instance) },
        {
          GATE: () => this.peek(0)?.tokenType === t.Define || this.atLocalDefinition(),
          ALT: () => this.SUBRULE(this.definitionsStep),
        },
        { ALT: () => this.SUBRULE(this.haveStep) },
        { ALT: () => this.SUBRULE(this.takeStep) },
        { ALT: () => this.SUBRULE(this.witnessStep) },
        {
          ALT: () => {
            this.OR2({
              DEF: [
                { ALT: () => this.SUBRULE(this.pickStep) },
                { ALT: () => this.SUBRULE(this.caseStep) },
                { ALT: () => this.SUBRULE(this.assertStep) },
              ],
              // A CASE here always begins a step by cases.
              IGNORE_AMBIGUITIES: true,
            });
            this.OPTION({ GATE: () => this.#atProof(), DEF: () => this.SUBRULE(this.proof) });
            this.ACTION(() => this.#refuseProof("secondProof"));
          },
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    this.ACTION(() => this.#refuseProof("proofOfNothing"));
  });

  #atProof(): boolean {
    return this.proofs.beginsProof(this.peek(0));
  }

  #refuseProof(mistake: ProofMistake): void {
    if (this.#atProof()) throw new ProofError(mistake);
  }

  /** `DEFINE Op(x) == e f[y \in S] == e`; the word may be left out. */
  definitionsStep = this.RULE("definitionsStep", () => {
    this.OPTION(() => this.CONSUME(t.Define));
    this.AT_LEAST_ONE({
      GATE: () => this.atLocalDefinition(),
      DEF: () => this.SUBRULE(this.innerDefinition),
    });
  });

  innerDefinition = this.RULE("innerDefinition", () => {
    this.OPTION(() => this.CONSUME(t.Local));
    this.SUBRULE(this.definition);
  });

  haveStep = this.RULE("haveStep", () => {
    this.CONSUME(t.Have);
    this.SUBRULE(this.expression);
  });

  takeStep = this.RULE("takeStep", () => {
    this.CONSUME(t.Take);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.quantifierBound) });
  });

  witnessStep = this.RULE("witnessStep", () => {
    this.CONSUME(t.Witness);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.expression) });
  });

  pickStep = this.RULE("pickStep", () => {
    this.CONSUME(t.Pick);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.quantifierBound) });
    this.CONSUME(t.Colon);
    this.SUBRULE(this.expression);
  });

  caseStep = this.RULE("caseStep", () => {
    this.CONSUME(t.Case);
    this.SUBRULE(this.expression);
  });

  assertStep = this.RULE("assertStep", () => {
    this.OPTION(() => this.CONSUME(t.Suffices));
    this.SUBRULE(this.statementToProve);
  });

  /** `USE facts DEF definitions`, `HIDE …`, in a module or a proof. */
  use = this.RULE("use", () => {
    const word = this.CONSUME(t.Use);
    this.OPTION({ GATE: () => word.image !== "HIDE", DEF: () => this.CONSUME(t.Only) });
    this.SUBRULE(this.facts);
  });
}
