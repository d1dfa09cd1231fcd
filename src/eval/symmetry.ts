/**
 * Symmetry of a specification: the group of permutations that the configuration's SYMMETRY generates, and a fingerprint
 * that states share which are the same but for such a permutation.
 */

import { SpecError } from "../syntax/diagnostic.js";
import type { Span } from "../syntax/source.js";
import {
  arrange,
  type Exchange,
  elements,
  excerpt,
  exchangedHash,
  FingerprintMixer,
  FunctionValue,
  hashHigh,
  hashLow,
  isSet,
  kindOf,
  ModelValue,
  permute,
  type Value,
  ValueError,
} from "../values/index.js";

/** Larger groups are refused: each new state would have to be looked at in as many ways. */
const MOST_PERMUTATIONS = 1_000_000;

/** A value for every variable. */
type State = readonly Value[];

/** A permutation of the moved model values: the index of what stands for each. */
type Indices = readonly number[];

/** A group of permutations of model values. */
export class Symmetry {
  private readonly indices: ReadonlyMap<ModelValue, number>;
  private readonly exchanges: readonly Exchange[];
  /** Whether a structure holds a value that is moved, so that it has to be looked into. */
  private readonly holding = new WeakMap<object, boolean>();
  /** The least hashes of first variables: most states share theirs with others. */
  private readonly known = new WeakMap<object, Least>();
  /** Where a hash is put. */
  private readonly hash = new Int32Array(2);
  private readonly moves = (value: Value): boolean => this.holds(value);
  private readonly everyOne: readonly number[];

  private constructor(
    /** The number of functions in the set given, the identity among them or not. */
    readonly given: number,
    /** The model values that some permutation moves. */
    readonly moved: readonly ModelValue[],
    /** All permutations of the group, the identity first. */
    private readonly group: readonly Indices[],
  ) {
    this.indices = new Map(moved.map((value, i) => [value, i]));
    this.everyOne = group.map((_, i) => i);
    this.exchanges = group.map((indices) => (value) => {
      const index = this.indices.get(value);
      return index === undefined ? value : moved[indices[index]!]!;
    });
  }

  /**
   * The group that a set of permutations generates: SYMMETRY may name any set of them, and need not name a group.
   * @param name what the user calls the set, `span` is where
   * @throws SpecError if it is no set of permutations of model values, or generates too many
   */
  static of(set: Value, name: string, span: Span): Symmetry {
    const fail = (message: string, note: string): never => {
      throw new SpecError([{ code: "M043", severity: "error", message, span, notes: [note] }]);
    };
    const permutations = permutationsIn(set, (what) =>
      fail(
        `the symmetry ${name} must be a set of permutations of model values, but ${what}`,
        "use `Permutations(S)` of module TLC, where S is a set of model values; for several sets their union",
      ),
    );
    const moved = new Set<ModelValue>();
    for (const permutation of permutations)
      for (const [from, to] of permutation) if (from !== to) moved.add(from);
    const values = [...moved].sort(arrange);
    const generators = permutations.map((permutation) =>
      values.map((value) => values.indexOf(permutation.get(value) ?? value)),
    );
    const group =
      generate(generators, values.length) ??
      fail(
        `the symmetry ${name} generates more than ${MOST_PERMUTATIONS} permutations`,
        "use smaller sets of model values",
      );
    return new Symmetry(permutations.length, values, group);
  }

  /** The number of permutations, the identity included. */
  get size(): number {
    return this.group.length;
  }

  /** Whether the functions given are all there are: the group, with the identity or without. */
  get complete(): boolean {
    return this.given >= this.size - 1;
  }

  /** Whether no permutation changes a value. Throws ValueError for a lazy set that cannot be enumerated. */
  fixes(value: Value): boolean {
    return this.exchanges.every((exchange) => arrange(permute(value, exchange), value) === 0);
  }

  /** Every state that differs from this one by a permutation only, itself first; some may come more than once. */
  *images(state: State): Iterable<State> {
    yield state;
    if (!state.some((value) => this.holds(value))) return;
    for (let i = 1; i < this.exchanges.length; i++) yield state.map((value) => this.image(value, i));
  }

  /**
   * A fingerprint that all states share which differ by a permutation only: the least sequence of the variables' hashes
   * over all of them, mixed. No state is built for it. Throws ValueError if a value cannot be hashed.
   */
  fingerprint(state: State, out: Uint32Array): void {
    // Variable by variable: of the permutations that make the hashes before least, those that make this one so.
    let left = this.everyOne;
    const mixer = new FingerprintMixer();
    for (const value of state) {
      // The value itself is hashed once in any case: what cannot be in a state is noticed there.
      const [ownLow, ownHigh] = [hashLow(value), hashHigh(value)];
      if (!this.holds(value)) {
        mixer.add(ownLow, ownHigh);
        continue;
      }
      const { low, high, by } = left === this.everyOne ? this.first(value) : this.among(value, left);
      left = by;
      mixer.add(low, high);
    }
    mixer.finish(out);
  }

  private first(value: Value): Least {
    if (typeof value !== "object") return this.among(value, this.everyOne);
    let found = this.known.get(value);
    if (found === undefined) {
      found = this.among(value, this.everyOne);
      this.known.set(value, found);
    }
    return found;
  }

  private among(value: Value, candidates: readonly number[]): Least {
    const { hash, moves } = this;
    let by: number[] = [];
    let [low, high] = [0, 0];
    for (const candidate of candidates) {
      exchangedHash(value, this.exchanges[candidate]!, moves, hash);
      const order = by.length === 0 ? -1 : hash[0]! - low || hash[1]! - high;
      if (order > 0) continue;
      if (order < 0) {
        [low, high] = [hash[0]!, hash[1]!];
        by = [];
      }
      by.push(candidate);
    }
    return { low, high, by };
  }

  private image(value: Value, permutation: number): Value {
    return permutation === 0 ? value : permute(value, this.exchanges[permutation]!);
  }

  /** Whether a value holds one that is moved. */
  holds(value: Value): boolean {
    if (typeof value !== "object") return false;
    if (value instanceof ModelValue) return this.indices.has(value);
    let answer = this.holding.get(value);
    if (answer === undefined) {
      let found = false;
      permute(value, (model) => {
        found ||= this.indices.has(model);
        return model;
      });
      answer = found;
      this.holding.set(value, answer);
    }
    return answer;
  }
}

/** The least hash of a value over some permutations, and those that give it. */
interface Least {
  readonly low: number;
  readonly high: number;
  readonly by: readonly number[];
}

/** The elements of the set that SYMMETRY names. `fail` throws; it is told what is wrong, as the end of a sentence. */
function permutationsIn(
  set: Value,
  fail: (what: string) => never,
): readonly ReadonlyMap<ModelValue, ModelValue>[] {
  if (!isSet(set)) return fail(`it is ${kindOf(set)}, ${excerpt(set)}`);
  return listed(set, fail).map((element) => {
    const fn = typeof element === "object" && element.kind === "lazyFunction" ? element.canonical() : element;
    // The permutation of nothing.
    if (typeof fn === "object" && fn.kind === "tuple" && fn.size === 0) return new Map();
    if (!(fn instanceof FunctionValue)) return fail(`it has the element ${excerpt(element)}`);
    const pairs = new Map<ModelValue, ModelValue>();
    for (const [from, to] of fn.entries) {
      if (!(from instanceof ModelValue && to instanceof ModelValue))
        return fail(`its element ${excerpt(fn)} maps what is no model value`);
      pairs.set(from, to);
    }
    const onto = new Set(pairs.values());
    if (onto.size !== pairs.size || [...onto].some((value) => !pairs.has(value)))
      return fail(`its element ${excerpt(fn)} does not map its domain onto itself one to one`);
    return pairs;
  });
}

function listed(set: Value, fail: (what: string) => never): readonly Value[] {
  try {
    return elements(set);
  } catch (thrown) {
    if (!(thrown instanceof ValueError)) throw thrown;
    return fail(thrown.message);
  }
}

/** All products of the generators, the identity first; null if there are too many. */
function generate(generators: readonly Indices[], degree: number): readonly Indices[] | null {
  const identity: Indices = Array.from({ length: degree }, (_, i) => i);
  const group = [identity];
  const seen = new Set([identity.join()]);
  const moving = generators.filter((generator) => !seen.has(generator.join()));
  for (const member of group) {
    for (const generator of moving) {
      const product = member.map((index) => generator[index]!);
      const key = product.join();
      if (seen.has(key)) continue;
      if (group.length >= MOST_PERMUTATIONS) return null;
      seen.add(key);
      group.push(product);
    }
  }
  return group;
}
