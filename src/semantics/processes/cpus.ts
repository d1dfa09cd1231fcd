/** Which CPU a process runs on. */
import type { Expr } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import { findInstruction } from "./instructions.js";
import { apply, infix, ref, text } from "./tree.js";
import type { Owner, ProcessOwner, World } from "./world.js";

/** The constant, or definition, that says which CPUs there are. */
export const CPUS = "CPU";

/** What an expression of a process calls the CPU that the process is on. */
export const THIS_CPU = "this_cpu";

/** The CPU of a process at the beginning of a step: its `on` local, else one of its own, named by its identity. */
export function cpuBefore(owner: Owner, self: Expr, world: World, span: Span): Expr {
  if (owner.cpu !== null) {
    const cpu = ref(owner.cpu.name, span);
    return owner.cpu.perProcess ? apply(cpu, self, span) : cpu;
  }
  return owner.kind === "procedure" && world.cpuOf !== null ? ref(world.cpuOf, span, [self]) : self;
}

/**
 * A conjunct that fails, in the spec writer's words, where a process would be on a CPU that is not one of `CPU`.
 * @param doing what the process does, e.g. `p runs on`.
 * @returns null if the spec does not say which CPUs there are.
 */
export function assertListed(cpu: Expr, doing: string, world: World, span: Span): Expr | null {
  if (!listsCpus(world)) return null;
  const message = `${doing} a CPU that is not in ${CPUS}`;
  return ref("Assert", span, [infix("\\in", cpu, ref(CPUS, span), span), text(message, span)]);
}

/** Whether the CPU that a process begins on has to be looked at: `on cpu \in CPU` is one of them as it stands. */
export function beginsAnywhere({ unit }: ProcessOwner): boolean {
  const from = unit.on?.init;
  if (from === null || from === undefined) return unit.on !== null;
  return from.kind !== "in" || from.expr.kind !== "reference" || from.expr.name !== CPUS;
}

/** Whether the module needs the operators of TLC to make sure of CPUs. */
export function assertsCpus(world: World): boolean {
  return (
    listsCpus(world) &&
    (world.processes.some(beginsAnywhere) ||
      world.processes.some(({ code }) => findInstruction(code, ({ kind }) => kind === "migrate")))
  );
}

/** A spec's own operators stay what they are, even if they have the names of those that would be brought in. */
function listsCpus(world: World): boolean {
  const unit = world.known.get(CPUS);
  const lists = unit?.kind === "const" || (unit?.kind === "definition" && unit.params.length === 0);
  return lists && !OPERATORS_OF_TLC.some((name) => world.known.get(name));
}

const OPERATORS_OF_TLC = [
  ...["Assert", "Print", "PrintT", "JavaTime", "TLCGet", "TLCSet", "TLCEval", "Permutations", "SortSeq"],
  ...["RandomElement", "Any", "ToString", ":>", "@@"],
];
