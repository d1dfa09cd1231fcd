export interface Case {
  readonly line: number;
  readonly expression: string;
  readonly answer: string | null;
  readonly tlc: string | null;
  readonly reason: string | null;
}
export interface Corpus {
  readonly file: string;
  readonly definitions: string;
  readonly cases: readonly Case[];
}
export const EXTENDS: string;
export const CONSTANTS: readonly string[];
export const CONFIG: string;
export function corpusFiles(): string[];
export function readCorpus(file: string): Corpus;
export function moduleText(name: string, extended: string, corpus: Corpus, units: readonly string[]): string;
