/** The program's surroundings: streams, environment, interrupts. Tests hand in their own. */
import type { TestPlace, Underway } from "./underway.js";

/** Where text goes. */
export interface Stream {
  /** Whether a person looks at it. */
  readonly isTTY: boolean;
  /** Characters in a line; undefined if unknown. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** All that the program sees of the outside, but for files. */
export interface Terminal {
  /** Results. */
  readonly stdout: Stream;
  /** Progress and errors. */
  readonly stderr: Stream;
  /** Shows a line on standard error in place of the one shown before; null takes it away. Only on a terminal. */
  status(line: string | null): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The directory that relative paths start from. */
  readonly cwd: string;
  /** Whether the user asked to stop; asked often, also in the midst of an evaluation. */
  interrupted(): boolean;
  /** Tells what is being searched, in case that it has to be ended from outside; null: nothing. */
  underway(work: Underway | null): void;
  /** Where `quiesce test` is to go on after an expectation was ended from outside; null: it begins. */
  readonly resume: TestPlace | null;
}
