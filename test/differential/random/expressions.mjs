/** Random expressions of a wanted type, from the whole expression language. */
import { BOOL, DOMAINS, fit, INT, randomType, STR, sameType, universe } from "./types.mjs";

/**
 * What an expression may use. `names`: values in scope with their types; `primed`: variables that have a next value
 * here; `operators`: what is defined so far; `enabled`: actions that ENABLED may ask about (null where it must not).
 */
export class Scope {
  constructor(names, primed, operators, enabled) {
    this.names = names;
    this.primed = primed;
    this.operators = operators;
    this.enabled = enabled;
  }
  with(name, type) {
    return new Scope([...this.names, { name, type }], this.primed, this.operators, this.enabled);
  }
  withPrimed(variable) {
    return new Scope(this.names, [...this.primed, variable], this.operators, null);
  }
}

const LETTERS = "pqrstuvw";

/** Writes expressions. */
export class Expressions {
  constructor(random) {
    this.random = random;
    this.counter = 0;
  }

  name() {
    return `${LETTERS[this.counter % LETTERS.length]}${++this.counter}`;
  }

  /** An expression of a type, nested at most `depth` deep. */
  of(type, scope, depth) {
    const { random } = this;
    if (depth <= 0 || random.chance(0.12)) return this.leaf(type, scope);
    if (random.chance(0.22)) return this.general(type, scope, depth - 1);
    return this[type.kind](type, scope, depth - 1);
  }

  leaf(type, scope) {
    const { random } = this;
    const fits = [
      ...scope.names.filter((one) => sameType(one.type, type)).map((one) => one.name),
      ...scope.primed.filter((one) => sameType(one.type, type)).map((one) => `${one.name}'`),
    ];
    if (fits.length > 0 && random.chance(0.8)) return random.pick(fits);
    switch (type.kind) {
      case "int":
        return String(random.below(4));
      case "bool":
        return random.pick(["TRUE", "FALSE"]);
      case "str":
        return random.pick(['"a"', '"b"', '"c"']);
      case "set":
        return random.chance(0.3) ? "{}" : `{${this.leaf(type.of, scope)}}`;
      case "seq":
        return random.chance(0.3) ? "<<>>" : `<<${this.leaf(type.of, scope)}>>`;
      case "tuple":
        return `<<${type.items.map((item) => this.leaf(item, scope)).join(", ")}>>`;
      case "record":
        return `[${type.fields.map(([name, field]) => `${name} |-> ${this.leaf(field, scope)}`).join(", ")}]`;
      default:
        return `[${this.name()} \\in ${type.domain.text} |-> ${this.leaf(type.to, scope)}]`;
    }
  }

  /** Forms that give a value of any type. */
  general(type, scope, depth) {
    const { random } = this;
    const again = (inner = scope) => this.of(type, inner, depth);
    switch (random.below(9)) {
      case 0:
        return `(IF ${this.of(BOOL, scope, depth)} THEN ${again()} ELSE ${again()})`;
      case 1: {
        const arms = `${this.of(BOOL, scope, depth)} -> ${again()} [] ${this.of(BOOL, scope, depth)} -> ${again()}`;
        return `(CASE ${arms} [] OTHER -> ${again()})`;
      }
      case 2: {
        const [name, of] = [this.name(), randomType(random, 1)];
        return `(LET ${name} == ${this.of(of, scope, depth)} IN ${again(scope.with(name, of))})`;
      }
      case 3: {
        const [op, name, of] = [this.name(), this.name(), randomType(random, 1)];
        const body = this.of(type, scope.with(name, of), depth);
        const use = () => `${op}(${this.of(of, scope, depth - 1)})`;
        return `(LET ${op}(${name}) == ${body} IN IF ${this.of(BOOL, scope, depth - 1)} THEN ${use()} ELSE ${use()})`;
      }
      case 4: {
        const fields = scope.names.filter(({ type: of }) => of.kind === "record" && of.fields.some(([, f]) => sameType(f, type)));
        if (fields.length === 0) return again();
        const record = random.pick(fields);
        const [field] = random.pick(record.type.fields.filter(([, f]) => sameType(f, type)));
        return random.chance(0.5) ? `${record.name}.${field}` : `${record.name}["${field}"]`;
      }
      case 5: {
        const domain = random.pick(DOMAINS);
        const fn = this.of({ kind: "fun", domain, to: type }, scope, depth);
        const value = `(${fn})[${random.chance(0.9) ? random.pick(domain.elements) : this.of(domain.key, scope, depth)}]`;
        // As a conjunct of an action, TLC looks past the EXCEPT of `[[x \in S |-> e] EXCEPT ![a] = b][a]`.
        return type.kind === "bool" ? `(${value} = TRUE)` : value;
      }
      case 6: {
        const s = this.of({ kind: "seq", of: type }, scope, depth);
        const name = this.name();
        return `(LET ${name} == ${s} IN IF ${name} = <<>> THEN ${again()} ELSE ${random.pick(["Head(#)", "#[Len(#)]", "#[1]"]).replaceAll("#", name)})`;
      }
      case 7: {
        const known = scope.operators.filter((op) => sameType(op.type, type));
        if (known.length === 0) return again();
        const op = random.pick(known);
        const args = op.params.map((param) => this.of(param, scope, depth - 1));
        return args.length === 0 ? op.name : `${op.name}(${args.join(", ")})`;
      }
      default: {
        const other = this.of(randomType(random, 0), scope, depth);
        return random.pick([`<<${other}, ${again()}>>[2]`, `[h |-> ${again()}, f |-> ${other}].h`, `Id(LAMBDA zz : zz, ${again()})`]);
      }
    }
  }

  int(type, scope, depth) {
    const { random } = this;
    const int = () => this.of(INT, scope, depth);
    switch (random.below(12)) {
      case 0:
        return `(${int()} + ${int()})`;
      case 1:
        return `(${int()} - ${int()})`;
      case 2:
        return `(${int()} * ${random.below(3)})`;
      case 3:
        return `(${int()} % ${1 + random.below(3)})`;
      case 4:
        return `(${int()} \\div ${1 + random.below(2)})`;
      case 5:
        return `Cardinality(${this.of({ kind: "set", of: randomType(random, 1) }, scope, depth)})`;
      case 6:
        return `Len(${this.of({ kind: "seq", of: randomType(random, 1) }, scope, depth)})`;
      case 7: {
        const [set, name] = [this.of({ kind: "set", of: INT }, scope, depth), this.name()];
        return `Pick(${set}, LAMBDA ${name} : ${this.of(BOOL, scope.with(name, INT), depth)})`;
      }
      case 8:
        return `Sum(${this.of({ kind: "set", of: INT }, scope, depth)})`;
      case 9: {
        const [f, n] = [this.name(), this.name()];
        return `(LET ${f}[${n} \\in 0..3] == IF ${n} = 0 THEN ${int()} ELSE (${f}[${n} - 1] + ${this.of(INT, scope.with(n, INT), depth)}) % 5 IN ${f}[${random.below(4)}])`;
      }
      case 10:
        return `(-${int()})`;
      default:
        return `Apply(${random.pick(["+", "-", "LAMBDA a, b : a * 2 - b", "LAMBDA a, b : IF a > b THEN a ELSE b"])}, ${int()}, ${int()})`;
    }
  }

  bool(type, scope, depth) {
    const { random } = this;
    const bool = (inner = scope) => this.of(BOOL, inner, depth);
    switch (random.below(14)) {
      case 0:
        return `(${bool()} /\\ ${bool()})`;
      case 1:
        return `(${bool()} \\/ ${bool()})`;
      case 2:
        return random.chance(0.5) ? `(~${bool()})` : `(${bool()} ${random.pick(["=>", "<=>", "#", "="])} ${bool()})`;
      case 3:
      case 4: {
        const of = randomType(random, random.below(2));
        return `(${this.of(of, scope, depth)} ${random.pick(["=", "#"])} ${this.of(of, scope, depth)})`;
      }
      case 5:
        return `(${this.of(INT, scope, depth)} ${random.pick(["<", ">", "<=", ">=", "=<", "\\geq"])} ${this.of(INT, scope, depth)})`;
      case 6: {
        const of = randomType(random, random.below(2));
        return `(${this.of(of, scope, depth)} ${random.pick(["\\in", "\\notin"])} ${this.of({ kind: "set", of }, scope, depth)})`;
      }
      case 7: {
        const set = { kind: "set", of: randomType(random, 0) };
        return `(${this.of(set, scope, depth)} \\subseteq ${this.of(set, scope, depth)})`;
      }
      case 8:
      case 9: {
        const [of, name] = [randomType(random, random.below(2)), this.name()];
        const set = this.of({ kind: "set", of }, scope, depth);
        return `(${random.pick(["\\A", "\\E"])} ${name} \\in ${set} : ${bool(scope.with(name, of))})`;
      }
      case 10: {
        const [a, b, s, t] = [randomType(random, 0), randomType(random, 0), this.name(), this.name()];
        const sets = [this.of({ kind: "set", of: a }, scope, depth), this.of({ kind: "set", of: b }, scope, depth)];
        const inner = scope.with(s, a).with(t, b);
        const bounds = random.pick([`${s} \\in ${sets[0]}, ${t} \\in ${sets[1]}`, `<<${s}, ${t}>> \\in (${sets[0]}) \\X (${sets[1]})`]);
        return `(${random.pick(["\\A", "\\E"])} ${bounds} : ${bool(inner)})`;
      }
      case 11: {
        const of = randomType(random, 1);
        return `(${this.of(of, scope, depth)} \\in ${universe(of)})`;
      }
      case 12:
        return scope.enabled === null || scope.enabled.length === 0 ? bool() : `(ENABLED ${random.pick(scope.enabled)})`;
      default: {
        const seq = { kind: "seq", of: INT };
        return random.pick([`(${this.of(seq, scope, depth)} \\in Seq(0..${random.below(3)}))`, `(${this.of({ kind: "set", of: INT }, scope, depth)} \\in SUBSET Int)`]);
      }
    }
  }

  str(type, scope, depth) {
    return this.random.chance(0.5) ? this.general(STR, scope, depth) : this.leaf(STR, scope);
  }

  set(type, scope, depth) {
    const { random } = this;
    const { of } = type;
    const set = () => this.of(type, scope, depth);
    if (random.chance(0.3)) {
      if (of.kind === "set") return `SUBSET ${fit(of, this.of(of, scope, depth))}`;
      if (of.kind === "int") return random.pick([`(${this.leaf(INT, scope)}..${this.leaf(INT, scope)})`, `DOMAIN (${this.of({ kind: "seq", of: randomType(random, 0) }, scope, depth)})`]);
      const elements = (item) => fit({ kind: "set", of: item }, this.of({ kind: "set", of: item }, scope, depth));
      if (of.kind === "tuple") return `(${of.items.map((item) => elements(item)).join(" \\X ")})`;
      if (of.kind === "record") return `[${of.fields.map(([name, field]) => `${name} : ${elements(field)}`).join(", ")}]`;
      if (of.kind === "fun") return `[${of.domain.text} -> ${elements(of.to)}]`;
      return universe(of);
    }
    switch (random.below(7)) {
      case 0:
        return `{${Array.from({ length: 1 + random.below(3) }, () => this.of(of, scope, depth)).join(", ")}}`;
      case 1: {
        const name = this.name();
        return `{${name} \\in ${set()} : ${this.of(BOOL, scope.with(name, of), depth)}}`;
      }
      case 2: {
        const [name, from] = [this.name(), randomType(random, random.below(2))];
        return `{${this.of(of, scope.with(name, from), depth)} : ${name} \\in ${fit({ kind: "set", of: from }, this.of({ kind: "set", of: from }, scope, depth))}}`;
      }
      case 3:
        return `UNION {${set()}, ${set()}}`;
      case 4: {
        const s = this.of({ kind: "seq", of }, scope, depth);
        return `Elements(${s})`;
      }
      default:
        return `(${set()} ${random.pick(["\\cup", "\\cap", "\\"])} ${set()})`;
    }
  }

  seq(type, scope, depth) {
    const { random } = this;
    const seq = () => this.of(type, scope, depth);
    const item = (inner = scope) => this.of(type.of, inner, depth);
    switch (random.below(7)) {
      case 0:
        return `<<${Array.from({ length: random.below(3) }, () => item()).join(", ")}>>`;
      case 1:
        return `Append(${seq()}, ${item()})`;
      case 2:
        return `(${seq()} \\o ${seq()})`;
      case 3:
        return random.chance(0.9) ? `Rest(${seq()})` : `Tail(${seq()})`;
      case 4:
        return `SubSeq(${seq()}, 1, ${random.below(2)})`;
      case 5: {
        const name = this.name();
        return `SelectSeq(${seq()}, LAMBDA ${name} : ${this.of(BOOL, scope.with(name, type.of), depth)})`;
      }
      default: {
        const name = this.name();
        return `[${name} \\in 1..${random.below(3)} |-> ${item(scope.with(name, INT))}]`;
      }
    }
  }

  tuple(type, scope, depth) {
    return `<<${type.items.map((item) => this.of(item, scope, depth)).join(", ")}>>`;
  }

  record(type, scope, depth) {
    const { random } = this;
    if (random.chance(0.4)) {
      const [name, field] = random.pick(type.fields);
      const value = this.of(field, scope.with("@", field), depth);
      return `[${this.of(type, scope, depth)} EXCEPT !${random.pick([`.${name}`, `["${name}"]`])} = ${value}]`;
    }
    return `[${type.fields.map(([name, field]) => `${name} |-> ${this.of(field, scope, depth)}`).join(", ")}]`;
  }

  fun(type, scope, depth) {
    const { random } = this;
    const { domain, to } = type;
    switch (random.below(3)) {
      case 0: {
        const name = this.name();
        return `[${name} \\in ${domain.text} |-> ${this.of(to, scope.with(name, domain.key), depth)}]`;
      }
      case 1: {
        const key = random.chance(0.9) ? random.pick(domain.elements) : this.of(domain.key, scope, depth);
        return `[${this.of(type, scope, depth)} EXCEPT ![${key}] = ${this.of(to, scope.with("@", to), depth)}]`;
      }
      default:
        return `((${random.pick(domain.elements)} :> ${this.of(to, scope, depth)}) @@ ${this.of(type, scope, depth)})`;
    }
  }
}
