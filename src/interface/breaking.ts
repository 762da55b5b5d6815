import { isSurelyAssignable } from "./breaking-assignable.ts";
import type { Breaking } from "./change.ts";
import { isKeyword } from "./composite-form.ts";
import type { Pair, Position } from "./difference.ts";
import type { Form } from "./form.ts";

/** Nobody breaks. */
export const nobody: Breaking = { consumer: false, implementer: false };
/** Those that read, call or import break. */
export const consumers: Breaking = { consumer: true, implementer: false };
/** Those that build, implement, extend or augment break. */
export const implementers: Breaking = { consumer: false, implementer: true };
/** Both break, or nobody can tell. */
export const everybody: Breaking = { consumer: true, implementer: true };

/** The worse of two. */
export function eitherOf(a: Breaking, b: Breaking): Breaking {
  return { consumer: a.consumer || b.consumer, implementer: a.implementer || b.implementer };
}

/**
 * Whom another type of a slot breaks, where consumers read it. A reader breaks on a wider type, and, as long as its own types are
 * inferred, on a narrower one too; a builder breaks unless everything that it could build before is still allowed.
 */
export function typeReach({ declared, actual }: Pair, position: Position): Breaking {
  const becomesValue = position.result && isKeyword(declared, "void");
  const becomesNothing = position.result && isKeyword(actual, "void");
  const builder = !becomesNothing && !isSurelyAssignable(declared, actual, position);
  if (!position.inward) return { consumer: !becomesValue, implementer: builder };
  // What implementers made of an `any` may rely on everything.
  const reader = !becomesValue && (isKeyword(declared, "any") || !isSurelyAssignable(actual, declared, position));
  return { consumer: reader, implementer: builder };
}

/** Whom a member breaks that only the design has. */
export function missingReach(form: Form, host: Position["host"]): Breaking {
  return host === "class" && hasFlag(form, "protected") ? implementers : everybody;
}

/** Whom a member breaks that only the code has. */
export function undeclaredReach(label: string, form: Form, { host, inward }: Position): Breaking {
  if (host === "namespace") return nobody;
  if (host === "static") return implementers;
  if (host === "class") return hasFlag(form, "abstract") ? implementers : everybody;
  if (label.startsWith("[") && isIndex(form)) return consumers;
  return inward && hasFlag(form, "optional") ? nobody : implementers;
}

function isIndex({ node }: Form): boolean {
  return node !== null && "parameters" in node;
}

/** Whom a flag of a member breaks; `added` where only the code has it. `same` where reading the member gives the same type. */
export function flagReach(flag: string, added: boolean, same: boolean): Breaking {
  switch (flag) {
    case "optional":
      if (same) return added ? nobody : implementers;
      return added ? consumers : everybody;
    case "readonly":
      return added ? consumers : nobody;
    case "protected":
      return added ? consumers : implementers;
    case "abstract":
      return implementers;
    default:
      return everybody;
  }
}

/** Whom a parameter breaks that only the code has. */
export function addedParameterReach({ text }: Form, position: Position): Breaking {
  return text === "" ? callReach(consumers, position) : consumers;
}

/** Whom a change of how something is called breaks: a constructor is called by those that extend its class too. */
export function callReach(reach: Breaking, { host }: Position): Breaking {
  return host === "constructor" ? { consumer: reach.consumer, implementer: reach.consumer } : reach;
}

/** True where a member, parameter or element has this word. */
export function hasFlag({ text }: Form, flag: string): boolean {
  return text.split(" ").includes(flag);
}
