/**
 * Memory models against a second opinion: random straight-line programs, explored here by a store-buffer machine of
 * forty lines that shares nothing with the translation, must have as many states in Quiesce, and the same outcomes.
 */
import { expect, it } from "vitest";
import { random } from "../../src/explore/random.js";
import { check } from "../../src/index.js";

type Memory = "sc" | "tso" | "weak";
type Operation =
  | { readonly kind: "store" | "release" | "rmw"; readonly word: string; readonly value: number | "r" }
  | { readonly kind: "load"; readonly word: string }
  /** `r := word || to := value`: both sides see what was there before. */
  | { readonly kind: "both"; readonly word: string; readonly to: string; readonly value: number | "r" }
  | { readonly kind: "fence" | "wmb" | "grace" };
/** Processes, each a list of steps. */
type Program = readonly (readonly (readonly Operation[])[])[];

interface State {
  readonly at: number[];
  readonly registers: number[];
  readonly memory: Record<string, number>;
  /** `null` is a write barrier; the third part says whether it is a release, which waits for all older stores. */
  readonly buffers: (readonly [string, number, boolean] | null)[][];
}

const WORDS = ["x", "y"];
const BOUND = 2;

function successors(state: State, program: Program, model: Memory): State[] {
  const found: State[] = [];
  program.forEach((steps, p) => {
    const next = structuredClone(state);
    const step = steps[next.at[p]!++];
    if (step?.every((operation) => execute(operation, next, p, model))) found.push(next);
    const seen = new Set<string>();
    for (const [k, entry] of state.buffers[p]!.entries()) {
      if (entry === null || (model === "tso" && k > 0)) break;
      const [word, value, release] = entry;
      const older = seen.has(word);
      seen.add(word);
      if (older || (release && k > 0)) continue;
      const after = structuredClone(state);
      after.memory[word] = value;
      after.buffers[p]!.splice(k, 1);
      if (after.buffers[p]![0] === null) after.buffers[p]!.shift();
      found.push(after);
    }
  });
  return found;
}

/** Whether the operation is possible; if so it has changed the state. */
function execute(operation: Operation, state: State, p: number, model: Memory): boolean {
  const buffer = state.buffers[p]!;
  const barrier = () => {
    if (model === "weak" && buffer.length > 0 && buffer.at(-1) !== null) buffer.push(null);
  };
  const load = (word: string): number =>
    buffer.findLast((entry) => entry?.[0] === word)?.[1] ?? state.memory[word]!;
  switch (operation.kind) {
    case "load":
      state.registers[p] = load(operation.word);
      return true;
    case "both": {
      const found = load(operation.word);
      const { to: word, value } = operation;
      const possible = execute({ kind: "store", word, value }, state, p, model);
      state.registers[p] = found;
      return possible;
    }
    case "fence":
      return buffer.length === 0;
    case "grace":
      return state.buffers.every(({ length }) => length === 0);
    case "wmb":
      barrier();
      return true;
    default: {
      const value = operation.value === "r" ? state.registers[p]! + 1 : operation.value;
      if (model === "sc" || operation.kind === "rmw") {
        state.memory[operation.word] = value;
        return buffer.length === 0;
      }
      if (buffer.filter((entry) => entry !== null).length >= BOUND) return false;
      buffer.push([operation.word, value, operation.kind === "release" && model === "weak"]);
      return true;
    }
  }
}

function explore(program: Program, model: Memory): { readonly states: number; readonly ends: Set<string> } {
  const first: State = {
    at: program.map(() => 0),
    registers: program.map(() => 9),
    memory: Object.fromEntries(WORDS.map((word) => [word, 0])),
    buffers: program.map(() => []),
  };
  const known = new Set([JSON.stringify(first)]);
  const ends = new Set<string>();
  const queue = [first];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (state.at.every((at, p) => at === program[p]!.length)) ends.add(state.registers.join());
    for (const next of successors(state, program, model)) {
      const key = JSON.stringify(next);
      if (!known.has(key)) queue.push(next);
      known.add(key);
    }
  }
  return { states: known.size, ends };
}

function specOf(program: Program): string {
  const text = (operation: Operation): string => {
    switch (operation.kind) {
      case "load":
        return `r := ${operation.word}`;
      case "both":
        return `r := ${operation.word} || ${operation.to} := ${operation.value === "r" ? "r + 1" : operation.value}`;
      case "fence":
      case "wmb":
      case "grace":
        return operation.kind;
      default: {
        const order = operation.kind === "store" ? "" : `${operation.kind} `;
        return `${order}${operation.word} := ${operation.value === "r" ? "r + 1" : operation.value}`;
      }
    }
  };
  const processes = program.map((steps, p) => {
    const lines = steps.map((step, i) => `  s${p}${i}: ${step.map(text).join("; ")};`);
    return `process p${p} = ${p} var r = 9 {\n${lines.join("\n")}\n}`;
  });
  const ended = program.map((_, p) => `pc[${p}] = "Done"`).join(" /\\ ");
  const registers = program.map((_, p) => `p${p}.r`).join(", ");
  return [
    "spec litmus",
    "extends Integers, Sequences",
    `shared var ${WORDS.map((word) => `${word} = 0`).join(", ")}`,
    ...processes,
    `Outcome == <<${registers}>>`,
    `Ended == ${ended}`,
  ].join("\n");
}

/** A second store to a word that the step has stored would be an assignment too many. */
function otherThan(word: string): string {
  return WORDS.find((other) => other !== word)!;
}

/** One to three operations: what waits for the buffer comes first, and one word is loaded at most. */
function randomStep(choose: (count: number) => number): readonly Operation[] {
  const word = () => WORDS[choose(WORDS.length)]!;
  const value = () => (choose(3) === 0 ? ("r" as const) : choose(3));
  const store = (): Operation => ({
    kind: choose(4) === 0 ? "release" : "store",
    word: word(),
    value: value(),
  });
  switch (choose(9)) {
    case 8:
      return [{ kind: "both", word: word(), to: word(), value: value() }];
    case 0:
      return [{ kind: "fence" }, ...(choose(2) === 0 ? [store()] : [])];
    case 1: {
      const locked = word();
      const after: Operation = { kind: "release", word: otherThan(locked), value: value() };
      return [{ kind: "rmw", word: locked, value: value() }, ...(choose(2) === 0 ? [after] : [])];
    }
    case 2:
      return choose(4) === 0 ? [{ kind: "grace" }] : [{ kind: "wmb" }];
    case 3: {
      const first = word();
      return [
        { kind: "store", word: first, value: value() },
        { kind: "wmb" },
        { kind: "store", word: otherThan(first), value: value() },
      ];
    }
    case 4:
      return [{ kind: "load", word: word() }, store()];
    case 5:
    case 6:
      return [store()];
    default:
      return [{ kind: "load", word: word() }];
  }
}

const SEED = 20230810;
const choose = random(SEED);
const programs = Array.from({ length: 60 }, (_, i) =>
  Array.from({ length: i % 4 === 0 ? 3 : 2 }, () =>
    Array.from({ length: i % 4 === 0 ? 2 : 2 + (i % 3) }, () =>
      randomStep((count) => Math.floor(choose() * count)),
    ),
  ),
);

for (const model of ["sc", "tso", "weak"] as const) {
  it.each(programs.map((program, i) => ({ i, program })))(
    `${model}, program $i (seed ${SEED})`,
    async ({ program }) => {
      const { states, ends } = explore(program, model);
      const spec = specOf(program);
      const denied = [...ends].map((end, i) => `reachable W${i} == Ended /\\ Outcome = <<${end}>>`);
      const all = `invariant Known == Ended => Outcome \\in {${[...ends].map((end) => `<<${end}>>`).join(", ")}}`;
      const { result } = await check({
        text: [spec, ...denied, all].join("\n"),
        memory: model,
        buffer: BOUND,
        deadlock: false,
      });
      expect(result.verdict, spec).toBe("ok");
      expect(result.states.distinct, spec).toBe(states);
      expect(
        result.witnesses.filter(({ length }) => length === null),
        spec,
      ).toEqual([]);
    },
  );
}
