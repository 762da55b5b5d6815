import { describe, expect, it } from "vitest";
import { writtenName } from "../../src/interface/written-name.ts";

describe("writtenName", () => {
  it("modules: names of modules that were not read are written with their module", () => {
    const own = (identity: string): string => `own ${identity}`;
    expect(writtenName('"react"#FC', own)).toBe('import("react").FC');
    expect(writtenName('"react"#*', own)).toBe('import("react")');
    expect(writtenName("global:Date", own)).toBe("Date");
    expect(writtenName("own:A", own)).toBe("own own:A");
  });
});
