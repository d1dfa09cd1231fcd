/** The levels of the proofs that are open while the parser runs. */
import type { IToken } from "chevrotain";
import { ProofError } from "./failure.js";
import * as t from "./tokens.js";

/** How the level of a step is written: by its number, `<*>` for that of its proof, `<+>` for one of a proof that begins. */
export type WrittenLevel = number | "*" | "+";

/** The level and the name of a step as they are written; the name is empty for `<1>`, `<1>*` and `<1>-`. */
export function stepOf(token: IToken): { level: WrittenLevel; name: string } {
  const [, level = "", name = ""] = /^<([0-9]+|[+*])>(\w*)/.exec(token.image) ?? [];
  return { level: level === "*" || level === "+" ? level : Number(level), name };
}

/**
 * The level of a proof by its first step.
 * @param outer the level of the proof around it; -1 if there is none.
 */
export function levelOfProof(first: WrittenLevel, outer: number): number {
  return typeof first === "number" ? first : outer + 1;
}

/** Tells where a proof begins and which steps belong to it, by the rules of SANY. */
export class ProofLevels {
  /** Null for a proof whose first step is still to come. */
  readonly #levels: (number | null)[] = [];

  /** The levels of the open proofs, outermost first. */
  get open(): readonly (number | null)[] {
    return [...this.#levels];
  }

  /** A proof by steps begins. */
  begin(): void {
    this.#levels.push(null);
  }

  /** The innermost proof ends. */
  end(): void {
    this.#levels.pop();
  }

  /** Forgets all proofs: an error ends them. */
  clear(): void {
    this.#levels.length = 0;
  }

  /** Whether a proof of what was just stated begins at a token. */
  beginsProof(token: IToken | undefined): boolean {
    const type = token?.tokenType;
    if (type === t.By || type === t.Proof || type === t.Obvious) return true;
    if (token === undefined || (type !== t.ProofStep && type !== t.StepName)) return false;
    const { level } = stepOf(token);
    if (level === "+") return true;
    const current = this.#levels.at(-1);
    if (level === "*" || current === undefined) return current === undefined;
    return current !== null && level > current;
  }

  /**
   * Takes the next step of the innermost proof, if it is one.
   * @throws ProofError if its level is not the one of that proof.
   */
  take(token: IToken): void {
    if (token.tokenType !== t.ProofStep && token.tokenType !== t.StepName) return;
    const { level } = stepOf(token);
    const last = this.#levels.length - 1;
    const current = this.#levels[last] ?? null;
    if (current === null) {
      const outer = this.#levels[last - 1] ?? -1;
      const own = levelOfProof(level, outer);
      if (own <= outer) throw new ProofError("wrongLevel");
      this.#levels[last] = own;
    } else if (level === "+" || (level !== "*" && level !== current)) {
      throw new ProofError("wrongLevel");
    }
  }

  /**
   * Checks a step's name that stands for what the step states.
   * @throws ProofError where it can name none.
   */
  refer(token: IToken): void {
    if (this.#levels.length === 0) throw new ProofError("stepOutside");
    if (stepOf(token).level === "+") throw new ProofError("stepToCome");
  }
}
