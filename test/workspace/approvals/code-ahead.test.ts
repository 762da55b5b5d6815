import { beforeAll, expect, it } from "vitest";
import {
  approvedProject,
  configText,
  designText,
  type Files,
  paths,
  people,
  projectId,
  rulesOf,
} from "../../support/approved-project.ts";

let base: Files = {};
let keys: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  keys = people(["alice", "bob"]);
  base = approvedProject(keys);
});
const code = { [paths.source]: "export const limit: number = 2;\n" };
const stale = () => ({ [paths.design]: (base[paths.design] ?? "").replace("one session", "two sessions") });

it("approved-design: source may change under an approved design", async () => {
  expect(await rulesOf({ ...base, ...code }, { base })).toEqual([]);
});

it("unapproved-design: it may not under a stale one, and an unchanged source is not ahead", async () => {
  expect(await rulesOf({ ...base, ...code, ...stale() }, { base })).toEqual(["code-ahead", "stale"]);
  expect(await rulesOf({ ...base, ...stale() }, { base })).toEqual(["stale"]);
});

it("draft-or-none: a draft and a missing design are no way out", async () => {
  const design = "docs/design/a.md";
  const source = { "src/a.ts": "export const limit: number = 1;\n" };
  const draft = { [design]: designText.replace("status: implemented", "status: draft") };
  expect(await rulesOf({ ...base, ...source, ...draft }, { base })).toEqual(["code-ahead"]);
  expect(await rulesOf({ ...base, ...source }, { base })).toEqual(["code-ahead"]);
  const signed = (base[paths.design] ?? "").replace("status: implemented", "status: draft");
  const tip = { ...base, [paths.design]: signed };
  expect(await rulesOf({ ...tip, ...code }, { base: tip }), "approved, and a draft again").toEqual(["code-ahead"]);
});

it("exempted: a source that the change itself exempts is still bound by the base", async () => {
  const { approvals } = JSON.parse(configText(["alice", "bob"]));
  const exempt = [{ files: ["src/**", "docs/design/**"], reason: "because" }];
  const config = JSON.stringify({ version: 1, project: projectId, approvals, exempt });
  const files = { ...base, ...code, ...stale(), [paths.config]: config };
  expect(await rulesOf(files, { base })).toEqual(["code-ahead", "stale"]);
  expect(await rulesOf(files), "a check of the change alone would let it through").toEqual([]);
});

it("line-ends: a source that only has other line ends in the work tree is not changed", async () => {
  const crlf = { [paths.source]: (base[paths.source] ?? "").replaceAll("\n", "\r\n") };
  expect(await rulesOf({ ...base, ...crlf, ...stale() }, { base })).toEqual(["stale"]);
});

it("merge-base: what changed on the base since the branch was cut is not the branch's doing", async () => {
  const tip = { ...base, ...code };
  expect(await rulesOf({ ...base, ...stale() }, { base: tip, mergeBase: base })).toEqual(["stale"]);
});

it("moved: a source that moved with its design, and only finds its neighbours elsewhere, is told as the move alone", async () => {
  const text = 'import { a } from "./a.js";\nexport const limit: number = a;\n';
  const tip: Files = { ...base, [paths.source]: text };
  const { [paths.source]: _source, [paths.design]: design = "", [paths.test]: _test, ...rest } = tip;
  const at = (source: string) => ({ ...rest, "docs/design/shelf.md": design, "src/shelf.ts": source });
  expect(await rulesOf(at(text), { base: tip })).toEqual(["missing"]);
  expect(await rulesOf(at(text.replace("./a.js", "./sessions/a.js")), { base: tip })).toEqual(["missing"]);
  expect(await rulesOf(at(text.replace("= a", "= a + 1")), { base: tip })).toEqual(["code-ahead", "missing"]);
  expect(await rulesOf(at(text.replace("./a.js", "a")), { base: tip })).toEqual(["code-ahead", "missing"]);
  const edited = { ...at(text), "docs/design/shelf.md": design.replace("one session", "two sessions") };
  expect(await rulesOf(edited, { base: tip }), "with another design nothing is known of the source").toContain(
    "code-ahead",
  );
});

it("copied: a source beside a copy of an approved design is new, while the design still stands", async () => {
  const copy = { "docs/design/shelf.md": base[paths.design] ?? "", "src/shelf.ts": base[paths.source] ?? "" };
  expect(await rulesOf({ ...base, ...copy }, { base })).toContain("code-ahead");
});
