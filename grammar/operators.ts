/**
 * The operators of TLA+: spellings, fixity, precedence range and associativity.
 *
 * TLA+ gives every operator a *range* of precedences. Of two neighbouring operators the one whose range lies
 * wholly above the other's binds tighter; where the ranges overlap the expression is an error and wants
 * parentheses, except that a left-associative operator may follow itself.
 * The figures are those of "Specifying Systems" (table 6) as the reference parser, SANY, applies them.
 */

import { UNICODE_SPELLINGS } from "./spellings.js";

export type Fixity = "prefix" | "infix" | "postfix";

export interface Operator {
  /** The canonical name, under which syntax trees and the later phases know the operator. */
  readonly name: string;
  readonly fixity: Fixity;
  /** How it can be written in source, the canonical name first where that is itself a spelling. */
  readonly spellings: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly associativity: "left" | "none";
}

type Maker = (low: number, high: number, name: string, ...others: string[]) => Operator;

function maker(fixity: Fixity, associativity: Operator["associativity"] = "none"): Maker {
  return (low, high, name, ...others) => {
    const ascii = [name, ...others];
    const signs = [...UNICODE_SPELLINGS].flatMap(([sign, text]) => (ascii.includes(text) ? [sign] : []));
    return { name, fixity, spellings: [...ascii, ...signs], low, high, associativity };
  };
}

const prefix = maker("prefix");
const infix = maker("infix");
const leftInfix = maker("infix", "left");
const postfix = maker("postfix");

/** Every operator that has a symbol of its own, loosest first. */
export const OPERATORS: readonly Operator[] = [
  infix(1, 1, "=>"),
  infix(2, 2, "-+->"),
  infix(2, 2, "<=>", "\\equiv"),
  infix(2, 2, "~>"),
  leftInfix(3, 3, "/\\", "\\land"),
  leftInfix(3, 3, "\\/", "\\lor"),
  prefix(4, 4, "~", "\\lnot", "\\neg"),
  prefix(4, 15, "ENABLED"),
  prefix(4, 15, "UNCHANGED"),
  prefix(4, 15, "[]"),
  prefix(4, 15, "<>"),
  infix(5, 5, "="),
  infix(5, 5, "/=", "#"),
  infix(5, 5, "\\in"),
  infix(5, 5, "\\notin"),
  infix(5, 5, "<"),
  infix(5, 5, ">"),
  infix(5, 5, "<=", "=<", "\\leq"),
  infix(5, 5, ">=", "\\geq"),
  infix(5, 5, "\\subseteq"),
  infix(5, 5, "\\subset"),
  infix(5, 5, "\\supset"),
  infix(5, 5, "\\supseteq"),
  infix(5, 5, "\\sqsubset"),
  infix(5, 5, "\\sqsubseteq"),
  infix(5, 5, "\\sqsupset"),
  infix(5, 5, "\\sqsupseteq"),
  infix(5, 5, "\\prec"),
  infix(5, 5, "\\preceq"),
  infix(5, 5, "\\succ"),
  infix(5, 5, "\\succeq"),
  infix(5, 5, "\\ll"),
  infix(5, 5, "\\gg"),
  infix(5, 5, "\\sim"),
  infix(5, 5, "\\simeq"),
  infix(5, 5, "\\approx"),
  infix(5, 5, "\\asymp"),
  infix(5, 5, "\\cong"),
  infix(5, 5, "\\doteq"),
  infix(5, 5, "\\propto"),
  infix(5, 5, "|-"),
  infix(5, 5, "|="),
  infix(5, 5, "-|"),
  infix(5, 5, "=|"),
  infix(5, 5, ":="),
  infix(5, 5, "::="),
  leftInfix(5, 14, "\\cdot"),
  leftInfix(6, 6, "@@"),
  infix(7, 7, ":>"),
  infix(7, 7, "<:"),
  infix(8, 8, "\\"),
  leftInfix(8, 8, "\\cup", "\\union"),
  leftInfix(8, 8, "\\cap", "\\intersect"),
  infix(9, 9, ".."),
  infix(9, 9, "..."),
  infix(9, 13, "!!"),
  leftInfix(9, 13, "##"),
  leftInfix(9, 13, "$"),
  leftInfix(9, 13, "$$"),
  leftInfix(9, 13, "??"),
  leftInfix(9, 13, "\\sqcap"),
  leftInfix(9, 13, "\\sqcup"),
  leftInfix(9, 13, "\\uplus"),
  infix(9, 14, "\\wr"),
  prefix(10, 13, "DOMAIN"),
  prefix(10, 13, "SUBSET"),
  prefix(10, 13, "UNION"),
  leftInfix(10, 10, "+"),
  leftInfix(10, 10, "++"),
  leftInfix(10, 10, "\\oplus", "(+)"),
  infix(10, 11, "%"),
  leftInfix(10, 11, "%%"),
  leftInfix(10, 11, "|"),
  leftInfix(10, 11, "||"),
  leftInfix(10, 13, "\\X", "\\times"),
  leftInfix(11, 11, "-"),
  leftInfix(11, 11, "--"),
  leftInfix(11, 11, "\\ominus", "(-)"),
  { name: "-.", fixity: "prefix", spellings: ["-.", "-"], low: 12, high: 12, associativity: "none" },
  leftInfix(13, 13, "*"),
  leftInfix(13, 13, "**"),
  infix(13, 13, "/"),
  infix(13, 13, "//"),
  infix(13, 13, "\\div"),
  leftInfix(13, 13, "&"),
  leftInfix(13, 13, "&&"),
  leftInfix(13, 13, "\\o", "\\circ"),
  leftInfix(13, 13, "\\bigcirc"),
  leftInfix(13, 13, "\\bullet"),
  leftInfix(13, 13, "\\star"),
  leftInfix(13, 13, "\\odot", "(.)"),
  infix(13, 13, "\\oslash", "(/)"),
  leftInfix(13, 13, "\\otimes", "(\\X)"),
  infix(14, 14, "^"),
  infix(14, 14, "^^"),
  postfix(15, 15, "'"),
  postfix(15, 15, "^+"),
  postfix(15, 15, "^*"),
  postfix(15, 15, "^#"),
];

const BY_SPELLING: Readonly<Record<Fixity, ReadonlyMap<string, Operator>>> = {
  prefix: spellingsOf("prefix"),
  infix: spellingsOf("infix"),
  postfix: spellingsOf("postfix"),
};

function spellingsOf(fixity: Fixity): ReadonlyMap<string, Operator> {
  return new Map(
    OPERATORS.filter((o) => o.fixity === fixity).flatMap((o) => o.spellings.map((s) => [s, o] as const)),
  );
}

/**
 * Finds an operator by how it is written (its canonical name is one way).
 * @returns undefined if nothing of that fixity is spelled so.
 */
export function findOperator(spelling: string, fixity: Fixity): Operator | undefined {
  return BY_SPELLING[fixity].get(spelling);
}

/**
 * The canonical name of an operator symbol that stands for itself, as in `Op(+, -.)`.
 * Where a symbol is both infix and prefix (`-`) the infix operator is meant, as `-.` names the other.
 * @returns undefined if no operator is spelled so.
 */
export function operatorName(spelling: string): string | undefined {
  return (
    findOperator(spelling, "infix") ??
    findOperator(spelling, "prefix") ??
    findOperator(spelling, "postfix")
  )?.name;
}

/** Whether `left` binds tighter than `right`: every precedence in its range lies above. */
export function bindsTighter(left: Operator, right: Operator): boolean {
  return left.low > right.high;
}
