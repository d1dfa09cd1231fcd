/** How often a step has assigned to each variable so far. */
export class Changes {
  /** @param variables all variables of the translation, in their order. */
  constructor(
    readonly variables: readonly string[],
    private readonly counts: ReadonlyMap<string, number> = new Map(),
  ) {}

  has(variable: string): boolean {
    return this.count(variable) > 0;
  }

  count(variable: string): number {
    return this.counts.get(variable) ?? 0;
  }

  with(variable: string): Changes {
    return new Changes(this.variables, new Map([...this.counts, [variable, this.count(variable) + 1]]));
  }

  /** What one of several branches has assigned to. */
  merge(other: Changes): Changes {
    const merged = new Map(this.counts);
    for (const [variable, count] of other.counts) merged.set(variable, Math.max(count, this.count(variable)));
    return new Changes(this.variables, merged);
  }

  /** The variables that were not assigned to; where another is given, those among them that it has assigned to. */
  unchanged(other?: Changes): readonly string[] {
    return this.variables.filter((each) => !this.has(each) && (other === undefined || other.has(each)));
  }
}

/** Names with commas between them, in lines of at most so many characters where that is possible. */
export function wrapNames(names: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  names.forEach((name, i) => {
    if (i > 0) line += ", ";
    if (line.length + name.length > width) {
      if (line !== "") lines.push(line);
      line = name;
    } else line += name;
  });
  if (line !== "") lines.push(line);
  return lines;
}
