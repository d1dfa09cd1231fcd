/** `--trace-out`: behaviours written to files. */
import {
  type Traced,
  type TraceOrigin,
  traceToItf,
  traceToJson,
  traceToModule,
  traceToTlc,
} from "../report/index.js";
import type { Model } from "../semantics/model.js";
import { fail } from "../syntax/diagnostic.js";
import { ValueError } from "../values/index.js";
import { writeFile } from "./files.js";

/** What a file's name says is to be written. */
type TraceKind = (typeof KINDS)[number];
const KINDS = ["itf", "json", "tlc", "tla"] as const;

/** The format of a trace file by its name, or by what stands before it (`itf:FILE`); null: none is known. */
export function traceKindOf(path: string): TraceKind | null {
  const said = KINDS.find((kind) => path.startsWith(`${kind}:`));
  if (said !== undefined) return said;
  if (path.endsWith(".tlc.json")) return "tlc";
  if (path.endsWith(".itf.json") || path.endsWith(".itf")) return "itf";
  if (path.endsWith(".json")) return "json";
  return path.endsWith(".tla") ? "tla" : null;
}

/**
 * Writes a behaviour to each of the files.
 * @param number the behaviour's number where there are several: it goes into the files' names
 * @throws SpecError C007 if a file cannot be written, C045 if a value cannot
 */
export function writeTraces(
  paths: readonly string[],
  traced: Traced,
  model: Model,
  origin: TraceOrigin,
  cwd: string,
  number?: number,
): readonly string[] {
  return paths.map((said) => {
    const kind = traceKindOf(said) ?? "json";
    const path = said.startsWith(`${kind}:`) ? said.slice(kind.length + 1) : said;
    const file = number === undefined ? path : numbered(path, number);
    try {
      writeFile(file, textOf(kind, file, traced, model, origin), cwd);
    } catch (thrown) {
      if (!(thrown instanceof ValueError)) throw thrown;
      fail("C045", `the trace cannot be written to \`${file}\`: ${thrown.message}`);
    }
    return file;
  });
}

function textOf(kind: TraceKind, file: string, traced: Traced, model: Model, origin: TraceOrigin): string {
  switch (kind) {
    case "itf":
      return `${JSON.stringify(traceToItf(traced, model), null, 2)}\n`;
    case "json":
      return `${JSON.stringify(traceToJson(traced, model, origin), null, 2)}\n`;
    case "tlc":
      return `${JSON.stringify(traceToTlc(traced, model))}\n`;
    case "tla":
      return traceToModule(traced, model, moduleNameOf(file));
    default:
      return kind satisfies never;
  }
}

/** `bug.itf.json` as `bug_3.itf.json`. */
function numbered(path: string, number: number): string {
  const [whole, extension = ""] = /((?:\.(?:itf|tlc))?\.\w+)?$/.exec(path) ?? [""];
  return `${path.slice(0, path.length - (whole ?? "").length)}_${number}${extension}`;
}

/** TLA+ wants a module to be called as its file is. */
function moduleNameOf(file: string): string {
  const name = (file.split(/[\\/]/).at(-1) ?? "").replace(/\.tla$/, "");
  if (/^\w*[A-Za-z]\w*$/.test(name)) return name;
  fail("C046", `\`${file}\` is no name for a TLA+ module's file: use letters, digits and _ only`);
}
