import { beforeAll, describe, expect, it } from "vitest";
import { runVerify, type VerifyFlags } from "../../src/commands/verify.ts";
import {
  configText,
  contextText,
  designText,
  paths,
  people,
  type Signing,
  signed,
  signersFile,
} from "../support/approved-project.ts";
import { recordingIo } from "../support/command-io.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

let keys: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  keys = people(["alice", "bob", "mallory"]);
});

const team = () => new Map([...keys].filter(([name]) => name !== "mallory"));
const by = (name: string, more: Partial<Signing> = {}): Omit<Signing, "path" | "gate"> => ({
  key: keys.get(name) ?? "",
  signer: `${name}@example.com`,
  ...more,
});
const approvedContext = () => signed(contextText, { path: paths.context, gate: "architecture", ...by("alice") });
const approvedDesign = (text = designText, more: Partial<Signing> = {}) =>
  signed(text, { path: paths.design, gate: "design", context: contextText, ...by("alice"), ...more });

/** A repository in which everything is approved; the base of all changes. */
function project(approvals: Record<string, unknown> = {}): TempFolder {
  const folder = tempRepository();
  folder.write(paths.config, configText(["alice", "bob"], approvals));
  folder.write(paths.signers, signersFile(team()));
  folder.write(paths.context, approvedContext());
  folder.write(paths.design, approvedDesign());
  folder.write(paths.source, "export const limit: number = 1;\n");
  folder.write(paths.test, 'import { it } from "vitest";\nit("empty", () => {});\n');
  commitAll(folder, "base");
  folder.git("branch", "base");
  return folder;
}

async function verify(folder: TempFolder, flags: VerifyFlags = { policyRef: "base" }, env = {}) {
  const io = recordingIo(folder.path, { env });
  const code = await runVerify(flags, io);
  const rules = [...new Set([...io.out().matchAll(/\((approval\/[a-z-]+)\)$/gmu)].map(([, rule]) => rule))].sort();
  return { code, rules, out: io.out(), err: io.err() };
}

describe("verify", () => {
  it("is quiet about what is approved, and marks software keys", async () => {
    const { code, rules, out } = await verify(project());
    expect({ code, rules }).toEqual({ code: 0, rules: [] });
    expect(out).toContain(`valid     ${paths.design}: design: approved by alice (software key)`);
    expect(out).toContain("2 documents ask for approval, 2 have it; 0 errors, 0 warnings");
  });

  it("no-gates: without gates it says that nothing was judged", async () => {
    const folder = tempRepository();
    folder.write(paths.config, '{ "version": 1 }');
    commitAll(folder);
    const { code, out } = await verify(folder, {});
    expect(code).toBe(0);
    expect(out).toContain("approvals: off");
  });

  it("hook: missing, stale and suspect only warn where an author commits, and nowhere else", async () => {
    const folder = project();
    folder.write(paths.design, approvedDesign().replace("one session", "two sessions"));
    folder.git("add", "--all");
    expect(await verify(folder, { staged: true, policyRef: "base" })).toMatchObject({
      code: 0,
      rules: ["approval/stale"],
    });
    const ci = { CI: "true" };
    expect(await verify(folder, { staged: true, policyRef: "base" }, ci)).toMatchObject({ code: 1 });
    expect(await verify(folder)).toMatchObject({ code: 1, rules: ["approval/stale"] });
    folder.write(paths.source, "export const limit: number = 2;\n");
    folder.git("add", "--all");
    const { code, rules } = await verify(folder, { staged: true, policyRef: "base" });
    expect({ code, rules }).toEqual({ code: 1, rules: ["approval/code-ahead", "approval/stale"] });
  });

  it("tree: a commit's tree is judged as git objects, whatever the work tree holds", async () => {
    const folder = project();
    folder.git("checkout", "-q", "-b", "change");
    folder.write(paths.design, designText.replace("one session", "two sessions"));
    commitAll(folder);
    folder.git("checkout", "-q", "base");
    expect(await verify(folder, { tree: "change", policyRef: "base" })).toMatchObject({ code: 1 });
    expect(await verify(folder, { tree: "base", policyRef: "base" })).toMatchObject({ code: 0 });
  });

  it("staged-and-tree: both together are a usage error", async () => {
    await expect(verify(project(), { staged: true, tree: "HEAD" })).rejects.toMatchObject({ code: "usage" });
  });

  it("missing-ref: a policy ref that is not here is an error with the command to run", async () => {
    await expect(verify(project(), { policyRef: "origin/main" })).rejects.toMatchObject({ code: "unknown-ref" });
  });

  it("terminal-escapes: what a repository says is shown, never obeyed", async () => {
    const folder = project();
    folder.write("docs/design/a\u001b[2Jb.md", designText);
    const { out } = await verify(folder);
    expect(out).toContain("\\u{1b}");
    expect(out).not.toContain("\u001b");
  });
});

describe("stories of a change", () => {
  it("a neighbour in the context makes nobody suspect, another responsibility does, and approving again clears it", async () => {
    const folder = project();
    const neighbour = contextText.replace("keeps them\n", "keeps them\n- `sessions/clock`: tells the time\n");
    folder.write(
      paths.context,
      signed(neighbour, { path: paths.context, gate: "architecture", ...by("bob", { time: "2026-11-01T11:00:00Z" }) }),
    );
    expect(await verify(folder)).toMatchObject({ code: 0, rules: [] });
    const other = contextText.replace("Everything about", "Half of what there is about");
    folder.write(
      paths.context,
      signed(other, { path: paths.context, gate: "architecture", ...by("bob", { time: "2026-11-02T10:00:00Z" }) }),
    );
    expect(await verify(folder)).toMatchObject({ code: 1, rules: ["approval/suspect"] });
    folder.write(paths.design, approvedDesign(approvedDesign(), { context: other, time: "2026-11-03T10:00:00Z" }));
    expect(await verify(folder)).toMatchObject({ code: 0, rules: [] });
  });

  it("a design that is new, approved and built passes; unapproved it is missing, and its code ahead", async () => {
    const folder = project();
    const design = designText.replace("# Store", "# Clock");
    const path = "docs/design/sessions/clock.md";
    folder.write(path, design);
    folder.write("src/sessions/clock.ts", "export const limit: number = 1;\n");
    expect(await verify(folder)).toMatchObject({ code: 1, rules: ["approval/code-ahead", "approval/missing"] });
    folder.write(path, signed(design, { path, gate: "design", context: contextText, ...by("bob") }));
    expect(await verify(folder)).toMatchObject({ code: 0, rules: [] });
  });

  it("squash, rebase and cherry-pick keep approvals valid: nothing is bound to commits", async () => {
    const folder = project();
    folder.git("checkout", "-q", "-b", "change");
    const text = designText.replace("one session", "two sessions");
    folder.write(paths.design, text);
    commitAll(folder, "change the design");
    folder.write(paths.design, approvedDesign(text, { time: "2026-11-02T10:00:00Z" }));
    commitAll(folder, "approve it");
    folder.git("checkout", "-q", "main");
    folder.git("merge", "-q", "--squash", "change");
    commitAll(folder, "squashed");
    expect(await verify(folder)).toMatchObject({ code: 0, rules: [] });
  });
});
