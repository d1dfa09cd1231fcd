/** Expressions, definitions and instances as nested lists, spans left out. */
import type {
  Bound,
  Expr,
  FunctionDefinition,
  Instance,
  InstanceDefinition,
  Name,
  OperatorDefinition,
  Parameter,
  PartSelector,
  Pattern,
  RecursiveDeclaration,
  Reference,
  Selector,
} from "./ast.js";
import type { SExpr } from "./dump-layout.js";
import { numberText, stringText } from "./print-names.js";

/** An expression: names and literals stand for themselves, all else is a list that begins with what it is. */
export function exprList(e: Expr): SExpr {
  switch (e.kind) {
    case "reference":
      return reference(e);
    case "operator":
      return [e.op, ...e.operands.map(exprList)];
    case "number":
      return numberText(e);
    case "string":
      return stringText(e.value);
    case "at":
      return "@";
    case "junction":
      return ["list", e.op, ...e.items.map(exprList)];
    case "if":
      return ["if", exprList(e.condition), exprList(e.then), exprList(e.else)];
    case "case": {
      const arms = e.arms.map(({ guard, body }) => ["->", exprList(guard), exprList(body)]);
      return ["case", ...arms, ...(e.other ? [["other", exprList(e.other)]] : [])];
    }
    case "let":
      return ["let", ...e.units.map(definitionList), ["in", exprList(e.body)]];
    case "quantifier":
      return [e.quantifier === "forall" ? "\\A" : "\\E", ...e.bounds.map(boundList), exprList(e.body)];
    case "temporalQuantifier":
      return [e.quantifier === "forall" ? "\\AA" : "\\EE", names(e.names), exprList(e.body)];
    case "choose":
      return ["choose", bound([e.pattern], e.set), exprList(e.body)];
    case "setEnumeration":
      return ["set", ...e.items.map(exprList)];
    case "setFilter":
      return ["filter", bound([e.pattern], e.set), exprList(e.predicate)];
    case "setMap":
      return ["map", exprList(e.body), ...e.bounds.map(boundList)];
    case "function":
      return ["function", ...e.bounds.map(boundList), exprList(e.body)];
    case "functionSet":
      return ["functions", exprList(e.domain), exprList(e.range)];
    case "record":
      return ["record", ...e.fields.map(({ name, value }) => [name.name, exprList(value)])];
    case "recordSet":
      return ["records", ...e.fields.map(({ name, set }) => [name.name, exprList(set)])];
    case "except": {
      const updates = e.updates.map(({ path, value }) => [
        "update",
        ...path.map(selectorList),
        exprList(value),
      ]);
      return ["except", exprList(e.base), ...updates];
    }
    case "application":
      return ["apply", exprList(e.fn), ...e.args.map(exprList)];
    case "field":
      return ["field", exprList(e.record), e.name.name];
    case "tuple":
      return ["tuple", ...e.items.map(exprList)];
    case "product":
      return ["\\X", ...e.factors.map(exprList)];
    case "actionBox":
      return [e.form, exprList(e.action), exprList(e.subscript)];
    case "fairness":
      return [e.strength === "weak" ? "WF" : "SF", exprList(e.subscript), exprList(e.action)];
    case "lambda":
      return ["lambda", names(e.params), exprList(e.body)];
    case "label":
      return ["label", e.name.name, ...(e.params.length === 0 ? [] : [names(e.params)]), exprList(e.body)];
    case "part":
      return ["part", reference(e.root), ...e.selectors.map(partSelectorList)];
    default:
      return e satisfies never;
  }
}

/** `x`, `(call Op a b)`, and through instances `M!x` or `(call (! (I 3) M Op) a b)`. */
function reference({ path, name, args }: Reference): SExpr {
  const plain = path.every((step) => step.args.length === 0);
  const steps = path.map((step) =>
    step.args.length === 0 ? step.name : [step.name, ...step.args.map(exprList)],
  );
  const target = plain ? [...steps, name].join("!") : ["!", ...steps, name];
  return args.length === 0 ? target : ["call", target, ...args.map(exprList)];
}

/** One step of the way to a part of a definition, as it is written after the `!`. */
function partSelectorList(selector: PartSelector): SExpr {
  switch (selector.kind) {
    case "operand":
      return String(selector.index);
    case "left":
      return "<<";
    case "right":
      return ">>";
    case "body":
      return "@";
    case "definition":
      return ":";
    case "arguments":
      return ["arguments", ...selector.args.map(exprList)];
    case "name":
      return selector.args.length === 0
        ? selector.name
        : ["call", selector.name, ...selector.args.map(exprList)];
    default:
      return selector satisfies never;
  }
}

/** What may stand in a LET. */
export function definitionList(
  unit: OperatorDefinition | FunctionDefinition | InstanceDefinition | RecursiveDeclaration,
): SExpr {
  switch (unit.kind) {
    case "definition": {
      const fixity = unit.fixity === "named" ? [] : [unit.fixity];
      return localized(unit, [
        "define",
        ...fixity,
        unit.name.name,
        ...parameters(unit.params),
        exprList(unit.body),
      ]);
    }
    case "functionDefinition":
      return localized(unit, [
        "define-function",
        unit.name.name,
        ...unit.bounds.map(boundList),
        exprList(unit.body),
      ]);
    case "instanceDefinition":
      return localized(unit, [
        "define-instance",
        unit.name.name,
        ...parameters(unit.params),
        ...instanceList(unit.instance),
      ]);
    case "recursive":
      return ["recursive", ...unit.operators.map(parameter)];
    default:
      return unit satisfies never;
  }
}

/** Marks what is LOCAL. */
export function localized({ local }: { readonly local: boolean }, list: SExpr): SExpr {
  return local ? ["local", list] : list;
}

/** The module and its substitutions, as elements of the list around them. */
export function instanceList({ module, substitutions }: Instance): readonly SExpr[] {
  return [module.name, ...substitutions.map(({ from, to }) => ["<-", from.name, exprList(to)])];
}

/** `F/2`: an operator and how many arguments it takes; names without arguments stand for themselves. */
export function parameter({ name, arity }: Pick<Parameter, "name" | "arity">): string {
  return arity === 0 ? name : `${name}/${arity}`;
}

/** `[x y]`. */
export function names(list: readonly Name[]): string {
  return `[${list.map(({ name }) => name).join(" ")}]`;
}

/** One step into a value. */
export function selectorList(selector: Selector): SExpr {
  switch (selector.kind) {
    case "index":
      return ["at", ...selector.args.map(exprList)];
    case "field":
      return `.${selector.name.name}`;
    default:
      return selector satisfies never;
  }
}

function parameters(params: readonly Parameter[]): readonly string[] {
  return params.length === 0 ? [] : [`[${params.map(parameter).join(" ")}]`];
}

/** Names with the set that they range over. */
export function boundList({ patterns, set }: Bound): SExpr {
  return bound(patterns, set);
}

/** `[x y]` without a set, else `(in [x y] S)`. */
function bound(patterns: readonly Pattern[], set: Expr | null): SExpr {
  const introduced = `[${patterns.map(patternText).join(" ")}]`;
  return set === null ? introduced : ["in", introduced, exprList(set)];
}

/** A name, or `<<a b>>`. */
export function patternText(pattern: Pattern): string {
  switch (pattern.kind) {
    case "name":
      return pattern.name;
    case "tuple":
      return `<<${pattern.names.map(({ name }) => name).join(" ")}>>`;
    default:
      return pattern satisfies never;
  }
}
