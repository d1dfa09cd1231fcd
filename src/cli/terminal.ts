/** The program's surroundings: streams, environment, interrupts. Tests hand in their own. */

export interface Stream {
  /** Whether a person looks at it. */
  readonly isTTY: boolean;
  /** Characters in a line; undefined if unknown. */
  readonly columns: number | undefined;
  write(text: string): void;
}

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
}
