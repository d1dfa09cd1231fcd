/** The program's surroundings: streams, environment, signals. Tests hand in their own. */

export interface Stream {
  /** Whether a person looks at it. */
  readonly isTTY: boolean;
  /** Characters in a line; undefined if unknown. */
  readonly columns: number | undefined;
  write(text: string): void;
  /** The stream itself, if lines can be redrawn on it. */
  readonly live: NodeJS.WriteStream | null;
}

export interface Terminal {
  /** Results. */
  readonly stdout: Stream;
  /** Progress and errors. */
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The directory that relative paths start from. */
  readonly cwd: string;
  /** Calls `handler` each time the user asks to stop; gives a function that ends that. */
  onInterrupt(handler: () => void): () => void;
  /** Ends the program at once. */
  exit(code: number): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    stdout: processStream(process.stdout),
    stderr: processStream(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    onInterrupt(handler) {
      process.on("SIGINT", handler);
      return () => process.off("SIGINT", handler);
    },
    exit: (code) => process.exit(code),
  };
}

function processStream(stream: NodeJS.WriteStream): Stream {
  // A reader that has seen enough (`| head`) is no error: the rest goes nowhere, and the exit code stays true.
  let open = true;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    open = false;
  });
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    write(text) {
      if (open) stream.write(text);
    },
    live: stream.isTTY ? stream : null,
  };
}
