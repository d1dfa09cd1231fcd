/** Names, literals and parameter lists as they are written. */
import { findOperator } from "../../grammar/operators.js";
import type { Bound, Expr, Name, NumberLiteral, Parameter, Pattern } from "./ast.js";
import { commaList, concat, type Doc } from "./print-layout.js";

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "\f": "\\f",
};

/** A string's value in quotes, escaped where TLA+ wants it. */
export function stringText(value: string): string {
  return `"${value.replace(/[\\"\n\t\r\f]/g, (c) => ESCAPES[c]!)}"`;
}

/** Digits with the prefix of their base. */
export function numberText({ text, base }: NumberLiteral): string {
  switch (base) {
    case 2:
      return `\\b${text}`;
    case 8:
      return `\\o${text}`;
    case 10:
      return text;
    case 16:
      return `\\h${text}`;
    default:
      return base satisfies never;
  }
}

/** Whether a name is an operator's symbol rather than a word or a step of a proof, `<1>2`. */
export function isSymbol(name: string): boolean {
  return !/^(?:<[0-9]+>)?\w+$/.test(name);
}

/** Names with commas between them. */
export function nameList(names: readonly Name[]): Doc {
  return commaList(names.map(({ name }) => name));
}

/** What a bound introduces: `x` or `<<x, y>>`. */
export function patternDoc(pattern: Pattern): string {
  switch (pattern.kind) {
    case "name":
      return pattern.name;
    case "tuple":
      return `<<${pattern.names.map(({ name }) => name).join(", ")}>>`;
    default:
      return pattern satisfies never;
  }
}

/** `x, y \in S, z \in T`; unbounded ones just the names. */
export function boundsDoc(bounds: readonly Bound[], expr: (e: Expr) => Doc): Doc {
  return commaList(
    bounds.map(({ patterns, set }) => {
      const names = patterns.map(patternDoc).join(", ");
      return set === null ? names : concat(names, " \\in ", expr(set));
    }),
  );
}

/** How a parameter, constant or RECURSIVE operator is declared: `x`, `F(_, _)`, `_ + _`, `-. _`, `_^+`. */
export function declarationText({ name, arity }: Pick<Parameter, "name" | "arity">): string {
  if (arity === 1 && findOperator(name, "prefix")) return `${name} _`;
  if (isSymbol(name)) return arity === 2 ? `_ ${name} _` : `_${name}`;
  return arity === 0 ? name : `${name}(${Array(arity).fill("_").join(", ")})`;
}

/** Operator parameters in parentheses; nothing if there are none. */
export function parametersDoc(params: readonly Parameter[]): Doc {
  return params.length === 0 ? "" : concat("(", commaList(params.map(declarationText)), ")");
}
