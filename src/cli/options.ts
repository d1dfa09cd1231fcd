/** Every option, once: the parser of arguments, the help and docs/cli.md are all made from this table. */
import { DEFAULT_BUFFER, MEMORY_MODELS, type MemoryModel } from "../modules/memory-model.js";
import { DOT_STYLES, type DotStyle, GRAPH_FORMATS, type GraphFormat } from "../report/index.js";
import type { Requirement } from "../review/index.js";
import { REQUIREMENT_WORDS } from "../review/requirements.js";
import {
  bufferBound,
  collect,
  dotStyles,
  identifier,
  memoryModel,
  requirement,
  type Setting,
  seconds,
  setting,
  traceFile,
  wholeNumber,
} from "./option-values.js";

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

/** How counterexamples can be shown. */
const TRACE_FORMS = ["race", "states", "diff", "prose"] as const;
export type TraceForm = (typeof TRACE_FORMS)[number];

/** How a simulation chooses a step. */
const CHOICES = ["action", "successor"] as const;

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
  view: {
    flags: "--view <NAME>",
    description:
      "count states as one in which this definition of the spec has the same value, as VIEW in a configuration does",
  },
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
      "how a counterexample is shown: a diagram with a column per process, full states, only what changes, or sentences; default: race",
    choices: TRACE_FORMS,
  },
  coverage: {
    flags: "--coverage",
    description: "list for every step how often it was taken and how many states it found",
  },
  warnings: { flags: "--no-warnings", description: "leave warnings out of the report" },
  json: { flags: "--json", description: "print one JSON object to standard output instead of text" },
  quiet: { flags: "--quiet", description: "print no report and no progress; the exit code tells" },
  simulate: {
    flags: "--simulate",
    description:
      "take random behaviours instead of exploring every state: an initial state, then successors at random (see `--choose`); that nothing is violated on them proves nothing",
    conflicts: ["dump", "maxStates", "loadTrace"],
  },
  generate: {
    flags: "--generate",
    description:
      "as `--simulate`, but check only the states gone through, not all those that were to choose from: faster for each behaviour",
    conflicts: ["dump", "maxStates", "loadTrace"],
  },
  traces: {
    flags: "--traces <N>",
    description:
      "how many behaviours a simulation takes at most; `unlimited` until it is ended; default: 1000",
    parse: (text) => (text === "unlimited" ? Number.POSITIVE_INFINITY : wholeNumber(text, 1)),
  },
  depth: {
    flags: "--depth <D>",
    description: "how many steps a behaviour of a simulation has at most; default: 100",
    parse: (text) => wholeNumber(text, 0),
  },
  choose: {
    flags: "--choose <HOW>",
    description:
      "how a simulation chooses a step: an action at random among those that lead on, then one of its successors, as TLC does; or one of all successors; default: action",
    choices: CHOICES,
  },
  simulationSeed: {
    flags: "--seed <N>",
    description:
      "choose the behaviours of a simulation: the same number gives the same ones; default: drawn anew, and printed",
    parse: (text) => wholeNumber(text, 0),
  },
  dump: {
    flags: "--dump <FILE>",
    description:
      "write the states found, or the graph of states, while the search goes on: a list of states (.txt, .dump), DOT for Graphviz (.dot), JSON (.json); what is there is overwritten",
  },
  dumpFormat: {
    flags: "--dump-format <FORM>",
    description: "what `--dump` writes, whatever its file is called",
    choices: GRAPH_FORMATS,
  },
  dumpStyle: {
    flags: "--dump-style <LIST>",
    description: `what a DOT graph shows besides: any of ${DOT_STYLES.join(", ")}, joined by commas; default: actionlabels`,
    parse: (text) => dotStyles(text),
  },
  diffTrace: {
    flags: "--difftrace",
    description: "of a counterexample's states show only what changed: the same as `--trace diff`",
    conflicts: ["trace"],
  },
  traceOut: {
    flags: "--trace-out <FILE>",
    description:
      "write the counterexample to a file, too: as ITF (.itf.json), as JSON (.json), as TLC writes it in JSON (.tlc.json), or as a TLA+ module (.tla) that extends the spec; `FORM:FILE` with itf, json, tlc or tla says so whatever the name; of a simulation each behaviour, numbered; may be repeated; what is there is overwritten",
    parse: (text, before) => collect(traceFile(text), before),
    repeats: true,
  },
  loadTrace: {
    flags: "--load-trace <FILE>",
    description:
      "take the states of a trace (ITF, JSON of this tool, JSON of TLC) one after the other, rather than explore: exit code 0 if it is a behaviour of the spec, else 1, and it is said where it leaves the spec and which conjunct is false there",
    conflicts: ["dump", "simulate", "generate", "saveScript", "continue"],
  },
  state: {
    flags: "--state <EXPR>",
    description:
      "the state asked about: a predicate, or a record of variables; where that does not say what every variable is, the first reachable state that it is true of",
    conflicts: ["traceFile", "at"],
  },
  traceFile: {
    flags: "--trace <FILE>",
    description: "take the state asked about from a trace: ITF, JSON of this tool, JSON of TLC",
  },
  at: {
    flags: "--at <N>",
    description: "number of the state in the trace, from 1; default: the last one",
    parse: (text) => wholeNumber(text, 1),
  },
  action: {
    flags: "--action <NAME>",
    description:
      "ask about this action: `Send`, `Send(1)`, of a spec with processes `take`, `umount.take`, `worker[1].take`, or all of `umount`; may be repeated; default: all",
    parse: collect,
    repeats: true,
  },
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
  allowRead: {
    flags: "--allow-read <DIR>",
    description:
      "let the spec read files in this directory and below it (Json, CSV, IOUtils); may be repeated",
    parse: collect,
    repeats: true,
  },
  allowWrite: {
    flags: "--allow-write <DIR>",
    description:
      "let the spec write files in this directory and below it (Json, CSV, IOUtils); may be repeated",
    parse: collect,
    repeats: true,
  },
  allowEnv: { flags: "--allow-env", description: "let the spec read the environment's variables (IOEnv)" },
  allowExec: {
    flags: "--allow-exec",
    description: "let the spec run other programs (IOExec), which may do whatever you may",
  },
  translate: {
    flags: "--translate",
    description:
      "translate the PlusCal algorithms of .tla files in memory, whatever translation the files have",
  },
  stdout: { flags: "--stdout", description: "print the file with its translation, write nothing" },
  upToDate: {
    flags: "--check",
    description: "say whether the translation is up to date, write nothing; exit code 1 if it is not",
    conflicts: ["stdout"],
  },
  label: { flags: "--label", description: "add labels where they are missing" },
  labelRoot: {
    flags: "--label-root <NAME>",
    description: "what the names of added labels begin with; default: Lbl_",
    parse: identifier,
  },
  fairness: {
    flags: "--fairness <KIND>",
    description:
      "fairness of every process (wf, sf), of Next (wfNext), or none whatever the algorithm says (nof)",
    choices: ["wf", "sf", "wfNext", "nof"],
  },
  termination: {
    flags: "--termination",
    description: "as `--fairness wf`, unless other fairness is asked for",
  },
  doneDisjunct: { flags: "--no-done-disjunct", description: "leave `Terminating` out of Next" },
  lineWidth: {
    flags: "--line-width <N>",
    description: "columns of the translation's lines, 60 or more; default: 78",
    parse: (text) => wholeNumber(text, 60),
  },
  out: { flags: "--out <DIR>", description: "the directory to write to; made if it is not there" },
  ast: { flags: "--ast", description: "print the syntax tree" },
  names: {
    flags: "--names",
    description:
      "of a TLA+ module, check the names, the levels and the modules that it needs too, as SANY does",
  },
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
  readonly view?: string;
  readonly safetyOnly?: boolean;
  readonly continue?: boolean;
  readonly maxStates?: number;
  readonly timeout?: number;
  readonly trace?: TraceForm;
  readonly coverage?: boolean;
  readonly warnings?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly simulate?: boolean;
  readonly generate?: boolean;
  readonly traces?: number;
  readonly depth?: number;
  readonly choose?: (typeof CHOICES)[number];
  readonly simulationSeed?: number;
  readonly dump?: string;
  readonly dumpFormat?: GraphFormat;
  readonly dumpStyle?: readonly DotStyle[];
  readonly diffTrace?: boolean;
  readonly traceOut?: readonly string[];
  readonly loadTrace?: string;
  readonly state?: string;
  readonly traceFile?: string;
  readonly at?: number;
  readonly action?: readonly string[];
  readonly seed?: number;
  readonly steps?: number;
  readonly allowRead?: readonly string[];
  readonly allowWrite?: readonly string[];
  readonly allowEnv?: boolean;
  readonly allowExec?: boolean;
  readonly translate?: boolean;
  readonly stdout?: boolean;
  readonly upToDate?: boolean;
  readonly label?: boolean;
  readonly labelRoot?: string;
  readonly fairness?: "wf" | "sf" | "wfNext" | "nof";
  readonly termination?: boolean;
  readonly doneDisjunct?: boolean;
  readonly lineWidth?: number;
  readonly out?: string;
  readonly ast?: boolean;
  readonly names?: boolean;
  readonly debug?: boolean;
}
