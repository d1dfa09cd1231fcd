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
  const variables = [
    ...foreign.flatMap((unit) => (unit.kind === "variables" ? unit.variables : [])),
    ...declarators.map((declarator) => declarator.name),
  ].map(({ name }) => name);
  const withValue = declarators.filter(({ init }) => init !== null);
  const definitions: OperatorDefinition[] = [];

  const init = has("Init");
  for (const { name, span: at, init: value } of declarators) {
    if (init && value !== null) {
      report({
        code: "P047",
        severity: "error",
        message: `\`${name.name}\` has an initial value here, and \`Init\` is defined too`,
        span: at,
        notes: ["without processes, either `Init` says how the variables begin, or every `var` does"],
      });
    } else if (!init && !has("Spec") && value === null && variables.length > 0 && has("Next")) {
      report({
        code: "P047",
        severity: "error",
        message: `nothing says how \`${name.name}\` begins`,
        span: at,
        notes: [`give it an initial value: \`var ${name.name} = …\`, or define \`Init\``],
      });
    }
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
    if (variables.length > 0) {
      report({
        code: "P047",
        severity: "error",
        message: `${root.name.name} has variables, but nothing says how they change`,
        span,
        notes: [
          "write a `process`, or define `Next`; a library is not checked itself, but extended by a spec",
        ],
      });
    }
    return { definitions, specification: null };
  }
  if (!has("vars")) {
    definitions.push(
      definition(
        "vars",
        [],
        tuple(
          variables.map((name) => ref(name, span)),
          span,
        ),
        span,
      ),
    );
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
