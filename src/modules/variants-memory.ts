/** Which memory model a spec is checked under: what options, scenarios and the spec itself say of it. */
import type { MemoryUnit, Module, Name, ScenarioUnit, SpecUnit } from "../syntax/ast.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { proposal } from "../syntax/nearest.js";
import { location } from "../syntax/source.js";
import { DEFAULT_BUFFER, isMemoryModel, MEMORY_MODELS, type MemoryModel } from "./memory-model.js";

type Report = (diagnostic: Diagnostic) => void;

/** A memory model, and how many stores a CPU's buffer holds (under sc nothing is ever buffered). */
export interface Memory {
  readonly memory: MemoryModel;
  readonly buffer: number;
}

/**
 * The memory model that holds: what is asked for, else what the scenario says, else the spec, else sc. The same goes
 * for the size of buffers by itself.
 * @param root a spec that `checkMemory` found nothing wrong with, or a TLA+ module.
 * @throws SpecError if the buffer that is asked for is no positive whole number.
 */
export function memoryIn(root: Module, scenario: ScenarioUnit | null, asked: Partial<Memory> = {}): Memory {
  const units = [memoryOf(scenario?.units ?? []), memoryOf(root.units)].filter((unit) => unit !== null);
  const buffers = units.flatMap(({ buffer }) => (buffer === null ? [] : [Number(buffer.text)]));
  const models = units.map(({ model }) => model.name).filter(isMemoryModel);
  const memory = asked.memory ?? models[0] ?? "sc";
  if (asked.buffer !== undefined && !isSize(asked.buffer))
    throw new SpecError([wrongBuffer(String(asked.buffer), "--buffer")]);
  return { memory, buffer: asked.buffer ?? buffers[0] ?? DEFAULT_BUFFER };
}

/** The `memory` of a spec or a scenario; null: it says nothing. */
export function memoryOf(units: readonly SpecUnit[]): MemoryUnit | null {
  return units.find((unit) => unit.kind === "memory") ?? null;
}

/** Looks through what a spec, or a scenario, says of memory and of the kernel: once each, and with sense. */
export function checkMemory(units: readonly SpecUnit[], where: string, report: Report): void {
  for (const kind of ["memory", "kernel"] as const) {
    const [first, ...more] = units.filter((unit) => unit.kind === kind);
    for (const unit of more) {
      report({
        code: "P082",
        severity: "error",
        message: `${where} says twice what its ${kind} is`,
        span: unit.span,
        notes: [`first at ${location(first!.span)}; delete one`],
      });
    }
  }
  for (const unit of units) {
    if (unit.kind !== "memory") continue;
    checkModel(unit.model, report);
    const { buffer } = unit;
    if (buffer !== null && (buffer.base !== 10 || !isSize(Number(buffer.text)))) {
      report({ ...wrongBuffer(buffer.text, `memory ${unit.model.name} buffer`), span: buffer.span });
    }
  }
}

/** Reports the name of a memory model that there is none of. */
export function checkModel(name: Name, report: Report): void {
  if (isMemoryModel(name.name)) return;
  const near = proposal(name, MEMORY_MODELS);
  report({
    code: "P080",
    severity: "error",
    message: `there is no memory model \`${name.name}\``,
    span: name.span,
    ...near,
    notes: [...(near.notes ?? []), `those that there are: ${MEMORY_MODELS.join(", ")}`],
  });
}

function isSize(count: number): boolean {
  return Number.isSafeInteger(count) && count > 0;
}

function wrongBuffer(text: string, before: string): Diagnostic {
  const none = Number(text) === 0;
  return {
    code: "P081",
    severity: "error",
    message: none
      ? "with a buffer of 0 stores every store would wait for ever"
      : `a buffer holds a positive whole number of stores, not ${text}`,
    notes: [
      none
        ? `for stores that take effect at once write \`${before.replace(/^memory.*/, "memory sc").replace("--buffer", "--memory sc")}\`, for short buffers \`${before} 1\``
        : `write for example \`${before} ${DEFAULT_BUFFER}\``,
    ],
  };
}
