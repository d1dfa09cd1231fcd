/** A use of a definition, with its body put in its place. */
import {
  type Core,
  type CoreArgument,
  type Definition,
  isOperatorArgument,
  type Local,
  type OperatorArgument,
} from "./core.js";
import { applyOperator } from "./instance.js";
import { Rewriter } from "./rewrite.js";

/** A definition's body with the arguments in the place of the parameters. */
export function unfolded(definition: Definition, args: readonly CoreArgument[]): Core {
  if (args.length === 0) return definition.body;
  return new ParameterRewriter(new Map(definition.params.map((p, i) => [p, args[i]!]))).core(definition.body);
}

class ParameterRewriter extends Rewriter {
  constructor(private readonly args: ReadonlyMap<Local, CoreArgument>) {
    super();
  }

  protected override local(core: Extract<Core, { kind: "local" }>): Core {
    const arg = this.args.get(core.local);
    if (arg === undefined) return super.local(core);
    return isOperatorArgument(arg) ? applyOperator(arg, this.rewriteArgs(core.args), core.span) : arg;
  }

  protected override operator(argument: OperatorArgument): CoreArgument {
    return (
      (argument.kind === "operatorLocal" ? this.args.get(argument.local) : undefined) ??
      super.operator(argument)
    );
  }
}
