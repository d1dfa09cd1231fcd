import { seeds, textHigh, textLow } from "./hash.js";
import { Structure } from "./structure.js";

/**
 * A model value: equal to itself only. There is one object per name (see `modelValue`), so that `===` compares.
 *
 * As in TLC (class ModelValue), a name of three characters or more whose second one is `_` gives the model value a
 * type, its first character: a typed model value may be compared only with model values that have the same type or
 * none, an untyped one with every value.
 */
export class ModelValue extends Structure {
  readonly kind = "model";
  /** The type's letter, or null. */
  readonly type: string | null;

  /** Use `modelValue`, which gives the same object for the same name. */
  constructor(readonly name: string) {
    super();
    this.type = name.length > 2 && name[1] === "_" ? name[0]! : null;
  }

  override hashesAtOnce(): boolean {
    return true;
  }

  protected override digest(): void {
    this.lowWord = textLow(this.name, seeds.model);
    this.highWord = textHigh(this.name, seeds.model);
    this.hashed = true;
  }

  protected override sameAs(other: Structure): boolean {
    return other instanceof ModelValue && other.name === this.name;
  }

  override toString(): string {
    return this.name;
  }

  override describe(): string {
    return this.type === null ? "a model value" : `a model value of type ${this.type}`;
  }
}

const known = new Map<string, ModelValue>();

/** The model value of a name: always the same object for the same name. */
export function modelValue(name: string): ModelValue {
  let value = known.get(name);
  if (value === undefined) {
    value = new ModelValue(name);
    known.set(name, value);
  }
  return value;
}
