import { describe, expect, it } from "vitest";
import { compileSettings, exemptionOf, idOf } from "../../src/workspace/compiled-settings.ts";
import { exemption, settingsWith } from "../support/config.ts";

describe("exemptionOf", () => {
  it("first-exemption: the first entry that covers a path counts", () => {
    const first = exemption(["src/generated/**"], { owes: ["test"] });
    const compiled = compileSettings(settingsWith({ exempt: [first, exemption(["src/**"])] }));
    expect(exemptionOf(compiled, "src/generated/a.ts")).toBe(first);
    expect(exemptionOf(compiled, "src/a.ts")?.owes).toEqual([]);
    expect(exemptionOf(compiled, "test/a.test.ts")).toBeNull();
  });
});

describe("idOf", () => {
  it("order-of-parts: prefix of the scope, other placeholders, then the path", () => {
    const settings = settingsWith({ idPrefix: "apps/web" });
    expect(idOf(settings, ["layer", "package"], { path: "a/b", package: "core", layer: "ui" })).toBe(
      "apps/web/ui/core/a/b",
    );
    expect(idOf(settingsWith(), [], { path: "a" })).toBe("a");
  });
});
