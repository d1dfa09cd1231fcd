/**
 * Properties taken apart, as TLC does (tlc2.tool.impl.SpecProcessor, processConfigProps): what a search can answer on
 * its way, state by state and step by step, and what speaks of whole behaviours.
 */
import type { LevelChecker } from "./check-levels.js";
import type { Core, Definition } from "./core.js";
import { unfolded } from "./unfold.js";

/** The conjuncts of a property, by what it takes to check them. */
export interface PropertyParts {
  /** `P` without a `[]`: asked of initial states. */
  readonly initial: readonly Core[];
  /** `P` of a conjunct `[]P`: asked of every state. */
  readonly invariants: readonly Core[];
  /** `[A]_v` of a conjunct `[][A]_v`: asked of every step. */
  readonly actions: readonly Core[];
  /** Actions that stand without `[][…]_v`: these mean nothing. */
  readonly bare: readonly Core[];
  /** All else: fairness, `<>`, `~>`. */
  readonly temporal: readonly Core[];
}

/** Takes the property that a definition says apart. */
export function splitProperty(property: Definition, checker: LevelChecker): PropertyParts {
  const splitter = new PropertySplitter(checker);
  splitter.part(property.body, { wrap: (core) => core, inside: new Set([property]), always: false });
  return splitter;
}

/** Where a part stands. */
interface Around {
  /** Puts it back into the LETs and the quantifiers over constants that it stands in. */
  wrap(core: Core): Core;
  /** The definitions that it stands in. */
  readonly inside: ReadonlySet<Definition>;
  /** Whether it stands under a `[]`. */
  readonly always: boolean;
}

class PropertySplitter implements PropertyParts {
  readonly initial: Core[] = [];
  readonly invariants: Core[] = [];
  readonly actions: Core[] = [];
  readonly bare: Core[] = [];
  readonly temporal: Core[] = [];

  constructor(private readonly checker: LevelChecker) {}

  part(core: Core, around: Around): void {
    const { wrap, inside, always } = around;
    const whole = wrap(core);
    if (this.checker.levelOf(whole) <= 1) {
      (always ? this.invariants : this.initial).push(whole);
      return;
    }
    switch (core.kind) {
      case "and":
        // [] and \A over constants distribute over conjunction.
        for (const item of core.items) this.part(item, around);
        return;
      case "let":
        this.part(core.body, { ...around, wrap: (body) => wrap({ ...core, body }) });
        return;
      case "call": {
        const { definition } = core;
        if (definition.recursive || inside.has(definition)) break;
        this.part(unfolded(definition, core.args), { ...around, inside: new Set([...inside, definition]) });
        return;
      }
      case "quantifier":
        if (core.quantifier === "exists" || !core.bounds.every(({ set }) => this.isConstant(set, wrap)))
          break;
        this.part(core.body, { ...around, wrap: (body) => wrap({ ...core, body }) });
        return;
      case "temporal":
        if (core.op !== "[]") break;
        this.part(core.args[0]!, { ...around, always: true });
        return;
      case "actionBox":
        if (!always || core.form !== "box") break;
        this.actions.push(whole);
        return;
      default:
        break;
    }
    if (this.checker.levelOf(whole) === 2) this.bare.push(whole);
    else this.temporal.push(always ? box(core, wrap) : whole);
  }

  private isConstant(set: Core, wrap: Around["wrap"]): boolean {
    return this.checker.levelOf(wrap(set)) === 0;
  }
}

function box(core: Core, wrap: Around["wrap"]): Core {
  return wrap({ kind: "temporal", op: "[]", args: [core], span: core.span });
}
