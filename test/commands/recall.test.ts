import { afterEach, expect, it, vi } from "vitest";
import { recall, type Surroundings } from "../../src/commands/recall.ts";
import { repositoryWith } from "../support/program.ts";

const output = { exitCode: 0, stdout: "clean\n", stderr: "" };

function at(cwd: string, more: Partial<Surroundings> = {}): Surroundings {
  return { cwd, version: "1", build: "b", env: {}, isTTY: false, stdoutIsTTY: false, columns: 80, ...more };
}

async function kept(argv: readonly string[], where: Surroundings): Promise<void> {
  const found = await recall(argv, where);
  if (found?.kind !== "new") throw new Error("nothing to keep");
  await found.keep(output, []);
}

function repository() {
  return repositoryWith({ "src/a.ts": "a", ".gitignore": "node_modules\n", "node_modules/.keep": "" });
}

it("known: the same command on the same files is known", async () => {
  const { path, write } = repository();
  write("new.ts", "new");
  await kept(["--strict"], at(path));
  expect(await recall(["--strict"], at(path))).toEqual({ kind: "known", output });
  write("new.ts", "old");
  expect((await recall(["--strict"], at(path)))?.kind).toBe("new");
});

it("surroundings: another flag, format, folder, program or colour is not", async () => {
  const { path } = repository();
  await kept([], at(path));
  expect((await recall([], at(path)))?.kind).toBe("known");
  expect((await recall(["--strict"], at(path)))?.kind).toBe("new");
  expect((await recall(["-f", "json"], at(path)))?.kind).toBe("new");
  const others = [
    { cwd: `${path}/src` },
    { build: "c" },
    { version: "2" },
    { columns: 100 },
    { env: { NO_COLOR: "1" } },
  ];
  for (const other of others) expect((await recall([], at(path, other)))?.kind).toBe("new");
});

afterEach(() => {
  vi.useRealTimers();
});

it("another-day: what was said yesterday is not said again, since ages count in days", async () => {
  const { path } = repository();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-01T10:00:00Z") });
  await kept([], at(path));
  expect((await recall([], at(path)))?.kind).toBe("known");
  vi.setSystemTime(new Date("2026-01-02T10:00:00Z"));
  expect((await recall([], at(path)))?.kind).toBe("new");
});

it("changed-meanwhile: a run during which a file changed is not kept", async () => {
  const { path, write } = repository();
  const found = await recall([], at(path));
  write("src/a.ts", "b");
  if (found?.kind === "new") await found.keep(output, []);
  expect((await recall([], at(path)))?.kind).toBe("new");
  write("src/a.ts", "a");
  expect((await recall([], at(path)))?.kind).toBe("new");
});

it("never: under CI, without a build, for other commands and for reports to files there is nothing to recall", async () => {
  const { path } = repository();
  const { build: _, ...unbuilt } = at(path);
  expect(await recall([], unbuilt)).toBeNull();
  expect(await recall([], at(path, { env: { CI: "true" } }))).toBeNull();
  expect(await recall([], at(path, { env: { GITHUB_STEP_SUMMARY: "/tmp/summary" } }))).toBeNull();
  const commands = ["init", "src", "--fix", "--staged", "--no-cache", "--since=main", "-c", "--stats", "--strict=1"];
  for (const word of commands) expect(await recall([word], at(path))).toBeNull();
  expect(await recall(["-f", "json=a.json"], at(path))).toBeNull();
  expect(await recall(["--format=json=a.json"], at(path))).toBeNull();
  expect(await recall(["-f"], at(path))).toBeNull();
});
