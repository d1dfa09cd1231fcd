/** The level checker: finds what "Specifying Systems" 17.2 forbids, as SANY does, and the level of every definition. */
import type { Core, Definition, Level } from "./core.js";
import type { ModuleMeaning } from "./entities.js";
import { ExpressionLevels } from "./expression-levels.js";
import { type InstanceContext, InstanceCopy } from "./instance.js";
import { InstanceLevels } from "./instance-levels.js";
import { LevelState } from "./level-state.js";
import { assumedSummary, Demands, levelName, none, type Summary, sameResult, summarize } from "./levels.js";
import type { Problems } from "./problems.js";
import { ProofLevels } from "./proof-levels.js";

/**
 * Checks levels and keeps what it found out about each definition.
 * With `problems` null nothing is reported: it is for the evaluator's sake that the levels are wanted.
 */
export class LevelChecker {
  private readonly summaries = new Map<Definition, Summary>();
  /** The definitions whose summaries were made, in order; to take back those that rest on a wrong assumption. */
  private readonly made: Definition[] = [];
  /** Recursive definitions under way: what is assumed of each, and whether a use relied on it. */
  private readonly underWay = new Map<Definition, { summary: Summary; reliedOn: boolean }>();
  /** What the last assumption was: a better one to start with, should the same definition be looked at again. */
  private readonly assumptions = new Map<Definition, Summary>();
  private readonly state: LevelState;
  private readonly expressions: ExpressionLevels;
  private readonly instances: InstanceLevels;
  private readonly proofs: ProofLevels;

  constructor(problems: Problems | null) {
    this.state = new LevelState(problems);
    this.expressions = new ExpressionLevels(this.state, this);
    this.instances = new InstanceLevels(this.state, this.expressions);
    this.proofs = new ProofLevels(this.state, this.expressions);
  }

  /** Checks a module; those that it needs were checked before. Sets the levels of its definitions. */
  module(module: ModuleMeaning): void {
    const demands = new Demands();
    this.state.within(demands, () => {
      for (const nested of module.nested.values()) this.module(nested);
      for (const param of module.parameters) this.state.parameters.add(param);
      for (const context of module.instances) demands.addAll(this.instances.check(context), context.params);
      for (const definition of module.definitions) this.summary(definition);
      for (const { body, span } of [...module.assumptions, ...module.axioms]) {
        const { level } = this.expressions.expr(body);
        if (level > 0) {
          this.state.error(
            "S022",
            `an assumption must be a constant expression, but this is ${levelName(level)}`,
            span,
            [
              "what must hold of states is an invariant: name it in INVARIANT of the .cfg, or `invariant` of a spec",
            ],
          );
        }
      }
      for (const core of module.listed) this.expressions.expr(core);
      for (const definition of module.proofDefinitions) this.summary(definition);
      for (const theorem of module.theorems) this.proofs.statement(theorem);
    });
    const isConstant =
      module.variables.length === 0 &&
      [...module.family].every(
        (member) =>
          member.definitions.every((d) => this.summary(d).level === 0) &&
          member.instances.every((context) => this.instances.isConstant(context.module)),
      );
    if (!isConstant) demands.limit(module.constants, 0);
    this.instances.keep(module, demands, isConstant);
  }

  /** What one needs to know of a definition to use it. */
  summary(definition: Definition): Summary {
    const ready = this.summaries.get(definition);
    if (ready !== undefined) return ready;
    const assumed = this.underWay.get(definition);
    if (assumed !== undefined) {
      assumed.reliedOn = true;
      return assumed.summary;
    }
    const summary =
      definition instanceof InstanceCopy && !definition.differs
        ? this.instances.copy(definition, this.summary(definition.original))
        : this.settle(definition);
    this.summaries.set(definition, summary);
    this.made.push(definition);
    definition.level = summary.level;
    return summary;
  }

  /** Looks at a definition's text, again and again where it refers to itself, until what was assumed proves true. */
  private settle(definition: Definition): Summary {
    const first = this.assumptions.get(definition) ?? assumedSummary(definition, 0, none);
    const assumed = { summary: first, reliedOn: false };
    this.underWay.set(definition, assumed);
    const { made } = this;
    const { problems } = this.state;
    const start = made.length;
    const mark = problems?.mark() ?? 0;
    for (;;) {
      const summary = this.text(definition);
      if (!assumed.reliedOn || sameResult(assumed.summary, summary.level, summary.params)) {
        this.underWay.delete(definition);
        if (!definition.recursive) return summary;
        return this.recursive(definition, summary);
      }
      assumed.summary = assumedSummary(definition, summary.level, summary.params);
      this.assumptions.set(definition, assumed.summary);
      for (const rested of made.splice(start)) this.summaries.delete(rested);
      problems?.forget(mark);
    }
  }

  /** Of a recursive operator SANY takes every argument to count, and none may be primed. */
  private recursive(definition: Definition, summary: Summary): Summary {
    const primed = summary.max.findIndex((max) => max < 2);
    if (primed >= 0) {
      const name = definition.params[primed]!.name;
      this.state.error(
        "S028",
        `the recursive operator ${definition.name} primes its argument ${name}, which TLA+ does not allow`,
        definition.span,
        [`leave the prime out, and prime what ${definition.name} is given`],
      );
    }
    return {
      ...summary,
      weights: summary.weights.map(() => true),
      max: summary.max.map((max) => Math.min(max, 2) as Level),
    };
  }

  private text(definition: Definition): Summary {
    const { params } = definition;
    const demands = new Demands();
    const result = this.state.within(demands, () => {
      for (const param of params) this.state.parameters.add(param);
      return this.expressions.expr(definition.body);
    });
    // What a LET's definition demands of names from outside, the text around demands too.
    this.state.demands.addAll(demands, params);
    return summarize(result, params, demands);
  }

  /** What an instance demands of the parameters that its text uses. */
  demandsOn(context: InstanceContext): Demands {
    return this.instances.demandsOn(context);
  }

  /** The level of an expression that has no parameters. */
  levelOf(core: Core): Level {
    return this.state.within(new Demands(), () => this.expressions.expr(core)).level;
  }
}
