import type { Span } from "../syntax/source.js";
import type { Core, Local } from "./core.js";
import type { Entry, ModuleMeaning } from "./entities.js";
import type { CopySink } from "./instance.js";
import type { Problems } from "./problems.js";
import { Scope } from "./scope.js";

/** Where an expression stands: what it can see, and to whom its mistakes are told. */
export class Place {
  constructor(
    readonly module: ModuleMeaning,
    readonly scope: Scope<Entry>,
    /** What `@` stands for, within the new value of an EXCEPT. */
    readonly at: Local | null,
    /** Takes the copies that instances of the LET around make; null outside of any LET. */
    readonly sink: CopySink | null,
    readonly problems: Problems,
    /** All entries that some name has referred to. */
    readonly used: Set<Entry>,
  ) {}

  /** What a name stands for here; the entry then counts as used. */
  lookup(name: string): Entry | null {
    const entry = this.scope.lookup(name);
    if (entry !== null) this.used.add(entry);
    return entry;
  }

  /** A place within, with room for names of its own. */
  inner(): Place {
    return new Place(this.module, new Scope(this.scope), this.at, this.sink, this.problems, this.used);
  }

  withAt(at: Local): Place {
    return new Place(this.module, this.scope, at, this.sink, this.problems, this.used);
  }

  /** A place within a LET, whose instances make their copies there. */
  withSink(sink: CopySink): Place {
    return new Place(this.module, new Scope(this.scope), this.at, sink, this.problems, this.used);
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
  if (earlier !== null) reportTaken(place.problems, name, earlier);
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
