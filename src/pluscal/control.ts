/**
 * Control made explicit: every step becomes an action that asks whether `pc` is at its label and says where it goes.
 * Loops, labels, calls, returns and gotos are gone then; conditionals, choices and assignments are left.
 */
import type { Algorithm, Branch, Place, Procedure, Statement, Step } from "./ast.js";
import { byVariable, callOf, pcTo, returnFrom, stackTop } from "./calls.js";
import { type Formula, inOneRow, onlyToken } from "./formula.js";

/** A step as an action. Its statements are those that an action can express. */
export interface Action {
  readonly label: string;
  readonly step: Step;
  readonly statements: readonly Statement[];
}

/** The actions of an algorithm. */
export interface Flow {
  readonly procedures: readonly (readonly Action[])[];
  readonly processes: readonly (readonly Action[])[];
  readonly body: readonly Action[];
  /** The algorithm as the checksum sees it: control within its compound statements is explicit already. */
  readonly seen: Algorithm<readonly Step[]>;
}

/** @param pc whether the translation has a variable `pc`. */
export function flowOf(algorithm: Algorithm<readonly Step[]>, pc: boolean): Flow {
  const flows = new Flows(algorithm.procedures, pc);
  const procedures = algorithm.procedures.map(({ name, body }) => flows.body(body, name, "Error"));
  const processes = algorithm.processes?.map(({ body }) => flows.body(body, null, "Done")) ?? null;
  const body = algorithm.body && flows.body(algorithm.body, null, "Done");
  return {
    procedures: procedures.map(({ actions }) => actions),
    processes: (processes ?? []).map(({ actions }) => actions),
    body: body?.actions ?? [],
    seen: {
      ...algorithm,
      procedures: algorithm.procedures.map((each, i) => ({ ...each, body: procedures[i]!.seen })),
      processes: algorithm.processes?.map((each, i) => ({ ...each, body: processes![i]!.seen })) ?? null,
      body: body?.seen ?? null,
    },
  };
}

interface Steps {
  readonly actions: readonly Action[];
  readonly seen: readonly Step[];
}

/** What a sequence becomes whose last statement may move control. */
interface Sequence {
  readonly statements: readonly Statement[];
  /** As it was, but for what stands in its last statement. */
  readonly seen: readonly Statement[];
  /** The actions of labels in it. */
  readonly actions: readonly Action[];
  /** Whether it does not say yet where control goes. */
  readonly open: boolean;
}

class Flows {
  #procedure: string | null = null;

  constructor(
    private readonly procedures: readonly Procedure<readonly Step[]>[],
    private readonly pc: boolean,
  ) {}

  body(steps: readonly Step[], procedure: string | null, end: string): Steps {
    this.#procedure = procedure;
    return this.#steps(steps, end);
  }

  #steps(steps: readonly Step[], end: string): Steps {
    const each = steps.map((step, i) => this.#step(step, steps[i + 1]?.label ?? end));
    return { actions: each.flatMap(({ actions }) => actions), seen: each.map(({ seen }) => seen) };
  }

  #step(step: Step, next: string): { actions: readonly Action[]; seen: Step } {
    const [first, ...rest] = step.statements.map(sorted);
    if (first?.kind === "while") {
      // What follows an endless loop is never looked at.
      const after = isTrue(first.condition) ? step.statements.slice(1) : rest;
      return this.#loop(step, first, after, next);
    }
    const sequence = this.#closed(step.statements.map(sorted), next, step.at);
    const own = this.pc ? [this.#action(step, sequence.statements)] : [];
    return { actions: [...own, ...sequence.actions], seen: { ...step, statements: sequence.seen } };
  }

  #action(step: Step, statements: readonly Statement[]): Action {
    return { label: step.label, step, statements: this.pc ? [atLabel(step), ...statements] : statements };
  }

  #loop(
    step: Step,
    loop: Statement & { kind: "while" },
    rest: readonly Statement[],
    next: string,
  ): { actions: readonly Action[]; seen: Step } {
    const again = this.#closed(loop.body.plain, loop.body.steps[0]?.label ?? step.label, loop.at);
    const after = this.#closed(rest, next, loop.at);
    const inner = this.#steps(loop.body.steps, step.label);
    const forever = isTrue(loop.condition);
    const { label, at, condition } = loop;
    const test: Statement = {
      kind: "if",
      label,
      at,
      condition,
      then: { plain: again.statements, steps: [] },
      else: { plain: after.statements, steps: [] },
      labelled: false,
    };
    const action = this.#action(step, forever ? again.statements : [test]);
    const seen: Statement = { ...loop, body: { plain: again.seen, steps: inner.seen } };
    return {
      actions: [action, ...inner.actions, ...again.actions, ...(forever ? [] : after.actions)],
      seen: { ...step, statements: [seen, ...after.seen] },
    };
  }

  /** A sequence that says where control goes, if anything does. */
  #closed(statements: readonly Statement[], next: string, at: Place): Sequence {
    const sequence = this.#sequence(statements, next);
    return sequence.open ? { ...sequence, statements: [...sequence.statements, pcTo(next, at)] } : sequence;
  }

  #sequence(statements: readonly Statement[], next: string): Sequence {
    const before = statements.slice(0, -1);
    const last = statements.at(-1);
    const replaced = (by: readonly Statement[]): Sequence => ({
      statements: [...before, ...by],
      seen: statements,
      actions: [],
      open: false,
    });
    switch (last?.kind) {
      case "if":
        return last.labelled ? this.#divided(before, last, next) : this.#conditional(before, last, next);
      case "either":
        return last.labelled ? this.#dividedChoice(before, last, next) : this.#choice(before, last, next);
      case "with": {
        const body = this.#sequence(last.body, next);
        const inside = [...before, { ...last, body: body.statements }];
        return { statements: inside, seen: inside, actions: body.actions, open: body.open };
      }
      case "goto":
        return replaced([pcTo(last.target, last.at)]);
      case "return": {
        const name = last.from ?? this.#procedure;
        const procedure = this.procedures.find((each) => each.name === name);
        const seen = [...before, { ...last, from: name }];
        return { ...replaced(procedure ? returnFrom(procedure, last.at) : []), seen };
      }
      case "call": {
        const target = this.procedures.find(({ name }) => name === last.procedure);
        if (target === undefined) return replaced([]);
        const from = this.procedures.find(({ name }) => name === this.#procedure) ?? null;
        const entry = last.then.kind === "return" ? null : last.then.kind === "goto" ? last.then.label : next;
        return replaced(callOf(last, target, stackTop(last, target, entry, from)));
      }
      default:
        return { statements, seen: statements, actions: [], open: this.pc };
    }
  }

  /** An `if` without labels: where only some of its branches move control, the others say where it goes. */
  #conditional(before: readonly Statement[], last: Statement & { kind: "if" }, next: string): Sequence {
    const [then, otherwise] = this.#branches([last.then, last.else], next, last.at);
    const statement: Statement = { ...last, then: then!.branch, else: otherwise!.branch };
    const inside = [...before, statement];
    return {
      statements: inside,
      seen: inside,
      actions: [...then!.actions, ...otherwise!.actions],
      open: then!.open && otherwise!.open,
    };
  }

  #choice(before: readonly Statement[], last: Statement & { kind: "either" }, next: string): Sequence {
    const branches = this.#branches(last.branches, next, last.at);
    const inside = [...before, { ...last, branches: branches.map(({ branch }) => branch) }];
    return {
      statements: inside,
      seen: inside,
      actions: branches.flatMap(({ actions }) => actions),
      open: branches.every(({ open }) => open),
    };
  }

  #branches(branches: readonly Branch[], next: string, at: Place) {
    const sequences = branches.map(({ plain }) => this.#sequence(plain, next));
    const allOpen = sequences.every(({ open }) => open);
    return sequences.map(({ statements, actions, open }) => ({
      branch: { plain: open && !allOpen ? [...statements, pcTo(next, at)] : statements, steps: [] },
      actions,
      open,
    }));
  }

  /** An `if` with labels: each branch says where control goes, and its labels are actions of their own. */
  #divided(before: readonly Statement[], last: Statement & { kind: "if" }, next: string): Sequence {
    const parts = [last.then, last.else].map((branch) => this.#part(branch, next, last.at));
    const [then, otherwise] = parts;
    const plain = (statements: readonly Statement[]): Branch => ({ plain: statements, steps: [] });
    return {
      statements: [
        ...before,
        {
          ...last,
          then: plain(then!.own.statements),
          else: plain(otherwise!.own.statements),
          labelled: false,
        },
      ],
      seen: [
        ...before,
        {
          ...last,
          then: seenPart(last.then, then!),
          else: seenPart(last.else, otherwise!),
        },
      ],
      actions: [...parts.flatMap(({ inner }) => inner.actions), ...parts.flatMap(({ own }) => own.actions)],
      open: false,
    };
  }

  #dividedChoice(before: readonly Statement[], last: Statement & { kind: "either" }, next: string): Sequence {
    const parts = last.branches.map((branch) => this.#part(branch, next, last.at));
    const branches = parts.map(({ own }) => ({ plain: own.statements, steps: [] }));
    const seen = parts.map((part, i) => seenPart(last.branches[i]!, part));
    return {
      statements: [...before, { ...last, branches, labelled: false }],
      seen: [...before, { ...last, branches: seen }],
      actions: parts.flatMap(({ own, inner }) => [...own.actions, ...inner.actions]),
      open: false,
    };
  }

  #part({ plain, steps }: Branch, next: string, at: Place): Part {
    return { own: this.#closed(plain, steps[0]?.label ?? next, at), inner: this.#steps(steps, next) };
  }
}

/** A branch with labels. */
interface Part {
  readonly own: Sequence;
  readonly inner: Steps;
}

/** A branch that begins with a label is seen without what moves control there. */
function seenPart({ plain }: Branch, { own, inner }: Part): Branch {
  return { plain: plain.length === 0 ? [] : own.statements, steps: inner.seen };
}

/** `pc = "label"`. */
function atLabel({ label, at, span }: Step): Statement {
  const condition = inOneRow(
    [
      { text: "pc", kind: "control", origin: span },
      { text: "=", kind: "symbol", origin: span },
      { text: label, kind: "string", origin: span },
    ],
    1,
  );
  return { kind: "await", label: null, at: { ...at, span }, condition };
}

/** A statement whose assignments, and those in it, are in the order of the variables' names, as they are written. */
function sorted<T extends Statement>(statement: T): T {
  const branch = (each: Branch): Branch => ({ ...each, plain: each.plain.map(sorted) });
  const one: Statement = statement;
  switch (one.kind) {
    case "assign":
      return { ...statement, parts: byVariable(one.parts) };
    case "if":
      return { ...statement, then: branch(one.then), else: branch(one.else) };
    case "either":
      return { ...statement, branches: one.branches.map(branch) };
    case "while":
      return { ...statement, body: branch(one.body) };
    case "with":
      return { ...statement, body: one.body.map(sorted) };
    default:
      return statement;
  }
}

function isTrue(condition: Formula): boolean {
  if (onlyToken(condition)?.text === "TRUE") return true;
  const [row, another] = condition;
  return another === undefined && row?.map(({ text }) => text).join("") === "(TRUE)";
}
