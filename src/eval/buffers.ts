/** The store buffers of a model's CPUs, as the translation of the memory models lays them out. */
import { WRITE_BARRIER } from "../modules/memory-model.js";
import { apply, domain, elements, isFunction, RecordValue, TupleValue, type Value } from "../values/index.js";

/** Whether some CPU's buffer holds at least so many stores. `buffers` maps each CPU to a sequence of entries. */
export function holdsStores(buffers: Value, bound: number): boolean {
  if (!isFunction(buffers)) return false;
  return elements(domain(buffers)).some((cpu) => {
    const buffer = apply(buffers, cpu);
    return buffer instanceof TupleValue && buffer.size >= bound && stores(buffer) >= bound;
  });
}

function stores(buffer: TupleValue): number {
  return buffer.items.count((entry) => entry instanceof RecordValue && entry.at("word") !== WRITE_BARRIER);
}
