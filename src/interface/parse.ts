import type ts from "typescript";
import type { SyntaxProblem } from "./source-facts.ts";
import { typescript } from "./typescript.ts";

/** Syntax tree of a source text, parents set, without JSDoc nodes; the extension chooses the language. Text that is nested too deeply for the parser gives an empty tree with that problem. */
export function parseSource(path: string, text: string): ts.SourceFile {
  const compiler = typescript();
  const create = (content: string): ts.SourceFile =>
    compiler.createSourceFile(
      path,
      content,
      { languageVersion: compiler.ScriptTarget.Latest, jsDocParsingMode: compiler.JSDocParsingMode.ParseNone },
      true,
      scriptKind(path),
    );
  try {
    return create(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problem = { messageText: "Unexpected nesting, too deep to be parsed", start: 0, length: 0 };
    return Object.assign(create(""), { parseDiagnostics: [problem] });
  }
}

/** What the parser had to say about a tree, in the order of the text; offsets of that text. */
export function syntaxProblems(file: ts.SourceFile): readonly SyntaxProblem[] {
  const compiler = typescript();
  return parseDiagnostics(file).map((problem) => ({
    message: compiler.flattenDiagnosticMessageText(problem.messageText, ": ").replace(/\.$/u, ""),
    range: { start: problem.start, end: problem.start + problem.length },
  }));
}

interface ParseDiagnostic {
  readonly messageText: string | ts.DiagnosticMessageChain;
  readonly start: number;
  readonly length: number;
}

// The parser keeps its diagnostics in a field that the public types leave out.
function parseDiagnostics(file: ts.SourceFile): readonly ParseDiagnostic[] {
  return (file as unknown as { parseDiagnostics?: readonly ParseDiagnostic[] }).parseDiagnostics ?? [];
}

function scriptKind(path: string): ts.ScriptKind {
  const { ScriptKind } = typescript();
  if (path.endsWith(".tsx")) return ScriptKind.TSX;
  if (path.endsWith(".jsx")) return ScriptKind.JSX;
  if (/\.[cm]?js$/u.test(path)) return ScriptKind.JS;
  return ScriptKind.TS;
}
