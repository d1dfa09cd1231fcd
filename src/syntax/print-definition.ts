/** Definitions and instances: what may stand in a LET as well as in a module. */
import type {
  Expr,
  FunctionDefinition,
  Instance,
  InstanceDefinition,
  OperatorDefinition,
  RecursiveDeclaration,
} from "./ast.js";
import { align, commaList, concat, type Doc, group, indent, join, line } from "./print-layout.js";
import { boundsDoc, declarationText, parametersDoc } from "./print-names.js";

/** How far a definition's body stands in when it does not fit beside the head. */
const BODY_INDENT = 2;

export type Definition = OperatorDefinition | FunctionDefinition | InstanceDefinition | RecursiveDeclaration;

/** A definition, its expressions printed by `expr`. */
export function definitionDoc(unit: Definition, expr: (e: Expr) => Doc): Doc {
  switch (unit.kind) {
    case "definition":
      return defined(concat(local(unit), definitionHead(unit)), expr(unit.body));
    case "functionDefinition":
      return defined(
        concat(local(unit), unit.name.name, "[", boundsDoc(unit.bounds, expr), "]"),
        expr(unit.body),
      );
    case "instanceDefinition":
      return concat(
        local(unit),
        unit.name.name,
        parametersDoc(unit.params),
        " == ",
        instanceDoc(unit.instance, expr),
      );
    case "recursive":
      return concat("RECURSIVE ", commaList(unit.operators.map(declarationText)));
    default:
      return unit satisfies never;
  }
}

/** `head == body`, the body on lines of its own if it does not fit. */
export function defined(head: Doc, body: Doc): Doc {
  return group(concat(head, " ==", indent(BODY_INDENT, concat(line, body))));
}

/** `LOCAL ` or nothing. */
export function local(unit: { readonly local: boolean }): string {
  return unit.local ? "LOCAL " : "";
}

function definitionHead({ name: { name }, fixity, params }: OperatorDefinition): Doc {
  const [first, second] = params.map((p) => p.name);
  switch (fixity) {
    case "named":
      return concat(name, parametersDoc(params));
    case "prefix":
      return `${name} ${first}`;
    case "infix":
      return `${first} ${name} ${second}`;
    case "postfix":
      return `${first}${name}`;
    default:
      return fixity satisfies never;
  }
}

/** `INSTANCE M WITH a <- e, b <- f`. */
export function instanceDoc({ module, substitutions }: Instance, expr: (e: Expr) => Doc): Doc {
  const head = `INSTANCE ${module.name}`;
  if (substitutions.length === 0) return head;
  const items = substitutions.map(({ from, to }) => {
    return concat(`${from.name} <- `, align(expr(to)));
  });
  return group(concat(head, " WITH", indent(BODY_INDENT, concat(line, join(concat(",", line), items)))));
}
