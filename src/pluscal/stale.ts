/** Whether an algorithm, or its translation, has changed since it was translated. */
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import type { Source } from "../syntax/source.js";
import { checksum, checksumsOf } from "./checksum.js";
import { type Layout, layoutOf, mentionsAlgorithm } from "./layout.js";
import { DEFAULT_OPTIONS } from "./options.js";
import { translateAlgorithm } from "./translate.js";

const translate = "`quiesce translate` writes the translation, and `--translate` uses a new one for this run";

/**
 * Warns of a translation that is not the one of its algorithm any more, as far as the checksums beside it tell.
 * Without checksums nothing is said.
 */
export function staleness(source: Source): readonly Diagnostic[] {
  if (!mentionsAlgorithm(source) || !/ch(?:ec)?ksum/i.test(source.text)) return [];
  let layout: Layout;
  try {
    layout = layoutOf(source);
  } catch (error) {
    if (error instanceof SpecError) return [];
    throw error;
  }
  const { region, lines } = layout;
  if (region === null) return [];
  const first = lines[region.begin]!;
  const recorded = checksumsOf(source.text.slice(first.start, first.end));
  if (recorded === null) return [];
  const body = lines
    .slice(region.begin + 1, region.end)
    .map(({ start, end }) => source.text.slice(start, end));
  const edited = recorded.translation !== null && recorded.translation.value !== checksum(body.join(""));
  const changed = recorded.algorithm !== null && recorded.algorithm.value !== checksumOf(layout);
  if (!edited && !changed) return [];
  const span = { source, start: first.start, end: first.end };
  const warning = (code: string, message: string, notes: readonly string[]): readonly Diagnostic[] => [
    { code, severity: "warning", message, span, notes },
  ];
  if (edited && changed) {
    return warning("W070", "both the algorithm and its translation have changed since it was translated", [
      translate,
    ]);
  }
  if (changed) return warning("W071", "the algorithm has changed since it was translated", [translate]);
  return warning("W072", "the translation has been edited", [
    "what is checked is not what the algorithm says; the next translation undoes the edit",
  ]);
}

/** Says that an algorithm has no translation at all; null where there is none, or it has one. */
export function withoutTranslation(source: Source): Diagnostic | null {
  if (!mentionsAlgorithm(source)) return null;
  try {
    const { region, word: span } = layoutOf(source);
    if (region !== null) return null;
    const message = "this algorithm has not been translated";
    return { code: "W073", severity: "warning", message, span, notes: [translate] };
  } catch (error) {
    if (error instanceof SpecError) return null;
    throw error;
  }
}

/** The checksum of an algorithm; null if it has errors, which it cannot have had when it was translated. */
function checksumOf(layout: Layout): string | null {
  try {
    return translateAlgorithm(layout, DEFAULT_OPTIONS).checksums.algorithm;
  } catch (error) {
    if (error instanceof SpecError) return null;
    throw error;
  }
}
