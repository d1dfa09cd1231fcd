import { expect, test } from "vitest";
import { nodeHost } from "../../src/cli/host.js";
import { closedWorld } from "../../src/explore/world.js";

test("the memory in use includes typed arrays, as the states seen are kept in", () => {
  const host = nodeHost(
    () => false,
    () => {},
    closedWorld,
  );
  const before = host.memory();
  const array = new Uint32Array(2 ** 26);
  const after = host.memory();
  expect(array).toHaveLength(2 ** 26);
  // The heap itself may shrink meanwhile.
  expect(after.used - before.used).toBeGreaterThan(200 * 2 ** 20);
  expect(before.used).toBeLessThan(before.limit);
});
