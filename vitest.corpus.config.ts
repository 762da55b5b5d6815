import { defineConfig } from "vitest/config";
import { builtSyntax } from "./test/support/built-syntax.ts";

// Real packages: slower, run by `npm run test:corpus`.
export default defineConfig({
  define: builtSyntax,
  test: { include: ["test/corpus/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000, fileParallelism: false },
});
