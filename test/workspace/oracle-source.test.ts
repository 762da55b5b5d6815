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
});
