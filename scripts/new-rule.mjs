import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pageOf, ruleOf, testOf } from "./new-rule-texts.mjs";

const usage = "usage: npm run new-rule <folder>/<name>   (lower case, words joined by hyphens)";

/** Creates rule, page and test and adds the rule to the registry; all of it passes as it stands. Throws what is wrong. */
export function newRule(root, id) {
  if (!/^[a-z]+\/[a-z]+(-[a-z]+)*$/u.test(id)) throw new Error(usage);
  const files = {
    [`src/rules/${id}.ts`]: ruleOf(id),
    [`docs/design/rules/${id}.md`]: pageOf(id),
    [`test/rules/${id}.test.ts`]: testOf(id),
  };
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (taken !== undefined) throw new Error(`${taken} exists already`);
  const registry = "src/rules/registry.ts";
  const registered = withRule(readFileSync(join(root, registry), "utf8"), id);
  for (const [path, text] of Object.entries({ ...files, [registry]: registered })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...Object.keys(files), registry];
}

/** The registry with one more import and one more entry, both in their places by code point. */
function withRule(text, id) {
  const name = id.replace(/[/-]([a-z])/gu, (_, letter) => letter.toUpperCase());
  const imported = insertSorted(
    text,
    /^import .* from "\.\/(.+)\.ts";$/u,
    `import { rule as ${name} } from "./${id}.ts";`,
  );
  return insertSorted(imported, /^ {2}(\w+),$/u, `  ${name},`);
}

function insertSorted(text, pattern, line) {
  const lines = text.split("\n");
  const own = pattern.exec(line)?.[1] ?? "";
  const places = lines.flatMap((other, index) => {
    const key = pattern.exec(other)?.[1];
    return key === undefined ? [] : [{ key, index }];
  });
  const last = places.at(-1);
  if (last === undefined) throw new Error("src/rules/registry.ts has no line like the one to add");
  const next = places.find(({ key }) => key > own)?.index ?? last.index + 1;
  return lines.toSpliced(next, 0, line).join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const paths = newRule(root, process.argv[2] ?? "");
    process.stdout.write(
      `${paths.join("\n")}\n\nNow say in the page what the rule asks for, and let the test show it.\n`,
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
