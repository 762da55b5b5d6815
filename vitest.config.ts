import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/fixtures/**", "test/corpus/**"],
    // Many tests start git or the built program: generous, so that a busy machine makes no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
