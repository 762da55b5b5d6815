import { describe, expect, it } from "vitest";
import { createPlatform } from "../../src/host/platform.ts";
import { judge } from "../../src/lint.ts";
import type { Platform } from "../../src/platform.ts";
import { memorySnapshot, type Snapshot } from "../../src/snapshot.ts";
import { UserError } from "../../src/user-error.ts";
import { diceOf } from "../corpus/support/dice.ts";
import { editProject, startProject } from "../corpus/support/random-project.ts";
import { memorySurveys } from "../support/surveys.ts";
import { designText } from "../support/workspace.ts";

const platform = createPlatform();
const test = 'import { it } from "vitest";\nit("one: it is one", () => {});\n';
const design = (block: string) =>
  `${designText()}\n## Interface\n\n\`\`\`ts\n${block}\n\`\`\`\n\n## Edge cases\n\n- \`one\`: it is one\n`;
const component = (name: string, source: string, block: string) => ({
  [`src/${name}.ts`]: source,
  [`docs/design/${name}.md`]: design(block),
  [`test/${name}.test.ts`]: test,
});

const base: Readonly<Record<string, string>> = {
  ...component("a", "export interface A { id: string }\n", "export interface A { id: string }"),
  ...component("b", 'import type { A } from "./a.ts";\nexport type B = A["id"];\n', "export type B = string;"),
  ...component("c", "export type C = string;\n", "export type C = string;"),
  ...component("d", "export type D = string;\n", "export type D = string;"),
  "docs/design/later.md": design("export type L = string;").replace("implemented", "planned"),
  ".designrc.json": "{}",
};

type Change = Readonly<Record<string, string | null>>;

function changed(change: Change): Record<string, string> {
  const files = Object.entries({ ...base, ...change });
  return Object.fromEntries(files.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** What a run says after a change, with a survey of the project before; and what one says that looks at everything. */
async function judgedAfter(change: Change, more: { snapshot?: Partial<Snapshot>; later?: Platform } = {}) {
  const { surveys, cache } = memorySurveys();
  await judge({ ...memorySnapshot(base), ...more.snapshot, files: memorySnapshot(base).files }, platform, {
    surveys,
    cache,
  });
  const snapshot = { ...memorySnapshot(changed(change)), ...more.snapshot };
  const part = await judge(snapshot, more.later ?? platform, { surveys, cache });
  const whole = await judge(snapshot, more.later ?? platform, { cache });
  expect(part.report).toEqual(whole.report);
  return part;
}

describe("recheck", () => {
  it("same: a random change gives the report that looking at everything gives", async () => {
    for (let seed = 1; seed <= 2; seed++) {
      const dice = diceOf(seed);
      const { surveys, cache } = memorySurveys();
      let files = new Map([...startProject(dice)].filter(([path]) => !/\bb\.\w/u.test(path)));
      for (let step = 0; step < 6; step++) {
        const snapshot = memorySnapshot(Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))));
        const part = await judge(snapshot, platform, { surveys, cache });
        expect(part.report, `seed ${seed}, step ${step}`).toEqual((await judge(snapshot, platform, { cache })).report);
        files = new Map(editProject(files, dice).files);
      }
    }
  });

  it("part: a change of one component looks at that one and at those that depend on it", async () => {
    const { rechecked, report } = await judgedAfter({ "src/a.ts": "export interface A { id: number }\n" });
    expect(rechecked).toBe(6);
    expect(report.diagnostics.map(({ path }) => path)).toEqual(["docs/design/a.md", "docs/design/b.md"]);
    expect(report.summary).toMatchObject({ sources: 4, documents: 5, pending: 1 });
    expect((await judgedAfter({ "test/c.test.ts": "" })).rechecked).toBe(3);
    expect((await judgedAfter({ "src/e.ts": "export const e: number = 1;\n" })).rechecked).toBe(1);
  });

  it("suppressed: what a comment in a test holds back stays held back, and comes up once the comment is gone", async () => {
    const { surveys, cache } = memorySurveys();
    const idle = 'import { it } from "vitest";\nit.todo("one: it is one");\n';
    const held = `// design-lint-disable-next-line structure/empty-test -- to come\n${idle}`;
    const run = async (change: Change) => {
      const snapshot = memorySnapshot(changed(change));
      const { report, rechecked } = await judge(snapshot, platform, { surveys, cache });
      expect(report).toEqual((await judge(snapshot, platform, { cache })).report);
      const rules = report.diagnostics.map(({ rule }) => rule);
      return {
        rechecked,
        suppressed: report.summary.suppressed,
        rules: rules.filter((rule) => rule === "structure/empty-test"),
      };
    };
    expect(await run({ "test/d.test.ts": held })).toEqual({ rechecked: null, suppressed: 1, rules: [] });
    const elsewhere = { "test/c.test.ts": `${test}// More.\n` };
    expect(await run({ ...elsewhere, "test/d.test.ts": held })).toMatchObject({
      rechecked: 3,
      suppressed: 1,
      rules: [],
    });
    expect(await run({ ...elsewhere, "test/d.test.ts": idle })).toMatchObject({
      suppressed: 0,
      rules: ["structure/empty-test"],
    });
  });

  it("deciding: a changed config, manifest, ambient declaration or schema is for a whole run", async () => {
    const config = '{ "types": { "module": { "schema": "s.json" } } }';
    expect((await judgedAfter({ ".designrc.json": '{ "rules": {} }' })).rechecked).toBeNull();
    expect((await judgedAfter({ "package.json": "{}" })).rechecked).toBeNull();
    expect((await judgedAfter({ "tsconfig.json": "{}" })).rechecked).toBeNull();
    expect((await judgedAfter({ "types/x.d.ts": "" })).rechecked).toBeNull();
    const { surveys, cache } = memorySurveys();
    const run = (schema: string) =>
      judge(memorySnapshot({ ...changed({ ".designrc.json": config }), "s.json": schema }), platform, {
        surveys,
        cache,
      });
    expect([(await run("{}")).rechecked, (await run("{}")).rechecked, (await run("{} ")).rechecked]).toEqual([
      null,
      0,
      null,
    ]);
  });

  it("lost: documents and tests that have lost their source are for a whole run", async () => {
    expect((await judgedAfter({ "src/c.ts": null })).rechecked).toBeNull();
    expect((await judgedAfter({ "test/e.test.ts": test })).rechecked).toBeNull();
    expect((await judgedAfter({ "src/c.ts": null, "docs/design/c.md": null, "test/c.test.ts": null })).rechecked).toBe(
      0,
    );
  });

  it("ambient: so is a source that comes to declare something for all files, or ceases to", async () => {
    const text = "declare global { interface Every { x: 1 } }\nexport type C = string;\n";
    expect((await judgedAfter({ "src/c.ts": text })).rechecked).toBeNull();
  });

  it("outside: so is a source outside all roots", async () => {
    const files = { "src/c.ts": 'import "../lib/x.ts";\nexport type C = string;\n', "lib/x.ts": "" };
    expect((await judgedAfter(files)).rechecked).toBeNull();
  });

  it("looked: so is anything that differs outside the snapshot", async () => {
    const { typeFiles } = platform;
    const later: Platform = { ...platform, typeFiles: { ...typeFiles, probe: () => "other" } };
    expect((await judgedAfter({}, { later })).rechecked).toBeNull();
  });

  it("moves: so is a design without source that git saw moving", async () => {
    const moved = (from: string) => ({ moves: async () => new Map([[from, "src/c.ts"]]) });
    expect((await judgedAfter({}, { snapshot: moved("src/other.ts") })).rechecked).toBe(0);
    expect((await judgedAfter({ "README.md": "" }, { snapshot: moved("src/other.ts") })).rechecked).toBe(1);
    const { surveys, cache } = memorySurveys();
    await judge(memorySnapshot(base), platform, { surveys, cache });
    const { report, rechecked } = await judge({ ...memorySnapshot(base), ...moved("src/later.js") }, platform, {
      surveys,
      cache,
    });
    expect(rechecked).toBeNull();
    expect(report.diagnostics.map(({ rule }) => rule)).toContain("structure/orphan-design");
  });

  it("letter-case: so is a missing file of which another component has one in other letter case", async () => {
    const twin = { "src/C.ts": "export type C = string;\n" };
    expect((await judgedAfter(twin)).report.diagnostics.length).toBeGreaterThan(0);
  });

  it("unreadable: so is a file that cannot be read", async () => {
    const { surveys, cache } = memorySurveys();
    await judge(memorySnapshot(base), platform, { surveys, cache });
    const snapshot = memorySnapshot(base);
    const read = () => Promise.reject(new UserError("unreadable", "gone"));
    const locked = {
      ...snapshot,
      files: new Map([...snapshot.files, ["src/c.ts", { id: "x", mode: "100644", read }]]),
    };
    const { report, rechecked } = await judge(locked, platform, { surveys, cache });
    expect(rechecked).toBeNull();
    expect(report.error?.code).toBe("unreadable");
  });
});
