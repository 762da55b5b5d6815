import { describe, expect, it } from "vitest";
import { main, type ProcessIo } from "../src/main.ts";
import { recordedProcess } from "./support/process-io.ts";
import { folderWith } from "./support/program.ts";

async function run(argv: readonly string[], files: Record<string, string> = {}, more: Partial<ProcessIo> = {}) {
  const { io, said } = recordedProcess();
  const code = await main(argv, { cwd: folderWith(files), version: "1.2.3", ...io, ...more });
  return { code, ...said };
}

describe("main", () => {
  it("user-error: is exit code 2 and one clear message", async () => {
    const { code, err } = await run([], { ".designrc.json": "{" });
    expect(code).toBe(2);
    expect(err).toMatch(/^design-lint: \.designrc\.json:1:\d+: /u);
  });

  it("commands: each is reached", async () => {
    expect((await run(["rules"])).out).toContain("structure/missing-design");
    expect((await run(["explain", "structure/missing-design"])).out).toContain("structure/missing-design");
    expect((await run(["new", "modul", "a"], { ".designrc.json": "{}" })).err).toContain("module");
    expect((await run(["mv", "a", "b"], { ".designrc.json": "{}" })).code).toBe(2);
    expect((await run(["status", "none"], { "src/a.ts": "" })).err).toContain("There is no component");
    expect((await run(["doctor"], { "src/a.ts": "" })).out).toContain("no git repository");
    expect((await run(["init"], { "src/a.ts": "" })).err).toContain("--yes");
  });

  it("color: the last flag wins over the environment and the terminal", async () => {
    const files = { "src/a.ts": "export const a = 1;\n" };
    expect((await run(["--color"], files)).out).toContain("\u001b[");
    expect((await run(["--color", "--no-color"], files)).out).not.toContain("\u001b[");
  });
});
