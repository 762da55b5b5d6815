/** A test framework that a scaffold can be written for. */
export type Framework = "vitest" | "jest" | "node:test" | "mocha" | "bun" | "playwright";

const byScript: readonly (readonly [RegExp, Framework])[] = [
  [/\bvitest\b/u, "vitest"],
  [/\bjest\b/u, "jest"],
  [/\bmocha\b/u, "mocha"],
  [/\bbun\s+test\b/u, "bun"],
  [/\bnode\b.*\s--test\b/u, "node:test"],
  [/\bplaywright\s+test\b/u, "playwright"],
];

const byPackage: readonly (readonly [string, Framework])[] = [
  ["vitest", "vitest"],
  ["jest", "jest"],
  ["@jest/globals", "jest"],
  ["mocha", "mocha"],
  ["@types/bun", "bun"],
  ["bun-types", "bun"],
  ["@playwright/test", "playwright"],
];

/**
 * The test framework that a `package.json` shows: by its test scripts, else by its dependencies. Without either it is node's own,
 * which needs no installation.
 */
export function detectFramework(packageJson: string | undefined): Framework {
  const manifest = parse(packageJson);
  const scripts = stringsOf(manifest.scripts);
  const commands = [...scripts].filter(([name]) => /^test(?:$|:)/u.test(name)).map(([, command]) => command);
  const scripted = byScript.find(([pattern]) => commands.some((command) => pattern.test(command)));
  if (scripted !== undefined) return scripted[1];
  const installed = new Set(
    [manifest.devDependencies, manifest.dependencies, manifest.peerDependencies].flatMap((list) => [
      ...stringsOf(list).keys(),
    ]),
  );
  return byPackage.find(([name]) => installed.has(name))?.[1] ?? "node:test";
}

function parse(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return isRecord(value) ? value : {};
  } catch (error) {
    // A manifest that npm could not read either says nothing about tests.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function stringsOf(value: unknown): ReadonlyMap<string, string> {
  if (!isRecord(value)) return new Map();
  return new Map(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
