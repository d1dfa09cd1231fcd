/** What the actions of a translation need to know: its variables, and which of them each process has its own of. */
import type { Algorithm, Step } from "./ast.js";
import type { Changes } from "./changes.js";
import {
  type Formula,
  inOneRow,
  joined,
  normalize,
  substitute,
  type Token,
  textsOf,
  widthOf,
} from "./formula.js";

/** Whose statements are being translated. */
export interface Self {
  /** The identity of the process; null where there are no processes. */
  readonly identity: Formula | null;
  /** Whether actions have a parameter `self`. */
  readonly parameter: boolean;
}

/** `self`, the parameter of actions that several processes take. */
export const SELF: Formula = inOneRow([{ text: "self", kind: "name", origin: null }]);

/** The variables of a translation. */
export class Setting {
  /** All variables, in the order in which UNCHANGED lists them. */
  readonly variables: readonly string[];
  /** Variables of procedures, and of processes that are many. */
  readonly #perProcess: ReadonlySet<string>;
  readonly processes: boolean;

  constructor(
    algorithm: Algorithm<readonly Step[]>,
    readonly pc: boolean,
    readonly width: number,
  ) {
    const { variables, procedures, processes } = algorithm;
    this.processes = processes !== null;
    const ofProcedures = procedures.flatMap((each) => [...each.parameters, ...each.variables]);
    const ofProcesses = (processes ?? []).flatMap((each) => each.variables);
    this.variables = [
      ...(pc ? ["pc"] : []),
      ...variables.map(({ name }) => name),
      ...(procedures.length > 0 ? ["stack"] : []),
      ...[...ofProcedures, ...ofProcesses].map(({ name }) => name),
    ];
    const many = (processes ?? [])
      .filter(({ relation }) => relation === "\\in")
      .flatMap((each) => each.variables);
    this.#perProcess = new Set([...ofProcedures, ...many].map(({ name }) => name));
  }

  /** Whether each process has a value of its own of a variable. */
  isPerProcess(variable: string): boolean {
    return this.processes && (this.#perProcess.has(variable) || variable === "pc" || variable === "stack");
  }

  /** Whether it is declared in a process or procedure of an algorithm with processes. */
  isLocal(variable: string): boolean {
    return this.processes && this.#perProcess.has(variable);
  }

  /**
   * An expression as the action needs it: primed where the step has assigned to a variable, and with an index for
   * what each process has of its own.
   * @param index what stands in the brackets behind a variable's name, without them; null for none.
   */
  valueOf(formula: Formula, index: Formula | null, changes: Changes | null): Formula {
    const indexed = (token: Token) =>
      index !== null && (token.kind === "control" || (token.kind === "name" && this.isLocal(token.text)));
    const primed = (token: Token) => token.kind === "name" && (changes?.has(token.text) ?? false);
    const texts = textsOf(formula, (token) => indexed(token) || primed(token));
    if (texts.size === 0) return normalize(formula);
    return substitute(
      normalize(formula),
      (token) => {
        if (!texts.has(token.text)) return null;
        const { text, origin, kind } = token;
        const prime = primed(token);
        const name = inOneRow([
          { text, kind, origin },
          ...(prime ? [{ text: "'", kind: "symbol", origin } as const] : []),
        ]);
        return indexed(token) ? joined(name, bracketed(index!, token), 0) : name;
      },
      false,
    );
  }
}

/** `[index]`. */
function bracketed(index: Formula, { origin }: Token): Formula {
  const inside = joined([[{ text: "[", kind: "symbol", column: 0, origin }]], normalize(index), 0).map(
    (row) => row.map((token) => ({ ...token, origin: token.origin ?? origin })),
  );
  const last = inside.at(-1)!.at(-1)!;
  const close: Token = { text: "]", kind: "symbol", column: last.column + widthOf(last), origin };
  return [...inside.slice(0, -1), [...inside.at(-1)!, close]];
}
