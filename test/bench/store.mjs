/** How fast the state store takes and finds states, and what it needs: see README.md. */
import { NONE, StateStore } from "../../dist/src/explore/store.js";

const total = Number(process.argv[2] ?? 20_000_000);
const store = new StateStore();

// Two odd multipliers: every number gives another fingerprint, in no order.
const low = (i) => Math.imul(i + 1, 0x9e3779b1) >>> 0;
const high = (i) => Math.imul(i + 1, 0x85ebca6b) >>> 0;

function timed(what, run) {
  const started = performance.now();
  run();
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.memoryUsage().arrayBuffers / 2 ** 20;
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${(total / seconds / 1e6).toFixed(1)} million/s, ${megabytes.toFixed(0)} MB in arrays`,
  );
}

timed("added", () => {
  for (let i = 0; i < total; i++) {
    if (store.add(low(i), high(i), i === 0 ? NONE : i - 1, 0) !== i) throw new Error(`state ${i} was not new`);
  }
});
timed("found again", () => {
  for (let i = 0; i < total; i++) if (!store.has(low(i), high(i))) throw new Error(`state ${i} is lost`);
});
