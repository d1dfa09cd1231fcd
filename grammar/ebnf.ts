/** The grammar as EBNF, written from the parser's own rules. */
import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from "chevrotain";
import { OPERATORS, type Operator } from "./operators.js";
import { parser } from "./parser.js";
import { UNICODE_SPELLINGS } from "./spellings.js";
import { AndBullet, OrBullet } from "./tokens.js";

const WIDTH = 100;

/** Rules in which a reader begins, with what they are. */
const SECTIONS: Readonly<Record<string, string>> = {
  expression: "Expressions",
  tupleOrAction: "Brackets and bounds",
  recursive: "Definitions",
  statementToProve: "Proofs",
  module: "Modules (.tla)",
  block: "Statements",
  spec: "Specs (.qsc)",
};

const PREAMBLE = `(*
   The grammar of Quiesce: modules of TLA+ (rule "module") and specs (rule "spec").
   Written from the parser's own rules; a test fails when this file is stale.

   a b      a, then b          a | b    a or b          ( )   grouping
   [ a ]    a or nothing       { a }    any number of a, also none

   What the rules alone do not say:

   Expressions are flat here. Which operator takes which operand follows from the ranges of precedence in the
   table at the end: of two neighbours the one whose range lies wholly above the other's binds tighter, a
   left-associative operator may follow itself, and everything else wants parentheses. What begins with IF, CASE,
   LET, CHOOSE, LAMBDA or a quantifier reaches as far to the right as it can.

   Lists of /\\ and \\/ are read by columns. The first bullet is a /\\ or \\/ where an operand is expected; the bullet
   of each further item, <aligned> below, stands exactly under it, and everything that belongs to an item stands
   right of it. A tab reaches the next multiple of eight columns. Elsewhere /\\ and \\/ are infix operators.

   Words in lower case are names wherever they cannot be meant as the word: var x declares, var == 3 defines.
   In statements || divides assignments and := assigns; in a module, and || in parentheses, they are operators.
   Comments are (* ... *), which nest, and \\* to the end of the line. Text before a module and after its ==== is
   ignored.

   The steps of a proof all have one level, higher than that of the step that they prove; <*> stands for the level
   of the proof, and <+> for that of one that begins. A step's name stands for what it states, within its proof.
   A label's expression reaches as far to the right as it can, as if the label were not there.
   Signs in Unicode, listed at the end, stand for their spellings in ASCII, mixed with them or not.
*)
`;

const TOKENS = `(* ---- Tokens ---- *)

name    ::= letters, digits and "_", with at least one letter; not a reserved word, not begun by WF_ or SF_
number  ::= digits [ "." digits ] | "\\b" binary digits | "\\o" octal digits | "\\h" hexadecimal digits
step    ::= "<" ( digits | "*" | "+" ) ">" [ letters, digits and "_" | "*" | "-" ] { "." }
string  ::= '"' characters, with the escapes \\" \\\\ \\t \\n \\f \\r '"'
`;

/** The whole of docs/grammar.ebnf. */
export function grammarEbnf(): string {
  const rules = Object.values(parser().getGAstProductions());
  const texts = rules.map((rule) => {
    const section = SECTIONS[rule.name];
    const heading = section === undefined ? "" : `(* ---- ${section} ---- *)\n\n`;
    return `${heading}${wrap(`${rule.name} ::= `, sequence(rule.definition))}\n`;
  });
  return [PREAMBLE, ...texts, TOKENS, operatorTable(), otherSigns()].join("\n");
}

function sequence(parts: readonly IProduction[]): string {
  return parts.map((part) => production(part)).join(" ");
}

function production(part: IProduction): string {
  if (part instanceof Terminal) return terminal(part.terminalType);
  if (part instanceof NonTerminal) return part.nonTerminalName;
  if (part instanceof Alternative) return sequence(part.definition);
  if (part instanceof Alternation) return alternation(part);
  if (part instanceof Option) return `[ ${sequence(part.definition)} ]`;
  if (part instanceof Repetition) return `{ ${sequence(part.definition)} }`;
  if (part instanceof RepetitionMandatory) {
    return `${sequence(part.definition)} { ${sequence(part.definition)} }`;
  }
  if (part instanceof RepetitionMandatoryWithSeparator) return separated(part.definition, part.separator);
  if (part instanceof RepetitionWithSeparator) return `[ ${separated(part.definition, part.separator)} ]`;
  throw new Error("a kind of production that the EBNF does not know");
}

function alternation(part: Alternation): string {
  const alternatives = part.definition.map((alternative) => production(alternative));
  const real = alternatives.filter((text) => text !== "");
  const text = real.join(" | ");
  if (real.length < alternatives.length) return `[ ${text} ]`;
  return real.length === 1 ? text : `( ${text} )`;
}

function separated(definition: readonly IProduction[], separator: TokenType): string {
  const item = sequence(definition);
  return `${item} { ${terminal(separator)} ${item} }`;
}

/** A blank within a terminal, where no line may break. */
const FIXED_BLANK = "\u00a0";

function terminal(type: TokenType): string {
  if (type === AndBullet || type === OrBullet) return `<aligned>${type === AndBullet ? '"/\\"' : '"\\/"'}`;
  const label = type.LABEL ?? type.name;
  if (label.includes(" | ")) return `( ${label} )`;
  const text = label.includes(" ") && !label.startsWith('"') ? `<${label}>` : label;
  return text.replaceAll(" ", FIXED_BLANK);
}

/** Breaks a rule at blanks, its further lines indented under its right side. */
function wrap(head: string, body: string): string {
  const text = body.startsWith("( ") && closesAtEnd(body) ? body.slice(2, -2) : body;
  const lines: string[] = [];
  let line = head;
  for (const word of text.split(" ")) {
    if (line.length + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = "    ";
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join("\n").replaceAll(FIXED_BLANK, " ");
}

/** Whether the first parenthesis of a text closes at its very end. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  const words = text.split(" ");
  for (const [i, word] of words.entries()) {
    if (word === "(") depth++;
    else if (word === ")" && --depth === 0) return i === words.length - 1;
  }
  return false;
}

function operatorTable(): string {
  const fixities = ["prefix", "infix", "postfix"] as const;
  const parts = fixities.map((fixity) => {
    const rows = OPERATORS.filter((operator) => operator.fixity === fixity).map(operatorRow);
    return `<${fixity} operator>, with its range of precedence:\n${rows.join("\n")}`;
  });
  return `(* ---- Operators ----\n\n${parts.join("\n\n")}\n*)\n`;
}

function operatorRow({ low, high, associativity, spellings }: Operator): string {
  const range = low === high ? `${low}` : `${low}-${high}`;
  const left = associativity === "left" ? "  left-associative" : "";
  return `   ${range.padEnd(6)} ${spellings.join("  ").padEnd(22)}${left}`.trimEnd();
}

/** The signs that are no operators. */
function otherSigns(): string {
  const known = new Set(OPERATORS.flatMap(({ spellings }) => spellings));
  const others = [...UNICODE_SPELLINGS].filter(([sign]) => !known.has(sign));
  const rows = others.map(([sign, text]) => `   ${sign}  ${text}`);
  return `(* ---- Other signs ----\n\n${rows.join("\n")}\n*)\n`;
}
