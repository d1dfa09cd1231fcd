/** Module Sequences. As in TLC, Len, Tail, SubSeq and \o take strings too. */
import {
  codes,
  excerpt,
  format,
  type Integer,
  makeTuple,
  seqSet,
  type TupleValue,
  type Value,
  ValueError,
} from "../../values/index.js";
import { integer, type NativeTable, native, operator, pure, sequence, test, value, wrong } from "./native.js";

/** The operators of Sequences. */
export const sequences: NativeTable = {
  Seq: pure(1, (s) => seqSet(s!)),
  Len: pure(1, (s) => (typeof s === "string" ? s.length : sequence(s!, "only", "Len").size)),
  "\\o": pure(2, (s, t) => concatenate(s!, t!)),
  Append: pure(2, (s, v) => sequence(s!, "first", "Append").append(v!)),
  Head: pure(1, (s) => nonEmpty(sequence(s!, "only", "Head"), "Head").items.get(0)!),
  Tail: pure(1, (s) => tail(s!)),
  SubSeq: pure(3, (s, m, n) =>
    subsequence(s!, integer(m!, "second", "SubSeq"), integer(n!, "third", "SubSeq")),
  ),
  SelectSeq: native(2, ([s, passes]) => {
    const predicate = operator(passes, "SelectSeq");
    const items = sequence(value(s), "first", "SelectSeq").items;
    return makeTuple(items.filter((item) => test(predicate, "SelectSeq", item)));
  }),
};

/** s \o t, for two sequences or two strings. Throws ValueError for anything else. */
export function concatenate(s: Value, t: Value): Value {
  if (typeof s === "string") {
    if (typeof t === "string") return s + t;
    throw wrong(t, "second", "\\o", "a string, since the first is one");
  }
  const left = sequence(s, "first", "\\o");
  const right = sequence(t, "second", "\\o");
  if (left.size === 0) return right;
  if (right.size === 0) return left;
  return right.items.reduce((result: TupleValue, item) => result.append(item), left);
}

function tail(s: Value): Value {
  if (typeof s === "string") {
    if (s !== "") return s.slice(1);
    throw new ValueError(codes.emptySequence, 'Tail was applied to the empty string, ""', [s]);
  }
  return makeTuple(nonEmpty(sequence(s, "only", "Tail"), "Tail").items.shift());
}

function nonEmpty(s: TupleValue, of: string): TupleValue {
  if (s.size > 0) return s;
  throw new ValueError(codes.emptySequence, `${of} was applied to the empty sequence, << >>`, [s]);
}

/** Empty if m > n, whatever they are; else both must lie in the sequence. */
function subsequence(s: Value, m: Integer, n: Integer): Value {
  const text = typeof s === "string" ? s : null;
  const items = text === null ? sequence(s, "first", "SubSeq").items : null;
  const length = text?.length ?? items!.size;
  if (m > n) return text === null ? makeTuple([]) : "";
  for (const bound of [m, n]) {
    if (bound < 1 || bound > length) {
      throw new ValueError(
        codes.subsequence,
        `SubSeq from ${format(m)} to ${format(n)} does not lie in 1..${length}, the domain of ${excerpt(s)}`,
        [s, m, n],
      );
    }
  }
  const [from, to] = [Number(m) - 1, Number(n)];
  return text === null ? makeTuple(items!.slice(from, to)) : text.slice(from, to);
}
