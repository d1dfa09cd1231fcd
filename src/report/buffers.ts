/** The store buffers of a memory model, told in words: which store waits where, and which one has become visible. */
import { index } from "../explore/instances.js";
import { WRITE_BARRIER } from "../modules/memory-model.js";
import { apply, contains, domain, elements, isFunction, same, type Value } from "../values/index.js";
import { cpuName, elementAt, type Instances } from "./instances.js";

/** A store that a CPU's buffer holds or held. */
export interface BufferedStore {
  /** The CPU whose buffer it is: a process's identity, where processes are CPUs of their own. */
  readonly cpu: Value;
  /** The location as its parts, such as `task[].state` with one index for each `[]`. */
  readonly word: string;
  readonly index: readonly Value[];
  readonly value: Value;
}

/** The buffers in the states of one model. */
export class Buffers {
  constructor(private readonly instances: Instances) {}

  /** The stores of a CPU's buffer, oldest first. */
  of(cpu: Value, values: readonly Value[]): readonly BufferedStore[] {
    return this.entries(cpu, values).filter(({ word }) => word !== WRITE_BARRIER);
  }

  /** The stores of a CPU's buffer and the write barriers between them, oldest first. */
  private entries(cpu: Value, values: readonly Value[]): readonly BufferedStore[] {
    const buffers = this.valueIn(values);
    const buffer = buffers === null ? undefined : elementAt(buffers, cpu);
    return buffer === undefined ? [] : items(buffer).map((entry) => storeOf(cpu, entry));
  }

  private valueIn(values: readonly Value[]): Value | null {
    const { variable } = this.instances.model.memory;
    return variable === null ? null : (values[variable.index] ?? null);
  }

  /** The CPUs that have a buffer. */
  cpus(values: readonly Value[]): readonly Value[] {
    const buffers = this.valueIn(values);
    return buffers !== null && isFunction(buffers) ? elements(domain(buffers)) : [];
  }

  /** The stores that a step put into a buffer, in their order. */
  buffered(before: readonly Value[], after: readonly Value[]): readonly BufferedStore[] {
    return this.cpus(after).flatMap((cpu) => this.of(cpu, after).slice(this.of(cpu, before).length));
  }

  /** The store that left a buffer; null if none did. */
  shown(before: readonly Value[], after: readonly Value[]): BufferedStore | null {
    for (const cpu of this.cpus(before)) {
      const rest = this.of(cpu, after);
      const gone = this.of(cpu, before).find((store, i) => {
        const other = rest[i];
        return other === undefined || !sameStore(store, other);
      });
      if (gone !== undefined && rest.length < this.of(cpu, before).length) return gone;
    }
    return null;
  }

  /** All that buffers hold in a state: `CPU0: seq = 1, mnt_ns = NULL; CPU2: cnt[2] = 1`; null if that is nothing. */
  line(values: readonly Value[], show: (store: BufferedStore) => string): string | null {
    const filled = this.cpus(values).flatMap((cpu) => {
      const entries = this.entries(cpu, values);
      if (entries.length === 0) return [];
      const texts = entries.map((entry) => (entry.word === WRITE_BARRIER ? entry.word : show(entry)));
      return [`${this.ownerName(cpu, values)}: ${texts.join(", ")}`];
    });
    return filled.length === 0 ? null : filled.join("; ");
  }

  /** What the user calls a CPU: `CPU1`, or the process that is one. */
  ownerName(cpu: Value, values: readonly Value[]): string {
    return (this.areProcesses(values) ? this.instances.of(cpu)?.name : undefined) ?? cpuName(cpu);
  }

  /** Whether the buffers belong to the processes themselves, not to CPUs that they run on. */
  areProcesses(values: readonly Value[]): boolean {
    const { all } = this.instances;
    if (all.every(({ process }) => process.cpu !== null)) return false;
    const cpus = this.cpus(values);
    return all.every(({ self }) => cpus.some((cpu) => same(cpu, self)));
  }
}

/** `seq`, `cnt[0]`, `task["aio"].state`: the location of a store as the spec writes it. */
export function storePlace({ word, index: keys }: BufferedStore): string {
  let next = 0;
  return word.replace(/\[\]/g, (empty) => {
    const key = keys[next++];
    return key === undefined ? empty : index(key);
  });
}

/** Whether two stores put the same value into the same location. */
export function sameStore(a: BufferedStore, b: BufferedStore): boolean {
  return (
    a.word === b.word &&
    a.index.length === b.index.length &&
    a.index.every((key, i) => same(key, b.index[i]!)) &&
    same(a.value, b.value)
  );
}

function storeOf(cpu: Value, entry: Value): BufferedStore {
  const word = apply(entry, "word");
  // A marker holds no store: what stands in its other fields, if it has them, says nothing.
  if (word === WRITE_BARRIER) return { cpu, word, index: [], value: word };
  return { cpu, word: String(word), index: items(apply(entry, "index")), value: apply(entry, "value") };
}

/** The elements of a sequence. */
function items(sequence: Value): readonly Value[] {
  const found: Value[] = [];
  if (!isFunction(sequence)) return found;
  const keys = domain(sequence);
  for (let i = 1; contains(keys, i); i++) found.push(apply(sequence, i));
  return found;
}
