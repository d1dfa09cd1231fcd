/** Plain text within a width: wrapping, shortening, numbers and plurals as every report writes them. */
import { oneLine } from "../syntax/source.js";

/** Characters after which an overlong word may be broken without hurting the reader. */
const BREAK_AFTER = "(,>.)/]}&|=;:";

/**
 * Breaks text at blanks into lines of at most `width` characters; lines after the first start with `hang` blanks.
 * A word longer than a line is broken after punctuation where there is some, anywhere otherwise.
 */
export function wrap(text: string, width: number, hang = 0): string[] {
  const indent = " ".repeat(Math.min(hang, Math.max(0, width - 8)));
  const lines: string[] = [];
  let line = "";
  let empty = true;
  const put = (word: string): void => {
    if (!empty && line.length + 1 + word.length <= width) {
      line += ` ${word}`;
      return;
    }
    if (!empty) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    let rest = word;
    while (line.length + rest.length > width) {
      const cut = breakAt(rest, Math.max(1, width - line.length));
      lines.push(line + rest.slice(0, cut));
      rest = rest.slice(cut);
      line = indent;
    }
    line += rest;
    empty = rest === "";
  };
  for (const word of oneLine(text).split(" ")) if (word !== "") put(word);
  if (!empty || lines.length === 0) lines.push(line);
  return lines;
}

/** Where to cut a word of which `room` characters fit. */
function breakAt(word: string, room: number): number {
  for (let i = room; i > room / 2; i--) if (BREAK_AFTER.includes(word[i - 1]!)) return i;
  // Never between the halves of a surrogate pair.
  const code = word.charCodeAt(room - 1);
  return room > 1 && code >= 0xd800 && code < 0xdc00 ? room - 1 : room;
}

/**
 * Shortens a text to `max` characters, `...` standing for its middle; the head keeps most of the room.
 * Cuts at blanks where there are some near: `{0, 10, 20, ... 340}`.
 */
export function elide(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = Math.max(1, Math.floor((max - 3) / 4));
  const head = text.slice(0, Math.max(1, max - 3 - room));
  const tail = text.slice(text.length - room);
  const blank = head.lastIndexOf(" ");
  const start = tail.indexOf(" ");
  return `${blank > head.length / 2 ? head.slice(0, blank + 1) : head}...${start >= 0 ? tail.slice(start) : tail}`;
}

/** `1,234,567`. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 state`, `2 states`, `1,234 states`; `many` where the plural is irregular. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

/** `0.8 s`, `12 s`, `3 min 5 s`: no more digits than anybody needs. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  if (minutes < 60) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}
