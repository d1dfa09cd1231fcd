/** The checksums by which the TLA+ tools see that an algorithm or its translation has changed. */

const POLYNOMIAL = 0xedb88320;

const TABLE: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value >>> 0;
});

/** CRC-32 (ISO 3309) of a text in UTF-8, in hexadecimal digits without leading zeros. */
export function checksum(text: string): string {
  let value = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) value = TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return ((value ^ 0xffffffff) >>> 0).toString(16);
}

/** What a line `\* BEGIN TRANSLATION (chksum(pcal) = "…" /\ chksum(tla) = "…")` says. */
export interface Checksums {
  readonly algorithm: Recorded | null;
  readonly translation: Recorded | null;
}

/** A checksum and where it stands in the line. */
export interface Recorded {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const LINE = new RegExp(
  [
    "\\\\\\* BEGIN TRANSLATION\\s+\\(\\s*ch(?:ec)?ksum\\(p(?:lus)?cal\\)\\s*",
    '(?:=\\s*"(?<algorithm>[0-9A-Fa-f]*)"|\\\\in\\s*STRING)\\s*/\\\\\\s*',
    'ch(?:ec)?ksum\\(tla\\+?\\)\\s*(?:=\\s*"(?<translation>[0-9A-Fa-f]*)"|\\\\in\\s*STRING)\\s*\\)',
  ].join(""),
  "id",
);

/** The checksums that a line has; null if it is no line with checksums. `\in STRING` in place of one takes any. */
export function checksumsOf(line: string): Checksums | null {
  const match = LINE.exec(line);
  if (match === null) return null;
  const recorded = (name: string): Recorded | null => {
    const value = match.groups?.[name];
    const place = match.indices?.groups?.[name];
    return value === undefined || place === undefined ? null : { value, start: place[0], end: place[1] };
  };
  return { algorithm: recorded("algorithm"), translation: recorded("translation") };
}
