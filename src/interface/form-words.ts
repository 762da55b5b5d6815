import type ts from "typescript";
import { type Form, slot, slotsOf } from "./form.ts";
import { literalWords } from "./literal-form.ts";
import { typescript } from "./typescript.ts";

/** The most letters of a type that a sentence takes. */
export const longest = 80;

/** A form in the words that its author wrote, on one line; what is nowhere written is put together. */
export function wordsOf(form: Form): string {
  const text = fullWords(form);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** The same, however long. */
export function fullWords(form: Form): string {
  const compiler = typescript();
  const node = form.wording ?? form.node;
  if (form.tag === "keyword") return form.text;
  if (form.tag === "enum-member") return form.slots.map((entry) => fullWords(entry.form)).join();
  if (node !== null && compiler.isTypeNode(node)) return textOf(node);
  if (form.tag === "literal") return literalWords(form.text);
  if (form.tag === "reference" || form.tag === "typeof") return referenceWords(form);
  if (node !== null && isDeclarationLike(node) && !isType(form)) return textOf(node);
  return inferredWords(form) ?? (node === null ? form.tag : textOf(node));
}

const typeTags = new Set(["union", "intersection", "tuple", "object", "function", "construct", "indexed", "keyof"]);

function isType({ tag }: Form): boolean {
  return typeTags.has(tag);
}

// What was inferred from an expression is said as a type: nobody looks for an expression behind `is`.
function inferredWords(form: Form): string | null {
  switch (form.tag) {
    case "union":
      return form.slots.map((entry) => fullWords(entry.form)).join(" | ");
    case "intersection":
      return form.slots.map((entry) => fullWords(entry.form)).join(" & ");
    case "tuple":
      return `${form.text === "readonly" ? "readonly " : ""}[${form.slots.map((entry) => valueWords(entry.form)).join(", ")}]`;
    case "object":
      return `{ ${form.slots.map(({ label, form: member }) => `${label}: ${valueWords(member)}`).join("; ")} }`;
    case "function":
      return functionWords(form);
    default:
      return null;
  }
}

function functionWords(form: Form): string | null {
  const compiler = typescript();
  const { node } = form;
  if (node === null || !(compiler.isArrowFunction(node) || compiler.isFunctionExpression(node))) return null;
  const [signature, ...others] = slotsOf(form, "signature");
  const result = signature === undefined ? undefined : slot(signature, "return");
  if (result === undefined || result.holed || others.length > 0) return null;
  return `(${node.parameters.map(textOf).join(", ")}) => ${fullWords(result)}`;
}

// The type of a property or element; a method says by its own words what it takes.
function valueWords(form: Form): string {
  const type = slot(form, "type");
  return type === undefined ? fullWords(form) : fullWords(type);
}

function isDeclarationLike(node: ts.Node): boolean {
  const compiler = typescript();
  return (
    compiler.isParameter(node) ||
    compiler.isTypeParameterDeclaration(node) ||
    compiler.isTypeElement(node) ||
    compiler.isClassElement(node)
  );
}

// A declaration without its value or body, and without the words that only say that it is one.
function textOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const text = file.text.slice(node.getStart(file), endOf(node));
  const plain = text.replace(/\s+/gu, " ").trim();
  return plain.replace(/[;,]$/u, "").replace(/^(?:export |default |declare )+/u, "");
}

function endOf(node: ts.Node): number {
  const part = (name: "body" | "initializer" | "type" | "name"): ts.Node | undefined =>
    name in node ? (node as unknown as Record<typeof name, ts.Node | undefined>)[name] : undefined;
  const body = part("body");
  if (body !== undefined) return body.pos;
  if (part("initializer") === undefined) return node.end;
  return part("type")?.end ?? part("name")?.end ?? node.end;
}

function referenceWords(form: Form): string {
  const name = form.text.replace(/^(?:own:|global:|.*#)/u, "");
  const args = slotsOf(form, "argument").map(fullWords);
  return `${form.tag === "typeof" ? "typeof " : ""}${name}${args.length === 0 ? "" : `<${args.join(", ")}>`}`;
}
