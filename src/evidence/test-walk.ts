import type ts from "typescript";
import { typescript } from "../interface/typescript.ts";
import { contextNames, readArguments, stateOfBody, type TestArguments } from "./test-arguments.ts";
import { callee, isHook, readCallee, type TestCallee, type TestNames } from "./test-callee.ts";
import type { TestCase } from "./test-facts.ts";
import { importedHelpers, makesTestsElsewhere } from "./test-helpers.ts";
import { type Constants, constantsOf } from "./title-text.ts";

/** A test as the walk finds it; `only` is true where it or a suite around it is focused. */
export interface FoundCase extends TestCase {
  readonly only: boolean;
}

/** All tests of a file in source order, and whether some of them cannot be counted. */
export interface FoundTests {
  readonly cases: readonly FoundCase[];
  readonly computed: boolean;
}

interface Scope {
  readonly names: TestNames;
  readonly imported: ReadonlySet<string>;
  readonly constants: Constants;
  readonly path: readonly string[];
  readonly state: TestCase["state"];
  readonly only: boolean;
  /** False inside loops, helpers and callbacks, where one call may make any number of tests. */
  readonly countable: boolean;
  /** False where a call of a helper belongs to a test, a hook or a function, and so makes no tests by itself. */
  readonly helpers: boolean;
  report(found: FoundCase): void;
  reportComputed(): void;
}

interface Made {
  readonly call: ts.CallExpression;
  readonly target: TestCallee;
  readonly given: TestArguments;
}

/** Finds the tests of a file. One that nests too deeply throws a `RangeError`, as the parser does. */
export function findTests(file: ts.SourceFile, names: TestNames): FoundTests {
  const cases: FoundCase[] = [];
  let computed = false;
  const start = { path: [], state: "active", only: false, countable: true, helpers: true } as const;
  const report = (found: FoundCase) => void cases.push(found);
  const reportComputed = () => {
    computed = true;
  };
  visitChildren(file, {
    ...start,
    names,
    imported: importedHelpers(file),
    constants: constantsOf(file),
    report,
    reportComputed,
  });
  return { cases, computed };
}

function visitChildren(node: ts.Node, scope: Scope): void {
  typescript().forEachChild(node, (child) => visit(child, scope));
}

function visit(node: ts.Node, scope: Scope): void {
  const ts = typescript();
  if (ts.isCallExpression(node)) {
    const made = readMade(node, scope);
    if (made === null) visitCall(node, scope);
    else if (made.target.role === "suite") visitSuite(made, scope);
    else visitCase(made, scope);
    return;
  }
  if (scope.helpers && makesTestsElsewhere(node, scope)) scope.reportComputed();
  if (ts.isFunctionLike(node)) {
    visitChildren(node, { ...scope, countable: false, helpers: scope.helpers && ts.isCallExpression(node.parent) });
  } else visitChildren(node, ts.isIterationStatement(node, false) ? { ...scope, countable: false } : scope);
}

function visitCall(call: ts.CallExpression, scope: Scope): void {
  const ts = typescript();
  const invoked = ts.isParenthesizedExpression(call.expression) ? call.expression.expression : call.expression;
  const runsInPlace = ts.isArrowFunction(invoked) || ts.isFunctionExpression(invoked);
  if (runsInPlace) visitChildren(invoked, scope);
  else visit(call.expression, scope);
  const inside = isHook(call.expression) ? { ...scope, helpers: false } : scope;
  for (const argument of call.arguments) visit(argument, inside);
}

function readMade(call: ts.CallExpression, scope: Scope): Made | null {
  const target = readCallee(call.expression, scope.names);
  if (target === null || target.factory !== null || target.role === "namespace") return null;
  const given = readArguments(call, scope.constants);
  const makes = target.role === "suite" ? given.title !== null && given.runs : isCase(target, given);
  return makes ? { call, target, given } : null;
}

/** A title with a function is a test; a title alone is a pending one, where nothing else could be meant. */
function isCase(target: TestCallee, given: TestArguments): boolean {
  if (given.title === null) return given.body !== null && !target.custom && target.state === "active";
  return given.runs || (given.title.literal && !target.custom);
}

function visitSuite({ call, target, given }: Made, scope: Scope): void {
  if (given.body === null) scope.reportComputed();
  else
    visitChildren(given.body, {
      ...enter({ call, target, given }, scope),
      path: [...scope.path, given.title?.text ?? ""],
    });
}

function visitCase(made: Made, scope: Scope): void {
  const { call, given } = made;
  const inside = enter(made, scope);
  const contexts = given.body === null ? [] : contextNames(given.body);
  const state = given.body === null ? pending(made, inside.state) : ownState(given.body, inside, contexts);
  const title = given.title?.text ?? "";
  const range = { start: call.getStart(), end: given.title?.end ?? call.expression.getEnd() };
  scope.report({ title, path: scope.path, state, range, only: inside.only });
  if (!scope.countable) scope.reportComputed();
  if (given.body === null) return;
  const names = new Map([...scope.names, ...contexts.map((name) => [name, callee("namespace")] as const)]);
  visitChildren(given.body, { ...inside, names, state, countable: true, path: [...scope.path, title], helpers: false });
}

/** A test without a function waits to be written. */
function pending({ given }: Made, state: TestCase["state"]): TestCase["state"] {
  return state === "active" && !given.runs ? "todo" : state;
}

function ownState(body: ts.FunctionLikeDeclaration, scope: Scope, contexts: readonly string[]): TestCase["state"] {
  return scope.state === "active" ? stateOfBody(body, new Set([...contexts, ...scope.names.keys()])) : scope.state;
}

function enter({ target, given }: Made, scope: Scope): Scope {
  const own = target.state === "active" ? given.state : target.state;
  return { ...scope, state: scope.state === "active" ? own : scope.state, only: scope.only || target.only };
}
