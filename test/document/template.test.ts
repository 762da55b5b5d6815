import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentFacts } from "../../src/document/facts.ts";
import { renderTemplate, type TemplateValues } from "../../src/document/template.ts";
import { compileSchema } from "../../src/schema/validator.ts";

const names = readdirSync("templates").map((file) => file.replace(/\.md$/u, ""));
const template = (name: string) => readFileSync(`templates/${name}.md`, "utf8");
const factsOf = (text: string) => documentFacts(new TextEncoder().encode(text));

function valuesFor(type: string): TemplateValues {
  return {
    type,
    title: "Sessions",
    lead: "Keeps sessions.",
    context: "sessions/all",
    interface: "export declare const limit: 3;",
    dependsOn: ["a/b", "c"],
    externals: ["@scope/package", "yaml"],
    cases: [{ id: "twice", text: "a second start rejects" }],
  };
}

async function violations(name: string, text: string): Promise<readonly unknown[]> {
  const compiled = await compileSchema(JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")));
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.validate(factsOf(text).model);
}

describe("the shipped templates", () => {
  it("has one for each of the twelve types", () => {
    expect(names).toHaveLength(12);
  });

  it.each(names)("%s: filled with values, nothing is wrong but placeholders", async (name) => {
    const text = renderTemplate(template(name), valuesFor(name));
    const facts = factsOf(text);
    expect(facts.problems.filter(({ rule }) => rule !== "document/placeholder")).toEqual([]);
    expect(facts.hasDigest).toBe(true);
    expect(facts.status?.value).toBe("draft");
    expect(await violations(name, text)).toEqual([]);
  });

  it.each(names)("%s: without any value it still fits its schema, and asks for the rest", async (name) => {
    const text = renderTemplate(template(name), { type: name, title: "Sessions" });
    expect(await violations(name, text)).toEqual([]);
    const rules = factsOf(text).problems.map(({ rule }) => rule);
    expect(rules).toContain("document/placeholder");
    expect(new Set(rules)).toEqual(new Set(["document/placeholder"]));
  });
});

describe("renderTemplate", () => {
  it("unknown-variable: a variable of another name stays as it is", () => {
    expect(renderTemplate("# {{title}} {{other}}", { type: "module", title: "A" })).toBe("# A {{other}}");
  });

  it("empty-value: a frontmatter line without a value is left out", () => {
    const text = renderTemplate(template("module"), { type: "module", title: "A" });
    expect(text).not.toMatch(/dependsOn|externals|context/u);
    expect(Object.keys(factsOf(text).model.frontmatter)).toEqual(["type"]);
  });

  it("hostile-title: a title with a colon, backticks or a hash reads back as it was", () => {
    const title = "A: `b` #c *d* <e> [f](g) {{lead}} 1_2";
    expect(factsOf(renderTemplate(template("module"), { ...valuesFor("module"), title })).model.title).toBe(title);
  });

  it("code-in-prose: code in backticks stays code in lead and cases, and nothing else becomes any", () => {
    const lead = "Turns `Array<T>` into `*x*`, not ` this` or ``that`` __1__, `_";
    const values = { ...valuesFor("module"), lead, cases: [{ id: "case", text: lead }] };
    const text = renderTemplate(template("module"), values);
    expect(text).toContain(
      "\nTurns `Array<T>` into `*x*`, not \\` this\\` or \\`\\`that\\`\\` \\_\\_1\\_\\_, \\`\\_\n",
    );
    expect(factsOf(text).model.lead).toBe("Turns Array<T> into *x*, not ` this` or ``that`` __1__, `_");
    expect(text).toContain("- `case`: Turns `Array<T>` into `*x*`");
  });

  it("backticks-in-code: the fence is longer than any run of backticks in the interface", () => {
    const code = "export type A = 1;\n````\nexport type B = 2;";
    const facts = factsOf(renderTemplate(template("module"), { ...valuesFor("module"), interface: code }));
    expect(facts.blocks[0]?.text).toBe(code);
  });

  it("yaml-value: ids that YAML would read otherwise are quoted", () => {
    const dependsOn = ["true", "1.5", "a: b", "@x/y", ".5", "a,b"];
    const facts = factsOf(renderTemplate(template("module"), { ...valuesFor("module"), dependsOn }));
    expect(facts.model.frontmatter.dependsOn).toEqual(dependsOn);
  });

  it("reads back any printable title, lead and case", () => {
    const text = fc.string({ unit: "grapheme-ascii", minLength: 1 }).map((raw) => `a${raw.replace(/\s+/gu, " ")}z`);
    fc.assert(
      fc.property(text, text, (title, lead) => {
        const values = { ...valuesFor("module"), title, lead, cases: [{ id: "case", text: lead }] };
        const { model } = factsOf(renderTemplate(template("module"), values));
        const read = lead.replace(/(?<![`\\])`([^` ](?:[^`]*[^` ])?)`(?!`)/gu, "$1");
        expect([model.title, model.lead]).toEqual([title, read]);
        expect(model.sections["edge-cases"]?.items).toEqual([{ id: "case", text: read }]);
      }),
      { numRuns: 200 },
    );
  });
});
