/** What the memory model of a run covers, and what it does not. */
import type { Result } from "../explore/result.js";
import type { MemoryModel } from "../modules/memory-model.js";
import type { Model } from "../semantics/model.js";
import { counted } from "./text.js";

/** What a report says of the memory, as plain data: `--json` prints it. */
export interface MemoryReport {
  readonly model: MemoryModel;
  /** How many stores a CPU's buffer holds; null where every store is visible at once. */
  readonly buffer: number | null;
  /** Whether some buffer was full in some state: its CPU's stores may have had to wait. */
  readonly full: boolean;
}

/** The memory of a run; null under `sc` if the spec shares no words: then there is nothing to say. */
export function memoryReport(
  { bufferFull }: Pick<Result, "bufferFull">,
  { memory }: Pick<Model, "memory">,
): MemoryReport | null {
  const { model, buffer, shared, variable } = memory;
  if (model === "sc" && shared.length === 0) return null;
  return { model, buffer: variable === null ? null : buffer, full: variable !== null && bufferFull };
}

/** One line of text for a memory model that bounded a verdict; none without one. */
export function memoryLines(memory: MemoryReport | null): readonly string[] {
  if (memory === null) return [];
  const { model, buffer, full } = memory;
  if (buffer === null) {
    const why = model === "sc" ? "" : "no variable is shared, so ";
    return [`memory: ${model}, ${why}every store is visible at once`];
  }
  const reached = full ? "one was full: stores may have waited" : "none was full";
  return [
    `memory: ${model}, store buffers of ${counted(buffer, "store")} (${reached}); load reordering is not modelled`,
  ];
}
