/** Expressions as TLA+ text, laid out as people write it. */
import { findOperator } from "../../grammar/operators.js";
import type {
  ActionBox,
  CartesianProduct,
  CaseExpr,
  ExceptExpr,
  Expr,
  IfExpr,
  Junction,
  LetExpr,
  OperatorUse,
  PartSelector,
  Reference,
  Selector,
} from "./ast.js";
import { type Definition, definitionDoc } from "./print-definition.js";
import {
  align,
  commaList,
  concat,
  type Doc,
  flatWidth,
  group,
  hardLine,
  indent,
  join,
  lastText,
  line,
  sequence,
} from "./print-layout.js";
import { boundsDoc, isSymbol, nameList, numberText, patternDoc, stringText } from "./print-names.js";
import {
  APPLICATION,
  captures,
  FIELD,
  type Follower,
  isOpen,
  NEXT_ARM,
  operatorOf,
  yields,
} from "./print-precedence.js";

import { arm, beside, bracketed, isBlock, parenthesised } from "./print-shape.js";

/** Left sides up to this width keep a bracketed right side beside them instead of on a line of its own. */
const SHORT = 24;

/** Infix operators behind which a line is broken; before all others it is broken in front. */
const BROKEN_AFTER: ReadonlySet<string> = new Set([
  ...["=", "/=", "\\in", "\\notin", "\\subseteq", "<", ">", "<=", ">=", ":>"],
  ...["=>", "<=>", "~>", "-+->"],
]);

/** Operators that stand between their operands without blanks. */
const TIGHT: ReadonlySet<string> = new Set(["..", "..."]);

/** Infix operators of TLA+ that are statement syntax in a process: parenthesised there. */
const STATEMENT_SYMBOLS: ReadonlySet<string> = new Set(["||", ":="]);

/** Where expressions stand: in a statement `||` and `:=` would end them. */
export type Setting = "formula" | "statement";

/** Prints expressions for one setting. */
export class ExpressionPrinter {
  /** The expression on its own: nothing that could be drawn into it follows. */
  readonly expr = (e: Expr): Doc => this.operand(e, null);

  constructor(private readonly setting: Setting) {}

  /** The expression, never to be mistaken for a relation: for the right side of `=` and `:=`. */
  readonly value = (e: Expr): Doc => {
    const ambiguous = e.kind === "operator" && e.op === "=";
    return ambiguous ? parenthesised(this.expr(e)) : this.expr(e);
  };

  /** The set of a bound: an expression without an end of its own gets parentheses, for the reader's sake. */
  private readonly set = (e: Expr): Doc => (isOpen(e) ? parenthesised(this.expr(e)) : this.expr(e));

  /** The arguments of an application or operator in parentheses or brackets. */
  arguments(open: string, args: readonly Expr[], close: string): Doc {
    // `Op(+)` and `Op(*, x)` would be read as the operator `(+)` and the comment `(*`.
    const blank = args.some((arg) => isOperatorName(arg) && (args.length === 1 || arg.name.startsWith("*")));
    const space = blank ? " " : "";
    return concat(open, space, commaList(args.map(this.expr)), space, close);
  }

  /** `[i, j]` or `.name`, as in EXCEPT and on the left of an assignment. */
  selector(selector: Selector): Doc {
    switch (selector.kind) {
      case "index":
        return this.arguments("[", selector.args, "]");
      case "field":
        return `.${selector.name.name}`;
      default:
        return selector satisfies never;
    }
  }

  private operand(e: Expr, after: Follower): Doc {
    const wrap = captures(e, after) || (this.setting === "statement" && isStatementSymbol(e));
    return wrap ? parenthesised(this.plain(e, null)) : this.plain(e, after);
  }

  /** The expression without parentheses around it. */
  private plain(e: Expr, after: Follower): Doc {
    switch (e.kind) {
      case "reference":
        return this.reference(e);
      case "operator":
        return this.operatorUse(e, after);
      case "product":
        return this.product(e, after);
      case "number":
        return numberText(e);
      case "string":
        return stringText(e.value);
      case "at":
        return "@";
      case "junction":
        return this.junction(e);
      case "if":
        return this.ifExpr(e, after);
      case "case":
        return this.caseExpr(e);
      case "let":
        return this.letExpr(e, after);
      case "quantifier":
        return this.binder(
          concat(e.quantifier === "forall" ? "\\A " : "\\E ", boundsDoc(e.bounds, this.set)),
          this.operand(e.body, after),
        );
      case "temporalQuantifier":
        return this.binder(
          concat(e.quantifier === "forall" ? "\\AA " : "\\EE ", nameList(e.names)),
          this.operand(e.body, after),
        );
      case "choose":
        return this.binder(
          concat(`CHOOSE ${patternDoc(e.pattern)}`, e.set ? concat(" \\in ", this.set(e.set)) : ""),
          this.operand(e.body, after),
        );
      case "lambda":
        return this.binder(concat("LAMBDA ", nameList(e.params)), this.operand(e.body, after));
      case "label":
        return concat(
          e.name.name,
          e.params.length === 0 ? "" : concat("(", nameList(e.params), ")"),
          ":: ",
          align(this.operand(e.body, after)),
        );
      case "part":
        return concat(this.reference(e.root), ...e.selectors.map((each) => this.partSelector(each)));
      case "setEnumeration":
        return concat("{", commaList(e.items.map(this.expr)), "}");
      case "tuple":
        return inAngles(commaList(e.items.map(this.expr)), ">>");
      case "setFilter":
        return bracketed(
          "{",
          concat(`${patternDoc(e.pattern)} \\in `, this.set(e.set), " :", line, this.expr(e.predicate)),
          "}",
        );
      case "setMap":
        return bracketed("{", concat(this.mapped(e.body), " :", line, boundsDoc(e.bounds, this.set)), "}");
      case "function":
        return bracketed("[", concat(boundsDoc(e.bounds, this.set), " |->", line, this.expr(e.body)), "]");
      case "functionSet":
        return bracketed("[", concat(this.expr(e.domain), " ->", line, this.expr(e.range)), "]");
      case "record":
        return this.fields(
          e.fields.map(({ name, value }) => beside(`${name.name} |->`, this.expr(value), value)),
        );
      case "recordSet":
        return this.fields(e.fields.map(({ name, set }) => beside(`${name.name} :`, this.expr(set), set)));
      case "except":
        return this.except(e);
      case "application":
        return concat(this.operand(e.fn, APPLICATION), this.arguments("[", e.args, "]"));
      case "field":
        return concat(this.operand(e.record, FIELD), `.${e.name.name}`);
      case "actionBox":
        return this.actionBox(e);
      case "fairness":
        return concat(
          e.strength === "weak" ? "WF_" : "SF_",
          this.subscript(e.subscript),
          "(",
          align(this.expr(e.action)),
          ")",
        );
      default:
        return e satisfies never;
    }
  }

  private reference({ path, name, args }: Reference): Doc {
    const steps = path.map((step) =>
      concat(step.name, step.args.length > 0 ? this.arguments("(", step.args, ")") : "", "!"),
    );
    // After `M!` the operator `!!` must not run together with the `!`.
    const blank = path.length > 0 && name.startsWith("!") ? " " : "";
    return concat(...steps, blank, name, args.length > 0 ? this.arguments("(", args, ")") : "");
  }

  private partSelector(selector: PartSelector): Doc {
    switch (selector.kind) {
      case "operand":
        return `!${selector.index}`;
      case "left":
        return "!<<";
      case "right":
        return "!>>";
      case "body":
        return "!@";
      case "definition":
        return "!:";
      case "arguments":
        return concat("!", this.arguments("(", selector.args, ")"));
      case "name": {
        const blank = selector.name.startsWith("!") ? " " : "";
        const args = selector.args.length > 0 ? this.arguments("(", selector.args, ")") : "";
        return concat("!", blank, selector.name, args);
      }
      default:
        return selector satisfies never;
    }
  }

  private operatorUse(e: OperatorUse, after: Follower): Doc {
    const operator = operatorOf(e);
    const [first, second] = e.operands;
    switch (e.fixity) {
      case "prefix": {
        const body = yields(first!, operator)
          ? parenthesised(this.plain(first!, null))
          : this.operand(first!, after);
        const symbol = e.op === "-." ? "-" : e.op;
        const blank =
          /\w$/.test(symbol) || (symbol === "-" && first!.kind === "operator" && first!.op === "-.");
        return concat(symbol, blank ? " " : "", align(body));
      }
      case "postfix":
        return concat(this.operand(first!, operator), e.op);
      case "infix": {
        const chain = this.chain(e);
        if (chain !== null) return this.infixChain(e.op, chain, after);
        return this.relation(
          e,
          this.operand(first!, operator),
          yields(second!, operator) ? parenthesised(this.plain(second!, null)) : this.operand(second!, after),
        );
      }
      default:
        return e.fixity satisfies never;
    }
  }

  /** `a + b + c` as its operands from left to right; null for an operator that does not associate. */
  private chain(e: OperatorUse): readonly Expr[] | null {
    const operator = operatorOf(e);
    if (operator.associativity !== "left") return null;
    const operands: Expr[] = [];
    let rest: Expr = e;
    while (rest.kind === "operator" && rest.fixity === "infix" && rest.op === e.op) {
      operands.push(rest.operands[1]!);
      rest = rest.operands[0]!;
    }
    operands.push(rest);
    return operands.reverse();
  }

  private infixChain(op: string, operands: readonly Expr[], after: Follower): Doc {
    const operator = findOperator(op, "infix")!;
    const docs = operands.map((operand, i) => {
      const follower = i < operands.length - 1 ? operator : after;
      const wrap = i > 0 && yields(operand, operator);
      return wrap ? parenthesised(this.plain(operand, null)) : this.operand(operand, follower);
    });
    return this.spread(op, docs);
  }

  /** Operands with their operator in front of every further line. */
  private spread(op: string, [first, ...others]: readonly Doc[]): Doc {
    const rest = others.map((doc) => concat(line, `${op} `, align(doc)));
    return align(group(concat(first!, indent(2, sequence(rest)))));
  }

  private relation({ op, operands }: OperatorUse, left: Doc, right: Doc): Doc {
    if (TIGHT.has(op) && !operands.some(isSigned)) return concat(left, op, right);
    if (!BROKEN_AFTER.has(op)) return this.spread(op, [left, right]);
    if (isBlock(operands[1]!) && flatWidth(left) <= SHORT) return concat(left, ` ${op} `, align(right));
    return align(group(concat(left, ` ${op}`, indent(2, concat(line, right)))));
  }

  private product(e: CartesianProduct, after: Follower): Doc {
    const operator = operatorOf(e);
    const last = e.factors.length - 1;
    const docs = e.factors.map((factor, i) => {
      const wrap = i > 0 && yields(factor, operator);
      return wrap
        ? parenthesised(this.plain(factor, null))
        : this.operand(factor, i < last ? operator : after);
    });
    return this.spread("\\X", docs);
  }

  /** The list in aligned columns; items stay right of their bullets, however many lines they take. */
  private junction({ op, items }: Junction): Doc {
    return align(
      join(
        hardLine,
        items.map((item) => concat(`${op} `, align(this.expr(item)))),
      ),
    );
  }

  private ifExpr(e: IfExpr, after: Follower): Doc {
    if (e.else.kind === "if" && !captures(e.else, after)) return this.ifChain(e, after);
    return align(
      group(
        concat(
          concat("IF ", align(this.expr(e.condition))),
          concat(line, "THEN ", align(this.expr(e.then))),
          concat(line, "ELSE ", align(this.operand(e.else, after))),
        ),
      ),
    );
  }

  /** `IF … THEN … ELSE IF … THEN … ELSE …` without a step to the right at each ELSE. */
  private ifChain(e: IfExpr, after: Follower): Doc {
    const parts: Doc[] = [];
    let rest: Expr = e;
    for (let word = "IF "; rest.kind === "if" && !captures(rest, after); word = "ELSE IF ") {
      const head = concat(word, align(this.expr(rest.condition)), " THEN");
      parts.push(group(concat(head, indent(2, concat(line, this.expr(rest.then))))), line);
      rest = rest.else;
    }
    parts.push(group(concat("ELSE", indent(2, concat(line, this.operand(rest, after))))));
    return align(group(concat(...parts)));
  }

  private caseExpr({ arms, other }: CaseExpr): Doc {
    const last = arms.length - (other === null ? 1 : 0);
    const docs = arms.map(({ guard, body }, i) =>
      arm(this.expr(guard), this.operand(body, i < last ? NEXT_ARM : null)),
    );
    if (other !== null) docs.push(arm("OTHER", this.expr(other)));
    return align(group(concat("CASE ", indent(2, join(concat(line, "[] "), docs)))));
  }

  private letExpr({ units, body }: LetExpr, after: Follower): Doc {
    const definitions = units.map((unit: Definition) => definitionDoc(unit, this.expr));
    const separator = units.length === 1 ? line : hardLine;
    return align(
      group(
        concat(
          concat("LET ", align(join(hardLine, definitions))),
          concat(separator, units.length === 1 ? "IN " : "IN  ", align(this.operand(body, after))),
        ),
      ),
    );
  }

  private binder(head: Doc, body: Doc): Doc {
    return align(group(concat(head, " :", indent(2, concat(line, body)))));
  }

  /** The body of `{e : x \in S}`. As `y \in T` it would make the braces a filter; two colons confuse the reader. */
  private mapped(e: Expr): Doc {
    const filterLike = e.kind === "operator" && e.op === "\\in";
    const colonLike = isOpen(e) && e.kind !== "if" && e.kind !== "let";
    return filterLike || colonLike ? parenthesised(this.expr(e)) : this.expr(e);
  }

  private fields(fields: readonly Doc[]): Doc {
    return concat("[", align(group(join(concat(",", line), fields))), "]");
  }

  private except({ base, updates }: ExceptExpr): Doc {
    const docs = updates.map(({ path, value }) =>
      beside(concat("!", ...path.map((step) => this.selector(step)), " ="), this.value(value), value),
    );
    const list = align(group(join(concat(",", line), docs)));
    const head = this.expr(base);
    if (flatWidth(head) <= SHORT) return concat("[", head, " EXCEPT ", list, "]");
    return concat("[", align(concat(head, hardLine, "  EXCEPT ", list)), "]");
  }

  private actionBox({ form, action, subscript }: ActionBox): Doc {
    const body = align(this.expr(action));
    const bracketed = form === "box" ? concat("[", body, "]_") : inAngles(body, ">>_");
    return concat(bracketed, this.subscript(subscript));
  }

  private subscript(e: Expr): Doc {
    const bare = (e.kind === "reference" && e.args.length === 0 && e.path.length === 0) || e.kind === "tuple";
    return bare ? this.expr(e) : parenthesised(this.expr(e));
  }
}

/** `Def!:` and `M!-` must not run together with the `>>`. */
function inAngles(body: Doc, close: string): Doc {
  const symbol = /[^\w\s)\]}>"'@]$/.test(lastText(body));
  return concat("<<", body, symbol ? ` ${close}` : close);
}

/** An operator's symbol that stands for itself, as an argument. */
function isOperatorName(e: Expr): e is Reference {
  return e.kind === "reference" && e.path.length === 0 && e.args.length === 0 && isSymbol(e.name);
}

/** Operands that must not touch the dots of `..`: negative numbers and decimal ones. */
function isSigned(e: Expr): boolean {
  if (e.kind === "number") return e.text.includes(".");
  return e.kind === "operator" && e.fixity === "prefix" && e.op === "-.";
}

function isStatementSymbol(e: Expr): boolean {
  return e.kind === "operator" && e.fixity === "infix" && STATEMENT_SYMBOLS.has(e.op);
}
