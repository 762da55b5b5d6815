import { defineConfig } from "vitest/config";
import { builtSyntax } from "./test/support/built-syntax.ts";

export default defineConfig({
  define: builtSyntax,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/fixtures/**", "test/corpus/**"],
    // No module keeps state, so files may share what they load: TypeScript once a worker instead of once a file halves the run.
    isolate: false,
    // The default leaves a core for the terminal; many tests only wait for git or the built program.
    maxWorkers: 2,
    // Many tests start git or the built program: generous, so that a busy machine makes no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
