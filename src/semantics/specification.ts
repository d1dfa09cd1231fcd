/** A specification formula taken apart: Init /\ [][Next]_v and what more it says. */
import type { Name } from "../syntax/ast.js";
import { location } from "../syntax/source.js";
import type { LevelChecker } from "./check-levels.js";
import type { Core, Definition, Variable } from "./core.js";
import { levelName } from "./levels.js";
import type { Model } from "./model.js";
import type { Problems } from "./problems.js";
import { unfolded } from "./unfold.js";

type Box = Extract<Core, { kind: "actionBox" }>;

/** Splits specifications as TLC does: through definitions, conjunctions, LETs and instances. */
export class Specification {
  private readonly init: Core[] = [];
  private readonly fairness: Core[] = [];
  private readonly boxes: { readonly box: Box; readonly wrap: (core: Core) => Core }[] = [];

  constructor(
    private readonly checker: LevelChecker,
    private readonly problems: Problems,
    private readonly variables: readonly Variable[],
  ) {}

  /** The parts of a specification; null after a report. `at` is where the configuration names it. */
  split(specification: Definition, at: Name): Model["behaviour"] {
    this.part(specification.body, (core) => core, new Set([specification]));
    const [step, second] = this.boxes;
    if (second !== undefined) {
      this.problems.error("M038", `${at.name} has more than one [][Next]_v`, second.box.span, [
        `the first one is at ${location(step!.box.span)}`,
      ]);
      return null;
    }
    if (step === undefined) {
      this.problems.error("M036", `${at.name} has no conjunct of the form [][Next]_v`, specification.span);
      return null;
    }
    if (this.init.length === 0) {
      this.problems.error(
        "M036",
        `${at.name} has no conjunct that says what the initial states are`,
        specification.span,
      );
      return null;
    }
    this.checkSubscript(step.wrap(step.box.subscript), step.box);
    const init: Core =
      this.init.length === 1 ? this.init[0]! : { kind: "and", items: this.init, span: this.init[0]!.span };
    return { init, next: step.wrap(step.box.action), fairness: this.fairness };
  }

  /** One conjunct; `wrap` puts it back into the LETs that it stands in, `inside` are the definitions it stands in. */
  private part(core: Core, wrap: (core: Core) => Core, inside: ReadonlySet<Definition>): void {
    const whole = wrap(core);
    const level = this.checker.levelOf(whole);
    if (core.kind === "and") {
      for (const item of core.items) this.part(item, wrap, inside);
    } else if (level <= 1) {
      this.init.push(whole);
    } else if (core.kind === "let") {
      this.part(core.body, (body) => wrap({ ...core, body }), inside);
    } else if (core.kind === "call" && !core.definition.recursive && !inside.has(core.definition)) {
      const { definition } = core;
      this.part(unfolded(definition, core.args), wrap, new Set([...inside, definition]));
    } else if (core.kind === "temporal" && core.op === "[]" && core.args[0]!.kind === "actionBox") {
      this.boxes.push({ box: core.args[0] as Box, wrap });
    } else if (level === 2 || core.kind === "unsupported" || isStateBox(core, this.checker, wrap)) {
      const what = core.kind === "unsupported" ? core.what : levelName(level);
      this.problems.error(
        "M036",
        `this part of the specification cannot be explored: ${core.kind === "temporal" ? "[] of a state predicate" : what}`,
        core.span,
        ["a specification is a conjunction of initial predicates, one [][Next]_v, and fairness conditions"],
      );
    } else {
      this.fairness.push(whole);
    }
  }

  /** Warns of variables that may change in a step that [Next]_v takes for none. */
  private checkSubscript(subscript: Core, box: Box): void {
    const found = new Set<Variable>();
    if (!collectVariables(subscript, found)) return;
    const missing = this.variables.filter((variable) => !found.has(variable)).map((v) => v.display);
    if (missing.length === 0) return;
    this.problems.warning(
      "W005",
      `the subscript of [][Next]_v lacks ${missing.join(", ")}`,
      box.subscript.span,
    );
  }
}

function isStateBox(core: Core, checker: LevelChecker, wrap: (core: Core) => Core): boolean {
  return core.kind === "temporal" && core.op === "[]" && checker.levelOf(wrap(core.args[0]!)) <= 1;
}

/** The variables in a tuple of variables, however it nests; false if there is anything else. */
function collectVariables(core: Core, found: Set<Variable>): boolean {
  switch (core.kind) {
    case "variable":
      found.add(core.variable);
      return true;
    case "tuple":
      return core.items.every((item) => collectVariables(item, found));
    case "call":
      return !core.definition.recursive && collectVariables(unfolded(core.definition, core.args), found);
    case "let":
      return collectVariables(core.body, found);
    default:
      return false;
  }
}
