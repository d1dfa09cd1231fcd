/** Which names expressions and units use, and the choice of new ones that meet none of them. */

import type { Program } from "../../modules/load.js";
import { isStandard } from "../../modules/standard/index.js";
import { definedNames } from "../../modules/units.js";
import type { Expr, Module, SpecUnit } from "../../syntax/ast.js";
import {
  freshName,
  type Rewriting,
  rewrite,
  rewriteDefinition,
  rewriteInstance,
  rewriteStatement,
} from "./rewrite.js";

/** Words of TLA+ that cannot be names, and operators that every module knows. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "ASSUME ASSUMPTION AXIOM BOOLEAN BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF DEFINE DEFS DOMAIN ELSE ENABLED " +
    "EXCEPT EXTENDS FALSE HAVE HIDE IF IN INSTANCE LAMBDA LEMMA LET LOCAL MODULE NEW OBVIOUS OMITTED ONLY OTHER PICK " +
    "PROOF PROPOSITION PROVE QED RECURSIVE SF_ STATE STRING SUBSET SUFFICES TAKE TEMPORAL THEN THEOREM TRUE UNCHANGED " +
    "UNION USE VARIABLE VARIABLES WF_ WITH WITNESS ACTION"
  ).split(" "),
);

/**
 * Names of the standard modules. A translation may come to extend one of these, and TLC may know another version
 * of it, so none of them is given to anything new.
 */
const STANDARD: ReadonlySet<string> = new Set(
  (
    "Nat Int Real Infinity Seq Len Append Head Tail SubSeq SelectSeq Cardinality IsFiniteSet IsABag BagToSet SetToBag " +
    "BagIn EmptyBag CopiesIn BagCup BagUnion SubBag BagOfAll BagCardinality Print PrintT Assert JavaTime TLCGet TLCSet " +
    "Permutations SortSeq RandomElement Any ToString TLCEval TLCExt"
  ).split(" "),
);

/** Names that a spec with processes gets from the translation. */
export const GENERATED = [
  "pc",
  "stack",
  "vars",
  "ProcSet",
  "Init",
  "Next",
  "Spec",
  "Terminating",
  "Termination",
  "self",
  "defaultInitValue",
] as const;

/** Gives out names, each only once. */
export class Namer {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.taken = new Set([...taken, ...GENERATED, ...RESERVED, ...STANDARD]);
  }

  /** The first of the wanted names that is free, else the last one with a number. */
  take(...wanted: readonly [string, ...string[]]): string {
    const free = wanted.find((name) => !this.isTaken(name));
    const name = free ?? freshName(wanted.at(-1)!, (candidate) => this.isTaken(candidate));
    this.taken.add(name);
    return name;
  }

  private isTaken(name: string): boolean {
    // `WF_x` and `SF_x` would be read as fairness.
    return this.taken.has(name) || /^[WS]F_/.test(name);
  }
}

/** The names that occur free in an expression; `@` counts as one. */
export function freeNames(expr: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  rewrite(expr, freeNameCollector(names));
  return names;
}

/** Collects free names while something is rewritten to itself. */
export function freeNameCollector(names: Set<string>): Rewriting {
  return {
    avoid: () => false,
    visit(node, scope) {
      if (node.kind === "reference") {
        const name = node.path[0]?.name ?? node.name;
        if (!scope.has(name)) names.add(name);
      }
      if (node.kind === "at") names.add("@");
      return undefined;
    },
  };
}

/** The names and operators that a unit of a plain module (no processes) refers to, its own parameters left out. */
export function unitDependencies(unit: SpecUnit): ReadonlySet<string> {
  const known = dependenciesOf.get(unit) ?? collectDependencies(unit);
  dependenciesOf.set(unit, known);
  return known;
}

/** Units never change, and whoever orders them asks several times. */
const dependenciesOf = new WeakMap<SpecUnit, ReadonlySet<string>>();

function collectDependencies(unit: SpecUnit): ReadonlySet<string> {
  const names = new Set<string>();
  const collector = freeNameCollector(names);
  const collect: Rewriting = {
    ...collector,
    visit(node, scope, again) {
      if (node.kind === "operator" && !scope.has(node.op)) names.add(node.op);
      return collector.visit(node, scope, again);
    },
  };
  switch (unit.kind) {
    case "definition":
    case "functionDefinition":
    case "instanceDefinition":
      rewriteDefinition(unit, collect);
      break;
    case "instance":
      rewriteInstance(unit.instance, collect);
      break;
    case "assume":
    case "claim":
      rewrite(unit.body, collect);
      break;
    case "theorem":
      rewriteStatement(unit.statement, collect);
      break;
    case "nestedModule":
      for (const inner of unit.module.units) for (const name of unitDependencies(inner)) names.add(name);
      break;
    default:
      break;
  }
  return names;
}

/**
 * The same with what an INSTANCE takes from around it without saying so: the module's constants and variables, by
 * name, and the module itself where it stands inside the spec.
 */
export function allDependencies(unit: SpecUnit, program: Program): ReadonlySet<string> {
  const names = new Set(unitDependencies(unit));
  if (unit.kind === "instance" || unit.kind === "instanceDefinition") {
    const { module, substitutions } = unit.instance;
    const given = new Set(substitutions.map(({ from }) => from.name));
    for (const name of declaredNames(module.name, program)) if (!given.has(name)) names.add(name);
    names.add(module.name);
  }
  return names;
}

function declaredNames(name: string, program: Program): readonly string[] {
  return modulesBehind(name, program)
    .flatMap((module) => module.units)
    .filter((unit) => unit.kind === "constants" || unit.kind === "variables")
    .flatMap((unit) => definedNames(unit).map((one) => one.name));
}

/**
 * The names that a unit of a plain module gives a meaning to, whether it defines them or brings them in. Operators of
 * the standard modules mean the same wherever they come from.
 */
export function definedIn(unit: SpecUnit, program: Program): readonly string[] {
  if (unit.kind !== "instance") return definedNames(unit).map(({ name }) => name);
  return modulesBehind(unit.instance.module.name, program)
    .filter((module) => !isStandard(module.span.source))
    .flatMap(exportedNames);
}

/** The names that `INSTANCE M` without a name of its own brings in: all that M defines or extends. */
export function namesGivenBy(name: string, program: Program): readonly string[] {
  return modulesBehind(name, program).flatMap(exportedNames);
}

/** A module that a spec can instantiate, one inside it or one of a file, and all that it extends. */
function modulesBehind(name: string, program: Program): readonly Module[] {
  const inside = program.root.units.find(
    (unit) => unit.kind === "nestedModule" && unit.module.name.name === name,
  );
  const module = inside?.kind === "nestedModule" ? inside.module : program.modules.get(name);
  if (module === undefined) return [];
  return [module, ...module.extends.flatMap((extended) => modulesBehind(extended.name, program))];
}

/** The names that a TLA+ module gives to whoever extends it. */
export function exportedNames(module: Module): readonly string[] {
  return module.units.flatMap((unit) =>
    "local" in unit && unit.local ? [] : definedNames(unit).map(({ name }) => name),
  );
}
