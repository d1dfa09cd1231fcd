import type { Diagnostic } from "../diagnostic.js";
import type { Source } from "../source.js";

/** The largest text that is read, in characters; larger ones are no specs but data. */
const SIZE_LIMIT = 20_000_000;

/** Says why a text is no source at all: binary data, or far too large. Null if it can be read. */
export function unreadable(source: Source): Diagnostic | null {
  const { text } = source;
  if (text.length > SIZE_LIMIT) {
    const millions = Math.round(text.length / 1_000_000);
    return refuse("G010", `this file is too large to be a spec (${millions} million characters)`);
  }
  // NUL and the replacement character of broken UTF-8 stand in no text.
  const nul = text.indexOf("\0");
  if (nul >= 0) return refuse("G010", "this is not a text file: it holds NUL characters");
  if (text.slice(0, 4096).split("\uFFFD").length > 16) {
    return refuse("G010", "this is not a text file in UTF-8");
  }
  return null;
}

function refuse(code: string, message: string): Diagnostic {
  return { code, severity: "error", message };
}
