import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintFolder } from "../src/lint-folder.ts";
import { UserError } from "../src/user-error.ts";
import { approvedProject, designText, paths, people } from "./support/approved-project.ts";
import { interfaceProject } from "./support/interface-project.ts";
import { repositoryWith } from "./support/program.ts";

const clean = interfaceProject("export const a: number = 1;\n", "export declare const a: number;");

describe("lintFolder", () => {
  it("sub-folder: from inside a repository the whole project is judged", async () => {
    const { path } = repositoryWith({ ...clean, "src/deep/b.ts": "export const b: number = 1;\n" });
    const report = await lintFolder(join(path, "src/deep"));
    expect(report.summary.sources).toBe(2);
    expect(report.tool.version).toMatch(/^\d+\.\d+\.\d+/u);
    expect(report.diagnostics.map(({ rule, path: file }) => [rule, file])).toEqual([
      ["structure/missing-design", "src/deep/b.ts"],
      ["structure/missing-test", "src/deep/b.ts"],
    ]);
  });

  it("texts: a text in hand counts instead of the file on disk, also where no file stands yet", async () => {
    const { path } = repositoryWith(clean);
    const changed = { "src/thing.ts": "export const a: string = '';\n", "src/b.ts": "export const b: number = 1;\n" };
    const report = await lintFolder(path, { texts: new Map(Object.entries(changed)), strict: true });
    const found = report.diagnostics.map(({ rule }) => rule);
    expect(found).toContain("interface/changed");
    expect(found).toContain("structure/missing-design");
    expect((await lintFolder(path)).diagnostics).toEqual([]);
  });

  it("approvals: judged as in a check, by the base and against it", async () => {
    const { path, git } = repositoryWith(approvedProject(people(["alice", "bob"])));
    git("branch", "base");
    const said = async (texts: Readonly<Record<string, string>>) => {
      const report = await lintFolder(path, { policyRef: "base", texts: new Map(Object.entries(texts)) });
      return { rules: report.diagnostics.map(({ rule }) => rule), notices: report.notices.map(({ code }) => code) };
    };
    expect(await said({})).toEqual({ rules: [], notices: ["approvals"] });
    const edited = { [paths.design]: designText.replace("one session", "two sessions") };
    expect((await said(edited)).rules).toEqual(["approval/missing"]);
    const off = { ...edited, [paths.config]: '{ "version": 1, "rules": { "approval/missing": "off" } }\n' };
    expect((await said(off)).rules.sort()).toEqual(["approval/missing", "policy/changed"]);
  });

  it("no-base: a protected ref that is named and is not here is never a pass", async () => {
    const { path } = repositoryWith(clean);
    await expect(lintFolder(path, { policyRef: "origin/main" })).rejects.toMatchObject({ code: "unknown-ref" });
  });

  it("no-folder: a folder that does not exist rejects with a user error", async () => {
    await expect(lintFolder("/no/such/folder")).rejects.toBeInstanceOf(UserError);
  });
});
