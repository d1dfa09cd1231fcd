/** What somebody demands of a patch: `fixes=P:Q`, for continuous integration. */
import type { PatchVerdict, Requirement, Review, Verdict } from "./types.js";
import { columnName } from "./types.js";

const VERDICTS: readonly Verdict[] = [
  "breaks",
  "unknown",
  "vacuous",
  "no effect",
  "fixes",
  "hides",
  "partial",
];

/** The words that a requirement may begin with, as they are typed. */
export const REQUIREMENT_WORDS: readonly string[] = VERDICTS.map((verdict) => verdict.replace(" ", "-"));

/** Reads `fixes=P:Q` or `no-effect=P:Q`; null if it is malformed, or the word is no verdict. */
export function parseRequirement(text: string): Requirement | null {
  const groups = /^(?<word>[\w-]+)=(?<patch>[^:]+):(?<property>.+)$/.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const verdict = VERDICTS.find((one) => one.replace(" ", "-") === groups.word);
  if (verdict === undefined) return null;
  return { verdict, patch: groups.patch!.trim(), property: groups.property!.trim() };
}

/** Which requirements are met by the verdicts reached. */
export function judgeRequirements(
  requirements: readonly Requirement[],
  verdicts: readonly Pick<PatchVerdict, "patch" | "column" | "verdict">[],
): Review["requirements"] {
  return requirements.map((requirement) => {
    const one = verdicts.find(
      ({ patch, column }) => patch === requirement.patch && columnName(column) === requirement.property,
    );
    // Nothing was found out about it: no cell of the patch has the column.
    if (one === undefined) return { ...requirement, met: false, found: "unknown" };
    return { ...requirement, met: one.verdict === requirement.verdict, found: one.verdict };
  });
}
