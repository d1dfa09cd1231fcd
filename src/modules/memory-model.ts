/** The memory models that a spec can be checked under. */

/**
 * What a plain store to a `shared var` does: `sc` takes effect at once; `tso` goes through a FIFO buffer of the CPU;
 * `weak` through one that drains in any order between write barriers, stores to one word in order.
 */
export const MEMORY_MODELS = ["sc", "tso", "weak"] as const;
export type MemoryModel = (typeof MEMORY_MODELS)[number];

/** How many stores a CPU's buffer holds unless something else is said. */
export const DEFAULT_BUFFER = 3;

/** Whether a text names a memory model. */
export function isMemoryModel(text: string): text is MemoryModel {
  return (MEMORY_MODELS as readonly string[]).includes(text);
}

/** The word that a write barrier bears in a CPU's buffer under `weak`. It is no store, and no store has its name. */
export const WRITE_BARRIER = "(wmb)";
