/** `migrate to c`: a process goes on on another CPU. */
import type { Expr, MigrateStatement } from "../../syntax/ast.js";
import { localValue, type NewValue } from "./assignments.js";
import { assertListed } from "./cpus.js";
import type { MemoryPath } from "./memory-path.js";
import type { Place, Resolver } from "./resolve.js";

/**
 * What a migration does: the only assignment to the local that says which CPU a process runs on.
 * @param memory what the step has done to its CPU's buffer so far; null where stores are visible at once.
 * @returns the local's new value, what the statement waits for and what must be true of the CPU; null if there is no CPU to leave.
 */
export function migrate(
  { to, span }: MigrateStatement,
  memory: MemoryPath | null,
  place: Place,
  resolver: Resolver,
): { readonly value: NewValue; readonly conditions: readonly Expr[] } | null {
  const value = resolver.expr(to, place);
  const { cpu, name, kind } = place.owner!;
  if (cpu !== null) {
    const waits = memory?.migrate(span) ?? null;
    const listed = assertListed(value, `${name} migrates to`, resolver.world, span);
    const conditions = [waits, listed].filter((one) => one !== null);
    return { value: localValue(cpu, value, place.self!, span), conditions };
  }
  resolver.world.report({
    code: "P061",
    severity: "error",
    message: `${kind} ${name} has no CPU that it could leave`,
    span,
    notes:
      kind === "procedure"
        ? ["a procedure does not know who calls it: write `migrate` in the process, or in an `inline`"]
        : [`write \`process ${name} … on cpu = …\`: then \`cpu\` says which one it is on`],
  });
  return null;
}
