import { Source, type Span } from "../../src/syntax/source.js";

/** Trees that no text was read for have no places. */
export const span: Span = { source: new Source("generated", ""), start: 0, end: 0 };
