import type ts from "typescript";
import { typescript } from "../interface/typescript.ts";

/** What the function in front of a call's parentheses makes: a test, a suite, or (a namespace) neither by itself. */
export interface TestCallee {
  readonly role: "case" | "suite" | "namespace";
  readonly state: "active" | "skip" | "todo";
  readonly only: boolean;
  /** `.each`, `.skipIf`…: gives the function when called, so the call itself makes nothing. */
  readonly factory: "table" | "skip-if" | "run-if" | "other" | null;
  /** True for a member that is no modifier known here (`it.effect`): a test only where title and function say so. */
  readonly custom: boolean;
}

/** Names of a file → what calling them makes. */
export type TestNames = ReadonlyMap<string, TestCallee>;

/** A plain test or suite function. */
export function callee(role: TestCallee["role"], more: Partial<TestCallee> = {}): TestCallee {
  return { role, state: "active", only: false, factory: null, custom: false, ...more };
}

const hooks = new Set(
  "before after beforeEach afterEach beforeAll afterAll aroundEach aroundAll use configure setTimeout slow info expect mock".split(
    " ",
  ),
);
const plainModifiers = new Set(
  "concurrent sequential parallel serial shuffle fails failing fail default extend override scoped".split(" "),
);

/** True for what runs around tests: `beforeEach`, `test.afterAll`… */
export function isHook(expression: ts.Expression): boolean {
  const ts = typescript();
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return ts.isIdentifier(name) && hooks.has(name.text);
}

/** Reads the chain in front of a call's parentheses (`test.describe.only`, `it.each(rows)`); null where it is no test function. */
export function readCallee(expression: ts.Expression, names: TestNames): TestCallee | null {
  const ts = typescript();
  if (ts.isIdentifier(expression)) return names.get(expression.text) ?? null;
  if (ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression) || ts.isAsExpression(expression)) {
    return readCallee(expression.expression, names);
  }
  if (ts.isConditionalExpression(expression)) return readConditional(expression, names);
  if (ts.isPropertyAccessExpression(expression)) {
    const owner = readCallee(expression.expression, names);
    return owner && readMember(owner, expression.name.text);
  }
  if (ts.isTaggedTemplateExpression(expression)) {
    const tag = readCallee(expression.tag, names);
    return tag?.factory === "table" ? { ...tag, factory: null } : null;
  }
  return ts.isCallExpression(expression) ? readFactoryCall(expression, names) : null;
}

function readMember(owner: TestCallee, member: string): TestCallee | null {
  if (hooks.has(member)) return null;
  if (member === "describe" || member === "suite" || member === "context") return { ...owner, role: "suite" };
  if (member === "it" || member === "test" || member === "specify" || member === "step")
    return { ...owner, role: "case" };
  if (owner.role === "namespace") return member === "default" ? { ...owner, role: "case" } : null;
  if (member === "skip" || member === "fixme") return { ...owner, state: "skip" };
  if (member === "todo") return { ...owner, state: "todo" };
  if (member === "only") return { ...owner, only: true };
  if (member === "each" || member === "for") return { ...owner, factory: "table" };
  if (member === "skipIf" || member === "todoIf") return { ...owner, factory: "skip-if" };
  if (member === "runIf" || member === "if") return { ...owner, factory: "run-if" };
  return plainModifiers.has(member) ? owner : { ...owner, custom: true };
}

function readFactoryCall(call: ts.CallExpression, names: TestNames): TestCallee | null {
  const { SyntaxKind } = typescript();
  const factory = readCallee(call.expression, names);
  if (factory === null) return null;
  const condition = call.arguments[0]?.kind;
  const off =
    (factory.factory === "skip-if" && condition === SyntaxKind.TrueKeyword) ||
    (factory.factory === "run-if" && condition === SyntaxKind.FalseKeyword);
  return { ...factory, factory: null, ...(off ? { state: "skip" as const } : {}) };
}

/** `(condition ? it : it.skip)` may run, so it counts as the branch that does. */
function readConditional(expression: ts.ConditionalExpression, names: TestNames): TestCallee | null {
  const yes = readCallee(expression.whenTrue, names);
  const no = readCallee(expression.whenFalse, names);
  return yes === null || (no !== null && yes.state !== "active") ? (no ?? yes) : yes;
}
