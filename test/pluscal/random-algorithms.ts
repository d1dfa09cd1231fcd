/** Random algorithms in both syntaxes, as text: most of them right, some lacking a label or worse. */

/** A source of choices that gives the same ones for the same seed. */
class Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2654435761 + 12345) >>> 0;
  }

  below(bound: number): number {
    // xorshift32
    let x = this.#state || 1;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state % bound;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

interface Scope {
  readonly numbers: readonly string[];
  readonly functions: readonly string[];
  readonly inProcedure: boolean;
  readonly inWith: boolean;
  readonly depth: number;
  readonly bound: readonly string[];
  /** Whether `self` means something. */
  readonly self: boolean;
}

class Writer {
  readonly #choose: Choices;
  readonly #braces: boolean;
  readonly #processes: boolean;
  #labels = 0;
  #bound = 0;
  /** How many labels there were before the owner at hand. */
  #first = 0;
  /** How often a label is left out where one is needed. */
  readonly #careless: number;
  readonly #procedures: readonly { name: string; parameters: number }[];
  readonly #macros: readonly { name: string; parameters: number }[];

  constructor(seed: number) {
    const choose = new Choices(seed);
    this.#choose = choose;
    this.#braces = choose.chance(50);
    this.#processes = choose.chance(65);
    this.#careless = choose.of([0, 0, 0, 0, 4, 100]);
    this.#procedures = ["p", "qq"]
      .slice(0, choose.below(3))
      .map((name) => ({ name, parameters: choose.below(3) }));
    this.#macros = ["m", "long_macro"]
      .slice(0, choose.below(3))
      .map((name) => ({ name, parameters: 1 + choose.below(2) }));
  }

  module(name: string): string {
    const fair = this.#choose.chance(15) ? "--fair algorithm" : "--algorithm";
    const options = this.#choose.chance(25)
      ? `\\* PlusCal options (${this.#choose.of(["wf", "sf", "-wfNext", "termination", "noDoneDisjunct", "label", "-lineWidth 60", "labelRoot L", "version 1.4"])})\n`
      : "";
    return [
      `---- MODULE ${name} ----`,
      "EXTENDS Naturals, Sequences, TLC",
      "CONSTANT N",
      `${options}(* ${fair} ${name} ${this.#braces ? "{" : ""}`,
      ...this.#algorithm(),
      `${this.#braces ? "}" : "end algorithm;"} *)`,
      "====",
      "",
    ].join("\n");
  }

  #algorithm(): string[] {
    const choose = this.#choose;
    const lines: string[] = [];
    const value = () =>
      choose.chance(20) ? "" : choose.chance(20) ? ` \\in 0..${choose.below(3)}` : ` = ${choose.below(4)}`;
    lines.push(
      `variables x${value()}, y = ${choose.below(3)};`,
      "  f = [j0 \\in 0..3 |-> j0],",
      "  r = [a |-> 0, b |-> [c |-> 1]];",
    );
    if (choose.chance(30)) {
      const body = [
        "  Inv == x < 10",
        "",
        "  Op(a) == IF a > 0",
        "             THEN /\\ a < 3",
        "                  /\\ x = y",
        "             ELSE FALSE",
      ];
      lines.push(this.#braces ? "define {" : "define", ...body, this.#braces ? "}" : "end define;");
    }
    for (const { name, parameters } of this.#macros) {
      const names = ["v", "e"].slice(0, parameters);
      const scope = this.#scope({ bound: parameters > 1 ? ["e"] : [] });
      const first = choose.chance(70)
        ? [`v := ${this.#expression(scope)};`]
        : [`await v = ${this.#expression(scope)};`];
      const more = choose.chance(40) ? [`print <<v, ${this.#expression(scope)}>>;`] : [];
      lines.push(...this.#owner(`macro ${name}(${names.join(", ")})`, [...first, ...more], "macro"));
    }
    this.#procedures.forEach(({ name, parameters }, i) => {
      const formal = ["a", "b1"].slice(0, parameters).map((each) => each + (choose.chance(30) ? " = 7" : ""));
      const local = choose.chance(50)
        ? [
            "variables",
            `  ${choose.of(["loc", "i", `z${i}`])} = ${choose.of(["1", "x + 1", parameters > 0 ? "a" : "3", ""]) || "2"};`,
          ]
        : [];
      const numbers = ["x", "y", ...["a", "b1"].slice(0, parameters)];
      const body = this.#body(
        this.#scope({ numbers, inProcedure: true, self: this.#processes }),
        1 + choose.below(3),
      );
      body.push(`${this.#label(90)}return;`);
      lines.push(
        ...this.#owner([`procedure ${name}(${formal.join(", ")})`, ...local].join("\n"), body, "procedure"),
      );
    });
    if (!this.#processes) {
      const body = this.#body(this.#scope({}), 1 + choose.below(5));
      lines.push(...(this.#braces ? ["{", ...indent(body), "}"] : ["begin", ...indent(body)]));
      return lines;
    }
    const count = 1 + choose.below(3);
    for (let i = 0; i < count; i++) {
      const identity = choose.of([
        `\\in 1..${1 + choose.below(2)}`,
        `= ${10 + i}`,
        `= "p${i}"`,
        "\\in {20,\n       21}",
        "\\in 1..N",
      ]);
      const fair = choose.chance(30) ? choose.of(["fair ", "fair+ "]) : "";
      const head = `Proc${i} ${identity}`;
      const local = choose.chance(50)
        ? [`variables i${choose.chance(50) ? " = 0" : ` \\in {0, 1}`}; k = 5;`]
        : [];
      const scope = this.#scope({
        numbers: ["x", "y", ...(local.length > 0 ? ["i", "k"] : [])],
        self: identity.startsWith("\\in"),
      });
      const body = choose.chance(20)
        ? this.#loop(scope, this.#body(scope, 1 + choose.below(2)))
        : this.#body(scope, 1 + choose.below(4));
      const start = `${fair}process ${this.#braces ? `(${head})` : head}`;
      lines.push(...this.#owner([start, ...local].join("\n"), body, "process"));
    }
    return lines;
  }

  #scope(part: Partial<Scope>): Scope {
    const base = {
      numbers: ["x", "y"],
      functions: ["f"],
      inProcedure: false,
      inWith: false,
      depth: 0,
      bound: [],
      self: false,
    };
    return { ...base, ...part };
  }

  #owner(head: string, body: readonly string[], word: string): string[] {
    this.#first = this.#labels;
    if (this.#braces) return [head, "{", ...indent(body), "}"];
    return [head, "begin", ...indent(body), `end ${word};`];
  }

  #loop(scope: Scope, body: readonly string[]): string[] {
    const condition = this.#choose.chance(60) ? "TRUE" : this.#condition(scope);
    const label = this.#label(90);
    return this.#braces
      ? [`${label}while (${condition}) {`, ...indent(body), "};"]
      : [`${label}while ${condition} do`, ...indent(body), "end while;"];
  }

  #label(percent: number): string {
    if (this.#careless === 100 || !this.#choose.chance(percent - this.#careless)) return "";
    this.#labels++;
    const sign = this.#choose.chance(4) ? this.#choose.of(["+", "-"]) : "";
    // Owners may use the same names; these are told apart in the translation.
    const name = this.#choose.chance(25) ? `Same${this.#labels - this.#first}` : `L${this.#labels}`;
    return `${name}:${sign} `;
  }

  #body(scope: Scope, count: number): string[] {
    const lines: string[] = [];
    for (let i = 0; i < count; i++) lines.push(...this.#statement(scope, i === 0 ? 95 : 70));
    return lines;
  }

  #statement(scope: Scope, percent: number): string[] {
    const choose = this.#choose;
    const label = scope.inWith ? "" : this.#label(scope.depth === 0 || percent > 90 ? 100 : 85);
    const inner = { ...scope, depth: scope.depth + 1 };
    const kind = scope.depth > 2 ? choose.below(8) : choose.below(15);
    switch (kind) {
      case 0:
      case 1:
      case 2:
        return [`${label}${this.#assignment(scope)};`];
      case 3:
        return [`${label}${choose.of(["await", "when"])} ${this.#condition(scope)};`];
      case 4:
        return [
          `${label}${choose.of(["skip", `print ${this.#expression(scope)}`, `assert ${this.#condition(scope)}`])};`,
        ];
      case 5: {
        const macro = this.#macros[choose.below(3)];
        if (macro === undefined) return [`${label}skip;`];
        const target = choose.of([...scope.numbers, "f[1]", "r.a"]);
        const args = [target, this.#expression(scope)].slice(0, macro.parameters);
        return [`${label}${macro.name}(${args.join(", ")});`];
      }
      case 6: {
        const procedure = this.#procedures[choose.below(3)];
        if (procedure === undefined || scope.inWith) return [`${label}skip;`];
        const args = Array.from({ length: procedure.parameters }, () => this.#expression(scope));
        const call = `${label}call ${procedure.name}(${args.join(", ")});`;
        return scope.inProcedure && choose.chance(30) ? [call, "return;"] : [call];
      }
      case 7:
        return [`${label}${choose.chance(50) ? "goto Done" : "skip"};`];
      case 8:
        if (scope.inWith && choose.chance(90)) return ["skip;"];
        // Mostly right: a loop cannot stand in a `with`.
        if (scope.inWith && choose.chance(90)) return ["skip;"];
        return this.#loop(inner, this.#body({ ...inner, depth: 1 }, 1 + choose.below(2))).map((line, i) =>
          i === 0 && scope.inWith ? line.replace(/^\w+: ?[+-]?/, "") : line,
        );
      case 9:
      case 10: {
        const then = this.#body(inner, 1 + choose.below(2));
        const otherwise = choose.chance(60) ? this.#body(inner, 1 + choose.below(2)) : [];
        const condition = this.#condition(scope);
        if (this.#braces) {
          const rest = otherwise.length > 0 ? ["} else {", ...indent(otherwise), "};"] : ["};"];
          return [`${label}if (${condition}) {`, ...indent(then), ...rest];
        }
        const chained = choose.chance(25)
          ? [`elsif ${this.#condition(scope)} then`, ...indent(this.#body(inner, 1))]
          : [];
        const rest = otherwise.length > 0 ? ["else", ...indent(otherwise)] : [];
        return [`${label}if ${condition} then`, ...indent(then), ...chained, ...rest, "end if;"];
      }
      case 11: {
        const branches = Array.from({ length: 2 + choose.below(2) }, () =>
          this.#body(inner, 1 + choose.below(2)),
        );
        return this.#braces
          ? [
              `${label}either {`,
              ...branches.flatMap((branch, i) => (i === 0 ? indent(branch) : ["} or {", ...indent(branch)])),
              "};",
            ]
          : [
              `${label}either`,
              ...branches.flatMap((branch, i) => (i === 0 ? indent(branch) : ["or", ...indent(branch)])),
              "end either;",
            ];
      }
      default: {
        const name = `w${scope.bound.length}`;
        const inside = { ...inner, inWith: true, bound: [...scope.bound, name] };
        const binding = choose.chance(60) ? `${name} \\in 1..2` : `${name} = ${this.#expression(scope)}`;
        const body = this.#body(inside, choose.chance(85) ? 1 : 2);
        return this.#braces
          ? [`${label}with (${binding}) {`, ...indent(body), "};"]
          : [`${label}with ${binding} do`, ...indent(body), "end with;"];
      }
    }
  }

  #assignment(scope: Scope): string {
    const choose = this.#choose;
    const one = () =>
      choose.of([
        () => `${choose.of(scope.numbers)} := ${this.#expression(scope)}`,
        () => `f[${choose.below(4)}] := ${this.#expression(scope)}`,
        () => `r.${choose.of(["a", "b.c"])} := ${this.#expression(scope)}`,
        () => `y := ${this.#condition(scope)}`,
      ])();
    return choose.chance(20) ? `${one()} || ${one()}` : one();
  }

  #expression(scope: Scope): string {
    const choose = this.#choose;
    // An argument of a macro may come to stand where its own names are bound.
    const t = `t${this.#bound++}`;
    const leaf = () =>
      choose.of(
        [...scope.numbers, ...scope.bound, String(choose.below(5)), "r.a", "f[x]", "self"].filter(
          (e) => e !== "self" || scope.self,
        ),
      );
    return choose.of([
      leaf,
      leaf,
      () => `${leaf()} + ${leaf()}`,
      () => `IF ${leaf()} = ${leaf()} THEN ${leaf()} ELSE ${leaf()}`,
      () => `[a |-> ${leaf()}, x |-> ${leaf()}].a`,
      () => `LET ${t} == ${leaf()} IN ${t} + ${leaf()}`,
      () => `(CHOOSE ${t} \\in 0..${leaf()} : ${t} >= ${leaf()})`,
      () => `<<${leaf()}, "x; y">>[1]`,
    ])();
  }

  #condition(scope: Scope): string {
    const e = () => this.#expression(scope);
    return this.#choose.of([
      () => `${e()} > 0`,
      () => `/\\ ${e()} = 1\n          /\\ \\/ x # y\n             \\/ ${e()} >= 2`,
      () => `\\E s${this.#bound} \\in {${e()}, 2} : ${e()} = 1`,
      () => `x \\in {1, 2} \\cup {${e()}}`,
    ])();
  }
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}`);
}

/** A module with an algorithm. */
export function randomModule(seed: number, name: string): string {
  return new Writer(seed).module(name);
}
