/** Proofs and what only they need as nested lists, spans left out. */
import type {
  Assumed,
  AssumeProve,
  Expr,
  Facts,
  ModuleName,
  Proof,
  ProofStep,
  StepBody,
  UseUnit,
} from "./ast.js";
import { boundList, definitionList, exprList, instanceList, parameter } from "./dump-expr.js";
import type { SExpr } from "./dump-layout.js";

/** What a theorem or a step states. */
export function statedList(statement: Expr | AssumeProve): SExpr {
  return statement.kind === "assumeProve" ? sequentList(statement) : exprList(statement);
}

function sequentList({ box, assumptions, goal }: AssumeProve): SExpr {
  return [box ? "[]assume" : "assume", ...assumptions.map(assumedList), ["prove", exprList(goal)]];
}

function assumedList(assumed: Assumed): SExpr {
  switch (assumed.kind) {
    case "fact":
      return exprList(assumed.fact);
    case "nested": {
      const sequent = sequentList(assumed.sequent);
      return assumed.label === null ? sequent : ["label", assumed.label.name, sequent];
    }
    case "new":
      return ["new", assumed.level, parameter(assumed), ...(assumed.set ? [exprList(assumed.set)] : [])];
    default:
      return assumed satisfies never;
  }
}

/** A proof with all of its steps. */
export function proofList(proof: Proof): SExpr {
  switch (proof.kind) {
    case "obvious":
    case "omitted":
      return [proof.kind];
    case "by":
      return ["by", ...(proof.only ? ["only"] : []), ...factsList(proof.facts)];
    case "steps":
      return ["proof", ...proof.steps.map(stepList)];
    default:
      return proof satisfies never;
  }
}

function factsList({ facts, defs }: Facts): readonly SExpr[] {
  return [...facts.map(factList), ...(defs.length === 0 ? [] : [["def", ...defs.map(factList)]])];
}

function factList(fact: Expr | ModuleName): SExpr {
  return fact.kind === "moduleName" ? ["module", fact.module.name] : exprList(fact);
}

/** `USE` or `HIDE` with what it lists. */
export function useList({ hide, only, facts }: UseUnit): SExpr {
  return [hide ? "hide" : "use", ...(only ? ["only"] : []), ...factsList(facts)];
}

function stepList({ level, label, what, proof }: ProofStep): SExpr {
  return [`<${level}>${label ?? ""}`, bodyList(what), ...(proof === null ? [] : [proofList(proof)])];
}

function bodyList(what: StepBody): SExpr {
  switch (what.kind) {
    case "assert":
      return what.suffices ? ["suffices", statedList(what.statement)] : statedList(what.statement);
    case "case":
      return ["case", exprList(what.condition)];
    case "have":
      return ["have", exprList(what.fact)];
    case "take":
      return ["take", ...what.bounds.map(boundList)];
    case "witness":
      return ["witness", ...what.witnesses.map(exprList)];
    case "pick":
      return ["pick", ...what.bounds.map(boundList), exprList(what.condition)];
    case "define":
      return ["definitions", ...what.units.map(definitionList)];
    case "instance":
      return ["instance", ...instanceList(what.instance)];
    case "useStep":
      return useList(what.use);
    case "qed":
      return ["qed"];
    default:
      return what satisfies never;
  }
}
