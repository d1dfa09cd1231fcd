/** The types that generated modules are made of: each has finitely many values, so that every search ends. */

/** @typedef {{kind: "int"} | {kind: "bool"} | {kind: "str"} | {kind: "set", of: Type} | {kind: "seq", of: Type}
 *   | {kind: "tuple", items: Type[]} | {kind: "record", fields: [string, Type][]} | {kind: "fun", domain: Domain, to: Type}} Type */
/** @typedef {{text: string, key: Type, elements: string[]}} Domain */

export const INT = { kind: "int" };
export const BOOL = { kind: "bool" };
export const STR = { kind: "str" };

/** Domains of functions, by their text. */
export const DOMAINS = [
  { text: "1..2", key: INT, elements: ["1", "2"] },
  { text: "0..1", key: INT, elements: ["0", "1"] },
  { text: '{"a", "b"}', key: STR, elements: ['"a"', '"b"'] },
];

/** A random source: a seed gives the same numbers on every machine (mulberry32). */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  /** A number from 0 to n - 1. */
  below(n) {
    return Math.floor(this.next() * n);
  }
  chance(p) {
    return this.next() < p;
  }
  pick(items) {
    return items[this.below(items.length)];
  }
  shuffle(items) {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  }
}

/** Numbers the names that the functions below bind. */
let fresh = 0;

/** How many values a type has. */
export function size(type) {
  switch (type.kind) {
    case "int":
    case "str":
      return 3;
    case "bool":
      return 2;
    case "set":
      return 2 ** size(type.of);
    case "seq":
      return 1 + size(type.of) + size(type.of) ** 2;
    case "tuple":
      return type.items.reduce((n, item) => n * size(item), 1);
    case "record":
      return type.fields.reduce((n, [, field]) => n * size(field), 1);
    case "fun":
      return size(type.to) ** type.domain.elements.length;
  }
}

/** The set of a type's values, as an expression. */
export function universe(type) {
  switch (type.kind) {
    case "int":
      return "(0..2)";
    case "bool":
      return "BOOLEAN";
    case "str":
      return '{"a", "b", "c"}';
    case "set":
      return `(SUBSET ${universe(type.of)})`;
    case "seq": {
      const name = `n${++fresh % 100}`;
      return `(UNION {[1..${name} -> ${universe(type.of)}] : ${name} \\in 0..2})`;
    }
    case "tuple":
      return `(${type.items.map(universe).join(" \\X ")})`;
    case "record":
      return `[${type.fields.map(([name, field]) => `${name} : ${universe(field)}`).join(", ")}]`;
    case "fun":
      return `[${type.domain.text} -> ${universe(type.to)}]`;
  }
}


/** An expression for the value of `text` brought into the type's values. */
export function fit(type, text) {
  const name = `n${++fresh % 100}`;
  switch (type.kind) {
    case "int":
      return `((${text}) % 3)`;
    case "bool":
    case "str":
      return `(${text})`;
    case "set":
      return `((${text}) \\cap ${universe(type.of)})`;
    case "seq":
      return `(LET ${name} == ${text} IN [i${name} \\in 1..(IF Len(${name}) > 2 THEN 2 ELSE Len(${name})) |-> ${fit(type.of, `${name}[i${name}]`)}])`;
    case "tuple":
      return `(LET ${name} == ${text} IN <<${type.items.map((item, i) => fit(item, `${name}[${i + 1}]`)).join(", ")}>>)`;
    case "record":
      return `(LET ${name} == ${text} IN [${type.fields.map(([field, of]) => `${field} |-> ${fit(of, `${name}.${field}`)}`).join(", ")}])`;
    case "fun":
      return `(LET ${name} == ${text} IN [k${name} \\in ${type.domain.text} |-> ${fit(type.to, `${name}[k${name}]`)}])`;
  }
}

/** Whether two types are the same one. */
export function sameType(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A type with few values; `depth` bounds how it nests. */
export function randomType(random, depth) {
  const kinds = depth === 0 ? ["int", "int", "bool", "str"] : ["int", "set", "seq", "tuple", "record", "fun", "set", "str"];
  const kind = random.pick(kinds);
  const inner = () => randomType(random, depth - 1);
  switch (kind) {
    case "int":
      return INT;
    case "bool":
      return BOOL;
    case "str":
      return STR;
    case "set":
      return { kind, of: inner() };
    case "seq":
      return { kind, of: inner() };
    case "tuple":
      return { kind, items: [inner(), inner()] };
    case "record":
      return { kind, fields: [["f", inner()], ["g", inner()]] };
    default:
      return { kind: "fun", domain: random.pick(DOMAINS), to: inner() };
  }
}
