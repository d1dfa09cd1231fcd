/**
 * The community modules that extend others since 2026 and only used them for themselves before, each with the modules
 * whose names it has always handed on. The released versions that most specs were written for are of before: there a
 * spec that extends SequencesExt may well define its own `Max`.
 */
const quiet: Readonly<Record<string, readonly string[]>> = {
  Functions: [],
  FiniteSetsExt: ["Folds", "Functions"],
  SequencesExt: [],
  Relation: [],
  Graphs: [],
};

/**
 * Whether a name of module `origin` that comes along with `module` gives way to what a spec says itself. It is there
 * for specs that count on it, and no clash for those that have a meaning of their own for it.
 */
export function handsOnQuietly(module: string, origin: string): boolean {
  const open = quiet[module];
  return open !== undefined && !open.includes(origin);
}
