/** How the values of options are read; what is wrong with one is thrown as commander wants it: an InvalidArgumentError. */
import { InvalidArgumentError } from "commander";
import { DEFAULT_BUFFER, MEMORY_MODELS, type MemoryModel } from "../modules/memory-model.js";
import { DOT_STYLES, type DotStyle } from "../report/index.js";
import { parseRequirement, type Requirement } from "../review/index.js";
import { REQUIREMENT_WORDS } from "../review/requirements.js";
import { nearest } from "../syntax/nearest.js";
import { traceKindOf } from "./trace-files.js";

/** `--set NAME=EXPR`, taken apart. */
export interface Setting {
  readonly name: string;
  readonly expr: string;
}

/** A whole number, `least` or more. */
export function wholeNumber(text: string, least: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < least) {
    throw new InvalidArgumentError(`It must be a whole number, ${least} or more.`);
  }
  return value;
}

/** The values of an option that repeats, with one more. */
export function collect<T>(value: T, before: unknown): readonly T[] {
  return [...((before as readonly T[] | undefined) ?? []), value];
}

/** How many stores a buffer holds. */
export function bufferBound(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError(
      `It is how many stores a CPU's buffer holds: a whole number, 1 or more; write --buffer ${DEFAULT_BUFFER}.`,
    );
  }
  return value;
}

/** A memory model by its name. */
export function memoryModel(text: string): MemoryModel {
  const model = MEMORY_MODELS.find((one) => one === text);
  if (model === undefined) throw new InvalidArgumentError(`Allowed choices are ${MEMORY_MODELS.join(", ")}.`);
  return model;
}

/** `fixes=my_patch:NoLoss`. */
export function requirement(text: string): Requirement {
  const read = parseRequirement(text);
  if (read !== null) return read;
  const word = /^[^=]*/.exec(text)?.[0].trim() ?? "";
  const meant = nearest(word, REQUIREMENT_WORDS) ?? "fixes";
  throw new InvalidArgumentError(
    `It must have the form VERDICT=PATCH:PROPERTY, such as ${meant}=my_patch:NoLoss; VERDICT is one of ${REQUIREMENT_WORDS.join(", ")}.`,
  );
}

/** What a DOT graph shows: words joined by commas. */
export function dotStyles(text: string): readonly DotStyle[] {
  return text
    .split(",")
    .filter((word) => word !== "" && word !== "dot")
    .map((word) => {
      const style = DOT_STYLES.find((one) => one === word.toLowerCase());
      if (style !== undefined) return style;
      const meant = nearest(word, DOT_STYLES);
      throw new InvalidArgumentError(
        `${word} is none of ${DOT_STYLES.join(", ")}${meant === undefined ? "" : `; did you mean ${meant}?`}`,
      );
    });
}

/** A file whose name says which form of a trace is meant. */
export function traceFile(text: string): string {
  if (traceKindOf(text) !== null) return text;
  throw new InvalidArgumentError(
    "Its name must end in .itf.json, .json, .tlc.json or .tla, which says what is written; or write itf:FILE.",
  );
}

/** A name. */
export function identifier(text: string): string {
  if (!/^[A-Za-z]\w*$/.test(text)) throw new InvalidArgumentError("It must be a name, such as lost_update.");
  return text;
}

/** A number of seconds, more than 0. */
export function seconds(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0)) throw new InvalidArgumentError("It must be a number of seconds, more than 0.");
  return value;
}

/** `NAME=EXPRESSION`, taken apart. */
export function setting(text: string): Setting {
  const equals = text.indexOf("=");
  const name = text.slice(0, Math.max(equals, 0)).trim();
  const expr = text.slice(equals + 1).trim();
  if (!/^\w*[A-Za-z]\w*$/.test(name) || expr === "") {
    throw new InvalidArgumentError("It must have the form NAME=EXPRESSION.");
  }
  return { name, expr };
}
