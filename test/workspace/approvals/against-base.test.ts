import { beforeAll, describe, expect, it } from "vitest";
import {
  approvedProject,
  configText,
  contextText,
  designText,
  type Files,
  paths,
  people,
  rulesOf,
  type Signing,
  signed,
} from "../../support/approved-project.ts";

let keys: ReadonlyMap<string, string> = new Map();
let base: Files = {};
beforeAll(() => {
  keys = people(["alice", "bob"]);
  base = approvedProject(keys);
});
const edited = designText.replace("one session", "two sessions");
const design = (text: string, more: Partial<Signing> = {}) =>
  signed(text, {
    path: paths.design,
    gate: "design",
    context: contextText,
    key: keys.get("alice") ?? "",
    signer: "alice@example.com",
    time: "2026-11-05T10:00:00Z",
    ...more,
  });
const without = (files: Files, ...gone: string[]) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !gone.includes(path)));
const change = (text: string): Files => ({ ...base, [paths.design]: text });

describe("removed", () => {
  it("lost-approval: an approval of the content as it is may not go", async () => {
    expect(await rulesOf(change(designText), { base })).toEqual(["missing", "removed"]);
    expect(await rulesOf(change(design(designText)), { base })).toEqual(["removed"]);
  });

  it("lost-revocation: a revocation may never go, an approval of other content may", async () => {
    const revoked = design(base[paths.design] ?? "", { decision: "revoke", reason: "wrong" });
    const tip = change(revoked);
    expect(await rulesOf(change(design(edited)), { base: tip })).toEqual(["removed"]);
    expect(await rulesOf(change(design(edited)), { base })).toEqual([]);
  });

  it("deleted: a document may not go while its source stands", async () => {
    expect(await rulesOf(without(base, paths.design), { base })).toEqual(["removed"]);
    expect(await rulesOf(without(base, paths.design, paths.source, paths.test), { base })).toEqual([]);
  });

  it("out-of-sight: a document that moves out of the docs root is removed", async () => {
    const files = { ...without(base, paths.design), "notes/store.md": base[paths.design] ?? "" };
    expect(await rulesOf(files, { base })).toEqual(["removed"]);
  });

  it("broken: a document that cannot be read any more loses its approvals", async () => {
    expect(
      await rulesOf(change((base[paths.design] ?? "").replace("type: module", "type: [module")), { base }),
    ).toContain("missing");
  });

  it("behind: a branch that lags behind removes nothing", async () => {
    const tip = change(design(edited));
    expect(await rulesOf({ ...base }, { base: tip, mergeBase: base })).toEqual([]);
  });
});

it("renamed: a document that moved with its source is reported once", async () => {
  const moved = {
    ...without(base, paths.design, paths.source, paths.test),
    "docs/design/sessions/shelf.md": base[paths.design] ?? "",
    "src/sessions/shelf.ts": base[paths.source] ?? "",
  };
  const found = await rulesOf(moved, { base });
  expect(found).toEqual(["missing"]);
});

it("barrel: a source that only passes on other exports by now does not hold the document of what moved out of it", async () => {
  const shelf = "docs/design/sessions/shelf.md";
  const { [paths.source]: source = "", [paths.context]: context = "" } = base;
  const bob = { key: keys.get("bob") ?? "", signer: "bob@example.com", time: "2026-11-02T10:00:00Z" };
  const moved = {
    ...without(base, paths.design, paths.test),
    [shelf]: signed(designText, { path: shelf, gate: "design", context, ...bob }),
    "src/sessions/shelf.ts": source,
  };
  const passing = { ...moved, [paths.source]: 'export * from "./shelf.js";\n' };
  expect(await rulesOf(passing, { base })).toEqual([]);
  expect(await rulesOf(moved, { base }), "the source stands as it was").toEqual(["removed"]);
  const code = { ...moved, [paths.source]: 'export * from "./shelf.js";\nexport const more: number = 1;\n' };
  expect(await rulesOf(code, { base })).toEqual(["code-ahead", "removed"]);
});

describe("rollback", () => {
  it("older-content: content of an older approval is refused, unless it is signed anew", async () => {
    const old = base[paths.design] ?? "";
    const tip = change(
      design(
        signed(edited, {
          path: paths.design,
          gate: "design",
          context: contextText,
          key: keys.get("alice") ?? "",
          signer: "alice@example.com",
          time: "2026-11-04T10:00:00Z",
        }),
      ),
    );
    expect(await rulesOf(change(old), { base: tip })).toEqual(["rollback"]);
    expect(await rulesOf(change(design(old, { time: "2026-11-06T10:00:00Z" })), { base: tip })).toEqual([]);
  });

  it("backdated: an approval that claims a time before the base's does not help", async () => {
    expect(await rulesOf(change(design(edited, { time: "2026-10-01T10:00:00Z" })), { base })).toEqual(["rollback"]);
  });
});

describe("downgrade", () => {
  const status = (text: string, value: string) => text.replace("status: implemented", `status: ${value}`);

  it("backwards: a status may not go back over standing source", async () => {
    expect(await rulesOf(change(status(base[paths.design] ?? "", "draft")), { base })).toEqual(["downgrade"]);
    expect(await rulesOf(change(status(base[paths.design] ?? "", "planned")), { base })).toEqual(["downgrade"]);
    expect(await rulesOf(change(status(base[paths.design] ?? "", "deprecated")), { base })).toEqual([]);
  });

  it("backwards: a context is no draft again while something stands under it", async () => {
    const context = (text: string) => ({ ...base, [paths.context]: text });
    const draft = status(base[paths.context] ?? "", "draft");
    expect(await rulesOf(context(draft), { base })).toEqual(["downgrade"]);
    const more = draft.replace("- `sessions/store`", "- `sessions/other`: nobody approved it\n- `sessions/store`");
    expect(await rulesOf(context(more), { base }), "no design under it is suspect").toEqual(["downgrade"]);
    expect(await rulesOf(context(status(base[paths.context] ?? "", "planned")), { base })).toEqual([]);
    const lone = { ...base, [paths.design]: status(base[paths.design] ?? "", "draft") };
    expect(await rulesOf({ ...lone, [paths.context]: draft }, { base: lone }), "only drafts under it").toEqual([]);
  });

  it("design-first: back to planned is fine with new content that is approved", async () => {
    expect(await rulesOf(change(status(design(edited), "planned")), { base })).toEqual([]);
    expect(await rulesOf(change(status(edited, "planned")), { base })).toEqual(["downgrade", "missing"]);
  });

  it("new-claim: a route that becomes direct still needs the gate that the policy frees direct components from", async () => {
    const gates = { design: { role: "reviewer", direct: false } };
    const tip = { ...base, [paths.config]: configText(["alice", "bob"], { gates }) };
    const claim = designText.replace("context: sessions", "context: sessions\nroute: direct");
    expect(await rulesOf({ ...tip, [paths.design]: claim }, { base: tip })).toEqual(["downgrade", "missing"]);
    expect(await rulesOf({ ...tip, [paths.design]: design(claim) }, { base: tip })).toEqual([]);
    const direct = { ...tip, [paths.design]: claim };
    expect(await rulesOf({ ...direct, [paths.design]: claim.replace("one session", "two") }, { base: direct })).toEqual(
      [],
    );
  });
});
