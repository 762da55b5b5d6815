import { describe, expect, it } from "vitest";
import { createStats } from "../../src/commands/stats.ts";

describe("createStats", () => {
  it("names the phases and counts what the cache knew", async () => {
    const stats = createStats(true);
    const cache = stats.watch({ get: (key) => (key === "known" ? 1 : undefined), set: () => undefined });
    expect(await stats.time("judge", async () => [cache.get("known"), cache.get("new")])).toEqual([1, undefined]);
    expect(stats.text()).toMatch(/judge\s+[\d.]+ ms\n/u);
    expect(stats.text()).toContain("1 facts known, 1 extracted");
  });

  it("not-wanted: says nothing unless asked for", () => {
    expect(createStats(false).text()).toBe("");
  });

  it("failure: a phase that fails is counted, and its error goes on", async () => {
    const stats = createStats(true);
    await expect(stats.time("judge", () => Promise.reject(new Error("oh")))).rejects.toThrow("oh");
    expect(stats.text()).toContain("judge");
  });
});
