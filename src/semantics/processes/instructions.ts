/** The text of a process or procedure with macros and inlines expanded, and labels standing for themselves. */
import type {
  Assignment,
  BarrierStatement,
  Expr,
  MigrateStatement,
  Name,
  Pattern,
  Selector,
} from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";

/** A step of a process or procedure: what lies between its label and the next. */
export interface Step {
  /** The label as written. */
  readonly label: string;
  /** Unique within its owner; what the user sees. */
  name: string;
  /** The value of `pc` while the step is the next to be taken. */
  pc: string;
  /** The name of its definition in the module. */
  definition: string;
  /** Written in the owner itself, not in an inline that it uses. */
  readonly own: boolean;
  readonly rest: boolean;
  /** May read several shared words under any memory model. */
  readonly atomic: boolean;
  readonly c: string | null;
  readonly anchor: string | null;
  readonly span: Span;
}

/** Where the labels of a body are known; an inline's labels are its own, and it sees those of its user. */
export interface LabelScope {
  readonly outer: LabelScope | null;
  readonly steps: Map<string, Step>;
}

export type Code = readonly Instruction[];

export interface AssignPart {
  readonly variable: Name;
  readonly path: readonly Selector[];
  readonly value: Expr;
  readonly span: Span;
}

/** An instruction; `use` is where the macro is used that it comes from, the outermost one. */
export type Instruction = Operation & { readonly use?: Span };

type Operation =
  | { readonly kind: "label"; readonly step: Step; readonly span: Span }
  | {
      readonly kind: "assign";
      readonly order: Assignment["order"];
      readonly parts: readonly AssignPart[];
      readonly span: Span;
    }
  | {
      readonly kind: "if";
      readonly condition: Expr;
      readonly then: Code;
      readonly else: Code;
      readonly span: Span;
    }
  | { readonly kind: "while"; readonly condition: Expr; readonly body: Code; readonly span: Span }
  | { readonly kind: "either"; readonly branches: readonly Code[]; readonly span: Span }
  | {
      readonly kind: "with";
      readonly pattern: Pattern;
      readonly relation: "in" | "equals";
      readonly expr: Expr;
      readonly body: Code;
      readonly span: Span;
    }
  | { readonly kind: "await"; readonly condition: Expr; readonly span: Span }
  | { readonly kind: "assert"; readonly condition: Expr; readonly span: Span }
  | { readonly kind: "print"; readonly value: Expr; readonly span: Span }
  | { readonly kind: "skip"; readonly span: Span }
  | { readonly kind: "goto"; readonly label: Name; readonly scope: LabelScope; readonly span: Span }
  | { readonly kind: "call"; readonly procedure: Name; readonly args: readonly Expr[]; readonly span: Span }
  | { readonly kind: "return"; readonly span: Span }
  | BarrierStatement
  | MigrateStatement;

/** Whether an instruction goes to another step, or has steps inside: what follows it then needs a label. */
export function leavesStep(instruction: Instruction): boolean {
  switch (instruction.kind) {
    case "label":
    case "goto":
    case "call":
    case "return":
      return true;
    case "if":
      return instruction.then.some(leavesStep) || instruction.else.some(leavesStep);
    case "either":
      return instruction.branches.some((branch) => branch.some(leavesStep));
    case "while":
    case "with":
      return instruction.body.some(leavesStep);
    case "assign":
    case "await":
    case "assert":
    case "print":
    case "skip":
    case "barrier":
    case "migrate":
      return false;
    default:
      return instruction satisfies never;
  }
}

/** The same code, marked as coming from the use of a macro. */
export function markUse(code: Code, use: Span): Code {
  const mark = (inner: Code): Code => markUse(inner, use);
  return code.map((instruction): Instruction => {
    switch (instruction.kind) {
      case "if":
        return { ...instruction, then: mark(instruction.then), else: mark(instruction.else), use };
      case "either":
        return { ...instruction, branches: instruction.branches.map(mark), use };
      case "while":
      case "with":
        return { ...instruction, body: mark(instruction.body), use };
      case "label":
      case "assign":
      case "await":
      case "assert":
      case "print":
      case "skip":
      case "goto":
      case "call":
      case "return":
      case "barrier":
      case "migrate":
        return { ...instruction, use };
      default:
        return instruction satisfies never;
    }
  });
}

/** The first instruction for which `wanted` holds, inner ones included. */
export function findInstruction(code: Code, wanted: (one: Instruction) => boolean): Instruction | undefined {
  for (const instruction of code) {
    if (wanted(instruction)) return instruction;
    const inner =
      instruction.kind === "if"
        ? [instruction.then, instruction.else]
        : instruction.kind === "either"
          ? instruction.branches
          : instruction.kind === "while" || instruction.kind === "with"
            ? [instruction.body]
            : [];
    for (const body of inner) {
      const found = findInstruction(body, wanted);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
