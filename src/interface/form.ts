import { createHash } from "node:crypto";
import type ts from "typescript";

/**
 * One node of a normal form. Two forms mean the same interface exactly if their keys are equal. `tag` says what it is, `text` is its own
 * datum (a keyword, a literal, an identity, flags), `slots` are its parts, `node` is where it stands.
 */
export interface Form {
  readonly tag: string;
  readonly text: string;
  readonly slots: readonly Slot[];
  readonly key: string;
  /** True where a part of it has to be inferred or cannot be known. */
  readonly holed: boolean;
  /** How many forms it is, itself among them, each time that one stands in it; no part of the meaning. */
  readonly size: number;
  readonly node: ts.Node | null;
  /** Where its words are read, if not where it stands: the compiler's for what an expression leaves to inference; no part of the meaning. */
  readonly wording?: ts.Node;
  /** What a name stands for, written out, where it can be known. */
  readonly expand?: () => Form;
  /** What it is one of `count` alternatives of (infinitely many of `string`); no part of the meaning. */
  readonly part?: { readonly of: Form; readonly count: number };
  /** At what level a signature, a conditional or a mapped type binds its names; no part of the meaning. */
  readonly level?: number;
  /** The local declaration that it writes out, or that it leads back to; no part of the meaning. */
  readonly declaration?: ts.Node;
  /** How many of the last slots are type arguments that nobody wrote, taken from the defaults; no part of the meaning. */
  readonly elided?: number;
  /** What a bound name extends, null for anything; no part of the meaning. */
  readonly constraint?: () => Form | null;
}

/** A part of a form, by what it is to its parent: `return`, `parameter 0`, a member's name. */
export interface Slot {
  readonly label: string;
  readonly form: Form;
}

const longestKey = 240;

/** A form without parts. */
export function leaf(tag: string, text: string, node: ts.Node | null): Form {
  return { tag, text, slots: [], key: keyOf(tag, text, []), holed: tag === "hole", size: 1, node };
}

/** A form with parts, in their order. */
export function tree(
  tag: string,
  slots: readonly Slot[],
  own: {
    readonly text?: string;
    readonly node: ts.Node | null;
    readonly level?: number | undefined;
    readonly elided?: number | undefined;
  },
): Form {
  const text = own.text ?? "";
  return {
    tag,
    text,
    slots,
    key: keyOf(tag, text, slots),
    holed: slots.some(({ form }) => form.holed),
    size: slots.reduce((sum, { form }) => sum + form.size, 1),
    node: own.node,
    ...(own.level === undefined ? {} : { level: own.level }),
    ...(own.elided === undefined ? {} : { elided: own.elided }),
  };
}

/** What cannot be read from syntax alone; `reason` says why, for people. */
export function hole(reason: string, node: ts.Node | null): Form {
  return leaf("hole", reason, node);
}

/** The same form, standing at another place. */
export function at(form: Form, node: ts.Node | null): Form {
  return { ...form, node };
}

/** The part under a label; undefined where there is none. */
export function slot(form: Form, label: string): Form | undefined {
  return form.slots.find((candidate) => candidate.label === label)?.form;
}

/** The forms under labels `prefix 0`, `prefix 1`, …, in order. */
export function slotsOf(form: Form, prefix: string): readonly Form[] {
  return form.slots.filter(({ label }) => label.startsWith(`${prefix} `)).map((entry) => entry.form);
}

/** Slots `prefix 0`, `prefix 1`, … of a list of forms. */
export function numbered(prefix: string, forms: readonly Form[]): readonly Slot[] {
  return forms.map((form, index) => ({ label: `${prefix} ${index}`, form }));
}

/** Orders by code unit, never by locale. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** All holes of a form, in order. */
export function holesOf(form: Form): readonly Form[] {
  if (!form.holed) return [];
  return form.tag === "hole" ? [form] : form.slots.flatMap((entry) => holesOf(entry.form));
}

// Long keys are hashed, so that a form stays small however often its parts are shared.
function keyOf(tag: string, text: string, slots: readonly Slot[]): string {
  const parts = slots.map(({ label, form }) => `${JSON.stringify(label)}${form.key}`).join(",");
  const key = `${tag}${text === "" ? "" : JSON.stringify(text)}${slots.length === 0 ? "" : `{${parts}}`}`;
  return key.length <= longestKey ? key : `#${createHash("sha256").update(key).digest("base64url")}`;
}
