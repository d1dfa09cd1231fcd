/** What native operators may do besides computing: registers, printing, random choices, the search, the world. */
import type { SearchView } from "../explore/search-view.js";
import { closedWorld, type WorldAccess, WorldError, type WriteMode } from "../explore/world.js";
import type { Definition } from "../semantics/core.js";
import { codes, type Value, ValueError } from "../values/index.js";
import type { Interpreter } from "./interpreter.js";
import type { NativeContext, SearchFacts } from "./natives/index.js";
import type { ReferenceState } from "./reference.js";
import { type Searched, SearchValues } from "./search-values.js";

/** What an evaluation may do besides giving values. */
export interface EvaluationContext {
  /** Text of Print, PrintT and `print`. */
  print(text: string): void;
  /** Seed of RandomElement. */
  readonly seed: number;
  /** Seed of RandomElement in initial states, if it is another one. */
  readonly initialSeed?: number | undefined;
  /** What the spec may ask of the world; nothing if not given. */
  readonly world?: WorldAccess | undefined;
}

/** What the evaluator lends to native operators. */
export interface Lender extends Searched {
  readonly interpreter: Interpreter;
  /** A number in [0, 1) that depends on the seed and on what is being evaluated. */
  choose(): number;
  definition(name: string): Definition | undefined;
}

/** The surroundings of native operators in the reference evaluator. */
export class Surroundings implements NativeContext {
  /** The search on whose behalf is evaluated. */
  view: SearchView<ReferenceState> | null = null;
  /** Whether what is evaluated leaves no trace: it prints nothing and sets no register. */
  quiet = false;
  private readonly values = new Map<string | number, Value>();
  private readonly facts: SearchFacts;

  constructor(
    private readonly context: EvaluationContext,
    private readonly lender: Lender,
  ) {
    this.facts = new SearchValues(lender, () => this.view);
  }

  print(text: string): void {
    this.opaque();
    if (!this.quiet) this.context.print(text);
  }

  random(): number {
    this.opaque();
    return this.lender.choose();
  }

  get(key: string | number): Value | undefined {
    this.asked();
    return this.values.get(key);
  }

  set(key: string | number, value: Value): void {
    this.opaque();
    if (!this.quiet) this.values.set(key, value);
  }

  registers(): readonly (readonly [string | number, Value])[] {
    this.asked();
    return [...this.values];
  }

  search(): SearchFacts | null {
    this.asked();
    return this.view === null ? null : this.facts;
  }

  definition(name: string): Value | null {
    const definition = this.lender.definition(name);
    if (definition === undefined || definition.params.length > 0) return null;
    this.asked();
    const { interpreter } = this.lender;
    const { atState, atNext } = interpreter;
    return interpreter.value(definition.body, null, atState, atNext);
  }

  world<T>(ask: (world: WorldAccess) => T, eachTime = false): T {
    if (eachTime) this.asked();
    else this.opaque();
    try {
      return ask(this.context.world ?? closedWorld);
    } catch (thrown) {
      if (!(thrown instanceof WorldError)) throw thrown;
      throw new ValueError(thrown.kind === "refused" ? codes.refused : codes.world, thrown.message);
    }
  }

  write(path: string, text: string, mode: WriteMode): void {
    const trial = this.quiet || this.view?.replaying === true;
    this.world((world) => world.write(path, text, trial ? { ...mode, trial } : mode));
  }

  /** What follows makes an evaluation one that has to be made each time that a state is looked at. */
  private opaque(): void {
    const { reads } = this.lender.interpreter;
    if (reads !== null) reads.opaque = true;
  }

  /** As `opaque`, and no definition keeps its value either, as if it were no constant (TLC: minLevel). */
  private asked(): void {
    this.opaque();
    this.lender.interpreter.asked++;
  }
}
