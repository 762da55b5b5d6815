import type ts from "typescript";
import type { Difference } from "./difference.ts";
import { type Form, slotsOf } from "./form.ts";
import { typescript } from "./typescript.ts";

const longest = 80;

/** A form in the words that its author wrote, on one line; what is nowhere written is put together. */
export function wordsOf(form: Form): string {
  if (form.tag === "keyword") return form.text;
  const { node } = form;
  const compiler = typescript();
  const text = node !== null && (compiler.isTypeNode(node) || isDeclarationLike(node)) ? textOf(node) : composed(form);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
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

function textOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const body = "body" in node ? (node.body as ts.Node | undefined) : undefined;
  const text = file.text.slice(node.getStart(file), body === undefined ? node.end : body.pos);
  return text.replace(/\s+/gu, " ").trim().replace(/[;,]$/u, "");
}

function composed(form: Form): string {
  if (form.tag === "literal") {
    const [base = "", ...value] = form.text.split(" ");
    return base === "string" ? JSON.stringify(value.join(" ")) : `${value.join(" ")}${base === "bigint" ? "n" : ""}`;
  }
  if (form.tag === "reference" || form.tag === "typeof") {
    const name = form.text.replace(/^(?:own:|global:|.*#)/u, "");
    const args = slotsOf(form, "argument").map(wordsOf);
    return `${form.tag === "typeof" ? "typeof " : ""}${name}${args.length === 0 ? "" : `<${args.join(", ")}>`}`;
  }
  if (form.node !== null) return textOf(form.node);
  return form.tag;
}

/** The kinds of declaration that a form joins, for people. */
export function kindOf(form: Form): string {
  const names = form.slots.map(({ label, form: inner }) => kindWord(label, inner));
  return (names.length > 0 && form.tag === "declared" ? names : [kindWord("value", form)]).join(" and ");
}

function kindWord(label: string, form: Form): string {
  if (label === "type") return "a type alias";
  if (label === "interface") return "an interface";
  if (label === "enum") return form.text === "const" ? "a const enum" : "an enum";
  if (label === "class") return form.text === "abstract" ? "an abstract class" : "a class";
  if (label === "namespace") return "a namespace";
  if (label === "re-export") return `a re-export of ${form.text}`;
  if (label === "type-only") return "a type only";
  if (form.tag === "function") return "a function";
  if (form.tag === "variable") return form.text === "const" ? "a constant" : "a variable";
  return form.tag;
}

/** One sentence about a difference: what the code has, and what the design says. */
export function sentence(exported: string, found: Difference): string {
  const subject = subjectOf(exported, found);
  const { declared, actual, role, change } = found;
  if (declared !== null && actual === null)
    return `${subject} lacks ${missingPart(found, declared)}, which the design has`;
  if (actual !== null && declared === null)
    return `${subject} has ${missingPart(found, actual)}, which the design lacks`;
  if (declared === null || actual === null) return `${subject} differs`;
  if (role === "kind") return `${subject} is ${kindOf(actual)}, the design says ${kindOf(declared)}`;
  if (change.endsWith("overload-order")) return `${subject} has its overloads in another order than the design`;
  const [is, says] = distinct(actual, declared);
  return `${subject} ${verb(role)} ${is}, the design says ${says}`;
}

function verb(role: string): string {
  if (role.startsWith("parameter")) return `takes ${role.slice("parameter".length).trim() || "a parameter"} as`;
  return role;
}

function missingPart(found: Difference, form: Form): string {
  const { role, change, path } = found;
  if (role.startsWith("parameter")) return `the parameter ${quote(wordsOf(form))}`;
  if (role === "extends") return `the base ${wordsOf(form)}`;
  if (role === "brand") return `the private members (${form.text})`;
  if (change.includes("overload")) return `the overload ${quote(wordsOf(form))}`;
  if (change.includes("type-parameter")) return `the type parameter ${quote(wordsOf(form))}`;
  if (role.startsWith("has the")) return `${role.slice("has ".length)} ${wordsOf(form)}`;
  return `the member ${path.at(-1) ?? ""}`;
}

function quote(text: string): string {
  return `\`${text}\``;
}

function subjectOf(exported: string, { path, declared, actual }: Difference): string {
  const isMember = declared === null || actual === null;
  const own = isMember && path.length > 0 && !isPart(declared ?? actual) ? path.slice(0, -1) : path;
  const name = [exported, ...own].join(".");
  const form = declared ?? actual;
  return form === null ? name : name;
}

function isPart(form: Form | null): boolean {
  return form === null || ["parameter", "signature", "type-parameter", "brand"].includes(form.tag);
}

// Where both sides would read alike, the names are told apart by where they come from.
function distinct(actual: Form, declared: Form): readonly [string, string] {
  const words = [wordsOf(actual), wordsOf(declared)] as const;
  if (words[0] !== words[1]) return words;
  return [`${words[0]} (${origin(actual)})`, `${words[1]} (${origin(declared)})`];
}

function origin(form: Form): string {
  if (form.text === "") return form.tag;
  return form.text
    .replace(/^own:/u, "this file's ")
    .replace(/^global:/u, "the global ")
    .replace(/^(.*)#(.*)$/u, "$2 of $1");
}
