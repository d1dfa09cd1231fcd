/** Module CSV: files of lines, read and written where the user allows it. */
import { codes, excerpt, format, makeRecord, makeTuple, type Value, ValueError } from "../../values/index.js";
import {
  mapping,
  type NativeContext,
  type NativeTable,
  native,
  sequence,
  string,
  value,
  wrong,
} from "./native.js";
import { fill } from "./template.js";

/** The operators of CSV. */
export const csv: NativeTable = {
  CSVWrite: native(3, ([template, values, path], context) => {
    const items = sequence(value(values), "second", "CSVWrite").items.toArray();
    const line = fill(string(template, "first", "CSVWrite"), items.map(format), "CSVWrite");
    return appended([line], string(path, "third", "CSVWrite"), context);
  }),
  CSVWriteRecord: native(4, ([row, delimiter, headers, path], context) => {
    const fields = mapping(value(row), "first", "CSVWriteRecord");
    if (fields.kind !== "record") throw wrong(fields, "first", "CSVWriteRecord", "a record");
    const between = string(delimiter, "second", "CSVWriteRecord");
    const names = fields.sortedNames();
    const lines = [names.map((name) => format(fields.fields.get(name)!)).join(between)];
    const named = value(headers);
    if (typeof named !== "boolean") throw wrong(named, "third", "CSVWriteRecord", "TRUE or FALSE");
    if (named) lines.unshift(names.join(between));
    return appended(lines, string(path, "fourth", "CSVWriteRecord"), context);
  }),
  CSVRead: native(3, ([columns, delimiter, path], context) => {
    const names = sequence(value(columns), "first", "CSVRead")
      .items.toArray()
      .map((name) => string(name, "first", "CSVRead"));
    const between = string(delimiter, "second", "CSVRead");
    const lines = linesOf(string(path, "third", "CSVRead"), context);
    return makeTuple(lines.map((line) => recordOf(line, names, between)));
  }),
  CSVRecords: native(1, ([path], context) => linesOf(string(path, "only", "CSVRecords"), context).length),
};

function appended(lines: readonly string[], path: string, context: NativeContext): Value {
  context.write(path, lines.map((line) => `${line}\n`).join(""), { at: "end" });
  return true;
}

/** The lines of a file; none if it is not there. */
function linesOf(path: string, context: NativeContext): readonly string[] {
  const text = context.world((world) => world.read(path)) ?? "";
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function recordOf(line: string, names: readonly string[], between: string): Value {
  const fields = line.split(between);
  if (fields.length !== names.length) {
    throw new ValueError(
      codes.world,
      `a line has ${fields.length} fields where CSVRead names ${names.length} columns: ${excerpt(line)}`,
    );
  }
  return makeRecord(names.map((name, i) => [name, fields[i]!] as const));
}
