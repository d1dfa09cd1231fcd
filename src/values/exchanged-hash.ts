/**
 * Hashes of values with model values exchanged, without these values being built: all that a search needs to tell
 * whether two states are the same but for a permutation.
 */
import { hashHigh, hashLow, mixHigh, mixLow, pairHigh, pairLow, seeds } from "./hash.js";
import type { Exchange } from "./permute.js";
import type { Value } from "./value.js";

/** Whether an exchange may change a value: whether some model value in it is moved. */
export type Moves = (value: Value) => boolean;

/**
 * The hash of what `permute(value, exchange)` gives: out[0] is the low lane, out[1] the high one.
 * Throws ValueError if a lazy set or function in it would have to be enumerated and cannot be.
 */
export function exchangedHash(value: Value, exchange: Exchange, moves: Moves, out: Int32Array): void {
  if (typeof value !== "object" || !moves(value)) {
    out[0] = hashLow(value);
    out[1] = hashHigh(value);
    return;
  }
  let low = 0;
  let high = 0;
  let size = 0;
  let seed: number;
  const add = (keyLow: number, keyHigh: number, part: Value): void => {
    exchangedHash(part, exchange, moves, out);
    low = (low + pairLow(keyLow, out[0]!)) | 0;
    high = (high + pairHigh(keyHigh, out[1]!)) | 0;
    size++;
  };
  switch (value.kind) {
    case "model": {
      const other = exchange(value);
      out[0] = hashLow(other);
      out[1] = hashHigh(other);
      return;
    }
    case "lazyFunction":
      exchangedHash(value.canonical(), exchange, moves, out);
      return;
    case "tuple":
      seed = seeds.tuple;
      for (let i = 0; i < value.size; i++) add(i + 1, i + 1, value.item(i));
      break;
    case "record": {
      seed = seeds.record;
      const names = value.sortedNames();
      const fields = value.sortedValues();
      for (let i = 0; i < names.length; i++) add(hashLow(names[i]!), hashHigh(names[i]!), fields[i]!);
      break;
    }
    case "function":
      seed = seeds.function;
      for (let i = 0; i < value.values.length; i++) {
        exchangedHash(value.domain.keys[i]!, exchange, moves, out);
        const [keyLow, keyHigh] = [out[0]!, out[1]!];
        add(keyLow, keyHigh, value.values[i]!);
      }
      break;
    default:
      seed = seeds.set;
      for (const element of value.kind === "finiteSet" ? value.unordered() : value.elements())
        add(seeds.set, seeds.set, element);
  }
  const head = seed ^ Math.imul(size, 0x9e3779b1);
  out[0] = mixLow(low ^ head);
  out[1] = mixHigh(high ^ head);
}
