/** The rules of docs/architecture.md that a machine can check. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** A folder imports only from itself and from those before it. */
const LAYERS = [
  "grammar",
  "src/values",
  "src/syntax",
  "src/pluscal",
  "src/modules",
  "src/semantics",
  "src/explore",
  "src/eval",
  "src/review",
  "src/report",
  "src/library",
  "src/index.ts",
  "src/cli",
];

/** Layers that know neither files nor clocks nor threads. */
const PURE = LAYERS.slice(0, LAYERS.indexOf("src/index.ts"));

/** The packages that each layer may use. */
const PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  grammar: [/^chevrotain$/],
  "src/values": [/^immutable$/],
  "src/syntax": [/^chevrotain$/],
  "src/pluscal": [/^chevrotain$/],
  "src/cli": [/^node:/, /^commander$/, /^log-update$/],
};

const LONGEST_FILE = 500;

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

interface File {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

function filesBelow(folder: string): File[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
      const text = readFileSync(join(root, path), "utf8");
      return { path, text, imports: importsOf(text) };
    });
}

function importsOf(text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s(?<what>[^;"']*?)from\s+"(?<from>[^"]+)"/gm);
  const bare = text.matchAll(/(?:^import\s+|import\()"(?<from>[^"]+)"/gm);
  return [
    ...[...statements].map(({ groups }) => ({
      specifier: groups!.from!,
      typeOnly: isTypeOnly(groups!.what!),
    })),
    ...[...bare].map(({ groups }) => ({ specifier: groups!.from!, typeOnly: false })),
  ];
}

function isTypeOnly(what: string): boolean {
  if (/^type\s/.test(what)) return true;
  const names = /^\{(.*)\}/s.exec(what.trim())?.[1]?.split(",") ?? [];
  const given = names.map((name) => name.trim()).filter((name) => name !== "");
  return given.length > 0 && given.every((name) => name.startsWith("type "));
}

function layerOf(path: string): number {
  return LAYERS.findIndex((layer) => path === layer || path.startsWith(`${layer}/`));
}

/** The path of a relative import's file; null for a package. */
function target(from: File, { specifier }: Import): string | null {
  if (!specifier.startsWith(".")) return null;
  return posix.join(posix.dirname(from.path), specifier).replace(/\.js$/, ".ts");
}

/** A text without comments and strings, roughly: enough to look for names that are used. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, " ");
}

const files = [...filesBelow("grammar"), ...filesBelow("src")];

test("there is something to look at", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
});

describe("layers", () => {
  test("every file belongs to one", () => {
    expect(files.filter(({ path }) => layerOf(path) < 0).map(({ path }) => path)).toEqual([]);
  });

  test("reports need no evaluator", () => {
    const needing = files.flatMap((file) =>
      file.imports.flatMap((imported) => {
        const path = target(file, imported);
        return file.path.startsWith("src/report/") && path?.startsWith("src/eval/")
          ? [`${file.path} imports ${path}`]
          : [];
      }),
    );
    expect(needing).toEqual([]);
  });

  test("imports run downwards", () => {
    const upwards = files.flatMap((file) =>
      file.imports.flatMap((imported) => {
        const path = target(file, imported);
        return path !== null && layerOf(path) > layerOf(file.path) ? [`${file.path} imports ${path}`] : [];
      }),
    );
    expect(upwards).toEqual([]);
  });

  test("relative imports name files that are there, with the extension .js", () => {
    const known = new Set(files.map(({ path }) => path));
    const broken = files.flatMap((file) =>
      file.imports.flatMap((imported) => {
        const path = target(file, imported);
        const right = path === null || (known.has(path) && imported.specifier.endsWith(".js"));
        return right ? [] : [`${file.path} imports ${imported.specifier}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test("each uses only its packages", () => {
    const strange = files.flatMap((file) => {
      const allowed = PACKAGES[LAYERS[layerOf(file.path)]!] ?? [];
      return file.imports
        .filter(
          ({ specifier }) => !specifier.startsWith(".") && !allowed.some((name) => name.test(specifier)),
        )
        .map(({ specifier }) => `${file.path} imports ${specifier}`);
    });
    expect(strange).toEqual([]);
  });

  test("no circles, types aside", () => {
    const edges = new Map(
      files.map((file) => [
        file.path,
        file.imports.filter(({ typeOnly }) => !typeOnly).flatMap((imported) => target(file, imported) ?? []),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, way: readonly string[]): void => {
      const start = way.indexOf(path);
      if (start >= 0) circles.push([...way.slice(start), path].join(" -> "));
      if (start >= 0 || done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    };
    for (const path of edges.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe("the core is pure", () => {
  const forbidden = [
    // A process of a spec is also called so: only Node's members count.
    /(?<![.\w])process\.(?:env|argv|exit|cwd|std(?:in|out|err)|hrtime|memoryUsage|on|nextTick|platform|version)/,
    /\bBuffer\b/,
    /\bDate\b/,
    /\bMath\.random\b/,
    /\bperformance\b/,
    /\bset(?:Timeout|Interval|Immediate)\b/,
    /\bconsole\b/,
    /\bglobalThis\b/,
  ];
  for (const layer of PURE) {
    test(layer, () => {
      const found = files
        .filter(({ path }) => path.startsWith(`${layer}/`))
        .flatMap(({ path, text }) =>
          forbidden.filter((name) => name.test(code(text))).map((name) => `${path} uses ${name.source}`),
        );
      expect(found).toEqual([]);
    });
  }
});

describe("files", () => {
  test("are of a size that can be read", () => {
    const written = files.filter(({ text }) => !/^\/\*\*[^/]*\bGenerated from\b/.test(text));
    const lengths = written.map(({ path, text }) => ({ path, lines: text.split("\n").length }));
    expect(lengths.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([]);
  });

  test("are named after what they hold", () => {
    expect(
      files.filter(({ path }) => /\b(?:utils?|helpers?|misc|common)\.ts$/.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  test("leave nothing for later and no check switched off", () => {
    const marks = /\b(?:TODO|FIXME|XXX)\b|@ts-ignore|@ts-nocheck|@ts-expect-error/;
    expect(files.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

test("the rules notice what they are about", () => {
  const [plain, types, mixed, bare] = importsOf(
    'import { a } from "./a.js";\nimport type { B } from "./b.js";\nimport { type C, c } from "./c.js";\nimport "./d.js";\n',
  );
  expect(plain).toEqual({ specifier: "./a.js", typeOnly: false });
  expect(types).toEqual({ specifier: "./b.js", typeOnly: true });
  expect(mixed).toEqual({ specifier: "./c.js", typeOnly: false });
  expect(bare).toEqual({ specifier: "./d.js", typeOnly: false });
  expect(importsOf('import { type A, type B } from "./a.js";')[0]!.typeOnly).toBe(true);
  expect(code('const a = "process.env"; // process.env\nprocess.exit()')).toMatch(/\bprocess\./);
  expect(code('const a = "process.env"; // process.env\n')).not.toMatch(/\bprocess\./);
});
