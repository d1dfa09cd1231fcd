/** Writes a prepared spec as a TLA+ module with a `.cfg` file, which TLC accepts and agrees with. */
import type { Config, ConfigConstant } from "../modules/config.js";
import type { Program } from "../modules/load.js";
import { isStandard } from "../modules/standard/index.js";
import { definedNames } from "../modules/units.js";
import { printModule } from "../syntax/print.js";
import { format } from "../values/index.js";
import type { StepInfo } from "./core.js";
import { Namer } from "./processes/names.js";
import type { Translation } from "./processes/translate.js";
import { definition, prefix, ref } from "./processes/tree.js";

/** A spec as files: `NAME.tla`, `NAME.cfg`, one more `.cfg` for each witness, and the modules that it needs. */
export interface ExportedSpec {
  readonly name: string;
  readonly tla: string;
  readonly cfg: string;
  /** A witness is reached if the check with its configuration, which denies it, is violated. */
  readonly witnesses: readonly { readonly name: string; readonly cfg: string }[];
  /** Modules that are not standard ones, as they are. */
  readonly modules: readonly { readonly name: string; readonly text: string }[];
}

/** What is exported: a translation, with the configuration and the program as prepared for checking. */
export interface Exportable {
  readonly translation: Translation;
  readonly config: Config;
  readonly program: Program;
}

/**
 * Writes a spec as TLA+. The C text of each step stands as a comment above its definition.
 * Symmetry is named in the configuration only as a comment, since the checker does not apply it: the numbers of
 * states agree without it.
 */
export function exportSpec({ translation, config, program }: Exportable): ExportedSpec {
  const { module } = translation;
  const name = module.name.name;
  const namer = new Namer(module.units.flatMap((unit) => definedNames(unit).map((defined) => defined.name)));
  const denials = translation.witnesses.map((witness) => ({
    witness: witness.name,
    denial: namer.take(`${witness.name}_never`),
    span: witness.span,
  }));
  const units = denials.map(({ witness, denial, span }) =>
    definition(denial, [], prefix("~", ref(witness, span), span), span),
  );
  const text = printModule({ ...module, units: [...module.units, ...units] });
  const tla = annotate(text, translation.steps, memoryComment(translation));
  return {
    name,
    tla,
    cfg: printConfig(config),
    witnesses: denials.map(({ witness, denial }) => ({
      name: witness,
      cfg: printConfig(
        {
          ...config,
          invariants: [{ name: denial, span: module.name.span }],
          properties: [],
          postconditions: [],
          checkDeadlock: false,
        },
        [`\\* ${witness} is reached if TLC finds ${denial} violated.`],
      ),
    })),
    modules: [...program.modules.values()]
      .filter(
        (other) => other.form === "module" && other.name.name !== name && !isStandard(other.span.source),
      )
      .map((other) => ({ name: other.name.name, text: other.span.source.text })),
  };
}

/** The text of a `.cfg` file. */
export function printConfig(config: Config, comments: readonly string[] = []): string {
  const lines: string[] = [...comments];
  const single = (keyword: string, name: { readonly name: string } | null) => {
    if (name !== null) lines.push(`${keyword} ${name.name}`);
  };
  const list = (keyword: string, names: readonly { readonly name: string }[]) => {
    for (const { name } of names) lines.push(`${keyword} ${name}`);
  };
  single("SPECIFICATION", config.specification);
  single("INIT", config.init);
  single("NEXT", config.next);
  if (config.constants.length > 0)
    lines.push("CONSTANTS", ...config.constants.flatMap(settings).map((line) => `  ${line}`));
  list("INVARIANT", config.invariants);
  list("PROPERTY", config.properties);
  list("CONSTRAINT", config.constraints);
  list("ACTION_CONSTRAINT", config.actionConstraints);
  single("SYMMETRY", config.symmetry);
  single("VIEW", config.view);
  single("ALIAS", config.alias);
  list("POSTCONDITION", config.postconditions);
  single("_PERIODIC", config.periodic);
  list("_POSSIBLE", config.possible);
  lines.push(`CHECK_DEADLOCK ${config.checkDeadlock ? "TRUE" : "FALSE"}`);
  return `${lines.join("\n")}\n`;
}

function settings(constant: ConfigConstant): readonly string[] {
  const { name } = constant.name;
  const module = (constant.module ?? null) === null ? "" : `[${constant.module!.name}]`;
  switch (constant.kind) {
    case "value":
      return [`${name} = ${module}${format(constant.value)}`];
    case "table":
      return constant.rows.map(
        ({ args, value }) => `${name}(${args.map(format).join(", ")}) = ${module}${format(value)}`,
      );
    case "definition":
      return [`${name} <- ${module}${constant.definition.name}`];
    default:
      return constant satisfies never;
  }
}

/**
 * Puts comments below the module's first line, and above the definition of each step: its process, its C text, and
 * where that comes from.
 */
function annotate(text: string, steps: ReadonlyMap<string, StepInfo>, head: readonly string[]): string {
  return text
    .split("\n")
    .flatMap((line, i) => {
      if (i === 0) return [line, ...head];
      const name = /^(\w+)(?:\(\w+\))? ==/.exec(line)?.[1];
      const step = name === undefined ? undefined : steps.get(name);
      return step === undefined ? [line] : [...comment(step), line];
    })
    .join("\n");
}

function comment(step: StepInfo): readonly string[] {
  if (step.kind === "memory") return ["\\* memory.flush: a store that a CPU's buffer holds becomes visible"];
  const title = `\\* ${step.process}.${step.name}${step.rest ? " (may rest here)" : ""}${step.anchor === null ? "" : `, from ${step.anchor}`}`;
  const c = step.c === null ? [] : step.c.split("\n").map((line) => `\\*   ${line}`);
  return [title, ...c];
}

/** Which memory model the module spells out; nothing where no variable is shared. */
function memoryComment({ memory: { model, buffer, shared, variable } }: Translation): readonly string[] {
  if (shared.length === 0) return [];
  if (variable === null) return ["\\* Memory model sc: every store is visible at once."];
  const order = model === "tso" ? "in the order of its stores" : "in any order between write barriers";
  return [
    `\\* Memory model ${model}: stores to ${shared.join(", ")} go through a buffer of their CPU, which holds ${buffer} of them`,
    `\\* and drains ${order}; only the CPU itself sees them before that.`,
  ];
}
