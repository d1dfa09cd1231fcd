/** Colours, where a person looks and wants them. */
import type { Style } from "../syntax/render.js";
import type { Stream, Terminal } from "./terminal.js";

const paint =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`;

const COLOURED: Style = {
  error: (text) => paint(1, 22)(paint(31, 39)(text)),
  warning: paint(33, 39),
  note: paint(36, 39),
  bold: paint(1, 22),
  dim: paint(2, 22),
};

const same = (text: string): string => text;
const PLAIN: Style = { error: same, warning: same, note: same, bold: same, dim: same };

/**
 * The style for a stream: colours on a terminal, none elsewhere.
 * FORCE_COLOR (unless 0) asks for them everywhere, else NO_COLOR (if not empty) forbids them.
 */
export function styleFor(stream: Pick<Stream, "isTTY">, env: Terminal["env"]): Style {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced === "0" || forced === "false" ? PLAIN : COLOURED;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return PLAIN;
  return stream.isTTY && env.TERM !== "dumb" ? COLOURED : PLAIN;
}
