import { describe, expect, it } from "vitest";
import { statusRows } from "../../../src/commands/status/rows.ts";
import { loadConfig } from "../../../src/config/load.ts";
import { createPlatform } from "../../../src/host/platform.ts";
import { rules } from "../../../src/rules/registry.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";
import { loadWorkspace } from "../../../src/workspace/load.ts";
import { createOracleSource } from "../../../src/workspace/oracle-source.ts";
import { contextText, designText } from "../../support/approved-project.ts";

const platform = createPlatform();
const off = { policy: null, standings: [], findings: [], notices: [], rulingConfig: null };

async function rowsOf(files: Record<string, string>) {
  const snapshot = memorySnapshot({ ".designrc.json": '{ "version": 1 }', ...files });
  const config = await loadConfig(snapshot, platform, { catalogue: rules });
  const cache = { get: () => undefined, set: () => undefined };
  const { workspace } = await loadWorkspace(snapshot, platform, {
    config,
    cache,
    oracles: createOracleSource(platform),
  });
  return statusRows(workspace, off);
}

const test = (body: string) => `import { it } from "vitest";\n${body}\n`;

describe("statusRows", () => {
  it("components come by id, then contexts and stories", async () => {
    const rows = await rowsOf({
      "src/b.ts": "export const limit: number = 1;\n",
      "src/a.ts": "export const limit: number = 1;\n",
      "docs/architecture/z.md": contextText,
      "docs/stories/a.md": "---\ntype: story\nstatus: draft\n---\n\n# A\n",
    });
    expect(rows.map(({ component, type }) => `${component} ${type}`)).toEqual(["a -", "b -", "a story", "z context"]);
  });

  it("no-design: a source without one says so, and owes its tests", async () => {
    expect(await rowsOf({ "src/a.ts": "export const a = 1;\n" })).toEqual([
      { component: "a", type: "-", status: "no design", approval: "off", drift: "-", tests: "none", evidence: "off" },
    ]);
  });

  it("no-source: a design that nothing implements has nothing to drift from", async () => {
    expect((await rowsOf({ "docs/design/a.md": designText }))[0]).toMatchObject({ drift: "no source", tests: "-" });
  });

  it("drift: what changed and what is undecided are counted apart, spelling is none", async () => {
    const drift = async (source: string) =>
      (await rowsOf({ "docs/design/a.md": designText, "src/a.ts": source }))[0]?.drift;
    expect(await drift("export const limit: number = 1;\n")).toBe("none");
    expect(await drift("export const limit: string = '';\n")).toBe("1 changed");
    expect(await drift('import { x } from "not-installed";\nexport const limit = x();\n')).toBe("1 undecided");
  });

  it("tests: active ones are counted; where syntax cannot count, it says some", async () => {
    const tests = async (body: string) =>
      (await rowsOf({ "src/a.ts": "export const a = 1;\n", "test/a.test.ts": test(body) }))[0]?.tests;
    expect(await tests('it("one", () => {});\nit("two", () => {});\nit.skip("three", () => {});')).toBe("2");
    expect(await tests('it.skip("one", () => {});')).toBe("0");
    expect(await tests("for (const name of names) it(name, () => {});")).toBe("some");
  });

  it("types-only: a source without anything at run time owes no test", async () => {
    expect((await rowsOf({ "src/a.ts": "export interface A { readonly a: 1 }\n" }))[0]?.tests).toBe("-");
  });
});
