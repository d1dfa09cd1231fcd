/** What steps become under a memory model: the text of the module. */
import { describe, expect, it } from "vitest";
import { exportSpec } from "../../src/semantics/export.js";
import { definitions, prepared } from "./support.js";

const spec = `extends Integers
const CPU = {1, 2}
shared var x = 0, f = [c \\in CPU |-> [n |-> 0, k |-> c]]
var v = 0
process p \\in {"a", "b"} on cpu \\in CPU { store: f[this_cpu].n := @ + 1; read: v := f[1].k; migrate to 2 }
process q = "q" on cpu = 1 { order: x := v; second: release x := seen(2, f[2].n); barrier: wmb }
`;

function translated(memory: "tso" | "weak", text = spec) {
  return prepared(text, { memory, buffer: 2 }).translation!;
}

describe("tso", () => {
  it("puts stores into the CPU's buffer, and lays it over what is read", () => {
    const names = ["store", "read", "second", "seen_f_at_n", "seen_f_at", "seen_f_at_k", "seen_x"];
    expect(definitions(translated("tso"), ...names).split("\n")).toEqual([
      `seen_f_at_n(b, i) == Latest(b, "f[].n", <<i>>, f[i].n)`,
      `seen_f_at_k(b, i) == f[i].k`,
      `store(self) == /\\ pc[self] = "store" /\\ Len(buffer[p_cpu[self]]) < 2 /\\ pc' = [pc EXCEPT ` +
        `![self] = "read"] /\\ buffer' = [buffer EXCEPT ![p_cpu[self]] = Append(buffer[p_cpu[self]], ` +
        `[word |-> "f[].n", index |-> <<p_cpu[self]>>, value |-> seen_f_at_n(buffer[p_cpu[self]], ` +
        `p_cpu[self]) + 1])] /\\ UNCHANGED <<x, f, v, p_cpu, q_cpu>>`,
      `read(self) == /\\ pc[self] = "read" /\\ v' = seen_f_at_k(buffer[p_cpu[self]], 1) /\\ ` +
        `buffer[p_cpu[self]] = <<>> /\\ Assert(2 \\in CPU, "p migrates to a CPU that is not in CPU") /\\ p_cpu' = [p_cpu EXCEPT ![self] = 2] /\\ pc' = [pc EXCEPT ` +
        `![self] = "Done"] /\\ UNCHANGED <<x, f, q_cpu, buffer>>`,
      `second == /\\ pc["q"] = "second" /\\ Len(buffer[q_cpu]) < 2 /\\ pc' = [pc EXCEPT !["q"] = ` +
        `"barrier"] /\\ buffer' = [buffer EXCEPT ![q_cpu] = Append(buffer[q_cpu], [word |-> "x", index |-> ` +
        `<<>>, value |-> seen_f_at_n(buffer[2], 2)])] /\\ UNCHANGED <<x, f, v, p_cpu, q_cpu>>`,
    ]);
  });

  it("shows the oldest store first", () => {
    expect(definitions(translated("tso"), "flush", "Next", "Spec").split("\n")).toEqual([
      `flush(cpu) == /\\ buffer[cpu] /= <<>> /\\ LET store_1 == Head(buffer[cpu]) IN /\\ x' = IF ` +
        `store_1.word = "x" THEN store_1.value ELSE x /\\ f' = IF store_1.word = "f[].n" THEN [f EXCEPT ` +
        `![store_1.index[1]].n = store_1.value] ELSE f /\\ buffer' = [buffer EXCEPT ![cpu] = Tail(@)] ` +
        `/\\ UNCHANGED <<v, p_cpu, q_cpu, pc>>`,
      `Next == \\/ \\E self \\in {"a", "b"} : p(self) \\/ q \\/ \\E cpu \\in CPU : flush(cpu) \\/ ` +
        `Terminating`,
      `Spec == /\\ Init /\\ [][Next]_vars /\\ \\A cpu \\in CPU : WF_vars(flush(cpu))`,
    ]);
  });
});

describe("weak", () => {
  it("keeps the order only where a barrier or a release store stands", () => {
    expect(
      definitions(translated("weak"), "second", "barrier", "flush", "Barrier", "Stores", "Without").split(
        "\n",
      ),
    ).toEqual([
      `Stores(b) == Len(SelectSeq(b, LAMBDA entry : entry.word /= "(wmb)"))`,
      `Barrier(b) == IF b = <<>> \\/ b[Len(b)].word = "(wmb)" THEN b ELSE Append(b, [word |-> ` +
        `"(wmb)", index |-> <<>>, value |-> "", release |-> FALSE])`,
      `Without(b, k) == LET rest == SubSeq(b, 1, k - 1) \\o SubSeq(b, k + 1, Len(b)) IN IF rest /= ` +
        `<<>> /\\ Head(rest).word = "(wmb)" THEN Tail(rest) ELSE rest`,
      `flush(cpu) == \\E k \\in 1..2 : /\\ k <= Len(buffer[cpu]) /\\ \\A j \\in 1..k : ` +
        `buffer[cpu][j].word /= "(wmb)" /\\ \\A j \\in 1..k - 1 : buffer[cpu][j].word = ` +
        `buffer[cpu][k].word => buffer[cpu][j].index /= buffer[cpu][k].index /\\ buffer[cpu][k].release => ` +
        `k = 1 /\\ LET store_1 == buffer[cpu][k] IN /\\ x' = IF store_1.word = "x" THEN store_1.value ELSE x /\\ f' = IF ` +
        `store_1.word = "f[].n" THEN [f EXCEPT ![store_1.index[1]].n = store_1.value] ELSE f /\\ ` +
        `buffer' = [buffer EXCEPT ![cpu] = Without(@, k)] /\\ UNCHANGED <<v, p_cpu, q_cpu, pc>>`,
      `second == /\\ pc["q"] = "second" /\\ Stores(buffer[q_cpu]) < 2 /\\ pc' = [pc EXCEPT !["q"] = ` +
        `"barrier"] /\\ buffer' = [buffer EXCEPT ![q_cpu] = Append(buffer[q_cpu], [word |-> "x", index |-> ` +
        `<<>>, value |-> seen_f_at_n(buffer[2], 2), release |-> TRUE])] /\\ UNCHANGED <<x, f, v, p_cpu, q_cpu>>`,
      `barrier == /\\ pc["q"] = "barrier" /\\ TRUE /\\ pc' = [pc EXCEPT !["q"] = "Done"] /\\ buffer' = ` +
        `[buffer EXCEPT ![q_cpu] = Barrier(buffer[q_cpu])] /\\ UNCHANGED <<x, f, v, p_cpu, q_cpu>>`,
    ]);
  });

  it("defines nothing that is not used", () => {
    const plain = translated("weak", "shared var x = 0\nprocess p = 1 { a: x := 1 }");
    expect(
      plain.module.units.flatMap((unit) => (unit.kind === "definition" ? [unit.name.name] : [])),
    ).toEqual([
      `vars`,
      `ProcSet`,
      `Init`,
      `Stores`,
      `Without`,
      `flush`,
      `a`,
      `p`,
      `Terminating`,
      `Next`,
      `Spec`,
    ]);
  });
});

describe("ways through a step", () => {
  it("go to its end each with a buffer of its own", () => {
    const text = `shared var x = 0, y = 0
process p = 1 var l = 0 { a: with (i \\in {1, 2}) { x := i }; with (i \\in {3}) { await \\E j \\in {i} : j > l; y := i }; b: skip }`;
    expect(definitions(translated("tso", `extends Integers\n${text}`), "a")).toBe(
      `a == /\\ pc[1] = "a" /\\ \\E i \\in {1, 2} : /\\ Len(buffer[1]) < 2 /\\ \\E i_1 \\in {3} : /\\ ` +
        `\\E j \\in {i_1} : j > p_l /\\ Len(buffer[1]) < 1 /\\ pc' = [pc EXCEPT ![1] = "b"] /\\ buffer' ` +
        `= [buffer EXCEPT ![1] = Append(Append(buffer[1], [word |-> "x", index |-> <<>>, value |-> i]), ` +
        `[word |-> "y", index |-> <<>>, value |-> i_1])] /\\ UNCHANGED <<x, y, p_l>>`,
    );
  });
});

describe("names of a spec", () => {
  it("are left to it", () => {
    const text = `extends Integers
var buffer = 0, b = 1
shared var x = 0
seen_x == 7
Latest(word) == word + 1
flush == {}
process p = 1 { cpu: x := Latest(x + b + seen_x) + buffer; store: grace }
process q = 2 { k: buffer := 2 }`;
    const translation = translated("weak", text);
    expect(translation.displayNames.get("store_buffer")).toBe("store buffers");
    expect(definitions(translation, "seen_x_1", "store").split("\n")).toEqual([
      `seen_x_1(b_1) == LatestStore(b_1, "x", <<>>, x)`,
      `store == /\\ pc[1] = "store" /\\ \\A cpu_1 \\in ProcSet : store_buffer[cpu_1] = <<>> ` +
        `/\\ pc' = [pc EXCEPT ![1] = "Done"] /\\ UNCHANGED <<buffer, b, x, store_buffer>>`,
    ]);
    expect(definitions(translation, "memory_flush")).toContain("memory_flush(cpu_1) == \\E k_1 \\in 1..2 :");
  });
});

describe("the export", () => {
  it("says which memory model it spells out", () => {
    const { translation, config, program } = prepared(spec, { memory: "tso", buffer: 2 });
    const { tla } = exportSpec({ translation: translation!, config, program });
    expect(tla.split("\n").slice(0, 4)).toEqual([
      "---- MODULE S ----",
      "\\* Memory model tso: stores to x, f go through a buffer of their CPU, which holds 2 of them",
      "\\* and drains in the order of its stores; only the CPU itself sees them before that.",
      "EXTENDS Integers, Sequences, TLC",
    ]);
    expect(tla).toContain(
      "\\* memory.flush: a store that a CPU's buffer holds becomes visible\nflush(cpu) ==",
    );
    const sc = prepared(spec);
    expect(exportSpec({ ...sc, translation: sc.translation! }).tla.split("\n")[1]).toBe(
      "\\* Memory model sc: every store is visible at once.",
    );
  });
});
