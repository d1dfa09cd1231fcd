/**
 * The world outside of a spec: the clock, files, the environment, other programs. A spec is a text of somebody else's, so
 * nothing of this is there unless the user allows it; the edges (command line, tests) implement it.
 */

/** What another program gave. */
export interface ProgramResult {
  readonly exitValue: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a file is written. */
export interface WriteMode {
  /** In place of what it holds, behind that, or over its beginning. */
  readonly at: "anew" | "end" | "start";
  /** What to do if there is no such file: make it, or fail. Default: make it. */
  readonly missing?: "make" | "fail";
  /** What to do if there is one: write it, or fail. Default: write it. */
  readonly present?: "write" | "fail";
  /** Only to find out whether it is allowed: nothing is written. */
  readonly trial?: boolean;
}

/**
 * What a spec may ask of the world.
 * Every method throws WorldError where the user does not allow it or it cannot be done.
 */
export interface WorldAccess {
  /** Whole seconds since 1970. */
  time(): number;
  /** A file's text; null if there is no such file. */
  read(path: string): string | null;
  /** Writes a file, and makes the folders above it that are missing. */
  write(path: string, text: string, mode: WriteMode): void;
  /** The environment's variables. */
  environment(): Readonly<Record<string, string>>;
  /** Runs a program to its end. `env` is added to its environment. */
  execute(command: readonly string[], env: Readonly<Record<string, string>>): ProgramResult;
}

/** Why the world did not do what it was asked for. */
export class WorldError extends Error {
  constructor(
    /** The user has not allowed it, or it was tried and failed. */
    readonly kind: "refused" | "failed",
    message: string,
  ) {
    super(message);
    this.name = "WorldError";
  }
}

/** A world in which nothing is allowed; the command line's is in `cli/world.ts`. */
export const closedWorld: WorldAccess = {
  time: () => refused("the clock is not to be read here"),
  read: () => refused("files are not to be read here"),
  write: () => refused("files are not to be written here"),
  environment: () => refused("the environment is not to be read here"),
  execute: () => refused("programs are not to be run here"),
};

function refused(message: string): never {
  throw new WorldError("refused", message);
}
