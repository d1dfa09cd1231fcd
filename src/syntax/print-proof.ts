/** Proofs and what only they need as text. */
import type {
  Assumed,
  AssumeProve,
  Expr,
  Facts,
  ModuleName,
  NewName,
  Proof,
  ProofStep,
  StepBody,
  UseUnit,
} from "./ast.js";
import { definitionDoc, instanceDoc } from "./print-definition.js";
import { align, commaList, concat, type Doc, group, hardLine, indent, join, line } from "./print-layout.js";
import { boundsDoc, declarationText } from "./print-names.js";

type Print = (e: Expr) => Doc;

/** How far a proof stands in from what it proves. */
const PROOF_INDENT = 2;

/** What a theorem or a step states. */
export function statementDoc(statement: Expr | AssumeProve, expr: Print): Doc {
  return statement.kind === "assumeProve" ? sequentDoc(statement, expr) : expr(statement);
}

/** `ASSUME a, b PROVE c`. */
function sequentDoc({ box, assumptions, goal }: AssumeProve, expr: Print): Doc {
  const sign = box ? "[]" : "";
  const assumed = assumptions.map((each) => assumedDoc(each, expr));
  return align(
    group(
      concat(
        concat(`${sign}ASSUME `, align(join(concat(",", line), assumed))),
        concat(line, `${sign}PROVE `, align(expr(goal))),
      ),
    ),
  );
}

function assumedDoc(assumed: Assumed, expr: Print): Doc {
  switch (assumed.kind) {
    case "fact":
      return expr(assumed.fact);
    case "nested":
      return concat(
        assumed.label === null ? "" : `${assumed.label.name}:: `,
        sequentDoc(assumed.sequent, expr),
      );
    case "new":
      return newDoc(assumed, expr);
    default:
      return assumed satisfies never;
  }
}

function newDoc(declared: NewName, expr: Print): Doc {
  const word = declared.level === "constant" ? "NEW " : `NEW ${declared.level.toUpperCase()} `;
  const name = concat(word, declarationText(declared));
  return declared.set === null ? name : concat(name, " \\in ", align(expr(declared.set)));
}

/** A proof on lines of its own under what it proves; nothing where there is none. */
export function proofDoc(proof: Proof | null, expr: Print): Doc {
  return proof === null ? "" : indent(PROOF_INDENT, concat(hardLine, innerProof(proof, expr)));
}

function innerProof(proof: Proof, expr: Print): Doc {
  switch (proof.kind) {
    case "obvious":
      return "OBVIOUS";
    case "omitted":
      return "OMITTED";
    case "by":
      return concat(proof.only ? "BY ONLY " : "BY ", factsDoc(proof.facts, expr));
    case "steps":
      return align(
        join(
          hardLine,
          proof.steps.map((step) => stepDoc(step, expr)),
        ),
      );
    default:
      return proof satisfies never;
  }
}

/** `facts DEF definitions`; either part may be empty. */
function factsDoc({ facts, defs }: Facts, expr: Print): Doc {
  const fact = (each: Expr | ModuleName): Doc =>
    each.kind === "moduleName" ? `MODULE ${each.module.name}` : expr(each);
  const parts = [
    ...(facts.length === 0 ? [] : [commaList(facts.map(fact))]),
    ...(defs.length === 0 ? [] : [concat("DEF ", commaList(defs.map(fact)))]),
  ];
  return align(group(join(line, parts)));
}

/** `USE …` or `HIDE …`. */
export function useDoc({ hide, only, facts }: UseUnit, expr: Print): Doc {
  return concat(hide ? "HIDE " : "USE ", only ? "ONLY " : "", factsDoc(facts, expr));
}

function stepDoc({ level, label, what, proof }: ProofStep, expr: Print): Doc {
  const head = label === null ? `<${level}> ` : `<${level}>${label}. `;
  return concat(head, align(bodyDoc(what, expr)), proofDoc(proof, expr));
}

function bodyDoc(what: StepBody, expr: Print): Doc {
  switch (what.kind) {
    case "assert":
      return concat(what.suffices ? "SUFFICES " : "", statementDoc(what.statement, expr));
    case "case":
      return concat("CASE ", align(expr(what.condition)));
    case "have":
      return concat("HAVE ", align(expr(what.fact)));
    case "take":
      return concat("TAKE ", boundsDoc(what.bounds, expr));
    case "witness":
      return concat("WITNESS ", commaList(what.witnesses.map(expr)));
    case "pick":
      return group(
        concat(
          concat("PICK ", boundsDoc(what.bounds, expr), " :"),
          indent(PROOF_INDENT, concat(line, expr(what.condition))),
        ),
      );
    case "define":
      return concat(
        "DEFINE ",
        align(
          join(
            hardLine,
            what.units.map((unit) => definitionDoc(unit, expr)),
          ),
        ),
      );
    case "instance":
      return instanceDoc(what.instance, expr);
    case "useStep":
      return useDoc(what.use, expr);
    case "qed":
      return "QED";
    default:
      return what satisfies never;
  }
}
