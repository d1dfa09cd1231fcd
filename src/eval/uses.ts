/** What names stand for while Init and Next are read as programs: formulas to be read in their place. */
import type { Core, Definition } from "../semantics/core.js";
import { Closure, type Env, enterCall, enterLet, localDefinition, lookup, Thunk } from "./environment.js";

/** What a name's use stands for: a formula, to be read in place of it. */
export interface Entered {
  readonly core: Core;
  readonly env: Env | null;
  /** The definition used, if it is a recursive one. */
  readonly recursive: Definition | null;
}

/** What a use of a definition, a bound operator or an argument stands for; null if it is only a value. */
export function enterUse(
  core: Extract<Core, { kind: "call" | "constant" | "local" }>,
  env: Env | null,
): Entered | null {
  switch (core.kind) {
    case "call": {
      const { definition } = core;
      if (definition.scope === "local") {
        const scope = localDefinition(env, definition).env;
        return entered(definition, enterCall(definition.params, core.args, env, scope));
      }
      // A constant has one value, which the interpreter keeps; TLC too evaluates it before the search.
      if (definition.level === 0 && definition.params.length === 0) return null;
      return entered(definition, enterCall(definition.params, core.args, env, null));
    }
    case "constant": {
      const { binding } = core.constant;
      if (binding.kind === "value") return null;
      return entered(binding.definition, enterCall(binding.definition.params, core.args, env, null));
    }
    case "local": {
      const binding = lookup(env, core.local);
      if (binding instanceof Thunk) return { core: binding.body, env: binding.env, recursive: null };
      if (!(binding instanceof Closure)) return null;
      const { operator } = binding;
      switch (operator.kind) {
        case "lambda": {
          const inner = enterCall(operator.params, core.args, env, binding.env);
          return { core: operator.body, env: inner, recursive: null };
        }
        case "operatorDefinition": {
          const { definition } = operator;
          const scope = definition.scope === "local" ? localDefinition(binding.env, definition).env : null;
          return entered(definition, enterCall(definition.params, core.args, env, scope));
        }
        default:
          return null;
      }
    }
    default:
      return core satisfies never;
  }
}

function entered(definition: Definition, env: Env | null): Entered {
  return { core: definition.body, env, recursive: definition.recursive ? definition : null };
}

/** One step through a name that stands for another expression: a definition without parameters, or an argument. */
export function throughNames(core: Core, env: Env | null): { core: Core; env: Env | null } | null {
  switch (core.kind) {
    case "call": {
      if (core.args.length > 0) return null;
      if (core.definition.scope === "global") return { core: core.definition.body, env: null };
      return { core: core.definition.body, env: localDefinition(env, core.definition).env };
    }
    case "local": {
      if (core.args.length > 0) return null;
      const binding = lookup(env, core.local);
      return binding instanceof Thunk ? { core: binding.body, env: binding.env } : null;
    }
    case "let":
      return { core: core.body, env: enterLet(core.definitions, env) };
    case "constant":
      return core.constant.binding.kind === "definition" && core.args.length === 0
        ? { core: core.constant.binding.definition.body, env: null }
        : null;
    default:
      return null;
  }
}
