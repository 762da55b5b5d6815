import { describe, expect, it } from "vitest";
import type { TypeSettings } from "../../src/config/config.ts";
import { chooseType } from "../../src/scaffold/type-choice.ts";

const place = { path: null, range: { start: 0, end: 0 } };
const type = (name: string, match: readonly string[], base = ""): TypeSettings => ({
  name,
  route: null,
  match,
  base,
  schema: null,
  template: null,
  place,
});

describe("chooseType", () => {
  it("match: the first type whose globs fit wins, relative to the folder of its config", () => {
    const types = [type("gateway", ["src/gateways/**"], "packages/a"), type("service", ["**/*-service.ts"])];
    expect(chooseType("packages/a/src/gateways/x-service.ts", "code", types)).toBe("gateway");
    expect(chooseType("src/gateways/x-service.ts", "code", types)).toBe("service");
  });

  it("match-first: a type that fits wins over what the source is by syntax", () => {
    expect(chooseType("src/a.ts", "types", [type("dto", ["src/*.ts"])])).toBe("dto");
  });

  it("by-syntax: without a match, type-only files are types and all others modules", () => {
    expect(chooseType("src/a.ts", "types", [type("module", [])])).toBe("types");
    expect(chooseType("src/a.ts", "code", [])).toBe("module");
    expect(chooseType("src/a.ts", "barrel", [])).toBe("module");
  });
});
