/** Statements of processes, procedures, macros and inlines as text. */
import type { LabelledStatement, Statement } from "./ast.js";
import { ExpressionPrinter } from "./print-expr.js";
import { align, commaList, concat, type Doc, group, hardLine, indent, join, line } from "./print-layout.js";
import { patternDoc, stringText } from "./print-names.js";

const printer = new ExpressionPrinter("statement");
const { expr, value } = printer;

/** `{`, the statements each on lines of its own, `}`. */
export function blockDoc(statements: readonly Statement[]): Doc {
  if (statements.length === 0) return "{ }";
  return concat("{", indent(2, concat(hardLine, statementsDoc(statements))), hardLine, "}");
}

/** Statements in a row; those that belong to a step stand under its label. */
function statementsDoc(statements: readonly Statement[]): Doc {
  const steps: Doc[] = [];
  let next = 0;
  while (next < statements.length) {
    const first = statements[next++]!;
    const members = [first.kind === "labelled" ? first.statement : first];
    while (next < statements.length && statements[next]!.kind !== "labelled")
      members.push(statements[next++]!);
    const ends = next === statements.length;
    const docs = members.map((statement, i) => terminated(statement, ends && i === members.length - 1));
    const separator = members.length > 1 ? hardLine : line;
    steps.push(
      first.kind === "labelled"
        ? group(concat(labelDoc(first), indent(2, concat(separator, join(hardLine, docs)))))
        : join(hardLine, docs),
    );
  }
  return join(hardLine, steps);
}

function labelDoc({ label, rest, atomic, c, anchor }: LabelledStatement): Doc {
  const words = [rest ? "rest " : "", atomic ? "atomic " : "", label.name];
  if (c !== null) words.push(" ", stringText(c.value));
  const head = words.join("");
  if (anchor === null) return `${head}:`;
  return group(concat(head, indent(4, concat(line, "from ", stringText(anchor.value), ":"))));
}

/** A statement with its `;`, which a block that ends the list does without. */
function terminated(statement: Statement, last: boolean): Doc {
  return last && endsWithBrace(statement) ? statementDoc(statement) : concat(statementDoc(statement), ";");
}

function endsWithBrace(statement: Statement): boolean {
  switch (statement.kind) {
    case "ifStatement":
    case "while":
    case "either":
    case "with":
      return true;
    case "labelled":
      return endsWithBrace(statement.statement);
    default:
      return false;
  }
}

function statementDoc(statement: Statement): Doc {
  switch (statement.kind) {
    case "labelled":
      return group(concat(labelDoc(statement), indent(2, concat(line, statementDoc(statement.statement)))));
    case "assign":
      return assignment(statement);
    case "ifStatement":
      return ifStatement(statement);
    case "while":
      return concat("while (", align(expr(statement.condition)), ") ", blockDoc(statement.body));
    case "either":
      return join(
        " or ",
        statement.branches.map((branch, i) =>
          i === 0 ? concat("either ", blockDoc(branch)) : blockDoc(branch),
        ),
      );
    case "with":
      return concat("with (", commaList(statement.bindings.map(binding)), ") ", blockDoc(statement.body));
    case "await":
      return concat("await ", align(expr(statement.condition)));
    case "assert":
      return concat("assert ", align(expr(statement.condition)));
    case "print":
      return concat("print ", align(expr(statement.value)));
    case "skip":
      return "skip";
    case "goto":
      return `goto ${statement.label.name}`;
    case "call":
      return concat(`call ${statement.procedure.name}`, printer.arguments("(", statement.args, ")"));
    case "return":
      return "return";
    case "barrier":
      return statement.barrier;
    case "migrate":
      return concat("migrate to ", align(expr(statement.to)));
    case "use":
      return concat(statement.name.name, printer.arguments("(", statement.args, ")"));
    default:
      return statement satisfies never;
  }
}

function assignment({ order, parts }: Statement & { kind: "assign" }): Doc {
  const docs = parts.map(({ variable, path, value: right }) =>
    concat(variable.name, ...path.map((step) => printer.selector(step)), " := ", align(value(right))),
  );
  return group(indent(2, concat(order === "plain" ? "" : `${order} `, join(concat(line, "|| "), docs))));
}

function ifStatement({ condition, then, else: otherwise }: Statement & { kind: "ifStatement" }): Doc {
  const head = concat("if (", align(expr(condition)), ") ", blockDoc(then));
  const [only] = otherwise;
  if (only === undefined) return head;
  const chained = otherwise.length === 1 && only.kind === "ifStatement";
  return concat(head, " else ", chained ? ifStatement(only) : blockDoc(otherwise));
}

function binding({
  pattern,
  relation,
  expr: right,
}: (Statement & { kind: "with" })["bindings"][number]): Doc {
  return concat(patternDoc(pattern), relation === "in" ? " \\in " : " = ", align(value(right)));
}
