/** TLC's registers, and the names under which TLCGet tells of the search. */
import {
  codes,
  excerpt,
  format,
  makeFunction,
  makeRecord,
  makeTuple,
  type Value,
  ValueError,
} from "../../values/index.js";
import { type NativeContext, type SearchFacts, wrong } from "./native.js";

/** Names of registers begin so. */
const NAMED = "s:";
/** Names of what TLC calls system properties begin so: texts, each of which is its own name until it is set. */
const PROPERTY = "-D";

/** The property by which TLC switches `\cdot` on; it always is here. */
const CDOT = "-Dtlc2.tool.impl.Tool.cdot";

/** Figures of `TLCGet("stats")` that have a name of their own. */
const FIGURES: readonly string[] = ["diameter", "generated", "distinct", "queue", "duration"];

/**
 * `TLCGet("revision")`: of TLC's own history. Specs ask for it to be sure of a TLC that is new enough; the operators
 * are here what they are in this one.
 */
const REVISION = makeRecord([
  ["count", 0],
  ["timestamp", 1785456000],
  ["date", "2026-07-31T00:00:00.0Z"],
  ["tag", "quiesce"],
  ["calver", "2026.07.31"],
]);

/** The value of `TLCGet(key)`. Throws ValueError for a key that has none. */
export function getRegister(key: Value, context: NativeContext): Value {
  const found = lookUp(key, "TLCGet", context);
  if (found !== undefined) return found;
  throw new ValueError(codes.unset, unsetMessage(key), [key]);
}

/** Sets a register. Throws ValueError for a key that is none. */
export function setRegister(key: Value, content: Value, context: NativeContext): void {
  if (key === "exit") {
    if (content === true) context.search()?.stop();
    return;
  }
  // TLC waits for the Enter key here. Nobody may sit before this program.
  if (key === "pause") return;
  const register = registerOf(key);
  if (register === null) {
    throw wrong(
      key,
      "first",
      "TLCSet",
      'a natural number or a name that begins with "s:", such as "s:count"',
    );
  }
  const property = typeof register === "string" && register.startsWith(PROPERTY);
  context.set(register, property ? format(content) : content);
}

/** A register's value, or else the given one. */
export function getOrDefault(key: Value, otherwise: () => Value, context: NativeContext): Value {
  const register = registerOf(key);
  const found = register === null || isProperty(register) ? undefined : context.get(register);
  return found ?? otherwise();
}

function registerOf(key: Value): string | number | null {
  if (typeof key === "number" && key >= 0) return key;
  return typeof key === "string" && (key.startsWith(NAMED) || isProperty(key)) ? key : null;
}

function isProperty(key: string | number): key is string {
  return typeof key === "string" && key.startsWith(PROPERTY);
}

/** Undefined: a register that was not set, or a figure where nothing is searched. Throws ValueError for other keys. */
function lookUp(key: Value, of: string, context: NativeContext): Value | undefined {
  const register = registerOf(key);
  if (register !== null) {
    const found = context.get(register);
    if (found !== undefined || !isProperty(register)) return found;
    return register === CDOT ? "true" : register;
  }
  if (typeof key !== "string") throw wrong(key, "only", of, "a natural number or a string");
  switch (key) {
    case "all":
    case "all:named":
      return allRegisters(context, key === "all" ? "number" : "string");
    case "revision":
      return REVISION;
    default: {
      const facts = context.search();
      return facts === null ? undefined : factOf(key, facts);
    }
  }
}

function factOf(key: string, facts: SearchFacts): Value | undefined {
  switch (key) {
    case "level":
      return facts.level();
    case "action":
      return facts.action();
    case "config":
      return facts.config();
    case "spec":
      return facts.spec();
    case "stats":
      return makeRecord([...facts.statistics()]);
    default:
      return FIGURES.includes(key) ? facts.statistics().get(key) : undefined;
  }
}

/** A function from registers to sequences of values, one for each thread that searches: here there is one. */
function allRegisters(context: NativeContext, kind: "number" | "string"): Value {
  const registers = context.registers().filter(([key]) => typeof key === kind && !isProperty(key));
  return makeFunction(registers.map(([key, content]) => [key, makeTuple([content])] as const));
}

function unsetMessage(key: Value): string {
  const get = `TLCGet(${excerpt(key)})`;
  if (registerOf(key) !== null) {
    return `${get} has no value: nothing was set with TLCSet(${excerpt(key)}, ...) before`;
  }
  const known = ["level", ...FIGURES, "action", "stats", "config", "spec", "all", "revision"];
  if (known.includes(key as string))
    return `${get} has no value here: it is known only while states are searched`;
  return `${get} has no value: it is none of ${known.join(", ")}, and a register's name begins with "s:"`;
}
