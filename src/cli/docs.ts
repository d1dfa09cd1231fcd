/** docs/cli.md, made from the options table. */
import { COMMANDS, type CommandEntry } from "./command-table.js";
import { EXIT } from "./exit-codes.js";
import { OPTIONS, type OptionEntry } from "./options.js";
import { TLC_FLAGS, type TlcFlag } from "./tlc-flags.js";

/** The reference of the command line, as Markdown. */
export function commandLineDocs(): string {
  return [
    "# The command line",
    "",
    "<!-- Made from src/cli/command-table.ts and options.ts; `npx vitest run test/cli/docs.test.ts -u` writes it anew. -->",
    "",
    "Results go to standard output, progress and errors to standard error. Progress is shown on a terminal only.",
    "Colours are used on a terminal unless `NO_COLOR` is set; `FORCE_COLOR` asks for them everywhere.",
    "An interrupt (Ctrl-C) ends a search and prints what was found so far; a second one ends the program at once, with the figures last known.",
    "`--timeout` and a second interrupt also end an evaluation that would never return.",
    "",
    ...COMMANDS.flatMap((entry) => commandDocs(entry)),
    "## Exit codes",
    "",
    "They are TLC's where TLC has one.",
    "",
    "| code | meaning |",
    "| --- | --- |",
    ...Object.values(EXIT).map(({ code, meaning }) => `| ${code} | ${meaning} |`),
    "",
  ].join("\n");
}

function commandDocs(entry: CommandEntry): string[] {
  const { name, description, argument, options, examples, required = [] } = entry;
  const must = required.map((option) => ` ${OPTIONS[option].flags}`).join("");
  return [
    `## quiesce ${name}`,
    "",
    "```",
    `quiesce ${name} ${argument.syntax}${must} [options]`,
    "```",
    "",
    description,
    "",
    "| option | meaning |",
    "| --- | --- |",
    ...options.map((option) => optionRow(OPTIONS[option])),
    ...(name === "tlc" ? TLC_FLAGS.map(tlcRow) : []),
    "",
    ...examples.flatMap(({ line, what }) => [`${sentence(what)}:`, "", "```", line, "```", ""]),
  ];
}

function optionRow({ flags, description, choices, default: byDefault }: OptionEntry): string {
  const more = [
    ...(choices === undefined ? [] : [`one of ${choices.map((choice) => `\`${choice}\``).join(", ")}`]),
    ...(byDefault === undefined ? [] : [`default \`${byDefault}\``]),
  ];
  return `| \`${flags}\` | ${description}${more.length === 0 ? "" : ` (${more.join("; ")})`} |`;
}

/** The table of TLC's flags, as Markdown. */
export function tlcFlagRows(): string[] {
  return ["| flag of TLC | here |", "| --- | --- |", ...TLC_FLAGS.map(tlcRow)];
}

function tlcRow({ flag, also = [], syntax, here }: TlcFlag): string {
  const names = [flag, ...also].map((one) => `\`${one}\``).join(", ");
  const value = syntax === undefined ? "" : ` \`${syntax.replaceAll("|", "\\|")}\``;
  return `| ${names}${value} | ${here} |`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
