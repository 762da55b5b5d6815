import { execFileSync } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { policyApprovalsPath } from "../../../src/document/policy-approvals.ts";
import { paths, policyEntry } from "../../support/approved-project.ts";
import { type Attack, expectRefused, type Scene, sceneOf, verify } from "../../support/attack.ts";
import { believesDocument, digestAlone, filesOf } from "../../support/naive-checks.ts";
import { commitAll } from "../../support/temp-git.ts";

const code = "export const evil: number = 1;\n";

/** Looks for source files by their names, as `find -type f -name '*.ts'` does, and asks for the design of each. */
function asksRegularFiles(scene: Scene): boolean {
  const found = execFileSync("find", ["src", "-type", "f", "-name", "*.ts"], { cwd: scene.path, encoding: "latin1" });
  const sources = found.split("\n").filter((name) => name !== "" && /^[ -~]*$/u.test(name));
  const designs = sources.map((name) => name.replace("src/", "docs/design/").replace(/ts$/u, "md"));
  return designs.every((name) => existsSync(join(scene.path, name))) && digestAlone(scene);
}

const linked = (path: string, target: string) => (scene: Scene) => {
  scene.write("data/evil.ts", code);
  scene.remove(path);
  symlinkSync(target, join(scene.path, path));
};

const rows: readonly Attack[] = [
  {
    name: "24: a new source that is a link to code outside the source roots",
    change: linked("src/sessions/evil.ts", "../../data/evil.ts"),
    code: 1,
    rules: ["code-ahead"],
    naive: asksRegularFiles,
  },
  {
    name: "24: a link in the place of an approved component's source, beside a stale design",
    change: (scene) => {
      linked(paths.source, "../../data/evil.ts")(scene);
      scene.edit(paths.design, "one session", "two sessions");
    },
    code: 1,
    rules: ["code-ahead", "stale"],
    naive: (scene) => execFileSync("find", ["src", "-type", "f"], { cwd: scene.path, encoding: "utf8" }) === "",
  },
  {
    name: "24: a folder of sources that is a link",
    change: linked("src/evil", "../data"),
    code: 1,
    rules: ["code-ahead"],
    naive: asksRegularFiles,
  },
  {
    name: "24: a source whose name is not UTF-8",
    change: (scene) => {
      const name = Buffer.concat([
        Buffer.from(`${scene.path}/src/sessions/ev`),
        Buffer.from([0xff]),
        Buffer.from("il.ts"),
      ]);
      execFileSync("bash", ["-c", 'cat > "$(printf %b "$0")"', `${scene.path}/src/sessions/ev\\xffil.ts`], {
        input: code,
      });
      expect(existsSync(name)).toBe(true);
    },
    code: 1,
    rules: ["code-ahead"],
    naive: asksRegularFiles,
  },
  {
    name: "14: the context set back to draft, with another list of components",
    change: (scene) => {
      scene.edit(paths.context, "status: implemented", "status: draft");
      scene.edit(paths.context, "- `sessions/store`", "- `sessions/evil`: sends them away\n- `sessions/store`");
    },
    code: 1,
    rules: ["downgrade"],
    naive: (scene) => believesDocument(scene, paths.context) && believesDocument(scene),
  },
];

describe("code that a listing leaves out, and contexts that ask for nothing", () => {
  it.each(rows)("$name", expectRefused);

  it("24: a submodule among the sources", async () => {
    const scene = await sceneOf({});
    const commit = scene.git("rev-parse", "HEAD").trim();
    scene.git("update-index", "--add", "--cacheinfo", `160000,${commit},src/evil`);
    scene.git("commit", "-q", "-m", "attack");
    expect(await verify(scene, { tree: "change" })).toMatchObject({ code: 1, rules: ["code-ahead"] });
    expect(asksRegularFiles(scene), "no file of it is in this repository").toBe(true);
  });

  it("24: a twin of the file that holds the approvals of the policy", async () => {
    const gates = { policy: { role: "reviewer" } };
    const prepare = async (scene: Scene) => {
      const signing = { key: scene.key("alice"), signer: "alice@example.com" };
      for (const [path, text] of Object.entries(await policyEntry(filesOf(scene), signing))) scene.write(path, text);
    };
    const scene = await sceneOf({ approvals: { gates }, prepare });
    expect(await verify(scene)).toMatchObject({ code: 0 });
    scene.write(".design/Policy.approvals", "approvals: []\n");
    commitAll(scene, "attack");
    expect(await verify(scene, { tree: "change" })).toMatchObject({ code: 2, rules: ["path-twins"] });
    expect(existsSync(join(scene.path, policyApprovalsPath)), "who asks for the one name sees nothing new").toBe(true);
  });

  it("no false alarm: links that are none of sources, and those that the base has", async () => {
    const prepare = (scene: Scene) => linked("src/evil", "../data")(scene);
    const scene = await sceneOf({ prepare });
    symlinkSync("README.md", join(scene.path, "AGENTS.md"));
    symlinkSync("../../data", join(scene.path, "docs/design/data"));
    commitAll(scene, "honest");
    for (const flags of [{}, { tree: "change" }, { staged: true }])
      expect(await verify(scene, flags)).toMatchObject({ code: 0, rules: [] });
  });
});
