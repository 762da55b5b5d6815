import { describe, expect, it } from "vitest";
import { createFrame, declarationsOf, nameIn } from "../../src/interface/question-declarations.ts";

describe("declarationsOf", () => {
  it("alias: a type that speaks of itself is an alias with the names that it needs", () => {
    const frame = createFrame(undefined, 0, 0);
    frame.isNamed = true;
    frame.names.add("T1_0");
    frame.text = `{ next: ${nameIn(frame, [frame])} }`;
    const { declarations, named } = declarationsOf([frame], [{ name: "T1_0", constraint: "string" }]);
    expect(declarations).toEqual(["type Written0<T1_0 extends string> = { next: Written0<T1_0> };"]);
    expect(named(nameIn(frame, []))).toBe("Written0<T1_0>");
  });

  it("interface: bases are aliases, since an interface can extend names only", () => {
    const frame = createFrame(undefined, 0, 2);
    Object.assign(frame, { isNamed: true, bases: ["Partial<X>"], text: "{ a: 1 }" });
    expect(declarationsOf([frame], []).declarations).toEqual([
      "type Base2_0 = Partial<X>;",
      "interface Written2 extends Base2_0 { a: 1 }",
    ]);
  });

  it("handed-on: what one mentions, those need that mention it", () => {
    const [outer, inner] = [createFrame(undefined, 0, 0), createFrame(undefined, 0, 1)];
    for (const frame of [outer, inner]) frame.isNamed = true;
    outer.names.add("T1_0");
    inner.text = nameIn(outer, [outer, inner]);
    outer.text = nameIn(inner, [outer]);
    expect(declarationsOf([outer, inner], []).declarations).toEqual([
      "type Written0<T1_0> = Written1<T1_0>;",
      "type Written1<T1_0> = Written0<T1_0>;",
    ]);
  });

  it("lost-constraint: a constraint that needs names which are not there is left out", () => {
    const frame = createFrame(undefined, 0, 0);
    Object.assign(frame, { isNamed: true, text: "T1_1" });
    frame.names.add("T1_1");
    expect(declarationsOf([frame], [{ name: "T1_1", constraint: "keyof T1_0" }]).declarations).toEqual([
      "type Written0<T1_1> = T1_1;",
    ]);
  });
});
