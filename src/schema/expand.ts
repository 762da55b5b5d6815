type Schema = Readonly<Record<string, unknown>>;

/** How many references are written out at most; beyond it they stay, which costs words and never correctness. */
const mostExpanded = 500;

/**
 * A schema of the same meaning in which the `$ref`s below `anyOf` and `oneOf` are written out, so that each error says by its
 * path to which branch it belongs; and those that are the `items` of a list, so that words can be found for the list. References that go round in a circle, or that `$id` gives another base, stay as they are.
 */
export function expandBranches(schema: object): object {
  const text = JSON.stringify(schema);
  const bases = text.split('"$id":').length - 1;
  if (!text.includes('"$ref"') || bases > ("$id" in schema ? 1 : 0)) return schema;
  const budget = { left: mostExpanded };
  const walk = (node: unknown, state: State): unknown => {
    if (Array.isArray(node)) return node.map((element) => walk(element, state));
    if (!isSchema(node)) return node;
    const target = state.isBranch || state.isElement ? targetOf(schema, node, state.open) : null;
    if (target !== null && budget.left-- > 0) {
      const { $ref, ...rest } = node;
      const open = [...state.open, String($ref)];
      const inside = { isBranch: state.isBranch, isElement: true, open };
      const written = walk(target, inside);
      const others = walk(rest, { ...state, isElement: false });
      return isSchema(others) && Object.keys(others).length > 0 ? joined(written, others) : written;
    }
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        const isBranch = state.isBranch || key === "anyOf" || key === "oneOf";
        return [key, data.has(key) ? value : walk(value, { ...state, isBranch, isElement: key === "items" })];
      }),
    );
  };
  const expanded = walk(schema, { isBranch: false, isElement: false, open: [] });
  return isSchema(expanded) ? expanded : schema;
}

interface State {
  /** Whether the node stands below `anyOf` or `oneOf`. */
  readonly isBranch: boolean;
  /** Whether the node is what a list asks of its elements. */
  readonly isElement: boolean;
  /** The references that led here. */
  readonly open: readonly string[];
}

/** Keywords that hold values and no schemas. */
const data = new Set(["const", "enum", "default", "examples"]);

function targetOf(root: object, node: Schema, open: readonly string[]): unknown {
  const reference = node.$ref;
  if (typeof reference !== "string" || !reference.startsWith("#/") || open.includes(reference)) return null;
  let target: unknown = root;
  for (const step of reference.slice(2).split("/")) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof target !== "object" || target === null || !Object.hasOwn(target, key)) return null;
    target = (target as Schema)[key];
  }
  return isSchema(target) ? target : null;
}

/** What stands beside a `$ref` holds as well as what it refers to. */
function joined(written: unknown, others: Schema): Schema {
  const isPlain = isSchema(written) && Object.keys(others).every((key) => !Object.hasOwn(written, key));
  return isPlain ? { ...written, ...others } : { ...others, allOf: [written, ...listOf(others.allOf)] };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
