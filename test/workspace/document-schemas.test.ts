import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import type { DocumentModel } from "../../src/document/document.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import { createSchemaSource, shippedTypes } from "../../src/workspace/document-schemas.ts";

const platform = createPlatform();
const model: DocumentModel = { frontmatter: { type: "gateway" }, title: "A", lead: "B", sections: {}, words: 1 };
const schema = {
  type: "object",
  properties: { title: { minLength: 3 }, sections: { type: "object", required: ["risks"] } },
};

async function schemasOf(types: object, files: Record<string, string>) {
  const snapshot = memorySnapshot({ ...files, ".designrc.json": JSON.stringify({ version: 1, types }) });
  const config = await loadConfig(snapshot, platform);
  const text = async (path: string) => new TextDecoder().decode(await snapshot.files.get(path)?.read());
  const source = await createSchemaSource({ config, platform, text });
  const settings = config.scopes[0]?.settings;
  if (settings === undefined) throw new Error("no root scope");
  return { source, settings };
}

describe("createSchemaSource", () => {
  it("shipped: every shipped type has a schema that loads, with its sections", async () => {
    const { source, settings } = await schemasOf({}, {});
    expect(source.names(settings)).toEqual(Object.keys(shippedTypes).sort());
    for (const type of source.names(settings)) {
      expect(await source.validate(settings, type, model, {}), type).not.toEqual([]);
      expect(source.required(settings, type).length, type).toBeGreaterThan(0);
    }
    expect(source.route(settings, "serializer")).toBe("direct");
    expect(source.route(settings, "module")).toBe("design");
  });

  it("unknown: a type without schema has no violations to give, and design as route", async () => {
    const { source, settings } = await schemasOf({}, {});
    expect(await source.validate(settings, "gatway", model, {})).toBeNull();
    expect(source.required(settings, "constructor")).toEqual([]);
    expect(source.route(settings, "constructor")).toBe("design");
  });

  it("custom: a type of the config has its own schema, sections and route; places point into the document", async () => {
    const { source, settings } = await schemasOf(
      { gateway: { schema: "gateway.json", route: "direct" } },
      { "gateway.json": JSON.stringify(schema) },
    );
    const violations = await source.validate(settings, "gateway", model, { "/title": { start: 3, end: 4 } });
    expect(violations?.map(({ pointer, range }) => [pointer, range.start])).toContainEqual(["/title", 3]);
    expect(source.required(settings, "gateway")).toEqual(["risks"]);
    expect(source.route(settings, "gateway")).toBe("direct");
    expect(source.names(settings)).toContain("gateway");
  });

  it("broken-schema: a schema file that is none is a user error that names the file", async () => {
    for (const text of ["{", "[1]", '{ "type": 7 }']) {
      await expect(schemasOf({ gateway: { schema: "gateway.json" } }, { "gateway.json": text })).rejects.toMatchObject({
        code: "schema-invalid",
        place: { path: "gateway.json" },
      });
    }
  });
});
