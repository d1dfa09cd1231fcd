/** Node as the host of a search. */
import { setImmediate } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import type { Host } from "../explore/host.js";
import { EXIT } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

/** Beyond this part of what V8 allows itself, a search stops cleanly rather than crash. */
const HEAP_SHARE = 0.9;

/** A host that listens for interrupts until it is closed. */
export interface NodeHost extends Host {
  close(): void;
}

/**
 * The host for a search on this process. The first interrupt asks the search to stop, so that it reports what it
 * found; the second ends the program.
 */
export function nodeHost(terminal: Terminal, print: (text: string) => void): NodeHost {
  let interrupted = false;
  const close = terminal.onInterrupt(() => {
    if (interrupted) terminal.exit(EXIT.interrupted.code);
    interrupted = true;
  });
  return {
    now: () => performance.now(),
    pause: () => setImmediate(),
    get interrupted() {
      return interrupted;
    },
    memory() {
      const heap = getHeapStatistics();
      return { used: heap.used_heap_size, limit: heap.heap_size_limit * HEAP_SHARE };
    },
    print,
    close,
  };
}
