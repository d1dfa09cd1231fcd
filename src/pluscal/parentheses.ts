const LEFT: ReadonlySet<string> = new Set(["(", "[", "{"]);
const RIGHT: ReadonlySet<string> = new Set([")", "]", "}"]);

/** Operators of letters that bind tighter than `=`: behind the first row they call for no parentheses. */
const TIGHT =
  /^\\(?:cup|cap|union|intersect|o|circ|X|times|div|oplus|ominus|otimes|oslash|odot|uplus|sqcap|sqcup|star|bullet|cdot|wr|bigcirc)(?![A-Za-z])/;

/**
 * Whether an expression behind `x' =` or `x =` gets parentheses: it may hold an operator that binds as loosely as `=`
 * outside of brackets. A cautious look at its characters, so that the text stays that of the TLA+ tools.
 */
export function needsParentheses(rows: readonly string[]): boolean {
  let depth = 0;
  for (const [number, row] of rows.entries()) {
    for (let i = 0; i < row.length; i++) {
      const char = row[i]!;
      const next = row[i + 1] ?? " ";
      if (char === '"') {
        const end = endOfString(row, i);
        if (end < 0) return true;
        i = end;
        continue;
      }
      const doubled = char === next;
      if (LEFT.has(char) || (char === "<" && doubled)) depth++;
      else if (RIGHT.has(char) || (char === ">" && doubled)) {
        if (depth === 0) return true;
        depth--;
      } else if (depth === 0 && isLoose(char, next, row[i - 1])) {
        if (number === 0 || !TIGHT.test(row.slice(i))) return true;
      }
      if ((char === "<" || char === ">") && doubled) i++;
    }
  }
  return false;
}

function endOfString(row: string, start: number): number {
  for (let i = start + 1; i < row.length; i++) {
    if (row[i] === "\\") i++;
    else if (row[i] === '"') return i;
  }
  return -1;
}

/** Whether an operator begins at a character, or goes on there, that may bind loosely. */
function isLoose(char: string, next: string, previous: string | undefined): boolean {
  switch (char) {
    case "=":
    case "#":
    case "<":
    case ">":
      return true;
    case "|":
      return next === "-" || previous === "-";
    case "\\":
      return next !== " " && next !== "o" && next !== "X";
    case "/":
      return next === "\\";
    default:
      return /[∧∨⇒⇔≡∈∉≠≤≥⊆⊂∀∃↝¬]/.test(char);
  }
}
