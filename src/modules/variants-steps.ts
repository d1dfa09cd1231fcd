/** Finding the steps of a process, procedure or inline in its text, those that come from inlines among them. */
import type { InlineUnit, LabelledStatement, Statement, UseStatement } from "../syntax/ast.js";

/** A step as it will exist in a process or procedure once its inlines are expanded. */
export interface StepOccurrence {
  /** The label as written. */
  readonly label: string;
  readonly statement: LabelledStatement;
  /** The uses of inlines on the way to it, outermost first; empty for a step written in the body itself. */
  readonly uses: readonly UseStatement[];
}

/** The lists of statements directly inside a statement. */
export function bodies(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "labelled":
      return [[statement.statement]];
    case "ifStatement":
      return [statement.then, statement.else];
    case "while":
    case "with":
      return [statement.body];
    case "either":
      return statement.branches;
    case "assign":
    case "await":
    case "assert":
    case "print":
    case "skip":
    case "goto":
    case "call":
    case "return":
    case "use":
    case "barrier":
    case "migrate":
      return [];
    default:
      return statement satisfies never;
  }
}

/** The same statement with the lists inside it mapped. */
export function mapBodies(
  statement: Statement,
  map: (body: readonly Statement[]) => readonly Statement[],
): Statement {
  switch (statement.kind) {
    case "labelled": {
      // A label belongs to one statement, so a list that grew is not possible here.
      const [inner] = map([statement.statement]);
      return inner === undefined || inner === statement.statement
        ? statement
        : { ...statement, statement: inner };
    }
    case "ifStatement":
      return { ...statement, then: map(statement.then), else: map(statement.else) };
    case "while":
    case "with":
      return { ...statement, body: map(statement.body) };
    case "either":
      return { ...statement, branches: statement.branches.map(map) };
    case "assign":
    case "await":
    case "assert":
    case "print":
    case "skip":
    case "goto":
    case "call":
    case "return":
    case "use":
    case "barrier":
    case "migrate":
      return statement;
    default:
      return statement satisfies never;
  }
}

/** All steps of a body in the order of the text, inlines expanded in place. */
export function stepOccurrences(
  body: readonly Statement[],
  inlines: ReadonlyMap<string, InlineUnit>,
  uses: readonly UseStatement[] = [],
): readonly StepOccurrence[] {
  const found: StepOccurrence[] = [];
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (statement.kind === "labelled") found.push({ label: statement.label.name, statement, uses });
      if (statement.kind === "use") {
        const inline = inlines.get(statement.name.name);
        // An inline that uses itself is reported when it is expanded; here it must only not run for ever.
        if (inline !== undefined && !uses.some((use) => use.name.name === statement.name.name)) {
          found.push(...stepOccurrences(inline.body, inlines, [...uses, statement]));
        }
      }
      for (const inner of bodies(statement)) visit(inner);
    }
  };
  visit(body);
  return found;
}

/**
 * The names that the steps of one process bear. A step keeps its label; where an inline's step occurs beside others
 * of the same label (the inline is used twice, say), it gets a number: `take_1`, `take_2`, in the order of the text.
 */
export function stepNames(
  steps: readonly { readonly label: string; readonly own: boolean }[],
): readonly string[] {
  const count = new Map<string, number>();
  for (const step of steps) count.set(step.label, (count.get(step.label) ?? 0) + 1);
  const next = new Map<string, number>();
  return steps.map(({ label, own }) => {
    if (own || count.get(label) === 1) return label;
    const number = (next.get(label) ?? 0) + 1;
    next.set(label, number);
    return `${label}_${number}`;
  });
}
