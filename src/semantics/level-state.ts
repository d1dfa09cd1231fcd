/** What the parts of the level checker share while they look at a text. */
import type { Span } from "../syntax/source.js";
import type { Local } from "./core.js";
import { Demands, type ExprLevel } from "./levels.js";
import type { Problems } from "./problems.js";

export class LevelState {
  /** Names that arguments or substitutions stand for; all other locals are bound to constants. */
  readonly parameters = new Set<Local>();
  /** What `@` is worth: as much as the function of its EXCEPT. */
  readonly known = new Map<Local, ExprLevel>();
  /** What the text under way demands of parameters. */
  demands = new Demands();

  /** @param problems null: nothing is reported, and it is for the evaluator's sake that the levels are wanted. */
  constructor(readonly problems: Problems | null) {}

  /** Does something whose demands on parameters are collected apart. */
  within<T>(demands: Demands, work: () => T): T {
    const outer = this.demands;
    this.demands = demands;
    try {
      return work();
    } finally {
      this.demands = outer;
    }
  }

  /** Does something again that was done before, without reporting anything twice. */
  quietly<T>(work: () => T): T {
    const mark = this.problems?.mark() ?? 0;
    const result = this.within(new Demands(), work);
    this.problems?.forget(mark);
    return result;
  }

  error(code: string, message: string, span: Span, notes: readonly string[] = []): void {
    this.problems?.error(code, message, span, notes);
  }
}
