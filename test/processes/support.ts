/** Specs from text, translated, for the tests of this folder. */
import { loadProgram, type ModuleFinder } from "../../src/modules/load.js";
import { applyVariant, checkVariants, type Variant } from "../../src/modules/variants.js";
import { type Prepared, type PrepareOptions, prepare } from "../../src/semantics/prepare.js";
import { type Translation, translateSpec } from "../../src/semantics/processes/translate.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { printUnit } from "../../src/syntax/print.js";
import { Source } from "../../src/syntax/source.js";

export type Texts = Readonly<Record<string, string>>;

/** A spec's translation; `units` come under the head `spec S`, unless they bring their own. */
export function translate(units: string, variant: Variant = {}, modules: Texts = {}): Translation {
  return translateSpec(applyVariant(checkVariants(loadProgram(sourceOf(units), finder(modules))), variant));
}

/** Definitions of a translation in the module's order, each on one line: how they are laid out is the printer's. */
export function definitions(translation: Translation, ...names: readonly string[]): string {
  return translation.module.units
    .filter((unit) => unit.kind === "definition" && names.includes(unit.name.name))
    .map((unit) => printUnit(unit).replace(/\s+/g, " "))
    .join("\n");
}

/** A process of a spec with variables `x`, `y` and `f`, translated; the text of its steps. */
export function stepsOf(body: string, locals = ""): string {
  const translation = translate(
    `extends Integers\nvar x = 0, y = 0, f = [i \\in 1..2 |-> 0]\nprocess p \\in {1, 2}\n${locals}\n{\n${body}\n}`,
  );
  return definitions(translation, ...translation.steps.keys());
}

/** What is wrong with a spec: `code line:column message`, one a line. */
export function problems(units: string, variant: Variant = {}, modules: Texts = {}): readonly string[] {
  return failure(() => translate(units, variant, modules));
}

/** A spec prepared for checking. */
export function prepared(units: string, options: PrepareOptions = {}, modules: Texts = {}): Prepared {
  return prepare(sourceOf(units), finder(modules), { safetyOnly: true, ...options });
}

/** The diagnostics that something ends with. */
export function failure(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.diagnostics.map(({ code, message, span }) => {
      const at = span?.source.position(span.start);
      return `${code} ${at?.line}:${at?.column} ${message}`;
    });
  }
  return [];
}

/** A text as a file of its own name; a spec needs no head. */
export function sourceOf(text: string): Source {
  const module = /^-{4,} MODULE (\w+)/.exec(text)?.[1];
  if (module !== undefined) return new Source(`${module}.tla`, text);
  return new Source("S.qsc", text.startsWith("spec ") ? text : `spec S\n${text}`);
}

/** Finds modules among texts. */
export function finder(modules: Texts): ModuleFinder {
  return {
    find(name) {
      const text = modules[name];
      return text === undefined
        ? null
        : new Source(`${name}.${text.startsWith("spec ") ? "qsc" : "tla"}`, text);
    },
  };
}
