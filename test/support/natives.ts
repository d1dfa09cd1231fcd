/** Surroundings of native operators for tests: registers, what is printed, a source of numbers that repeats itself. */
import type { NativeContext } from "../../src/eval/natives/index.js";
import { closedWorld, type WorldAccess } from "../../src/explore/world.js";
import type { Value } from "../../src/values/index.js";

/** A context without a search, whose world is closed unless one is given. */
export function nativeContext(
  world: WorldAccess = closedWorld,
): NativeContext & { readonly printed: string[] } {
  const registers = new Map<string | number, Value>();
  const printed: string[] = [];
  let seed = 0.1;
  return {
    printed,
    print: (text) => printed.push(text),
    random: () => {
      seed = (seed * 997 + 0.31) % 1;
      return seed;
    },
    get: (key) => registers.get(key),
    set: (key, value) => registers.set(key, value),
    registers: () => [...registers],
    search: () => null,
    definition: () => null,
    world: (ask) => ask(world),
    write: (path, text, mode) => world.write(path, text, mode),
  };
}
