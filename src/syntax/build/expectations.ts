import type { ExpectUnitCstNode } from "../../../grammar/cst.js";
import type { ExpectUnit, Name, Outcome } from "../ast.js";
import { type BuildContext, endOf } from "./context.js";

/** `expect S with P memory tso, weak: violates I`; null, after a diagnostic, if the outcome is none. */
export function buildExpectation(context: BuildContext, node: ExpectUnitCstNode): ExpectUnit | null {
  const { ExpectWord, scenario, patch, memory = [], outcome: words = [] } = node.children;
  const span = context.span(ExpectWord[0]!.startOffset, endOf(words.at(-1)!));
  const outcome = outcomeOf(words.map((token) => context.nameOf(token)));
  if (outcome === null) {
    const place = context.span(words[0]!.startOffset, span.end);
    context.report("G024", "this is no outcome that can be expected", place, [
      "write `holds`, `P holds`, `violates P`, `reaches P` or `deadlocks`, with P an invariant, property or witness",
      "or `runs R`, with R a scripted run",
    ]);
    return null;
  }
  return {
    kind: "expect",
    scenario: context.nameOf(scenario[0]!),
    patch: patch ? context.nameOf(patch[0]!) : null,
    memory: memory.map((token) => context.nameOf(token)),
    outcome,
    span,
  };
}

function outcomeOf([first, second]: readonly Name[]): Outcome | null {
  if (second === undefined) {
    if (first?.name === "holds") return { kind: "holds", property: null };
    return first?.name === "deadlocks" ? { kind: "deadlocks" } : null;
  }
  if (first?.name === "violates") return { kind: "violates", property: second };
  if (first?.name === "reaches") return { kind: "reaches", property: second };
  if (second.name === "holds" && first) return { kind: "holds", property: first };
  return first?.name === "runs" ? { kind: "runs", run: second } : null;
}
