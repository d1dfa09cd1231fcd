/** `quiesce why`: what is in an action's way. */
import { load, why } from "../../index.js";
import { type Inquiry, inquiryToJson, renderInquiry } from "../../report/index.js";
import { fail } from "../../syntax/diagnostic.js";
import { EXIT } from "../exit-codes.js";
import { readSource } from "../files.js";
import { oneObject } from "../json.js";
import type { OptionValues } from "../options.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";
import { exploring } from "./exploring.js";
import { modelOptions } from "./model.js";
import { WIDTH } from "./outcome.js";

/**
 * Answers for each action that is asked for. Gives the exit code: 0, whatever the answer.
 * @throws SpecError if the spec cannot be read, or there is no such action or state
 */
export async function whyCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const file = paths[0]!;
  const { at, traceFile, state, json } = values;
  if (at !== undefined && traceFile === undefined) {
    fail("C050", "`--at` is the number of a state in a trace; give --trace FILE too");
  }
  const work = exploring(file, values, terminal);
  const options = modelOptions(file, values, terminal.cwd);
  const meant =
    state !== undefined
      ? ({ kind: "where", text: state } as const)
      : traceFile !== undefined
        ? ({ kind: "trace", trace: readSource(traceFile, terminal.cwd), at } as const)
        : undefined;
  let answer: Inquiry;
  try {
    answer = await why(load(options), {
      ...options,
      actions: values.action,
      state: meant,
      maxStates: values.maxStates,
      timeoutSeconds: values.timeout,
      host: work.host,
    });
  } finally {
    work.end();
  }
  const style = styleFor(terminal.stdout, terminal.env);
  terminal.stdout.write(
    json ? oneObject(inquiryToJson(answer, file)) : `${renderInquiry(answer, { width: WIDTH, style })}\n`,
  );
  return EXIT.ok.code;
}
