import { defineConfig } from "vitest/config";

// Run by `npm run mutation`: the tests that stand next to what is mutated.
export default defineConfig({
  test: { include: ["test/approval/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
