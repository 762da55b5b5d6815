import { describe, expect, it } from "vitest";
import { countRoles, rolesOf } from "../../src/engine/count.ts";
import { diagnose } from "../../src/engine/diagnose.ts";
import type { Stamped } from "../../src/engine/run.ts";
import { summarise } from "../../src/engine/summary.ts";
import { designText, workspaceOf } from "../support/workspace.ts";

const files = {
  "src/a.ts": "const a = 1;\n",
  "src/index.ts": 'export * from "./a.js";\n',
  "src/t.ts": "export interface T {}\n",
  "docs/design/a.md": designText(),
  "docs/design/later.md": designText("planned"),
};
const found = (rule: string, severity: Stamped["severity"], fix?: NonNullable<Stamped["finding"]["fix"]>): Stamped => ({
  rule,
  severity,
  finding: { path: "src/a.ts", range: { start: 0, end: 0 }, message: "m", ...(fix === undefined ? {} : { fix }) },
});
const fixBy = (by: "tool" | "human", safety: "safe" | "unsafe") =>
  ({ title: "t", kind: "document", safety, by }) as const;

describe("summarise", () => {
  it("pending: a planned design without source is pending, and no class is counted twice", async () => {
    const summary = summarise(countRoles(rolesOf(await workspaceOf(files)).values()), {
      findings: [],
      diagnostics: [],
      suppressed: 0,
    });
    expect(summary).toMatchObject({
      sources: 3,
      designed: 1,
      barrels: 1,
      types: 1,
      direct: 0,
      exempt: 0,
      unclassified: 0,
    });
    expect(summary).toMatchObject({ documents: 2, pending: 1 });
  });

  it("fixable: counts safe fixes by the tool only; undecided findings count among the warnings too", async () => {
    const findings = [
      found("a/b", "error", fixBy("tool", "safe")),
      found("a/b", "error", fixBy("tool", "unsafe")),
      found("a/b", "info", fixBy("human", "safe")),
      found("interface/undecided", "warning"),
    ];
    const summary = summarise(countRoles(rolesOf(await workspaceOf(files)).values()), {
      findings,
      diagnostics: diagnose(findings, new Map()),
      suppressed: 2,
    });
    expect(summary).toMatchObject({ errors: 2, warnings: 1, infos: 1, undecided: 1, fixable: 1, suppressed: 2 });
  });
});
