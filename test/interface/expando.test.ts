import { describe, expect, it } from "vitest";
import { bindFile } from "../../src/interface/bindings.ts";
import { hasAssignedMembers } from "../../src/interface/expando.ts";
import { parseSource } from "../../src/interface/parse.ts";

const isOpen = (text: string): boolean =>
  (bindFile(parseSource("a.ts", text)).declarations.get("f") ?? []).some(hasAssignedMembers);

describe("expando", () => {
  it("assigned: functions and constant functions can be given members", () => {
    expect(isOpen("function f() {}\nf.x = 1;")).toBe(true);
    expect(isOpen("const f = () => {};\nif (a) { f['x'] = f.y = 1; }")).toBe(true);
  });

  it("not-assigned: other names, typed constants and assignments inside functions do not count", () => {
    expect(isOpen("function f() {}\ng.x = 1; f = 1;")).toBe(false);
    expect(isOpen("const f: F = () => {};\nf.x = 1;")).toBe(false);
    expect(isOpen("function f() {}\nfunction g() { f.x = 1; }")).toBe(false);
  });
});
