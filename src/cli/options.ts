/** Every option, once: the parser of arguments, the help and docs/cli.md are all made from this table. */
import { InvalidArgumentError } from "commander";
import { DEFAULT_BUFFER, MEMORY_MODELS, type MemoryModel } from "../modules/memory-model.js";
import { parseRequirement, type Requirement } from "../review/index.js";
import { REQUIREMENT_WORDS } from "../review/requirements.js";
import { nearest } from "../syntax/nearest.js";

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
  /** Options, by commander's names, that cannot be given together with it. */
  readonly conflicts?: readonly string[];
}

/** `--set NAME=EXPR`, taken apart. */
export interface Setting {
  readonly name: string;
  readonly expr: string;
}

/** How counterexamples can be shown. */
const TRACE_FORMS = ["race", "states", "diff", "prose"] as const;
export type TraceForm = (typeof TRACE_FORMS)[number];

/** How a review, and the table of anchors, can be written. */
const REVIEW_FORMS = ["text", "mail", "markdown"] as const;
const TABLE_FORMS = ["text", "markdown"] as const;

/** Every option of every command, by the name that its value goes by. */
export const OPTIONS = {
  config: {
    flags: "--config <FILE>",
    description: "a TLC configuration; default for X.tla: X.cfg beside it, if there is one",
  },
  scenario: { flags: "--scenario <NAME>", description: "check the spec under this scenario's constants" },
  patch: { flags: "--patch <NAME>", description: "apply this patch of the spec first" },
  memory: {
    flags: "--memory <MODEL>",
    description:
      "what a store to a shared variable does: take effect at once, wait in a FIFO buffer of the CPU, or drain in any " +
      "order between write barriers; default: as the scenario or the spec says, else sc",
    choices: MEMORY_MODELS,
  },
  buffer: {
    flags: "--buffer <N>",
    description: `stores that a CPU's buffer holds under tso and weak; default: as the spec says, else ${DEFAULT_BUFFER}`,
    parse: (text) => bufferBound(text),
  },
  scenarios: {
    flags: "--scenario <NAME>",
    description:
      "review in this scenario (`default`: with the constants' defaults); may be repeated; default: all that the spec has",
    parse: collect,
    repeats: true,
  },
  patches: {
    flags: "--patch <NAME>",
    description: "review this patch; may be repeated; default: all that the spec has",
    parse: collect,
    repeats: true,
  },
  memories: {
    flags: "--memory <MODEL>",
    description:
      "review under this memory model (sc, tso, weak); may be repeated; default: the scenario's, else sc, the spec's and those that its expectations name",
    parse: (text, before) => collect(memoryModel(text), before),
    repeats: true,
  },
  columns: {
    flags: "--property <NAME>",
    description: "review only this invariant, `deadlock` or `assertions`; may be repeated; default: all",
    parse: collect,
    repeats: true,
  },
  against: {
    flags: "--against <OTHER>",
    description: "review FILE as it stands in place of its patches; OTHER, another file, is the base",
  },
  workers: {
    flags: "--workers <N>",
    description: "threads that check at the same time; default: one for each core",
    parse: (text) => wholeNumber(text, 1),
  },
  reviewForm: {
    flags: "--format <FORM>",
    description:
      "how the review is written: for a terminal, as a reply by mail (75 columns), or as a Markdown page",
    choices: REVIEW_FORMS,
    default: "text",
    conflicts: ["json"],
  },
  tableForm: {
    flags: "--format <FORM>",
    description: "how the table is written",
    choices: TABLE_FORMS,
    default: "text",
    conflicts: ["json"],
  },
  require: {
    flags: "--require <VERDICT=PATCH:PROPERTY>",
    description:
      `ask for one verdict (${REQUIREMENT_WORDS.join(", ")}) on a patch and a property, \`deadlock\` or ` +
      "`assertions`; may be repeated; the exit code then tells whether all are as asked for, and nothing else",
    parse: (text, before) => collect(requirement(text), before),
    repeats: true,
  },
  script: {
    flags: "--script <NAME>",
    description: "take the steps of this `run` of the spec, one after the other, rather than random ones",
    conflicts: ["seed", "steps"],
  },
  saveScript: {
    flags: "--save-script <NAME>",
    description:
      "write the counterexample found as a unit `run NAME == { … }`, which `quiesce run --script NAME` replays: after the report, or to `--out`",
    parse: (text) => identifier(text),
  },
  outFile: {
    flags: "--out <FILE>",
    description: "the file that `--save-script` writes to; it must not be there yet",
  },
  set: {
    flags: "--set <NAME=EXPR>",
    description: "give a constant a value, over whatever else gives it one; may be repeated",
    parse: (text, before) => collect(setting(text), before),
    repeats: true,
  },
  property: {
    flags: "--property <NAME>",
    description: "check only this invariant or property, and no deadlock; may be repeated",
    parse: collect,
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
      "go on after a violation and report the shortest counterexample of each property and each assertion; an evaluation error ends the search all the same",
  },
  maxStates: {
    flags: "--max-states <N>",
    description: "stop before more than N distinct states are kept",
    parse: (text) => wholeNumber(text, 1),
  },
  timeout: {
    flags: "--timeout <S>",
    description: "stop after S seconds",
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

/** The options of all commands as they are read. */
export interface OptionValues {
  readonly config?: string;
  readonly scenario?: string;
  readonly patch?: string;
  readonly set?: readonly Setting[];
  readonly memory?: MemoryModel;
  readonly buffer?: number;
  readonly scenarios?: readonly string[];
  readonly patches?: readonly string[];
  readonly columns?: readonly string[];
  readonly memories?: readonly MemoryModel[];
  readonly against?: string;
  readonly workers?: number;
  readonly reviewForm?: (typeof REVIEW_FORMS)[number];
  readonly tableForm?: (typeof TABLE_FORMS)[number];
  readonly require?: readonly Requirement[];
  readonly script?: string;
  readonly saveScript?: string;
  readonly outFile?: string;
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

function collect<T>(value: T, before: unknown): readonly T[] {
  return [...((before as readonly T[] | undefined) ?? []), value];
}

function bufferBound(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError(
      `It is how many stores a CPU's buffer holds: a whole number, 1 or more; write --buffer ${DEFAULT_BUFFER}.`,
    );
  }
  return value;
}

function memoryModel(text: string): MemoryModel {
  const model = MEMORY_MODELS.find((one) => one === text);
  if (model === undefined) throw new InvalidArgumentError(`Allowed choices are ${MEMORY_MODELS.join(", ")}.`);
  return model;
}

function requirement(text: string): Requirement {
  const read = parseRequirement(text);
  if (read !== null) return read;
  const word = /^[^=]*/.exec(text)?.[0].trim() ?? "";
  const meant = nearest(word, REQUIREMENT_WORDS) ?? "fixes";
  throw new InvalidArgumentError(
    `It must have the form VERDICT=PATCH:PROPERTY, such as ${meant}=my_patch:NoLoss; VERDICT is one of ${REQUIREMENT_WORDS.join(", ")}.`,
  );
}

function identifier(text: string): string {
  if (!/^[A-Za-z]\w*$/.test(text)) throw new InvalidArgumentError("It must be a name, such as lost_update.");
  return text;
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
