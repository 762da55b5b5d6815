import { commitAll, type TempFolder, tempRepository } from "../../test/support/temp-git.ts";

/** About 8% of the components export something whose type has to be inferred. */
const inferredOf = 12;
const perFolder = 100;

/** Path of a component below `src`, `docs/design` and `test`, without extension. */
export function componentPath(index: number): string {
  return `g${Math.floor(index / perFolder)}/c${index}`;
}

/** True for a component that needs the compiler. */
export function needsInference(index: number): boolean {
  return index % inferredOf === 5;
}

/** A repository of so many components, each with source, design and test, committed; always the same files. */
export function generatedRepository(components: number): TempFolder {
  const repository = tempRepository();
  for (let index = 0; index < components; index++) {
    const path = componentPath(index);
    repository.write(`src/${path}.ts`, sourceOf(index));
    repository.write(`docs/design/${path}.md`, designOf(index));
    repository.write(`test/${path}.test.ts`, testOf(index));
  }
  const compilerOptions = {
    strict: true,
    target: "ES2022",
    module: "NodeNext",
    noEmit: true,
    skipLibCheck: true,
    types: [],
    allowImportingTsExtensions: true,
  };
  repository.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
  repository.write("package.json", '{ "name": "generated", "type": "module" }\n');
  repository.write(".gitignore", "node_modules\n");
  repository.write(".designrc.json", "{}\n");
  commitAll(repository);
  return repository;
}

/** The components that one imports: two that come before it. */
function dependencies(index: number): readonly number[] {
  return index === 0 ? [] : [...new Set([Math.floor(index / 2), index - 1])];
}

function sourceOf(index: number): string {
  const imports = dependencies(index).map(
    (other) => `import { create${other}, type Item${other} } from "../${componentPath(other)}.ts";`,
  );
  const parts = dependencies(index).map((other) => `    create${other}(\`\${id}/${other}\`);`);
  return `${imports.join("\n")}

/** What component ${index} keeps of one thing. */
export interface Item${index} {
  readonly id: string;
  /** Grows with every visit. */
  readonly count: number;
  readonly tags: readonly string[];${dependencies(index)
    .map((other) => `\n  readonly part${other}?: Item${other} | undefined;`)
    .join("")}
}

export type Order${index} = "newest" | "oldest" | { readonly by: keyof Item${index} };

/** The most that a store of component ${index} holds. */
export const limit${index} = ${index + 1};

/** Makes an item; the identifier is trimmed. */
export function create${index}(id: string): Item${index} {
  const trimmed = id.trim();
  if (trimmed === "") throw new RangeError("an item needs an identifier");
  if (trimmed.length > limit${index} + 1000) {
${parts.join("\n")}
  }
  const tags = trimmed.split("/").filter((part) => part !== "");
  return { id: trimmed, count: 0, tags };
}

export class Store${index} {
  readonly #items = new Map<string, Item${index}>();

  constructor(private readonly order: Order${index} = "newest") {}

  /** Keeps an item, the one with its identifier goes. */
  keep(item: Item${index}): boolean {
    if (this.#items.size >= limit${index}) return false;
    this.#items.set(item.id, { ...item, count: item.count + 1 });
    return true;
  }

  find(id: string): Item${index} | null {
    return this.#items.get(id) ?? null;
  }

  all(): readonly Item${index}[] {
    const items = [...this.#items.values()];
    if (this.order === "newest") return items.reverse();
    return items;
  }
}
${needsInference(index) ? `\nexport function totals${index}(items: readonly Item${index}[]) {\n  return items.map(({ id, count }) => ({ id, count, doubled: count * 2 }));\n}\n` : ""}`;
}

function designOf(index: number): string {
  const inferred = needsInference(index)
    ? `export declare function totals${index}(items: readonly Item${index}[]): { id: string; count: number; doubled: number }[];\n`
    : "";
  const parts = dependencies(index).map((other) => `\n  readonly part${other}?: Item${other} | undefined;`);
  const uses = dependencies(index).map(componentPath).sort();
  return `---
type: module
dependsOn: [${uses.join(", ")}]
status: implemented
---

# Component ${index}

Keeps the items of one part of the program, and hands them out in an order.

## Interface

\`\`\`ts
export interface Item${index} {
  readonly id: string;
  readonly count: number;
  readonly tags: readonly string[];${parts.join("")}
}
export type Order${index} = "newest" | "oldest" | { readonly by: keyof Item${index} };
export declare const limit${index}: ${index + 1};
export declare function create${index}(id: string): Item${index};
export declare class Store${index} {
  constructor(order?: Order${index});
  keep(item: Item${index}): boolean;
  find(id: string): Item${index} | null;
  all(): readonly Item${index}[];
  #private;
  private readonly order;
}
${inferred}\`\`\`

## Edge cases

- \`empty-identifier\`: an empty identifier is refused
- \`full-store\`: a full store keeps nothing more
`;
}

function testOf(index: number): string {
  return `import { expect, it } from "vitest";
import { create${index}, Store${index} } from "../../src/${componentPath(index)}.ts";

it("empty-identifier: an empty identifier is refused", () => {
  expect(() => create${index}(" ")).toThrow(RangeError);
});

it("full-store: a full store keeps nothing more", () => {
  const store = new Store${index}();
  for (let item = 0; item < ${index + 1}; item++) store.keep(create${index}(String(item)));
  expect(store.keep(create${index}("more"))).toBe(false);
});
`;
}
