import type { Span } from "../syntax/source.js";
import type { Core, Definition, Local } from "./core.js";
import type { Entry, ModuleMeaning } from "./entities.js";
import type { CopySink } from "./instance.js";
import { Labels } from "./labels.js";
import { Problems } from "./problems.js";
import { Scope } from "./scope.js";

/** LETs around a place, innermost first. */
export interface EnclosingLet {
  readonly definitions: Definition[];
  readonly outer: EnclosingLet | null;
}

/** What is the same all over a module, or a text of it. */
interface Surroundings {
  readonly module: ModuleMeaning;
  readonly scope: Scope<Entry>;
  readonly problems: Problems;
  /** All entries that some name has referred to. */
  readonly used: Set<Entry>;
  /** What `@` stands for, within the new value of an EXCEPT. */
  readonly at?: Local | null;
  /** Takes the copies that instances of the LET around make; null outside of any LET. */
  readonly sink?: CopySink | null;
  /** Takes the labels of the definition around; null where no label may stand. */
  readonly labels?: Labels | null;
  /** The LETs around, within the definition. */
  readonly lets?: EnclosingLet | null;
  /** The text was looked at already, so that nothing is to be said of its names. */
  readonly known?: boolean;
}

/** Where an expression stands: what it can see, and to whom its mistakes are told. */
export class Place {
  readonly module: ModuleMeaning;
  readonly scope: Scope<Entry>;
  readonly problems: Problems;
  readonly used: Set<Entry>;
  readonly at: Local | null;
  readonly sink: CopySink | null;
  readonly labels: Labels | null;
  readonly lets: EnclosingLet | null;
  readonly known: boolean;

  constructor(surroundings: Surroundings) {
    this.module = surroundings.module;
    this.scope = surroundings.scope;
    this.problems = surroundings.problems;
    this.used = surroundings.used;
    this.at = surroundings.at ?? null;
    this.sink = surroundings.sink ?? null;
    this.labels = surroundings.labels ?? null;
    this.lets = surroundings.lets ?? null;
    this.known = surroundings.known ?? false;
  }

  /** What a name stands for here; the entry then counts as used. */
  lookup(name: string): Entry | null {
    const entry = this.scope.lookup(name);
    if (entry !== null) this.used.add(entry);
    return entry;
  }

  /** A place within, with room for names of its own. */
  inner(): Place {
    return new Place({ ...this, scope: new Scope(this.scope) });
  }

  /** A place within a definition, whose labels are its own. The names that it can see by now need no parameters. */
  inDefinition(): Place {
    return new Place({ ...this, labels: new Labels(this.scope), lets: null });
  }

  /** The same place with other labels. */
  withLabels(labels: Labels): Place {
    return new Place({ ...this, labels });
  }

  withAt(at: Local): Place {
    return new Place({ ...this, at });
  }

  /** A place within a LET, whose instances make their copies there. */
  inLet(definitions: Definition[], sink: CopySink): Place {
    return new Place({
      ...this,
      scope: new Scope(this.scope),
      sink,
      lets: { definitions, outer: this.lets },
    });
  }

  /** The same place for a text that was looked at already: nothing is reported, and its labels are known. */
  again(): Place {
    return new Place({ ...this, problems: new Problems(), labels: new Labels(this.scope), known: true });
  }
}

/** Binds a new name at a place; a name that already means something cannot be bound again. */
export function bindLocal(
  place: Place,
  name: { readonly name: string; readonly span: Span },
  arity = 0,
): Local {
  const local: Local = { name: name.name, arity, span: name.span };
  const earlier = place.scope.lookup(name.name);
  if (earlier !== null && earlier.yielding !== true) reportTaken(place.problems, name, earlier);
  place.scope.set({
    name: name.name,
    entity: { kind: "local", local },
    local: true,
    origin: null,
    span: name.span,
  });
  return local;
}

/** Binds a parameter of an operator, a LAMBDA or an instance. */
export function bindParameter(
  place: Place,
  name: { readonly name: string; readonly span: Span },
  arity = 0,
): Local {
  const local = bindLocal(place, name, arity);
  place.module.parameters.push(local);
  return local;
}

/** A name is to be given a second meaning where the first one is visible. */
export function reportTaken(
  problems: Problems,
  name: { readonly name: string; readonly span: Span },
  earlier: Entry,
): void {
  const { line } = earlier.span.source.position(earlier.span.start);
  const where =
    earlier.span.source === name.span.source
      ? `line ${line}`
      : earlier.origin === null
        ? `line ${line} of ${earlier.span.source.name}`
        : `module ${earlier.origin.name}`;
  problems.error("S002", `the name ${name.name} already has a meaning here, from ${where}`, name.span);
}

/** Stands where an expression has a mistake that was reported. */
export function mistake(span: Span): Core {
  return { kind: "unsupported", what: "an expression with a mistake", span };
}

/** "no arguments", "1 argument", "2 arguments". */
export function counted(n: number, noun: string): string {
  return `${n === 0 ? "no" : n} ${noun}${n === 1 ? "" : "s"}`;
}
