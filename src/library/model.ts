/** From a spec that was read to a model of it. */
import type { Model } from "../semantics/model.js";
import { type LoadedSpec, prepareVariant } from "../semantics/prepare.js";
import { Source } from "../syntax/source.js";
import type { ModelOptions, VariantOptions } from "./options.js";

/**
 * Makes the model that options mean.
 * @param question a predicate on states, or a record of variables, that is asked about
 * @throws SpecError with everything that is wrong with the variant, its configuration or the options
 */
export function prepareModel(
  loaded: LoadedSpec,
  options: VariantOptions<ModelOptions>,
  question?: string,
): Model {
  const { config, scenario, patch, memory, buffer, sets, properties, deadlock } = options;
  const alone = properties !== undefined;
  const none = alone && properties.length === 0;
  const { model } = prepareVariant(loaded, {
    ...(config !== undefined && { configSource: new Source(config.name, config.text) }),
    ...(scenario !== undefined && { scenario }),
    ...(question !== undefined && { question }),
    ...(patch !== undefined && { patch }),
    ...(memory !== undefined && { memory }),
    ...(buffer !== undefined && { buffer }),
    ...(sets !== undefined && { sets }),
    ...(alone && { properties }),
    ...(options.view !== undefined && { view: options.view }),
    ...((options.safetyOnly === true || none) && { safetyOnly: true }),
    ...((deadlock === false || (alone && deadlock !== true)) && { noDeadlock: true }),
  });
  return none ? { ...model, invariants: [], witnesses: [], properties: [] } : model;
}
