import { consumers, everybody, implementers } from "./breaking.ts";
import type { Breaking } from "./change.ts";
import { below, type Difference, difference, memberTrail, type Pair, type Trail } from "./difference.ts";
import { type Form, slot } from "./form.ts";
import { isJavaScript } from "./print-name.ts";
import { typescript } from "./typescript.ts";

/** What both sides may say differently although it can be used alike: private members that the design does not state, and functions that are constants. */
export function informationOf(pair: Pair, trail: Trail): readonly Difference[] {
  const inner = below(trail, pair);
  return pair.declared.slots.flatMap(({ label, form }) => {
    const actual = slot(pair.actual, label);
    if (actual === undefined) return [];
    const both = { declared: form, actual };
    if (label === "value") return ofFunctions(both, inner);
    if (label === "class") return ofBrands(both, below(inner, both));
    return label === "namespace" ? ofNamespaces(both, below(inner, both)) : [];
  });
}

function ofFunctions(pair: Pair, trail: Trail): readonly Difference[] {
  if (pair.declared.tag !== "function" || pair.actual.tag !== "function") return [];
  const kinds = [isConstant(pair.declared), isConstant(pair.actual)];
  if (kinds[0] === null || kinds[1] === null || kinds[0] === kinds[1]) return [];
  return [information({ ...trail, role: "function" }, { change: "kind", breaking: implementers }, pair)];
}

/** True for a constant with a function, false for a function declaration, null for everything else, and in JavaScript, where the compiler declares both as functions. */
export function isConstant({ node }: Form): boolean | null {
  const compiler = typescript();
  if (node === null || isJavaScript(node.getSourceFile().fileName)) return null;
  if (compiler.isVariableDeclaration(node)) return true;
  return compiler.isFunctionDeclaration(node) ? false : null;
}

function ofBrands(pair: Pair, trail: Trail): readonly Difference[] {
  const hidden = pair.actual.slots.filter(
    ({ label }) => label.startsWith("brand ") && slot(pair.declared, label) === undefined,
  );
  return hidden.map(({ form }) => {
    const breaking = form.text === "private" ? everybody : consumers;
    return information({ ...trail, role: "brand" }, { change: "brand", breaking }, { actual: form });
  });
}

function ofNamespaces(pair: Pair, trail: Trail): readonly Difference[] {
  return pair.declared.slots.flatMap(({ label, form }) => {
    const actual = slot(pair.actual, label);
    return actual === undefined ? [] : informationOf({ declared: form, actual }, memberTrail(trail, label));
  });
}

function information(
  trail: Trail,
  { change, breaking }: { readonly change: "kind" | "brand"; readonly breaking: Breaking },
  pair: Partial<Pair>,
): Difference {
  return { ...difference(trail, { kind: "information", change }, pair), breaking };
}
