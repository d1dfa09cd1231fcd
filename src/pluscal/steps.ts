/** Divides an algorithm whose labels are complete into steps, and looks for parts that are empty or misplaced. */
import type { Algorithm, Branch, Place, Statement, Step, Written } from "./ast.js";
import type { Problems } from "./problems.js";

/** An algorithm in steps. Every sequence of statements must begin with a label where a step begins. */
export function divideIntoSteps(algorithm: Algorithm<Written>): Algorithm<readonly Step[]> {
  return {
    ...algorithm,
    procedures: algorithm.procedures.map((each) => ({ ...each, body: steps(each.body) })),
    processes: algorithm.processes?.map((each) => ({ ...each, body: steps(each.body) })) ?? null,
    body: algorithm.body && steps(algorithm.body),
  };
}

function steps(statements: Written): readonly Step[] {
  const starts = statements.flatMap(({ label }, i) => (label === null ? [] : [i]));
  return starts.map((start, i) => {
    const first = statements[start]!;
    return {
      label: first.label!.name,
      span: first.label!.span,
      statements: statements.slice(start, starts[i + 1] ?? statements.length).map(divided),
      at: first.at,
    };
  });
}

function branch({ plain }: Branch): Branch {
  const labelled = plain.findIndex(({ label }) => label !== null);
  const end = labelled < 0 ? plain.length : labelled;
  return { plain: plain.slice(0, end).map(divided), steps: steps(plain.slice(end)) };
}

function divided(statement: Statement): Statement {
  switch (statement.kind) {
    case "if": {
      const then = branch(statement.then);
      const otherwise = branch(statement.else);
      return { ...statement, then, else: otherwise, labelled: holdsLabels(then) || holdsLabels(otherwise) };
    }
    case "either": {
      const branches = statement.branches.map(branch);
      return { ...statement, branches, labelled: branches.some(holdsLabels) };
    }
    case "while":
      return { ...statement, body: branch(statement.body) };
    case "with":
      return { ...statement, body: statement.body.map(divided) };
    default:
      return statement;
  }
}

function holdsLabels({ plain, steps: inner }: Branch): boolean {
  return (
    inner.length > 0 ||
    plain.some((statement) => (statement.kind === "if" || statement.kind === "either") && statement.labelled)
  );
}

/** Reports what is empty and must not be, labels whose names are taken, and returns that stand outside a procedure. */
export function checkStatements(algorithm: Algorithm<Written>, problems: Problems): void {
  const check = (body: Written, what: string, at: Place, procedure: boolean): void => {
    if (body.length === 0)
      problems.reportAt("P120", `${what} has no statements`, at, ["write `skip` if it does nothing"]);
    for (const statement of body) checkStatement(statement, procedure, problems);
  };
  for (const { name, body, at } of algorithm.procedures) check(body, `procedure \`${name}\``, at, true);
  for (const { name, body, at } of algorithm.processes ?? []) check(body, `process \`${name}\``, at, false);
  if (algorithm.body !== null) check(algorithm.body, "the algorithm", algorithm.at, false);
}

/** Labels that control has a meaning for already. */
const RESERVED: ReadonlySet<string> = new Set(["Done", "Error"]);

function checkStatement(statement: Statement, inProcedure: boolean, problems: Problems): void {
  const { label, at } = statement;
  if (label !== null && RESERVED.has(label.name)) {
    problems.report("P107", `\`${label.name}\` cannot be a label`, label.span, [
      label.name === "Done"
        ? "it says that a process has ended"
        : "it says that a procedure has run past its last statement",
    ]);
  }
  const needed = (part: Written, what: string): void => {
    if (part.length === 0)
      problems.reportAt("P120", `${what} has no statements`, at, ["write `skip` if it does nothing"]);
    for (const each of part) checkStatement(each, inProcedure, problems);
  };
  switch (statement.kind) {
    case "if":
      if (statement.else.plain.length === 0) needed(statement.then.plain, "this `if`");
      else for (const each of statement.then.plain) checkStatement(each, inProcedure, problems);
      for (const each of statement.else.plain) checkStatement(each, inProcedure, problems);
      return;
    case "either":
      for (const { plain } of statement.branches) needed(plain, "a branch of this `either`");
      if (statement.branches.length < 2) {
        problems.reportAt("P120", "this `either` has no `or`", at, [
          "it chooses between two branches or more",
        ]);
      }
      return;
    case "while":
      needed(statement.body.plain, "this `while`");
      return;
    case "with":
      needed(statement.body, "this `with`");
      return;
    case "return":
      if (!inProcedure) outside(at, problems);
      return;
    case "call":
      if (statement.then.kind === "return" && !inProcedure) outside(at, problems);
      return;
    default:
      return;
  }
}

function outside(at: Place, problems: Problems): void {
  problems.reportAt("P116", "`return` stands outside of a procedure", at, [
    "only a procedure returns; `goto Done` ends a process",
  ]);
}
