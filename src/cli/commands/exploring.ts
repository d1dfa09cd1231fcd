/** What commands that explore share: the host, and telling how far they are. */
import type { Host, Progress } from "../../explore/host.js";
import { nodeHost } from "../host.js";
import type { OptionValues } from "../options.js";
import { progressLines } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { searched } from "../underway.js";
import { worldFor } from "../world.js";

/** Milliseconds after which a search shows its progress. */
const VISIBLE = 100;

/** The surroundings of one exploration. */
export interface Exploring {
  readonly host: Host;
  readonly onProgress: (progress: Progress) => void;
  /** It is over: nothing is shown any longer. */
  end(): void;
}

/** Says that a spec is being explored, and gives what the exploration needs. */
export function exploring(file: string, values: OptionValues, terminal: Terminal): Exploring {
  // Where a report is data, nothing else may stand beside it.
  const out = values.json ? terminal.stderr : terminal.stdout;
  const line = progressLines();
  const tell = (progress: Progress | null) =>
    terminal.underway({ kind: "search", ...searched(file, values), progress });
  tell(null);
  return {
    host: nodeHost(
      () => terminal.interrupts() > 0,
      (text) => out.write(`${text}\n`),
      worldFor(values, terminal),
    ),
    onProgress(progress) {
      tell(progress);
      // What takes no time needs no line.
      if (!values.quiet && progress.elapsed >= VISIBLE) terminal.status(line(progress));
    },
    end() {
      terminal.underway(null);
      terminal.status(null);
    },
  };
}
