/** Names in a spec that mean nothing where they stand. */
import type { FieldAccess } from "../../syntax/ast.js";
import { nearest } from "../../syntax/nearest.js";
import { location, type Span } from "../../syntax/source.js";
import { THIS_CPU } from "./cpus.js";
import type { Owner, World } from "./world.js";

/** A field of a process that is none of its locals. */
export function reportUnknownLocal(owner: Owner, node: FieldAccess, world: World): void {
  const names = [...owner.locals.keys()];
  const guess = nearest(node.name.name, names);
  world.report({
    code: "P039",
    severity: "error",
    message: `${owner.kind} ${owner.name} has no local \`${node.name.name}\``,
    span: node.name.span,
    ...(guess === undefined
      ? { notes: [names.length === 0 ? "it has no locals" : `its locals are ${names.join(", ")}`] }
      : { notes: [`did you mean \`${guess}\`?`], fix: { span: node.name.span, text: guess } }),
  });
}

/**
 * A name that nothing outside the processes defines. Where it looks like a local, the elaborator's answer would
 * be of little help: it knows only what the translation calls the local.
 */
export function reportUnknown(name: string, span: Span, from: Owner | null, world: World): void {
  if (BUILT_IN.has(name) || world.generated.has(name)) return;
  const { report } = world;
  const owners: readonly Owner[] = [...world.processes, ...world.procedures];
  const owner = owners.find((candidate) => candidate.locals.has(name));
  const guess = nearest(name, from?.locals.keys() ?? []);
  if (owner !== undefined) {
    const variable = owner.locals.get(name)!;
    const written = variable.perProcess ? `${owner.name}[p].${name}` : `${owner.name}.${name}`;
    report({
      code: "P041",
      severity: "error",
      message: `\`${name}\` is a local of ${owner.kind} ${owner.name} and not seen here under that name`,
      span,
      notes: [`from outside it is \`${written}\``, `it is declared at ${location(variable.declarator.span)}`],
      ...(!variable.perProcess && { fix: { span, text: written } }),
    });
  } else if ((name === "self" || name === THIS_CPU) && owners.length > 0) {
    report({
      code: "P041",
      severity: "error",
      message: `\`${name}\` has a meaning only inside a process or procedure`,
      span,
      notes: [`give the definition a parameter, and \`${name}\` as its argument where a process uses it`],
    });
  } else if (guess !== undefined) {
    report({
      code: "P041",
      severity: "error",
      message: `there is no \`${name}\` in ${from?.kind} ${from?.name}, nor outside`,
      span,
      notes: [`did you mean \`${guess}\`?`],
      fix: { span, text: guess },
    });
  }
}

/** Names that are there in every module. */
const BUILT_IN: ReadonlySet<string> = new Set(["TRUE", "FALSE", "BOOLEAN", "STRING"]);
