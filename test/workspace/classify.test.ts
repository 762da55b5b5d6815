import { describe, expect, it } from "vitest";
import { type ClassInput, classify } from "../../src/workspace/classify.ts";
import { exemption } from "../support/config.ts";

function classOf(changes: Partial<ClassInput>): ReturnType<typeof classify> {
  return classify({ path: "src/a.ts", exemption: null, syntax: "code", matched: true, route: "design", ...changes });
}

describe("classify", () => {
  it("first-that-fits: exempt before barrel before types before direct before designed", () => {
    const exempt = exemption(["src/**"], { owes: ["test"] });
    expect(classOf({ exemption: exempt, syntax: "barrel" })).toEqual({ class: "exempt", owes: ["test"] });
    expect(classOf({ syntax: "barrel", route: "direct" })).toEqual({ class: "barrel", owes: [] });
    expect(classOf({ syntax: "types", route: "direct" })).toEqual({ class: "types", owes: ["design"] });
    expect(classOf({ route: "direct" })).toEqual({ class: "direct", owes: ["design", "test"] });
    expect(classOf({})).toEqual({ class: "designed", owes: ["design", "test"] });
  });

  it("needs-entry: everything but exempt sources and barrels has to match a components entry", () => {
    expect(classOf({ matched: false }).class).toBe("unclassified");
    expect(classOf({ matched: false, syntax: "types" }).class).toBe("unclassified");
    expect(classOf({ matched: false, syntax: "barrel" }).class).toBe("barrel");
    expect(classOf({ matched: false, exemption: exemption(["**"]) }).class).toBe("exempt");
  });

  it("declaration-file: .d.ts files are types whatever they say", () => {
    for (const path of ["src/a.d.ts", "src/a.d.mts", "src/a.d.css.ts"]) expect(classOf({ path }).class).toBe("types");
    for (const path of ["src/d.ts", "src/a.d.tsx", "src/ad.ts"]) expect(classOf({ path }).class).toBe("designed");
  });

  it("unreadable: nothing is asked of a file that nobody could read", () => {
    expect(classOf({ syntax: null })).toEqual({ class: "designed", owes: [] });
    expect(classOf({ syntax: null, matched: false }).class).toBe("unclassified");
  });
});
