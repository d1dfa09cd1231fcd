/**
 * The set of states seen, as fingerprints, and how each was first reached.
 *
 * A state has a number, counted from 0 in the order of discovery, and a row of four 32-bit words: the low and the
 * high half of its fingerprint, its parent's number and the action taken there. Rows live in blocks of fixed size,
 * so that growth copies nothing. Beside them stands a hash table with open addressing and linear probing: a power
 * of two of 32-bit slots that hold a state's number plus one, 0 for empty, indexed by the low bits of the
 * fingerprint. It is never more than half full; when it would be, one of twice the size is filled from the rows.
 * So a state costs 16 bytes in its row and 8 to 16 in the table. JavaScript's `Set` and `Map` end at 2^24 entries;
 * this ends at 2^30, where a slot's index would no longer be a positive 32-bit number, or where the memory does.
 *
 * Two states with the same fingerprint count as one: the second would never be explored. See
 * `collisionProbability`.
 */

const BLOCK_BITS = 14;
const BLOCK_ROWS = 1 << BLOCK_BITS;
const BLOCK_MASK = BLOCK_ROWS - 1;
const WORDS = 4;
const INITIAL_SLOTS = 1 << 10;
const MOST_STATES = 2 ** 30;

/** The parent of an initial state, and the action that led to it. */
export const NONE = 0xffff_ffff;

/** What `add` gives for a state that was there. */
const PRESENT = -1;
/** What `add` gives where there is no room for another state. */
export const FULL = -2;

/** How a state was first reached. */
export interface Origin {
  /** The state's fingerprint. */
  readonly low: number;
  readonly high: number;
  /** Number of the state it was reached from; NONE for an initial state. */
  readonly parent: number;
  /** Index of the action taken there; NONE for an initial state. */
  readonly action: number;
}

/** The states seen; see above. */
export class StateStore {
  private readonly blocks: Uint32Array[] = [];
  private table = new Uint32Array(INITIAL_SLOTS);
  private count = 0;

  constructor(private readonly most = MOST_STATES) {}

  /** Number of states; the next new one gets this number. */
  get size(): number {
    return this.count;
  }

  /** Whether a state with this fingerprint is there. */
  has(low: number, high: number): boolean {
    return this.table[this.slot(low, high)] !== 0;
  }

  /**
   * Adds a state unless one with its fingerprint is there.
   * Gives the new state's number, or -1 if there was one, or FULL if there is no room: then nothing has changed.
   * All four are unsigned 32-bit integers.
   */
  add(low: number, high: number, parent: number, action: number): number {
    let slot = this.slot(low, high);
    if (this.table[slot] !== 0) return PRESENT;
    if (this.count >= this.most) return FULL;
    if (2 * (this.count + 1) > this.table.length) {
      if (!this.grow()) return FULL;
      slot = this.slot(low, high);
    }
    const number = this.count;
    if (number >>> BLOCK_BITS === this.blocks.length) {
      const block = allocate(BLOCK_ROWS * WORDS);
      if (block === null) return FULL;
      this.blocks.push(block);
    }
    this.count++;
    this.table[slot] = number + 1;
    const block = this.blocks[number >>> BLOCK_BITS]!;
    const row = (number & BLOCK_MASK) * WORDS;
    block[row] = low;
    block[row + 1] = high;
    block[row + 2] = parent;
    block[row + 3] = action;
    return number;
  }

  /** How the state of a number was first reached. */
  origin(number: number): Origin {
    if (number >= this.count) throw new RangeError(`there is no state ${number}`);
    const block = this.blocks[number >>> BLOCK_BITS]!;
    const row = (number & BLOCK_MASK) * WORDS;
    return { low: block[row]!, high: block[row + 1]!, parent: block[row + 2]!, action: block[row + 3]! };
  }

  /** The slot that holds a fingerprint, or the empty one where it belongs. */
  private slot(low: number, high: number): number {
    const { table, blocks } = this;
    const mask = table.length - 1;
    let slot = low & mask;
    for (let entry = table[slot]!; entry !== 0; entry = table[slot]!) {
      const number = entry - 1;
      const block = blocks[number >>> BLOCK_BITS]!;
      const row = (number & BLOCK_MASK) * WORDS;
      if (block[row] === low && block[row + 1] === high) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Doubles the table; false if there is no memory for that. */
  private grow(): boolean {
    const slots = this.table.length * 2;
    const table = allocate(slots);
    if (table === null) return false;
    const mask = slots - 1;
    for (let number = 0; number < this.count; number++) {
      const low = this.blocks[number >>> BLOCK_BITS]![(number & BLOCK_MASK) * WORDS]!;
      let slot = low & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
    this.table = table;
    return true;
  }
}

/** An array of zeroes, or null if there is no memory for it. */
function allocate(words: number): Uint32Array<ArrayBuffer> | null {
  try {
    return new Uint32Array(words);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

/**
 * The chance that a search took two different states for one, if fingerprints are as good as random: TLC's estimate,
 * which it calls optimistic. Each of the `generated - distinct` states taken for old ones would have been wrong with
 * a chance of at most `distinct` in 2^64.
 */
export function collisionProbability(distinct: number, generated: number): number {
  return (distinct * (generated - distinct)) / 2 ** 64;
}
