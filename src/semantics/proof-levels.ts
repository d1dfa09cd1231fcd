/** The levels in proofs: what is proved of temporal formulas has rules of its own. */
import type { Core, Level } from "./core.js";
import type { LevelState } from "./level-state.js";
import { type ExprLevel, higher, levelName } from "./levels.js";
import type { ProofMeaning, StatementMeaning } from "./proofs.js";

export class ProofLevels {
  constructor(
    private readonly state: LevelState,
    private readonly expressions: { expr(core: Core): ExprLevel },
  ) {}

  /** Checks a theorem or a step, and its proof; gives the level of what it states. */
  statement({ what, formulas, sets, proof }: StatementMeaning): Level {
    let level: Level = 0;
    for (const formula of formulas) level = higher(level, this.expressions.expr(formula).level);
    for (const set of sets) {
      const found = this.expressions.expr(set).level;
      level = higher(level, found);
      if (found === 3) {
        this.state.error(
          "S035",
          "a temporal formula is no set, so that nothing can be taken from it",
          set.span,
        );
      }
      if (what === "pick" && level === 3 && found > 0 && found < 3) {
        this.state.error(
          "S036",
          `where the PICK is of a temporal formula, its sets must be constant, but this is ${levelName(found)}`,
          set.span,
        );
      }
    }
    if (proof !== null) this.proof(proof);
    if (level === 3 && proof !== null) this.temporalGoal(proof);
    return level;
  }

  private proof(proof: ProofMeaning): void {
    for (const fact of proof.facts) this.expressions.expr(fact);
    for (const step of proof.steps) this.statement(step);
  }

  /** A proof of a temporal formula may take, assume and distinguish only what is constant. */
  private temporalGoal(proof: ProofMeaning): void {
    for (const step of proof.steps) {
      switch (step.what) {
        case "take":
        case "witness":
        case "have":
        case "case": {
          const level = this.state.quietly(() => this.levelOf(step));
          if (level > 0) {
            this.state.error(
              "S036",
              `the goal is a temporal formula, so that ${step.what.toUpperCase()} needs a constant expression, but this is ${levelName(level)}`,
              step.span,
            );
          }
          if (step.what === "case" && step.proof !== null) this.temporalGoal(step.proof);
          break;
        }
        case "qed":
          if (step.proof !== null) this.temporalGoal(step.proof);
          break;
        case "assert":
        case "pick":
          break;
        default:
          step.what satisfies never;
      }
    }
  }

  private levelOf({ formulas, sets }: StatementMeaning): Level {
    let level: Level = 0;
    for (const core of [...formulas, ...sets]) level = higher(level, this.expressions.expr(core).level);
    return level;
  }
}
