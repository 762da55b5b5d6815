// What `npm start` shows: the program on this repository, then on the example, then on the example with a mistake in it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = join(root, "examples/sessions");
// What a person sees: under CI the base of the example would have to be named.
const env = { ...process.env, CI: "" };
const scratch = mkdtempSync(join(tmpdir(), "design-lint-start-"));
try {
  cpSync(example, scratch, { recursive: true, filter: (path) => !path.includes("node_modules") });
  const store = join(scratch, "src/sessions/store.ts");
  writeFileSync(store, readFileSync(store, "utf8").replace("find(id: string", "find(id: number"));
  const judged = [
    run("This repository, judged by itself:", root),
    run("The example project in examples/sessions:", root, "--config", "examples/sessions/.designrc.json"),
  ];
  run(
    "A copy of the example in which the code has left its design (src/sessions/store.ts; here findings are meant):",
    scratch,
  );
  process.exitCode = Math.max(...judged);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function run(title, cwd, ...args) {
  process.stdout.write(`\n── ${title}\n   $ ${["design-lint", ...args].join(" ")}\n\n`);
  return spawnSync(process.execPath, [join(root, "dist/cli.cjs"), ...args], { cwd, env, stdio: "inherit" }).status ?? 2;
}
