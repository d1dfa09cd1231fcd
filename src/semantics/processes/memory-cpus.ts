/** Whose buffers there are: whether the spec says of all processes that use memory which CPU they run on. */
import type { Expr } from "../../syntax/ast.js";
import { location, type Span } from "../../syntax/source.js";
import { calledProcedures } from "./called.js";
import { CPUS } from "./cpus.js";
import { ref } from "./tree.js";
import type { Owner, World } from "./world.js";

/** The set of the CPUs that have buffers: those of `CPU` where processes say which they run on, else one for each. */
export function bufferOwners(world: World, span: Span): Expr {
  return ref(world.processes.some(({ cpu }) => cpu !== null) ? CPUS : "ProcSet", span);
}

/**
 * Reports processes that use shared memory without a CPU beside others that have one, and CPUs that nothing lists.
 * @param touches whether some step of an owner uses shared memory.
 */
export function checkCpus(world: World, touches: (owner: Owner) => boolean): void {
  const first = world.processes.find(({ cpu }) => cpu !== null);
  if (first === undefined) return;
  for (const process of world.processes) {
    const owners: readonly Owner[] = [process, ...calledProcedures(process.code, world.procedures)];
    if (process.cpu !== null || !owners.some(touches)) continue;
    world.report({
      code: "P069",
      severity: "error",
      message: `process ${process.name} uses shared memory, but not on a CPU as ${first.name} does`,
      span: process.unit.name.span,
      notes: [
        `write \`process ${process.name} … on cpu = …\`: store buffers belong to CPUs`,
        `${first.name} is at ${location(first.unit.name.span)}`,
      ],
    });
  }
  if (world.known.has(CPUS)) return;
  world.report({
    code: "P070",
    severity: "error",
    message: `nothing says which CPUs there are, and each of them has a store buffer`,
    span: first.cpu!.span,
    notes: [`write for example \`const ${CPUS} = 0..1\``],
  });
}
