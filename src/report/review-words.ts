/** What a review says in words: its answer, and one remark for each patch and column. */
import {
  type Cell,
  type Column,
  columnName,
  type Judged,
  type PatchVerdict,
  type Review,
  type Verdict,
} from "../review/types.js";
import { counted, listed } from "./text.js";

/** Cells named in one remark; the matrix has them all. */
const MOST_NAMED = 8;

/** What patches do, most telling first: to `it`, to a claim by name, and at large; one patch and several. */
const DEEDS: readonly {
  readonly verdict: Verdict;
  readonly one: string;
  readonly many: string;
  readonly named: (claims: string) => string;
  readonly anyOne: string;
  readonly anyMany: string;
}[] = [
  {
    verdict: "breaks",
    one: "breaks it",
    many: "break it",
    named: (claims) => `breaks ${claims}`,
    anyOne: "breaks a claim",
    anyMany: "break a claim",
  },
  {
    verdict: "hides",
    one: "hides it",
    many: "hide it",
    named: (claims) => `hides the failure of ${claims}`,
    anyOne: "hides a failure",
    anyMany: "hide a failure",
  },
  {
    verdict: "partial",
    one: "repairs a part",
    many: "repair a part",
    named: (claims) => `repairs a part of ${claims}`,
    anyOne: "repairs a part",
    anyMany: "repair a part",
  },
  {
    verdict: "vacuous",
    one: "makes it vacuous",
    many: "make it vacuous",
    named: (claims) => `makes ${claims} vacuous`,
    anyOne: "makes a claim vacuous",
    anyMany: "make a claim vacuous",
  },
  {
    verdict: "unknown",
    one: "is undecided",
    many: "are undecided",
    named: (claims) => `is undecided on ${claims}`,
    anyOne: "is undecided",
    anyMany: "are undecided",
  },
  {
    verdict: "fixes",
    one: "fixes it",
    many: "fix it",
    named: (claims) => `fixes ${claims}`,
    anyOne: "fixes what fails",
    anyMany: "fix what fails",
  },
  {
    verdict: "no effect",
    one: "does not help",
    many: "do not help",
    named: (claims) => `does not help ${claims}`,
    anyOne: "has no effect",
    anyMany: "have no effect",
  },
];

/** `io_uring`, with several memory models `io_uring/tso`. */
export function cellName({ scenario, memory }: Cell, manyMemories: boolean): string {
  const name = scenario ?? "default";
  return manyMemories ? `${name}/${memory}` : name;
}

/** Whether the cells differ in their memory models. */
export function hasManyMemories({ plan }: Review): boolean {
  return new Set(plan.cells.map(({ memory }) => memory)).size > 1;
}

/** Whether a verdict deserves a line: something was wrong before or is now. */
export function isTelling({ verdict, cells }: PatchVerdict): boolean {
  if (verdict === "new") return true;
  return verdict !== "no effect" || cells.some(({ base }) => base === "violated");
}

/**
 * The answer of the whole review on one line: about the claim that base violates,
 * `A: sync_common_paths hides it, wait_inline fixes it.`, with fewer names where they have no room in `width`.
 */
export function answerLine(review: Review, width: number): string {
  const { plan, verdicts } = review;
  const telling = verdicts.filter((one) => isTelling(one) && one.verdict !== "new");
  const count = plan.patches.length;
  const all = counted(count, "patch", "patches");
  if (telling.length === 0) {
    const who = count === 1 ? `${plan.patches[0]!.name} has no` : `None of ${all} has an`;
    return `${who} effect on what the spec claims.`;
  }
  const failing = telling.filter(({ cells }) => cells.some(({ base }) => base === "violated"));
  const columns = [...new Set(failing.map(({ column }) => columnName(column)))];
  const breaking = telling.filter((one) => one.verdict === "breaks" && !failing.includes(one));
  const broken = [...new Set(breaking.map(({ column }) => claimOf(column)))];
  const [column] = columns;
  if (column === undefined || columns.length > 1 || count === 1) return tally(review, telling, width);
  const groups = DEEDS.flatMap((deed) => {
    const who = failing.filter(({ verdict }) => verdict === deed.verdict).map(({ patch }) => patch);
    return who.length === 0 ? [] : [{ ...deed, who }];
  });
  const line = (isNamed: (verdict: Verdict) => boolean): string => {
    const unnamed = groups.find(({ verdict }) => !isNamed(verdict));
    const parts = groups.map(({ verdict, who, one, many }) => {
      // "patches" is said once.
      const noun = unnamed?.verdict === verdict ? (who.length === 1 ? " patch" : " patches") : "";
      const subject = isNamed(verdict) ? listed(who) : `${who.length}${noun}`;
      return `${subject} ${who.length === 1 ? one : many}`;
    });
    const besides =
      breaking.length === 0
        ? ""
        : `; ${besidesOf(
            breaking.map(({ patch }) => patch),
            isNamed("breaks") ? listed(broken) : null,
          )}`;
    return `${column}: ${parts.join(", ")}${besides}.`;
  };
  const forms = [() => true, (verdict: Verdict) => verdict === "fixes", () => false].map(line);
  return forms.find((form) => form.length <= width) ?? tally(review, telling, width);
}

/** `p and q break A`; null: `2 break more`. */
function besidesOf(patches: readonly string[], claims: string | null): string {
  const who = [...new Set(patches)];
  const verb = who.length === 1 ? "breaks" : "break";
  return claims === null ? `${who.length} ${verb} more` : `${listed(who)} ${verb} ${claims}`;
}

/** What one patch does to which claims; of several how many do what, by the worst that each of them does. */
function tally({ plan }: Review, telling: readonly PatchVerdict[], width: number): string {
  const [only, ...others] = plan.patches;
  const groups = DEEDS.flatMap((deed) => {
    const columns = telling
      .filter(({ verdict }) => verdict === deed.verdict)
      .map(({ column }) => claimOf(column));
    const who = plan.patches
      .filter(({ name }) => worstOf(telling, name) === deed.verdict)
      .map(({ name }) => name);
    return columns.length + who.length === 0 ? [] : [{ ...deed, columns, who }];
  });
  const doing = groups.filter(({ who }) => who.length > 0);
  const forms = [
    ...(others.length > 0
      ? []
      : [groups, groups.slice(0, 1)].map(
          (told) => `${only!.name} ${told.map(({ named, columns }) => named(listed(columns))).join(", ")}.`,
        )),
    `${doing.map(({ who, anyOne, anyMany }) => `${listed(who)} ${who.length === 1 ? anyOne : anyMany}`).join(", ")}.`,
  ];
  const counts = doing.map(({ verdict, who }) => `${verdict} ${who.length}`).join(", ");
  return (
    forms.find((form) => form.length <= width) ??
    `${counted(plan.patches.length, "patch", "patches")}: ${counts}.`
  );
}

/** A column as what is claimed, in a sentence. */
function claimOf(column: Column): string {
  switch (column.kind) {
    case "property":
      return column.name;
    case "deadlock":
      return "freedom from deadlock";
    case "assertions":
      return "the assertions";
    default:
      return column satisfies never;
  }
}

function worstOf(telling: readonly PatchVerdict[], patch: string): Verdict {
  const own = telling.filter((one) => one.patch === patch);
  return DEEDS.find(({ verdict }) => own.some((one) => one.verdict === verdict))?.verdict ?? "no effect";
}

/** What the cells show for one patch and column, in few words. */
export function remarkOf(verdict: PatchVerdict, review: Review): string {
  const cells = (wanted: (cell: Judged) => boolean) => named(verdict, review, wanted);
  const part = (before: string, where: string | null, after = "") =>
    where === null ? [] : [`${before} ${where}${after}`];
  const repaired = part(
    "repaired in",
    cells(({ base, patched }) => base === "violated" && patched !== "violated" && patched !== "unknown"),
  );
  const survives = cells(({ base, patched }) => base === "violated" && patched === "violated");
  const violated = cells(({ patched }) => patched === "violated");
  const fails = { property: "violated", deadlock: "deadlocks", assertions: "fails" }[verdict.column.kind];
  switch (verdict.verdict) {
    case "breaks":
      return joined([
        ...part(
          `${fails} in`,
          cells(({ base, patched }) => base === "holds" && patched === "violated"),
          ", where base holds",
        ),
        ...repaired,
      ]);
    case "unknown":
      return joined([
        ...part("undecided in", cells(isUndecided)),
        ...why(verdict.cells.filter(isUndecided)),
        ...differing(verdict, review),
        ...repaired,
      ]);
    case "vacuous":
      return joined([
        ...part(
          "holds in",
          cells(({ patched }) => patched === "vacuous"),
          ", but",
        ),
        ...why(verdict.cells),
      ]).replace(", but; ", ", but ");
    case "no effect":
      return survives === null
        ? `holds in ${everywhere(verdict, review)}`
        : `${fails} in ${survives} as on base`;
    case "fixes":
      return joined(repaired);
    case "hides":
      return joined([...repaired, ...part("survives in", survives), ...differing(verdict, review)]);
    case "partial":
      return joined([...repaired, ...part("still fails in", survives), ...differing(verdict, review)]);
    case "new":
      return violated === null
        ? joined([`brought by the patch, ${newState(verdict.cells)}`, ...why(verdict.cells)])
        : `brought by the patch, ${fails} in ${violated}`;
    default:
      return verdict.verdict satisfies never;
  }
}

function joined(parts: readonly string[]): string {
  return parts.join("; ");
}

function newState(cells: readonly Judged[]): string {
  return cells.some(isUndecided) ? "undecided" : "holds";
}

function isUndecided({ base, patched }: Judged): boolean {
  return base === "unknown" || patched === "unknown";
}

/** The reasons told of cells, each once. */
function why(cells: readonly Judged[]): readonly string[] {
  return [...new Set(cells.flatMap(({ why }) => why ?? []))].slice(0, 2);
}

/** Surviving cells whose counterexample is not one of base, or was not found to be. */
function differing({ verdict, compared }: PatchVerdict, review: Review): readonly string[] {
  const many = hasManyMemories(review);
  const names = (kind: "different" | "unknown") =>
    compared
      .filter(({ answer }) => answer.kind === kind)
      .map(({ cell }) => cellName(review.plan.cells[cell]!, many));
  const [other, open] = [names("different"), names("unknown")];
  const where = (list: readonly string[]) =>
    verdict === "partial" && list.length === compared.length ? "" : ` in ${shortened(list)}`;
  return [
    ...(other.length > 0 ? [`the shortest counterexample${where(other)} is none of base`] : []),
    ...(open.length > 0 ? [`whether base has the same${where(open)} is undecided`] : []),
  ];
}

/** The cells wanted, by name: `default, same_cpu under tso and weak`; null if there are none. */
function named({ cells }: PatchVerdict, { plan }: Review, wanted: (cell: Judged) => boolean): string | null {
  const found = cells.filter(wanted);
  if (found.length === 0) return null;
  // Scenarios by the memory models that are meant; where these are all of the scenario's, its name is enough.
  const groups = new Map<string, string[]>();
  for (const scenario of new Set(found.map(({ cell }) => plan.cells[cell]!.scenario))) {
    const inScenario = ({ cell }: Judged) => plan.cells[cell]!.scenario === scenario;
    const own = found.filter(inScenario);
    const whole = own.length === cells.filter(inScenario).length;
    const under = whole ? "" : ` under ${listed(own.map(({ cell }) => plan.cells[cell]!.memory))}`;
    groups.set(under, [...(groups.get(under) ?? []), scenario ?? "default"]);
  }
  return [...groups].map(([under, scenarios]) => shortened(scenarios) + under).join(", ");
}

function shortened(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return names.join(", ");
  return `${names.slice(0, MOST_NAMED).join(", ")} and ${names.length - MOST_NAMED} more`;
}

function everywhere({ cells }: PatchVerdict, { plan }: Review): string {
  const count = plan.cells.filter(({ patch }) => patch === null).length;
  return cells.length < count ? "every cell that has it" : count === 1 ? "the only cell" : "all cells";
}
