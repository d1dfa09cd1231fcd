/** Stores to shared words: which go through the CPU's buffer, and what they wait for. */
import type { Expr } from "../../syntax/ast.js";
import { assignments, type NewValue, withoutAt } from "./assignments.js";
import { type AssignPart, findInstruction, type Instruction } from "./instructions.js";
import type { MemoryPath } from "./memory-path.js";
import { storedWord, textOf } from "./memory-words.js";
import type { Place, Resolver } from "./resolve.js";
import { rewriteSelector } from "./rewrite.js";
import type { World } from "./world.js";

type Assignment = Extract<Instruction, { kind: "assign" }>;

/**
 * What an assignment does: its store to a shared word, if it has one, goes into the CPU's buffer. All right sides and
 * indices see the values, and the buffer, from before the statement.
 * @param memory what the step has done to the buffer so far; null where stores are visible at once.
 * @returns the new values of what is assigned at once, and what the statement waits for, if it does.
 */
export function store(
  instruction: Assignment,
  memory: MemoryPath | null,
  place: Place,
  resolver: Resolver,
): { readonly values: readonly NewValue[]; readonly waits: Expr | null } {
  const { parts, order, span } = instruction;
  const atOnce = (those: readonly AssignPart[]) => assignments(those, place, resolver);
  if (memory === null) return { values: atOnce(parts), waits: null };
  const { report } = resolver.world;
  const shared = parts.filter((part) => isShared(part, resolver.world));
  const [part, second] = shared;
  if (second !== undefined) {
    report({
      code: "P063",
      severity: "error",
      message: `\`${textOf(part!)}\` and \`${textOf(second)}\` are two words of memory, which no CPU stores at once`,
      span: second.span,
      notes: [
        "store one after the other, with `;` between the two; an order that matters needs steps of their own",
      ],
    });
    return { values: [], waits: null };
  }
  if (order === "rmw") {
    const waits = memory.drained("rmw", span);
    if (part !== undefined) lock(part, memory, place, resolver);
    return { values: atOnce(parts), waits };
  }
  if (part === undefined) {
    if (order === "release") {
      report({
        code: "P074",
        severity: "error",
        message: `\`${textOf(parts[0]!)}\` is not shared, so it is seen at once, before the stores that \`release\` orders`,
        span,
        notes: ["declare it as `shared var`"],
      });
    }
    return { values: atOnce(parts), waits: null };
  }
  const layout = resolver.world.memory!.layouts.get(part.variable.name)!;
  const path = part.path.map((selector) => rewriteSelector(selector, (arg) => resolver.expr(arg, place)));
  const value = resolver.expr(withoutAt(part), place);
  const stored = storedWord(layout, path);
  if (stored === null) return { values: [], waits: null };
  const values = atOnce(parts.filter((other) => other !== part));
  const waits = memory.store({
    ...stored,
    value,
    release: order === "release",
    text: textOf(part),
    span: part.span,
  });
  memory.reads.forward(stored.word, stored.index);
  return { values, waits };
}

/** What an `rmw` reads of the word that it changes is one access with the store. */
function lock(part: AssignPart, memory: MemoryPath, place: Place, resolver: Resolver): void {
  // The index is looked at once more when the word is assigned, and read then.
  const silent: Place = {
    ...place,
    memory: { buffer: memory.buffer, reads: null, of: memory.of.bind(memory), touch: () => {} },
  };
  const path = part.path.map((selector) => rewriteSelector(selector, (arg) => resolver.expr(arg, silent)));
  const layout = resolver.world.memory!.layouts.get(part.variable.name)!;
  const stored = storedWord(layout, path);
  if (stored === null) return;
  const other = memory.reads.lock(stored.word, stored.index, textOf(part));
  if (other === null) return;
  resolver.world.report({
    code: "P063",
    severity: "error",
    message: `\`${other}\` and \`${textOf(part)}\` are two words of memory, which no CPU changes in one locked access`,
    span: part.span,
    notes: ["put a label in front of this statement: each `rmw` is a step of its own"],
  });
}

/** Whether the buffer, or what is read through it, can differ by the way taken through an instruction. */
export function forksBuffer(instruction: Instruction, world: World): boolean {
  if (instruction.kind !== "if" && instruction.kind !== "either" && instruction.kind !== "with") return false;
  const found = findInstruction(
    [instruction],
    (one) =>
      (one.kind === "assign" && one.parts.some((part) => isShared(part, world))) ||
      (one.kind === "barrier" && one.barrier === "wmb"),
  );
  return found !== undefined;
}

function isShared({ variable }: AssignPart, world: World): boolean {
  return world.globals.get(variable.name)?.shared === true;
}
