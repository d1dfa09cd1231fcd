/** Every command and option, once: the parser of arguments, the help and docs/cli.md are all made from this table. */
import { InvalidArgumentError } from "commander";

/** One option. */
export interface OptionEntry {
  /** As commander reads it: `--name <VALUE>` or `--name`. */
  readonly flags: string;
  readonly description: string;
  /** Reads the value; what it throws names the fault. `before` is the value so far of an option that repeats. */
  readonly parse?: (text: string, before: unknown) => unknown;
  readonly choices?: readonly string[];
  readonly default?: string | number;
  /** May be given more than once; the values are collected. */
  readonly repeats?: true;
}

/** `--set NAME=EXPR`, taken apart. */
export interface Setting {
  readonly name: string;
  readonly expr: string;
}

/** How counterexamples can be shown. */
export const TRACE_FORMS = ["race", "states", "diff", "prose"] as const;
export type TraceForm = (typeof TRACE_FORMS)[number];

/** Every option of every command, by the name that its value goes by. */
export const OPTIONS = {
  config: {
    flags: "--config <FILE>",
    description: "a TLC configuration; default for X.tla: X.cfg beside it, if there is one",
  },
  scenario: { flags: "--scenario <NAME>", description: "check the spec under this scenario's constants" },
  patch: { flags: "--patch <NAME>", description: "apply this patch of the spec first" },
  set: {
    flags: "--set <NAME=EXPR>",
    description: "give a constant a value, over whatever else gives it one; may be repeated",
    parse: (text, before) => [...((before as Setting[] | undefined) ?? []), setting(text)],
    repeats: true,
  },
  property: {
    flags: "--property <NAME>",
    description: "check only this invariant or property, and no deadlock; may be repeated",
    parse: (text, before) => [...((before as string[] | undefined) ?? []), text],
    repeats: true,
  },
  deadlock: { flags: "--no-deadlock", description: "a state without successors is no violation" },
  safetyOnly: {
    flags: "--safety-only",
    description: "leave temporal properties unchecked, with a warning, rather than refuse them",
  },
  continue: {
    flags: "--continue",
    description:
      "go on after a violation and report each property's shortest counterexample; an evaluation error or a failed assertion ends the search all the same",
  },
  maxStates: {
    flags: "--max-states <N>",
    description: "stop before more than N distinct states are kept (exit code 152)",
    parse: (text) => wholeNumber(text, 1),
  },
  timeout: {
    flags: "--timeout <S>",
    description: "stop after S seconds (exit code 152)",
    parse: (text) => seconds(text),
  },
  trace: {
    flags: "--trace <FORM>",
    description:
      "how a counterexample is shown: a diagram with a column per process, full states, only what changes, or sentences",
    choices: TRACE_FORMS,
    default: "race",
  },
  coverage: {
    flags: "--coverage",
    description: "list for every step how often it was taken and how many states it found",
  },
  json: { flags: "--json", description: "print one JSON object to standard output instead of text" },
  quiet: { flags: "--quiet", description: "print no report and no progress; the exit code tells" },
  seed: {
    flags: "--seed <N>",
    description: "choose the behaviour; the same number gives the same one",
    parse: (text) => wholeNumber(text, 0),
    default: 1,
  },
  steps: {
    flags: "--steps <N>",
    description: "the number of steps to take at most",
    parse: (text) => wholeNumber(text, 0),
    default: 20,
  },
  out: { flags: "--out <DIR>", description: "the directory to write to; made if it is not there" },
  ast: { flags: "--ast", description: "print the syntax tree" },
  debug: { flags: "--debug", description: "print the tool's own stack if it fails" },
} as const satisfies Record<string, OptionEntry>;

export type OptionName = keyof typeof OPTIONS;

/** One command. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly argument: { readonly syntax: string; readonly description: string };
  readonly options: readonly OptionName[];
  /** Options that must be given. */
  readonly required?: readonly OptionName[];
  readonly examples: readonly { readonly line: string; readonly what: string }[];
}

const MODEL: readonly OptionName[] = ["config", "scenario", "patch", "set"];
const SPEC_FILE = { syntax: "<FILE>", description: "a spec: FILE.qsc or FILE.tla" };

/** Every command, in the order in which the help lists them. */
export const COMMANDS = [
  {
    name: "check",
    summary: "explore every reachable state and check what the spec claims",
    description:
      "Explores every reachable state of a spec, breadth first, and checks its assumptions, invariants and assertions, " +
      "deadlock and witnesses. Prints the verdict and, if something is violated, a shortest behaviour that shows it.",
    argument: SPEC_FILE,
    options: [
      ...MODEL,
      "property",
      "deadlock",
      "safetyOnly",
      "continue",
      "maxStates",
      "timeout",
      "trace",
      "coverage",
      "json",
      "quiet",
      "debug",
    ],
    examples: [
      {
        line: "quiesce check specs/mount/torn_sum.qsc",
        what: "check everything, under the default constants",
      },
      {
        line: "quiesce check specs/mount/torn_sum.qsc --patch brlock --property SyncClean",
        what: "one invariant, with a patch applied",
      },
      {
        line: "quiesce check Queue.tla --config Small.cfg --set N=3",
        what: "a TLA+ module, as TLC would check it",
      },
    ],
  },
  {
    name: "export",
    summary: "write a spec as TLA+ for TLC",
    description:
      "Writes the TLA+ module that a .qsc spec means, its .cfg, one .cfg for each witness, and the library modules " +
      "that it needs, so that TLC accepts the directory as it is. Prints the names of the files written.",
    argument: { syntax: "<FILE>", description: "a spec: FILE.qsc" },
    options: ["scenario", "patch", "set", "out", "debug"],
    required: ["out"],
    examples: [
      { line: "quiesce export specs/mount/torn_sum.qsc --out build", what: "then: tlc build/torn_sum.tla" },
    ],
  },
  {
    name: "run",
    summary: "walk one random behaviour",
    description:
      "Walks one behaviour, choosing each step at random among those possible, and prints it. Invariants, assertions " +
      "and deadlock are checked on the way; that nothing is violated proves nothing.",
    argument: SPEC_FILE,
    options: [...MODEL, "seed", "steps", "deadlock", "trace", "json", "quiet", "debug"],
    examples: [
      { line: "quiesce run specs/mount/torn_sum.qsc --seed 7 --steps 30", what: "the same every time" },
    ],
  },
  {
    name: "parse",
    summary: "check a file's syntax",
    description: "Reads a spec and reports every syntax error: exit code 0 or 150.",
    argument: SPEC_FILE,
    options: ["ast", "debug"],
    examples: [{ line: "quiesce parse specs/mount/torn_sum.qsc --ast", what: "also print the syntax tree" }],
  },
  {
    name: "test",
    summary: "check what specs expect of themselves",
    description:
      "Checks every `expect` of the .qsc specs at or below the given paths, one line each, and ends with the line " +
      "`N passed, N failed`. A spec with errors counts as a failure, as does an expectation that a limit leaves open: limits " +
      "are for each one. Exit code 0 if all passed, 1 if some failed.",
    argument: { syntax: "[PATHS...]", description: "specs or directories with specs; default: specs" },
    options: ["maxStates", "timeout", "debug"],
    examples: [{ line: "quiesce test specs/mount", what: "all specs of a directory" }],
  },
] as const satisfies readonly CommandEntry[];

export type CommandName = (typeof COMMANDS)[number]["name"];

/** The options of all commands as they are read. */
export interface OptionValues {
  readonly config?: string;
  readonly scenario?: string;
  readonly patch?: string;
  readonly set?: readonly Setting[];
  readonly property?: readonly string[];
  readonly deadlock?: boolean;
  readonly safetyOnly?: boolean;
  readonly continue?: boolean;
  readonly maxStates?: number;
  readonly timeout?: number;
  readonly trace?: TraceForm;
  readonly coverage?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly seed?: number;
  readonly steps?: number;
  readonly out?: string;
  readonly ast?: boolean;
  readonly debug?: boolean;
}

function wholeNumber(text: string, least: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < least) {
    throw new InvalidArgumentError(`It must be a whole number, ${least} or more.`);
  }
  return value;
}

function seconds(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0)) throw new InvalidArgumentError("It must be a number of seconds, more than 0.");
  return value;
}

function setting(text: string): Setting {
  const equals = text.indexOf("=");
  const name = text.slice(0, Math.max(equals, 0)).trim();
  const expr = text.slice(equals + 1).trim();
  if (!/^\w*[A-Za-z]\w*$/.test(name) || expr === "") {
    throw new InvalidArgumentError("It must have the form NAME=EXPRESSION.");
  }
  return { name, expr };
}
