/** Specs without processes: their own Init and Next, or Spec, with what `var` says filled in. */
import { extendedModules } from "../../modules/flatten.js";
import type { Program } from "../../modules/load.js";
import type { Expr, Name, OperatorDefinition, VarUnit } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { definition, infix, junction, prefix, ref, tuple } from "./tree.js";

/** What is added to a spec that describes its behaviour itself. */
export interface PlainBehaviour {
  readonly definitions: readonly OperatorDefinition[];
  /** The definition to be checked; null where there is no behaviour. */
  readonly specification: Name | null;
}

/**
 * Completes a spec without processes. `Init` is what the initial values of `var` say, unless the spec defines it;
 * `Spec` is `Init /\ [][Next]_vars`, unless the spec defines it.
 * @param report takes what is missing or said twice.
 */
export function plainBehaviour(program: Program, report: (diagnostic: Diagnostic) => void): PlainBehaviour {
  const { root } = program;
  const { span } = root.name;
  const defined = (name: string) =>
    root.units.find((unit) => unit.kind === "definition" && unit.name.name === name);
  const foreign = extendedModules(program).flatMap((module) => module.units);
  const has = (name: string) =>
    defined(name) !== undefined ||
    foreign.some((unit) => unit.kind === "definition" && unit.name.name === name);
  const declarators = root.units
    .filter((unit): unit is VarUnit => unit.kind === "var")
    .flatMap((unit) => unit.variables);
  const withValue = declarators.filter(({ init }) => init !== null);
  const definitions: OperatorDefinition[] = [];
  const missing = (message: string, at: Name["span"], note: string): void =>
    report({ code: "P047", severity: "error", message, span: at, notes: [note] });
  // Variables of a TLA+ module have no initial values of their own: its definitions give them, whatever their names.
  const module = declarators.map(({ name }) => moduleOf(name, program)).find((name) => name !== undefined);

  const init = has("Init");
  for (const { name, span: at, init: value } of declarators) {
    if (init && value !== null) {
      missing(
        `\`${name.name}\` has an initial value here, and \`Init\` is defined too`,
        at,
        "without processes, either `Init` says how the variables begin, or every `var` does",
      );
    } else if (!init && !has("Spec") && value === null && has("Next") && module === undefined) {
      const note = `give it an initial value: \`var ${name.name} = …\`, or define \`Init\``;
      missing(`nothing says how \`${name.name}\` begins`, at, note);
    }
  }
  if (module !== undefined && !has("Spec") && !(init && has("Next"))) {
    const lacking = ["Init", "Next"].filter((name) => !has(name)).join(" and ");
    missing(
      `module ${module} declares variables, but nothing is called ${lacking}, or Spec`,
      span,
      `say which of its definitions is meant: \`Spec == …\`, or \`Init == …\` and \`Next == …\``,
    );
    return { definitions, specification: null };
  }
  if (!init && withValue.length > 0) {
    const items = declarators.flatMap(({ name, init: value, span: at }): Expr[] =>
      value === null
        ? []
        : [infix(value.kind === "in" ? "\\in" : "=", ref(name.name, name.span), value.expr, at)],
    );
    definitions.push(definition("Init", [], junction("/\\", items, span), span));
  }
  if (has("Spec"))
    return { definitions, specification: { name: "Spec", span: defined("Spec")?.span ?? span } };
  if (!has("Next")) {
    if (declarators.length > 0) {
      missing(
        `${root.name.name} has variables, but nothing says how they change`,
        span,
        "write a `process`, or define `Next`; a library is not checked itself, but extended by a spec",
      );
    }
    return { definitions, specification: null };
  }
  if (!has("vars")) {
    const variables = declarators.map(({ name }) => ref(name.name, span));
    definitions.push(definition("vars", [], tuple(variables, span), span));
  }
  const box: Expr = {
    kind: "actionBox",
    form: "box",
    action: ref("Next", span),
    subscript: ref("vars", span),
    span,
  };
  const spec = junction("/\\", [ref("Init", span), prefix("[]", box, span)], span);
  definitions.push(definition("Spec", [], spec, span));
  return { definitions, specification: { name: "Spec", span } };
}

/** The TLA+ module whose text a name stands in; undefined for a name of a spec. */
function moduleOf({ span }: Name, { modules, root }: Program): string | undefined {
  if (span.source === root.name.span.source) return undefined;
  return [...modules.values()].find(
    ({ form, span: whole }) => form === "module" && whole.source === span.source,
  )?.name.name;
}
