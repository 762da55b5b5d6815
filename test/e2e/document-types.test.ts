import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderTemplate } from "../../src/document/template.ts";
import { compileSchema } from "../../src/schema/validator.ts";
import { factsOf } from "../support/document-text.ts";

const sections: Readonly<Record<string, readonly string[]>> = {
  module: ["interface", "edge-cases"],
  service: ["interface", "data-flow", "constraints", "edge-cases"],
  repository: ["interface", "data-model", "constraints", "edge-cases"],
  "state-machine": ["interface", "states", "transitions", "constraints", "edge-cases"],
  "ui-component": ["interface", "accessibility", "interaction", "constraints", "edge-cases"],
  sync: ["interface", "ownership", "data-flow", "constraints", "edge-cases"],
  algorithm: ["interface", "complexity", "constraints", "edge-cases"],
  types: ["interface"],
  serializer: ["contract", "interface", "edge-cases"],
  policy: ["contract", "interface", "edge-cases"],
  story: ["acceptance-criteria"],
  context: ["responsibility", "components", "dependencies"],
};
const names = Object.keys(sections);
const schemaOf = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"));

function filled(name: string): string {
  const template = readFileSync(`templates/${name}.md`, "utf8");
  return renderTemplate(template, {
    type: name,
    title: "Sessions",
    lead: "Keeps sessions.",
    interface: "export declare const a: 1;",
  });
}

async function errors(name: string, text: string): Promise<readonly string[]> {
  const compiled = await compileSchema(schemaOf(name));
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.validate(factsOf(text).model).map(({ keyword, pointer }) => `${keyword} ${pointer}`);
}

/** Replaces what stands under a heading. */
function withSection(text: string, heading: string, body: string): string {
  const start = text.indexOf(`## ${heading}\n`);
  const end = text.indexOf("\n## ", start);
  return `${text.slice(0, start)}## ${heading}\n\n${body}\n${end === -1 ? "" : text.slice(end)}`;
}

describe("the schemas of the shipped types", () => {
  it.each(names)("%s asks for each of its sections, and for nothing that is not there", async (name) => {
    expect(Object.keys(schemaOf(name).properties.sections.properties)).toEqual(sections[name]);
    const bare = `---\ntype: ${name}\n${name === "algorithm" ? "budgets: [{metric: a, max: 1, unit: ms}]\n" : ""}status: draft\n---\n\n# T\n\nLead.\n`;
    expect(await errors(name, bare)).toEqual((sections[name] ?? []).map(() => "required /sections"));
  });

  it.each(names)("%s has unknown keys, another type and a missing title reported", async (name) => {
    const wrong = filled(name)
      .replace(/^type: .*$/mu, "type: other\nwhat: 1")
      .replace("# Sessions", "");
    const found = await errors(name, wrong);
    for (const error of ["additionalProperties /frontmatter", "const /frontmatter/type", "minLength /title"])
      expect(found).toContain(error);
  });

  it("share one wording of everything that they have in common", () => {
    const shared = new Map<string, string>();
    for (const name of names) {
      const { $defs, properties } = schemaOf(name);
      const common = {
        ...$defs,
        interface: properties.sections.properties.interface,
        cases: properties.sections.properties["edge-cases"],
      };
      for (const [key, value] of Object.entries(common)) {
        if (value === undefined) continue;
        const text = JSON.stringify(value);
        expect([name, key, shared.get(key) ?? text]).toEqual([name, key, text]);
        shared.set(key, text);
      }
    }
  });

  it("want TypeScript under Interface, or None with a reason", async () => {
    expect(await errors("module", withSection(filled("module"), "Interface", "```js\na\n```"))).toContain(
      "contains /sections/interface/code",
    );
    expect(await errors("module", withSection(filled("module"), "Interface", "None: it only has effects"))).toEqual([]);
  });

  it("want a list under Edge cases, or None with a reason", async () => {
    expect(await errors("module", withSection(filled("module"), "Edge cases", "Some text."))).toContain(
      "minItems /sections/edge-cases/items",
    );
    for (const none of ["None", "None.", "None: it cannot fail", "- None"]) {
      expect(await errors("module", withSection(filled("module"), "Edge cases", none))).toEqual([]);
    }
    expect(await errors("module", withSection(filled("module"), "Edge cases", "Nonetheless."))).not.toEqual([]);
  });

  it("want the columns of a table", async () => {
    const table = (columns: string) => `| ${columns} |\n|${columns.replace(/[^|]+/gu, "---")}|\n| ${columns} |`;
    const transitions = (columns: string) =>
      errors("state-machine", withSection(filled("state-machine"), "Transitions", table(columns)));
    expect(await transitions("from | event | to | guard | effect")).toEqual([]);
    expect(await transitions("from | event | to")).toContain("contains /sections/transitions/tables/0/columns");
    expect(await errors("repository", withSection(filled("repository"), "Data model", table("one")))).toContain(
      "minItems /sections/data-model/tables/0/columns",
    );
    expect(await errors("repository", withSection(filled("repository"), "Data model", "text"))).toContain(
      "minItems /sections/data-model/tables",
    );
  });

  it("want ids in the lists of stories and contexts", async () => {
    expect(await errors("story", withSection(filled("story"), "Acceptance criteria", "- without id"))).toContain(
      "minLength /sections/acceptance-criteria/items/0/id",
    );
    expect(await errors("context", withSection(filled("context"), "Components", "- without id"))).toContain(
      "minLength /sections/components/items/0/id",
    );
    expect(await errors("context", withSection(filled("context"), "Dependencies", "None: it stands alone."))).toEqual(
      [],
    );
  });

  it("want a budget of an algorithm, and of each budget a limit", async () => {
    const text = filled("algorithm");
    expect(await errors("algorithm", text.replace(/budgets:\n(?: .*\n)+/u, ""))).toContain("required /frontmatter");
    expect(await errors("algorithm", text.replace(/ {4}max: 1\n/u, ""))).toContain("anyOf /frontmatter/budgets/0");
  });

  it("accept every field of the convention", async () => {
    const fields =
      "context: a/b\nstories: [c]\ndependsOn: [d/e]\nexternals: ['@s/p', zod]\nroute: design\nbudgets: [{metric: m, min: 1, unit: ops/s}]\ncoverage: 0.9\nsupersedes: [f]\n";
    const text = filled("module").replace("status: draft", `${fields}status: draft`);
    expect(await errors("module", text)).toEqual([]);
    expect(await errors("module", text.replace("0.9", "90"))).toEqual(["maximum /frontmatter/coverage"]);
  });
});
