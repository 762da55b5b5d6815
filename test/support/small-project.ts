import type { Files } from "./fixture.ts";

/** A design document of a component that exports one function, with nothing to complain about. */
export function smallDesign(name: string, status = "implemented"): string {
  return [
    "---",
    "type: module",
    `status: ${status}`,
    "---",
    "",
    "# Greeting",
    "",
    "Says hello.",
    "",
    "## Interface",
    "",
    "```ts",
    `export declare function ${name}(): string;`,
    "```",
    "",
    "## Edge cases",
    "",
    "None: it cannot fail.",
    "",
  ].join("\n");
}

/** A source that exports one function. */
export function smallSource(name: string): string {
  return `export function ${name}(): string {\n  return "hello";\n}\n`;
}

/** A test file with one test that runs. */
export const smallTest = 'import { it } from "vitest";\n\nit("greets", () => {});\n';

/** Source, design and test of a component in the default layout. */
export function smallComponent(id: string): Files {
  const name = id.slice(id.lastIndexOf("/") + 1);
  return {
    [`src/${id}.ts`]: smallSource(name),
    [`docs/design/${id}.md`]: smallDesign(name),
    [`test/${id}.test.ts`]: smallTest,
  };
}

/** A fixture's file with an expectation at the end of its first line. */
export function wantFirst(text: string, ...messages: readonly string[]): string {
  const wants = messages.map((message) => `"${message}"`).join(" ");
  const [first = "", ...rest] = text.split("\n");
  return [`${first} // want ${wants}`, ...rest].join("\n");
}

/** The design with an expectation at its status line. */
export function wantStatus(text: string, message: string): string {
  return text.replace(/^status: .*$/mu, `$& # want "${message}"`);
}

/** A config file with the given members beside `version`. */
export function configText(members: string): string {
  return `{\n  "version": 1,\n${members}\n}\n`;
}
