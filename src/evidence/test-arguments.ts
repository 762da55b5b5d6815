import type ts from "typescript";
import { typescript } from "../interface/typescript.ts";
import { type Constants, isText, titleText } from "./title-text.ts";

/** What a call of a test or suite function is given. */
export interface TestArguments {
  /** Null where nothing in the call is a title. */
  readonly title: { readonly text: string; readonly end: number; readonly literal: boolean } | null;
  /** The function that holds the test or the suite, null for pending ones and for functions passed by name. */
  readonly body: ts.FunctionLikeDeclaration | null;
  /** True where the call is given a function, in place or by name. */
  readonly runs: boolean;
  /** From an options object (`{ skip: true }`), else from what the body does first of all (`t.skip()`). */
  readonly state: "active" | "skip" | "todo";
}

/** Reads the arguments of a call such as `it("title", { skip: true }, () => {})`. */
export function readArguments(call: ts.CallExpression, constants: Constants): TestArguments {
  const ts = typescript();
  const [first] = call.arguments;
  const functions = call.arguments.map(functionOf).filter((body) => body !== null);
  const body = functions[0] ?? null;
  const options = call.arguments.find((argument) => ts.isObjectLiteralExpression(argument));
  const named = call.arguments
    .slice(1)
    .some((argument) => ts.isIdentifier(argument) || ts.isPropertyAccessExpression(argument));
  const wrapped = call.arguments.slice(1).some((argument) => ts.isCallExpression(argument));
  return {
    title: first === undefined ? null : readTitle(first, constants),
    body,
    runs: body !== null || named || wrapped,
    state: options === undefined ? "active" : stateOfOptions(options),
  };
}

function readTitle(first: ts.Expression, constants: Constants): TestArguments["title"] {
  const ts = typescript();
  const end = first.getEnd();
  const body = functionOf(first);
  if (body !== null) return body.name ? { text: body.name.getText(), end: body.name.getEnd(), literal: true } : null;
  if (ts.isObjectLiteralExpression(first)) {
    const name = property(first, "name");
    return name === undefined ? null : { text: titleText(name, constants), end: name.getEnd(), literal: isText(name) };
  }
  if (ts.isArrayLiteralExpression(first) || ts.isCallExpression(first)) return callTitle(first, constants, end);
  return { text: titleText(first, constants), end, literal: isText(first) };
}

/** `describe(title("x"), …)` is a title that only a run knows; a table's rows are none. */
function callTitle(first: ts.Expression, constants: Constants, end: number): TestArguments["title"] {
  if (!typescript().isCallExpression(first)) return null;
  return { text: titleText(first, constants), end, literal: false };
}

function functionOf(argument: ts.Expression): ts.FunctionLikeDeclaration | null {
  const ts = typescript();
  if (ts.isParenthesizedExpression(argument)) return functionOf(argument.expression);
  return ts.isArrowFunction(argument) || ts.isFunctionExpression(argument) ? argument : null;
}

function stateOfOptions(options: ts.ObjectLiteralExpression): TestArguments["state"] {
  if (isOn(property(options, "skip"))) return "skip";
  return isOn(property(options, "todo")) ? "todo" : "active";
}

/** Only what is surely on counts: `skip: isWindows` may run. */
function isOn(value: ts.Expression | undefined): boolean {
  const ts = typescript();
  if (value === undefined) return false;
  return (
    value.kind === ts.SyntaxKind.TrueKeyword || (isText(value) && !(ts.isStringLiteral(value) && value.text === ""))
  );
}

function property(object: ts.ObjectLiteralExpression, key: string): ts.Expression | undefined {
  const ts = typescript();
  for (const member of object.properties) {
    if (ts.isPropertyAssignment(member) && !ts.isComputedPropertyName(member.name) && member.name.text === key) {
      return member.initializer;
    }
  }
  return undefined;
}

/**
 * What a test's body does to the test itself: `t.skip()`, `this.skip()`, `test.fixme()`, `t.todo("reason")` among its own
 * statements. One that hangs on a condition may run, so it says nothing.
 */
export function stateOfBody(body: ts.FunctionLikeDeclaration, contexts: ReadonlySet<string>): TestArguments["state"] {
  const ts = typescript();
  const block = body.body;
  if (block === undefined) return "active";
  const expressions = ts.isBlock(block)
    ? block.statements.map((statement) =>
        ts.isExpressionStatement(statement) || ts.isReturnStatement(statement) ? statement.expression : undefined,
      )
    : [block];
  for (const expression of expressions) {
    const mark = expression && markOf(expression, contexts);
    if (mark) return mark;
  }
  return "active";
}

function markOf(expression: ts.Expression, contexts: ReadonlySet<string>): "skip" | "todo" | null {
  const ts = typescript();
  if (!ts.isCallExpression(expression)) return null;
  const [first] = expression.arguments;
  if (first !== undefined && !(expression.arguments.length === 1 && isOn(first))) return null;
  const target = expression.expression;
  const name = ts.isIdentifier(target) ? target : ts.isPropertyAccessExpression(target) ? target.name : null;
  if (name === null || !/^(?:skip|fixme|todo)$/u.test(name.text)) return null;
  const owner = ts.isPropertyAccessExpression(target) ? target.expression : target;
  const known = owner.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(owner) && contexts.has(owner.text));
  return known ? (name.text === "todo" ? "todo" : "skip") : null;
}

/** The names through which a test's body reaches its own context: `t`, or what is taken out of it (`{ skip }`). */
export function contextNames(body: ts.FunctionLikeDeclaration): readonly string[] {
  const ts = typescript();
  const name = body.parameters[0]?.name;
  if (name === undefined) return [];
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) && ts.isIdentifier(element.name) ? [element.name.text] : [],
  );
}
