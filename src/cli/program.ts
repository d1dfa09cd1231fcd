/** The command line: arguments in, exit code out. */
import { Command, CommanderError, Option } from "commander";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { COMMANDS, type CommandEntry, type CommandName } from "./command-table.js";
import { anchorsCommand } from "./commands/anchors.js";
import { checkCommand } from "./commands/check.js";
import { exportCommand } from "./commands/export.js";
import { parseCommand } from "./commands/parse.js";
import { reviewCommand } from "./commands/review.js";
import { runCommand } from "./commands/run.js";
import { testCommand } from "./commands/test.js";
import { tlcCommand } from "./commands/tlc.js";
import { translateCommand } from "./commands/translate.js";
import { whyCommand } from "./commands/why.js";
import { EXIT } from "./exit-codes.js";
import { describeFailure, printFailure } from "./failure.js";
import { packageVersion } from "./files.js";
import type { FailureAbout } from "./json.js";
import { OPTIONS, type OptionEntry, type OptionName, type OptionValues } from "./options.js";
import type { Terminal } from "./terminal.js";
import { TLC_FLAGS, translateTlc } from "./tlc-flags.js";

/** What a command does with its arguments. Gives the exit code. */
export type CommandBody = (
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
) => Promise<number>;

const BODIES: Readonly<Record<CommandName, CommandBody>> = {
  check: checkCommand,
  review: reviewCommand,
  export: exportCommand,
  run: runCommand,
  why: whyCommand,
  tlc: tlcCommand,
  parse: parseCommand,
  test: testCommand,
  anchors: anchorsCommand,
  translate: translateCommand,
};

/**
 * Runs the program on its arguments (without the interpreter's and the program's name) and gives the exit code.
 * Everything that goes wrong is told on the terminal; nothing is thrown.
 */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = EXIT.ok.code;
  // What the one JSON object is about; until the arguments have been read, the best guess.
  let about: FailureAbout = { file: argv.slice(1).find((argument) => !argument.startsWith("-")) ?? null };
  try {
    const tlc = tlcArguments(argv, terminal);
    const program = commandLine(terminal, async (read, paths, values) => {
      const name = tlc === null ? read : "tlc";
      const { scenario = null, patch = null } = values;
      about = { file: paths[0] ?? null, scenario, patch };
      exitCode = await BODIES[name](paths, values, terminal);
    });
    await program.parseAsync([...(tlc ?? argv)], { from: "user" });
    return exitCode;
  } catch (error) {
    terminal.underway(null);
    terminal.status(null);
    const usage = error instanceof CommanderError ? usageFault(error) : null;
    if (usage === "help") return EXIT.ok.code;
    const failure =
      usage === null
        ? describeFailure(error, argv.includes("--debug"))
        : { diagnostics: [usage], exit: EXIT.other };
    return printFailure(failure, terminal, argv.includes("--json") ? about : null);
  }
}

/**
 * The arguments of `quiesce tlc` as those of `quiesce check`, for TLC's flags are none that the parser could read. Null
 * for other commands.
 * @throws SpecError C051 for what TLC would not understand
 */
function tlcArguments(argv: readonly string[], terminal: Terminal): readonly string[] | null {
  const [command, ...flags] = argv;
  if (command !== "tlc") return null;
  if (flags.some((flag) => HELP.includes(flag))) return ["tlc", "--help"];
  const { argv: translated, notes } = translateTlc(flags);
  for (const note of notes) terminal.stderr.write(`note: ${note}\n`);
  return translated;
}

/** What asks `quiesce tlc` for help. */
const HELP = ["-h", "-help", "--help"];

/** The parser of arguments, made from the options table; it calls `run` with what it reads. */
function commandLine(
  terminal: Terminal,
  run: (name: CommandName, paths: readonly string[], values: OptionValues) => Promise<void>,
): Command {
  const program = new Command("quiesce")
    .description("Model checker for TLA+ and for specs of concurrent kernel code (.qsc).")
    .version(packageVersion(), "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [COMMAND]", "print the help of a command")
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      getOutHelpWidth: () => terminal.stdout.columns ?? 80,
      getErrHelpWidth: () => terminal.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      // Wrong usage is told like everything else that is wrong: see usageFault.
      outputError: () => {},
    });
  for (const entry of COMMANDS) addCommand(program, entry, (paths, values) => run(entry.name, paths, values));
  return program;
}

function addCommand(
  program: Command,
  entry: CommandEntry,
  run: (paths: readonly string[], values: OptionValues) => Promise<void>,
): void {
  const command = program
    .command(entry.name)
    .summary(entry.summary)
    .description(entry.description)
    .argument(entry.argument.syntax, entry.argument.description)
    .helpOption("-h, --help", "print this help");
  const options = entry.options.map((name) => {
    const option = commanderOption(OPTIONS[name]);
    if (entry.required?.includes(name)) option.makeOptionMandatory();
    command.addOption(option);
    return { name, option };
  });
  const examples = entry.examples.map(({ line, what }) => `  $ ${line}\n      ${what}`);
  if (entry.name === "tlc") command.addHelpText("after", `\nTLC's flags:\n${tlcFlagLines().join("\n")}`);
  command.addHelpText("after", `\nExamples:\n${examples.join("\n")}`);
  command.action(async (path: string | readonly string[], read: Readonly<Record<string, unknown>>) => {
    // Commands may have different options of the same flag: commander names a value by the flag, we by the option.
    const values = options.map(({ name, option }): [OptionName, unknown] => [
      name,
      read[option.attributeName()],
    ]);
    await run(
      typeof path === "string" ? [path] : path,
      Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    );
  });
}

/** TLC's flags for the help. */
function tlcFlagLines(): readonly string[] {
  return TLC_FLAGS.flatMap(({ flag, also = [], syntax, here }) => [
    `  ${[flag, ...also].join(", ")}${syntax === undefined ? "" : ` ${syntax}`}`,
    `      ${here.replaceAll("`", "")}`,
  ]);
}

function commanderOption(entry: OptionEntry): Option {
  const option = new Option(entry.flags, entry.description);
  if (entry.choices !== undefined) option.choices(entry.choices);
  if (entry.parse !== undefined) option.argParser(entry.parse);
  if (entry.default !== undefined) option.default(entry.default);
  if (entry.conflicts !== undefined) option.conflicts([...entry.conflicts]);
  return option;
}

/** What commander found wrong, in one line; "help" if help or the version was asked for and has been printed. */
function usageFault(error: CommanderError): Diagnostic | "help" {
  if (error.exitCode === 0) return "help";
  const message =
    error.code === "commander.help"
      ? "no command was given; `quiesce help` lists them"
      : error.message
          .replace(/^error: /, "")
          .replace(/\.$/, "")
          .replace(/\s*\n\(Did you mean (.*)\?\)$/, "; did you mean $1?");
  return { code: "C010", severity: "error", message };
}
