/** How a sentence speaks of the value at one place. */
export interface Words {
  /** The whole name: "frontmatter field `status`", "section `Edge cases`". */
  readonly name: string;
  /** What it is called as a key that is not wanted: "key `dependOn`". */
  readonly key: string;
  /** What stands before a value that is shown: "status", "column", "value". */
  readonly kind: string;
  /** What stands after it, with a space and a preposition before; "" where `kind` says enough. */
  readonly where: string;
  /** One element of it, where it is a list; its plural takes an s. */
  readonly element: string;
  /** What its elements stand in. */
  readonly holder: string;
}

/** Words for a place in a JSON file: "key `source` in `components[0]`". */
export function configWords(steps: readonly string[]): Words {
  const last = steps.at(-1);
  const path = `\`${pathOf(steps)}\``;
  if (last === undefined) {
    return { name: "the file", key: "the file", kind: "value", where: "", element: "item", holder: "the file" };
  }
  const above = steps.slice(0, -1);
  const inside = above.length === 0 ? "" : ` in \`${pathOf(above)}\``;
  if (isIndex(last)) {
    const name = `item ${Number(last) + 1}${inside}`;
    return { name, key: name, kind: "item", where: inside, element: "item", holder: path };
  }
  const name = `key \`${last}\`${inside}`;
  return { name, key: name, kind: "value", where: ` for ${name}`, element: "item", holder: path };
}

/** `exempt[0].owes`, as a program would write it. */
function pathOf(steps: readonly string[]): string {
  return steps.map((step, at) => (isIndex(step) ? `[${step}]` : at === 0 ? step : `.${step}`)).join("");
}

function isIndex(step: string): boolean {
  return /^\d+$/u.test(step);
}
