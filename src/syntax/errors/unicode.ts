import type { IToken } from "chevrotain";
import { Unexpected } from "../../../grammar/tokens.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Source } from "../source.js";

/** Signs that TLA+ knows besides its ASCII spellings, with those. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ "≜": "==", "∧": "/\\", "∨": "\\/", "¬": "~", "⇒": "=>", "≡": "<=>", "⇔": "<=>" }),
  ...Object.entries({ "∈": "\\in", "∉": "\\notin", "∀": "\\A", "∃": "\\E", "⊆": "\\subseteq" }),
  ...Object.entries({ "⊂": "\\subset", "∪": "\\cup", "∩": "\\cap", "≠": "#", "≤": "<=", "≥": ">=" }),
  ...Object.entries({ "⟨": "<<", "⟩": ">>", "→": "->", "↦": "|->", "←": "<-", "□": "[]", "◇": "<>" }),
  ...Object.entries({ "↝": "~>", "×": "\\X", "∘": "\\o", "÷": "\\div", "⋅": "\\cdot", "…": "..." }),
  ...Object.entries({ "‥": "..", "⊕": "(+)", "⊖": "(-)", "⊗": "(\\X)", "⊙": "(.)", "⊘": "(/)" }),
  ...Object.entries({ ℕ: "Nat", ℤ: "Int", ℝ: "Real" }),
]);

/**
 * One diagnostic for a text that is written with Unicode operators, which are not read yet: each of them would be an
 * error of its own. Null if there are none.
 */
export function unicodeOperators(source: Source, tokens: readonly IToken[]): Diagnostic | null {
  const found = tokens.filter((token) => token.tokenType === Unexpected && SPELLINGS.has(first(token)));
  const token = found[0];
  if (token === undefined) return null;
  const sign = first(token);
  const kinds = new Set(found.flatMap(({ image }) => [...image]).filter((each) => SPELLINGS.has(each)));
  const spellings = [...kinds].slice(0, 8).map((each) => `${each} as ${SPELLINGS.get(each)}`);
  return {
    code: "G011",
    severity: "error",
    message: `Unicode operators such as \`${sign}\` are not read yet`,
    span: { source, start: token.startOffset, end: token.startOffset + sign.length },
    notes: [`write ${spellings.join(", ")}`],
  };
}

function first(token: IToken): string {
  return String.fromCodePoint(token.image.codePointAt(0) ?? 0);
}
