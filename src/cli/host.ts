/** Node as the host of a search. */
import { setImmediate } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import type { Host } from "../explore/host.js";
import type { Terminal } from "./terminal.js";

/** Beyond this part of what V8 allows itself, a search stops cleanly rather than crash. */
const HEAP_SHARE = 0.9;

/** The host for a search in this thread; `print` takes what the spec prints, a line at a time. */
export function nodeHost(terminal: Terminal, print: (text: string) => void): Host {
  return {
    now: () => performance.now(),
    pause: () => setImmediate(),
    get interrupted() {
      return terminal.interrupted();
    },
    memory() {
      const heap = getHeapStatistics();
      return { used: heap.used_heap_size, limit: heap.heap_size_limit * HEAP_SHARE };
    },
    print,
  };
}
