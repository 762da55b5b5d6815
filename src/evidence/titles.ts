import type ts from "typescript";
import { sourceSuppressions } from "../interface/source-suppressions.ts";
import { typescript } from "../interface/typescript.ts";
import type { TestCase, TestFacts } from "./test-facts.ts";
import { honoursOnly, testNamesOf } from "./test-names.ts";
import { type FoundCase, findTests } from "./test-walk.ts";

/** Reads the tests of a file by syntax; `path` tells the language (`.tsx`, `.mjs`…). Never throws: what cannot be read is a problem. */
export function testFacts(text: string, path: string): TestFacts {
  try {
    return readTests(text, path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Parser and walk recurse, so hostile nesting ends in an exhausted stack.
    return {
      cases: [],
      computed: false,
      problems: [{ message: "Unexpected nesting, too deep to be read", range: { start: 0, end: 0 } }],
      suppressions: [],
    };
  }
}

function readTests(text: string, path: string): TestFacts {
  const ts = typescript();
  const file = ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
  );
  const { cases, computed } = findTests(file, testNamesOf(file));
  return {
    cases: honoursOnly(file) ? focus(cases) : cases.map(plain),
    computed,
    problems: problemsOf(file),
    suppressions: sourceSuppressions(file),
  };
}

/** One focused test keeps all others of its file from running. */
function focus(cases: readonly FoundCase[]): readonly TestCase[] {
  const focused = cases.some((found) => found.only && found.state === "active");
  return cases.map((found) =>
    focused && !found.only && found.state === "active" ? { ...plain(found), state: "skip" } : plain(found),
  );
}

function plain({ title, path, state, range }: FoundCase): TestCase {
  return { title, path, state, range };
}

function problemsOf(file: ts.SourceFile): TestFacts["problems"] {
  // The compiler keeps a file's syntax errors on a property that its types do not show; a Program for them costs far more.
  const { parseDiagnostics = [] } = file as ts.SourceFile & {
    readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[];
  };
  return parseDiagnostics.map(({ messageText, start, length }) => ({
    message: typescript().flattenDiagnosticMessageText(messageText, " "),
    range: { start, end: start + length },
  }));
}
