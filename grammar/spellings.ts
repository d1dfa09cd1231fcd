/**
 * The signs that TLA+ has in Unicode besides its ASCII spellings, as the reference parser, SANY, reads them.
 * Either may be written everywhere, and both mixed. `⟩_` is written for `>>_`.
 */
export const UNICODE_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...pairs(
    "≜ ==",
    "∷ ::",
    "→ ->",
    "↦ |->",
    "← <-",
    "⟨ <<",
    "⟩ >>",
    "∀ \\A",
    "∃ \\E",
    "ℕ Nat",
    "ℤ Int",
    "ℝ Real",
  ),
  ...pairs("⇒ =>", "⇸ -+->", "≡ \\equiv", "⇔ <=>", "↝ ~>", "∧ /\\", "∨ \\/", "¬ ~", "□ []", "◇ <>"),
  ...pairs("≠ /=", "∈ \\in", "∉ \\notin", "≤ <=", "≥ >=", "⊆ \\subseteq", "⊂ \\subset", "⊃ \\supset"),
  ...pairs("⊇ \\supseteq", "⊏ \\sqsubset", "⊑ \\sqsubseteq", "⊐ \\sqsupset", "⊒ \\sqsupseteq", "≺ \\prec"),
  ...pairs("⪯ \\preceq", "≻ \\succ", "⪰ \\succeq", "≪ \\ll", "≫ \\gg", "∼ \\sim", "≃ \\simeq", "≈ \\approx"),
  ...pairs(
    "≍ \\asymp",
    "≅ \\cong",
    "≐ \\doteq",
    "∝ \\propto",
    "⊢ |-",
    "⊨ |=",
    "⊣ -|",
    "⫤ =|",
    "≔ :=",
    "⩴ ::=",
  ),
  ...pairs("⋅ \\cdot", "∪ \\cup", "∩ \\cap", "‥ ..", "… ...", "‼ !!", "⁇ ??", "⊓ \\sqcap", "⊔ \\sqcup"),
  ...pairs(
    "⊎ \\uplus",
    "≀ \\wr",
    "⊕ \\oplus",
    "‖ ||",
    "× \\X",
    "⊖ \\ominus",
    "÷ \\div",
    "∘ \\o",
    "◯ \\bigcirc",
  ),
  ...pairs("● \\bullet", "⋆ \\star", "⊙ \\odot", "⊘ \\oslash", "⊗ \\otimes", "⁺ ^+"),
]);

function pairs(...texts: string[]): [string, string][] {
  return texts.map((text) => text.split(" ") as [string, string]);
}

/** What a name is called: a Unicode sign for a set of numbers is one more way to write the set's name. */
export function nameText(image: string): string {
  return image.charCodeAt(0) < 0x80 ? image : (UNICODE_SPELLINGS.get(image) ?? image);
}
