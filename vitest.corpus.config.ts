import { defineConfig } from "vitest/config";

// Real packages: slower, run by `npm run test:corpus`.
export default defineConfig({
  test: { include: ["test/corpus/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000, fileParallelism: false },
});
