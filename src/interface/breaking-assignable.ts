import { isKeyword } from "./composite-form.ts";
import { type Form, type Slot, slot, slotsOf } from "./form.ts";

/** What names stand for where two types are compared. */
export interface Surroundings {
  /** Identity of the class or interface that `this` is. */
  readonly self: string;
  /** Type parameters that are inferred from what is given, with their constraints. */
  readonly inferred: ReadonlyMap<string, Form | null>;
}

const mostSteps = 2000;

/** True only where every value of the first type is surely one of the second; false also where nobody knows. An `any` is given like `unknown`. */
export function isSurelyAssignable(from: Form, to: Form, surroundings: Surroundings): boolean {
  let left = mostSteps;
  const check: Check = (a, b) => {
    left--;
    return left > 0 && isAssignable(a, b, { check, surroundings });
  };
  return check(from, to);
}

type Check = (from: Form, to: Form) => boolean;
interface Use {
  readonly check: Check;
  readonly surroundings: Surroundings;
}

function isAssignable(from: Form, to: Form, use: Use): boolean {
  if (from.key === to.key && !from.holed && !to.holed) return true;
  if (isKeyword(from, "never") || isKeyword(to, "any") || isKeyword(to, "unknown")) return true;
  if (from.tag === "union") return from.slots.every((entry) => use.check(entry.form, to));
  if (to.tag === "union") return to.slots.some((entry) => use.check(from, entry.form));
  if (to.tag === "intersection") return to.slots.every((entry) => use.check(from, entry.form));
  if (from.tag === "intersection") return from.slots.some((entry) => use.check(entry.form, to));
  return isSimple(from, to, use) || isAlike(from, to, use) || isExpanded(from, to, use);
}

function isSimple(from: Form, to: Form, { check, surroundings }: Use): boolean {
  if (to.tag === "bound") {
    const constraint = surroundings.inferred.get(to.text);
    return constraint === undefined ? false : constraint === null || check(from, constraint);
  }
  if (isKeyword(from, "this")) return to.tag === "reference" && to.text === surroundings.self;
  if (to.tag !== "keyword") return false;
  if (to.text === "void") return isKeyword(from, "undefined");
  if (to.text === "symbol") return isKeyword(from, "unique symbol");
  if (to.text === "object") return objectTags.has(from.tag) || isCovariant(from);
  if (from.tag === "literal") return from.text.startsWith(`${to.text} `);
  if (from.tag === "template") return to.text === "string";
  return from.tag === "predicate" && from.text !== "asserts" && to.text === "boolean";
}

const objectTags = new Set(["object", "function", "construct", "tuple"]);

/** Types of the library whose arguments are only read: one with a narrower argument is one with a wider. */
const covariant = new Set([
  "global:Array",
  "global:ReadonlyArray",
  "global:Promise",
  "global:PromiseLike",
  "global:Set",
  "global:ReadonlySet",
  "global:Map",
  "global:ReadonlyMap",
  "global:Iterable",
  "global:AsyncIterable",
  "global:IterableIterator",
  "global:AsyncIterableIterator",
]);

/** True for a named type whose arguments are only read. */
export function isCovariant({ tag, text }: Form): boolean {
  return tag === "reference" && covariant.has(text);
}

/** Library types that a value of another one always is. */
const wider: Readonly<Record<string, readonly string[]>> = {
  "global:Array": ["global:ReadonlyArray", "global:Iterable"],
  "global:ReadonlyArray": ["global:Iterable"],
  "global:Promise": ["global:PromiseLike"],
  "global:Set": ["global:ReadonlySet", "global:Iterable"],
};

function isAlike(from: Form, to: Form, use: Use): boolean {
  if (from.tag === "tuple" && to.tag === "reference") return isTupleOf(from, to, use);
  if (from.tag === "property" && to.tag === "method") return isProperty(from, to, use);
  if (from.tag === "method" && to.tag === "property") return isProperty(from, to, use);
  if (from.tag !== to.tag) return false;
  switch (from.tag) {
    case "reference":
      return isReference(from, to, use);
    case "tuple":
      return isTuple(from, to, use);
    case "element":
      return isElement(from, to, use);
    case "object":
      return isObject(from, to, use);
    case "property":
      return isProperty(from, to, use);
    case "function":
    case "construct":
    case "method":
      return isFunction(from, to, use);
    default:
      return false;
  }
}

function isReference(from: Form, to: Form, { check }: Use): boolean {
  if (!isCovariant(to) || (from.text !== to.text && wider[from.text]?.includes(to.text) !== true)) return false;
  if (from.slots.length !== to.slots.length) return false;
  return from.slots.every(({ form }, index) => {
    const other = to.slots[index]?.form;
    return other !== undefined && check(form, other);
  });
}

function elementType({ text, slots }: Form): Form | undefined {
  const type = slots[0]?.form;
  return text === "rest" ? type?.slots[0]?.form : type;
}

function isTupleOf(from: Form, to: Form, { check }: Use): boolean {
  const isArray = to.text === "global:ReadonlyArray" || (to.text === "global:Array" && from.text !== "readonly");
  const element = to.slots[0]?.form;
  if (!isArray || element === undefined) return false;
  return slotsOf(from, "element").every((inner) => {
    const type = elementType(inner);
    return type !== undefined && inner.text !== "optional" && check(type, element);
  });
}

function isTuple(from: Form, to: Form, { check }: Use): boolean {
  if ((from.text === "readonly" && to.text !== "readonly") || from.slots.length !== to.slots.length) return false;
  return from.slots.every(({ form }, index) => {
    const other = to.slots[index]?.form;
    return other !== undefined && check(form, other);
  });
}

function isElement(from: Form, to: Form, { check }: Use): boolean {
  if (from.text !== to.text && !(from.text === "" && to.text === "optional")) return false;
  const types = [from.slots[0]?.form, to.slots[0]?.form] as const;
  return types[0] !== undefined && types[1] !== undefined && check(types[0], types[1]);
}

function isObject(from: Form, to: Form, { check }: Use): boolean {
  return to.slots.every(({ label, form }: Slot) => {
    const own = slot(from, label);
    if (own === undefined) return hasFlag(form, "optional") && !label.startsWith("[");
    return (!hasFlag(own, "optional") || hasFlag(form, "optional")) && check(own, form);
  });
}

function hasFlag({ text }: Form, flag: string): boolean {
  return text.split(" ").includes(flag);
}

// What may be set is not looked at: only reading is promised here.
function isProperty(from: Form, to: Form, { check }: Use): boolean {
  const [own, other] = [readType(from), readType(to)];
  return own !== undefined && other !== undefined && check(own, other);
}

function readType(form: Form): Form | undefined {
  return form.tag === "method" ? { ...form, tag: "function", text: "" } : slot(form, "type");
}

function isFunction(from: Form, to: Form, use: Use): boolean {
  if (from.tag === "construct" && from.text !== to.text) return false;
  const own = slotsOf(from, "signature");
  return slotsOf(to, "signature").every((wanted) => own.some((signature) => isSignature(signature, wanted, use)));
}

function isSignature(from: Form, to: Form, { check }: Use): boolean {
  if (from.key === to.key) return true;
  if ([from, to].some((form) => slotsOf(form, "type-parameter").length > 0 || slot(form, "this") !== undefined))
    return false;
  const own = slotsOf(from, "parameter");
  const given = slotsOf(to, "parameter");
  if ([...own, ...given].some(({ text }) => text === "rest")) return false;
  const takesEnough = own.every((parameter, index) => {
    const other = given[index];
    if (other === undefined) return parameter.text === "optional";
    const types = [other.slots[0]?.form, parameter.slots[0]?.form] as const;
    if (other.text === "optional" && parameter.text !== "optional") return false;
    return types[0] !== undefined && types[1] !== undefined && check(types[0], types[1]);
  });
  return takesEnough && givesEnough(slot(from, "return"), slot(to, "return"), check);
}

function givesEnough(from: Form | undefined, to: Form | undefined, check: Check): boolean {
  if (to === undefined || isKeyword(to, "void")) return true;
  return from !== undefined && check(from, to);
}

function isExpanded(from: Form, to: Form, { check }: Use): boolean {
  if (from.expand !== undefined && check(from.expand(), to)) return true;
  return to.expand !== undefined && check(from, to.expand());
}
