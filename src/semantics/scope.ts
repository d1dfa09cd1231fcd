/** The names that are visible at some place: a module's, or those that an expression binds, and all around them. */
export class Scope<Entry extends { readonly name: string }> {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly outer: Scope<Entry> | null) {}

  /** What a name stands for here, or null. */
  lookup(name: string): Entry | null {
    for (let scope: Scope<Entry> | null = this; scope !== null; scope = scope.outer) {
      const entry = scope.entries.get(name);
      if (entry !== undefined) return entry;
    }
    return null;
  }

  /** What a name stands for in this scope alone, or null. */
  own(name: string): Entry | null {
    return this.entries.get(name) ?? null;
  }

  /** Adds or replaces an entry of this scope. */
  set(entry: Entry): void {
    this.entries.set(entry.name, entry);
  }

  /** The entries of this scope alone, in the order in which they were added. */
  ownEntries(): Iterable<Entry> {
    return this.entries.values();
  }

  /** The entries of this scope and those around it, up to but not including `base`; outermost scope first. */
  entriesWithin(base: Scope<Entry>): readonly Entry[] {
    const found: Entry[] = [];
    for (let scope: Scope<Entry> | null = this; scope !== null && scope !== base; scope = scope.outer)
      found.unshift(...scope.entries.values());
    return found;
  }

  /** All names visible here, innermost first. */
  *names(): Iterable<string> {
    for (let scope: Scope<Entry> | null = this; scope !== null; scope = scope.outer)
      yield* scope.entries.keys();
  }
}
