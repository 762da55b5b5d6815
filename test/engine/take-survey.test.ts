import { describe, expect, it } from "vitest";
import { takeSurvey } from "../../src/engine/take-survey.ts";
import { specifierTokens, token } from "../../src/engine/tokens.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import { createDependences } from "../../src/workspace/dependence.ts";
import { discover } from "../../src/workspace/discover.ts";
import { configOf } from "../support/config.ts";
import { designText, workspaceOf } from "../support/workspace.ts";

const files = {
  "src/b.ts": 'import "./c.js";\nexport const b = 1;\n',
  "docs/design/b.md": `${designText()}\nSee [c](../c.md#x) and [all](../).\n`,
  "README.md": "# Read\n",
};

async function surveyed() {
  const dependences = createDependences();
  dependences.verdict("src/b.ts", {
    seen: ["src/t.ts"],
    resolved: [["src/t.ts", "./u.js", null]],
    isOpen: true,
    deep: ["src/v.ts"],
  });
  dependences.imports("README.md", { own: "o", specifiers: ["./w.js"], targets: ["src/z.ts"] });
  const taken = takeSurvey({
    snapshot: memorySnapshot(files),
    workspace: await workspaceOf(files),
    discovery: discover([], configOf()),
    dependences,
  });
  return new Map(taken.map((file) => [file.path, { ...file, tokens: [...file.tokens] }]));
}

describe("takeSurvey", () => {
  it("tokens: a source is found by its id, its imports and what its verdict used; a document by what it links to", async () => {
    const known = await surveyed();
    const source = [
      token("id", "b"),
      ...specifierTokens("src/b.ts", "./c.js"),
      ...specifierTokens("src/t.ts", "./u.js"),
      token("uses", "src/t.ts"),
      token("imports", "src/v.ts"),
      token("is", "open"),
      token("is", "compiled"),
    ];
    expect(known.get("src/b.ts")).toMatchObject({ role: "d", tokens: expect.arrayContaining(source) });
    const document = [
      token("id", "b"),
      token("case", "docs/design/b.md"),
      token("links", "docs/c.md"),
      token("links", "docs"),
    ];
    expect(known.get("docs/design/b.md")).toMatchObject({ role: "D", tokens: expect.arrayContaining(document) });
  });

  it("lacks: a component is found by the places of what it lacks", async () => {
    const tokens = (await surveyed()).get("src/b.ts")?.tokens;
    expect(tokens).toContain(token("lacks", "test/b.test.ts"));
    expect(tokens).not.toContain(token("lacks", "docs/design/b.md"));
  });

  it("others: files that are no part of the workspace have an id and nothing else", async () => {
    const id = memorySnapshot(files).files.get("README.md")?.id;
    const imports = [token("imports", "src/z.ts"), ...specifierTokens("README.md", "./w.js")];
    expect((await surveyed()).get("README.md")).toEqual({
      path: "README.md",
      id,
      role: "-",
      own: "o",
      tokens: imports,
    });
  });

  it("sorted: the files are sorted, whatever the order of the snapshot", async () => {
    expect([...(await surveyed()).keys()]).toEqual(["README.md", "docs/design/b.md", "src/b.ts"]);
  });
});
