/**
 * Where a step must begin. Some statements need a label: the first one, a `while`, what follows a call, a return or a
 * goto, what follows a statement with labels in it, and a second assignment to a variable within one step.
 */
import type { Algorithm, Assign, Branch, Label, Place, Procedure, Statement, Written } from "./ast.js";
import type { Problems } from "./problems.js";

/** A label that was added. */
export interface AddedLabel {
  readonly name: string;
  readonly at: Place;
  /** Why it is needed, in words. */
  readonly reason: string;
}

/** An algorithm whose steps all begin with a label. */
export interface Labelled {
  readonly algorithm: Algorithm<Written>;
  readonly added: readonly AddedLabel[];
}

/**
 * Adds the labels that are missing, and reports labels where there can be none.
 * @param root what the names of added labels begin with; a number follows.
 */
export function addLabels(algorithm: Algorithm<Written>, root: string, problems: Problems): Labelled {
  const adder = new LabelAdder(algorithm, root, problems);
  const procedures = () =>
    algorithm.procedures.map((each) => ({ ...each, body: adder.body(each.body, each.name) }));
  // Numbers are given in this order.
  if (algorithm.processes !== null) {
    const processes = algorithm.processes.map((each) => ({ ...each, body: adder.body(each.body, null) }));
    return { algorithm: { ...algorithm, processes, procedures: procedures() }, added: adder.added };
  }
  const labelled = procedures();
  const body = adder.body(algorithm.body!, algorithm.procedures.at(-1)?.name ?? null);
  return { algorithm: { ...algorithm, procedures: labelled, body }, added: adder.added };
}

/** Every label that is written in an algorithm. */
export function labelsOf(algorithm: Algorithm<Written>): readonly Label[] {
  const found: Label[] = [];
  const visit = (statements: Written): void => {
    for (const statement of statements) {
      if (statement.label !== null) found.push(statement.label);
      if (statement.kind === "with") visit(statement.body);
      for (const { plain } of branchesOf(statement)) visit(plain);
    }
  };
  for (const { body } of [...algorithm.procedures, ...(algorithm.processes ?? [])]) visit(body);
  if (algorithm.body !== null) visit(algorithm.body);
  return found;
}

function branchesOf(statement: Statement): readonly Branch[] {
  switch (statement.kind) {
    case "if":
      return [statement.then, statement.else];
    case "either":
      return statement.branches;
    case "while":
      return [statement.body];
    default:
      return [];
  }
}

type Names = ReadonlySet<string>;

/** What is known behind a sequence of statements. */
interface Outcome {
  readonly statements: Written;
  /** Variables that the step may have assigned to. */
  readonly assigned: Names;
  /** Why the next statement needs a label; null if it needs none. */
  readonly next: string | null;
}

interface Context {
  readonly inWith: boolean;
  readonly assigned: Names;
  /** Why the first statement needs a label; null if it needs none. */
  readonly first: string | null;
}

const NONE: Names = new Set();
const FIRST = "a step begins here";
const AFTER_CALL = "it follows a `call`, `return` or `goto`";
const AFTER_LABELS = "it follows a statement with labels in it";
const WHILE = "a `while` begins a step";

class LabelAdder {
  readonly added: AddedLabel[] = [];
  readonly #taken: Set<string>;
  readonly #procedureVariables: Names;
  #number = 1;
  #procedure: string | null = null;

  constructor(
    algorithm: Algorithm<Written>,
    private readonly root: string,
    private readonly problems: Problems,
  ) {
    this.#taken = new Set(labelsOf(algorithm).map(({ name }) => name));
    this.#procedureVariables = new Set(algorithm.procedures.flatMap(variablesOf));
  }

  body(statements: Written, procedure: string | null): Written {
    this.#procedure = procedure;
    return this.#sequence(statements, { inWith: false, assigned: NONE, first: FIRST }).statements;
  }

  #sequence(statements: Written, { inWith, assigned: before, first }: Context): Outcome {
    let assigned = before;
    let next = first;
    let labelled = false;
    const result = statements.map((statement) => {
      let current = statement;
      const label = (reason: string): void => {
        // In a `with` it is an error already.
        if (!inWith) current = this.#label(current, reason);
        labelled = true;
        assigned = NONE;
      };
      if (statement.label !== null) {
        labelled = true;
        assigned = NONE;
        if (inWith) {
          this.problems.report(
            "P108",
            `label \`${statement.label.name}\` stands in a \`with\``,
            statement.label.span,
            ["all that is in a `with` is one step"],
          );
        }
      }
      if (next !== null) {
        if (inWith) this.#refuse(statement, "needs a label, which it cannot have in a `with`", next);
        label(next);
        next = null;
      }
      const outcome = this.#statement(current, { inWith, assigned, before }, label);
      next = outcome.next;
      if (outcome.assigned !== null) assigned = outcome.assigned;
      return outcome.with(current);
    });
    return { statements: result, assigned, next: labelled ? (next ?? AFTER_LABELS) : next };
  }

  /** Looks at one statement; `with` puts what was found in it into the statement, which may have got a label. */
  #statement(
    statement: Statement,
    { inWith, assigned, before }: { inWith: boolean; assigned: Names; before: Names },
    label: (reason: string) => void,
  ): { next: string | null; assigned: Names | null; with: (labelled: Statement) => Statement } {
    const inside = (plain: Written, context: Partial<Context> = {}) =>
      this.#sequence(plain, { inWith, assigned, first: null, ...context });
    switch (statement.kind) {
      case "if": {
        const then = inside(statement.then.plain);
        const otherwise = inside(statement.else.plain);
        return {
          next: then.next ?? otherwise.next,
          assigned: union(then.assigned, otherwise.assigned),
          with: (labelled) => ({
            ...labelled,
            ...statement,
            label: labelled.label,
            then: plain(then),
            else: plain(otherwise),
          }),
        };
      }
      case "either": {
        const branches = statement.branches.map((branch) => inside(branch.plain));
        return {
          next: branches.reduce<string | null>((found, each) => found ?? each.next, null),
          assigned: branches.reduce<Names>((all, each) => union(all, each.assigned), NONE),
          with: ({ label: given }) => ({ ...statement, label: given, branches: branches.map(plain) }),
        };
      }
      case "while": {
        if (inWith) this.#refuse(statement, "cannot stand in a `with`", WHILE);
        label(WHILE);
        const body = inside(statement.body.plain, { inWith: false, assigned: NONE });
        return {
          next: null,
          assigned: NONE,
          with: ({ label: given }) => ({ ...statement, label: given, body: plain(body) }),
        };
      }
      case "with": {
        const body = inside(statement.body, { inWith: true, assigned: inWith ? before : NONE });
        const clash = inWith ? undefined : common(before, body.assigned);
        if (clash !== undefined) label(secondAssignment(clash));
        return {
          next: body.next,
          assigned: clash === undefined ? body.assigned : NONE,
          with: ({ label: given }) => ({ ...statement, label: given, body: body.statements }),
        };
      }
      default: {
        const variables = this.#assigns(statement);
        const clash = common(assigned, variables);
        if (clash !== undefined) {
          if (inWith) this.#refuseSecond(statement, clash);
          label(secondAssignment(clash));
        }
        const jumps = statement.kind === "call" || statement.kind === "return" || statement.kind === "goto";
        return {
          next: jumps ? AFTER_CALL : null,
          assigned: clash === undefined ? union(assigned, variables) : variables,
          with: (labelled) => labelled,
        };
      }
    }
  }

  /** What a statement without others in it assigns to. */
  #assigns(statement: Statement): Names {
    switch (statement.kind) {
      case "assign":
        return new Set((statement as Assign).parts.map(({ variable }) => variable));
      case "return":
        return union(new Set(["stack"]), this.#procedureVariables);
      case "call": {
        const leaves = statement.then.kind === "return" || statement.procedure === this.#procedure;
        return leaves ? union(new Set(["stack"]), this.#procedureVariables) : new Set(["stack"]);
      }
      default:
        return NONE;
    }
  }

  #label(statement: Statement, reason: string): Statement {
    if (statement.label !== null) return statement;
    let name: string;
    do name = `${this.root}${this.#number++}`;
    while (this.#taken.has(name));
    this.added.push({ name, at: statement.at, reason });
    return { ...statement, label: { name, fairness: null, span: statement.at.span } };
  }

  #refuse({ at }: Statement, what: string, reason: string): void {
    this.problems.reportAt("P108", `this statement ${what}`, at, [
      `${reason}, and all that is in a \`with\` is one step`,
      "end the `with` before it",
    ]);
  }

  #refuseSecond({ at }: Statement, variable: string): void {
    this.problems.reportAt("P109", `second assignment to \`${variable}\` in a \`with\``, at, [
      "all that is in a `with` is one step, in which a variable gets one value",
      "end the `with` before it, or make both assignments one with `||` or EXCEPT",
    ]);
  }
}

function plain({ statements }: Outcome): Branch {
  return { plain: statements, steps: [] };
}

function variablesOf({ parameters, variables }: Procedure<Written>): string[] {
  return [...parameters, ...variables].map(({ name }) => name);
}

function secondAssignment(variable: string): string {
  return variable === "stack"
    ? "it is the second call or return since the last label"
    : `it is the second assignment to \`${variable}\` since the last label`;
}

function union(a: Names, b: Names): Names {
  return a.size === 0 ? b : b.size === 0 ? a : new Set([...a, ...b]);
}

function common(a: Names, b: Names): string | undefined {
  return [...b].find((name) => a.has(name));
}
