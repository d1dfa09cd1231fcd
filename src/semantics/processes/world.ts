/** What a spec with processes consists of, with the names that everything bears in the module made from it. */
import type { Program } from "../../modules/load.js";
import type { Expr, ProcedureUnit, ProcessUnit, SpecUnit, VarDeclarator } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import type { Source, Span } from "../../syntax/source.js";
import type { Code, Step } from "./instructions.js";
import type { Memory } from "./memory-words.js";

/** A variable of the module. */
export interface StateVariable {
  /** Its name in the module, e.g. `closer_held`. */
  readonly name: string;
  /** What the user sees, e.g. `closer.held`. */
  readonly display: string;
  /** A function over process identities, of which each process sees its own element. */
  readonly perProcess: boolean;
  /** Words of memory: a store to it may go through a CPU's buffer. */
  readonly shared: boolean;
  /** Where it is declared. */
  readonly span: Span;
}

/** A local of a process or procedure, or a parameter of a procedure. */
export interface LocalVariable extends StateVariable {
  /** Its name in the spec, e.g. `held`. */
  readonly local: string;
  readonly declarator: VarDeclarator;
}

/** A process or procedure: what has locals and steps. */
export interface Owner {
  readonly kind: "process" | "procedure";
  readonly name: string;
  readonly unit: ProcessUnit | ProcedureUnit;
  /** The name of the definition that joins its steps. */
  readonly definition: string;
  /** Its steps have a parameter `self`. */
  readonly hasSelf: boolean;
  /** What `self` means in it. */
  readonly self: Expr;
  /** Parameters first. */
  readonly locals: ReadonlyMap<string, LocalVariable>;
  /** The local that says which CPU it runs on; null: a CPU of its own, and always in a procedure. */
  readonly cpu: LocalVariable | null;
  /** The definition of what each of its steps waits for besides its own conditions; null: nothing. */
  readonly enabled: string | null;
  readonly code: Code;
  readonly steps: readonly Step[];
}

export interface ProcessOwner extends Owner {
  readonly kind: "process";
  readonly unit: ProcessUnit;
}

export interface ProcedureOwner extends Owner {
  readonly kind: "procedure";
  readonly unit: ProcedureUnit;
  readonly params: readonly LocalVariable[];
}

export interface World {
  /** The flattened spec with the modules that it uses. */
  readonly program: Program;
  /** The text of the spec itself, as opposed to those that it extends. */
  readonly source: Source;
  /** The spec's own variables, and `pc` and `stack`. */
  readonly globals: ReadonlyMap<string, StateVariable>;
  readonly processes: readonly ProcessOwner[];
  readonly procedures: readonly ProcedureOwner[];
  /** Every name that the spec or what it extends defines, with the unit if it is the spec's own. */
  readonly known: ReadonlyMap<string, SpecUnit | null>;
  /** Names that the translation brings in; nothing in the spec's text may be caught by them. */
  readonly generated: ReadonlySet<string>;
  /** Names of model values in `model {…}`. */
  readonly modelValues: ReadonlySet<string>;
  /** All variables of the module in the order of their declaration. */
  readonly variables: readonly StateVariable[];
  /** The definition that maps identities to CPUs, for procedures; null where every process has a CPU of its own. */
  readonly cpuOf: string | null;
  /** Null: stores take effect at once, or nothing is shared. */
  readonly memory: Memory | null;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The name of the constant that stands for "no value yet". */
export const DEFAULT_VALUE = "defaultInitValue";

/** A process or procedure by name. */
export function findOwner(world: World, name: string): Owner | undefined {
  const owners: readonly Owner[] = [...world.processes, ...world.procedures];
  return owners.find((owner) => owner.name === name);
}
