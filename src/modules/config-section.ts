/** Configurations that stand in a module's own file, as TLC reads them with `-config M.tla`. */
import { SpecError } from "../syntax/diagnostic.js";
import { Source } from "../syntax/source.js";

/** A line that opens a configuration: dashes, CONFIG, the module's name, dashes. */
const opening = /^-{4,}[ \t]*CONFIG[ \t]+(\S+?)[ \t]*-{4,}[ \t]*\r?$/gm;
/** A line that closes it. */
const closing = /^={4}.*$/gm;

/** The name of a file without its folder and its extension. */
function baseName(name: string): string {
  return name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}

/**
 * The configuration in a module's file: what stands between a line `---- CONFIG M ----`, where M is the file's name,
 * and the next line of `====`. Gives the file with everything else blanked out, so that places in it are still those
 * of the file; null if there is none for M.
 */
export function configSection(file: Source): Source | null {
  const { text, name } = file;
  const module = baseName(name);
  for (const match of text.matchAll(opening)) {
    if (match[1] !== module) continue;
    const start = match.index + match[0].length;
    closing.lastIndex = start;
    const end = closing.exec(text)?.index ?? text.length;
    return new Source(name, blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end)));
  }
  return null;
}

/**
 * The text of a configuration: a `.cfg` file as it is, a module's file as far as it is one.
 * @throws SpecError if the module's file has no configuration.
 */
export function configText(source: Source): Source {
  if (!source.name.endsWith(".tla")) return source;
  const section = configSection(source);
  if (section !== null) return section;
  const module = baseName(source.name);
  throw new SpecError([
    {
      code: "M026",
      severity: "error",
      message: `${source.name} holds no configuration for ${module}`,
      span: { source, start: 0, end: 0 },
      notes: [`a line \`---- CONFIG ${module} ----\` opens one, a line \`====\` closes it`],
    },
  ]);
}

/** The text with everything but its line ends made blank. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
