import type ts from "typescript";
import { type Form, leaf } from "./form.ts";
import { typescript } from "./typescript.ts";

/** The type of a literal, by value; `widen` as for a `let`. Null for what is no literal. */
export function literalForm(node: ts.Expression | ts.LiteralTypeNode["literal"], widen: boolean): Form | null {
  const compiler = typescript();
  const { SyntaxKind } = compiler;
  if (node.kind === SyntaxKind.NullKeyword) return leaf("keyword", "null", node);
  if (node.kind === SyntaxKind.TrueKeyword) return literal("boolean", "true", { node, widen });
  if (node.kind === SyntaxKind.FalseKeyword) return literal("boolean", "false", { node, widen });
  if (compiler.isStringLiteralLike(node)) return literal("string", node.text, { node, widen });
  if (compiler.isNumericLiteral(node)) return literal("number", String(Number(node.text)), { node, widen });
  if (compiler.isBigIntLiteral(node)) return literal("bigint", bigintText(node.text), { node, widen });
  if (!compiler.isPrefixUnaryExpression(node)) return null;
  const inner = literalForm(node.operand, false);
  if (inner === null || !/^(?:number|bigint) /u.test(inner.text)) return null;
  const [base = "", value = ""] = inner.text.split(" ");
  if (node.operator === SyntaxKind.MinusToken) return literal(base, negative(value), { node, widen });
  return node.operator === SyntaxKind.PlusToken && base === "number" ? literal(base, value, { node, widen }) : null;
}

/** A literal's text in a form (`string a`, `number 1`) as it is written in TypeScript. */
export function literalWords(text: string): string {
  const [base = "", ...rest] = text.split(" ");
  const value = rest.join(" ");
  if (base === "string") return JSON.stringify(value);
  return base === "bigint" ? `${value}n` : value;
}

function literal(
  base: string,
  value: string,
  { node, widen }: { readonly node: ts.Node; readonly widen: boolean },
): Form {
  return widen ? leaf("keyword", base, node) : leaf("literal", `${base} ${value}`, node);
}

function bigintText(text: string): string {
  return BigInt(text.replace(/n$/u, "").replaceAll("_", "")).toString();
}

function negative(value: string): string {
  if (value === "0") return "0";
  return value.startsWith("-") ? value.slice(1) : `-${value}`;
}
