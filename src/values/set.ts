import { codes, ValueError } from "./error.js";
import { cut, excerpt, kindOf } from "./format.js";
import { hashHigh, hashLow, mixHigh, mixLow, pairHigh, pairLow, seeds } from "./hash.js";
import type { Integer } from "./integers.js";
import { Structure, same } from "./structure.js";
import type { SetValue, Value } from "./value.js";

/** How many elements a set may have that is listed in full; the same as TLC's default (-maxSetSize). */
export const mostElements = 1_000_000;

/** How many elements a set may have that others are filtered or made from: going through more takes hours. */
export const mostVisited = 2 ** 28;

/**
 * A set. Subclasses say what its elements are; each set can be listed in the total order, and hashes and equality
 * go by its elements, so that representations do not matter.
 */
export abstract class SetBase extends Structure {
  /** The elements in the total order, once they have been listed. */
  protected listed: readonly Value[] | null = null;

  /** Whether a value is an element. Throws ValueError where TLC would refuse to say. */
  abstract contains(value: Value): boolean;

  /** Whether the set is finite, as far as its form tells. */
  abstract isFinite(): boolean;

  /** Whether the set is infinite for sure. One that is neither finite nor this has a form that does not tell. */
  isInfinite(): boolean {
    return !this.isFinite();
  }

  /** The number of elements of a finite set. Throws ValueError for an infinite one. */
  abstract cardinality(): Integer;

  /** Whether the set is known to have no elements; a lazy one may have to be searched for some. */
  isEmpty(): boolean {
    if (!this.isFinite()) return false;
    for (const _ of this.iterate()) return false;
    return true;
  }

  /** The elements one after the other in the total order. Throws ValueError for an infinite set. */
  abstract iterate(): Iterable<Value>;

  /**
   * The elements as `x' \in S` tries them: as TLC's enumerators give them, which repeat those that are in several of the
   * sets that a UNION or a lazy union is made from. The numbers of generated states show it.
   */
  met(): Iterable<Value> {
    return this.iterate();
  }

  /** Whether TLC would have this set as the list of its elements, or an interval (its interface Reducible). */
  isReduced(): boolean {
    return false;
  }

  /** An expression that gives the set, without listing what is not listed in it. */
  abstract expression(): string;

  /** Whether the other set is given in the same way, so that they are equal without a look at the elements. */
  abstract sameForm(other: SetValue): boolean;

  /**
   * The elements in the total order; remembered.
   * Throws ValueError if the set is infinite, has more than `mostElements`, or incomparable elements.
   */
  elements(): readonly Value[] {
    this.listed ??= this.list();
    return this.listed;
  }

  /** Whether every element of this set is one of the other. Throws ValueError if that cannot be found out. */
  subsetOf(other: SetValue): boolean {
    if (this.sameForm(other)) return true;
    for (const element of this.iterate()) if (!other.contains(element)) return false;
    return true;
  }

  /** Lists the elements, for `elements`. */
  protected list(): readonly Value[] {
    if (!this.isFinite()) throw this.infinite();
    const size = this.estimate();
    if (size > mostElements) throw this.tooLarge(size);
    const items: Value[] = [];
    for (const item of this.iterate()) {
      items.push(item);
      if (items.length > mostElements) throw this.tooLarge(null);
    }
    return items;
  }

  /**
   * To be called before all elements are gone through, for something made from them.
   * Throws ValueError if there are too many even for that.
   */
  refuseEndless(): void {
    if (!this.isFinite()) throw this.infinite();
    const size = this.estimate();
    if (size > mostVisited) throw this.tooLarge(size, mostVisited);
  }

  /** How many elements there are at least, as far as that is known without listing them; roughly if it is large. */
  estimate(): number {
    return 0;
  }

  /** What to throw when an infinite set would have to be enumerated. */
  protected infinite(): ValueError {
    return new ValueError(
      codes.infinite,
      `the elements of ${cut(this.expression())} cannot be enumerated, since it is infinite; a finite set, such as 0..3, is needed here`,
      [this.self],
    );
  }

  /** What to throw when there are too many elements to be listed; `size` is null if it is not known. */
  protected tooLarge(size: number | null, most = mostElements): ValueError {
    const count =
      size === null
        ? `more than ${mostElements}`
        : size < 1e15
          ? `${size}`
          : size < Infinity
            ? `about ${size.toExponential(1)}`
            : "more than 10^300";
    return new ValueError(
      codes.tooLarge,
      `${cut(this.expression())} has ${count} elements, too many to be ${most === mostElements ? "listed" : "gone through"} (at most ${most} can be)`,
      [this.self],
    );
  }

  /** Throws, since the number of elements is too large even to be computed. */
  protected refuseSize(): never {
    throw this.tooLarge(Infinity);
  }

  /** Answers for a value of a kind that no element has: false for an untyped model value, else an error, as in TLC. */
  protected foreign(value: Value): false {
    if (typeof value === "object" && value.kind === "model") {
      if (value.type === null) return false;
      throw new ValueError(
        codes.typedModelValue,
        `${value}, ${kindOf(value)}, cannot be compared with the elements of ${cut(this.expression())}`,
        [value, this.self],
      );
    }
    throw this.refusal(value);
  }

  /** What to throw for a value that cannot be compared with the elements. */
  protected refusal(value: Value): ValueError {
    return new ValueError(
      codes.incomparable,
      `${kindOf(value)}, ${excerpt(value)}, cannot be compared with the elements of ${cut(this.expression())}`,
      [value, this.self],
    );
  }

  /** This set as a value: the subclasses are exactly the sets of the union. */
  protected get self(): SetValue {
    return this as unknown as SetValue;
  }

  protected override digest(): void {
    let [low, high, size] = [0, 0, 0];
    for (const element of this.elements()) {
      low = (low + elementLow(element)) | 0;
      high = (high + elementHigh(element)) | 0;
      size++;
    }
    this.finish(low, high, size);
  }

  /** Sets the hash from the sums of the elements' hashes. */
  protected finish(sumLow: number, sumHigh: number, size: number): void {
    const head = seeds.set ^ Math.imul(size, 0x9e3779b1);
    this.lowWord = mixLow(sumLow ^ head);
    this.highWord = mixHigh(sumHigh ^ head);
    this.hashed = true;
  }

  protected override sameAs(other: Structure): boolean {
    if (!(other instanceof SetBase)) return false;
    if (this.sameForm(other.self)) return true;
    if (!this.isFinite() || !other.isFinite()) return false;
    if (this.differs(other) || this.cardinality() !== other.cardinality()) return false;
    if (this.hashLow() !== other.hashLow() || this.hashHigh() !== other.hashHigh()) return false;
    const there = other.elements();
    return this.elements().every((element, i) => same(element, there[i]!));
  }

  override describe(): string {
    return "a set";
  }
}

/** What an element adds to its set's hash, low lane. */
export function elementLow(element: Value): number {
  return pairLow(seeds.set, hashLow(element));
}

/** What an element adds to its set's hash, high lane. */
export function elementHigh(element: Value): number {
  return pairHigh(seeds.set, hashHigh(element));
}

/** Whether a value is a set. */
export function isSet(value: Value): value is SetValue {
  return value instanceof SetBase;
}

/** The value as a set. Throws ValueError, saying what needed one, if it is none. */
export function asSet(value: Value, what: string): SetValue {
  if (value instanceof SetBase) return value as SetValue;
  throw new ValueError(codes.notSet, `${what} needs a set, but was given ${excerpt(value)}`, [value]);
}
