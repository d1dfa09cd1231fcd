/** Loads a module and, transitively, everything that it EXTENDS or INSTANCEs. */
import { staleness } from "../pluscal/stale.js";
import type { Module, Name } from "../syntax/ast.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { didYouMean } from "../syntax/nearest.js";
import { parseModule } from "../syntax/parse.js";
import { Source } from "../syntax/source.js";
import { dependencies } from "./dependencies.js";
import { isStandard, standardModules } from "./standard/index.js";

/** Finds the texts of modules that are not standard ones: beside the file, in a library folder, in an editor. */
export interface ModuleFinder {
  /** The text of module `name` as `from` would mean it, or null. */
  find(name: string, from: Source): Source | null;
  /** Where `find` looks on behalf of `from`, in words, for the message about a missing module. */
  places?(from: Source): readonly string[];
  /** Names of the modules that `find` could find, to propose one that is spelt nearly so. */
  names?(from: Source): readonly string[];
  /** How a text that is no standard module is read; by default as it stands. */
  read?(source: Source): ReturnType<typeof parseModule>;
}

/** A module together with all modules that it needs. */
export interface Program {
  readonly root: Module;
  /** All modules reached, the root and the standard ones too, by name; those that others need come first. */
  readonly modules: ReadonlyMap<string, Module>;
  /** What should be known about the texts, beside errors. */
  readonly warnings?: readonly Diagnostic[];
}

/** Finds nothing but the standard modules. */
export const standardOnly: ModuleFinder = { find: () => null };

/**
 * Parses `root` and loads what it needs. A module of the finder comes before a standard one of the same name, as
 * with TLC.
 * @throws SpecError with every diagnostic of all modules: syntax, missing modules, circles, misnamed files.
 */
export function loadProgram(root: Source, finder: ModuleFinder): Program {
  const loader = new Loader(root, finder);
  const module = loader.parse(root, null);
  if (module !== null) loader.complete(module);
  if (loader.diagnostics.some((d) => d.severity === "error") || module === null) {
    throw new SpecError(loader.diagnostics);
  }
  return { root: module, modules: loader.modules, warnings: loader.warnings };
}

class Loader {
  readonly modules = new Map<string, Module>();
  readonly diagnostics: Diagnostic[] = [];
  readonly warnings: Diagnostic[] = [];
  /** The chain of modules being completed, to notice circles. */
  private readonly chain: Module[] = [];
  /** Names that could not be loaded, so that each is reported once. */
  private readonly missing = new Set<string>();

  constructor(
    private readonly root: Source,
    private readonly finder: ModuleFinder,
  ) {}

  /** Parses a text; `expected` is the name that it was looked up by. */
  parse(source: Source, expected: Name | null): Module | null {
    const { module, diagnostics } = isStandard(source) ? parseStandard(source) : this.read(source);
    this.diagnostics.push(...diagnostics);
    if (module === null) return null;
    const name = expected?.name ?? (module.form === "module" ? fileModuleName(source.name) : null);
    if (name !== null && name !== module.name.name) {
      this.error("M003", `the file of module ${name} holds a module named ${module.name.name}`, module.name, [
        "the name of a file and of the module in it must be the same",
      ]);
    }
    return module;
  }

  private read(source: Source): ReturnType<typeof parseModule> {
    if (this.finder.read !== undefined) return this.finder.read(source);
    this.warnings.push(...staleness(source));
    return parseModule(source);
  }

  /** Loads what a module needs, then adds it. */
  complete(module: Module): void {
    this.chain.push(module);
    const { extended, instanced, nested } = dependencies(module);
    for (const name of extended) this.load(name);
    const visible = new Set(nested);
    for (const name of extended) this.addNestedOf(name.name, visible);
    for (const name of instanced) if (!visible.has(name.name)) this.load(name);
    this.chain.pop();
    this.modules.set(module.name.name, module);
  }

  private load(name: Name): void {
    if (this.modules.has(name.name) || this.missing.has(name.name)) return;
    const start = this.chain.findIndex((m) => m.name.name === name.name);
    if (start >= 0) {
      const circle = [...this.chain.slice(start).map((m) => m.name.name), name.name].join(" needs ");
      this.error(
        "M002",
        `module ${name.name} needs itself`,
        name,
        start === this.chain.length - 1 ? [] : [circle],
      );
      return;
    }
    const source =
      this.finder.find(name.name, name.span.source) ??
      standardModules.get(name.name) ??
      moduleWithin(this.root, name.name);
    if (source === null) {
      this.missing.add(name.name);
      this.reportMissing(name);
      return;
    }
    const module = this.parse(source, name);
    if (module === null) this.missing.add(name.name);
    else this.complete(module.name.name === name.name ? module : { ...module, name });
  }

  /** Adds the names of the modules nested in a loaded module and in those that it extends. */
  private addNestedOf(name: string, names: Set<string>): void {
    const seen = new Set<string>();
    const visit = (current: string): void => {
      const module = this.modules.get(current);
      if (module === undefined || seen.has(current)) return;
      seen.add(current);
      for (const unit of module.units) if (unit.kind === "nestedModule") names.add(unit.module.name.name);
      for (const extended of module.extends) visit(extended.name);
    };
    visit(name);
  }

  private reportMissing(name: Name): void {
    const from = name.span.source;
    const known = [...standardModules.keys(), ...(this.finder.names?.(from) ?? [])];
    const places = [...(this.finder.places?.(from) ?? []), "the standard modules"];
    this.error("M001", `there is no module ${name.name}`, name, [
      ...didYouMean(name.name, known),
      `looked for in ${places.join(", ")}`,
    ]);
  }

  private error(code: string, message: string, at: Name, notes: readonly string[]): void {
    this.diagnostics.push({ code, severity: "error", message, span: at.span, notes });
  }
}

/** The standard modules' texts never change, and every spec needs some. */
const parsed = new Map<Source, ReturnType<typeof parseModule>>();

function parseStandard(source: Source): ReturnType<typeof parseModule> {
  const known = parsed.get(source) ?? parseModule(source);
  parsed.set(source, known);
  return known;
}

/**
 * A module that stands in the root module's file, before or behind it, as TLC allows. What is around it becomes
 * blanks, so that places stay what they are.
 */
function moduleWithin(root: Source, name: string): Source | null {
  const { text } = root;
  const header = /^-{4,}[ \t]*MODULE[ \t]+(\w+)[ \t]*-{4,}/gm;
  for (const match of text.matchAll(header)) {
    if (match[1] !== name) continue;
    const end = /^={4,}.*$/gm;
    end.lastIndex = match.index;
    const last = end.exec(text);
    const before = text.slice(0, match.index).replace(/[^\r\n]/g, " ");
    return new Source(root.name, before + text.slice(match.index, last === null ? undefined : end.lastIndex));
  }
  return null;
}

/** The module that a `.tla` file's name promises; null if the source is no `.tla` file. */
function fileModuleName(path: string): string | null {
  return /([^/\\]+)\.tla$/.exec(path)?.[1] ?? null;
}
