import type { EdgeCase } from "./cases.ts";
import type { Framework } from "./framework.ts";

const modules: Readonly<Record<Framework, string | null>> = {
  vitest: "vitest",
  jest: null,
  "node:test": "node:test",
  mocha: null,
  bun: "bun:test",
  playwright: "@playwright/test",
};

/** A test file with one test to be written for each edge case, or one that names the component where none is listed. */
export function scaffoldTest(component: string, cases: readonly EdgeCase[], framework: Framework): string {
  const titles =
    cases.length === 0 ? [component] : cases.map(({ id, text }) => oneLine(text === "" ? id : `${id}: ${text}`));
  const [suite, pending] = callsOf(framework);
  const module = modules[framework];
  return [
    ...(module === null ? [] : [importOf(module, framework), ""]),
    `${suite}(${JSON.stringify(component)}, () => {`,
    ...titles.map((title) => `  ${pending(JSON.stringify(title))};`),
    "});",
    "",
  ].join("\n");
}

function callsOf(framework: Framework): readonly [string, (title: string) => string] {
  // A test without a function is how mocha says that one is to be written; Playwright wants a body that it does not run.
  if (framework === "mocha") return ["describe", (title) => `it(${title})`];
  if (framework === "playwright") return ["test.describe", (title) => `test.fixme(${title}, () => {})`];
  return ["describe", (title) => `it.todo(${title})`];
}

function importOf(module: string, framework: Framework): string {
  return `import ${framework === "playwright" ? "{ test }" : "{ describe, it }"} from "${module}";`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
