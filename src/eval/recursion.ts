/**
 * Recursions that use up the stack, told in the spec's words. The engine throws a RangeError where no more calls fit;
 * on its way out it passes the uses of recursive operators and functions that were under way, innermost first. Each
 * adds itself to what is thrown, by reference only: close to the end of the stack there is no room to do more.
 */
import type { Local } from "../semantics/core.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { oneLine, type Span, textOf, withoutComments } from "../syntax/source.js";
import { excerpt } from "../values/index.js";
import { Closure, type Env, LocalDefinition, Thunk } from "./environment.js";

/** One use of a recursive operator or function that was under way. */
export interface Use {
  readonly name: string;
  /** How its arguments are written. */
  readonly brackets: "()" | "[]";
  readonly params: readonly Local[];
  /** Where the parameters are bound. */
  readonly env: Env | null;
  /** Where it is defined. */
  readonly span: Span;
}

/** The stack is used up. */
export class TooDeep extends Error {
  /** How many uses of recursive operators and functions were under way. */
  levels = 0;
  outermost: Use;
  private readonly names = new Set<string>();

  constructor(readonly innermost: Use) {
    super("too deep");
    this.outermost = innermost;
    this.add(innermost);
  }

  /** One more use that is left. */
  add(use: Use): void {
    this.levels++;
    this.outermost = use;
    this.names.add(use.name);
  }

  /** What the user is told. */
  diagnostic(): Diagnostic {
    const { innermost, outermost } = this;
    const names = [...this.names];
    const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? " and others" : "");
    return {
      code: "E009",
      severity: "error",
      message: `the recursion of ${shown} is too deep, or does not end: ${this.levels} uses were under way, one inside the other`,
      span: innermost.span,
      notes: [
        `it began with ${written(outermost)} and had come to ${written(innermost)}`,
        `check the condition that ends it; a recursion over a set or a sequence can also be a function on 0..n, or a fold`,
      ],
    };
  }
}

/**
 * Whether something thrown says that the stack is used up. There is hardly room to ask: no regular expression here,
 * since compiling one fails then, with a SyntaxError, as it may anywhere else.
 */
export function isStackOverflow(thrown: unknown): boolean {
  if (!(thrown instanceof RangeError || thrown instanceof SyntaxError)) return false;
  const { message } = thrown;
  return message.includes("call stack") || message.includes("Stack overflow");
}

/**
 * What to throw on where something was thrown out of a use of a recursive operator or function.
 * `use` is called only if the stack is used up.
 */
export function leaving(thrown: unknown, use: () => Use): unknown {
  if (thrown instanceof TooDeep) {
    thrown.add(use());
    return thrown;
  }
  return isStackOverflow(thrown) ? new TooDeep(use()) : thrown;
}

/** `F(1, <<2>>)`, as far as the arguments have values. */
function written({ name, brackets, params, env }: Use): string {
  const args = params.map((param) => argument(param, env));
  return args.length === 0 ? name : `${name}${brackets[0]}${args.join(", ")}${brackets[1]}`;
}

function argument(param: Local, env: Env | null): string {
  let link = env;
  while (link !== null && link.key !== param) link = link.outer;
  const binding = link?.binding;
  if (binding === undefined || binding instanceof LocalDefinition) return "...";
  if (binding instanceof Closure) return "(an operator)";
  if (!(binding instanceof Thunk)) return excerpt(binding, 60);
  const { latest } = binding;
  // Never needed so far: the text has to do.
  return latest === undefined ? oneLine(withoutComments(textOf(binding.body.span))) : excerpt(latest, 60);
}
