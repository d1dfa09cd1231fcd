/**
 * Elaboration: from the syntax trees of a program's modules to definitions in Core.
 * Each module is elaborated once; instances copy what is used of it (see `instance.ts`).
 */
import { dependencies } from "../modules/dependencies.js";
import type { Program } from "../modules/load.js";
import { isStandard } from "../modules/standard/index.js";
import type { Expr } from "../syntax/ast.js";
import type { Core } from "./core.js";
import { type ElaborationOptions, ModuleElaborator } from "./elaborate-module.js";
import type { Entry, ModuleMeaning } from "./entities.js";
import { InstanceRegistry } from "./instance.js";
import { Place } from "./place.js";
import { Problems } from "./problems.js";

/** A program whose names are resolved. */
export class Elaboration {
  readonly problems = new Problems();
  /** The modules that the root needs and the root itself, except nested ones; those needed come first. */
  readonly modules = new Map<string, ModuleMeaning>();
  /** The entries that some text has referred to. */
  readonly used = new Set<Entry>();
  readonly root: ModuleMeaning;
  readonly instances = new InstanceRegistry();
  private readonly elaborator: ModuleElaborator;

  /**
   * Elaborates the root of a program and all that it needs; what is wrong with them is in `problems`.
   * @throws SpecError if an expression nests too deeply to be looked at.
   */
  constructor(
    private readonly program: Program,
    options: ElaborationOptions,
  ) {
    this.elaborator = new ModuleElaborator(
      this.modules,
      this.instances,
      this.problems,
      this.used,
      options,
      program.root,
    );
    const needed = dependencies(program.root);
    for (const { name } of [...needed.extended, ...needed.instanced]) this.need(name);
    this.root = this.elaborator.module(program.root, isStandard(program.root.span.source), null);
    this.modules.set(program.root.name.name, this.root);
    this.instances.variables = () => this.root.variables.length;
  }

  /** Elaborates a module of the program, its needs first; modules nested in others come with these. */
  private need(name: string): void {
    const module = this.program.modules.get(name);
    if (module === undefined || this.modules.has(name)) return;
    const { extended, instanced } = dependencies(module);
    for (const next of [...extended, ...instanced]) this.need(next.name);
    this.modules.set(name, this.elaborator.module(module, isStandard(module.span.source), null));
  }

  /** An expression as it would be understood at the end of the root module. */
  rootExpr(expr: Expr): Core {
    return this.elaborator.expr(expr, this.rootPlace());
  }

  /** The place at the end of the root module. */
  rootPlace(): Place {
    const { root, problems, used } = this;
    return new Place({ module: root, scope: root.scope, problems, used });
  }

  /**
   * Makes the copies that instances in LETs need. To be called once, when the configuration has replaced the
   * definitions it replaces, and before anybody looks into a LET.
   */
  finish(): void {
    this.instances.complete();
  }
}
