import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentFacts } from "../../src/document/facts.ts";
import { sourceFacts } from "../../src/interface/facts.ts";
import { type DesignScaffold, scaffoldDesign } from "../../src/scaffold/design.ts";

const source = `/** Keeps \`sessions\` apart. */\nimport { z } from "zod";\nimport { readFile } from "node:fs";\nimport { clock } from "./clock.js";\nexport const limit = 3;\n`;

function scaffold(more: Partial<DesignScaffold> = {}) {
  const text = scaffoldDesign({
    id: "sessions/session-store",
    type: "module",
    template: readFileSync(new URL("../../templates/module.md", import.meta.url), "utf8"),
    facts: sourceFacts(source, "src/sessions/session-store.ts"),
    interface: "export declare const limit: 3;",
    tests: [{ title: "full-store: refuses", path: [], state: "active", range: { start: 0, end: 0 } }],
    componentOf: (specifier) => (specifier === "./clock.js" ? "sessions/clock" : null),
    ...more,
  });
  return { text, facts: documentFacts(new TextEncoder().encode(text)) };
}

describe("scaffoldDesign", () => {
  it("what-code-shows: title, lead, imports, interface and the cases of tests are filled in", () => {
    const { facts } = scaffold();
    expect(facts.status?.value).toBe("draft");
    expect(facts.model).toMatchObject({
      title: "Session store",
      lead: "Keeps sessions apart.",
      frontmatter: { type: "module", dependsOn: ["sessions/clock"], externals: ["zod"] },
      sections: { "edge-cases": { items: [{ id: "full-store", text: "refuses" }] } },
    });
    expect(scaffold().text).toContain("\nKeeps `sessions` apart.\n");
    expect(facts.model.sections.interface?.code[0]?.text.trim()).toBe("export declare const limit: 3;");
  });

  it("placeholders: what only a person can say is marked", () => {
    const facts = sourceFacts("export const limit = 3;\n", "src/a.ts");
    expect(scaffold({ facts, tests: [] }).text.match(/TODO\(design\)/gu)).toHaveLength(2);
    expect(scaffold({ facts, tests: [] }).text).not.toMatch(/dependsOn|externals/u);
  });

  it("context: the context that lists the component is named", () => {
    expect(scaffold({ context: "sessions" }).facts.model.frontmatter.context).toBe("sessions");
  });
});
