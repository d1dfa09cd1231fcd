/** Fields of records that are called like a definition: whoever writes `[limit |-> 1]` may expect limit's value there. */
import type { Name } from "../syntax/ast.js";
import { location } from "../syntax/source.js";
import { BOOLEAN } from "../values/index.js";
import type { Core, Definition } from "./core.js";
import type { ModuleMeaning } from "./entities.js";
import type { Problems } from "./problems.js";
import { Rewriter } from "./rewrite.js";

/** The fields of a record, or of a set of records, as a module's text has them. */
export interface WrittenRecord {
  readonly fields: readonly { readonly name: Name; readonly value: Core }[];
}

/**
 * Warns of fields that are called like something in the module. Silent where some record with the same fields has a
 * value that depends on a declared or bound name: then the writer knows that fields are strings, as SANY argues.
 */
export function warnOfFields(module: ModuleMeaning, problems: Problems): void {
  const written = [...module.family].flatMap((member) => member.records);
  const clashing = module.records.filter(({ fields }) =>
    fields.some(({ name }) => module.scope.own(name.name) !== null),
  );
  if (clashing.length === 0) return;
  const domain = ({ fields }: WrittenRecord): string =>
    fields
      .map(({ name }) => name.name)
      .sort()
      .join(" ");
  const understood = new Set(
    written.filter(({ fields }) => fields.some(({ value }) => dependsOnNames(value))).map(domain),
  );
  for (const record of clashing) {
    if (understood.has(domain(record)) || isStackFrame(record)) continue;
    for (const { name } of record.fields) {
      const entry = module.scope.own(name.name);
      if (entry === null) continue;
      problems.warning(
        "W014",
        `the field ${name.name} is called like what is defined at ${location(entry.span)}, but has nothing to do with it`,
        name.span,
        [`the name of a field is a string: DOMAIN of this record has "${name.name}" in it`],
      );
    }
  }
}

/** What the translation of an algorithm puts on the stack has a field of the name of its variable pc. */
function isStackFrame({ fields }: WrittenRecord): boolean {
  return ["pc", "procedure"].every((each) => fields.some(({ name }) => name.name === each));
}

/**
 * Whether there is a constant, a variable, a bound name or one of the large sets in an expression, or in a definition
 * that it uses.
 */
function dependsOnNames(core: Core): boolean {
  const search = new NameSearch();
  search.core(core);
  return search.found;
}

class NameSearch extends Rewriter {
  found = false;
  private readonly seen = new Set<Definition>();

  override core(core: Core): Core {
    if (this.found) return core;
    if (core.kind === "native" || (core.kind === "literal" && core.value === BOOLEAN)) this.found = true;
    return super.core(core);
  }

  protected override constant(core: Extract<Core, { kind: "constant" }>): Core {
    this.found = true;
    return core;
  }

  protected override variable(core: Extract<Core, { kind: "variable" }>): Core {
    this.found = true;
    return core;
  }

  protected override local(core: Extract<Core, { kind: "local" }>): Core {
    this.found = true;
    return core;
  }

  protected override call(core: Extract<Core, { kind: "call" }>): Core {
    const { definition } = core;
    if (!this.seen.has(definition)) {
      this.seen.add(definition);
      this.core(definition.body);
    }
    return super.call(core);
  }
}
