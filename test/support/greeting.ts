import type { Files } from "./fixture.ts";

/** The parts of a small document of types, each to be replaced by a test. */
export interface GreetingParts {
  /** Lines between the fences. */
  readonly frontmatter?: string;
  readonly lead?: string;
  /** From the first heading of level 2 to the end. */
  readonly body?: string;
}

const blockOfTypes = "## Interface\n\n```ts\nexport type Greeting = string;\n```\n";

/** The smallest project without findings: one file of types and its design. */
export function greeting(parts: GreetingParts = {}): Files {
  return { "src/greeting.ts": "export type Greeting = string;\n", "docs/design/greeting.md": greetingDesign(parts) };
}

/** The design of that project. */
export function greetingDesign(parts: GreetingParts = {}): string {
  const {
    frontmatter = "type: types\nstatus: implemented",
    lead = "What is said at the door.",
    body = blockOfTypes,
  } = parts;
  return `---\n${frontmatter}\n---\n\n# Greeting\n\n${lead}\n\n${body}`;
}

/** The design of that project, with more text at the end. */
export function greetingWith(more: string): Files {
  return greeting({ body: `${blockOfTypes}\n${more}` });
}

/** The smallest project of a module: source, design and test. Lines of the Edge cases section can be replaced. */
export function doorbell(cases = "- `twice`: ringing twice is ringing once", status = "implemented"): Files {
  return {
    "src/doorbell.ts": "export function ring(): void {}\n",
    "docs/design/doorbell.md": `---\ntype: module\nstatus: ${status}\n---\n\n# Doorbell\n\nRings.\n\n## Interface\n\n\`\`\`ts\nexport declare function ring(): void;\n\`\`\`\n\n## Edge cases\n\n${cases}\n`,
    "test/doorbell.test.ts":
      'import { expect, it } from "vitest";\nimport { ring } from "../src/doorbell.ts";\n\nit("twice: ringing twice is ringing once", () => {\n  expect(ring()).toBeUndefined();\n});\n',
  };
}
