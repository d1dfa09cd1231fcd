/** Conditions that tell one state from others, as the `where` of a scripted run has them. */
import { index } from "../explore/instances.js";
import type { Variable } from "../semantics/core.js";
import { apply, contains, domain, equal, isFunction, same, type Value, ValueError } from "../values/index.js";
import { type BufferedStore, Buffers, storePlace } from "./buffers.js";
import { changes, selectors } from "./changes.js";
import type { Instances } from "./instances.js";
import { specText } from "./spec-value.js";

type State = readonly Value[];

/** `place = value`, true in the state that is meant. */
interface Atom {
  readonly text: string;
  /** Where it is false: positions in the list of the other states. */
  readonly excludes: ReadonlySet<number>;
  /** Tells of the tool's own variables: only used where nothing else helps. */
  readonly control: boolean;
}

/** More atoms are not combined: the first ones that help are taken. */
const MOST_COMBINED = 60;

/**
 * A condition that holds in `right` and in as few of `others` as can be: one equation if that does, else two, else as
 * many as are needed. `left`: positions of the others in which it holds too. Null if nothing helps.
 * The condition has a value in every one of the states.
 */
export function tellingApart(
  instances: Instances,
  right: State,
  others: readonly State[],
): { readonly condition: string; readonly left: ReadonlySet<number> } | null {
  const atoms = atomsOf(instances, right, others).sort(
    (a, b) => Number(a.control) - Number(b.control) || a.text.length - b.text.length,
  );
  const chosen = fewest(atoms, others.length) ?? greedy(atoms);
  if (chosen.length === 0) return null;
  const left = new Set(others.keys());
  for (const { excludes } of chosen) for (const i of excludes) left.delete(i);
  return { condition: chosen.map(({ text }) => text).join(" /\\ "), left };
}

/** One or two atoms that exclude all others. */
function fewest(atoms: readonly Atom[], count: number): readonly Atom[] | null {
  const one = atoms.find(({ excludes }) => excludes.size === count);
  if (one !== undefined) return [one];
  if (atoms.length <= MOST_COMBINED) {
    for (const [i, a] of atoms.entries()) {
      for (const b of atoms.slice(i + 1)) {
        if (new Set([...a.excludes, ...b.excludes]).size === count) return [a, b];
      }
    }
  }
  return null;
}

/** Always the atom that excludes most of what is left. */
function greedy(atoms: readonly Atom[]): readonly Atom[] {
  const excluded = new Set<number>();
  const chosen: Atom[] = [];
  for (;;) {
    let best: Atom | null = null;
    let most = 0;
    for (const atom of atoms) {
      const gain = [...atom.excludes].filter((i) => !excluded.has(i)).length;
      if (gain > most) [best, most] = [atom, gain];
    }
    if (best === null) return chosen;
    chosen.push(best);
    for (const i of best.excludes) excluded.add(i);
  }
}

function atomsOf(instances: Instances, right: State, others: readonly State[]): Atom[] {
  const atoms = new Map<string, Atom>();
  const add = (place: string | null, control: boolean, read: (state: State) => Value | undefined): void => {
    const wanted = read(right);
    const text = wanted === undefined ? null : specText(wanted);
    if (place === null || wanted === undefined || text === null) return;
    const equation = `${place} = ${text}`;
    if (atoms.has(equation)) return;
    const excludes = excludedBy(wanted, others, read);
    if (excludes !== null && excludes.size > 0) atoms.set(equation, { text: equation, excludes, control });
  };
  const { memory } = instances.model;
  const variables = instances.model.variables.filter((v) => v !== memory.variable);
  for (const other of others) {
    for (const { variable, path } of changes(variables, other, right)) {
      // Where some state lacks the element itself, what it is an element of may help.
      for (let length = path.length; length >= 0; length--) {
        const part = path.slice(0, length);
        add(placeText(instances, variable, part), instances.isControl(variable), (state) =>
          valueAt(state[variable.index], part),
        );
      }
    }
  }
  const buffers = new Buffers(instances);
  for (const cpu of buffers.cpus(right)) {
    for (const store of [right, ...others].flatMap((state) => buffers.of(cpu, state))) {
      add(seenText(cpu, store), false, (state) => seen(instances, buffers, store, state));
    }
  }
  return [...atoms.values()];
}

/** The states in which a place has another value than the wanted one; null if in one of them that is an error. */
function excludedBy(
  wanted: Value,
  others: readonly State[],
  read: (state: State) => Value | undefined,
): ReadonlySet<number> | null {
  const excluded = new Set<number>();
  for (const [i, other] of others.entries()) {
    const value = read(other);
    if (value === undefined) return null;
    try {
      if (!equal(value, wanted)) excluded.add(i);
    } catch (thrown) {
      if (thrown instanceof ValueError) return null;
      throw thrown;
    }
  }
  return excluded;
}

/** `cnt[0]`, `closer["aio"].held`, `mntput["aio"].cpu`: a place as formulas outside all processes write it. */
function placeText(instances: Instances, variable: Variable, path: readonly Value[]): string | null {
  if (!path.every((key) => specText(key) !== null)) return null;
  const dot = variable.display.lastIndexOf(".");
  const owner = variable.display.slice(0, Math.max(dot, 0));
  const single = instances.model.processes.some(({ name, many }) => name === owner && !many);
  const [self, ...rest] = path;
  if (dot < 0 || single || self === undefined) return variable.display + selectors(instances, path);
  return `${owner}${index(self)}${variable.display.slice(dot)}${selectors(instances, rest)}`;
}

function seenText(cpu: Value, store: BufferedStore): string | null {
  const owner = specText(cpu);
  return owner === null || !store.index.every((key) => specText(key) !== null)
    ? null
    : `seen(${owner}, ${storePlace(store)})`;
}

/** What a CPU would read at the location of a store: its own youngest store, else what memory holds. */
function seen(
  { model }: Instances,
  buffers: Buffers,
  { cpu, word, index: keys }: BufferedStore,
  state: State,
): Value | undefined {
  const own = buffers
    .of(cpu, state)
    .findLast((store) => store.word === word && store.index.every((key, i) => same(key, keys[i]!)));
  if (own !== undefined) return own.value;
  const [name, ...parts] = word.match(/\[\]|[A-Za-z_]\w*/g) ?? [];
  let next = 0;
  const path = parts.map((part) => (part === "[]" ? keys[next++]! : part));
  const variable = model.variables.find((v) => v.display === name || v.name === name);
  return variable === undefined ? undefined : valueAt(state[variable.index], path);
}

/** The value at a path in a value; undefined if it has no such part. */
function valueAt(value: Value | undefined, path: readonly Value[]): Value | undefined {
  let at = value;
  for (const key of path) {
    if (at === undefined || !isFunction(at)) return undefined;
    try {
      if (!contains(domain(at), key)) return undefined;
    } catch (thrown) {
      if (thrown instanceof ValueError) return undefined;
      throw thrown;
    }
    at = apply(at, key);
  }
  return at;
}
