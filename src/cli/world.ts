/** The world as specs may see it: what the user's `--allow-...` options open of it, and no more. */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { type WorldAccess, WorldError, type WriteMode } from "../explore/world.js";
import type { OptionValues } from "./options.js";

/** What the user allows, as plain data. */
export interface Permissions {
  /** Directories; everything in and below them. */
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly environment: boolean;
  readonly execute: boolean;
  /** Whole seconds since 1970: the time that specs are told. */
  readonly time: number;
}

/** The permissions that options give. Relative directories start from `cwd`. */
export function permissionsOf(values: OptionValues, cwd: string): Permissions {
  return {
    read: (values.allowRead ?? []).map((path) => resolve(cwd, path)),
    write: (values.allowWrite ?? []).map((path) => resolve(cwd, path)),
    environment: values.allowEnv ?? false,
    execute: values.allowExec ?? false,
    // One time for the whole run: a behaviour that is executed again must be the same one.
    time: Math.floor(Date.now() / 1000),
  };
}

/** Where a program runs. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The directory that relative paths start from. */
  readonly cwd: string;
}

/** The world as a command's options open it. */
export function worldFor(values: OptionValues, surroundings: Surroundings): WorldAccess {
  return nodeWorld(permissionsOf(values, surroundings.cwd), surroundings);
}

/** The world with these permissions. */
export function nodeWorld(permissions: Permissions, { env, cwd }: Surroundings): WorldAccess {
  const environment = () =>
    Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  return {
    time: () => permissions.time,
    read(path) {
      const file = allowed(resolve(cwd, path), cwd, permissions.read, "reading", path, "--allow-read");
      return trying(`${path} cannot be read`, () => {
        if (!existsSync(file)) return null;
        if (!statSync(file).isFile()) throw new Error("it is no file");
        return readFileSync(file, "utf8");
      });
    },
    write(path, text, mode) {
      const file = allowed(resolve(cwd, path), cwd, permissions.write, "writing", path, "--allow-write");
      trying(`${path} cannot be written`, () => write(file, text, mode));
    },
    environment() {
      if (!permissions.environment) throw refused("reading the environment", "--allow-env");
      return environment();
    },
    execute(command, added) {
      const [program, ...args] = command;
      if (!permissions.execute) throw refused(`running ${program ?? "a program"}`, "--allow-exec");
      if (program === undefined)
        throw new WorldError("failed", "there is no program to run: the command is empty");
      // It throws for what can be no argument, such as an empty program.
      const { status, stdout, stderr, error } = trying(`${program} cannot be run`, () =>
        spawnSync(program, args, {
          cwd,
          env: { ...environment(), ...added },
          encoding: "utf8",
          maxBuffer: 2 ** 28,
        }),
      );
      if (error !== undefined) throw new WorldError("failed", `${program} cannot be run: ${error.message}`);
      // Where a signal ended it, there is no exit value.
      return { exitValue: status ?? -1, stdout, stderr };
    },
  };
}

function write(file: string, text: string, { at, missing, present, trial }: WriteMode): void {
  if (trial) return;
  if (existsSync(file)) {
    if (!statSync(file).isFile()) throw new Error("it is no file");
    if (present === "fail") throw new Error("it is there already");
  } else if (missing === "fail") throw new Error("there is no such file");
  mkdirSync(dirname(file), { recursive: true });
  const { O_WRONLY, O_CREAT, O_TRUNC, O_APPEND, O_NOFOLLOW } = constants;
  const how = at === "anew" ? O_TRUNC : at === "end" ? O_APPEND : 0;
  // The path is a real one: a link that stands there now was put there meanwhile.
  const descriptor = openSync(file, O_WRONLY | O_CREAT | O_NOFOLLOW | how);
  try {
    writeSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The real place of a path, all links followed.
 * @throws WorldError unless it lies in or below one of the directories
 */
function allowed(
  path: string,
  cwd: string,
  directories: readonly string[],
  doing: string,
  shown: string,
  flag: string,
): string {
  const real = trying(`${shown} cannot be found`, () => realPlace(path));
  const inside = directories.some((directory) => {
    const way = relative(realPlace(directory), real);
    return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
  });
  if (inside) return real;
  const also = directories.length > 0 ? `, and it lies outside of ${directories.join(" and ")}` : "";
  const folder = relative(cwd, dirname(path)) || ".";
  throw refused(`${doing} ${shown}`, `${flag} ${folder.startsWith("..") ? dirname(path) : folder}`, also);
}

/** Links in a row that are followed where they lead to nothing, as many as the kernel follows. */
const MOST_LINKS = 40;

/**
 * A path with all links followed, those that lead to what is not there too; the rest of it as it is.
 * @throws Error if there are too many links, or something is in the way
 */
function realPlace(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT")) throw thrown;
    if (links > MOST_LINKS) throw new Error("there are too many links in a row");
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      return realPlace(resolve(dirname(path), readlinkSync(path)), links + 1);
    const parent = dirname(path);
    if (parent === path) return path;
    return resolve(realPlace(parent, links), relative(parent, path));
  }
}

function refused(what: string, flag: string, also = ""): WorldError {
  return new WorldError("refused", `${what} is not allowed${also}: a spec may do so with ${flag}`);
}

/** Runs something; what goes wrong in it becomes a WorldError. */
function trying<T>(failure: string, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    throw new WorldError("failed", `${failure}: ${thrown.message}`);
  }
}
