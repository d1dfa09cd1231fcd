/** Units and statements as nested lists, spans left out. */
import type {
  ConstUnit,
  Module,
  Outcome,
  PatchEdit,
  RunStep,
  SpecUnit,
  Statement,
  StringLiteral,
  VarDeclarator,
} from "./ast.js";
import {
  definitionList,
  exprList,
  instanceList,
  localized,
  names,
  parameter,
  patternText,
  selectorList,
} from "./dump-expr.js";
import type { SExpr } from "./dump-layout.js";
import { proofList, statedList, useList } from "./dump-proof.js";
import { stringText } from "./print-names.js";

/** A module or spec with all that is in it. */
export function moduleList({ form, name, extends: extended, units }: Module): SExpr {
  const heads = extended.length === 0 ? [] : [["extends", ...extended.map((e) => e.name)]];
  return [form, name.name, ...heads, ...units.map(unitList)];
}

/** One unit of a module or spec. */
export function unitList(unit: SpecUnit): SExpr {
  switch (unit.kind) {
    case "constants":
      return ["constants", ...unit.constants.map(parameter)];
    case "variables":
      return ["variables", ...unit.variables.map(({ name }) => name)];
    case "definition":
    case "functionDefinition":
    case "instanceDefinition":
    case "recursive":
      return definitionList(unit);
    case "instance":
      return localized(unit, ["instance", ...instanceList(unit.instance)]);
    case "assume":
      return [
        unit.axiom ? "axiom" : "assume",
        ...(unit.name ? [unit.name.name, "=="] : []),
        exprList(unit.body),
      ];
    case "theorem":
      return [
        "theorem",
        ...(unit.name ? [unit.name.name, "=="] : []),
        statedList(unit.statement),
        ...(unit.proof === null ? [] : [proofList(unit.proof)]),
      ];
    case "use":
      return useList(unit);
    case "nestedModule":
      return moduleList(unit.module);
    case "const":
      return constList(unit);
    case "var":
      return [...(unit.shared ? ["shared"] : []), "var", ...unit.variables.map(declarator)];
    case "macro":
    case "inline":
      return [unit.kind, unit.name.name, names(unit.params), ...unit.body.map(statementList)];
    case "procedure":
      return [
        "procedure",
        unit.name.name,
        names(unit.params),
        ...owned(unit.anchor, unit.locals),
        ...unit.body.map(statementList),
      ];
    case "process":
      return [
        ...{ none: [], weak: ["fair"], strong: ["fair+"] }[unit.fairness],
        "process",
        unit.name.name,
        unit.identity.kind === "equals" ? "=" : "\\in",
        exprList(unit.identity.expr),
        ...(unit.on === null ? [] : [["on", declarator(unit.on)]]),
        ...(unit.when === null ? [] : [["when", exprList(unit.when)]]),
        ...owned(unit.anchor, unit.locals),
        ...unit.body.map(statementList),
      ];
    case "claim":
      return [unit.claim, unit.name.name, exprList(unit.body)];
    case "symmetry":
      return ["symmetry", ...unit.sets.map(exprList)];
    case "scenario":
      return ["scenario", unit.name.name, ...title(unit.title), ...unit.units.map(unitList)];
    case "patch": {
      const on = unit.on.length === 0 ? [] : [["on", ...unit.on.map(({ name }) => name)]];
      return ["patch", unit.name.name, ...title(unit.title), ...on, ...unit.edits.map(editList)];
    }
    case "expect": {
      const patch = unit.patch === null ? [] : ["with", unit.patch.name];
      const memory = unit.memory.length === 0 ? [] : [["memory", ...unit.memory.map(({ name }) => name)]];
      return ["expect", unit.scenario.name, ...patch, ...memory, outcomeList(unit.outcome)];
    }
    case "kernel":
      return ["kernel", stringText(unit.version.value)];
    case "memory":
      return [
        "memory",
        unit.model.name,
        ...(unit.buffer === null ? [] : [["buffer", exprList(unit.buffer)]]),
      ];
    case "run":
      return ["run", unit.name.name, ...title(unit.title), ...unit.steps.map(runStepList)];
    default:
      return unit satisfies never;
  }
}

function constList({ name, arity, value, where }: ConstUnit): SExpr {
  const head = ["const", parameter({ name: name.name, arity })];
  const restriction = where === null ? [] : [["where", exprList(where)]];
  if (value === null) return [...head, ...restriction];
  switch (value.kind) {
    case "expression":
      return [...head, exprList(value.expr), ...restriction];
    case "modelSet":
      return [...head, ["model-set", ...value.names.map((n) => n.name)], ...restriction];
    case "model":
      return [...head, ["model", value.name.name], ...restriction];
    default:
      return value satisfies never;
  }
}

function declarator({ name, init }: VarDeclarator): SExpr {
  return init === null ? name.name : [name.name, init.kind === "equals" ? "=" : "\\in", exprList(init.expr)];
}

function owned(anchor: StringLiteral | null, locals: readonly VarDeclarator[]): readonly SExpr[] {
  const from: SExpr[] = anchor === null ? [] : [["from", stringText(anchor.value)]];
  return locals.length === 0 ? from : [...from, ["var", ...locals.map(declarator)]];
}

function title(literal: StringLiteral | null): readonly string[] {
  return literal === null ? [] : [stringText(literal.value)];
}

function runStepList(step: RunStep): SExpr {
  switch (step.kind) {
    case "start":
      return ["start", exprList(step.where)];
    case "assert":
      return ["assert", exprList(step.condition)];
    case "step": {
      const { owner, index, step: name } = step;
      const taken: SExpr[] =
        index === null || owner === null
          ? [owner === null ? name.name : `${owner.name}.${name.name}`]
          : [[owner.name, exprList(index)], name.name];
      const where = step.where === null ? [] : [["where", exprList(step.where)]];
      return ["take", ...taken, ...step.args.map(exprList), ...where];
    }
    default:
      return step satisfies never;
  }
}

function editList(edit: PatchEdit): SExpr {
  switch (edit.kind) {
    case "edit":
      return [edit.where, `${edit.owner.name}.${edit.step.name}`, ...edit.body.map(statementList)];
    case "redefine":
      return unitList(edit.unit);
    default:
      return edit satisfies never;
  }
}

function outcomeList(outcome: Outcome): SExpr {
  switch (outcome.kind) {
    case "holds":
      return outcome.property === null ? "holds" : ["holds", outcome.property.name];
    case "violates":
    case "reaches":
      return [outcome.kind, outcome.property.name];
    case "deadlocks":
      return "deadlocks";
    case "runs":
      return ["runs", outcome.run.name];
    default:
      return outcome satisfies never;
  }
}

/** One statement with all that is in it. */
function statementList(statement: Statement): SExpr {
  switch (statement.kind) {
    case "labelled":
      return [
        ...(statement.rest ? ["rest"] : []),
        ...(statement.atomic ? ["atomic"] : []),
        ...(statement.rest || statement.atomic ? [] : ["step"]),
        statement.label.name,
        ...title(statement.c),
        ...owned(statement.anchor, []),
        statementList(statement.statement),
      ];
    case "assign": {
      const parts = statement.parts.map(({ variable, path, value }) => [
        ":=",
        path.length === 0 ? variable.name : [variable.name, ...path.map(selectorList)],
        exprList(value),
      ]);
      const stores = parts.length === 1 ? parts[0]! : ["||", ...parts];
      return statement.order === "plain" ? stores : [statement.order, stores];
    }
    case "ifStatement": {
      const otherwise = statement.else.length === 0 ? [] : [block("else", statement.else)];
      return ["if", exprList(statement.condition), block("then", statement.then), ...otherwise];
    }
    case "while":
      return ["while", exprList(statement.condition), ...statement.body.map(statementList)];
    case "either":
      return ["either", ...statement.branches.map((branch) => block("or", branch))];
    case "with": {
      const bindings = statement.bindings.map(({ pattern, relation, expr }) => [
        relation === "in" ? "\\in" : "=",
        patternText(pattern),
        exprList(expr),
      ]);
      return ["with", ...bindings, block("do", statement.body)];
    }
    case "await":
    case "assert":
      return [statement.kind, exprList(statement.condition)];
    case "print":
      return ["print", exprList(statement.value)];
    case "skip":
    case "return":
      return [statement.kind];
    case "barrier":
      return [statement.barrier];
    case "migrate":
      return ["migrate", exprList(statement.to)];
    case "goto":
      return ["goto", statement.label.name];
    case "call":
      return ["call", statement.procedure.name, ...statement.args.map(exprList)];
    case "use":
      return ["use", statement.name.name, ...statement.args.map(exprList)];
    default:
      return statement satisfies never;
  }
}

function block(word: string, statements: readonly Statement[]): SExpr {
  return [word, ...statements.map(statementList)];
}
