/**
 * The token types of both file forms.
 *
 * The lexer finds only coarse tokens: any word, any symbol. Which keyword, unit word or operator a token is gets
 * decided afterwards from its text and its neighbours (see classify.ts); the parser then needs little lookahead.
 */
import { createToken, Lexer, type TokenType } from "chevrotain";
import { OPERATORS } from "./operators.js";
import { UNICODE_SPELLINGS } from "./spellings.js";

/** A token type that no pattern produces: the classifier or the junction stack gives it to a token. */
function derived(name: string, label: string, ...categories: TokenType[]): TokenType {
  return createToken({ name, label, pattern: Lexer.NA, categories });
}

function symbol(text: string, name: string, ...categories: TokenType[]): TokenType {
  return createToken({ name, label: `"${text}"`, pattern: text, categories });
}

// ───────────────────────────── names, literals ─────────────────────────────

export const Identifier = createToken({
  name: "Identifier",
  label: "name",
  // At least one letter, wherever; the bound keeps long rows of `_` from being looked through again and again.
  pattern: /[0-9_]{0,255}[A-Za-z][A-Za-z0-9_]*/,
});
export const NumberToken = createToken({
  name: "Number",
  label: "number",
  pattern: /\\[bB][01]+|\\[oO][0-7]+|\\[hH][0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?|\.[0-9]+(?![A-Za-z_0-9])/,
});
export const StringToken = createToken({ name: "String", label: "string", pattern: /"(?:[^"\\\r\n]|\\.)*"/ });
export const UnclosedString = createToken({
  name: "UnclosedString",
  label: "unclosed string",
  pattern: /"[^\r\n]*/,
});
export const At = symbol("@", "At");
export const Underscore = symbol("_", "Underscore");

// ───────────────────────────── operators ─────────────────────────────

export const InfixOperator = derived("InfixOperator", "infix operator");
export const PrefixOperator = derived("PrefixOperator", "prefix operator");
export const PostfixOperator = derived("PostfixOperator", "postfix operator");
/** An operator's symbol that stands for the operator itself: an argument, a substitution, after `!`. */
export const OperatorName = derived("OperatorName", "operator symbol");

export const And = symbol("/\\", "And", InfixOperator);
export const Or = symbol("\\/", "Or", InfixOperator);
export const Minus = symbol("-", "Minus", InfixOperator, PrefixOperator);
export const Equals = symbol("=", "Equals", InfixOperator);
export const In = derived("In", '"\\in"', InfixOperator);
export const Box = symbol("[]", "Box", PrefixOperator);
/** A sign in Unicode; it gets the type of its ASCII spelling before anything else is decided (see unicode.ts). */
export const UnicodeSign = createToken({
  name: "UnicodeSign",
  label: "Unicode sign",
  pattern: new RegExp(["⟩_", ...UNICODE_SPELLINGS.keys()].join("|")),
});

/** The bullet of a second or later item: `/\` or `\/` exactly under the first bullet of the innermost list. */
export const AndBullet = derived("AndBullet", '"/\\" under the first');
export const OrBullet = derived("OrBullet", '"\\/" under the first');
/** What the parser sees instead of a token that lies at or left of the innermost list's column. */
export const ListEnd = derived("ListEnd", "end of the list");

// ───────────────────────────── punctuation ─────────────────────────────

export const DefinedAs = symbol("==", "DefinedAs");
export const Comma = symbol(",", "Comma");
export const Colon = symbol(":", "Colon");
export const DoubleColon = symbol("::", "DoubleColon");
export const Dot = symbol(".", "Dot");
export const Bang = symbol("!", "Bang");
export const Arrow = symbol("->", "Arrow");
export const MapsTo = symbol("|->", "MapsTo");
export const Substitute = symbol("<-", "Substitute");
export const LeftParen = symbol("(", "LeftParen");
export const RightParen = symbol(")", "RightParen");
export const LeftBracket = symbol("[", "LeftBracket");
export const RightBracket = symbol("]", "RightBracket");
export const RightBracketSub = symbol("]_", "RightBracketSub");
export const LeftBrace = symbol("{", "LeftBrace");
export const RightBrace = symbol("}", "RightBrace");
export const LeftAngle = symbol("<<", "LeftAngle");
export const RightAngle = symbol(">>", "RightAngle");
export const RightAngleSub = symbol(">>_", "RightAngleSub");
export const Semicolon = symbol(";", "Semicolon");
/** `<<`, `>>` or `:` after a `!`: the way to a part of a definition. */
export const PartSign = derived("PartSign", '"<<" | ">>" | ":"');
/** `[` of a function literal: a `|->` follows inside, after bounds. */
export const FunctionBracket = derived("FunctionBracket", '"["');
/** `[` of a record: a field and `|->` follow. */
export const RecordBracket = derived("RecordBracket", '"["');
/** `[` of a set of records: a field and `:` follow. */
export const RecordSetBracket = derived("RecordSetBracket", '"["');
/** `:=` of an assignment, in a spec; an operator in a module. */
export const Assign = derived("Assign", '":="');
/** `+` of `fair+`. */
export const StrongSign = derived("StrongSign", '"+"');
/** `||` between the parts of an assignment, in a statement; an operator elsewhere. */
export const Parallel = derived("Parallel", '"||"');

// ───────────────────────────── module frame ─────────────────────────────

export const ModuleHeader = createToken({
  name: "ModuleHeader",
  label: '"---- MODULE"',
  pattern: /-{4,}[ \t]*MODULE(?![A-Za-z0-9_])/,
  push_mode: "inside",
});
export const Separator = createToken({ name: "Separator", label: '"----"', pattern: /-{4,}/ });
export const ModuleEnd = createToken({
  name: "ModuleEnd",
  label: '"===="',
  pattern: /={4,}/,
  pop_mode: true,
});

// ───────────────────────────── keywords of TLA+ ─────────────────────────────

function keyword(name: string, ...spellings: string[]): TokenType {
  const token = derived(name, spellings.map((s) => `"${s}"`).join(" | "));
  for (const spelling of spellings) reserved.set(spelling, token);
  return token;
}

const reserved = new Map<string, TokenType>();

/** Reserved words, backslash words such as `\A` among them, that are not operators. */
export const RESERVED: ReadonlyMap<string, TokenType> = reserved;

export const Assume = keyword("Assume", "ASSUME");
/** States an assumption of the module; ASSUME does that too, and begins what a theorem assumes. */
export const Assumption = keyword("Assumption", "ASSUMPTION", "AXIOM");
export const Theorem = keyword("Theorem", "THEOREM", "LEMMA", "PROPOSITION", "COROLLARY");
export const Constant = keyword("Constant", "CONSTANT", "CONSTANTS");
export const Variable = keyword("Variable", "VARIABLE", "VARIABLES");
export const Extends = keyword("Extends", "EXTENDS");
export const InstanceWord = keyword("Instance", "INSTANCE");
export const With = keyword("With", "WITH");
export const Local = keyword("Local", "LOCAL");
export const Recursive = keyword("Recursive", "RECURSIVE");
export const ModuleWord = keyword("Module", "MODULE");
export const If = keyword("If", "IF");
export const Then = keyword("Then", "THEN");
export const Else = keyword("Else", "ELSE");
export const Case = keyword("Case", "CASE");
export const Other = keyword("Other", "OTHER");
export const Let = keyword("Let", "LET");
export const LetIn = keyword("LetIn", "IN");
export const Choose = keyword("Choose", "CHOOSE");
export const Except = keyword("Except", "EXCEPT");
export const LambdaWord = keyword("Lambda", "LAMBDA");
export const ForAll = keyword("ForAll", "\\A", "\\forall");
export const Exists = keyword("Exists", "\\E", "\\exists");
export const TemporalForAll = keyword("TemporalForAll", "\\AA");
export const TemporalExists = keyword("TemporalExists", "\\EE");
/** `WF_` or `SF_`, cut from the subscript that follows without a gap. */
export const Fair = createToken({ name: "Fair", label: '"WF_" | "SF_"', pattern: /[WS]F_/ });
export const Use = keyword("Use", "USE", "HIDE");
export const Proof = keyword("Proof", "PROOF");
export const By = keyword("By", "BY");
export const Only = keyword("Only", "ONLY");
export const Def = keyword("Def", "DEF", "DEFS");
export const Obvious = keyword("Obvious", "OBVIOUS", "OMITTED");
export const Qed = keyword("Qed", "QED");
export const Prove = keyword("Prove", "PROVE");
export const New = keyword("New", "NEW");
/** The level of a name that an ASSUME declares; CONSTANT and VARIABLE are levels too. */
export const LevelWord = keyword("LevelWord", "STATE", "ACTION", "ACTIONS", "TEMPORAL", "TEMPORALS");
export const Define = keyword("Define", "DEFINE");
export const Have = keyword("Have", "HAVE");
export const Pick = keyword("Pick", "PICK");
export const Suffices = keyword("Suffices", "SUFFICES");
export const Take = keyword("Take", "TAKE");
export const Witness = keyword("Witness", "WITNESS");
/** `[]ASSUME` and `[]PROVE`, written without a gap. */
export const BoxAssume = createToken({
  name: "BoxAssume",
  label: '"[]ASSUME"',
  pattern: /\[\]ASSUME(?![A-Za-z0-9_])/,
});
export const BoxProve = createToken({
  name: "BoxProve",
  label: '"[]PROVE"',
  pattern: /\[\]PROVE(?![A-Za-z0-9_])/,
});
/** `<1>2.`: where a step of a proof begins, or is referred to. */
export const ProofStep = createToken({
  name: "ProofStep",
  label: "step number",
  pattern: /<(?:[0-9]+|[+*])>(?:[A-Za-z0-9_]+|[*-])?\.*/,
});
/** `<1>2`: a step's name without dots, which may stand for what the step states. */
export const StepName = derived("StepName", "name of a step", ProofStep);

// ───────────────────────────── words of the .qsc form ─────────────────────────────

const contextual = new Map<string, TokenType>();

/** Unit and statement words of a spec: names wherever they cannot be meant as the word. */
export const CONTEXTUAL: ReadonlyMap<string, TokenType> = contextual;

function word(name: string, ...spellings: string[]): TokenType {
  return divider(name, spellings, Identifier);
}

/** A word that, where it is meant as the word, is no name to the parser. */
function divider(name: string, spellings: readonly string[], ...categories: TokenType[]): TokenType {
  const token = derived(name, spellings.map((s) => `"${s}"`).join(" | "), ...categories);
  for (const spelling of spellings) contextual.set(spelling, token);
  return token;
}

export const SpecWord = word("SpecWord", "spec");
export const ExtendsWord = word("ExtendsWord", "extends");
export const ConstWord = word("ConstWord", "const");
export const SharedWord = word("SharedWord", "shared");
export const VarWord = word("VarWord", "var");
export const MacroWord = word("MacroWord", "macro");
export const InlineWord = word("InlineWord", "inline");
export const ProcedureWord = word("ProcedureWord", "procedure");
export const ProcessWord = word("ProcessWord", "process");
export const FairWord = word("FairWord", "fair");
export const ClaimWord = word(
  "ClaimWord",
  ...["invariant", "property", "reachable", "constraint", "actionconstraint", "view"],
);
export const SymmetryWord = word("SymmetryWord", "symmetry");
export const ScenarioWord = word("ScenarioWord", "scenario");
export const PatchWord = word("PatchWord", "patch");
export const ExpectWord = word("ExpectWord", "expect");
export const KernelWord = word("KernelWord", "kernel");
export const MemoryWord = word("MemoryWord", "memory");
export const BufferWord = word("BufferWord", "buffer");
export const RunWord = word("RunWord", "run");
export const StartWord = word("StartWord", "start");
export const EditWord = word("EditWord", "replace", "before", "after");
export const FromWord = word("FromWord", "from");
export const WhereWord = word("WhereWord", "where");
export const ModelWord = word("ModelWord", "model");
export const OnWord = word("OnWord", "on");
/** Before the name of a step. */
export const StepWord = word("StepWord", "rest", "atomic");
export const IfWord = word("IfWord", "if");
export const ElseWord = divider("ElseWord", ["else"]);
export const WhileWord = word("WhileWord", "while");
export const EitherWord = word("EitherWord", "either");
export const OrWord = divider("OrWord", ["or"]);
export const WithWord = word("WithWord", "with");
export const AwaitWord = word("AwaitWord", "await");
/** As a statement the same as `await`; in a process's header what all of its steps wait for. */
export const WhenWord = word("WhenWord", "when");
export const AssertWord = word("AssertWord", "assert");
export const PrintWord = word("PrintWord", "print");
export const SkipWord = word("SkipWord", "skip");
export const GotoWord = word("GotoWord", "goto");
export const CallWord = word("CallWord", "call");
export const ReturnWord = word("ReturnWord", "return");
export const BarrierWord = word("BarrierWord", "fence", "wmb", "acquire", "grace");
/** Before an assignment: how its store reaches memory. */
export const OrderWord = word("OrderWord", "release", "rmw");
export const MigrateWord = word("MigrateWord", "migrate");
export const ToWord = word("ToWord", "to");

// ───────────────────────────── lexing only ─────────────────────────────

/** The byte order mark that some editors begin a file with counts as a blank. */
export const WhiteSpace = createToken({
  name: "WhiteSpace",
  pattern: /[ \t\r\n\f\uFEFF]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const LineComment = createToken({
  name: "LineComment",
  pattern: /\\\*[^\r\n]*/,
  group: Lexer.SKIPPED,
});
export const BlockComment = createToken({
  name: "BlockComment",
  pattern: matchBlockComment,
  start_chars_hint: ["("],
  group: Lexer.SKIPPED,
  line_breaks: true,
});
/** From `(*` to the end of the text, where the comment is never closed. */
export const UnclosedComment = createToken({
  name: "UnclosedComment",
  label: "unclosed comment",
  pattern: /\(\*[\s\S]*/,
  line_breaks: true,
});
/** A backslash and letters: an operator, a quantifier, or unknown. */
export const BackslashWord = createToken({
  name: "BackslashWord",
  label: "unknown operator",
  pattern: /\\[A-Za-z]+/,
});
/** Any operator symbol that has no token type of its own. */
export const OperatorSymbol = createToken({
  name: "OperatorSymbol",
  label: "operator",
  pattern: operatorPattern(),
});
/** What stands after the end of a module, to the end of the text. */
export const Outside = createToken({
  name: "Outside",
  pattern: /[\s\S]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
/** A run of characters that begin no token. */
export const Unexpected = derived("Unexpected", "unexpected characters");

/** The lexer's modes: outside, where a module begins and after it, and inside of modules, specs and expressions. */
export const LEXER_MODES: Readonly<Record<"outside" | "inside", TokenType[]>> = {
  outside: [ModuleHeader, Outside],
  // The first pattern that matches wins, so a symbol stands before those that it starts with.
  inside: [
    ...[WhiteSpace, LineComment, BlockComment, UnclosedComment, Fair, Identifier, NumberToken],
    ...[StringToken, UnclosedString, ModuleHeader, Separator, ModuleEnd, And, Or, BackslashWord],
    ...[DefinedAs, RightBracketSub, RightAngleSub, MapsTo, Arrow, Substitute, ProofStep, LeftAngle],
    ...[
      RightAngle,
      BoxAssume,
      BoxProve,
      Box,
      OperatorSymbol,
      DoubleColon,
      Minus,
      Equals,
      Comma,
      Colon,
      Dot,
      Bang,
      At,
      Underscore,
    ],
    ...[LeftParen, RightParen, LeftBracket, RightBracket, LeftBrace, RightBrace, Semicolon, UnicodeSign],
  ],
};

function operatorPattern(): RegExp {
  const own = new Set(["/\\", "\\/", "-", "=", "[]"]);
  const spellings = OPERATORS.flatMap((o) => o.spellings).filter(
    (s) => !own.has(s) && /^[!-~]+$/.test(s) && !/[A-Za-z]/.test(s.replace("(\\X)", "")),
  );
  spellings.sort((a, b) => b.length - a.length);
  return new RegExp(spellings.map((s) => s.replace(/[^A-Za-z<>=#%&@~:!-]/g, "\\$&")).join("|"));
}

/** Comments nest, which no regular expression can follow. */
function matchBlockComment(text: string, offset: number): [string] | null {
  if (text.charCodeAt(offset + 1) !== 0x2a) return null;
  const edge = /\(\*|\*\)/g;
  edge.lastIndex = offset;
  let depth = 0;
  for (let match = edge.exec(text); match !== null; match = edge.exec(text)) {
    depth += match[0] === "(*" ? 1 : -1;
    if (depth === 0) return [text.slice(offset, edge.lastIndex)];
  }
  return null;
}
