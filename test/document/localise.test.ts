import { describe, expect, it } from "vitest";
import { localise } from "../../src/document/localise.ts";
import { factsOfBody } from "../support/document-text.ts";

const headings = {
  interface: ["Schnittstelle"],
  "edge-cases": ["Randfälle", "Grenzfälle"],
  components: ["Bausteine"],
  notes: ["Anmerkungen"],
};
const body = "# T\n\n## Schnittstelle\n\n```ts\na\n```\n\n### Randfälle\n\n- `b`\n\n## Anderes\n\nc\n";

describe("localise", () => {
  it("brings model, pointers and blocks to the canonical slugs", () => {
    const facts = factsOfBody(body);
    const { model, ranges, blocks } = localise(facts, headings);
    expect(Object.keys(model.sections)).toEqual(["interface", "anderes"]);
    expect(model.sections.interface?.heading).toBe("Schnittstelle");
    expect(blocks[0]?.section).toEqual(["interface"]);
    for (const key of ["", "/code/0/lang", "/text"]) {
      expect(ranges[`/sections/interface${key}`]).toEqual(facts.ranges[`/sections/schnittstelle${key}`]);
    }
    expect(ranges["#/sections/interface"]).toEqual(facts.ranges["#/sections/schnittstelle"]);
    expect(Object.keys(ranges).some((key) => key.includes("schnittstelle"))).toBe(false);
    expect(Object.keys(ranges)).toHaveLength(Object.keys(facts.ranges).length);
  });

  it("no-headings: without localised headings the facts come back as they are", () => {
    const facts = factsOfBody(body);
    expect(localise(facts, {})).toBe(facts);
    expect(localise(facts, { interface: ["Other"] })).toBe(facts);
  });

  it("nested: a section below a renamed one keeps its pointers right", () => {
    const facts = factsOfBody(body);
    const { model, ranges } = localise(facts, headings);
    expect(Object.keys(model.sections.interface?.sections ?? {})).toEqual(["edge-cases"]);
    expect(ranges["/sections/interface/sections/edge-cases/items/0"]).toEqual(
      facts.ranges["/sections/schnittstelle/sections/randfälle/items/0"],
    );
    expect(
      localise(facts, { "edge-cases": ["Randfälle"] }).ranges["#/sections/schnittstelle/sections/edge-cases"],
    ).toBeDefined();
  });

  it("both-spellings: where both headings stand side by side neither is renamed", () => {
    const facts = factsOfBody("# T\n\n## Schnittstelle\n\n## Interface\n");
    expect(Object.keys(localise(facts, headings).model.sections)).toEqual(["schnittstelle", "interface"]);
    const two = factsOfBody("# T\n\n## Randfälle\n\n## Grenzfälle\n");
    expect(Object.keys(localise(two, headings).model.sections)).toEqual(["edge-cases", "grenzfälle"]);
  });

  it("fixed-headings: Notes and Components cannot be localised", () => {
    const facts = factsOfBody("# T\n\n## Bausteine\n\n## Anmerkungen\n");
    expect(Object.keys(localise(facts, headings).model.sections)).toEqual(["bausteine", "anmerkungen"]);
  });
});
