/** Module IOUtils: files, the environment and other programs, where the user allows it. */
import type { ProgramResult, WriteMode } from "../../explore/world.js";
import {
  apply,
  codes,
  contains,
  domain,
  format,
  integers,
  makeRecord,
  type RecordValue,
  type Value,
  ValueError,
} from "../../values/index.js";
import { jsonLines, readFile } from "./json.js";
import {
  integer,
  mapping,
  type NativeArgument,
  type NativeContext,
  type NativeTable,
  native,
  pure,
  sequence,
  string,
  value,
  wrong,
} from "./native.js";
import { decode, encode } from "./stored-value.js";
import { fill } from "./template.js";

/** The operators of IOUtils. */
export const ioUtils: NativeTable = {
  IOSerialize: native(3, ([v, path, compress], context) => {
    flag(compress, "third", "IOSerialize");
    const text = `${encode(value(v))}\n`;
    const file = string(path, "second", "IOSerialize");
    context.write(file, text, { at: "anew" });
    return true;
  }),
  IODeserialize: native(2, ([path, compressed], context) => {
    flag(compressed, "second", "IODeserialize");
    return decode(context.world(readFile(string(path, "first", "IODeserialize"))));
  }),
  Serialize: native(3, ([v, path, options], context) => {
    const choice = record(options, "third", "Serialize");
    switch (option(choice, "format", "Serialize")) {
      case "TXT": {
        const text = string(v, "first", "Serialize");
        return attempted(() => {
          write(string(path, "second", "Serialize"), text, choice, context);
          return "written";
        });
      }
      case "NDJSON":
        write(
          string(path, "second", "Serialize"),
          jsonLines(value(v), "first", "Serialize"),
          choice,
          context,
        );
        return true;
      default:
        throw wrong(choice, "third", "Serialize", 'a record with the format "TXT" or "NDJSON"');
    }
  }),
  Deserialize: native(2, ([path, options], context) => {
    const choice = record(options, "second", "Deserialize");
    if (option(choice, "format", "Deserialize") !== "TXT") {
      throw wrong(choice, "second", "Deserialize", 'a record with the format "TXT"');
    }
    const file = string(path, "first", "Deserialize");
    return attempted(() => context.world(readFile(file)));
  }),
  IOExec: native(1, ([command], context) => execute(words(command, "only", "IOExec"), null, context)),
  IOEnvExec: native(2, ([env, command], context) =>
    execute(words(command, "second", "IOEnvExec"), record(env, "first", "IOEnvExec"), context),
  ),
  IOExecTemplate: native(2, ([template, parameters], context) => {
    const given = words(parameters, "second", "IOExecTemplate");
    const command = words(template, "first", "IOExecTemplate");
    return execute(
      command.map((word) => fill(word, given, "IOExecTemplate")),
      null,
      context,
    );
  }),
  IOEnvExecTemplate: native(3, ([env, template, parameters], context) => {
    const given = words(parameters, "third", "IOEnvExecTemplate");
    const command = words(template, "second", "IOEnvExecTemplate");
    return execute(
      command.map((word) => fill(word, given, "IOEnvExecTemplate")),
      record(env, "first", "IOEnvExecTemplate"),
      context,
    );
  }),
  IOEnv: native(0, (_, context) => makeRecord(Object.entries(context.world((world) => world.environment())))),
  atoi: pure(1, (digits) => {
    if (typeof digits === "string" && /^[-+]?\d+$/.test(digits))
      return integers.normalise(BigInt(digits.replace("+", "")));
    throw wrong(digits!, "only", "atoi", "a string of digits");
  }),
  zeroPadN: pure(2, (n, width) => {
    const wanted = integer(width!, "second", "zeroPadN");
    if (wanted > LONGEST) throw wrong(width!, "second", "zeroPadN", `a number of digits, at most ${LONGEST}`);
    return format(n!).padStart(Number(wanted), "0");
  }),
};

/** More digits than this are taken for a mistake. */
const LONGEST = 1_000_000;

function flag(argument: NativeArgument | undefined, which: "second" | "third", of: string): void {
  const given = value(argument);
  if (typeof given !== "boolean") throw wrong(given, which, of, "TRUE or FALSE");
}

function record(
  argument: NativeArgument | undefined,
  which: "first" | "second" | "third",
  of: string,
): RecordValue {
  const fields = mapping(value(argument), which, of);
  if (fields.kind === "record") return fields;
  throw wrong(fields, which, of, "a record");
}

function option(choice: RecordValue, name: string, of: string): Value {
  if (contains(domain(choice), name)) return apply(choice, name);
  throw wrong(choice, of === "Serialize" ? "third" : "second", of, `a record with the field ${name}`);
}

/** Writes a file in the way that the names of Java's open options say. */
function write(path: string, text: string, choice: RecordValue, context: NativeContext): void {
  const named = words(option(choice, "openOptions", "Serialize"), "third", "Serialize");
  const has = (name: string) => named.includes(name);
  const at = has("APPEND") ? "end" : has("TRUNCATE_EXISTING") ? "anew" : "start";
  const how: WriteMode = {
    at,
    missing: has("CREATE") || has("CREATE_NEW") ? "make" : "fail",
    present: has("CREATE_NEW") ? "fail" : "write",
  };
  context.write(path, text, how);
}

/** What TLC gives for something that may fail: a record as of a program. What is not allowed is an error all the same. */
function attempted(run: () => string): Value {
  try {
    return outcome({ exitValue: 0, stdout: run(), stderr: "" });
  } catch (thrown) {
    if (!(thrown instanceof ValueError) || thrown.code !== codes.world) throw thrown;
    return outcome({ exitValue: 1, stdout: "", stderr: thrown.message });
  }
}

function execute(command: readonly string[], env: RecordValue | null, context: NativeContext): Value {
  const added =
    env === null ? [] : env.sortedNames().map((name) => [name, plain(env.fields.get(name)!)] as const);
  return outcome(context.world((world) => world.execute(command, Object.fromEntries(added)), true));
}

/** A value's text, of a string the string itself. */
function plain(v: Value): string {
  return typeof v === "string" ? v : format(v);
}

function outcome({ exitValue, stdout, stderr }: ProgramResult): Value {
  return makeRecord(Object.entries({ exitValue, stdout, stderr }));
}

function words(
  argument: NativeArgument | undefined,
  which: "only" | "first" | "second" | "third",
  of: string,
) {
  return sequence(value(argument), which, of)
    .items.toArray()
    .map((word) => {
      if (typeof word === "string") return word;
      throw wrong(value(argument), which, of, "a sequence of strings");
    });
}
