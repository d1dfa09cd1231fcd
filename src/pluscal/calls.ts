/** Calls and returns: what they do to the stack, to `pc` and to the variables of procedures. */
import type { Assignment, Declaration, Place, Procedure, Statement, Step } from "./ast.js";
import { EMPTY, type Formula, inOneRow, normalize, type Token, type TokenKind, widthOf } from "./formula.js";

type Callee = Procedure<readonly Step[]>;
type Call = Statement & { readonly kind: "call" };
/** A token without a place in the row. */
type Piece = Omit<Token, "column">;

/** `pc := "label"`. */
export function pcTo(label: string, at: Place): Statement {
  const value = inOneRow([{ text: label, kind: "string", origin: at.span }]);
  return { kind: "assign", label: null, at, parts: [{ variable: "pc", path: EMPTY, value, at }] };
}

/** The parts of an assignment in the order of their variables' names, as they are written. */
export function byVariable(parts: readonly Assignment[]): readonly Assignment[] {
  return parts.toSorted((a, b) => (a.variable < b.variable ? -1 : a.variable > b.variable ? 1 : 0));
}

function assign(parts: readonly Assignment[], at: Place): Statement {
  return { kind: "assign", label: null, at, parts: byVariable(parts) };
}

/** `Head(stack).name`, or `Tail(stack)` where no name is given. */
function fromStack(name: string | null, at: Place): Formula {
  return inOneRow(fromStackPieces(name, at));
}

function fromStackPieces(name: string | null, at: Place): readonly Piece[] {
  const piece = (text: string, kind: TokenKind): Piece => ({ text, kind, origin: at.span });
  return [
    piece(name === null ? "Tail" : "Head", "name"),
    piece("(", "symbol"),
    piece("stack", "control"),
    piece(")", "symbol"),
    ...(name === null ? [] : [piece(".", "symbol"), piece(name, "name")]),
  ];
}

/** What a return from a procedure does: everything is as it was before the call. */
export function returnFrom({ variables, parameters }: Callee, at: Place): readonly Statement[] {
  const one = (variable: string, value: Formula) => assign([{ variable, path: EMPTY, value, at }], at);
  return [
    one("pc", fromStack("pc", at)),
    ...[...variables, ...parameters].map(({ name }) => one(name, fromStack(name, at))),
    one("stack", fromStack(null, at)),
  ];
}

/** What is assigned before the arguments: the stack, and by a call that returns at once what that return restores. */
export function stackTop(
  { at }: Call,
  target: Callee,
  /** The label to return to; null for a call that returns at once. */
  entry: string | null,
  from: Callee | null,
): readonly Assignment[] {
  const pieces = (...texts: readonly (readonly [string, TokenKind])[]): readonly Piece[] =>
    texts.map(([text, kind]) => ({ text, kind, origin: at.span }));
  // A procedure that calls itself and returns at once leaves the stack as it is.
  if (entry === null && (from === null || from.name === target.name)) return [];
  const back = entry === null ? fromStackPieces("pc", at) : pieces([entry, "string"]);
  const saved = [...target.variables, ...target.parameters].map(({ name }) =>
    pieces([name, "name"], ["|->", "symbol"], [name, "name"]),
  );
  const fields = [[...pieces(["pc", "name"], ["|->", "symbol"]), ...back], ...saved];
  const rows = [
    pieces(
      ["<<", "symbol"],
      ["[", "symbol"],
      ["procedure", "name"],
      ["|->", "symbol"],
      [target.name, "string"],
      [",", "symbol"],
    ),
    ...fields.map((row, i) =>
      i < fields.length - 1
        ? [...row, ...pieces([",", "symbol"])]
        : [...row, ...pieces(["]", "symbol"], [">>", "symbol"])],
    ),
    [
      ...pieces(["\\o", "symbol"]),
      ...(entry === null ? fromStackPieces(null, at) : pieces(["stack", "control"])),
    ],
  ];
  const value = normalize(rows.map((row, i) => spaced(row, i === 0 || i === rows.length - 1)));
  const restored =
    entry === null && from !== null
      ? from.variables.map(({ name }) => ({ variable: name, path: EMPTY, value: fromStack(name, at), at }))
      : [];
  return [...restored, { variable: "stack", path: EMPTY, value, at }];
}

const OUTER = 1;
const INNER = 6;
const ARROW = 16;

/** A row of the new top of the stack, its arrows under one another. */
function spaced(row: readonly Piece[], outer: boolean): readonly Token[] {
  let next = outer ? OUTER : INNER;
  return row.map((piece) => {
    const symbol = piece.kind === "symbol" ? piece.text : "";
    let column = next;
    if (symbol === "|->") column = Math.max(next + 1, ARROW);
    else if (symbol === "]" || symbol === ">>" || symbol === "\\o") column = next + 1;
    const token: Token = { ...piece, column };
    if (symbol === "|->") next = column + 5;
    else if (symbol === "[" || symbol === "<<") next = column + widthOf(token) + 1;
    else if (symbol === "\\o") next = next + widthOf(token) + 2;
    else if (symbol === "]" || symbol === ">>") next = next + widthOf(token) + 1;
    else next = column + widthOf(token);
    return token;
  });
}

/** A call: the stack, the arguments, the first values of the procedure's variables, and where it begins. */
export function callOf({ args, at }: Call, target: Callee, top: readonly Assignment[]): readonly Statement[] {
  const parameters = target.parameters.map(({ name }, i) => ({
    variable: name,
    path: EMPTY,
    value: args[i] ?? EMPTY,
    at,
  }));
  const initial = ({ name, value }: Declaration) => assign([{ variable: name, path: EMPTY, value, at }], at);
  const first = [...top, ...parameters];
  return [
    ...(first.length === 0 ? [] : [assign(first, at)]),
    ...target.variables.map(initial),
    pcTo(target.body[0]?.label ?? "Done", at),
  ];
}
