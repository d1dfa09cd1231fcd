/** Module Statistics: the chi-square test of goodness of fit. */
import { codes, excerpt, integers, isInteger, type Value, ValueError } from "../../../values/index.js";
import { entriesOf, mapping, type NativeTable, pure, wrong } from "../native.js";

/** The operator of Statistics. */
export const statistics: NativeTable = {
  ChiSquare: pure(3, (expected, actual, alpha) => {
    const level = typeof alpha === "string" && alpha.trim() !== "" ? Number(alpha) : Number.NaN;
    if (!(level > 0 && level <= 0.5)) {
      throw wrong(alpha!, "third", "ChiSquare", 'a number above 0 and up to 0.5 as a string, such as "0.05"');
    }
    const wanted = counts(expected!, "first", 1);
    const found = counts(actual!, "second", 0);
    if (wanted.length < 2 || wanted.length !== found.length) {
      throw new ValueError(
        codes.argument,
        `ChiSquare compares functions on the same two arguments or more, but was given ${excerpt(expected!)} and ${excerpt(actual!)}`,
        [expected!, actual!],
      );
    }
    // What is expected counts by its proportions.
    const scale = sum(found) / sum(wanted);
    const distance = sum(wanted.map((count, i) => (found[i]! - count * scale) ** 2 / (count * scale)));
    return upperGamma((wanted.length - 1) / 2, distance / 2) >= level;
  }),
};

function counts(f: Value, which: "first" | "second", least: 0 | 1): number[] {
  return entriesOf(mapping(f, which, "ChiSquare")).map(([, count]) => {
    if (isInteger(count) && count >= least) return Number(integers.add(count, 0));
    throw wrong(f, which, "ChiSquare", `a function with values of ${least} or more`);
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * The regularised upper incomplete gamma function Q(a, x): the series for small x, the continued fraction beyond
 * (Abramowitz and Stegun 6.5.29 and 6.5.31, the latter by Lentz's method).
 */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let total = term;
    for (let n = 1; Math.abs(term) > Math.abs(total) * 1e-16; n++) {
      term *= x / (a + n);
      total += term;
    }
    return 1 - total * factor;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || 1e-300);
    c = b + numerator / c || 1e-300;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction * factor;
}

/** log Gamma(a) for a = 1/2, 1, 3/2, 2 and so on, which is all that a number of degrees of freedom gives. */
function logGamma(a: number): number {
  let result = a % 1 === 0 ? 0 : Math.log(Math.sqrt(Math.PI));
  for (let factor = a % 1 === 0 ? 1 : 0.5; factor < a; factor++) result += Math.log(factor);
  return result;
}
