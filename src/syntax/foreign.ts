/** Operators that TLA+ has, but that mostly stand where another language's operator is meant. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ["&&", "conjunction is written `/\\`"],
  ["||", "disjunction is written `\\/`"],
  [":=", "equality is written `=`, and the next value of x is x'"],
  ["|", "disjunction is written `\\/`, set union `\\cup`"],
  ["&", "conjunction is written `/\\`, set intersection `\\cap`"],
  ["--", "a minus before a negative number needs a blank: a - -b"],
]);

/**
 * What the writer of an operator that nobody has defined may have meant, as a note for the error.
 * @param operator its canonical name; @returns undefined if there is nothing to say.
 */
export function meantOperator(operator: string): string | undefined {
  return MEANT.get(operator);
}
