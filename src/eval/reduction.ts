/** States that count as one: the same but for a permutation (SYMMETRY), or seen alike (VIEW). */
import type { Reduction } from "../explore/evaluator.js";
import type { Model, NamedFormula } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { arrange, fingerprint, type Value } from "../values/index.js";
import { asymmetries } from "./asymmetry.js";
import type { Interpreter } from "./interpreter.js";
import { Symmetry } from "./symmetry.js";

type State = readonly Value[];

/** How the states of a model are told apart. */
export class StateIdentity {
  readonly symmetry: Symmetry | null;
  readonly warnings: readonly Diagnostic[];
  private readonly view: NamedFormula | null;

  /**
   * @throws SpecError if SYMMETRY names no set of permutations; EvaluationError or ValueError if it has no value
   */
  constructor(
    private readonly model: Model,
    private readonly interpreter: Interpreter,
  ) {
    const { symmetry, view } = model;
    this.view = view;
    this.symmetry =
      symmetry &&
      Symmetry.of(interpreter.value(symmetry.body, null, null, null), symmetry.name, symmetry.span);
    this.warnings = this.symmetry === null ? [] : warningsOf(model, this.symmetry, interpreter);
  }

  /** What is to be said of a result that rests on it; null if every state counts. */
  get reduction(): Reduction | null {
    const { symmetry, view, model } = this;
    if (symmetry === null && view === null) return null;
    return {
      symmetry: symmetry && {
        name: model.symmetry!.name,
        values: symmetry.moved.map(String),
        permutations: symmetry.size,
        given: symmetry.given,
        complete: symmetry.complete,
      },
      view: view?.name ?? null,
    };
  }

  /**
   * A fingerprint that states share which count as one. With SYMMETRY all states have the same that differ by a
   * permutation; with VIEW it is that of the view's value. With both it is that of the first in order among the
   * views of all these states: the view of the first state alone may differ between states whose views are the same
   * but for a permutation, as it does in TLC (TLCStateMut, fingerPrint).
   * Throws EvaluationError or ValueError if the view has no value, or a value cannot be hashed.
   */
  fingerprint(state: State, out: Uint32Array): void {
    const { symmetry, view } = this;
    if (view === null) {
      if (symmetry === null) fingerprint(state, out);
      else symmetry.fingerprint(state, out);
      return;
    }
    let least: Value | null = null;
    for (const image of symmetry?.images(state) ?? [state]) {
      const seen = this.interpreter.value(view.body, null, image, null);
      if (least === null || arrange(seen, least) < 0) least = seen;
    }
    fingerprint([least!], out);
  }
}

function warningsOf(model: Model, symmetry: Symmetry, interpreter: Interpreter): readonly Diagnostic[] {
  const { name, span } = model.symmetry!;
  if (symmetry.moved.length > 0) return asymmetries(model, symmetry, interpreter);
  return [
    {
      code: "W013",
      severity: "warning",
      message: `SYMMETRY ${name} exchanges nothing: no set in it has two model values`,
      span,
    },
  ];
}
