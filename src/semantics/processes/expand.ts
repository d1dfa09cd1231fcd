/** Expands macros and inlines where they are used and gives every step of a process its name. */
import { bodies, stepNames } from "../../modules/variants-steps.js";
import type {
  InlineUnit,
  LabelledStatement,
  MacroUnit,
  Name,
  SpecUnit,
  Statement,
  UseStatement,
} from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { nearest } from "../../syntax/nearest.js";
import { location } from "../../syntax/source.js";
import { type Code, type Instruction, type LabelScope, markUse, type Step } from "./instructions.js";
import { substitute } from "./substitute.js";

type Report = (diagnostic: Diagnostic) => void;
type Expandable = MacroUnit | InlineUnit;

/** A body with everything expanded, and its steps in the order of the text. */
export interface Expanded {
  readonly code: Code;
  readonly steps: readonly Step[];
}

/** Expands the bodies of a spec's processes and procedures. */
export class Expander {
  private readonly known = new Map<string, Expandable>();
  private readonly procedures: readonly string[];

  /** @param units the units of a flattened spec; @param report takes what is wrong with them. */
  constructor(
    units: readonly SpecUnit[],
    private readonly report: Report,
  ) {
    for (const unit of units)
      if (unit.kind === "macro" || unit.kind === "inline") this.known.set(unit.name.name, unit);
    this.procedures = units.flatMap((unit) => (unit.kind === "procedure" ? [unit.name.name] : []));
    for (const unit of this.known.values()) if (unit.kind === "macro") this.checkMacro(unit);
  }

  /** Expands one body. Steps get their names; their `pc` and `definition` are still the bare names. */
  expand(body: readonly Statement[]): Expanded {
    const steps: Step[] = [];
    const code = this.body(body, { outer: null, steps: new Map() }, [], steps);
    const names = stepNames(steps);
    const first = new Map<string, Step>();
    steps.forEach((step, i) => {
      const name = names[i]!;
      step.name = name;
      step.pc = name;
      step.definition = name;
      const other = first.get(name);
      if (other === undefined) first.set(name, step);
      else this.reportTwice(step, other);
    });
    return { code, steps };
  }

  private reportTwice(step: Step, other: Step): void {
    this.report({
      code: "P027",
      severity: "error",
      message: `two steps are called \`${step.name}\``,
      span: step.span,
      notes: [`the other one is at ${location(other.span)}`],
    });
  }

  private body(
    statements: readonly Statement[],
    scope: LabelScope,
    using: readonly UseStatement[],
    steps: Step[],
  ): Code {
    return statements.flatMap((statement) => this.statement(statement, scope, using, steps));
  }

  private statement(
    node: Statement,
    scope: LabelScope,
    using: readonly UseStatement[],
    steps: Step[],
  ): readonly Instruction[] {
    const body = (statements: readonly Statement[]): Code => this.body(statements, scope, using, steps);
    const { span } = node;
    switch (node.kind) {
      case "labelled": {
        const step = newStep(node, using.length === 0);
        const twin = scope.steps.get(step.label);
        // Two of a process's own steps are reported once all steps have their names.
        if (twin === undefined) scope.steps.set(step.label, step);
        else if (!step.own) this.reportTwice(step, twin);
        steps.push(step);
        const label: Instruction = { kind: "label", step, span: node.label.span };
        return [label, ...this.statement(node.statement, scope, using, steps)];
      }
      case "ifStatement":
        return [
          { kind: "if", condition: node.condition, then: body(node.then), else: body(node.else), span },
        ];
      case "while":
        return [{ kind: "while", condition: node.condition, body: body(node.body), span }];
      case "either":
        return [{ kind: "either", branches: node.branches.map(body), span }];
      case "with":
        return node.bindings.reduceRight<Code>(
          (inner, { pattern, relation, expr }) => [
            { kind: "with", pattern, relation, expr, body: inner, span },
          ],
          body(node.body),
        );
      case "use":
        return this.use(node, scope, using, steps);
      case "goto":
        return [{ kind: "goto", label: node.label, scope, span }];
      case "assign":
      case "await":
      case "assert":
      case "print":
      case "skip":
      case "call":
      case "return":
      case "barrier":
      case "migrate":
        return [node];
      default:
        return node satisfies never;
    }
  }

  private use(node: UseStatement, scope: LabelScope, using: readonly UseStatement[], steps: Step[]): Code {
    const nothing: Code = [{ kind: "skip", span: node.span }];
    const unit = this.lookUp(node.name);
    if (unit === null) return nothing;
    const title = nameOf(unit);
    if (using.some((use) => use.name.name === node.name.name)) {
      this.report({
        code: "P035",
        severity: "error",
        message: `${unit.kind} ${title} uses itself, so it can never be expanded`,
        span: node.span,
        notes: ["what calls itself must be a procedure"],
      });
      return nothing;
    }
    if (unit.params.length !== node.args.length) {
      this.report({
        code: "P033",
        severity: "error",
        message: `${unit.kind} ${title} takes ${count(unit.params.length)}, here it is given ${node.args.length}`,
        span: node.span,
        notes: [`it is defined at ${location(unit.name.span)}`],
      });
      return nothing;
    }
    const args = new Map(unit.params.map((param, i) => [param.name, node.args[i]!]));
    const statements = substitute(unit.body, args, this.report);
    const inner: LabelScope = { outer: scope, steps: new Map() };
    const code = this.body(statements, inner, [...using, node], steps);
    if (code.length === 0) return nothing;
    return unit.kind === "macro" ? markUse(code, node.span) : code;
  }

  private lookUp(name: Name): Expandable | null {
    const unit = this.known.get(name.name);
    if (unit !== undefined) return unit;
    if (this.procedures.includes(name.name)) {
      this.report({
        code: "P034",
        severity: "error",
        message: `\`${name.name}\` is a procedure: it is called`,
        span: name.span,
        notes: [`write \`call ${name.name}(…)\``],
        fix: { span: { ...name.span, end: name.span.start }, text: "call " },
      });
      return null;
    }
    const guess = nearest(name.name, [...this.known.values()].map(nameOf));
    this.report({
      code: "P034",
      severity: "error",
      message: `there is no macro or inline called \`${name.name}\``,
      span: name.span,
      ...(guess !== undefined && {
        notes: [`did you mean \`${guess}\`?`],
        fix: { span: name.span, text: guess },
      }),
    });
    return null;
  }

  /** A macro is part of its user's step, so it has no steps of its own, not even through an inline. */
  private checkMacro(macro: MacroUnit): void {
    const visit = (statements: readonly Statement[], seen: readonly string[]): void => {
      for (const statement of statements) {
        if (statement.kind === "labelled") {
          this.report({
            code: "P025",
            severity: "error",
            message: `macro ${macro.name.name} has a step \`${statement.label.name}\``,
            span: statement.label.span,
            notes: ["a macro is part of its user's step; an `inline` may have steps of its own"],
          });
        }
        if (statement.kind === "use") {
          const inline = this.known.get(statement.name.name);
          if (inline?.kind === "inline" && !seen.includes(inline.name.name)) {
            visit(inline.body, [...seen, inline.name.name]);
          }
        }
        for (const inner of bodies(statement)) visit(inner, seen);
      }
    };
    visit(macro.body, []);
  }
}

function newStep(node: LabelledStatement, own: boolean): Step {
  const { name } = node.label;
  return {
    label: name,
    name,
    pc: name,
    definition: name,
    own,
    rest: node.rest,
    atomic: node.atomic,
    c: node.c?.value ?? null,
    anchor: node.anchor?.value ?? null,
    span: node.label.span,
  };
}

/** Patches copy an inline for one process under a name `inline@process@patch`; the user knows it by the first part. */
function nameOf(unit: Expandable): string {
  return unit.name.name.split("@", 1)[0]!;
}

function count(number: number): string {
  return number === 0 ? "no arguments" : number === 1 ? "1 argument" : `${number} arguments`;
}
