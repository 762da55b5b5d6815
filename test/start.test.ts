import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findRoot } from "../src/host/repository.ts";
import type { ProcessIo } from "../src/main.ts";
import * as program from "../src/main.ts";
import { start } from "../src/start.ts";
import { recordedProcess } from "./support/process-io.ts";
import { folderWith, repositoryWith } from "./support/program.ts";

/** One run, and how often the program was loaded for it. */
async function run(argv: readonly string[], cwd: string, build?: string) {
  const { io, said } = recordedProcess();
  let loaded = 0;
  const code = await start(argv, { cwd, version: "1.2.3", ...io, ...(build === undefined ? {} : { build }) }, () => {
    loaded++;
    return program;
  });
  return { code, loaded, ...said };
}

it("recalled: a run that has nothing new to say is said again without loading the program", async () => {
  const { path: cwd, write } = repositoryWith({ "src/a.ts": "export const a = 1;\n", ".gitignore": "node_modules\n" });
  write("node_modules/.keep", "");
  const first = await run([], cwd, "b");
  expect(first).toMatchObject({ code: 1, loaded: 1 });
  expect(await run([], cwd, "b")).toEqual({ ...first, loaded: 0 });
  expect(readdirSync(join(cwd, "node_modules/.cache/design-lint/runs"))).toHaveLength(1);
  write("src/b.ts", "export const b = 1;\n");
  expect((await run([], cwd, "b")).out).toContain("src/b.ts");
});

it("not-kept: a run that could not judge is never recalled", async () => {
  const { path: cwd } = repositoryWith({ "src/a.ts": "export const a = 1;\n", ".designrc.json": "{" });
  for (const _ of [1, 2]) expect(await run([], cwd, "b")).toMatchObject({ code: 2, loaded: 1 });
});

it("never: without a build, and for other commands, the program is loaded each time", async () => {
  const { path: cwd } = repositoryWith({ "src/a.ts": "export const a = 1;\n" });
  for (const _ of [1, 2]) expect(await run([], cwd)).toMatchObject({ code: 1, loaded: 1 });
  for (const _ of [1, 2]) expect(await run(["rules"], cwd, "b")).toMatchObject({ code: 0, loaded: 1 });
});

it("ahead: for a hook git looks for the root while the program is loaded", async () => {
  const rootIn = async (cwd: string, argv: readonly string[]) => {
    const { io } = recordedProcess();
    const seen: ProcessIo[] = [];
    const main = async (_argv: readonly string[], handed: ProcessIo) => seen.push(handed);
    expect(await start(argv, { cwd, version: "1.2.3", ...io }, () => ({ main }))).toBe(1);
    return seen[0]?.root;
  };
  const { path } = repositoryWith({ "src/a.ts": "" });
  expect(await rootIn(path, ["--staged"])).toEqual(await findRoot(path));
  expect(await rootIn(path, ["--strict"])).toBeUndefined();
  expect(await rootIn(join(path, "gone"), ["--staged"])).toBeNull();
});

it("failure: a program that cannot be loaded is exit code 2 and says so", async () => {
  const { io, said } = recordedProcess();
  const load = () => {
    throw new Error("no such file");
  };
  expect(await start([], { cwd: folderWith({}), version: "1.2.3", ...io }, load)).toBe(2);
  expect(said.err).toContain("no such file");
});
