import { byText, type Form, leaf, type Slot, tree } from "./form.ts";
import { opaqueName } from "./identity.ts";

/**
 * True where the design says `JSX.Element` as editors do, and means the `JSX` of the package that the source uses: apart from where that
 * name comes from, the two types are one.
 */
export function isOwnJsx(declared: Form, actual: Form): boolean {
  const own = jsxModules(actual);
  const [module] = own;
  if (module === undefined || own.size > 1 || jsxModules(declared).size > 0) return false;
  return placeless(declared).key === placeless(actual).key;
}

function jsxModules(form: Form): ReadonlySet<string> {
  const found = new Set<string>();
  const stack = [form];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const opaque = next.tag === "reference" ? opaqueName(next.text) : null;
    if (opaque !== null && /(?:^|\.)JSX\./u.test(opaque.name)) found.add(opaque.module);
    stack.push(...next.slots.map((entry) => entry.form));
  }
  return found;
}

// The alternatives of a set are sorted by their keys, which hold the places.
function placeless(form: Form): Form {
  const name =
    form.tag === "reference" ? /^(?:global:|"[^"]*"#(?:[\w.]+\.)?)(JSX\.[\w.]+)$/u.exec(form.text)?.[1] : undefined;
  if (form.slots.length === 0) return name === undefined ? form : leaf("jsx", name, null);
  const slots = form.slots.map(({ label, form: part }): Slot => ({ label, form: placeless(part) }));
  const isSet = form.tag === "union" || form.tag === "intersection";
  const sorted = isSet ? slots.sort((a, b) => byText(a.form.key, b.form.key)) : slots;
  return tree(name === undefined ? form.tag : "jsx", sorted, { text: name ?? form.text, node: null });
}
