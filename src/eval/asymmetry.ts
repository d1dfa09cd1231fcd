/**
 * Where a specification treats model values differently that SYMMETRY takes for interchangeable. Then the reduction
 * may miss states. Not all such places can be told; what is told here is told for sure, or, of a CHOOSE, as a doubt.
 */
import { EvaluationError } from "../explore/evaluator.js";
import type { Core, CoreArgument, Definition } from "../semantics/core.js";
import type { Model } from "../semantics/model.js";
import { Rewriter } from "../semantics/rewrite.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Span } from "../syntax/source.js";
import { type Value, ValueError } from "../values/index.js";
import { UnboundName } from "./environment.js";
import { shorten } from "./errors.js";
import type { Interpreter } from "./interpreter.js";
import type { Symmetry } from "./symmetry.js";

/** Warnings of the places where a model's behaviour, or what is checked of it, is not symmetric. */
export function asymmetries(
  model: Model,
  symmetry: Symmetry,
  interpreter: Interpreter,
): readonly Diagnostic[] {
  if (model.behaviour === null || symmetry.moved.length === 0) return [];
  const search = new AsymmetrySearch(symmetry, model.symmetry!.name, interpreter);
  search.core(model.behaviour.init);
  search.core(model.behaviour.next);
  const formulas = [
    model.invariants,
    model.witnesses,
    model.initialProperties,
    model.actionProperties,
    model.constraints,
    model.actionConstraints,
    model.view === null ? [] : [model.view],
  ];
  for (const { body } of formulas.flat()) search.core(body);
  return search.warnings;
}

class AsymmetrySearch extends Rewriter {
  readonly warnings: Diagnostic[] = [];
  private readonly seen = new Set<object>();

  constructor(
    private readonly symmetry: Symmetry,
    private readonly name: string,
    private readonly interpreter: Interpreter,
  ) {
    super();
  }

  override core(core: Core): Core {
    if (core.kind === "literal") this.look(core.value, core.span);
    else if (core.kind === "choose") this.choose(core);
    return super.core(core);
  }

  protected override constant(core: Extract<Core, { kind: "constant" }>): Core {
    const { constant } = core;
    if (!this.seen.has(constant)) {
      this.seen.add(constant);
      const { binding } = constant;
      if (binding.kind === "value") this.lookAt(constant.name, binding.value, core.span);
      else this.definition(binding.definition);
    }
    return super.constant(core);
  }

  protected override call(core: Extract<Core, { kind: "call" }>): Core {
    this.definition(core.definition);
    return super.call(core);
  }

  protected override operator(argument: Exclude<CoreArgument, Core>): CoreArgument {
    if (argument.kind === "operatorDefinition") this.definition(argument.definition);
    return super.operator(argument);
  }

  /** Looks at the value of a definition that has one, and else into its body. */
  private definition(definition: Definition): void {
    if (this.seen.has(definition)) return;
    this.seen.add(definition);
    if (definition.level === 0 && definition.params.length === 0 && definition.scope === "global") {
      const value = this.constantValue({ kind: "call", definition, args: [], span: definition.span });
      if (value !== null) {
        this.lookAt(definition.name, value, definition.span);
        return;
      }
    }
    this.core(definition.body);
  }

  /** What CHOOSE gives depends on an order of the values, unless there is but one that it can take. */
  private choose(core: Extract<Core, { kind: "choose" }>): void {
    const chosen = this.constantValue(core);
    if (chosen !== null) {
      this.look(chosen, core.span);
      return;
    }
    const set = this.constantValue(core.bound.set);
    if (set === null || !this.holdsMoved(set)) return;
    this.warn(
      `this CHOOSE takes one of the values that SYMMETRY ${this.name} takes for interchangeable`,
      core.span,
      ["that is right only where no more than one satisfies it"],
    );
  }

  private lookAt(name: string, value: Value, span: Span): void {
    if (this.symmetric(value)) return;
    this.warn(
      `${name} is ${shorten(value, 60)}, but SYMMETRY ${this.name} takes such values for interchangeable`,
      span,
    );
  }

  private look(value: Value, span: Span): void {
    if (!this.symmetric(value)) this.lookAt("this", value, span);
  }

  private symmetric(value: Value): boolean {
    return this.attempt(() => this.symmetry.fixes(value)) ?? true;
  }

  private holdsMoved(value: Value): boolean {
    return this.attempt(() => this.symmetry.holds(value)) ?? false;
  }

  /** The value of an expression that has one on its own; null if it has none. */
  private constantValue(core: Core): Value | null {
    return this.attempt(() => this.interpreter.value(core, null, null, null));
  }

  private attempt<T>(run: () => T): T | null {
    try {
      return run();
    } catch (thrown) {
      const none = [EvaluationError, ValueError, UnboundName].some((error) => thrown instanceof error);
      if (none) return null;
      throw thrown;
    }
  }

  private warn(message: string, span: Span, notes: readonly string[] = []): void {
    const what = "states may be missed that the checker takes for ones that it knows";
    if (!this.warnings.some((other) => other.span?.source === span.source && other.span.start === span.start))
      this.warnings.push({ code: "W012", severity: "warning", message, span, notes: [...notes, what] });
  }
}
