import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCheck } from "../../src/commands/check.ts";
import type { RawFlags } from "../../src/commands/check-flags.ts";
import { interfaceProject } from "../support/interface-project.ts";
import { recordedProcess } from "../support/process-io.ts";
import { folderWith, repositoryWith } from "../support/program.ts";

const config = { ".designrc.json": '{ "version": 1 }' };
const clean = { ...config, ...interfaceProject("export const a: number = 1;\n", "export declare const a: number;") };
const missing = { ...clean, "src/b.ts": "export const b: number = 1;\n" };

async function check(cwd: string, flags: RawFlags = {}, paths: readonly string[] = []) {
  const { io, said } = recordedProcess();
  let repeatable = false;
  const remember = (): void => {
    repeatable = true;
  };
  const code = await runCheck(
    paths,
    { cache: false, ...flags },
    { cwd, version: "1.2.3", ...io, color: false, remember },
  );
  return { code, ...said, repeatable };
}

/** Makes every kept verdict one without findings, checksums and all. */
function forgeVerdicts(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".facts"))) {
    const path = join(folder, name);
    const [, ...lines] = readFileSync(path, "utf8").split("\n");
    const body = lines.join("\n").replace(/"findings":\[\{.*?\}\],"compared"/gu, '"findings":[],"compared"');
    const hash = createHash("sha256").update(body).digest("hex");
    writeFileSync(path, `design-lint facts 1 "1.2.3" ${hash}\n${body}`);
  }
}

describe("runCheck", () => {
  it("repeatable: says where a run would say the same again, and not where it wrote, or took something from outside git's listing", async () => {
    const isRepeatable = async (files: Record<string, string>, flags: RawFlags = {}) =>
      (await check(repositoryWith(files).path, flags)).repeatable;
    expect(await isRepeatable(clean)).toBe(true);
    expect(await isRepeatable(missing)).toBe(true);
    expect(await isRepeatable(missing, { fix: true })).toBe(false);
    expect(await isRepeatable(clean, { staged: true })).toBe(false);
    expect(await isRepeatable(clean, { since: "HEAD" })).toBe(false);
    expect(await isRepeatable({ ...clean, ".gitattributes": "* text eol=crlf\n" })).toBe(false);
    expect(await isRepeatable({ ...clean, ".designrc.json": '{ "evidence": { "results": ["r.json"] } }' })).toBe(false);
    expect((await check(folderWith(clean))).repeatable).toBe(false);
    const hidden = repositoryWith(clean);
    hidden.git("update-index", "--assume-unchanged", "src/thing.ts");
    expect((await check(hidden.path)).repeatable).toBe(false);
  });

  it("clean: 0 with the denominator, findings: 1", async () => {
    expect(await check(folderWith(clean))).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 source: 1 designed"),
    });
    expect((await check(folderWith(missing))).code).toBe(1);
  });

  it("dry-run: prints the diff and writes nothing", async () => {
    const cwd = folderWith(missing);
    const { code, out, err } = await check(cwd, { fixDryRun: true });
    expect(out).toMatch(/^--- \/dev\/null\n\+\+\+ b\/docs\/design\/b\.md\n/u);
    expect(out).not.toContain("sources");
    expect(err).toContain("After these fixes: 2 sources: 2 designed; ");
    expect(code).toBe(0);
    expect((await check(cwd, { fixDryRun: true, fixType: "status" })).code).toBe(1);
    expect(existsSync(join(cwd, "docs/design/b.md"))).toBe(false);
  });

  it("fix: writes, says how much, and reports what is left", async () => {
    const cwd = folderWith(missing);
    const { out } = await check(cwd, { fix: true });
    expect(readFileSync(join(cwd, "docs/design/b.md"), "utf8")).toContain("export declare const b: number;");
    expect(out).toMatch(/2 written/u);
    expect(out).toContain("document/placeholder");
    expect(existsSync(join(cwd, "test/b.test.ts"))).toBe(true);
  });

  it("config-folder: --config makes the folder of the file the root", async () => {
    const inner = Object.fromEntries(Object.entries(clean).map(([path, text]) => [`packages/x/${path}`, text]));
    const cwd = folderWith({ ".designrc.json": "{}", ...inner });
    const { code, out } = await check(cwd, { config: "packages/x/.designrc.json" });
    expect(out).toContain("1 source: 1 designed");
    expect(code).toBe(0);
  });

  it("foreign-cache: kept facts that the repository brings along are not believed", async () => {
    const repository = repositoryWith({ ...clean, "node_modules/.keep": "" });
    repository.write("src/thing.ts", 'export const a: string = "1";\n');
    const honest = await check(repository.path);
    expect(honest.code).toBe(1);
    expect((await check(repository.path, { cache: true })).code).toBe(1);
    const folder = "node_modules/.cache/design-lint";
    forgeVerdicts(join(repository.path, folder));
    expect((await check(repository.path, { cache: true })).code).toBe(0);
    repository.git("add", "--force", "--all");
    const { code, out } = await check(repository.path, { cache: true });
    expect(code).toBe(1);
    expect(out).toContain("The cache is not used, since the repository holds files of it");
  });

  it("no-sources: without a config and without sources nothing was judged, which is exit code 2", async () => {
    expect(await check(folderWith({ "README.md": "" }))).toMatchObject({
      code: 2,
      err: expect.stringContaining("design-lint init"),
    });
  });

  it("no-sources: neither with a config that leaves the layout to the defaults, wherever it stands", async () => {
    const config = '{ "version": 1 }';
    for (const files of [{ ".designrc.json": config }, { "pkg/.designrc.json": config, "other/a.ts": "export {};" }])
      for (const strict of [false, true])
        expect(await check(folderWith(files), { strict })).toMatchObject({
          code: 2,
          err: expect.stringContaining("components"),
        });
    const begun = { ...clean, ".designrc.json": config };
    Reflect.deleteProperty(begun, "src/a.ts");
    expect((await check(folderWith(begun))).err).toBe("");
  });

  it("machine-error: a run that cannot judge still gives programs a report", async () => {
    const { code, out, err } = await check(folderWith({ ".designrc.json": "{" }), { format: ["json"] });
    expect(code).toBe(2);
    expect(JSON.parse(out).error.path).toBe(".designrc.json");
    expect(err).toContain(".designrc.json:1");
    const misspelt = await check(folderWith(clean), { format: ["json"], only: ["structure/missing-tset"] });
    expect(JSON.parse(misspelt.out).error).toMatchObject({
      code: "usage",
      hint: expect.stringContaining("missing-test"),
    });
  });

  it("unreadable-dry-run: a dry run that could not judge everything says so", async () => {
    const repository = repositoryWith(clean);
    // A sparse checkout leaves this file to its object, and the object is gone.
    repository.git("update-index", "--add", "--cacheinfo", `100644,${"1".repeat(40)},src/c.ts`);
    repository.git("update-index", "--skip-worktree", "src/c.ts");
    const { code, err } = await check(repository.path, { fixDryRun: true });
    expect(err).toContain("design-lint: ");
    expect(err).toContain("src/c.ts");
    expect(code).toBe(2);
  });
});
