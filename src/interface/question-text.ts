import { type Form, slot, slotsOf } from "./form.ts";
import { basesOf } from "./inherited.ts";
import { literalWords } from "./literal-form.ts";
import { createFrame, declarationsOf, type Frame, nameIn, type TypeParameter } from "./question-declarations.ts";
import { keyText } from "./question-key.ts";
import { valueText } from "./question-value.ts";
import type { TypeQuestion } from "./type-oracle.ts";
import type { NameWriter } from "./written-name.ts";

/** Two normal forms as a question for the compiler; null where one of them cannot be written as a type. */
export function questionOf(declared: Form, actual: Form, nameOf: NameWriter): TypeQuestion | null {
  const shared: Shared = { nameOf, free: new Map(), frames: [], failed: false };
  const state: State = { shared, bound: [], around: [], isOwn: false };
  const sides = [typeText(declared, state), typeText(actual, state)] as const;
  const parameters: TypeParameter[] = [];
  // Constraints may mention further names, which then come last.
  for (const [name, constraint] of shared.free) {
    const form = constraint?.() ?? null;
    parameters.push({ name, constraint: form === null ? null : typeText(form, state) });
    if (shared.free.size > mostParameters) return null;
  }
  if (shared.failed) return null;
  const { named, declarations } = declarationsOf(shared.frames, parameters);
  const asked = {
    parameters: parameters.map((one) => withNames(one, named)),
    declared: named(sides[0]),
    actual: named(sides[1]),
  };
  return declarations.length === 0 ? asked : { ...asked, declarations };
}

function withNames({ name, constraint }: TypeParameter, named: (text: string) => string): TypeParameter {
  return { name, constraint: constraint === null ? null : named(constraint) };
}

const mostParameters = 30;

interface Shared {
  readonly nameOf: NameWriter;
  /** Names that are bound outside the two types, with their constraints. */
  readonly free: Map<string, (() => Form | null) | null>;
  readonly frames: Frame[];
  failed: boolean;
}

interface State {
  readonly shared: Shared;
  /** Levels that are bound around the place that is being written. */
  readonly bound: readonly number[];
  /** What has to be declared by itself, outermost first. */
  readonly around: readonly Frame[];
  /** True in an interface, which has a `this` of its own. */
  readonly isOwn: boolean;
}

function fail({ shared }: State): string {
  shared.failed = true;
  return "never";
}

function within<T>(state: State, level: number, write: (inner: State) => T): T {
  return write({ ...state, bound: [...state.bound, level] });
}

// What speaks of itself needs a name; everything else stands where it is used.
function declaredText(form: Form, state: State): string {
  const frame = createFrame(form.declaration, state.bound.length, state.shared.frames.length);
  state.shared.frames.push(frame);
  const text = plainText(form, { ...state, around: [...state.around, frame], isOwn: false });
  frame.text = text;
  return frame.isNamed ? nameIn(frame, state.around) : text;
}

function extendingText(form: Form, state: State): string {
  const frame = createFrame(form.declaration, state.bound.length, state.shared.frames.length);
  state.shared.frames.push(frame);
  const inner: State = { ...state, around: [...state.around, frame], isOwn: true };
  const members = slot(form, "members");
  frame.isNamed = true;
  frame.bases = basesOf(form).map((base) => typeText(base, { ...inner, isOwn: false }));
  frame.text = members === undefined ? fail(state) : plainText(members, inner);
  return nameIn(frame, state.around);
}

function recursiveText({ declaration }: Form, state: State): string {
  const frame = state.around.findLast((one) => one.declaration === declaration);
  if (declaration === undefined || frame === undefined) return fail(state);
  frame.isNamed = true;
  return nameIn(frame, state.around);
}

/** A form as a type, in parentheses where others may stand beside it. */
function typeText(form: Form, state: State): string {
  if (form.tag === "recursive") return recursiveText(form, state);
  if (form.tag === "extending") return extendingText(form, state);
  return form.declaration === undefined ? plainText(form, state) : declaredText(form, state);
}

function plainText(form: Form, state: State): string {
  const inner = (name: string): string => {
    const part = slot(form, name);
    return part === undefined ? fail(state) : `(${typeText(part, state)})`;
  };
  switch (form.tag) {
    case "keyword":
      if (form.text === "this" && !state.isOwn) return freeName("This", state);
      return form.text === "unique symbol" ? fail(state) : form.text;
    case "literal":
      return literalWords(form.text);
    case "bound":
      return boundText(form, state);
    case "union":
      return form.slots.map((entry) => `(${typeText(entry.form, state)})`).join(" | ");
    case "intersection":
      return form.slots.map((entry) => `(${typeText(entry.form, state)})`).join(" & ");
    case "keyof":
      return `keyof ${inner("type")}`;
    case "indexed":
      return `${inner("object")}[${inner("index")}]`;
    case "reference":
      return namedText(form, "", state);
    case "typeof":
      return typeofText(form, state);
    case "tuple":
      return tupleText(form, state);
    case "template":
      return templateText(form, state);
    case "object":
      return `{ ${form.slots.map(({ label, form: member }) => memberText(label, member, state)).join("; ")} }`;
    case "function":
    case "construct":
      return `{ ${signatureTexts(form, form.tag === "function" ? "" : "new ", state)} }`;
    case "conditional":
      return conditionalText(form, state);
    case "mapped":
      return mappedText(form, state);
    case "infer":
      return inferText(form, state);
    default:
      return fail(state);
  }
}

// `type 1.0` is the first type parameter of level 1.
function boundText(form: Form, state: State): string {
  const match = /^type (\d+)\.(\d+)$/u.exec(form.text);
  if (match === null) return fail(state);
  const name = `T${match[1]}_${match[2]}`;
  const at = state.bound.lastIndexOf(Number(match[1]));
  if (at < 0) return freeName(name, state, form.constraint);
  for (const frame of state.around) if (at < frame.outside) frame.names.add(name);
  return name;
}

function freeName(name: string, state: State, constraint?: () => Form | null): string {
  const { free } = state.shared;
  if (!free.has(name)) free.set(name, constraint ?? null);
  for (const frame of state.around) frame.names.add(name);
  return name;
}

function namedText(form: Form, prefix: string, state: State): string {
  const name = state.shared.nameOf(form.text);
  if (name === null) return fail(state);
  const args = slotsOf(form, "argument").map((argument) => typeText(argument, state));
  return `${prefix}${name}${args.length === 0 ? "" : `<${args.join(", ")}>`}`;
}

function typeofText(form: Form, state: State): string {
  const of = slot(form, "of");
  if (of === undefined) return namedText(form, "typeof ", state);
  if (form.slots.length > 1 || form.text !== "") return fail(state);
  const write = {
    type: (type: Form) => typeText(type, state),
    member: (name: string, member: Form) => memberText(name, member, state),
  };
  return valueText(of, write) ?? fail(state);
}

function tupleText(form: Form, state: State): string {
  const elements = slotsOf(form, "element").map((element) => {
    const type = `(${typeText(element.slots[0]?.form ?? element, state)})`;
    return element.text === "rest" ? `...${type}` : element.text === "optional" ? `${type}?` : type;
  });
  return `${form.text === "readonly" ? "readonly " : ""}[${elements.join(", ")}]`;
}

function templateText(form: Form, state: State): string {
  const texts: unknown = JSON.parse(form.text);
  const parts = Array.isArray(texts) ? texts.map(escaped) : [];
  const types = slotsOf(form, "type").map((type) => `\${${typeText(type, state)}}`);
  return `\`${parts.map((part, index) => `${part}${types[index] ?? ""}`).join("")}\``;
}

function escaped(text: unknown): string {
  return String(text)
    .replaceAll(/[\\`$]/gu, "\\$&")
    .replaceAll("\r", "\\r");
}

function memberText(label: string, form: Form, state: State): string {
  if (label === "()") return signatureTexts(form, "", state);
  if (label === "new()") return signatureTexts(form, "new ", state);
  const flags = new Set(form.text.split(" "));
  if (flags.has("protected") || flags.has("abstract") || flags.has("writeonly")) return fail(state);
  const name = keyText(label, form.node !== null);
  if (name === null) return fail(state);
  const question = flags.has("optional") ? "?" : "";
  if (form.tag === "method") return signatureTexts(form, `${name}${question}`, state);
  const type = form.slots.find((entry) => entry.label === "type");
  if (form.tag !== "property" || type === undefined || form.slots.length > 1) return fail(state);
  return `${flags.has("readonly") ? "readonly " : ""}${name}${question}: ${typeText(type.form, state)}`;
}

function signatureTexts(form: Form, prefix: string, state: State): string {
  if (form.text.includes("abstract")) return fail(state);
  return slotsOf(form, "signature")
    .map((signature) => `${prefix}${signatureText(signature, state)}`)
    .join("; ");
}

function signatureText(form: Form, outer: State): string {
  const { level } = form;
  if (level === undefined) return fail(outer);
  return within(outer, level, (state) => {
    const generic = slotsOf(form, "type-parameter").map((parameter, index) =>
      parameterOfType(parameter, index, { level, state }),
    );
    const self = slot(form, "this");
    const parameters = slotsOf(form, "parameter").map((parameter, index) => {
      const type = typeText(parameter.slots[0]?.form ?? parameter, state);
      const name = `p${level}_${index}`;
      return `${parameter.text === "rest" ? "..." : ""}${name}${parameter.text === "optional" ? "?" : ""}: ${type}`;
    });
    const all = self === undefined ? parameters : [`this: ${typeText(self, state)}`, ...parameters];
    const result = slot(form, "return");
    const returned = result === undefined ? fail(state) : resultText(result, state);
    return `${generic.length === 0 ? "" : `<${generic.join(", ")}>`}(${all.join(", ")}): ${returned}`;
  });
}

interface Generic {
  readonly level: number;
  readonly state: State;
}

function parameterOfType(form: Form, index: number, { level, state }: Generic): string {
  const part = (label: string, word: string): string => {
    const found = slot(form, label);
    return found === undefined ? "" : ` ${word} ${typeText(found, state)}`;
  };
  const words = form.text === "" ? "" : `${form.text} `;
  return `${words}T${level}_${index}${part("constraint", "extends")}${part("default", "=")}`;
}

function resultText(form: Form, state: State): string {
  if (form.tag !== "predicate") return typeText(form, state);
  const position = /^value (\d+)\.(\d+)$/u.exec(slot(form, "subject")?.text ?? "");
  if (position === null) return fail(state);
  const type = slot(form, "type");
  const asserts = form.text === "asserts" ? "asserts " : "";
  return `${asserts}p${position[1]}_${position[2]}${type === undefined ? "" : ` is ${typeText(type, state)}`}`;
}

function conditionalText(form: Form, outer: State): string {
  const { level } = form;
  // Written out, a conditional type no longer looks at one alternative at a time.
  if (level === undefined || form.text !== "") return fail(outer);
  const part = (label: string, state: State): string => {
    const found = slot(form, label);
    return found === undefined ? fail(state) : `(${typeText(found, state)})`;
  };
  const inside = within(outer, level, (state) => ["extends", "true"].map((label) => part(label, state)));
  return `${part("check", outer)} extends ${inside[0]} ? ${inside[1]} : ${part("false", outer)}`;
}

function inferText(form: Form, state: State): string {
  const of = slot(form, "of");
  const constraint = slot(form, "constraint");
  if (of === undefined) return fail(state);
  return `infer ${boundText(of, state)}${constraint === undefined ? "" : ` extends (${typeText(constraint, state)})`}`;
}

function mappedText(form: Form, outer: State): string {
  const { level } = form;
  const keys = slot(form, "keys");
  const type = slot(form, "type");
  if (level === undefined || keys === undefined || type === undefined) return fail(outer);
  const words = form.text.split(" ");
  const readonly = words.find((word) => /readonly$/u.test(word));
  const optional = words.find((word) => /optional$/u.test(word));
  const sign = (word: string | undefined, text: string): string =>
    word === undefined ? "" : word.startsWith("-") ? `-${text}` : text;
  const name = slot(form, "name");
  const as = name === undefined ? "" : within(outer, level, (state) => ` as ${typeText(name, state)}`);
  const value = within(outer, level, (state) => typeText(type, state));
  return `{ ${sign(readonly, "readonly ")}[T${level}_0 in ${typeText(keys, outer)}${as}]${sign(optional, "?")}: ${value} }`;
}
