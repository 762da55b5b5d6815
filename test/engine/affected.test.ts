import { describe, expect, it } from "vitest";
import { affectedFiles, type Difference, differenceSince, having } from "../../src/engine/affected.ts";
import { decodeSurvey, encodeSurvey, type SurveyHead } from "../../src/engine/survey.ts";
import { specifierTokens, token } from "../../src/engine/tokens.ts";

const none: Difference = { changed: [], added: [], deleted: [] };

/** A survey of files by their tokens. */
function surveyOf(files: Readonly<Record<string, readonly number[]>>, more: Partial<SurveyHead> = {}) {
  const head = { key: "k", looked: [], findings: [], held: [], sourceless: [], outside: 0, ambient: [], ...more };
  const entries = Object.entries(files).map(
    ([path, tokens]) => ({ path, id: path, role: "d", own: "", tokens }) as const,
  );
  const survey = decodeSurvey(encodeSurvey(head, entries), "k");
  if (survey === null) throw new Error("no survey");
  return survey;
}

function tableOf(ids: Readonly<Record<string, string>>) {
  const file = (id: string) => ({ id, mode: "100644", read: async () => new Uint8Array() });
  return new Map(Object.entries(ids).map(([path, id]) => [path, file(id)]));
}

async function affected(
  files: Parameters<typeof surveyOf>[0],
  difference: Partial<Difference>,
  more: { head?: Partial<SurveyHead>; asked?: readonly string[]; other?: readonly string[] } = {},
) {
  const found = await affectedFiles({
    survey: surveyOf(files, more.head),
    difference: { ...none, ...difference },
    discovery: { idsOf: (path) => [path.replace(/^\w+\/|\.\w+$/gu, "")] },
    asked: more.asked ?? [],
    isOther: async (path) => more.other?.includes(path) ?? false,
  });
  return [...found].sort();
}

describe("affected files", () => {
  it("difference: changed, added and deleted files are told apart", () => {
    const difference = differenceSince(
      surveyOf({ a: [], b: [], d: [], e: [] }),
      tableOf({ b: "b", c: "9", d: "8", f: "7" }),
    );
    expect(difference).toEqual({ changed: ["d"], added: ["c", "f"], deleted: ["a", "e"] });
  });

  it("one-list: where both were told by one list, what differed from it then or now is compared, and nothing else", () => {
    const survey = surveyOf({ a: [], b: [], d: [], e: [] }, { since: { list: "x", paths: ["b", "e"] } });
    const files = tableOf({ a: "not looked at", b: "b", c: "9", d: "8", e: "5" });
    const since = { list: "x", paths: ["c", "d", "e"] };
    expect(differenceSince(survey, Object.assign(files, { since }))).toEqual({
      changed: ["d", "e"],
      added: ["c"],
      deleted: [],
    });
    const gone = Object.assign(tableOf({}), { since: { list: "x", paths: ["a"] } });
    expect(differenceSince(survey, gone).deleted).toEqual(["a", "b", "e"]);
    const other = Object.assign(tableOf({ a: "1" }), { since: { list: "y", paths: [] } });
    expect(differenceSince(survey, other)).toEqual({ changed: ["a"], added: [], deleted: ["b", "d", "e"] });
  });

  it("component: all files that may have one id stand together, in any letter case", async () => {
    const files = { "docs/A.md": [token("id", "A")], "src/a.ts": [token("id", "a")], "src/b.ts": [token("id", "b")] };
    expect(await affected(files, { changed: ["src/a.ts"] })).toEqual(["docs/A.md", "src/a.ts"]);
    expect(await affected(files, { added: ["test/b.ts"] })).toEqual(["src/b.ts", "test/b.ts"]);
  });

  it("uses: a verdict that depends on a changed file is looked at again, one that does not is not", async () => {
    const files = { "src/a.ts": [], "src/b.ts": [token("uses", "src/a.ts")], "src/c.ts": [token("uses", "src/b.ts")] };
    expect(await affected(files, { changed: ["src/a.ts"] })).toEqual(["src/a.ts", "src/b.ts"]);
  });

  it("comes-or-goes: so is a source with an import that may lead elsewhere now", async () => {
    const files = { "src/a.ts": specifierTokens("src/a.ts", "./x.js"), "src/b.ts": [token("is", "open")] };
    expect(await affected(files, { added: ["src/x.ts"] })).toEqual(["src/a.ts", "src/b.ts", "src/x.ts"]);
    expect(await affected(files, { deleted: ["src/x/index.tsx"] })).toContain("src/b.ts");
    expect(await affected(files, { changed: ["src/x.ts"] })).toEqual(["src/x.ts"]);
  });

  it("links: so is a document that links to a changed file, or into a folder that may be gone", async () => {
    const files = { "docs/a.md": [token("links", "lib/b.md")], "docs/c.md": [token("links", "lib")] };
    expect(await affected(files, { changed: ["lib/b.md"] })).toEqual(["docs/a.md", "lib/b.md"]);
    expect(await affected(files, { deleted: ["lib/d/e.md"] })).toEqual(["docs/c.md", "lib/d/e.md"]);
  });

  it("broken-links: where names come or go, so is every document with a broken link", async () => {
    const finding = { path: "docs/a.md", range: { start: 0, end: 0 }, message: "m" };
    const broken = [{ rule: "document/broken-link", severity: "error", finding }] as const;
    for (const head of [{ findings: broken }, { held: broken }]) {
      expect(await affected({ "docs/a.md": [] }, { added: ["x.md"] }, { head })).toEqual(["docs/a.md", "x.md"]);
      expect(await affected({ "docs/a.md": [] }, { changed: ["x.md"] }, { head })).toEqual(["x.md"]);
    }
  });

  it("compiler: where a file means something else for its importers, so is each source that reaches it and asked the compiler", async () => {
    const compiled = token("is", "compiled");
    const files = {
      "src/a.ts": [],
      "src/b.ts": [token("imports", "src/a.ts")],
      "src/c.ts": [token("imports", "src/b.ts"), compiled],
      "src/d.ts": [compiled],
      "src/e.ts": [token("is", "anything")],
      "src/f.ts": [token("imports", "src/new.ts"), compiled],
    };
    const change = { changed: ["src/a.ts"] };
    expect(await affected(files, change)).toEqual(["src/a.ts", "src/e.ts"]);
    expect(await affected(files, change, { other: ["src/a.ts"] })).toEqual(["src/a.ts", "src/c.ts", "src/e.ts"]);
    expect(await affected(files, { deleted: ["src/a.ts"] })).toContain("src/c.ts");
    expect(await affected(files, { added: ["src/new.ts"] })).toContain("src/f.ts");
  });

  it("asked: so is the component of a file that is asked about", async () => {
    const files = { "src/a.ts": [token("id", "a"), token("lacks", "spec/A.ts")], "docs/a.md": [token("id", "a")] };
    expect(await affected(files, {}, { asked: ["src/a.ts"] })).toEqual(["docs/a.md", "src/a.ts"]);
    expect(await affected(files, {}, { asked: ["spec/a.ts"] })).toEqual(["docs/a.md", "spec/a.ts", "src/a.ts"]);
    expect(having(surveyOf(files), [token("id", "A")])).toEqual(["src/a.ts", "docs/a.md"]);
  });
});
