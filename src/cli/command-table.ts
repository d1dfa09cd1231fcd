/** Every command, once: the parser of arguments, the help and docs/cli.md are all made from this table. */
import type { OptionName } from "./options.js";

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

const MODEL: readonly OptionName[] = ["config", "translate", "scenario", "patch", "set", "memory", "buffer"];
/** What a spec may see of the world. */
const WORLD: readonly OptionName[] = ["allowRead", "allowWrite", "allowEnv", "allowExec"];
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
      "view",
      "safetyOnly",
      "continue",
      "maxStates",
      "timeout",
      "trace",
      "diffTrace",
      "traceOut",
      "loadTrace",
      "dump",
      "dumpFormat",
      "dumpStyle",
      "simulate",
      "generate",
      "traces",
      "depth",
      "choose",
      "simulationSeed",
      "coverage",
      "warnings",
      "saveScript",
      "outFile",
      ...WORLD,
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
      {
        line: "quiesce check specs/mount/torn_sum.qsc --save-script torn",
        what: "the counterexample as a `run` to paste into the spec",
      },
      {
        line: "quiesce check Queue.tla --simulate --traces 500 --depth 200 --seed 7",
        what: "500 random behaviours, the same ones every time",
      },
      {
        line: "quiesce check Queue.tla --trace-out bug.itf.json",
        what: "the counterexample for other tools, and for `--load-trace` once the spec was changed",
      },
      {
        line: "quiesce check Queue.tla --dump graph.dot --dump-style actionlabels,colorize",
        what: "the graph of states, for Graphviz",
      },
    ],
  },
  {
    name: "review",
    summary: "say what each patch of a spec does: fix, hide, break",
    description:
      "Checks the spec as it stands and with every patch, in every scenario and under every memory model asked for, and " +
      "says of each patch and property what the patch does: fixes, hides (a failure survives elsewhere), partial, breaks, " +
      "vacuous, no effect, unknown. Prints the answer, the races that show it and the matrix of all results. Exit code 0 " +
      "if every patch fixes something or has no effect, else 12; with `--require` 0 if all verdicts are as asked for, else 12. " +
      "Limits are for each cell of the matrix.",
    argument: SPEC_FILE,
    options: [
      "scenarios",
      "patches",
      "columns",
      "memories",
      "buffer",
      "against",
      "maxStates",
      "timeout",
      "workers",
      "reviewForm",
      ...WORLD,
      "json",
      "require",
      "debug",
    ],
    examples: [
      {
        line: "quiesce review specs/mount/kill_wait_umount.qsc --format mail",
        what: "every patch in every scenario, as a reply to the patch's mail",
      },
      {
        line: "quiesce review specs/mount/torn_sum.qsc --patch brlock --require fixes=brlock:SyncClean",
        what: "in a script: exit code 0 only if that patch fixes that property",
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
    options: ["scenario", "patch", "set", "memory", "buffer", "out", "debug"],
    required: ["out"],
    examples: [
      { line: "quiesce export specs/mount/torn_sum.qsc --out build", what: "then: tlc build/torn_sum.tla" },
    ],
  },
  {
    name: "run",
    summary: "walk one behaviour: a random one, or a scripted one",
    description:
      "Walks one behaviour, choosing each step at random among those possible, and prints it. Invariants, assertions " +
      "and deadlock are checked on the way; that nothing is violated proves nothing. With `--script` the steps are those of " +
      "a `run` of the spec: exit code 0 if all can be taken and what it asserts holds, 1 if a step cannot be taken, 14 if " +
      "an assertion fails.",
    argument: SPEC_FILE,
    options: [...MODEL, "script", "seed", "steps", "deadlock", "trace", ...WORLD, "json", "quiet", "debug"],
    examples: [
      { line: "quiesce run specs/mount/torn_sum.qsc --seed 7 --steps 30", what: "the same every time" },
    ],
  },
  {
    name: "why",
    summary: "say why an action is not enabled in a state",
    description:
      "Takes a state and says of an action (of all, if none is named) whether it can be taken there, and if not, which " +
      "conjunct is in its way, with the values of its parts; where the action chooses, of each choice. Without `--state` " +
      "and `--trace` the state is the last one of the counterexample that a check finds, such as the deadlock.",
    argument: SPEC_FILE,
    options: [
      ...MODEL,
      "action",
      "state",
      "traceFile",
      "at",
      "property",
      "deadlock",
      "safetyOnly",
      "maxStates",
      "timeout",
      ...WORLD,
      "json",
      "debug",
    ],
    examples: [
      {
        line: "quiesce why Queue.tla --state 'len = 3' --action Send",
        what: "in the first state reached where len is 3",
      },
      {
        line: "quiesce why specs/mount/torn_sum.qsc --action sum",
        what: "in the last state of the counterexample",
      },
    ],
  },
  {
    name: "tlc",
    summary: "check a TLA+ module, with TLC's flags",
    description:
      "Understands TLC's flags in TLC's spelling, so that a script that runs TLC runs this by changing one word; a module may be " +
      "named with or without `.tla`. Exit codes are TLC's, and the report ends with the lines that scripts look for, in TLC's " +
      "words: what was violated, or that no error was found, the numbers of states, the depth. What a flag becomes is listed " +
      "below. Options of `quiesce check` (they begin with two dashes) may stand beside TLC's flags.",
    argument: { syntax: "[FLAGS...]", description: "TLC's flags, and a module: X or X.tla" },
    options: [],
    examples: [
      {
        line: "quiesce tlc -workers auto -config Small.cfg -deadlock Queue.tla",
        what: "as `quiesce check --no-deadlock`",
      },
      { line: "quiesce tlc -simulate num=100 -depth 50 Queue", what: "a simulation" },
    ],
  },
  {
    name: "parse",
    summary: "check a file's syntax",
    description: "Reads a spec and reports every syntax error: exit code 0 or 150.",
    argument: SPEC_FILE,
    options: ["ast", "names", "debug"],
    examples: [
      { line: "quiesce parse specs/mount/torn_sum.qsc --ast", what: "also print the syntax tree" },
      {
        line: "quiesce parse Queue.tla --names",
        what: "is it a module that means something, proofs included?",
      },
    ],
  },
  {
    name: "test",
    summary: "check what specs expect of themselves",
    description:
      "Checks every `expect` of the .qsc specs at or below the given paths, one line each, and ends with the line " +
      "`N passed, N failed`. What is not met is shown with the reason and the race. A spec with errors counts as a failure, " +
      "as does an expectation that a limit leaves open: limits are for each one. Expectations are checked at the same time, " +
      "and told in the order of the files. Exit code 0 if all passed, 1 if some failed.",
    argument: { syntax: "[PATHS...]", description: "specs or directories with specs; default: specs" },
    options: ["maxStates", "timeout", "workers", ...WORLD, "debug"],
    examples: [{ line: "quiesce test specs/mount", what: "all specs of a directory" }],
  },
  {
    name: "anchors",
    summary: "list which function of the kernel each step stands for",
    description:
      'Lists every step of a spec with the C text and the function (`from "file:function"`) that it stands for, and the ' +
      "kernel version that the spec models. A step without an anchor of its own has its process's; steps that have neither are listed as such.",
    argument: { syntax: "<FILE>", description: "a spec: FILE.qsc" },
    options: ["scenario", "patch", "tableForm", "json", "debug"],
    examples: [
      { line: "quiesce anchors specs/mount/torn_sum.qsc --format markdown", what: "the table for a page" },
    ],
  },
  {
    name: "translate",
    summary: "write the TLA+ translation of a PlusCal algorithm into its file",
    description:
      "Translates the PlusCal algorithm in a comment of a .tla file as the TLA+ tools do, and puts the translation in " +
      "the place of the old one, or behind the comment. The rest of the file stays as it is; the file as it was is kept " +
      "as FILE.old. A line `PlusCal options (…)` in the file wins over the flags.",
    argument: { syntax: "<FILE>", description: "a module: FILE.tla" },
    options: [
      "stdout",
      "upToDate",
      "label",
      "labelRoot",
      "fairness",
      "termination",
      "doneDisjunct",
      "lineWidth",
      "debug",
    ],
    examples: [
      { line: "quiesce translate Peterson.tla", what: "then: quiesce check Peterson.tla" },
      { line: "quiesce translate Peterson.tla --check", what: "in a script: exit code 1 if it is stale" },
    ],
  },
] as const satisfies readonly CommandEntry[];

export type CommandName = (typeof COMMANDS)[number]["name"];
