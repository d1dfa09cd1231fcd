/** Node as the host of a search. */
import { totalmem } from "node:os";
import { setImmediate } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import type { Host } from "../explore/host.js";
import type { WorldAccess } from "../explore/world.js";
import { printable } from "../syntax/render.js";

/** Beyond this part of what V8 allows itself, or of what the machine has, a search stops cleanly rather than crash. */
const SHARE = 0.9;

/**
 * The host for a search in this thread.
 * @param interrupted whether the user asked to stop; called often
 * @param print takes what the spec prints, without control characters
 * @param world what the spec may see of the world
 * @param share the part of the machine's memory that this search may use
 */
export function nodeHost(
  interrupted: () => boolean,
  print: (text: string) => void,
  world: WorldAccess,
  share = 1,
): Host {
  const machine = machineMemory() * share;
  return {
    now: () => performance.now(),
    pause: () => setImmediate(),
    get interrupted() {
      return interrupted();
    },
    memory() {
      const { used_heap_size, heap_size_limit, external_memory } = getHeapStatistics();
      // Typed arrays lie outside the heap, and V8's limit does not bound them.
      const ofHeap = heap_size_limit * SHARE + external_memory;
      return { used: used_heap_size + external_memory, limit: Math.min(ofHeap, machine * SHARE) };
    },
    print: (text) => print(printable(text)),
    world,
  };
}

/** Bytes that the machine has, or that this program is allowed of them. */
export function machineMemory(): number {
  // Without a constraint the system says 0, or more than there is.
  return Math.min(totalmem(), process.constrainedMemory?.() || Number.POSITIVE_INFINITY);
}
