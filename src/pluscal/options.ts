/** The options of a translation: those of the command, and those of a line `PlusCal options (…)` in the file. */
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { nearest } from "../syntax/nearest.js";
import type { Source, Span } from "../syntax/source.js";

/** What is asked of the fairness of an algorithm beyond its own words; null if nothing is. */
export type Fairness = "wf" | "sf" | "wfNext" | "nof" | null;

/** What is asked of a translation. */
export interface TranslationOptions {
  /** Add labels where they are missing. */
  readonly label: boolean;
  /** What the names of added labels begin with. */
  readonly labelRoot: string;
  readonly fairness: Fairness;
  /** Terminate is to be checked, which wants fairness. */
  readonly termination: boolean;
  /** Leave `Terminating` out of Next. */
  readonly noDoneDisjunct: boolean;
  /** Columns of the translation's lines. */
  readonly lineWidth: number;
  /** The version of PlusCal that the algorithm is written for, in thousandths. */
  readonly version: number;
}

/** What holds where nothing is asked for. */
export const DEFAULT_OPTIONS: TranslationOptions = {
  label: false,
  labelRoot: "Lbl_",
  fairness: null,
  termination: false,
  noDoneDisjunct: false,
  lineWidth: 78,
  version: 1903,
};

const NARROWEST = 60;

/** Options that concern files only. */
const WITHOUT_MEANING: ReadonlySet<string> = new Set(["noold", "nocfg"]);
const FAIRNESS: ReadonlySet<string> = new Set(["wf", "sf", "wfNext", "nof"]);
const KNOWN = [
  ...["label", "labelRoot", "wf", "sf", "wfNext", "nof", "termination", "noDoneDisjunct", "lineWidth"],
  ...["version", "noold", "nocfg"],
];

/** A word of the options line. */
interface Word {
  readonly text: string;
  readonly span: Span;
}

/**
 * The options in a file put on top of those given; the file's word on fairness replaces the one given.
 * @throws SpecError for options that are unknown, contradictory or lack their value
 */
export function withOptionsOf(source: Source, given: TranslationOptions): TranslationOptions {
  const words = optionWords(source) ?? [];
  let options = given;
  const diagnostics: Diagnostic[] = [];
  let fairness: Word | null = null;
  const refuse = (span: Span, message: string, notes: readonly string[]) =>
    diagnostics.push({ code: "P104", severity: "error", message, span, notes });
  for (let i = 0; i < words.length; i++) {
    const { text, span } = words[i]!;
    const name = text.replace(/^-/, "");
    const value = words[i + 1];
    if (FAIRNESS.has(name)) {
      if (fairness !== null)
        refuse(span, `\`${text}\` contradicts \`${fairness.text}\``, ["only one of them can be given"]);
      fairness = { text, span };
      options = { ...options, fairness: name as Fairness };
    } else if (name === "label") options = { ...options, label: true };
    else if (name === "termination") options = { ...options, termination: true };
    else if (name === "noDoneDisjunct") options = { ...options, noDoneDisjunct: true };
    else if (name === "labelRoot") {
      i++;
      if (value && /^[A-Za-z][A-Za-z0-9_]*$/.test(value.text))
        options = { ...options, labelRoot: value.text };
      else
        refuse(value?.span ?? span, "`labelRoot` needs the beginning of a name", [
          "for example labelRoot L_",
        ]);
    } else if (name === "lineWidth") {
      i++;
      const width = Number(value?.text);
      if (Number.isInteger(width) && width >= NARROWEST) options = { ...options, lineWidth: width };
      else refuse(value?.span ?? span, `\`lineWidth\` needs a number of at least ${NARROWEST}`, []);
    } else if (name === "version") {
      i++;
      const match = /^(\d+)(?:\.(\d{0,3}))?$/.exec(value?.text ?? "");
      if (match) options = { ...options, version: Number(match[1]! + (match[2] ?? "").padEnd(3, "0")) };
      else refuse(value?.span ?? span, "`version` needs a number such as 1.5", []);
    } else if (!WITHOUT_MEANING.has(name)) {
      const meant = nearest(name, KNOWN);
      refuse(
        span,
        `PlusCal has no option \`${text}\``,
        meant === undefined ? [] : [`did you mean \`${meant}\`?`],
      );
    }
  }
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  const unfair = options.fairness === null;
  return options.termination && unfair ? { ...options, fairness: "wf" } : options;
}

/** The words in the parentheses of `PlusCal options (…)`, or null if there are none such. */
function optionWords(source: Source): readonly Word[] | null {
  const match = /(?:^|[ \t\r\n])PlusCal(?![A-Za-z_])\S*\s+options(?![A-Za-z0-9_])\s*\(([^)]*)\)/.exec(
    source.text,
  );
  if (match === null) return null;
  const start = match.index + match[0].length - 1 - match[1]!.length;
  return [...match[1]!.matchAll(/[^\s,]+/g)].map(({ 0: text, index }) => ({
    text,
    span: { source, start: start + index, end: start + index + text.length },
  }));
}
