import { expect, it } from "vitest";
import { team } from "../../support/approval-rules.ts";
import { designText, type Files, judgeFiles, paths } from "../../support/approved-project.ts";

const { base, approve, key } = team();
const signedBy = (name: string) => approve(designText, { key: key(name) });
const having = (design: string): Files => ({ ...base, [paths.design]: design });
/** Against itself, so that no source is ahead. */
const found = async (files: Files) => (await judgeFiles(files, { base: files })).findings;

it("once: a reason that an entry has given is not given again for the document", async () => {
  const edited = designText.replace("one session", "two sessions");
  const forged = having(approve(edited, { key: key("mallory") }));
  expect((await judgeFiles(forged, { base })).findings.map(({ rule }) => rule)).toEqual(["approval/untrusted"]);
});

it("next: each says what to do next", async () => {
  const stale = having((base[paths.design] ?? "").replace("one session", "two sessions"));
  const broken = having((base[paths.design] ?? "").replace("Keeps one", "Keeps\u202e one"));
  const mends = [designText, stale[paths.design] ?? "", broken[paths.design] ?? ""].map(async (text) => {
    return (await found(having(text))).map(({ mend }) => mend);
  });
  expect(await Promise.all(mends)).toEqual([
    [`Have it read and approved: design-lint approve ${paths.design}`],
    [`Read what changed and approve it again: design-lint approve ${paths.design}`],
    ["Mend its other findings, then approve it"],
  ]);
});

it("place: findings stand at the status, those on entries at the block", async () => {
  const at = async (text: string) => {
    const { findings } = await judgeFiles(having(text), { base });
    const finding = findings.find(({ rule }) => rule !== "approval/removed");
    return text.slice(finding?.range?.start, finding?.range?.end);
  };
  expect(await at(designText)).toBe("implemented");
  expect(await at(signedBy("mallory"))).toBe("  - gate: design");
});
