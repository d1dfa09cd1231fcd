import type { IToken } from "chevrotain";

const TAB_STOP = 8;

/**
 * Corrects the columns of tokens on lines with tabs, in place: alignment of junction lists counts a tab as
 * reaching the next multiple of eight columns, as the reference parser of TLA+ does.
 */
export function setLayoutColumns(tokens: readonly IToken[], text: string): void {
  if (!text.includes("\t")) return;
  let line = 0;
  let offset = 0;
  let column = 1;
  for (const token of tokens) {
    if (token.startLine !== line) {
      line = token.startLine ?? 0;
      offset = token.startOffset - ((token.startColumn ?? 1) - 1);
      column = 1;
    }
    for (; offset < token.startOffset; offset++) {
      column += text.charCodeAt(offset) === 0x09 ? TAB_STOP - ((column - 1) % TAB_STOP) : 1;
    }
    token.startColumn = column;
  }
}
