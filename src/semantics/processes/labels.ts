/** Labels that are missing, and labels that a `goto` looks for. */
import type { Name } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { nearest } from "../../syntax/nearest.js";
import { location } from "../../syntax/source.js";
import type { Instruction, LabelScope, Step } from "./instructions.js";
import type { Owner } from "./world.js";

/** The value of `pc` when a process has ended. */
export const DONE = "Done";

/** The labels of one process or procedure, for messages about them. */
export class Labels {
  private readonly proposed = new Set<string>();

  constructor(
    private readonly owner: Owner,
    private readonly report: (diagnostic: Diagnostic) => void,
  ) {
    for (const step of owner.steps) {
      if (step.name !== DONE) continue;
      report({
        code: "P042",
        severity: "error",
        message: `a step cannot be called \`${DONE}\`: that is what \`pc\` says when a process has ended`,
        span: step.span,
        notes: ["choose another name"],
      });
    }
  }

  /**
   * Reports that a label is needed in front of an instruction, and proposes one.
   * @param current the step that the instruction stands in now; null in front of the first one.
   */
  missing(code: string, message: string, instruction: Instruction, current: Step | null): void {
    const name = this.propose(current?.label ?? "start");
    // A macro has no labels of its own: one can only stand where it is used.
    const span = instruction.use ?? instruction.span;
    const inside =
      instruction.use === undefined ? [] : [`the statement itself is at ${location(instruction.span)}`];
    this.report({
      code,
      severity: "error",
      message,
      span,
      notes: [`write for example \`${name}:\` in front of it`, ...inside],
      fix: { span: { ...span, end: span.start }, text: `${name}: ` },
    });
  }

  /** The step that a `goto` means; null for the end of a process (`goto Done`), and if there is none. */
  target(label: Name, scope: LabelScope): Step | null {
    const names: string[] = [];
    for (let at: LabelScope | null = scope; at !== null; at = at.outer) {
      const step = at.steps.get(label.name);
      if (step !== undefined) return step;
      names.push(...at.steps.keys());
    }
    if (label.name === DONE && this.owner.kind === "process") return null;
    const guess = nearest(label.name, names);
    this.report({
      code: "P031",
      severity: "error",
      message: `${this.owner.kind} ${this.owner.name} has no step \`${label.name}\` to go to`,
      span: label.span,
      ...(guess !== undefined && {
        notes: [`did you mean \`${guess}\`?`],
        fix: { span: label.span, text: guess },
      }),
    });
    return null;
  }

  /** A label that does not exist yet. */
  private propose(base: string): string {
    const taken = new Set([...this.owner.steps.map((step) => step.name), ...this.proposed]);
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
    this.proposed.add(name);
    return name;
  }
}
