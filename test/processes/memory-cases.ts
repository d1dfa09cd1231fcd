/**
 * Small specs that share words of memory, with what TLC says of their exports: states generated, distinct states and
 * depth of a complete search; where something is violated, the states of the counterexample.
 */

export interface MemoryCase {
  readonly name: string;
  readonly spec: string;
  /** By memory model: `holds`, or what is violated, and TLC's numbers. */
  readonly expected: Readonly<Record<"sc" | "tso" | "weak", readonly [string, ...number[]]>>;
}

const both = `pc[1] = "Done" /\\ pc[2] = "Done"`;

/** Two processes, 1 and 2, each with a register `r` and one `s`. */
const two = (vars: string, p: string, q: string, bad: string): string => `
  extends Integers
  shared var ${vars}
  process p = 1 var r = 0, s = 0 { ${p} }
  process q = 2 var r = 0, s = 0 { ${q} }
  invariant Never == ~(${both} /\\ ${bad})`;

export const memoryCases: readonly MemoryCase[] = [
  {
    name: "store buffering",
    spec: two("x = 0, y = 0", "a: x := 1; b: r := y", "a: y := 1; b: r := x", "p.r = 0 /\\ q.r = 0"),
    expected: { sc: ["holds", 18, 13, 5], tso: ["invariant", 5], weak: ["invariant", 5] },
  },
  {
    name: "store buffering with fences",
    spec: two(
      "x = 0, y = 0",
      "a: x := 1; f: fence; b: r := y",
      "a: y := 1; f: fence; b: r := x",
      "p.r = 0 /\\ q.r = 0",
    ),
    expected: { sc: ["holds", 32, 22, 7], tso: ["holds", 48, 31, 9], weak: ["holds", 48, 31, 9] },
  },
  {
    name: "store buffering with a fence on one side",
    spec: two(
      "x = 0, y = 0",
      "a: x := 1; f: fence; b: r := y",
      "a: y := 1; b: r := x",
      "p.r = 0 /\\ q.r = 0",
    ),
    expected: { sc: ["holds", 24, 17, 6], tso: ["invariant", 7], weak: ["invariant", 7] },
  },
  {
    name: "message passing",
    spec: two("x = 0, y = 0", "a: x := 1; b: y := 1", "a: r := y; b: s := x", "q.r = 1 /\\ q.s = 0"),
    expected: { sc: ["holds", 18, 13, 5], tso: ["holds", 40, 23, 7], weak: ["invariant", 6] },
  },
  {
    name: "message passing with a write barrier",
    spec: two("x = 0, y = 0", "a: x := 1; m: wmb; b: y := 1", "a: r := y; b: s := x", "q.r = 1 /\\ q.s = 0"),
    expected: { sc: ["holds", 24, 17, 6], tso: ["holds", 54, 30, 8], weak: ["holds", 54, 30, 8] },
  },
  {
    name: "message passing with a release store, in one step",
    spec: two(
      "x = 0, y = 0",
      "a: x := 1; release y := 1",
      "a: r := y; acquire; b: s := x",
      "q.r = 1 /\\ q.s = 0",
    ),
    expected: { sc: ["holds", 12, 9, 4], tso: ["holds", 26, 16, 6], weak: ["holds", 26, 16, 6] },
  },
  {
    name: "a release store after an older store",
    spec: `
      extends Integers
      shared var a = 0, x = 0, b = 0
      process p = 1 { s1: a := 1; s2: release x := 1; s3: b := 1 }
      process q = 2 var r = 0, s = 0, t = 0 { a: r := b; b: s := x; c: t := a }
      invariant Released == q.s = 1 /\\ pc[2] = "Done" => q.t = 1`,
    expected: { sc: ["holds", 37, 26, 7], tso: ["holds", 104, 55, 10], weak: ["holds", 148, 74, 10] },
  },
  {
    name: "a release store before a younger one, which passes it",
    spec: `
      extends Integers
      shared var a = 0, x = 0, b = 0
      process p = 1 { s1: a := 1; s2: release x := 1; s3: b := 1 }
      process q = 2 var r = 0, s = 0 { a: r := b; b: s := a }
      invariant Never == ~(pc[2] = "Done" /\\ q.r = 1 /\\ q.s = 0)`,
    expected: { sc: ["holds", 24, 17, 6], tso: ["holds", 72, 38, 9], weak: ["invariant", 7] },
  },
  {
    name: "release stores among barriers, and an old value kept by the same statement",
    spec: `
      extends Integers
      shared var x = 0, y = 0, z = 0
      process p = 1 var r = 0 {
        a: x := 1; r := y || y := 2; b: release y := 1; m: wmb; c: z := 1; release x := 2; d: x := r
      }
      process q = 2 var r = 9, s = 9, t = 9 { a: r := z; b: s := y; c: t := x }
      invariant Old == p.r = 0`,
    expected: { sc: ["holds", 87, 62, 9], tso: ["holds", 327, 170, 15], weak: ["holds", 400, 200, 15] },
  },
  {
    name: "right sides and indices see the words from before their statement",
    spec: `
      extends Integers
      shared var i = 1, x = [j \\in 1..2 |-> 0]
      process p = 1 var old = 9, new = 9 {
        atomic a: old := x[i] || x[i] := 5;
        atomic b: old := i + old || i := x[i];
        c: new := i
      }
      process q = 2 var r = 0 { a: r := i }
      Kept(v, at) == pc[1] = at => p.old = v
      invariant Old == Kept(0, "b") /\\ Kept(1, "c") /\\ (pc[1] = "Done" => p.new = 5)`,
    expected: { sc: ["holds", 14, 10, 5], tso: ["holds", 37, 20, 7], weak: ["holds", 54, 26, 7] },
  },
  {
    name: "a field that no step stores to",
    spec: `
      extends Integers
      shared var task = [i \\in {1, 2} |-> [state |-> "run", prio |-> 0, name |-> i]]
      process p \\in {1, 2} var r = 0 {
        a: r := task[3 - self].name;
        b: task[self].state := "wait";
        c: task[r].prio := task[self].name
      }
      invariant Sane == \\A i \\in {1, 2} : task[i].name = i`,
    expected: { sc: ["holds", 26, 16, 7], tso: ["holds", 108, 49, 11], weak: ["holds", 161, 64, 11] },
  },
  {
    name: "coherence of one word",
    spec: two("x = 0", "a: x := 1; b: x := 2", "a: r := x; b: s := x", "q.r = 2 /\\ q.s # 2"),
    expected: { sc: ["holds", 25, 19, 5], tso: ["holds", 51, 31, 7], weak: ["holds", 51, 31, 7] },
  },
  {
    name: "reads that are not reordered before stores of others (load buffering)",
    spec: two("x = 0, y = 0", "a: r := y; b: x := 1", "a: r := x; b: y := 1", "p.r = 1 /\\ q.r = 1"),
    expected: { sc: ["holds", 18, 13, 5], tso: ["holds", 37, 22, 7], weak: ["holds", 37, 22, 7] },
  },
  {
    name: "2+2W: two stores each, in opposite orders",
    spec: `
      extends Integers
      shared var x = 0, y = 0
      process p = 1 { a: x := 1; b: y := 2; c: fence }
      process q = 2 { a: y := 1; b: x := 2; c: fence }
      invariant Never == ~(${both} /\\ x = 1 /\\ y = 1)`,
    expected: { sc: ["holds", 42, 28, 7], tso: ["holds", 122, 65, 11], weak: ["invariant", 11] },
  },
  {
    name: "forwarding: a CPU sees its own stores before anyone else",
    spec: two(
      "x = 0, y = 0",
      "a: x := 1; b: r := x; c: s := y",
      "a: y := 1; b: r := y; c: s := x",
      "(p.r = 0 \\/ q.r = 0)",
    ),
    expected: { sc: ["holds", 32, 22, 7], tso: ["holds", 136, 62, 9], weak: ["holds", 136, 62, 9] },
  },
  {
    name: "independent reads of independent writes, each pair of reads in order",
    spec: `
      extends Integers
      shared var x = 0, y = 0
      process wx = 1 { a: x := 1 }
      process wy = 2 { a: y := 1 }
      process p = 3 var r = 0, s = 0 { a: r := x; b: s := y }
      process q = 4 var r = 0, s = 0 { a: r := y; b: s := x }
      invariant Never == ~(pc[3] = "Done" /\\ pc[4] = "Done" /\\ p.r = 1 /\\ p.s = 0 /\\ q.r = 1 /\\ q.s = 0)`,
    expected: { sc: ["holds", 172, 97, 7], tso: ["holds", 355, 164, 9], weak: ["holds", 355, 164, 9] },
  },
  {
    name: "an atomic step that reads all words at once",
    spec: `
      extends Integers
      const CPU = {1, 2}
      shared var cnt = [c \\in CPU |-> 0]
      Sum == cnt[1] + cnt[2]
      process p \\in CPU { up: cnt[self] := @ + 1; down: cnt[self] := @ - 1 }
      process q = 3 var sum = 0 { atomic add: sum := Sum; atomic all: sum := cnt[1] + sum }
      invariant Sane == q.sum \\in 0..3`,
    expected: { sc: ["holds", 106, 57, 7], tso: ["holds", 502, 198, 11], weak: ["holds", 502, 198, 11] },
  },
  {
    name: "Dekker's entry protocol",
    spec: `
      extends Integers
      shared var flag = [i \\in {1, 2} |-> FALSE]
      process p \\in {1, 2} {
        want: flag[self] := TRUE;
        look: if (~flag[3 - self]) { cs: skip };
        leave: flag[self] := FALSE
      }
      invariant Mutex == ~(pc[1] = "cs" /\\ pc[2] = "cs")`,
    expected: { sc: ["holds", 40, 24, 7], tso: ["invariant", 5], weak: ["invariant", 5] },
  },
  {
    name: "Dekker's entry protocol with fences",
    spec: `
      extends Integers
      shared var flag = [i \\in {1, 2} |-> FALSE]
      process p \\in {1, 2} {
        want: flag[self] := TRUE;
        mb: fence;
        look: if (~flag[3 - self]) { cs: skip };
        leave: flag[self] := FALSE
      }
      invariant Mutex == ~(pc[1] = "cs" /\\ pc[2] = "cs")`,
    expected: { sc: ["holds", 60, 35, 9], tso: ["holds", 115, 63, 13], weak: ["holds", 115, 63, 13] },
  },
  {
    name: "a sequence lock without its barriers",
    spec: `
      extends Integers
      shared var seq = 0, a = 0, b = 0
      process writer = 1 { odd: seq := 1; x: a := 1; y: b := 1; even: seq := 2 }
      process reader = 2 var s = 0, ra = 0, rb = 0, t = 0 {
        begin: s := seq; ra: ra := a; rb: rb := b; end: t := seq
      }
      invariant Consistent == (pc[2] = "Done" /\\ reader.s = reader.t /\\ reader.s % 2 = 0) => reader.ra = reader.rb`,
    expected: { sc: ["holds", 129, 91, 9], tso: ["holds", 363, 192, 13], weak: ["invariant", 8] },
  },
  {
    name: "a sequence lock",
    spec: `
      extends Integers
      shared var seq = 0, a = 0, b = 0
      process writer = 1 {
        odd: seq := 1; wmb;
        x: a := 1; y: b := 1;
        even: wmb; seq := 2
      }
      process reader = 2 var s = 0, ra = 0, rb = 0, t = 0 {
        begin: s := seq; ra: ra := a; rb: rb := b; end: t := seq
      }
      invariant Consistent == (pc[2] = "Done" /\\ reader.s = reader.t /\\ reader.s % 2 = 0) => reader.ra = reader.rb`,
    expected: { sc: ["holds", 129, 91, 9], tso: ["holds", 363, 192, 13], weak: ["holds", 448, 220, 13] },
  },
  {
    name: "elements and fields are words of their own",
    spec: `
      extends Integers
      shared var task = [i \\in {1, 2} |-> [state |-> "run", flags |-> 0, comm |-> i]],
                 head = [next |-> 0, len |-> 0]
      process p \\in {1, 2} var r = 0, f = "" {
        a: task[self].state := "wait"; head.next := self;
        b: task[self].flags := task[self].flags + 1;
        c: f := task[3 - self].state;
        atomic d: r := head.next + task[self].comm + Size(task[self].state)
      }
      Size(s) == IF s = "run" THEN 1 ELSE 2
      invariant Sane == \\A i \\in {1, 2} : task[i].comm = i /\\ p[i].r \\in 0..6`,
    expected: { sc: ["holds", 97, 65, 9], tso: ["holds", 1782, 677, 15], weak: ["holds", 7091, 1893, 15] },
  },
  {
    name: "an rmw lock and a release to unlock it",
    spec: `
      extends Integers
      shared var lock = FALSE, x = 0
      process p \\in {1, 2} var r = 0 {
        take: await ~lock; rmw lock := TRUE;
        read: r := x;
        write: x := r + 1;
        drop: release lock := FALSE
      }
      invariant Counted == (\\A i \\in {1, 2} : pc[i] = "Done") => \\E i \\in {1, 2} : seen(i, x) = 2`,
    expected: { sc: ["holds", 19, 17, 9], tso: ["holds", 39, 29, 13], weak: ["holds", 39, 29, 13] },
  },
  {
    name: "a lock dropped by a plain store",
    spec: `
      extends Integers
      shared var lock = FALSE, x = 0
      process p \\in {1, 2} var r = 0 {
        take: await ~lock; rmw lock := TRUE;
        read: r := x;
        write: x := r + 1;
        drop: lock := FALSE
      }
      invariant NoLoss == p[1].r # p[2].r \\/ \\E i \\in {1, 2} : pc[i] \\in {"take", "read"}`,
    expected: { sc: ["holds", 19, 17, 9], tso: ["holds", 39, 29, 13], weak: ["invariant", 8] },
  },
  {
    name: "procedures that store and read, on the CPU of their caller",
    spec: `
      extends Integers
      const CPU = {0, 1}
      shared var x = [c \\in CPU |-> 0], y = 0
      procedure put(c, v) { put: x[c] := v; done: return }
      procedure get(c) var old { get: old := x[c]; y := old + this_cpu; done: return }
      process p = 10 on cpu = 0 { a: call put(0, 1); b: call get(1) }
      process q \\in {20} on cpu \\in CPU { a: call put(1, 2); b: call get(0) }
      invariant Sane == y \\in 0..3`,
    expected: { sc: ["holds", 225, 134, 13], tso: ["holds", 1404, 585, 17], weak: ["holds", 2606, 901, 17] },
  },
  {
    name: "migration takes the stores along",
    spec: `
      extends Integers
      const CPU = {0, 1}
      shared var x = 0
      process p = "p" on cpu = 0 var r = 0 { a: x := 1; b: migrate to 1; c: r := x }
      process q = "q" on cpu = 1 var r = 0 { a: r := x; b: x := r + 2 }
      invariant Never == ~(pc["p"] = "Done" /\\ p.r = 0)`,
    expected: { sc: ["holds", 32, 23, 6], tso: ["holds", 57, 36, 8], weak: ["holds", 57, 36, 8] },
  },
  {
    name: "a process that is moved without its stores, by sharing a CPU",
    spec: `
      extends Integers
      const CPU = {0, 1}
      shared var x = 0
      process p = "p" on cpu = 0 { a: x := 1 }
      process same = "s" on cpu = 0 var r = 0 { a: await pc["p"] = "Done"; b: r := x }
      process other = "o" on cpu = 1 var r = 0 { a: await pc["p"] = "Done"; b: r := x }
      invariant Same == pc["s"] = "Done" => same.r = 1
      reachable Late == pc["o"] = "Done" /\\ other.r = 0`,
    expected: { sc: ["holds", 15, 10, 6], tso: ["holds", 40, 22, 7], weak: ["holds", 40, 22, 7] },
  },
  {
    name: "a grace period waits for everybody's stores",
    spec: `
      extends Integers
      shared var x = 0, gone = FALSE
      process p = 1 { a: x := 1 }
      process q = 2 var r = 0 { a: await pc[1] = "Done"; grace; b: r := x; c: gone := TRUE }
      invariant Never == ~(pc[2] = "Done" /\\ q.r = 0)`,
    expected: { sc: ["holds", 6, 5, 5], tso: ["holds", 9, 7, 7], weak: ["holds", 9, 7, 7] },
  },
  {
    name: "conditions of whole processes, which look at memory itself",
    spec: `
      extends Integers
      const CPU = {0, 1}
      shared var x = 0
      var owner = [c \\in CPU |-> "none"]
      Free(c, me) == owner[c] \\in {"none", me}
      procedure twice() { one: x := x + 1; two: x := x + 1; return }
      process p \\in {"a", "b"} on cpu = 0 when Free(cpu, self) /\\ x < 2 {
        enter: owner[cpu] := self;
        go: call twice();
        out: owner[cpu] := "none"
      }
      process q = "q" on cpu = 1 var r = 0 { a: r := x }
      invariant Alone == \\E c \\in {"a", "b"} : pc[c] # "two"`,
    expected: { sc: ["deadlock", 6], tso: ["deadlock", 8], weak: ["deadlock", 8] },
  },
  {
    name: "ways through one step that store different words",
    spec: `
      extends Integers
      shared var x = 0, y = 0, z = 0
      process p = 1 var l = 0, m = 0 {
        a: either { x := 1; l := 1 } or { with (v \\in {1, 2}) { y := v } };
           if (l = 1) { m := x; z := m } else { skip };
        b: if (l = 1) { goto d };
        c: z := 3;
        c2: rmw m := 4;
        d: skip
      }
      process q = 2 var r = 0 { a: r := z; b: await z # 0; fence }
      invariant Order == q.r \\in {0, 1, 3}`,
    expected: { sc: ["holds", 83, 55, 8], tso: ["holds", 141, 83, 10], weak: ["holds", 203, 108, 10] },
  },
  {
    name: "definitions that read memory, used in steps and in invariants",
    spec: `
      extends Integers
      shared var x = 0, y = 0
      X == x
      Bigger(n) == X > n
      Both == <<seen(1, X), seen(2, x)>>
      process p = 1 var r = 0 { a: x := 1; b: await Bigger(0); c: with (now = X) { if (now = 1) { r := now } }; d: r := Both[2] }
      process q = 2 { atomic a: await Bigger(0); y := X }
      invariant Late == y # 0 => X = 1
      invariant Mine == pc[1] \\in {"b", "c", "d"} => Both[1] = 1`,
    expected: { sc: ["holds", 13, 9, 6], tso: ["holds", 32, 20, 8], weak: ["holds", 32, 20, 8] },
  },
  {
    name: "binders of one step one after the other, indices of two parts, domains",
    spec: `
      extends Integers
      const CPU = {1, 2}
      shared var m = [i \\in CPU, j \\in {0, 1} |-> 0], x = 0, t = [a |-> [b |-> [c \\in CPU |-> 0]]]
      process p = 1 var l = 0 {
        a: with (i \\in CPU) { m[i, 1] := i || l := i }; with (i \\in DOMAIN m) { x := i[1] };
        b: with (v = m[l, 1]) { await \\A i \\in DOMAIN m : i[2] < 2; x := v };
        c: wmb;
        d: t.a.b[l] := x
      }
      process q = 2 var r = 0 { a: r := t.a.b[2]; b: if (r # 0) { rmw x := m[r, 1] } else { r := x }; c: skip }
      invariant Ordered == pc[2] = "b" /\\ q.r # 0 => m[2, 1] = 2`,
    expected: { sc: ["holds", 145, 77, 8], tso: ["holds", 633, 277, 12], weak: ["holds", 1109, 421, 12] },
  },
];
