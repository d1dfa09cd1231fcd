/**
 * Theorems and their proofs: names get their meaning and their levels are checked, as SANY does, and that is all.
 * A model checker proves nothing; but a misspelt name in a proof is an error of the module.
 */
import type {
  Assumed,
  AssumeProve,
  Bound,
  Expr,
  Facts,
  ModuleName,
  Name,
  Proof,
  ProofStep,
  StepBody,
  Theorem,
  UseUnit,
} from "../syntax/ast.js";
import { textOf } from "../syntax/source.js";
import type { Core, Level } from "./core.js";
import { type DefinitionText, type SequentText, TextDefinition } from "./definitions.js";
import type { ExpressionElaborator } from "./elaborate-expression.js";
import type { ModuleMeaning } from "./entities.js";
import { Labels } from "./labels.js";
import { NewLocal } from "./new-names.js";
import { bindLocal, mistake, Place, reportTaken } from "./place.js";
import type { ProofMeaning, StatementMeaning } from "./proofs.js";

/** What proofs need of the elaboration of definitions and instances. */
export interface UnitElaborator {
  /** Adds the definitions of a DEFINE step to the place. */
  define(units: Extract<StepBody, { kind: "define" }>["units"], place: Place): void;
  /** Adds what an INSTANCE step brings to the place. */
  instance(step: Extract<StepBody, { kind: "instance" }>, place: Place): void;
  findModule(name: string, from: ModuleMeaning): ModuleMeaning | null;
}

/** What a theorem or a step says, looked at. */
interface Stated {
  readonly formulas: readonly Core[];
  readonly sets: readonly Core[];
  /** What the name of the theorem or step stands for. */
  readonly body: Core;
  readonly text: DefinitionText;
  /** For ASSUME/PROVE: where the names that it declares can be seen. */
  readonly within: Place | null;
}

const levels: Readonly<Record<Extract<Assumed, { kind: "new" }>["level"], Level>> = {
  constant: 0,
  variable: 1,
  state: 1,
  action: 2,
  temporal: 3,
};

export class ProofElaborator {
  constructor(
    private readonly expressions: ExpressionElaborator,
    private readonly units: UnitElaborator,
  ) {}

  /**
   * A theorem with its proof.
   * @param declare gives the theorem its name, before its proof is looked at.
   */
  theorem(
    unit: Theorem,
    place: Place,
    declare: (body: Core, text: DefinitionText) => void,
  ): StatementMeaning {
    const at = unit.name === null ? place : place.inDefinition();
    const stated = this.statement(unit.statement, at, false);
    declare(stated.body, stated.text);
    const proof = this.proofOf(unit.proof, stated, place);
    return { what: "assert", formulas: stated.formulas, sets: stated.sets, proof, span: unit.span };
  }

  /** USE and HIDE: what they list must be there. */
  use(unit: UseUnit, place: Place): readonly Core[] {
    const cores = this.facts(unit.facts, place, unit.hide);
    return cores;
  }

  // ───────────────────────────── what is stated ─────────────────────────────

  private statement(statement: Expr | AssumeProve, place: Place, suffices: boolean): Stated {
    if (statement.kind === "assumeProve") return this.sequent(statement, place, suffices);
    const body = this.expressions.expr(statement, place);
    const text: DefinitionText = { kind: "expression", body: statement, place };
    return { formulas: [body], sets: [], body, text, within: null };
  }

  private sequent(sequent: AssumeProve, place: Place, suffices: boolean): Stated {
    const formulas: Core[] = [];
    const sets: Core[] = [];
    const places: Place[] = [];
    const inner = this.assumptions(sequent, place, 1, formulas, sets, places);
    const text: SequentText = {
      kind: "sequent",
      sequent,
      labels: place.labels ?? new Labels(place.scope),
      places,
      suffices,
      inProof: true,
    };
    return { formulas, sets, body: mistake(sequent.span), text, within: inner };
  }

  /**
   * The assumptions and the goal, in order.
   * @param depth how many ASSUMEs are around, this one counted.
   * @returns the place in which the goal stands.
   */
  private assumptions(
    { assumptions, goal }: AssumeProve,
    place: Place,
    depth: number,
    formulas: Core[],
    sets: Core[],
    places: Place[],
  ): Place {
    let inner = place.inner();
    for (const assumed of assumptions) {
      places.push(inner);
      switch (assumed.kind) {
        case "fact":
          formulas.push(this.expressions.expr(assumed.fact, inner));
          break;
        case "nested":
          this.nested(assumed, inner, depth, formulas, sets);
          break;
        case "new": {
          if (assumed.set !== null) sets.push(this.expressions.expr(assumed.set, inner));
          inner = inner.inner();
          if (depth > 1) inner = inner.withLabels(new Labels(inner.scope, false));
          declareNew(assumed, inner);
          break;
        }
        default:
          assumed satisfies never;
      }
    }
    places.push(inner);
    formulas.push(this.expressions.expr(goal, inner));
    return inner;
  }

  private nested(
    { label, sequent }: Extract<Assumed, { kind: "nested" }>,
    place: Place,
    depth: number,
    formulas: Core[],
    sets: Core[],
  ): void {
    const places: Place[] = [];
    const goal = this.assumptions(sequent, place, depth + 1, formulas, sets, places);
    if (label === null || place.labels === null) return;
    const expr = { kind: "label", name: label, params: [], body: sequent.goal, span: sequent.span } as const;
    place.labels.known.set(label.name, {
      expr,
      place: goal,
      params: [],
      inner: new Labels(goal.scope),
      sequent: { sequent, places },
    });
  }

  // ───────────────────────────── proofs ─────────────────────────────

  private proofOf(proof: Proof | null, stated: Stated | null, place: Place): ProofMeaning | null {
    const text = stated?.text.kind === "sequent" ? stated.text : null;
    const within = text === null || text.suffices ? place : withoutLabels(stated!.within!, place);
    const meaning = proof && this.proof(proof, within);
    if (text !== null) text.inProof = false;
    return meaning;
  }

  private proof(proof: Proof, place: Place): ProofMeaning {
    switch (proof.kind) {
      case "obvious":
      case "omitted":
        return { steps: [], facts: [] };
      case "by":
        return { steps: [], facts: this.facts(proof.facts, place, false) };
      case "steps": {
        const steps: StatementMeaning[] = [];
        const facts: Core[] = [];
        let at = unlabelled(place.inner());
        let before: Expr | null = null;
        for (const step of proof.steps) {
          const { place: next, meaning, cores } = this.step(step, at, before);
          before = rightSide(step.what, before);
          if (meaning !== null) steps.push(meaning);
          facts.push(...cores);
          at = next;
        }
        return { steps, facts };
      }
      default:
        return proof satisfies never;
    }
  }

  /** One step; gives the place that the steps behind it see. */
  private step(
    step: ProofStep,
    place: Place,
    before: Expr | null,
  ): { readonly place: Place; readonly meaning: StatementMeaning | null; readonly cores: readonly Core[] } {
    const { what, span } = step;
    const at = step.label === null ? place : place.inDefinition();
    const text: DefinitionText = { kind: "step", what, place: at, labels: at.labels ?? new Labels(at.scope) };
    const named = (body: Core, said: DefinitionText): void => this.declareStep(step, body, said, place);
    const proved = (stated: Stated | null): ProofMeaning | null => this.proofOf(step.proof, stated, place);
    const meaning = (formulas: readonly Core[], sets: readonly Core[], proof: ProofMeaning | null) => ({
      place,
      meaning: { what: what.kind as StatementMeaning["what"], formulas, sets, proof, span: what.span },
      cores: [],
    });
    switch (what.kind) {
      case "assert": {
        const stated = this.statement(continued(what.statement, before), at, what.suffices);
        const isStep = what.suffices && stated.text.kind === "expression";
        named(stated.body, isStep ? text : stated.text);
        const done = meaning(stated.formulas, stated.sets, proved(stated));
        // What SUFFICES assumes may be used from here on.
        const rest = what.suffices && stated.within !== null ? withoutLabels(stated.within, place) : place;
        return { ...done, place: rest };
      }
      case "case":
      case "have": {
        const core = this.expressions.expr(what.kind === "case" ? what.condition : what.fact, at);
        named(mistake(span), text);
        return meaning([core], [], proved(null));
      }
      case "witness": {
        const cores = what.witnesses.map((witness) => this.expressions.expr(witness, at));
        named(mistake(span), text);
        return meaning(cores, [], proved(null));
      }
      case "take": {
        const sets = this.sets(what.bounds, at);
        named(mistake(span), text);
        const taken = place.inner();
        for (const bound of what.bounds) bindAll(bound, taken);
        return { ...meaning([], sets, proved(null)), place: taken };
      }
      case "pick": {
        const sets = this.sets(what.bounds, at);
        const inner = at.inner();
        for (const bound of what.bounds) bindAll(bound, inner);
        const core = this.expressions.expr(what.condition, inner);
        named(mistake(span), text);
        const done = meaning([core], sets, proved(null));
        const picked = place.inner();
        for (const entry of inner.scope.ownEntries()) picked.scope.set(entry);
        return { ...done, place: picked };
      }
      case "qed":
        named(mistake(span), text);
        return meaning([], [], proved(null));
      case "define":
        this.units.define(what.units, place);
        named(mistake(span), text);
        return { place, meaning: null, cores: [] };
      case "instance":
        this.units.instance(what, place);
        named(mistake(span), text);
        return { place, meaning: null, cores: [] };
      case "useStep": {
        const cores = this.use(what.use, place);
        named(mistake(span), text);
        return { place, meaning: null, cores };
      }
      default:
        return what satisfies never;
    }
  }

  private declareStep(step: ProofStep, body: Core, text: DefinitionText, place: Place): void {
    if (step.label === null) return;
    const name: Name = { name: `<${step.level}>${step.label}`, span: step.nameSpan };
    const definition = new TextDefinition(name.name, [], "global", false, null, name.span, place.module);
    definition.fact = true;
    definition.text = text;
    definition.body = body;
    if (/^<[*+]>/.test(textOf(step.nameSpan))) {
      place.problems.error(
        "S037",
        `a step of level <*> or <+> cannot have a name, such as ${step.label}`,
        name.span,
        [`write the level: ${name.name}`],
      );
    }
    const earlier = place.scope.lookup(name.name);
    if (earlier !== null) {
      place.problems.warning("W010", `there is an earlier step ${name.name}, which counts`, name.span);
      return;
    }
    place.scope.set({
      name: name.name,
      entity: { kind: "definition", definition },
      local: true,
      origin: place.module,
      span: name.span,
    });
  }

  private sets(bounds: readonly Bound[], place: Place): readonly Core[] {
    return bounds.flatMap((bound) => (bound.set === null ? [] : [this.expressions.expr(bound.set, place)]));
  }

  // ───────────────────────────── facts ─────────────────────────────

  private facts({ facts, defs }: Facts, place: Place, hide: boolean): readonly Core[] {
    const cores: Core[] = [];
    for (const fact of facts) {
      if (fact.kind === "moduleName") this.module(fact, place);
      else cores.push(this.fact(fact, place, hide));
    }
    for (const def of defs) {
      if (def.kind === "moduleName") this.module(def, place);
      else this.definition(def, place);
    }
    return cores;
  }

  private fact(fact: Expr, place: Place, hide: boolean): Core {
    const found =
      fact.kind === "reference" || fact.kind === "part"
        ? this.expressions.fact(fact, place)
        : { core: this.expressions.expr(fact, place), isFact: false };
    if (found === null) return mistake(fact.span);
    if (hide && !found.isFact) {
      place.problems.error(
        "S034",
        "HIDE takes the names of theorems, assumptions and steps; this is an expression",
        fact.span,
        ["definitions are hidden by HIDE DEF"],
      );
    }
    return found.core;
  }

  private definition(def: Expr, place: Place): void {
    const entity = this.expressions.definition(def, place);
    if (
      entity === null ||
      entity.kind === "definition" ||
      entity.kind === "native" ||
      entity.kind === "instance"
    ) {
      return;
    }
    place.problems.error("S034", "DEF lists definitions, and this is declared, not defined", def.span);
  }

  private module({ module }: ModuleName, place: Place): void {
    if (module.name === place.module.name || this.units.findModule(module.name, place.module) !== null)
      return;
    place.problems.error("S034", `no module ${module.name} is extended or instantiated here`, module.span);
  }
}

/** Declares what NEW introduces. */
function declareNew(assumed: Extract<Assumed, { kind: "new" }>, place: Place): void {
  const local = new NewLocal(assumed.name, assumed.arity, levels[assumed.level], assumed.span);
  const earlier = place.scope.lookup(assumed.name);
  const again = earlier?.entity.kind === "local" && earlier.entity.local instanceof NewLocal;
  if (again) place.problems.warning("W010", `${assumed.name} is declared twice`, assumed.span);
  else if (earlier !== null) reportTaken(place.problems, assumed, earlier);
  place.scope.set({
    name: assumed.name,
    entity: { kind: "local", local },
    local: true,
    origin: null,
    span: assumed.span,
  });
}

function bindAll(bound: Bound, place: Place): void {
  for (const pattern of bound.patterns) {
    for (const name of pattern.kind === "name" ? [pattern] : pattern.names) bindLocal(place, name);
  }
}

/** A place in a proof: only what has a name may have labels. */
function unlabelled(place: Place): Place {
  return new Place({ ...place, labels: null });
}

/** The place in which an ASSUME's names can be seen, for the proof. */
function withoutLabels(within: Place, around: Place): Place {
  return new Place({ ...within, labels: around.labels });
}

/** `@ = e` behind a step `x = y` means `y = e`. */
function continued(statement: Expr | AssumeProve, before: Expr | null): Expr | AssumeProve {
  if (before === null || statement.kind !== "operator" || statement.fixity !== "infix") return statement;
  const [left, right] = statement.operands;
  return left?.kind === "at" ? { ...statement, operands: [before, right!] } : statement;
}

/** What `@` stands for in the step behind this one. */
function rightSide(what: StepBody, before: Expr | null): Expr | null {
  if (what.kind !== "assert" || what.suffices) return null;
  const statement = continued(what.statement, before);
  return statement.kind === "operator" && statement.fixity === "infix"
    ? (statement.operands[1] ?? null)
    : null;
}
