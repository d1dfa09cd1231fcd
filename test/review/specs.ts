/** Small specs to be reviewed. */

/** One patch for each verdict: `Good` fails in x (p.one), in y (p.two), and not by default. */
export const VERDICTS = `spec tiny
extends Naturals

const X = FALSE
const Y = FALSE

var ok = TRUE, seen = FALSE, ended = FALSE

process p = "p" from "fs/p.c:p" {
  one: if (X) { ok := FALSE };
  two: if (Y) { ok := FALSE };
  end: seen := TRUE; ended := TRUE;
}

process q = "q" {
  go: await seen;
  fin: if (~ended) { ok := FALSE };
}

invariant Good == ok
reachable Ends == ended

scenario x { const X = TRUE }
scenario y { const Y = TRUE }

patch fixing "takes both out" {
  replace p.one { one_fixed: skip; }
  replace p.two { two_fixed: skip; }
}
patch hiding "takes one out" { replace p.one { one_fixed: skip; } }
patch moving "takes both out, and lets q run early" {
  replace p.one { one_fixed: skip; }
  replace p.two { two_early: if (Y) { seen := TRUE }; }
}
patch breaking { replace p.end { end_broken: ok := FALSE; seen := TRUE; ended := TRUE; } }
patch stopping { replace p.one { one_never: await FALSE; } }
patch idle { before p.end { note: skip; } }
patch failing { replace p.end { end_wrong: ok := (CHOOSE n \\in {} : TRUE) = 1; seen := TRUE; } }
`;

/** A patch that reads a sum word by word, while a reference moves from a word not yet read to one that was. */
export const TORN = `spec torn
extends Naturals

kernel "v6.1"

var cnt = [c \\in 0..1 |-> 0], count = 0, ret = "none"

process holder = "holder" from "fs/namei.c:path_get" {
  get "path_get()": cnt[0] := cnt[0] + 1;
  put "path_put() elsewhere": cnt[1] := cnt[1] - 1;
}

process umount = "umount" from "fs/namespace.c:do_umount" {
  both "count = cnt[0] + cnt[1]": count := cnt[0] + cnt[1];
  test "if (count)": ret := IF count < 0 THEN "underflow" ELSE "ok";
}

invariant NeverLess == ret # "underflow"
reachable Tested == ret = "ok"

patch lockless "no lock round the sum" {
  replace umount.both {
    first "count += cnt[0]": count := count + cnt[0];
    second "count += cnt[1]" from "fs/namespace.c:mnt_get_count": count := count + cnt[1];
  }
}
`;

/** Shared words, and nothing said of memory but by expectations. */
export const SHARED = `spec shared_words
shared var x = 0
var seen = "none"
process w = "w" { store: x := 1; }
process r = "r" { load: seen := IF x = 1 THEN "new" ELSE "old"; }
invariant Known == seen \\in {"none", "old", "new"}
scenario plain { }
scenario strong { memory sc }
patch idle { before r.load { note: skip; } }
expect plain memory weak: holds
`;
