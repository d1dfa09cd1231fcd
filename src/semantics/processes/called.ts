/** Who calls which procedures. */
import { type Code, findInstruction } from "./instructions.js";

/** The procedures that a body may call, directly or through others, in the order in which they are given. */
export function calledProcedures<P extends { readonly name: string; readonly code: Code }>(
  code: Code,
  procedures: readonly P[],
): readonly P[] {
  const found = new Set<P>();
  const visit = (body: Code): void => {
    findInstruction(body, (one) => {
      if (one.kind !== "call") return false;
      const callee = procedures.find(({ name }) => name === one.procedure.name);
      if (callee === undefined || found.has(callee)) return false;
      found.add(callee);
      visit(callee.code);
      return false;
    });
  };
  visit(code);
  return procedures.filter((procedure) => found.has(procedure));
}
