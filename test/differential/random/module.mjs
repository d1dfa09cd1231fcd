/** A random module with its configuration: small, well formed, and about anything the language has. */
import { Expressions, Scope } from "./expressions.mjs";
import { BOOL, fit, INT, Random, randomType, size, universe } from "./types.mjs";

/** Most combinations of values that the variables of a module may have. */
const LARGEST = 3000;

/** Operators that expressions use; some have errors for certain arguments on purpose. */
const HELPERS = `Id(F(_), v) == F(v)
Apply(F(_, _), v, w) == F(v, w)
Pick(S, P(_)) == IF \\E e \\in S : P(e) THEN CHOOSE e \\in S : P(e) ELSE 0
RECURSIVE Sum(_)
Sum(S) == IF S = {} THEN 0 ELSE LET e == CHOOSE e \\in S : TRUE IN e + Sum(S \\ {e})
Elements(s) == {s[i] : i \\in DOMAIN s}
Rest(s) == IF s = <<>> THEN s ELSE Tail(s)
i ++ j == (i + j) % 3`;

/**
 * A module by its seed.
 * @returns {{module: string, config: string}}
 */
export function randomModule(seed, name) {
  return new Writer(new Random(seed)).write(name);
}

class Writer {
  constructor(random) {
    this.random = random;
    this.expressions = new Expressions(random);
    this.variables = [];
    this.operators = [];
    this.units = [];
    this.actions = [];
  }

  write(name) {
    const { random } = this;
    this.declareVariables();
    const names = this.variables.map((variable) => variable.name);
    const constant = { name: "N", type: INT };
    this.constants = [constant];
    for (let i = random.below(4); i > 0; i--) this.defineOperator(i);
    const inner = random.chance(0.4) ? this.defineInstances() : "";
    const next = this.defineActions();
    const init = this.init();
    const invariants = [this.invariantOfTypes()];
    const state = this.stateScope(true);
    if (random.chance(0.4)) {
      // TLC refuses formulas of constant level that are false; this one never is of constant level.
      invariants.push(["Inv", `(${this.expressions.of(BOOL, state, 3)}) /\\ x = x`]);
    }
    invariants.push(["Evaluated", `(${this.expressions.of(BOOL, state, 3)}) \\in BOOLEAN`]);
    const constraint = random.chance(0.15) ? this.expressions.of(BOOL, this.stateScope(false), 2) : null;
    const step = random.chance(0.1) ? this.expressions.of(BOOL, this.stepScope(), 2) : null;
    const property = random.chance(0.15) ? this.expressions.of(BOOL, this.stepScope(), 2) : null;
    const lines = [
      `---- MODULE ${name} ----`,
      "EXTENDS Integers, Sequences, FiniteSets, TLC",
      "CONSTANT N",
      `VARIABLES ${names.join(", ")}`,
      `vars == <<${names.join(", ")}>>`,
      HELPERS,
      inner,
      ...this.units,
      `Init == ${init}`,
      `Next == ${next}`,
      "Spec == Init /\\ [][Next]_vars",
      ...invariants.map(([title, body]) => `${title} == ${body}`),
      constraint === null ? "" : `Within == (${constraint}) /\\ x = x`,
      step === null ? "" : `Steps == (${step}) /\\ x\' = x\'`,
      property === null ? "" : `Property == [][${property}]_${random.chance(0.5) ? "vars" : names[0]}`,
      "====",
      "",
    ];
    const config = [
      random.chance(0.5) ? "SPECIFICATION Spec" : "INIT Init\nNEXT Next",
      `CONSTANT N = ${random.below(3)}`,
      `INVARIANTS ${invariants.map(([title]) => title).join(" ")}`,
      constraint === null ? "" : "CONSTRAINT Within",
      step === null ? "" : "ACTION_CONSTRAINT Steps",
      property === null ? "" : "PROPERTY Property",
      `CHECK_DEADLOCK ${random.chance(0.3) ? "TRUE" : "FALSE"}`,
      "",
    ];
    return { module: lines.filter((line) => line !== "").join("\n"), config: config.filter((line) => line !== "").join("\n") };
  }

  declareVariables() {
    const { random } = this;
    const wanted = 1 + random.below(3);
    let product = 1;
    for (let tries = 0; this.variables.length < wanted && tries < 30; tries++) {
      const type = randomType(random, random.pick([0, 1, 1, 2]));
      if (product * size(type) > LARGEST) continue;
      product *= size(type);
      this.variables.push({ name: ["x", "y", "z"][this.variables.length], type });
    }
    if (this.variables.length === 0) this.variables.push({ name: "x", type: INT });
  }

  /** What a state predicate may use. */
  stateScope(enabled) {
    const quiet = this.actions.filter(({ params }) => params.length === 0).map((action) => action.name);
    return new Scope([...this.constants, ...this.variables], [], this.operators, enabled ? quiet : null);
  }

  /** What may be said of a whole step. */
  stepScope() {
    return new Scope([...this.constants, ...this.variables], this.variables, this.operators, null);
  }

  defineOperator(index) {
    const { random, expressions } = this;
    const type = randomType(random, random.below(2));
    const params = Array.from({ length: random.below(3) }, () => randomType(random, random.below(2)));
    const names = params.map(() => expressions.name());
    const visible = random.chance(0.6) ? [...this.constants, ...this.variables] : this.constants;
    const scope = new Scope(
      [...visible, ...params.map((param, i) => ({ name: names[i], type: param }))],
      [],
      this.operators,
      null,
    );
    const body = expressions.of(type, scope, 3);
    const name = `Op${index}`;
    this.units.push(`${name}${names.length > 0 ? `(${names.join(", ")})` : ""} == ${body}`);
    this.operators = [...this.operators, { name, params, type }];
  }

  /** A nested module and instances of it, one of them with a parameter. Gives the module's text. */
  defineInstances() {
    const { random, expressions } = this;
    const [whole] = this.variables;
    const own = [
      { name: "c", type: INT },
      { name: "v", type: whole.type },
    ];
    const scope = new Scope(own, [], [], null);
    const value = expressions.of(INT, scope.with("k", INT), 2);
    const test = expressions.of(BOOL, scope, 2);
    const step = fit(whole.type, expressions.of(whole.type, scope, 2));
    const text = [
      "---- MODULE Inner ----",
      "CONSTANT c",
      "VARIABLE v",
      `Value(k) == ${value}`,
      `Test == ${test}`,
      `Step == ${expressions.of(BOOL, scope, 1)} /\\ v' = ${step}`,
      "CanStep == ENABLED Step",
      "====",
    ].join("\n");
    const state = new Scope([...this.constants, ...this.variables], [], this.operators, null);
    const plain = `I == INSTANCE Inner WITH c <- ${random.pick(["N", "2", "N + 1"])}, v <- ${whole.name}`;
    const within = random.pick([whole.name, whole.name, expressions.of(whole.type, state, 2)]);
    this.units.push(plain, `K(h) == INSTANCE Inner WITH c <- h, v <- ${within}`);
    this.instance = whole;
    this.operators = [
      ...this.operators,
      { name: "I!Value", params: [INT], type: INT },
      { name: "I!Test", params: [], type: BOOL },
      { name: "K(1)!Value", params: [INT], type: INT },
      { name: "K(N)!Test", params: [], type: BOOL },
    ];
    if (random.chance(0.5)) this.operators.push({ name: "I!CanStep", params: [], type: BOOL });
    return text;
  }

  init() {
    const { random } = this;
    let scope = new Scope(this.constants, [], this.operators.filter(() => false), null);
    const items = [];
    for (const { name, type } of random.shuffle(this.variables)) {
      const set = { kind: "set", of: type };
      const choice = random.below(5);
      if (choice < 2) items.push(`${name} = ${fit(type, this.expressions.of(type, scope, 2))}`);
      else if (choice === 2) items.push(`${name} \\in ${fit(set, this.expressions.of(set, scope, 2))}`);
      else if (choice === 3 && size(type) <= 30) items.push(`${name} \\in ${universe(type)}`);
      else {
        const one = () => `${name} = ${fit(type, this.expressions.of(type, scope, 2))}`;
        items.push(`(${one()} \\/ ${one()})`);
      }
      scope = scope.with(name, type);
    }
    if (random.chance(0.3)) items.push(this.expressions.of(BOOL, scope, 2));
    return items.map((item) => `/\\ ${item}`).join("\n  ");
  }

  /** Defines actions; gives Next. */
  defineActions() {
    const { random, expressions } = this;
    const parts = [];
    const count = 1 + random.below(3);
    for (let i = 1; i <= count; i++) {
      const name = `Act${i}`;
      const params = random.chance(0.3) ? [{ name: expressions.name(), type: randomType(random, 0) }] : [];
      const body = this.action(params);
      this.units.push(`${name}${params.length > 0 ? `(${params[0].name})` : ""} ==\n  ${body}`);
      const action = { name, params };
      this.actions.push(action);
      if (params.length === 0) parts.push(name);
      else {
        const set = { kind: "set", of: params[0].type };
        const from = random.chance(0.5) ? universe(params[0].type) : expressions.of(set, this.stateScope(false), 2);
        const bound = expressions.name();
        parts.push(`\\E ${bound} \\in ${from} : ${name}(${bound})`);
      }
    }
    if (this.instance !== undefined && random.chance(0.5)) {
      const others = this.variables.filter((variable) => variable !== this.instance).map(({ name }) => name);
      const rest = others.length > 0 ? ` /\\ UNCHANGED <<${others.join(", ")}>>` : "";
      parts.push(`(I!Step${rest})`);
    }
    return parts.map((part) => `\\/ ${part}`).join("\n  ");
  }

  action(params) {
    const { random } = this;
    let scope = this.stateScope(true);
    for (const { name, type } of params) scope = scope.with(name, type);
    const items = [];
    if (random.chance(0.6)) items.push(this.expressions.of(BOOL, scope, 2));
    const left = random.shuffle(this.variables);
    while (left.length > 0) {
      if (left.length > 1 && random.chance(0.15)) {
        const some = left.splice(0, 2);
        items.push(`UNCHANGED <<${some.map(({ name }) => name).join(", ")}>>`);
        for (const variable of some) scope = scope.withPrimed(variable);
        continue;
      }
      const variable = left.shift();
      items.push(this.assignment(variable, scope));
      scope = scope.withPrimed(variable);
      if (random.chance(0.1)) items.push(this.expressions.of(BOOL, scope, 2));
    }
    return items.map((item) => `/\\ ${item}`).join("\n  ");
  }

  /** A formula that gives a variable its next value, in one of the ways in which one can. */
  assignment(variable, scope) {
    const { random, expressions } = this;
    const { name, type } = variable;
    const value = (inner = scope, depth = 3) => fit(type, expressions.of(type, inner, depth));
    const set = { kind: "set", of: type };
    switch (random.below(11)) {
      case 0:
        return `UNCHANGED ${name}`;
      case 1:
        return `${name}' \\in ${fit(set, expressions.of(set, scope, 2))}`;
      case 2:
        return `(IF ${expressions.of(BOOL, scope, 2)} THEN ${name}' = ${value()} ELSE ${this.assignment(variable, scope)})`;
      case 3:
        return `(${name}' = ${value()} \\/ ${this.assignment(variable, scope)})`;
      case 4: {
        const [bound, of] = [expressions.name(), randomType(random, random.below(2))];
        const from = fit({ kind: "set", of }, expressions.of({ kind: "set", of }, scope, 2));
        return `(\\E ${bound} \\in ${from} : ${this.assignment(variable, scope.with(bound, of))})`;
      }
      case 5: {
        const [local, of] = [expressions.name(), randomType(random, 1)];
        return `(LET ${local} == ${expressions.of(of, scope, 2)} IN ${this.assignment(variable, scope.with(local, of))})`;
      }
      case 6:
        return `(CASE ${expressions.of(BOOL, scope, 2)} -> ${name}' = ${value()} [] OTHER -> UNCHANGED ${name})`;
      case 7: {
        const [op, param] = [expressions.name(), expressions.name()];
        return `(LET ${op}(${param}) == ${name}' = ${fit(type, expressions.of(type, scope.with(param, type), 2))} IN ${op}(${value(scope, 2)}))`;
      }
      default:
        return `${name}' = ${value()}`;
    }
  }

  invariantOfTypes() {
    return ["Types", this.variables.map(({ name, type }) => `/\\ ${name} \\in ${universe(type)}`).join("\n  ")];
  }
}
