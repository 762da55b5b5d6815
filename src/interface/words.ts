import type ts from "typescript";
import type { Breaking } from "./change.ts";
import { isConstant } from "./change-information.ts";
import type { Difference } from "./difference.ts";
import { type Form, slotsOf } from "./form.ts";
import { fullWords, longest, wordsOf } from "./form-words.ts";
import { opaqueName } from "./identity.ts";
import { typescript } from "./typescript.ts";

/** The kinds of declaration that a form joins, for people. */
export function kindOf(form: Form): string {
  if (form.tag !== "declared") return kindWord(form.tag, form);
  return form.slots.map(({ label, form: inner }) => kindWord(label, inner)).join(" and ");
}

function kindWord(label: string, form: Form): string {
  const kind = label === "value" ? form.tag : label;
  if (kind === "enum") return form.text === "const" ? "a const enum" : "an enum";
  if (kind === "class") return form.text === "abstract" ? "an abstract class" : "a class";
  if (kind === "variable") return form.text === "const" ? "a constant" : "a variable";
  if (kind === "re-export") return `a re-export of ${form.text}`;
  return kindWords[kind] ?? `a ${kind}`;
}

const kindWords: Readonly<Record<string, string>> = {
  type: "a type alias",
  interface: "an interface",
  "type-only": "a type only",
};

/** One sentence about a difference: what the code has, and what the design says. */
export function sentence(exported: string, found: Difference): string {
  const { declared, actual, role, change } = found;
  if (declared === null || actual === null) return oneSided(exported, found);
  if (change === "export-renamed")
    return `The source exports ${exportWords(actual.text)} where the design says ${exportWords(declared.text)}, declared alike`;
  const subject = subjectOf(exported, found);
  if (role === "function")
    return isConstant(actual)
      ? `${subject} is a constant with a function, the design says a function declaration`
      : `${subject} is a function declaration, the design says a constant with a function`;
  const flag = flagWords(role, actual);
  if (flag !== null) return `${subject} is ${flag[0]}, the design says ${flag[1]}`;
  if (change === "member-static")
    return `${subject} is ${staticWords(actual)}, the design says ${staticWords(declared)}`;
  if (change.endsWith("type-parameter-order"))
    return `${subject} has its type parameters in another order than the design`;
  if (role === "overloads")
    return `${subject} has one signature, the design has ${slotsOf(declared, "signature").length} overloads`;
  if (change === "constructor-visibility")
    return `${subject} is ${actual.text || "public"}, the design says ${declared.text || "public"}`;
  if (role === "type-only") return typeOnlyWords(subject, found);
  if (role === "kind") return `${subject} is ${kindOf(actual)}, the design says ${kindOf(declared)}`;
  if (change.endsWith("overload-order")) return `${subject} has its overloads in another order than the design`;
  const [is, says] = distinct(found, actual, declared);
  return `${subject} ${role} ${is}, the design says ${says}`;
}

function typeOnlyWords(subject: string, { path, breaking }: Difference): string {
  const verb = path.length === 0 ? "is exported" : "is";
  // Only what becomes a type breaks those that use its value.
  return breaking.consumer
    ? `${subject} ${verb} as a type only, the design has its value too`
    : `${subject} ${verb} with its value, the design has it as a type only`;
}

/** An exported name as people say it. */
export function exportWords(name: string): string {
  if (name === "default") return "a default";
  return name === "export=" ? "`export =`" : name;
}

const flags: Readonly<Record<string, readonly [string, string]>> = {
  optional: ["optional", "required"],
  readonly: ["read-only", "that it can be set"],
  writeonly: ["only to be set", "that it can be read"],
  protected: ["protected", "public"],
  abstract: ["abstract", "that it is not"],
};

const without: Readonly<Record<string, readonly [string, string]>> = {
  optional: ["required", "optional"],
  readonly: ["open to be set", "read-only"],
  writeonly: ["open to be read", "that it can only be set"],
  protected: ["public", "protected"],
  abstract: ["not abstract", "abstract"],
};

function flagWords(role: string, actual: Form): readonly [string, string] | null {
  return (actual.text.split(" ").includes(role) ? flags[role] : without[role]) ?? null;
}

function staticWords({ node }: Form): string {
  return node !== null && isStatic(node) ? "static" : "a member of the instance";
}

function isStatic(node: ts.Node): boolean {
  return "modifiers" in node && /\bstatic\b/u.test(wordsOfModifiers(node));
}

function wordsOfModifiers(node: ts.Node): string {
  const compiler = typescript();
  const modifiers = compiler.canHaveModifiers(node) ? (node.modifiers ?? []) : [];
  return modifiers.map((modifier) => modifier.getText()).join(" ");
}

/** What a change means for others; empty where it breaks nobody. */
export function consequence({ consumer, implementer }: Breaking): string {
  if (consumer && implementer) return " — callers and implementers may break";
  if (consumer) return " — callers may break";
  return implementer ? " — implementers may break" : "";
}

function oneSided(exported: string, found: Difference): string {
  const form = found.declared ?? found.actual;
  if (form === null) return `${exported} differs`;
  const [part, isMember] = partOf(found, form);
  const subject = isMember ? ownerOf(exported, { ...found, ...withoutLast(found) }) : subjectOf(exported, found);
  return found.actual === null
    ? `${subject} lacks ${part}, which the design has`
    : `${subject} has ${part}, which the design lacks`;
}

function withoutLast({ path, inner }: Difference): Pick<Difference, "path" | "inner"> {
  return inner.length > 0 ? { path, inner: inner.slice(0, -1) } : { path: path.slice(0, -1), inner };
}

function partOf(found: Difference, form: Form): readonly [string, boolean] {
  const words = wordsOf(form);
  if (form.tag === "parameter") return [`the parameter \`${words}\``, false];
  if (form.tag === "signature") return [`the overload \`${words.replace(/^function /u, "")}\``, false];
  if (form.tag === "type-parameter") return [`the type parameter \`${words}\``, false];
  if (form.tag === "brand") return [`private members (\`${form.text}\`)`, false];
  if (form.tag === "augmentation") return ["the augmentation", false];
  if (found.role === "takes this as") return [`the parameter \`this: ${words}\``, false];
  if (found.role !== "is") return [`\`${found.role.replace("defaults to", "=")} ${words}\``, false];
  return [
    `the ${form.node !== null && isStatic(form.node) ? "static " : ""}member ${(found.inner.at(-1) ?? found.path.at(-1) ?? exportedName(form)).trim()}`,
    true,
  ];
}

function exportedName(form: Form): string {
  return wordsOf(form);
}

/** The way to a member as code writes it. */
export function labelOf(names: readonly string[]): string {
  return names.join(".").replaceAll(".[", "[");
}

function subjectOf(exported: string, found: Difference): string {
  return staticWord(found) + ownerOf(exported, found);
}

function ownerOf(exported: string, found: Difference): string {
  const outer = labelOf([exported, ...found.path]) + parametersOf(found);
  if (found.inside === "" || (found.inside === "result" && found.inner.length === 0)) return outer;
  return `${[found.inside, ...found.inner].join(".")} of ${outer}`;
}

// A class may have a static member and one of its instances under one name.
function staticWord({ path, places, change }: Difference): string {
  if (path.length === 0 || change === "member-static") return "";
  const member = [...places.actual, ...places.declared].find(typescript().isClassElement);
  return member !== undefined && isStatic(member) ? "static " : "";
}

// `start(id)` reads better than `start` where a sentence speaks of its result.
function parametersOf(found: Difference): string {
  if (found.inside !== "result") return "";
  const compiler = typescript();
  const node = [...found.places.actual, ...found.places.declared].find(compiler.isFunctionLike);
  const names = (node?.parameters ?? []).map(({ name }) => (compiler.isIdentifier(name) ? name.text : "…"));
  return node === undefined ? "" : `(${names.join(", ")})`;
}

// The whole type is easier to recognise than the piece of it that differs; where both read alike, it is said where the names come from.
function distinct(found: Difference, actual: Form, declared: Form): readonly [string, string] {
  const { whole } = found;
  if (whole !== null) {
    const words = [fullWords(whole.actual), fullWords(whole.declared)] as const;
    if (words[0] !== words[1] && words.every((text) => text.length <= longest)) return words;
  }
  const full = [fullWords(actual), fullWords(declared)] as const;
  if (full[0] !== full[1]) return shortened(full[0], full[1]);
  const written = [partsOf(actual), partsOf(declared)] as const;
  if (written[0] !== null && written[1] !== null && written[0] !== written[1]) {
    const [is, says] = shortened(written[0], written[1]);
    return [`${full[0]} (${is})`, `${full[1]} (${says})`];
  }
  return [`${wordsOf(actual)} (${origin(actual)})`, `${wordsOf(declared)} (${origin(declared)})`];
}

/** How much of what both texts have alike is shown before the place where they part. */
const shownBefore = 24;

// Two long texts are shown from shortly before the place where they part: cut at their ends, they could look the same.
function shortened(a: string, b: string): readonly [string, string] {
  let alike = 0;
  while (alike < a.length && a[alike] === b[alike]) alike++;
  const start = Math.max(a.length, b.length) <= longest || alike < longest - shownBefore ? 0 : alike - shownBefore;
  return [cut(a, start), cut(b, start)];
}

function cut(text: string, start: number): string {
  const rest = start === 0 ? text : `…${text.slice(start + 1)}`;
  return rest.length > longest ? `${rest.slice(0, longest - 1)}…` : rest;
}

// Where a name that is the file's own stands for another thing on both sides, what it stands for tells them apart.
function partsOf(form: Form): string | null {
  if (form.tag !== "union" && form.tag !== "intersection") return null;
  return form.slots.map((entry) => fullWords(entry.form)).join(form.tag === "union" ? " | " : " & ");
}

function origin(form: Form): string {
  if (form.tag !== "reference" && form.tag !== "typeof" && form.tag !== "re-export") {
    return form.tag === "bound" ? "a type parameter" : form.tag;
  }
  const opaque = opaqueName(form.text);
  if (opaque !== null) return `${opaque.name} of "${opaque.module}"`;
  return form.text
    .replace(/^own:/u, "this file's ")
    .replace(/^global:/u, "the global ")
    .replace(/^(.*)#(.*)$/u, "$2 of $1");
}
