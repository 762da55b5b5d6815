import { expect, it } from "vitest";
import { mapConcurrent } from "../../src/workspace/map-concurrent.ts";

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it("keeps-order: results stand where their items stood, however long each took", async () => {
  const results = await mapConcurrent([3, 1, 2], async (ms) => {
    await later(ms);
    return ms * 10;
  });
  expect(results).toEqual([30, 10, 20]);
});

it("bounded: at most 64 calls run at a time", async () => {
  let running = 0;
  let most = 0;
  await mapConcurrent(Array.from({ length: 300 }), async () => {
    most = Math.max(most, ++running);
    await later(1);
    running--;
  });
  expect(most).toBe(64);
});

it("first-failure: rejects with the first failure", async () => {
  const failing = mapConcurrent([1, 2], (item) => Promise.reject(new Error(`no ${item}`)));
  await expect(failing).rejects.toThrow("no 1");
});

it("no items make no calls", async () => {
  expect(await mapConcurrent([], () => Promise.reject(new Error("never")))).toEqual([]);
});
