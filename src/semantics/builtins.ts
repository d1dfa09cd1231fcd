/** The operators that belong to the language itself: no module has to be extended for them, and none may redefine them. */
import type { Span } from "../syntax/source.js";
import { BOOLEAN, STRING, type Value } from "../values/index.js";
import type { Builtin, Core, OperatorArgument } from "./core.js";

/** Those that map values to a value, with their number of operands. */
const builtinArity: Readonly<Record<Builtin, number>> = {
  "~": 1,
  "=>": 2,
  "<=>": 2,
  "=": 2,
  "/=": 2,
  "\\in": 2,
  "\\notin": 2,
  "\\subseteq": 2,
  "\\cup": 2,
  "\\cap": 2,
  "\\": 2,
  SUBSET: 1,
  UNION: 1,
  DOMAIN: 1,
};

/** Those with a form of their own in Core, with their number of operands. */
const specialArity = {
  "/\\": 2,
  "\\/": 2,
  "\\X": 2,
  "'": 1,
  UNCHANGED: 1,
  ENABLED: 1,
  "[]": 1,
  "<>": 1,
  "~>": 2,
  "-+->": 2,
  "\\cdot": 2,
} as const;

export type Special = keyof typeof specialArity;

/** Names that stand for a value in every module. */
const constantNames = ["TRUE", "FALSE", "BOOLEAN", "STRING"] as const;

export type ConstantName = (typeof constantNames)[number];

/** Whether a name is that of an operator of the language. */
export function isReservedOperator(name: string): name is Builtin | Special {
  return Object.hasOwn(builtinArity, name) || Object.hasOwn(specialArity, name);
}

function isSpecial(name: string): name is Special {
  return Object.hasOwn(specialArity, name);
}

export function isConstantName(name: string): name is ConstantName {
  return (constantNames as readonly string[]).includes(name);
}

/** Whether a name belongs to the language, so that no module may define it. */
export function isReserved(name: string): boolean {
  return isReservedOperator(name) || isConstantName(name);
}

/** How many operands an operator of the language takes. */
export function reservedArity(op: Builtin | Special): number {
  return isSpecial(op) ? specialArity[op] : builtinArity[op];
}

/** An operator of the language with its operands, of which there are as many as it takes. */
export function reservedCore(op: Builtin | Special, args: readonly Core[], span: Span): Core {
  if (!isSpecial(op)) return { kind: "builtin", op, args, span };
  const [first, second] = args as [Core, Core];
  switch (op) {
    case "/\\":
      return { kind: "and", items: args, span };
    case "\\/":
      return { kind: "or", items: args, span };
    case "\\X":
      return { kind: "product", factors: args, span };
    case "'":
      return { kind: "prime", body: first, span };
    case "UNCHANGED":
      return { kind: "unchanged", body: first, span };
    case "ENABLED":
      return { kind: "enabled", action: first, replaced: [], span };
    case "[]":
    case "<>":
      return { kind: "temporal", op, args: [first], span };
    case "~>":
    case "-+->":
      return { kind: "temporal", op, args: [first, second], span };
    case "\\cdot":
      return { kind: "compose", first, second, replaced: [], span };
    default:
      return op satisfies never;
  }
}

/** An operator of the language passed as an argument. */
export function reservedOperator(op: Builtin | Special, span: Span): OperatorArgument {
  if (!isSpecial(op)) return { kind: "operatorBuiltin", op, arity: builtinArity[op], span };
  const params = ["a", "b"].slice(0, specialArity[op]).map((name) => ({ name, arity: 0, span }));
  const args = params.map((local): Core => ({ kind: "local", local, args: [], span }));
  return { kind: "lambda", params, body: reservedCore(op, args, span), span };
}

/** What `TRUE`, `FALSE`, `BOOLEAN` and `STRING` stand for. */
export function constantValue(name: ConstantName): Value {
  switch (name) {
    case "TRUE":
      return true;
    case "FALSE":
      return false;
    case "BOOLEAN":
      return BOOLEAN;
    case "STRING":
      return STRING;
    default:
      return name satisfies never;
  }
}
