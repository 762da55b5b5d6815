import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPlatform } from "../../src/host/platform.ts";
import { memorySnapshot, overlay } from "../../src/snapshot.ts";
import { createOracleSource } from "../../src/workspace/oracle-source.ts";

const snapshot = memorySnapshot({
  "src/a.ts": "export const a = [1].length;\n",
  "src/b.ts": "export const b = 1 + 1;\n",
});

describe("createOracleSource", () => {
  it("reuse: the same code and fewer questions keep the program", async () => {
    const source = createOracleSource(createPlatform());
    const first = await source.oracle(snapshot, ["src/a.ts", "src/b.ts"]);
    expect(await source.oracle(overlay(snapshot, new Map([["docs/a.md", "text"]])), ["src/a.ts"])).toBe(first);
  });

  it("changed-code: other code or another source makes another program, which sees it", async () => {
    const source = createOracleSource(createPlatform());
    const first = await source.oracle(snapshot, ["src/a.ts"]);
    expect(first.declarationOf("src/a.ts", "a")).toMatchObject({ ok: true, text: expect.stringContaining("number") });
    const changed = overlay(snapshot, new Map([["src/a.ts", "export const a = [''].join();\n"]]));
    const second = await source.oracle(changed, ["src/a.ts"]);
    expect(second.declarationOf("src/a.ts", "a")).toMatchObject({ ok: true, text: expect.stringContaining("string") });
    expect(await source.oracle(changed, ["src/b.ts"])).not.toBe(second);
  });

  it("staged-deletion: a source that is on the disk and not in an index is nowhere", async () => {
    const root = mkdtempSync(join(tmpdir(), "oracle-source-"));
    mkdirSync(join(root, "src"));
    writeFileSync(join(root, "src/gone.ts"), "export function make(): number { return 1; }\n");
    const files = { "src/a.ts": 'import { make } from "./gone";\nexport const a = make();\n' };
    const answer = async (onDisk: boolean) => {
      const source = createOracleSource(createPlatform());
      writeFileSync(join(root, "src/a.ts"), files["src/a.ts"]);
      return (await source.oracle({ ...memorySnapshot(files, root), onDisk }, ["src/a.ts"])).declarationOf(
        "src/a.ts",
        "a",
      );
    };
    expect(await answer(true)).toMatchObject({ ok: true, text: "export declare const a: number;" });
    expect(await answer(false)).toMatchObject({ ok: false });
    rmSync(root, { recursive: true });
  });

  it("staged-other: declarations, scripts and data that an index deletes are nowhere, what tools make is seen", async () => {
    const root = mkdtempSync(join(tmpdir(), "oracle-source-"));
    for (const folder of ["src", "generated"]) {
      mkdirSync(join(root, folder));
      writeFileSync(join(root, folder, "gone.d.ts"), "export declare function make(): number;\n");
      writeFileSync(join(root, folder, "data.json"), '{ "a": 1 }');
    }
    const from = (folder: string) =>
      `import { make } from "${folder}/gone";\nimport data from "${folder}/data.json";\nexport const a = make();\nexport const b = data.a;\n`;
    const texts = { "src/a.ts": from("."), "src/b.ts": from("../generated") };
    const oracle = await createOracleSource(createPlatform()).oracle(memorySnapshot(texts, root), Object.keys(texts));
    const isKnown = (path: string) => ["a", "b"].map((name) => oracle.declarationOf(path, name).ok);
    expect([isKnown("src/a.ts"), isKnown("src/b.ts")]).toEqual([
      [false, false],
      [true, true],
    ]);
    rmSync(root, { recursive: true });
  });

  it("extended: what a config of an index extends is read from the index, whatever its name", async () => {
    const files = {
      "tsconfig.json": '{ "extends": "./config/base.json" }',
      "config/base.json": '{ "extends": "./strict.json" }',
      "config/strict.json": '{ "compilerOptions": { "exactOptionalPropertyTypes": true, "strict": true } }',
      "src/a.ts": "",
    };
    const snapshot = memorySnapshot(files, "/design-lint-nowhere");
    const isExact = await createOracleSource(createPlatform()).exactOptional(snapshot, ["src/a.ts"]);
    expect(isExact("src/a.ts")).toBe(true);
  });
});
