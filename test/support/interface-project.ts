import type { InterfaceFinding } from "../../src/interface/verdict.ts";
import type { Document, Source, Workspace } from "../../src/workspace/workspace.ts";

/** One component whose code and Interface block are given. */
export function interfaceProject(code: string, block: string, status = "implemented"): Record<string, string> {
  return {
    "src/thing.ts": code,
    "docs/design/thing.md": `---\ntype: module\nstatus: ${status}\n---\n\n# Thing\n\nDoes a thing.\n\n## Interface\n\n\`\`\`ts\n${block}\n\`\`\`\n\n## Edge cases\n\nNone: it is total.\n`,
    "test/thing.test.ts": 'import { it } from "vitest";\n\nit("works", () => {});\n',
  };
}

/** A workspace of one component with a verdict, as far as the interface rules look at it. */
export function workspaceWithVerdict(findings: readonly InterfaceFinding[], status = "implemented"): Workspace {
  const document = { path: "docs/design/thing.md", status } as Document;
  const source = { path: "src/thing.ts" } as Source;
  const verdict = { findings, compared: 1, consulted: [] };
  const component = { id: "thing", sources: [source], documents: [document], tests: [], interface: verdict };
  return { components: new Map([["thing", component]]) } as unknown as Workspace;
}
