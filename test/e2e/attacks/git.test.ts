import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCheck } from "../../../src/commands/check.ts";
import { configText, designText, paths } from "../../support/approved-project.ts";
import { edited, ownKey, sceneOf, source, verify } from "../../support/attack.ts";
import { recordingIo } from "../../support/command-io.ts";
import { digestAlone, ownPolicy, shownByGit, wasRun } from "../../support/naive-checks.ts";
import { cleanEnvironment, commitAll, type TempFolder, tempFolder } from "../../support/temp-git.ts";

const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args, { cwd, env: cleanEnvironment(), encoding: "utf8" });
const stale = (text: string) => text.replace("one session", "two sessions");
const unapproved = { code: 1, rules: ["stale"] };

async function check(folder: TempFolder, env: Readonly<Record<string, string>> = {}, cache = false) {
  const io = recordingIo(folder.path, { env });
  const rest = { version: "0.0.0", progressStream: process.stderr, stderrIsTTY: false };
  const code = await runCheck([], { format: ["concise"], policyRef: "base", cache }, { ...io, ...rest });
  return { code, out: `${io.out()}${io.err()}` };
}

describe("4: nothing of a repository is run", () => {
  it("code where a config could be, and scripts of a package", async () => {
    const scene = await sceneOf({});
    const code = 'require("node:fs").writeFileSync("canary", "")';
    scene.write(".designrc.js", code);
    scene.write(".design/evil.cjs", code);
    const scripts = { lint: "touch canary", prepare: "touch canary", "pre-commit": "touch canary" };
    scene.write("package.json", JSON.stringify({ scripts, "design-lint": "./.design/evil.cjs" }));
    scene.write("node_modules/evil/index.js", code);
    expect(await check(scene)).toMatchObject({ code: 0 });
    scene.edit(paths.config, "{", '{ "extends": "./.design/evil.cjs",');
    expect(await verify(scene)).toMatchObject({ code: 2, rules: ["config-invalid"] });
    scene.edit(paths.config, "./.design/evil.cjs", "evil");
    expect(await verify(scene)).toMatchObject({ code: 2, rules: ["config-invalid"] });
    expect((await check(scene)).code).toBe(2);
    expect(wasRun(scene, "canary")).toBe(false);
    execFileSync(process.execPath, [".designrc.js"], { cwd: scene.path });
    expect(wasRun(scene, "canary"), "a tool that loads its config as code").toBe(true);
  });
});

describe("16 and 24: names that stand for other files", () => {
  const twins: readonly (readonly [string, string, string])[] = [
    ["in another normalisation", "docs/design/sessions/caf\u00e9.md", "docs/design/sessions/cafe\u0301.md"],
    ["in another case", paths.design, "docs/design/sessions/Store.md"],
  ];
  it.each(twins)("a twin %s is refused", async (_, path, twin) => {
    const scene = await sceneOf({});
    const blob = (text: string) =>
      execFileSync("git", ["hash-object", "-w", "--stdin"], { cwd: scene.path, input: text }).toString().trim();
    const add = (name: string, text: string) =>
      scene.git("update-index", "--add", "--cacheinfo", `100644,${blob(text)},${name}`);
    const approved = scene.read(paths.design);
    add(path, path === paths.design ? approved : scene.approve(designText, { path }));
    add(twin, edited);
    scene.git("commit", "-q", "-m", "attack");
    expect(await verify(scene, { tree: "change" })).toMatchObject({ code: 2, rules: ["path-twins"] });
    scene.git("checkout", "-q", "-f", "change");
    expect(shownByGit(scene, "show", `change:${path}`), "who asks for the name gets the approved one").toBe(true);
  });

  it("a document that is a link to an approved one, or a submodule, is none", async () => {
    const clock = "docs/design/sessions/clock.md";
    const linked = await sceneOf({});
    linked.write("src/sessions/clock.ts", "export const limit: number = 1;\n");
    symlinkSync("store.md", join(linked.path, clock));
    commitAll(linked, "attack");
    const said = { code: 1, rules: ["code-ahead"] };
    expect(await verify(linked)).toMatchObject(said);
    expect(await verify(linked, { tree: "change" })).toMatchObject(said);
    expect(digestAlone(linked, clock), "who opens the path reads an approved design").toBe(true);

    const sub = await sceneOf({});
    sub.remove("docs/design");
    sub.git("rm", "-rq", "--cached", "docs/design");
    const commit = sub.git("rev-parse", "HEAD").trim();
    sub.git("update-index", "--add", "--cacheinfo", `160000,${commit},docs/design`);
    sub.git("commit", "-q", "-m", "attack");
    expect(await verify(sub, { tree: "change" })).toMatchObject({ code: 1, rules: ["removed"] });
    sub.write(paths.design, sub.git("show", `base:${paths.design}`));
    expect(digestAlone(sub), "what lies there looks approved").toBe(true);
  });
});

describe("25 and 26: what a repository tells git", () => {
  it("replace refs and grafts change no object that is judged", async () => {
    const scene = await sceneOf({});
    const approved = scene.git("rev-parse", `HEAD:${paths.design}`).trim();
    scene.write(paths.design, stale(scene.read(paths.design)));
    commitAll(scene, "attack");
    scene.git("replace", scene.git("rev-parse", `HEAD:${paths.design}`).trim(), approved);
    expect(await verify(scene, { tree: "change" })).toMatchObject(unapproved);
    expect(shownByGit(scene, "show", `change:${paths.design}`), "git shows the replacement").toBe(true);
    scene.git("replace", "-d", scene.git("--no-replace-objects", "rev-parse", `HEAD:${paths.design}`).trim());
    scene.write(
      ".git/info/grafts",
      `${scene.git("rev-parse", "base").trim()} ${scene.git("rev-parse", "change").trim()}\n`,
    );
    expect(await verify(scene, { tree: "change" })).toMatchObject(unapproved);
    const fooled = run("git", ["merge-base", "--is-ancestor", "change", "base"], scene.path).status === 0;
    expect(fooled, "git takes the change for a part of the base").toBe(true);
  });

  it("skip-worktree and assume-unchanged hide no change", async () => {
    for (const flag of ["--skip-worktree", "--assume-unchanged"]) {
      const scene = await sceneOf({});
      scene.git("update-index", flag, paths.design);
      scene.write(paths.design, stale(scene.read(paths.design)));
      expect(await verify(scene)).toMatchObject(unapproved);
      expect(scene.git("status", "--porcelain"), `${flag}: git sees nothing`).toBe("");
    }
  });

  it("textconv and filters change nothing that is judged", async () => {
    const scene = await sceneOf({});
    writeFileSync(join(scene.path, ".git", "approved.md"), scene.read(paths.design));
    scene.write(".gitattributes", "*.md diff=forged\n");
    scene.git("config", "diff.forged.textconv", `cat "${join(scene.path, ".git", "approved.md")}" #`);
    scene.write(paths.design, stale(scene.read(paths.design)));
    commitAll(scene, "attack");
    expect(await verify(scene)).toMatchObject(unapproved);
    expect(await verify(scene, { tree: "change" })).toMatchObject(unapproved);
    expect(shownByGit(scene, "cat-file", "--textconv", `change:${paths.design}`), "git shows what it was told").toBe(
      true,
    );
  });

  it("a program that lies about signatures is never asked", async () => {
    const scene = await sceneOf({});
    const liar = scene.write(
      ".git/liar",
      "#!/bin/sh\ntouch canary\necho 'Good \"git\" signature for alice@example.com with ED25519 key SHA256:x'\n",
    );
    chmodSync(liar, 0o755);
    for (const [name, value] of [
      ["gpg.format", "ssh"],
      ["gpg.ssh.program", liar],
      ["gpg.ssh.allowedSignersFile", join(scene.path, paths.signers)],
    ] as const)
      scene.git("config", name, value);
    scene.write(paths.design, scene.approve(edited, ownKey));
    scene.git("add", "--all");
    const signing = ["-c", "gpg.ssh.program=ssh-keygen", "-c", `user.signingkey=${scene.key("mallory")}`];
    scene.git(...signing, "commit", "-q", "-S", "-m", "attack");
    expect(await verify(scene)).toMatchObject({ code: 1, rules: ["untrusted"] });
    expect(wasRun(scene, "canary")).toBe(false);
    expect(run("git", ["verify-commit", "change"], scene.path).status, "git believes it").toBe(0);
  });
});

describe("27: what is not there, and what was there before", () => {
  it("a shallow clone, and one without blobs, are exit code 2, never a pass", async () => {
    const scene = await sceneOf({});
    scene.write(paths.design, stale(scene.read(paths.design)));
    commitAll(scene, "attack");
    const shallow = tempFolder();
    const url = `file://${scene.path}`;
    shallow.git("clone", "-q", "--depth=1", "--branch=change", url, "clone");
    const clone = { ...shallow, path: join(shallow.path, "clone") };
    const env = { CI: "true", GITHUB_BASE_REF: "base" };
    const inCi = async (folder: TempFolder) => {
      const io = recordingIo(folder.path, { env });
      const code = await runCheck(
        [],
        {},
        { ...io, version: "0.0.0", progressStream: process.stderr, stderrIsTTY: false },
      );
      return { code, said: io.err() };
    };
    expect(await inCi(clone)).toMatchObject({ code: 2, said: expect.stringContaining("git fetch") });
    const missing = run("git", ["diff", "--quiet", "origin/base", "--", "docs"], clone.path).status;
    expect(missing !== 1, "a check that takes no difference for none").toBe(true);
    scene.git("config", "uploadpack.allowFilter", "true");
    shallow.git("clone", "-q", "--filter=blob:none", "--branch=change", url, "partial");
    const partial = { ...shallow, path: join(shallow.path, "partial") };
    run("git", ["remote", "set-url", "origin", "file:///gone"], partial.path);
    const said = await inCi(partial);
    expect(said.code, said.said).toBe(2);
  });

  it("a poisoned cache is not believed under CI", async () => {
    const scene = await sceneOf({});
    scene.write(paths.design, stale(scene.read(paths.design)));
    commitAll(scene, "attack");
    scene.write("node_modules/.keep", "");
    scene.write(".git/info/exclude", "node_modules\n");
    expect((await check(scene, {}, true)).code).toBe(1);
    const cache = join(scene.path, "node_modules/.cache/design-lint");
    let poisoned = 0;
    for (const name of readdirSync(cache, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const file = join(name.parentPath, name.name);
      const text = readFileSync(file, "utf8");
      const body = text.slice(text.indexOf("\n") + 1).replaceAll('"value":"implemented"', '"value":"draft"');
      if (!text.includes(body)) poisoned++;
      // Whoever can write the cache can write its checksum too.
      const checksum = createHash("sha256").update(body).digest("hex");
      writeFileSync(file, `${text.slice(0, text.indexOf("\n") - checksum.length)}${checksum}\n${body}`);
    }
    expect(poisoned).toBeGreaterThan(0);
    expect((await check(scene, {}, true)).out, "a run that believes its cache").not.toContain("approval/stale");
    expect((await check(scene, { CI: "true" }, true)).out).toContain("approval/stale");
    expect((await verify(scene)).rules).toEqual(["stale"]);
  });
});

describe("28: what keeps approvals valid", () => {
  it("squash, rebase, merge and cherry-pick, of which a check that is bound to commits knows none", async () => {
    const ways: readonly (readonly [name: string, commands: readonly string[]])[] = [
      ["squash", ["merge -q --squash change", "commit -q -m squashed"]],
      ["merge", ["merge -q --no-ff -m merged change"]],
      ["cherry-pick", ["cherry-pick base..change"]],
      ["rebase", ["checkout -q change", "rebase -q main"]],
    ];
    for (const [name, commands] of ways) {
      const scene = await sceneOf({});
      scene.write(paths.design, edited);
      scene.write(paths.source, source);
      commitAll(scene, "edit");
      scene.write(paths.design, scene.approve(edited));
      commitAll(scene, "approve");
      const approved = scene.git("rev-parse", "HEAD").trim();
      scene.git("checkout", "-q", "main");
      scene.write("other.txt", name);
      commitAll(scene, "meanwhile");
      for (const command of commands) scene.git(...command.split(" "));
      expect(await verify(scene), name).toMatchObject({ code: 0, rules: [] });
      expect(await ownPolicy(scene), name).toBe(true);
      const here = scene.git("rev-parse", "HEAD").trim();
      expect(here !== approved, "a signature of the commit would be one of another").toBe(true);
    }
  });
});

it("says in an error what is wrong with a config of the base", async () => {
  const scene = await sceneOf({ prepare: (base) => void base.write(paths.config, "{") });
  scene.write(paths.config, configText(["alice", "bob"]));
  expect(await verify(scene)).toMatchObject({ code: 2, rules: ["config-invalid"] });
});
