/** TLC's flags, in TLC's spelling, and what each becomes here: for `quiesce tlc` and the table in the documentation. */
import type { Diagnostic } from "../syntax/diagnostic.js";
import { SpecError } from "../syntax/diagnostic.js";
import { nearest } from "../syntax/nearest.js";
import { OPTIONS } from "./options.js";

/** What a flag is translated with. */
interface Reading {
  /** Takes the next argument; wrong usage if there is none. */
  value(what: string): string;
  /** Takes the next argument if it fits. */
  optional(fits: RegExp): string | null;
  /** Adds arguments of `quiesce check`. */
  add(...args: readonly string[]): void;
  /** Tells the user something about the flag. */
  note(text: string): void;
  /** Keeps something for the end, when the module's name is known. */
  keep(name: "seed" | "aril" | "traceSpec" | "traceSpecDir" | "depth", value: string): void;
}

/** One flag of TLC. */
export interface TlcFlag {
  readonly flag: string;
  /** Other spellings. */
  readonly also?: readonly string[];
  /** What follows it, for the table. */
  readonly syntax?: string;
  /** What becomes of it, for the table; Markdown. */
  readonly here: string;
  read(reading: Reading): void;
}

const nothing = () => {};

/** A flag that means nothing here and takes an argument. */
const takes = (what: string) => (reading: Reading) => void reading.value(what);

/** All flags that TLC has, by its source (tlc2.TLC.handleParameters). */
export const TLC_FLAGS: readonly TlcFlag[] = [
  {
    flag: "-aril",
    syntax: "N",
    here: "added to the seed",
    read: (r) => r.keep("aril", integer(r.value("a number"), "-aril")),
  },
  {
    flag: "-checkpoint",
    syntax: "MINUTES",
    here: "no meaning: there are no checkpoints",
    read: takes("minutes"),
  },
  { flag: "-cleanup", here: "no meaning: nothing is left to clean up", read: nothing },
  {
    flag: "-config",
    syntax: "FILE",
    here: "`--config FILE` (`.cfg` is added)",
    read: (r) => r.add("--config", withConfig(r.value("a file"))),
  },
  { flag: "-continue", here: "`--continue`", read: (r) => r.add("--continue") },
  {
    flag: "-coverage",
    syntax: "MINUTES",
    here: "`--coverage`, once, at the end",
    read(r) {
      r.value("minutes");
      r.add("--coverage");
    },
  },
  { flag: "-deadlock", here: "`--no-deadlock`", read: (r) => r.add("--no-deadlock") },
  { flag: "-debug", here: "`--debug`", read: (r) => r.add("--debug") },
  {
    flag: "-debugger",
    syntax: "[OPTIONS]",
    here: "a note: there is no debugger; see `quiesce why`",
    read(r) {
      r.optional(/port=|suspend|halt/);
      r.note("-debugger: there is no debugger here; `quiesce why` answers why an action is not enabled");
    },
  },
  {
    flag: "-depth",
    syntax: "N",
    here: "`--depth N`, with -simulate only",
    read: (r) => r.keep("depth", whole(r.value("a number"), "-depth")),
  },
  {
    flag: "-dfid",
    syntax: "N",
    here: "a note: the search is breadth first",
    read(r) {
      whole(r.value("a number"), "-dfid");
      r.note("-dfid: the search is breadth first; what it finds is the same, with a shortest counterexample");
    },
  },
  { flag: "-difftrace", here: "`--difftrace`", read: (r) => r.add("--difftrace") },
  {
    flag: "-dump",
    syntax: "[dot,actionlabels,colorize,constrained] FILE",
    here: "`--dump FILE`, `--dump-format`, `--dump-style`",
    read: readDump,
  },
  {
    flag: "-dumpTrace",
    syntax: "json|tla FILE",
    here: "`--trace-out FILE`; json is TLC's own form of it (FILE.tlc.json)",
    read: readDumpTrace,
  },
  {
    flag: "-fp",
    syntax: "N",
    here: "no meaning: there is one fingerprint function",
    read: takes("a number"),
  },
  { flag: "-fpbits", syntax: "N", here: "no meaning", read: takes("a number") },
  {
    flag: "-fpmem",
    syntax: "N",
    here: "no meaning: the set of states grows as it must",
    read: takes("a number"),
  },
  {
    flag: "-generate",
    syntax: "[num=N,file=F]",
    here: "`--generate`, as -simulate",
    read: (r) => readSimulate(r, "--generate"),
  },
  {
    flag: "-generateSpecTE",
    syntax: "[nomonolith]",
    here: "`--trace-out X_TTrace.tla`; without the flag none is written",
    read(r) {
      r.optional(/^nomonolith$/);
      r.keep("traceSpec", "yes");
    },
  },
  { flag: "-gzip", here: "no meaning", read: nothing },
  { flag: "-help", also: ["-h"], here: "this table", read: nothing },
  {
    flag: "-inv",
    syntax: "EXPR",
    here: "refused: define it in the module, and name it in the configuration by INVARIANT",
    read: refuse("-inv", "define the formula in the module, and name it in the configuration by INVARIANT"),
  },
  {
    flag: "-invlevel",
    syntax: "N",
    here: 'refused: use an invariant `TLCGet("level") < N`',
    read: refuse("-invlevel", 'define an invariant `TLCGet("level") < N`, and name it in the configuration'),
  },
  { flag: "-lncheck", syntax: "HOW", here: "no meaning", read: takes("a strategy") },
  {
    flag: "-loadTrace",
    syntax: "json FILE",
    here: "`--load-trace FILE`: follows the trace and says where it leaves the spec",
    read(r) {
      const format = r.value("a format and a file");
      const file = r.value("a file");
      if (format.toLowerCase() !== "json") wrong(`-loadTrace ${format}: only json traces can be loaded`);
      r.add("--load-trace", file);
    },
  },
  {
    flag: "-maxSetSize",
    syntax: "N",
    here: "no meaning: sets are listed as far as the memory goes",
    read: takes("a number"),
  },
  {
    flag: "-messagesAsErrors",
    syntax: "CODES",
    here: "a note: the codes are TLC's",
    read(r) {
      r.value("codes");
      r.note("-messagesAsErrors: the codes are TLC's, and mean nothing here");
    },
  },
  {
    flag: "-metadir",
    syntax: "DIR",
    here: "no meaning: nothing is written to disk",
    read: takes("a directory"),
  },
  { flag: "-modelcheck", here: "what is done anyway", read: nothing },
  { flag: "-noGenerateSpecTE", also: ["-noTE"], here: "what is done anyway", read: nothing },
  { flag: "-noGenerateSpecTEBin", also: ["-noTEBin"], here: "what is done anyway", read: nothing },
  { flag: "-nowarning", here: "`--no-warnings`", read: (r) => r.add("--no-warnings") },
  {
    flag: "-postCondition",
    syntax: "M!OP",
    here: "refused: name it in the configuration by POSTCONDITION",
    read: refuse("-postCondition", "name the operator in the configuration by POSTCONDITION"),
  },
  {
    flag: "-recover",
    syntax: "ID",
    here: "a note: there are no checkpoints, the search starts anew",
    read(r) {
      r.value("an id");
      r.note("-recover: there are no checkpoints here; the search starts anew");
    },
  },
  {
    flag: "-seed",
    syntax: "N",
    here: "`--seed N`, with -simulate only",
    read: (r) => r.keep("seed", integer(r.value("a number"), "-seed")),
  },
  {
    flag: "-simulate",
    syntax: "[num=N,file=F]",
    here: "`--simulate --traces N` (`unlimited` where none is given), `--trace-out F.tla`",
    read: (r) => readSimulate(r, "--simulate"),
  },
  {
    flag: "-suppressMessages",
    syntax: "CODES",
    here: "a note: the codes are TLC's",
    read(r) {
      r.value("codes");
      r.note("-suppressMessages: the codes are TLC's, and mean nothing here");
    },
  },
  { flag: "-terse", here: "no meaning: values are printed as they are", read: nothing },
  {
    flag: "-teSpecOutDir",
    syntax: "DIR",
    here: "the directory of -generateSpecTE",
    read: (r) => r.keep("traceSpecDir", r.value("a directory")),
  },
  {
    flag: "-tool",
    here: "a note: the frames around messages are not printed",
    read: (r) => r.note("-tool: the frames around messages that the Toolbox reads are not printed"),
  },
  {
    flag: "-userFile",
    syntax: "FILE",
    here: "a note: what the spec prints goes to standard output",
    read(r) {
      r.value("a file");
      r.note("-userFile: what the spec prints goes to standard output");
    },
  },
  {
    flag: "-view",
    here: "a note: states are shown with all their variables",
    read: (r) =>
      r.note("-view: states are shown with all their variables; ALIAS in the configuration changes that"),
  },
  {
    flag: "-workers",
    syntax: "N|auto",
    here: "no meaning: one search has one thread",
    read: takes("a number, or auto"),
  },
];

/** TLC's arguments as those of `quiesce check`, and what is to be told about them. */
export interface Translated {
  readonly argv: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Translates TLC's arguments. Options of `quiesce check` (they begin with two dashes) are let through.
 * @throws SpecError C051 for a flag that TLC does not have, a value that is missing or wrong, a flag that is refused
 */
export function translateTlc(args: readonly string[]): Translated {
  const argv: string[] = [];
  const notes: string[] = [];
  const kept = new Map<string, string>();
  let file: string | null = null;
  let at = 0;
  const reading = (flag: string): Reading => ({
    value(what) {
      const next = args[at];
      if (next === undefined) wrong(`${flag} needs ${what}`);
      at++;
      return next;
    },
    optional(fits) {
      const next = args[at];
      if (next === undefined || !fits.test(next)) return null;
      at++;
      return next;
    },
    add: (...more) => void argv.push(...more),
    note: (text) => void notes.push(text),
    keep: (name, value) => void kept.set(name, value),
  });
  while (at < args.length) {
    const arg = args[at++]!;
    if (arg.startsWith("--")) {
      argv.push(arg);
      if (takesValue(arg) && at < args.length) argv.push(args[at++]!);
    } else if (arg.startsWith("-")) {
      const flag = TLC_FLAGS.find(
        ({ flag: name, also = [] }) => name === arg || also.includes(arg) || insensitive(name, arg),
      );
      if (flag === undefined) unknown(arg);
      flag.read(reading(arg));
    } else if (file === null) file = arg.endsWith(".tla") || arg.endsWith(".qsc") ? arg : `${arg}.tla`;
    else wrong(`more than one module: ${file} and ${arg}`);
  }
  if (file === null) wrong("no module was named");
  const simulated = argv.includes("--simulate") || argv.includes("--generate");
  const seed = kept.get("seed");
  const aril = kept.get("aril");
  if (simulated && (seed !== undefined || aril !== undefined)) {
    const number = BigInt.asUintN(32, BigInt(seed ?? "0") + BigInt(aril ?? "0"));
    argv.push("--seed", String(number));
  }
  const depth = kept.get("depth");
  if (simulated && depth !== undefined) argv.push("--depth", depth);
  if (kept.has("traceSpec")) argv.push("--trace-out", traceSpec(file, kept.get("traceSpecDir")));
  return { argv: ["check", file, ...argv], notes };
}

/** Whether the next argument is the value of an option of `quiesce check`. */
function takesValue(option: string): boolean {
  return Object.values(OPTIONS).some(({ flags }) => flags.startsWith(`${option} <`));
}

/** TLC reads these two in any case. */
function insensitive(name: string, arg: string): boolean {
  return (name === "-dumpTrace" || name === "-loadTrace") && name.toLowerCase() === arg.toLowerCase();
}

function readDump(reading: Reading): void {
  const first = reading.value("a file");
  if (first.startsWith("class,"))
    wrong("-dump class,…: only the forms of the graph that are built in can be written");
  if (!/^dot(?:,|$)/.test(first)) {
    reading.add("--dump", first.endsWith(".dump") ? first : `${first}.dump`, "--dump-format", "states");
    return;
  }
  const file = reading.value("a file");
  const wanted = first.toLowerCase().split(",").slice(1);
  const known = wanted.filter((word) => ["actionlabels", "colorize", "constrained"].includes(word));
  const others = wanted.filter((word) => !known.includes(word));
  if (others.length > 0) reading.note(`-dump: ${others.join(", ")} is left out of the graph`);
  reading.add("--dump", file.endsWith(".dot") ? file : `${file}.dot`, "--dump-format", "dot");
  reading.add("--dump-style", known.length === 0 ? "dot" : known.join(","));
}

function readDumpTrace(reading: Reading): void {
  const format = reading.value("a format and a file");
  const file = reading.value("a file");
  switch (format.toLowerCase()) {
    case "json":
      reading.add("--trace-out", `tlc:${file}`);
      return;
    case "tla":
      reading.add("--trace-out", file.endsWith(".tla") ? file : `${file}.tla`);
      return;
    default:
      wrong(`-dumpTrace ${format}: a trace is written as json or tla`, [
        "--trace-out x.itf.json writes one in the Informal Trace Format",
      ]);
  }
}

function readSimulate(reading: Reading, flag: string): void {
  reading.add(flag);
  const given = reading.optional(/num=|file=|stats=|sched=/);
  let traces = "unlimited";
  for (const part of given?.split(",") ?? []) {
    const [name = "", value = ""] = part.split("=");
    if (name === "num") traces = whole(value, "num=");
    else if (name === "file") reading.add("--trace-out", value.endsWith(".tla") ? value : `${value}.tla`);
    else if (name === "stats" || name === "sched") reading.note(`${part}: has no meaning here`);
    else wrong(`${part}: -simulate takes num=N and file=F`);
  }
  if (traces === "unlimited" && given?.includes("file=") === true) {
    wrong("file= writes every behaviour, so say how many: num=5,file=trace");
  }
  reading.add("--traces", traces);
}

function withConfig(file: string): string {
  return /\.(?:cfg|tla)$/.test(file) ? file : `${file}.cfg`;
}

function traceSpec(file: string, directory: string | undefined): string {
  const name = `${(file.split(/[\\/]/).at(-1) ?? file).replace(/\.\w+$/, "")}_TTrace.tla`;
  if (directory?.toLowerCase().endsWith(".tla")) return directory;
  const parent = directory ?? file.slice(0, Math.max(0, file.lastIndexOf("/")));
  return parent === "" ? name : `${parent}/${name}`;
}

function whole(text: string, flag: string): string {
  if (!/^\d+$/.test(text)) wrong(`${flag} needs a whole number, but found ${text}`);
  return text;
}

function integer(text: string, flag: string): string {
  if (!/^-?\d+$/.test(text)) wrong(`${flag} needs a number, but found ${text}`);
  return text;
}

function refuse(flag: string, instead: string): (reading: Reading) => void {
  return () => wrong(`${flag} is not understood here`, [instead]);
}

function unknown(arg: string): never {
  const names = TLC_FLAGS.flatMap(({ flag, also = [] }) => [flag, ...also]);
  const meant = nearest(arg, names);
  wrong(`TLC has no flag ${arg}`, [
    meant === undefined ? "`quiesce help tlc` lists those that are understood" : `did you mean ${meant}?`,
  ]);
}

function wrong(message: string, notes: readonly string[] = []): never {
  const diagnostic: Diagnostic = { code: "C051", severity: "error", message, notes };
  throw new SpecError([diagnostic]);
}
