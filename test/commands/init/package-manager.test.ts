import { describe, expect, it } from "vitest";
import { packageManager } from "../../../src/commands/init/package-manager.ts";

const of = (...paths: string[]) => packageManager(new Set(paths));

describe("package manager", () => {
  it("lock-file: each names its package manager", () => {
    expect(of("pnpm-lock.yaml").name).toBe("pnpm");
    expect(of("yarn.lock").name).toBe("yarn");
    expect(of("bun.lock").name).toBe("bun");
    expect(of("package-lock.json")).toMatchObject({ name: "npm", install: "npm ci" });
  });

  it("no-lock-file: npm, installed without a lock", () => {
    expect(of("package.json")).toMatchObject({ name: "npm", install: "npm install" });
  });

  it("nested-lock-file: below the root it does not count", () => {
    expect(of("examples/a/yarn.lock").name).toBe("npm");
  });
});
