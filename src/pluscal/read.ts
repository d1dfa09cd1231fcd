/** From the text of a module to its algorithm. */
import type { AlgorithmCstNode } from "../../grammar/pluscal/cst.js";
import { plusCalParser, tokenizePlusCal } from "../../grammar/pluscal/parser.js";
import { SpecError } from "../syntax/diagnostic.js";
import { describeFailures } from "../syntax/errors/describe.js";
import type { Algorithm, Place, Written } from "./ast.js";
import { buildAlgorithm, TreeBuilder } from "./build.js";
import { algorithmText, type Layout } from "./layout.js";
import type { Problems } from "./problems.js";

/**
 * Reads the algorithm of a module.
 * @throws SpecError with everything that does not follow the grammar
 */
export function readAlgorithm(layout: Layout, problems: Problems): Algorithm<Written> {
  const { source, region, lines, word } = layout;
  const tokens = tokenizePlusCal(algorithmText(layout));
  const { tree, failures } = plusCalParser().read(tokens);
  const diagnostics = describeFailures(source, "module", tokens, failures);
  if (tree === null || diagnostics.length > 0) throw new SpecError(diagnostics);
  // Where the translation stands before the algorithm, lines are counted as if it were empty.
  const removed = region === null ? 0 : region.end - region.begin - 1;
  const after = region === null ? Number.POSITIVE_INFINITY : lines[region.end]!.start;
  const lineOf = (offset: number) => source.position(offset).line - (offset > after ? removed : 0);
  const builder = new TreeBuilder(source, tokens, problems, lineOf);
  const { line, column } = source.position(word.start);
  const at: Place = { span: word, line, column, call: null };
  const algorithm = buildAlgorithm(builder, tree as AlgorithmCstNode, layout.fair, at);
  const errors = builder.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new SpecError(errors);
  return algorithm;
}
