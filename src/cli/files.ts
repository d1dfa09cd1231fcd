/** Files: specs are read, modules found and outputs written here, and nowhere else. */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModuleFinder } from "../modules/load.js";
import { fail } from "../syntax/diagnostic.js";
import { nearest } from "../syntax/nearest.js";
import { Source } from "../syntax/source.js";

/** Larger files are surely not meant to be read as a spec. */
const LARGEST = 32 * 1024 * 1024;
const CHUNK = 64 * 1024;

/** What the names of specs end in, in the order in which modules are looked for. */
const EXTENSIONS: readonly string[] = [".qsc", ".tla"];

/**
 * Reads a text file. `path` is what the user wrote; it is the source's name.
 * @throws SpecError C001-C005 if there is no readable text of sane size
 */
export function readSource(path: string, cwd: string): Source {
  return new Source(path, readText(path, resolve(cwd, path)));
}

/**
 * Reads a spec: a `.tla` or `.qsc` file.
 * @throws SpecError as readSource, and C006 for another kind of file
 */
export function readSpec(path: string, cwd: string): Source {
  if (!EXTENSIONS.includes(extname(path)) && exists(path, cwd)) {
    fail("C006", `\`${path}\` is no spec: the file's name must end in .qsc or .tla`);
  }
  return readSource(path, cwd);
}

/** Whether there is something at a path. */
export function exists(path: string, cwd: string): boolean {
  return existsSync(resolve(cwd, path));
}

/**
 * The `.qsc` files at or below each path, sorted, without hidden directories and `node_modules`.
 * @throws SpecError for a path that is not there, or a file that is no `.qsc`
 */
export function findSpecs(paths: readonly string[], cwd: string): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const entry of readDirectory(path, cwd)) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && entry.name !== "node_modules") visit(inside);
      } else if (extname(entry.name) === ".qsc") found.push(inside);
    }
  };
  for (const path of paths) {
    const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (stat === undefined) missing(path, resolve(cwd, path));
    if (stat.isDirectory()) visit(path);
    else if (extname(path) === ".qsc") found.push(path);
    else fail("C006", `\`${path}\` has no expectations: only .qsc files do`);
  }
  return [...new Set(found)];
}

/**
 * Writes files into a directory, which is made if need be. Gives their paths.
 * @throws SpecError C007 if that is not possible
 */
export function writeFiles(
  directory: string,
  files: readonly { readonly name: string; readonly text: string }[],
  cwd: string,
): string[] {
  try {
    mkdirSync(resolve(cwd, directory), { recursive: true });
  } catch (error) {
    fail("C007", `cannot make the directory \`${directory}\`: ${reason(error)}`);
  }
  return files.map(({ name, text }) => {
    const path = join(directory, name);
    try {
      writeFileSync(resolve(cwd, path), text);
    } catch (error) {
      fail("C007", `cannot write \`${path}\`: ${reason(error)}`);
    }
    return path;
  });
}

/**
 * Writes a file that is not there yet.
 * @throws SpecError C007 if that is not possible
 */
export function writeNewFile(path: string, text: string, cwd: string): void {
  try {
    writeFileSync(resolve(cwd, path), text, { flag: "wx" });
  } catch (error) {
    fail("C007", `cannot write \`${path}\`: ${reason(error)}`);
  }
}

/**
 * Writes a file, over what is there.
 * @throws SpecError C007 if that is not possible
 */
export function writeFile(path: string, text: string, cwd: string): void {
  try {
    writeFileSync(resolve(cwd, path), text);
  } catch (error) {
    fail("C007", `cannot write \`${path}\`: ${reason(error)}`);
  }
}

/**
 * Replaces a file at once, so that nobody ever sees a part of it; as it was it is kept beside it, with another
 * extension. Gives the path of what is kept.
 * @throws SpecError C007 if that is not possible
 */
export function replaceFile(path: string, text: string, extension: string, cwd: string): string {
  const kept = path.slice(0, path.length - extname(path).length) + extension;
  const target = realpathSync(resolve(cwd, path));
  const drafts = ["new", "old"].map((what) => `${target}.${process.pid}.${what}.tmp`);
  const [draft, copy] = drafts as [string, string];
  try {
    // Under new names, then renamed: where a link stands, it is replaced, and what it leads to left alone.
    copyFileSync(target, copy, constants.COPYFILE_EXCL);
    renameSync(copy, resolve(cwd, kept));
    writeFileSync(draft, text, { mode: statSync(target).mode, flag: "wx" });
    renameSync(draft, target);
  } catch (error) {
    for (const left of drafts) rmSync(left, { force: true });
    fail("C007", `cannot write \`${path}\`: ${reason(error)}`);
  }
  return kept;
}

/** The modules that a spec extends: beside the file that names them, then in the package's `specs/kernel`. */
export function fileFinder(cwd: string): ModuleFinder {
  const kernel = relativeTo(cwd, join(packageRoot(), "specs", "kernel"));
  const places = (from: Source) => [...new Set([dirname(from.name), kernel])];
  return {
    find(name, from) {
      for (const place of places(from)) {
        for (const extension of EXTENSIONS) {
          const path = join(place, name + extension);
          if (existsSync(resolve(cwd, path))) return readSource(path, cwd);
        }
      }
      return null;
    },
    places,
    names: (from) =>
      places(from)
        .flatMap((place) => namesIn(resolve(cwd, place)))
        .filter((name) => EXTENSIONS.includes(extname(name)))
        .map((name) => basename(name, extname(name))),
  };
}

/** The directory of this package, which holds `package.json` and `specs`. */
export function packageRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, "package.json")) && dirname(directory) !== directory) {
    directory = dirname(directory);
  }
  return directory;
}

/** The version in `package.json`. */
export function packageVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  if (typeof description === "object" && description !== null && "version" in description) {
    return String(description.version);
  }
  return "unknown";
}

/** A path below the directory is shown relative to it, another one whole. */
function relativeTo(directory: string, path: string): string {
  const short = relative(directory, path);
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}

function readText(path: string, absolute: string): string {
  const bytes = readBytes(path, absolute);
  if (bytes.includes(0)) fail("C005", `\`${path}\` is not a text file`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    fail("C005", `\`${path}\` is not a text file in UTF-8`);
  }
}

function readBytes(path: string, absolute: string): Uint8Array {
  let file: number;
  try {
    // To open a pipe would else wait for a writer.
    file = openSync(absolute, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (isErrno(error) && error.code === "ENOENT") missing(path, absolute);
    fail("C003", `cannot read \`${path}\`: ${reason(error)}`);
  }
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) fail("C002", `\`${path}\` is a directory, not a file`);
    if (!stat.isFile()) fail("C002", `\`${path}\` is not an ordinary file`);
    if (stat.size > LARGEST) tooLarge(path, stat.size);
    return readUpTo(LARGEST, file) ?? tooLarge(path);
  } catch (error) {
    if (isErrno(error)) fail("C003", `cannot read \`${path}\`: ${reason(error)}`);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** What can be read, or null if that is more than so many bytes: some files do not know their size. */
function readUpTo(most: number, file: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const part = new Uint8Array(CHUNK);
    const count = readSync(file, part);
    if (count === 0) return Buffer.concat(parts);
    total += count;
    if (total > most) return null;
    parts.push(part.subarray(0, count));
  }
}

function tooLarge(path: string, size?: number): never {
  const found = size === undefined ? "" : `: ${megabytes(size)}`;
  fail("C004", `\`${path}\` is too large for a spec${found}, the limit is ${megabytes(LARGEST)}`);
}

function missing(path: string, absolute: string): never {
  const near = nearest(
    basename(path),
    namesIn(dirname(absolute)).filter((name) => [...EXTENSIONS, ".cfg"].includes(extname(name))),
  );
  const proposal = near === undefined ? "" : `; did you mean \`${join(dirname(path), near)}\`?`;
  fail("C001", `there is no file \`${path}\`${proposal}`);
}

/** The names in a directory; none if it cannot be read. */
function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function readDirectory(path: string, cwd: string) {
  try {
    return readdirSync(resolve(cwd, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch (error) {
    fail("C003", `cannot read the directory \`${path}\`: ${reason(error)}`);
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

/** What the system says, in words. */
export function reason(error: unknown): string {
  if (!isErrno(error)) return String(error);
  switch (error.code) {
    case "EACCES":
    case "EPERM":
      return "no permission";
    case "ENOENT":
      return "no such file or directory";
    case "ENOTDIR":
      return "a part of the path is not a directory";
    case "EEXIST":
      return "there is a file of that name";
    case "EISDIR":
      return "it is a directory";
    case "ENOSPC":
      return "no space left";
    case "EROFS":
      return "the file system is read-only";
    default:
      return error.message;
  }
}
