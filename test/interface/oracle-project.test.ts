import { describe, expect, it } from "vitest";
import { defaultSettings, readSettings } from "../../src/interface/oracle-config.ts";
import { createProject } from "../../src/interface/oracle-project.ts";
import { memoryDisk, memoryRoot, smallConfig } from "../support/oracle.ts";

function project(files: Readonly<Record<string, string>>, members: readonly string[]) {
  const disk = memoryDisk({ "tsconfig.json": smallConfig, ...files });
  const settings = readSettings(`${memoryRoot}/tsconfig.json`, disk, []);
  return createProject(settings, members.map(disk.absolute), disk);
}

describe("createProject", () => {
  it("config-problem: settings that are not known in full answer every question", () => {
    const settings = { ...defaultSettings(), problem: "tsconfig.json cannot be read in full: why" };
    const answer = createProject(settings, [], memoryDisk({})).declarationOf("src/a.ts", "a");
    expect(answer).toEqual({ ok: false, reason: "tsconfig.json cannot be read in full: why" });
  });

  it("unannounced: a file that nobody announced is answered all the same", () => {
    const answer = project({ "src/a.ts": "export const a = [1];", "src/b.ts": "" }, ["src/b.ts"]).declarationOf(
      "src/a.ts",
      "a",
    );
    expect(answer).toMatchObject({ ok: true, text: "export declare const a: number[];" });
  });

  it("needed-parts: a made-up base comes with its class", () => {
    const made = project({ "src/a.ts": "const mix = () => class { a = 1 };\nexport class K extends mix() {}" }, [
      "src/a.ts",
    ]);
    expect(made.declarationOf("src/a.ts", "K")).toMatchObject({
      text: expect.stringMatching(/^declare const K_base[\s\S]*class K extends K_base/u),
    });
  });
});
