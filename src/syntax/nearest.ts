/**
 * Which known name did the writer mean? Misspelt names are answered with a proposal, but only with one that is
 * close enough to be a slip of the hand: a wrong guess is worse than none.
 */
import type { Name } from "./ast.js";
import type { Diagnostic } from "./diagnostic.js";

/** A letter in the other case is half a mistake: `Mount_lock` is nearer to `mount_lock` than `mount_lack` is. */
const WRONG_CASE = 0.5;

/**
 * The candidate that `name` most probably misspells, or undefined when none is close.
 * Distance counts insertions, deletions, replacements and swaps of neighbours; letters that differ only in case
 * count half. Among equally near candidates the first one given wins, so callers put inner scopes first.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = tolerance(name.length);
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > bestDistance) continue;
    const distance = editDistance(name, candidate);
    // A short candidate must be near by its own measure too: everything of two letters is near to `x`.
    if (distance > tolerance(Math.min(name.length, candidate.length))) continue;
    if (distance < bestDistance || (best === undefined && distance === bestDistance)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The note that proposes what `name` most probably misspells; none where no candidate is close. */
export function didYouMean(name: string, candidates: Iterable<string>): readonly string[] {
  const guess = nearest(name, candidates);
  return guess === undefined ? [] : [`did you mean \`${guess}\`?`];
}

/** The same for a name in a text: the note, and the fix that puts the other name in its place; empty without one. */
export function proposal(name: Name, candidates: Iterable<string>): Pick<Diagnostic, "notes" | "fix"> {
  const guess = nearest(name.name, candidates);
  return guess === undefined
    ? {}
    : { notes: [`did you mean \`${guess}\`?`], fix: { span: name.span, text: guess } };
}

/** Mistakes that are forgiven: in a one-letter name its case, in longer ones about one in three letters. */
function tolerance(length: number): number {
  if (length <= 1) return WRONG_CASE;
  return Math.min(3, Math.max(1, Math.floor(length / 3)));
}

/** Edit distance with swaps of neighbours (each substring edited at most once). */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        previous[j]! + 1,
        current[j - 1]! + 1,
        previous[j - 1]! + replacement(a[i - 1]!, b[j - 1]!),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, beforePrevious[j - 2]! + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}

function replacement(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? WRONG_CASE : 1;
}
