import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathUri, physicalLocation } from "../../src/report/sarif-location.ts";

describe("sarif location", () => {
  it("reserved-characters: percent-encoded, slashes stay", () => {
    expect(pathUri("a b/c%d/#e?/f:g/ü.ts")).toBe("a%20b/c%25d/%23e%3F/f%3Ag/%C3%BC.ts");
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (path) => decodeURIComponent(pathUri(path)) === path));
  });

  it("lone-surrogate: becomes the replacement character", () => {
    expect(pathUri("a\ud83db")).toBe("a%EF%BF%BDb");
  });

  it("no-range: a place without a range has no region", () => {
    expect(physicalLocation("a", undefined)).toEqual({ artifactLocation: { uri: "a", uriBaseId: "%SRCROOT%" } });
    const range = { start: { line: 1, column: 2 }, end: { line: 3, column: 4 } };
    expect(physicalLocation("a", range).region).toEqual({ startLine: 1, startColumn: 2, endLine: 3, endColumn: 4 });
  });
});
