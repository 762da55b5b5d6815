import ts from "typescript";

/** Parses a text with parent links, as the readers of tests and interfaces get it. */
export function parseSource(text: string, path = "a.test.ts"): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** The expression of a text's last statement. */
export function lastExpression(file: ts.SourceFile): ts.Expression {
  const statement = file.statements.at(-1);
  if (statement === undefined || !ts.isExpressionStatement(statement)) throw new Error("no expression at the end");
  return statement.expression;
}

/** The call of a text's last statement. */
export function lastCall(file: ts.SourceFile): ts.CallExpression {
  const expression = lastExpression(file);
  if (!ts.isCallExpression(expression)) throw new Error("no call at the end");
  return expression;
}
