import type { Dice } from "./dice.ts";

/** The files of a project, by path. */
export type Files = ReadonlyMap<string, string>;

const names = ["a", "b", "c", "d/e", "d/f", "d/index", "g", "h", "i", "k/l", "k/m", "n"] as const;
/** Names that make trouble: a twin in letter case, a file beside a folder, one that nothing imports. */
const oddNames = [...names, "A", "d", "k/l/x", "z"];

const configs = [
  "{}",
  '{ "exempt": [{ "files": ["src/g.ts", "lib/**"], "reason": "generated", "owes": [] }] }',
  '{ "rules": { "structure/orphan-test": "off" }, "overrides": [{ "files": ["src/d/**", "docs/design/d/**"], "rules": { "interface/changed": ["warn", { "kind": "strict" }] } }] }',
  '{ "components": [{ "source": "src/{path}.ts", "design": "docs/design/{path}.md", "test": "test/{path}.test.ts" }, { "source": "src/{path}.tsx", "design": "docs/design/{path}.md", "test": "test/{path}.test.{ts,tsx}" }] }',
];

/** A project of a dozen components that import each other, without a finding but for chance. */
export function startProject(dice: Dice): Files {
  const files = new Map<string, string>();
  for (const name of names) {
    files.set(`src/${name}.ts`, sourceOf(dice, name, false));
    files.set(`docs/design/${name}.md`, designOf(dice, name, false));
    files.set(`test/${name}.test.ts`, testText);
  }
  files.set("docs/design/later.md", designOf(dice, "later", false).replace(/status: \w+/u, "status: planned"));
  files.set("docs/contexts/shop.md", "---\ntype: context\nstatus: implemented\n---\n\n# Shop\n\nSells.\n");
  files.set(".designrc.json", dice.pick(configs));
  files.set("tsconfig.json", '{ "compilerOptions": { "strict": true, "lib": ["es5"], "types": [] } }');
  files.set("README.md", "# Start\n\n## Steps\n");
  return files;
}

const testText = 'import { it } from "vitest";\nit("one: it is one", () => {});\n';

function sourceOf(dice: Dice, name: string, odd: boolean): string {
  const other = dice.pick(names);
  const up = name.includes("/") ? "..".concat("/..".repeat(name.split("/").length - 2)) : ".";
  const ending = dice.pick([".ts", ".ts", ".js", ""]);
  if (odd && dice.roll(8) === 0) return `export * from "${up}/${other}${ending}";\n`;
  if (odd && dice.roll(8) === 0) return `export interface T${id(name)} { id: string }\n`;
  const outside = odd && dice.roll(10) === 0 ? 'import "../lib/out.ts";\n' : "";
  const ambient = odd && dice.roll(8) === 0 ? `declare global { interface Every { x: ${dice.roll(3)} } }\n` : "";
  const comment = dice.roll(3) === 0 ? `// ${dice.roll(9)}\n` : "";
  const field = odd ? dice.pick(["string", "number", "string"]) : "string";
  const quiet =
    odd && dice.roll(4) === 0 ? `// design-lint-disable-next-line structure/missing-test -- ${dice.roll(3)}\n` : "";
  const inferred = name === "b" ? `export const inferred${id(name)} = make${id(other)}(1).id;\n` : "";
  return `${quiet}import { type T${id(other)}, make${id(other)} } from "${up}/${other}${ending}";
${outside}${comment}export interface T${id(name)} { id: ${field} }
export function make${id(name)}(count: number): T${id(name)} { return count > ${dice.roll(9)} ? make${id(name)}(1) : make${id(name)}(2); }
export type Other${id(name)} = T${id(other)};
export const kept${id(name)}: unknown = make${id(other)};
${inferred}${ambient}`;
}

function designOf(dice: Dice, name: string, odd: boolean): string {
  const inferred = name === "b" ? "export declare const inferredB: string;\n" : "";
  const depth = "../".repeat(name.split("/").length - 1);
  const targets = [
    `${depth}${dice.pick(names)}.md`,
    `${depth}${dice.pick(names)}.md#interface`,
    `${depth}../../README.md#steps`,
  ];
  const bad = [`${depth}none.md`, `${depth}a.md#nowhere`, `${depth}k/`, `${depth}d/g.md`];
  const status = odd ? dice.pick(["implemented", "implemented", "draft", "planned", "deprecated"]) : "implemented";
  const quiet =
    odd && dice.roll(4) === 0 ? `<!-- design-lint-disable-next-line document/broken-link -- ${dice.roll(3)} -->\n` : "";
  const link = odd ? dice.pick([...targets, ...targets, ...bad]) : dice.pick(targets);
  const other = dice.pick(names);
  return `---
type: module${odd && dice.roll(6) === 0 ? "\nroute: direct" : ""}
status: ${status}
---

# ${name} ${dice.roll(9)}

${quiet}One part, see [another](${link}).

## Interface

\`\`\`ts
export interface T${id(name)} { id: ${odd && dice.roll(5) === 0 ? "number" : "string"} }
export declare function make${id(name)}(count: number): T${id(name)};
export type Other${id(name)} = ${odd ? `T${id(other)}` : "{ id: string }"};
export declare const kept${id(name)}: unknown;
${inferred}\`\`\`

## ${odd && dice.roll(6) === 0 ? "Other cases" : "Edge cases"}

- \`one\`: it is one
`;
}

function id(name: string): string {
  return name.replace(/\W/gu, "").toUpperCase();
}

type Edit = (files: Map<string, string>, dice: Dice) => string;

const mild: readonly Edit[] = [
  (files, dice) => write(files, dice, "src"),
  (files, dice) => write(files, dice, "docs/design"),
  (files, dice) => {
    const path = `src/${dice.pick(names)}.ts`;
    const text = files.get(path);
    if (text !== undefined) files.set(path, `// ${dice.roll(99)}\n${text}`);
    return `comment ${path}`;
  },
  (files, dice) => {
    files.set(`test/${dice.pick(names)}.test.ts`, dice.roll(4) === 0 ? "" : `${testText}// ${dice.roll(9)}\n`);
    return "test";
  },
  (files, dice) => {
    const name = `new${dice.roll(4)}`;
    if (files.delete(`src/${name}.ts`)) {
      files.delete(`docs/design/${name}.md`);
      files.delete(`test/${name}.test.ts`);
      return `remove ${name}`;
    }
    files.set(`src/${name}.ts`, sourceOf(dice, name, false));
    if (dice.roll(4) > 0) files.set(`docs/design/${name}.md`, designOf(dice, name, false));
    if (dice.roll(4) > 0) files.set(`test/${name}.test.ts`, testText);
    return `add ${name}`;
  },
  (files, dice) => {
    files.set("README.md", dice.roll(3) === 0 ? "# Start\n" : `# Start\n\n## Steps\n\n${dice.roll(9)}\n`);
    return "readme";
  },
];

const wild: readonly Edit[] = [
  (files, dice) => {
    const name = dice.pick(oddNames);
    const path = dice.pick([
      `src/${name}.ts`,
      `src/${name}.tsx`,
      `src/${name}.js`,
      `src/${name}/index.ts`,
      `lib/out.ts`,
    ]);
    if (!files.delete(path)) files.set(path, sourceOf(dice, name, true));
    return `turn ${path}`;
  },
  (files, dice) => {
    const path = dice.pick([...files.keys()]);
    files.delete(path);
    return `delete ${path}`;
  },
  (files, dice) => {
    const [from, to] = [dice.pick([...files.keys()]), dice.pick([...files.keys()])];
    files.set(to.replace(/(?=\.[^/]*$)/u, dice.pick(["", "2"])), files.get(from) ?? "");
    return `copy ${from} ${to}`;
  },
  (files, dice) => {
    const name = dice.pick(oddNames);
    files.set(`docs/design/${name}.md`, designOf(dice, name, true));
    return `design ${name}`;
  },
  (files, dice) => {
    files.set(".designrc.json", dice.pick(configs));
    return "config";
  },
  (files, dice) => {
    files.set("src/ambient.d.ts", `declare const ambient: ${dice.roll(9)};\n`);
    return "ambient";
  },
];

function write(files: Map<string, string>, dice: Dice, folder: "src" | "docs/design"): string {
  const name = dice.pick(names);
  const odd = dice.roll(3) === 0;
  const path = folder === "src" ? `src/${name}.ts` : `docs/design/${name}.md`;
  files.set(path, folder === "src" ? sourceOf(dice, name, odd) : designOf(dice, name, odd));
  return `write ${path}`;
}

/** The project after one to three edits, and what they were. */
export function editProject(files: Files, dice: Dice): { readonly files: Files; readonly edits: string } {
  const next = new Map(files);
  const count = 1 + dice.roll(3);
  const edits = Array.from({ length: count }, () => dice.pick(dice.roll(6) === 0 ? wild : mild)(next, dice));
  return { files: next, edits: edits.join(", ") };
}
