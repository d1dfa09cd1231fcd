import type { TokenType } from "chevrotain";
import * as t from "../../../grammar/tokens.js";
import type { Diagnostic } from "../diagnostic.js";
import { type Place, quote } from "./place.js";
import { describeProofError } from "./proof-mistakes.js";

/** What a rule can go on with where several ways are open, in words. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  term: "an expression",
  subscript: "a variable or a tuple of variables",
  member: "a name, or what chooses a part: a number, `<<`, `>>`, `@`, `:` or arguments in parentheses",
  postfix: "an expression",
  tupleOrAction: "`,` or `>>`",
  bracketed: "`->`, `EXCEPT` or `]_`",
  update: "`[` or `.`",
  selector: "`[` or `.`",
  set: "a bound: `name \\in set`",
  caseArm: "an expression",
  letIn: "a definition",
  definition: "an expression",
  localDefinition: "a definition",
  localUnit: "a definition or `INSTANCE`",
  boundNames: "a name",
  quantified: "a name",
  temporallyQuantified: "a name",
  lambda: "a name",
  tuplePattern: "a name",
  bound: "a name",
  functionLiteral: "a name",
  callArguments: "an expression",
  extendsList: "the name of a module",
  variables: "the name of a variable",
  constants: "the name of a constant",
  recursive: "the name of an operator",
  instance: "what is substituted: `name <- expression`",
  record: "the name of a field",
  recordSet: "the name of a field",
  caseOf: "an expression",
  assignment: "a variable",
  eitherStatement: "`or` and another branch",
  withStatement: "`name \\in set` or `name = value`",
  locals: "the name of a variable",
  constUnit: "the name of a constant",
  symmetryUnit: "a set",
  patchUnit: "the name of a patch",
  choose: "a name",
  binding: "`\\in` or `=`",
  parameter: "the name of a parameter",
  definitionParameters: "`==`",
  substitution: "a name",
  body: "a statement or `{`",
  statement: "a statement",
  processUnit: "`=` or `\\in` and the identity of the process",
  modelValue: "a name or `{`",
  declarator: "a value",
  theorem: "an expression",
  statementToProve: "an expression or ASSUME",
  assumeProve: "an assumption",
  assumed: "an assumption",
  proof: "a step of the proof",
  steps: "a step of the proof",
  step: "what the step states",
  facts: "a fact",
  fact: "a fact",
  definitionsStep: "a definition",
  takeStep: "a name",
  pickStep: "a name",
  witnessStep: "an expression",
};

/** What a name stands for, by the rule that needs it. */
const NAMES: Readonly<Record<string, string>> = {
  module: "the name of the module",
  spec: "the name of the spec",
  extendsList: "the name of a module",
  fact: "the name of a module",
  instanceMember: "the name of a definition",
  instance: "the name of a module",
  variables: "the name of a variable",
  declarator: "the name of a variable",
  parameter: "a name",
  definitionParameters: "the name of an operand",
  selector: "the name of a field",
  postfix: "the name of a field",
  gotoStatement: "the label to go to",
  callStatement: "the name of a procedure",
  scenarioUnit: "the name of the scenario",
  patchUnit: "the name of a patch",
  patchEdit: "the name of a step",
  processUnit: "the name of the process",
  procedureUnit: "the name of the procedure",
  macroUnit: "the name of the macro",
  inlineUnit: "the name of the inline",
  stepTaken: "the name of a step",
};

/** Rules whose parts are divided by commas. */
const LISTS: ReadonlySet<string> = new Set([
  ...["callArguments", "actualArguments", "set", "record", "recordSet", "bracketed", "postfix", "selector"],
  ...["definitionParameters", "formalParameters", "parameter", "withStatement", "modelValue"],
]);

/** The message where none of the typical mistakes was made: what was expected, and what stands there. */
export function describeExpected(place: Place): Diagnostic {
  const { failure, token } = place;
  if (failure.outside !== null && token !== undefined && !place.cutShort) {
    const { line, column } = place.source.position(failure.outside.startOffset);
    return place.error("G013", `${quote(token)} stands too far left to belong to the list that it is in`, [
      `the list begins with the ${quote(failure.outside)} at line ${line}, column ${column}`,
      `what belongs to one of its items stands right of that column`,
    ]);
  }
  const missing = missingBefore(place);
  if (missing !== null)
    return place.error("G001", `expected ${missing}${place.after()}, found ${place.found()}`);
  switch (failure.kind) {
    case "mismatch":
      return describeMismatch(place, failure.expected);
    case "noAlternative": {
      const before = place.previous?.tokenType;
      if (place.rule === "definitionParameters" && (before === t.LeftParen || before === t.Comma)) {
        return place.error(
          "G001",
          `expected the name of a parameter${place.after()}, found ${place.found()}`,
        );
      }
      const what = ALTERNATIVES[place.rule];
      return what === undefined
        ? place.error("G001", `${place.found()} is not expected here`)
        : place.error("G001", `expected ${what}${place.after()}, found ${place.found()}`);
    }
    case "noSemicolon":
      return place.error(
        "G001",
        `expected \`;\` between two ${place.rule === "run item" ? "items of a run" : "statements"}, found ${place.found()}`,
      );
    case "leftover":
      return describeLeftover(place);
    case "misplaced":
      return place.error("G001", `${place.found()} does not belong here`);
    case "definedWithEquals":
      return place.error("G003", "a definition is written with `==`, not with `=`");
    case "wrongLevel":
    case "proofOfNothing":
    case "secondProof":
    case "stepOutside":
    case "stepToCome":
      return describeProofError(place, failure.kind);
    case "tooDeep":
      return place.error("G009", "expressions or statements are nested too deeply here", [
        "give parts of it names with definitions, LET or procedures",
      ]);
  }
}

const OPERATORS: ReadonlySet<TokenType> = new Set([
  ...[t.InfixOperator, t.PrefixOperator, t.And, t.Or, t.Minus, t.Equals, t.In, t.Box, t.DefinedAs],
]);

/** What is missing where a text breaks off and something else begins, as far as the last token tells. */
function missingBefore(place: Place): string | null {
  const before = place.previous?.tokenType;
  const breaksOff = place.cutShort || place.failure.kind === "leftover";
  if (before === undefined || !(breaksOff || place.rule === "term")) return null;
  if (OPERATORS.has(before)) return "an expression";
  if (before === t.Comma && breaksOff) return "another entry";
  return null;
}

function describeMismatch(place: Place, expected: TokenType | null): Diagnostic {
  const found = place.found();
  switch (expected) {
    case t.RightParen:
    case t.RightBracket:
    case t.RightBrace:
    case t.RightAngle:
      return describeUnclosed(place, expected);
    case t.Then:
      return place.error("G018", `expected \`THEN\`${place.after()}, found ${found}`, [
        whereOpened(place, expected),
      ]);
    case t.Else:
      return place.error("G018", `expected \`ELSE\`${place.after()}, found ${found}`, [
        `${whereOpened(place, expected)}; in TLA+ every IF has an ELSE`,
      ]);
    case t.LetIn:
      return place.error("G018", `expected \`IN\` or another definition${place.after()}, found ${found}`, [
        whereOpened(place, expected),
      ]);
    case t.ModuleEnd:
      return place.error(
        "G014",
        "this module has no end",
        ["write `====` after its last unit"],
        place.tokens[0],
      );
    case t.Separator:
      return place.error("G014", `expected \`----\` after the name of the module, found ${found}`);
    case t.Identifier:
      return place.error("G001", `expected ${NAMES[place.rule] ?? "a name"}${place.after()}, found ${found}`);
    case t.In:
      return place.error("G001", `expected \`\\in\` and a set${place.after()}, found ${found}`);
    case null:
      return place.error("G001", `${found} is not expected here`);
    default: {
      const label = (expected.LABEL ?? expected.name).replaceAll('"', "`");
      return place.error("G001", `expected ${label}${place.after()}, found ${found}`);
    }
  }
}

function describeUnclosed(place: Place, closer: TokenType): Diagnostic {
  const label = (closer.LABEL ?? "").replaceAll('"', "`");
  const opener = place.opener(closer);
  const comma = LISTS.has(place.rule) ? "`,` or " : "";
  const opened = opener ? ` to close the ${quote(opener)} opened at line ${place.lineOf(opener)}` : "";
  return place.error("G002", `missing ${label}${opened}`, [
    `expected ${comma}${label}${place.after()}, found ${place.found()}`,
  ]);
}

function whereOpened(place: Place, closer: TokenType): string {
  const opener = place.opener(closer);
  return opener ? `the ${opener.image} stands at line ${place.lineOf(opener)}` : "";
}

/** Something follows what is complete in itself. */
function describeLeftover(place: Place): Diagnostic {
  const what = place.rule;
  if (what === "") return place.error("G001", `expected an operator${place.after()}, found ${place.found()}`);
  if (what === "statement" || what === "run item") {
    return place.error(
      "G001",
      `expected ${what === "statement" ? "a statement" : "an item of the run"} or \`}\`${place.after()}, found ${place.found()}`,
    );
  }
  const previous = place.previous?.tokenType;
  const start = previous === undefined || previous === t.Separator || previous === t.RightBrace;
  const expected = start ? "a definition or declaration" : "an operator, or a definition or declaration,";
  return place.error("G001", `expected ${expected}${place.after()}, found ${place.found()}`);
}
