import { chmodSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { interfaceProject } from "../support/interface-project.ts";
import { designLint, repositoryWith } from "../support/program.ts";

const kills = Number(process.env.CACHE_KILLS ?? 200);

function repository() {
  const project = interfaceProject('export const a = ["x"].concat("y");\n', "export declare const a: number[];");
  const made = repositoryWith({ ...project, ".designrc.json": "{}", ".gitignore": "node_modules\n" });
  made.write("node_modules/.keep", "");
  return made;
}

const wantedOf = async (cwd: string) => {
  const { code, stdout } = await designLint(["-f", "json", "--no-cache"], { cwd });
  expect(stdout).toContain("interface/changed");
  return { code, stdout };
};

const toldBy = async (cwd: string) => {
  const { code, stdout } = await designLint(["-f", "json"], { cwd });
  return { code, stdout };
};

function keptFiles(cwd: string): readonly string[] {
  const folder = join(cwd, "node_modules/.cache/design-lint");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  return names.filter((name) => statSync(name).isFile());
}

it(`killed at ${kills} moments, the next run says the same`, async () => {
  const { path, write } = repository();
  for (let time = 0; time < kills; time++) {
    // A new source each time, so that there is something to keep.
    write("src/more.ts", `export const more = ${time};\n`);
    await designLint(["-f", "json"], { cwd: path, killAfter: 20 + ((time * 37) % 1500) });
    if (time % 10 === 0) expect(await toldBy(path)).toEqual(await wantedOf(path));
  }
  expect(await toldBy(path)).toEqual(await wantedOf(path));
});

it("two at once say the same", async () => {
  const { path } = repository();
  const wanted = await wantedOf(path);
  for (let time = 0; time < 5; time++) {
    expect(await Promise.all([toldBy(path), toldBy(path), toldBy(path)])).toEqual([wanted, wanted, wanted]);
  }
});

it("kept files that were cut off, emptied or overwritten count as not there", async () => {
  const { path } = repository();
  const wanted = await wantedOf(path);
  const damages: readonly ((file: string) => void)[] = [
    (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
    (file) => writeFileSync(file, ""),
    (file) =>
      writeFileSync(
        file,
        readFileSync(file).map((byte, at) => (at % 97 === 96 ? byte ^ 1 : byte)),
      ),
    (file) => writeFileSync(file, "something else\n"),
  ];
  for (const damage of damages) {
    expect(await toldBy(path)).toEqual(wanted);
    expect(keptFiles(path).length).toBeGreaterThan(2);
    for (const file of keptFiles(path)) damage(file);
    expect(await toldBy(path)).toEqual(wanted);
    expect(await toldBy(path)).toEqual(wanted);
  }
});

it("a folder that may not be written, or a file in its place, is no failure", async () => {
  const { path, write, remove } = repository();
  const wanted = await wantedOf(path);
  write("node_modules/.cache/design-lint/.keep", "");
  chmodSync(join(path, "node_modules/.cache/design-lint"), 0o500);
  expect(await toldBy(path)).toEqual(wanted);
  chmodSync(join(path, "node_modules/.cache/design-lint"), 0o700);
  remove("node_modules/.cache");
  write("node_modules/.cache", "a file");
  expect(await toldBy(path)).toEqual(wanted);
  expect(await toldBy(path)).toEqual(wanted);
});
