import { describe, expect, it } from "vitest";
import {
  askGit,
  gitBytes,
  gitEnvironment,
  gitFailure,
  hookVariables,
  isGitMissing,
  runGit,
  startGit,
} from "../../src/host/git.ts";
import { commitAll, tempFolder, tempRepository } from "../support/temp-git.ts";

const none = {};

describe("gitEnvironment", () => {
  it("inherited: inherited GIT variables and programs are dropped, PATH stays", () => {
    const env = gitEnvironment(
      { GIT_EXTERNAL_DIFF: "evil", git_ssh: "evil", EDITOR: "vi", PAGER: "less", PATH: "/bin" },
      none,
    );
    expect(Object.keys(env).filter((name) => /diff|ssh|editor|pager/iu.test(name))).toEqual([]);
    expect(env.PATH).toBe("/bin");
  });

  it("hardened: replace refs, grafts, lazy fetches and pathspec magic are off, whatever the environment says", () => {
    const env = gitEnvironment({ GIT_NO_REPLACE_OBJECTS: "0", LC_ALL: "de_DE" }, none);
    expect(env).toMatchObject({
      GIT_NO_REPLACE_OBJECTS: "1",
      GIT_GRAFT_FILE: "/dev/null",
      GIT_NO_LAZY_FETCH: "1",
      GIT_LITERAL_PATHSPECS: "1",
      LC_ALL: "C",
    });
  });

  it("hook: the repository and index that a hook hands down are kept", () => {
    const kept = hookVariables({ GIT_DIR: "/a/.git", GIT_INDEX_FILE: "next", GIT_EDITOR: ":", GIT_WORK_TREE: "" });
    expect(kept).toEqual({ GIT_DIR: "/a/.git", GIT_INDEX_FILE: "next" });
    expect(gitEnvironment({}, kept)).toMatchObject(kept);
  });
});

describe("runGit", () => {
  it("replace-refs: a replaced object is read as it is", async () => {
    const folder = tempRepository();
    folder.write("a.txt", "good\n");
    folder.write("b.txt", "evil\n");
    commitAll(folder);
    const [good = "", evil = ""] = folder.git("rev-parse", "HEAD:a.txt", "HEAD:b.txt").split("\n");
    folder.git("replace", good, evil);
    expect(folder.git("cat-file", "blob", good)).toBe("evil\n");
    const bytes = await gitBytes({ folder: folder.path, env: none }, ["cat-file", "blob", good]);
    expect(bytes.toString()).toBe("good\n");
  });

  it("no-shell: arguments reach git as they are", async () => {
    const folder = tempRepository();
    folder.write("$(touch x); *", "1");
    commitAll(folder);
    const args = ["ls-files", "-z", "--", "$(touch x); *"];
    expect((await gitBytes({ folder: folder.path, env: none }, args)).toString()).toBe("$(touch x); *\0");
  });

  it("binary: output is given byte by byte", async () => {
    const folder = tempRepository();
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    folder.write("all.bin", bytes);
    commitAll(folder);
    const output = await gitBytes({ folder: folder.path, env: none }, ["cat-file", "blob", "HEAD:all.bin"]);
    expect([...output]).toEqual([...bytes]);
  });

  it("exit-code: failing is a code with the reason, also where git says nothing", async () => {
    const folder = tempRepository();
    const place = { folder: folder.path, env: none };
    expect(await runGit(place, ["rev-parse", "--verify", "--quiet", "nothing"])).toMatchObject({ code: 1, stderr: "" });
    expect((await runGit(place, ["rev-parse", "--verify", "nothing"])).code).toBe(128);
    await expect(gitBytes(place, ["ls-tree", "nothing"])).rejects.toMatchObject({
      name: "UserError",
      code: "git-failed",
    });
  });

  it("input: text is handed to git", async () => {
    const folder = tempRepository();
    const output = await runGit({ folder: folder.path, env: none }, ["hash-object", "--stdin"], "hello\n");
    expect(output.stdout.toString()).toBe("ce013625030ba8dba906f756967f9e9ca394464a\n");
  });

  it("missing: a machine without git is told apart from git failing", async () => {
    const folder = tempFolder();
    const path = process.env.PATH;
    process.env.PATH = folder.path;
    const output = await runGit({ folder: folder.path, env: none }, ["version"]).finally(() => {
      process.env.PATH = path;
    });
    expect(isGitMissing(output)).toBe(true);
    expect(isGitMissing(await runGit({ folder: folder.path, env: none }, ["ls-files"]))).toBe(false);
  });
});

describe("gitFailure", () => {
  it("untrusted: dubious ownership gives the command that git names", () => {
    const stderr = [
      "fatal: detected dubious ownership in repository at '/x'",
      "To add an exception for this directory, call:",
      "",
      "\tgit config --global --add safe.directory /x",
    ].join("\n");
    const error = gitFailure({ code: 128, stdout: Buffer.alloc(0), stderr }, ["status"]);
    expect(error).toMatchObject({ code: "git-untrusted", hint: "Run: git config --global --add safe.directory /x" });
  });
});

describe("startGit", () => {
  it("asked: a question without the library gives the same code, bytes and reason", async () => {
    const folder = tempRepository();
    folder.write("a", "x");
    const place = { folder: folder.path, env: {} };
    for (const args of [
      ["ls-files", "-z", "--others"],
      ["rev-parse", "--verify", "HEAD"],
    ]) {
      expect(await askGit(place, args)).toEqual(await runGit(place, args));
    }
  });

  it("batch: a process answers while its input is open", async () => {
    const folder = tempRepository();
    const child = startGit({ folder: folder.path, env: none }, ["cat-file", "--batch"]);
    const answer = new Promise<string>((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
    child.stdin.write("0123456789012345678901234567890123456789\n");
    expect(await answer).toMatch(/missing\n$/u);
    child.stdin.end();
  });
});
