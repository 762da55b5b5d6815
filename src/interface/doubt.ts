import type { Form } from "./form.ts";
import { mayBeSame, opaqueName } from "./identity.ts";

/** Why two types cannot be told apart from what is written, where one of them is computed. */
export const onlyCompiler =
  "only the compiler can tell whether a computed type is the one that the other side writes out";

/** Why two types that are written otherwise may be one all the same; null where they are not. */
export function reasonForDoubt(declared: Form, actual: Form): string | null {
  if (declared.tag === "reference" && actual.tag === "reference") {
    if (mayBeSame(declared.text, actual.text))
      return `${spoken(declared.text)} and ${spoken(actual.text)} may be the same thing`;
  }
  const differ = declared.tag !== actual.tag || declared.text !== actual.text;
  if (!differ) return null;
  if (isComputed(declared) !== isComputed(actual)) return onlyCompiler;
  return isComputed(declared) && declared.tag !== actual.tag ? onlyCompiler : null;
}

function spoken(id: string): string {
  const { module, name } = opaqueName(id) ?? { module: "", name: id };
  return `${name} of "${module}"`;
}

const computedTags = new Set(["conditional", "indexed", "keyof", "mapped", "typeof", "template", "extending"]);
const utilities =
  /^global:(?:Partial|Required|Readonly|Record|Pick|Omit|Exclude|Extract|NonNullable|Parameters|ConstructorParameters|ReturnType|InstanceType|Awaited|ThisParameterType|OmitThisParameter|Uppercase|Lowercase|Capitalize|Uncapitalize|NoInfer|PropertyKey)$/u;

/** True where a type has to be worked out before its parts can be seen. */
export function isComputed(form: Form): boolean {
  return computedTags.has(form.tag) || (form.tag === "reference" && utilities.test(form.text));
}

/** True where a computed type may have another one as an alternative, so that saying that one too says nothing new. */
export function mayTake(computed: Form, other: Form): boolean {
  if (computed.tag !== "template" || other.tag !== "literal") return true;
  const texts: unknown = JSON.parse(computed.text);
  const [first, last] = Array.isArray(texts) ? [String(texts[0]), String(texts.at(-1))] : ["", ""];
  const value = /^string (.*)$/su.exec(other.text)?.[1];
  return value?.startsWith(first) === true && value.endsWith(last);
}
