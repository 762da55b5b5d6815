import type { ChangeId } from "./change.ts";
import type { InterfaceFinding } from "./verdict.ts";
import { consequence, exportWords, labelOf } from "./words.ts";

const words = {
  "export-missing": "is no longer exported",
  "export-undeclared": "is a new export",
  "export-renamed": "has another name",
  kind: "is another kind of declaration",
  "type-only": "is a type only, or no longer one",
  "re-export": "comes from elsewhere",
  "parameter-added": "has a new parameter",
  "parameter-removed": "has lost a parameter",
  "parameter-type": "takes another type",
  "parameter-optionality": "has a parameter that became optional or required",
  "parameter-rest": "has a parameter that takes the rest, or no longer does",
  "return-type": "returns another type",
  "overload-added": "has a new overload",
  "overload-removed": "has lost an overload",
  "overload-order": "has its overloads in another order",
  "type-parameter-added": "has a new type parameter",
  "type-parameter-removed": "has lost a type parameter",
  "type-parameter-order": "has its type parameters in another order",
  "type-parameter-constraint": "constrains a type parameter otherwise",
  "type-parameter-default": "has another default for a type parameter",
  "type-parameter-modifier": "has a type parameter with other modifiers",
  "member-missing": "has lost a member",
  "member-undeclared": "has a new member",
  "member-type": "has another type",
  "member-optionality": "became optional or required",
  "member-readonly": "became read-only, or can be set now",
  "member-visibility": "is visible to others than before",
  "member-static": "became static, or no longer is",
  "enum-member-missing": "has lost a member",
  "enum-member-undeclared": "has a new member",
  "enum-member-value": "has another value",
  heritage: "extends or implements something else",
  brand: "has other private members",
  "global-augmentation": "augments something else",
  type: "is another type",
  value: "has another type",
} satisfies Readonly<Record<Exclude<ChangeId, `constructor-${string}`>, string>>;

const constructors: Readonly<Record<string, string>> = {
  "constructor-visibility": "can be constructed by others than before",
  "constructor-inherited": "has its own constructor, or inherits one now",
};

/** A change id as what has happened to an export since it was approved. */
export function changeWords(change: ChangeId): string {
  const own = constructors[change];
  if (own !== undefined) return own;
  const base = change.replace(/^constructor-/u, "");
  const text: string | undefined = Object.hasOwn(words, base) ? words[base as keyof typeof words] : undefined;
  return base === change ? (text ?? change) : `has a constructor that ${text ?? base}`;
}

/** One line about a difference between what was approved and what stands there now. */
export function changeLine({ rule, export: name, member, change, breaking, message }: InterfaceFinding): string {
  if (change === undefined || rule === "interface/undecided" || rule === "interface/unparseable") return message;
  const subject = labelOf([exportWords(name), ...(member === undefined ? [] : member.split("."))]);
  const whom = breaking === undefined || change === "export-undeclared" ? "" : consequence(breaking);
  return `${subject} ${changeWords(change)}${whom}`;
}
