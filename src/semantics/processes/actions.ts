/** Steps into actions: what lies between two labels becomes one formula over old and new values. */
import type { Expr } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import type { NewValue } from "./assignments.js";
import { call, returnFrom, update } from "./calls.js";
import { enabled } from "./conditions.js";
import { type Draft, type Exit, mergeDrafts } from "./draft.js";
import {
  type Code,
  findInstruction,
  type Instruction,
  type LabelScope,
  leavesStep,
  type Step,
} from "./instructions.js";
import { DONE, Labels } from "./labels.js";
import { beginStep } from "./memory-path.js";
import { forksBuffer, store } from "./memory-stores.js";
import { migrate } from "./migrate.js";
import type { Place, Resolver } from "./resolve.js";
import { bindPattern, freshName, scopeBehind } from "./rewrite.js";
import { apply, definition, infix, junction, quantifier, ref, set, text, unchanged } from "./tree.js";
import type { Owner } from "./world.js";

/** What was made of an owner's text. */
export interface Actions {
  /** One definition for each step, in the order of the text. */
  readonly definitions: ReadonlyMap<Step, Expr>;
  /** Some step uses shared memory, or orders stores to it. */
  readonly touchesMemory: boolean;
  /** Some step ends the process. */
  readonly ends: boolean;
}

const PC = "pc";

/** Compiles all steps of a process or procedure. */
export function compileSteps(owner: Owner, resolver: Resolver): Actions {
  const compiler = new StepCompiler(owner, resolver);
  compiler.run();
  return { definitions: compiler.definitions, touchesMemory: compiler.usage.touched, ends: compiler.ends };
}

/** The definition of a step's action. */
export function stepDefinition(owner: Owner, step: Step, body: Expr): ReturnType<typeof definition> {
  return definition(step.definition, owner.hasSelf ? ["self"] : [], body, step.span);
}

class StepCompiler {
  readonly definitions = new Map<Step, Expr>();
  readonly usage = { touched: false };
  ends = false;
  /** The step under way, for proposals of names. */
  private current: Step | null = null;
  private readonly labels: Labels;
  private endReported = false;
  private readonly started = new Set<Step>();

  constructor(
    private readonly owner: Owner,
    private readonly resolver: Resolver,
  ) {
    this.labels = new Labels(owner, resolver.world.report);
  }

  run(): void {
    const { code, kind, unit, steps } = this.owner;
    const exit: Exit = { kind: kind === "process" ? "done" : "end" };
    const first = code[0];
    if (first === undefined) {
      this.error("P020", `${kind} ${this.owner.name} has no steps`, unit.name.span);
    } else if (first.kind !== "label") {
      this.missing("P020", `the first statement of ${kind} ${this.owner.name} has no label`, first);
    }
    this.layOut(code, exit);
    // Steps are compiled as they are met; the module lists them as the text does.
    const found = new Map(this.definitions);
    this.definitions.clear();
    for (const step of steps) if (found.has(step)) this.definitions.set(step, found.get(step)!);
  }

  /** Compiles the step that begins here, and with it all that come after it in the same list. */
  private layOut(code: Code, exit: Exit): void {
    const [label, ...rest] = code;
    if (label?.kind !== "label") {
      // What lacks a label is reported already: go on with the first step there is, to find more that is wrong.
      const next = code.findIndex((one) => one.kind === "label");
      if (next >= 0) this.layOut(code.slice(next), exit);
      return;
    }
    const { step, span } = label;
    // Several ways of the step before may lead here.
    if (this.started.has(step)) return;
    this.started.add(step);
    const outer = this.current;
    this.current = step;
    const { self } = this.owner;
    const memory = beginStep(this.owner, step, this.usage, this.resolver);
    const draft: Draft = { conjuncts: [], assigned: new Map(), memory };
    const place: Place = { owner: this.owner, self, assigned: draft.assigned, scope: new Map(), memory };
    draft.conjuncts.push(infix("=", apply(ref("pc", span), self, span), text(step.pc, span), span));
    if (this.owner.enabled !== null) draft.conjuncts.push(enabled(this.owner, self, span));
    if (rest[0]?.kind === "label") {
      this.error(
        "P026",
        `step \`${step.name}\` has nothing to do before step \`${rest[0].step.name}\` begins`,
        span,
        ["write one label, or `skip` between the two"],
      );
    }
    this.block(rest, exit, draft, place, true);
    const all = this.resolver.world.variables.map((variable) => variable.name);
    const others = all.filter((name) => !draft.assigned.has(name));
    if (others.length > 0) draft.conjuncts.push(unchanged(others, span));
    this.definitions.set(step, junction("/\\", draft.conjuncts, step.span));
    this.current = outer;
  }

  /**
   * Adds what a list of statements does to a draft.
   * @param exit where control goes at the end; null: it goes on with what follows in the same step.
   * @param atLabel the list begins right behind a label, where a `while` may stand.
   */
  private block(code: Code, exit: Exit | null, draft: Draft, place: Place, atLabel = false): void {
    for (let i = 0; i < code.length; i++) {
      const instruction = code[i]!;
      const rest = code.slice(i + 1);
      if (instruction.kind === "label") {
        this.goTo({ kind: "step", step: instruction.step }, draft, place, instruction.span);
        this.layOut(code.slice(i), exit ?? { kind: "done" });
        return;
      }
      if (instruction.kind === "while") {
        if (atLabel && i === 0) this.loop(instruction, rest, exit, draft, place);
        else this.missing("P021", "a `while` begins a step, so it needs a label", instruction);
        if (!atLabel || i > 0) this.layOut(rest, exit ?? { kind: "done" });
        return;
      }
      if (!leavesStep(instruction)) {
        if (draft.memory !== null && forksBuffer(instruction, this.resolver.world)) {
          // From here on the buffer is another one on each way, so each goes to the step's end by itself.
          const end = rest.findIndex((one) => one.kind === "label");
          const tail = end < 0 ? rest : rest.slice(0, end);
          const next = rest[end];
          const after: Exit = next?.kind === "label" ? { kind: "step", step: next.step } : exit!;
          this.simple(
            instruction,
            { kind: "tail", code: tail, scope: place.scope, exit: after },
            draft,
            place,
          );
          if (end >= 0) this.layOut(rest.slice(end), exit!);
          return;
        }
        this.simple(instruction, null, draft, place);
        continue;
      }
      const after = this.leave(instruction, rest, exit, draft, place);
      if (after.length > 0) this.layOut(after, exit ?? { kind: "done" });
      return;
    }
    if (exit !== null)
      this.goTo(exit, draft, place, code.at(-1)?.span ?? this.current?.span ?? this.owner.unit.span);
  }

  /** An instruction that leaves the step, on some way at least. Gives what must be laid out after it. */
  private leave(instruction: Instruction, rest: Code, exit: Exit | null, draft: Draft, place: Place): Code {
    const tail = instruction.kind === "call" && (rest[0]?.kind === "return" || rest[0]?.kind === "goto");
    const after = tail ? rest.slice(1) : rest;
    const next = after[0];
    if (next !== undefined && next.kind !== "label") {
      const why: Partial<Record<Instruction["kind"], string>> = {
        call: "comes after a `call`",
        return: "comes after a `return`",
        goto: "comes after a `goto`",
        if: "comes after an `if` with steps or jumps inside",
        either: "comes after an `either` with steps or jumps inside",
        with: "comes after a `with` with jumps inside",
      };
      const last = tail ? rest[0]! : instruction;
      this.missing("P022", `this statement ${why[last.kind]}, so it needs a label`, next);
    }
    const goesOn: Exit | null = next?.kind === "label" ? { kind: "step", step: next.step } : exit;
    switch (instruction.kind) {
      case "goto":
        this.jump(instruction.label, instruction.scope, draft, place);
        break;
      case "return":
        this.return(instruction, draft, place);
        break;
      case "call":
        this.call(instruction, tail ? rest[0]! : null, goesOn, draft, place);
        break;
      default:
        this.simple(instruction, goesOn ?? { kind: "done" }, draft, place);
    }
    return after;
  }

  /** Statements that stay in the step; those with statements inside hand on where control goes at their end. */
  private simple(instruction: Instruction, exit: Exit | null, draft: Draft, place: Place): void {
    const { span } = instruction;
    switch (instruction.kind) {
      case "assign": {
        const { values, waits } = store(instruction, draft.memory, place, this.resolver);
        if (waits !== null) draft.conjuncts.push(waits);
        for (const value of values) this.assign(value, draft, instruction);
        return;
      }
      case "barrier":
        draft.conjuncts.push(
          draft.memory?.order(instruction, this.freshBound("cpu", place)) ?? ref("TRUE", span),
        );
        return;
      case "migrate": {
        const moved = migrate(instruction, draft.memory, place, this.resolver);
        if (moved === null) return;
        draft.conjuncts.push(...moved.conditions);
        this.assign(moved.value, draft, instruction);
        return;
      }
      case "await":
        draft.conjuncts.push(this.resolver.expr(instruction.condition, place));
        return;
      case "assert": {
        const { source, start } = instruction.span;
        const message = `Assertion failed at ${fileName(source.name)}:${source.position(start).line}`;
        const condition = this.resolver.expr(instruction.condition, place);
        draft.conjuncts.push(ref("Assert", span, [condition, text(message, span)]));
        return;
      }
      case "print":
        draft.conjuncts.push(ref("PrintT", span, [this.resolver.expr(instruction.value, place)]));
        return;
      case "skip":
        draft.conjuncts.push(ref("TRUE", span));
        return;
      case "if": {
        const condition = this.resolver.expr(instruction.condition, place);
        const ways = [instruction.then, instruction.else].map(
          (code) => (inner: Draft, at: Place) => this.block(code, exit, inner, at),
        );
        const [then, otherwise] = this.alternatives(ways, draft, place, span);
        draft.conjuncts.push({ kind: "if", condition, then: then!, else: otherwise!, span });
        return;
      }
      case "either": {
        const ways = instruction.branches.map(
          (code) => (inner: Draft, at: Place) => this.block(code, exit, inner, at),
        );
        const items = this.alternatives(ways, draft, place, span);
        draft.conjuncts.push(junction("\\/", items, span));
        return;
      }
      case "with":
        this.with(instruction, exit, draft, place);
        return;
      case "label":
      case "while":
      case "goto":
      case "call":
      case "return":
        throw new Error(`${instruction.kind} is no part of a step`);
      default:
        instruction satisfies never;
    }
  }

  /** Alternatives, each compiled on its own: all of them end with the same variables having new values. */
  private alternatives(
    ways: readonly ((inner: Draft, at: Place) => void)[],
    draft: Draft,
    place: Place,
    span: Span,
  ): readonly Expr[] {
    const drafts = ways.map((compile) => {
      const memory = draft.memory?.fork() ?? null;
      const inner: Draft = { conjuncts: [], assigned: new Map(draft.assigned), memory };
      compile(inner, { ...place, assigned: inner.assigned, memory });
      return inner;
    });
    return mergeDrafts(drafts, draft, span);
  }

  private loop(
    instruction: Extract<Instruction, { kind: "while" }>,
    rest: Code,
    exit: Exit | null,
    draft: Draft,
    place: Place,
  ): void {
    const { condition, body, span } = instruction;
    const again: Exit = { kind: "step", step: this.current! };
    if (condition.kind === "reference" && condition.name === "TRUE") {
      this.block(body, again, draft, place);
      const next = rest[0];
      if (next !== undefined && next.kind !== "label") {
        this.error("P028", "this statement is never reached: the loop before it has no end", next.span);
      }
      this.layOut(rest, exit ?? { kind: "done" });
      return;
    }
    const test = this.resolver.expr(condition, place);
    const [then, otherwise] = this.alternatives(
      [(inner, at) => this.block(body, again, inner, at), (inner, at) => this.block(rest, exit, inner, at)],
      draft,
      place,
      span,
    );
    draft.conjuncts.push({ kind: "if", condition: test, then: then!, else: otherwise!, span });
  }

  private with(
    instruction: Extract<Instruction, { kind: "with" }>,
    exit: Exit | null,
    draft: Draft,
    place: Place,
  ): void {
    const { relation, body, span } = instruction;
    const value = this.resolver.expr(instruction.expr, place);
    const [pattern, scope] = bindPattern(instruction.pattern, place.scope, this.resolver.avoid);
    const label = findInstruction(body, (one) => one.kind === "label" || one.kind === "while");
    if (label !== undefined) {
      this.error("P024", "a `with` lies within one step, so no step can begin inside", label.span, [
        "keep the value in a local of the process instead",
      ]);
      return;
    }
    const inner: Draft = { ...draft, conjuncts: [] };
    this.block(body, exit, inner, { ...place, scope });
    draft.memory?.reads?.leave(
      pattern.kind === "name" ? [pattern.name] : pattern.names.map(({ name }) => name),
    );
    const formula = junction("/\\", inner.conjuncts, span);
    if (relation === "equals" && pattern.kind === "name") {
      const units = [definition(pattern.name, [], value, instruction.pattern.span)];
      draft.conjuncts.push({ kind: "let", units, body: formula, span });
    } else {
      const domain = relation === "in" ? value : set([value], span);
      draft.conjuncts.push(quantifier("exists", pattern, domain, formula, span));
    }
  }

  private call(
    instruction: Extract<Instruction, { kind: "call" }>,
    follower: Instruction | null,
    goesOn: Exit | null,
    draft: Draft,
    place: Place,
  ): void {
    const { span } = instruction;
    const tail = follower?.kind === "return";
    if (tail && this.owner.kind === "process") this.returnOutside(follower.span);
    let pc: string | null = null;
    if (follower?.kind === "goto") pc = this.labels.target(follower.label, follower.scope)?.pc ?? null;
    else if (!tail) pc = this.exitPc(goesOn ?? { kind: "done" }, span);
    const values = call(
      instruction,
      tail && this.owner.kind === "procedure" ? "caller" : { pc: pc ?? DONE },
      place,
      this.resolver,
    );
    if (values === null) return;
    for (const value of values) this.assign(value, draft, instruction);
    const callee = this.resolver.world.procedures.find(({ name }) => name === instruction.procedure.name)!;
    const first = callee.steps[0];
    this.setPc(text(first?.pc ?? DONE, span), draft, place, span);
  }

  private return(instruction: Instruction, draft: Draft, place: Place): void {
    const { span } = instruction;
    if (this.owner.kind === "process") {
      this.returnOutside(span);
      return;
    }
    const { pc, values } = returnFrom(this.owner, place, span);
    this.setPc(pc, draft, place, span);
    for (const value of values) this.assign(value, draft, instruction);
  }

  private returnOutside(span: Span): void {
    this.error("P030", "`return` belongs in a procedure; a process ends at its last statement", span);
  }

  private jump(label: { name: string; span: Span }, scope: LabelScope, draft: Draft, place: Place): void {
    const step = this.labels.target(label, scope);
    if (step !== null) this.goTo({ kind: "step", step }, draft, place, label.span);
    else if (label.name === DONE) this.goTo({ kind: "done" }, draft, place, label.span);
  }

  private goTo(exit: Exit, draft: Draft, place: Place, span: Span): void {
    if (exit.kind === "tail") {
      this.block(exit.code, exit.exit, draft, { ...place, scope: scopeBehind(place.scope, exit.scope) });
      return;
    }
    const pc = this.exitPc(exit, span);
    if (pc !== null) this.setPc(text(pc, span), draft, place, span);
  }

  /** The value of `pc` at an exit; null where there is none. */
  private exitPc(exit: Exit, span: Span): string | null {
    switch (exit.kind) {
      case "step":
        return exit.step.pc;
      case "done":
        this.ends = true;
        return DONE;
      case "end":
        if (!this.endReported) {
          this.error(
            "P029",
            `the end of procedure ${this.owner.name} can be reached without a \`return\``,
            span,
            ["write `return` where it ends"],
          );
        }
        this.endReported = true;
        return null;
      case "tail":
        throw new Error("what follows in the same step is no exit of a step");
      default:
        return exit satisfies never;
    }
  }

  private setPc(value: Expr, draft: Draft, place: Place, span: Span): void {
    draft.conjuncts.push(update(PC, place.self!, value, span));
    draft.assigned.set(PC, span);
    const buffer = draft.memory?.end(span) ?? null;
    if (buffer === null) return;
    draft.conjuncts.push(buffer);
    draft.assigned.set(this.resolver.world.memory!.buffer.name, span);
  }

  private freshBound(wanted: string, place: Place): string {
    const bound = new Set(place.scope.values());
    return freshName(wanted, (name) => bound.has(name) || this.resolver.avoid(name, null));
  }

  /** Adds a new value; a second one in the same step needs a step of its own. */
  private assign(value: NewValue, draft: Draft, instruction: Instruction): void {
    const { variable, formula } = value;
    if (draft.assigned.has(variable.name)) {
      const by = instruction.kind === "assign" ? "" : `, and \`${instruction.kind}\` gives it a value too`;
      this.missing(
        "P023",
        `\`${variable.display}\` is already assigned in this step${by}, so a new step must begin here`,
        instruction,
      );
      return;
    }
    draft.conjuncts.push(formula);
    draft.assigned.set(variable.name, value.span);
  }

  private missing(code: string, message: string, instruction: Instruction): void {
    this.labels.missing(code, message, instruction, this.current);
  }

  private error(code: string, message: string, span: Span, notes?: readonly string[]): void {
    this.resolver.world.report({ code, severity: "error", message, span, ...(notes && { notes }) });
  }
}

/** The last part of a path: messages in a spec must not depend on where it was checked. */
function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
