import { describe, expect, it } from "vitest";
import { everybody } from "../../src/interface/breaking.ts";
import { below, changed, memberTrail, partTrail, trailAt, undecided } from "../../src/interface/difference.ts";
import { leaf } from "../../src/interface/form.ts";

const trail = trailAt({ declared: [], actual: [] });
const part = { inside: "parameter a", role: "is", change: "parameter-type" } as const;

describe("difference", () => {
  it("outermost-part: inside a parameter everything is a change of that parameter", () => {
    const inner = partTrail(trail, part);
    expect(inner).toMatchObject({ inside: "parameter a", change: "parameter-type" });
    expect(partTrail(inner, { ...part, inside: "result" })).toBe(inner);
  });

  it("member-path: members of the export and members inside of a part are told apart", () => {
    expect(memberTrail(trail, "b")).toMatchObject({ path: ["b"], inner: [] });
    expect(memberTrail(partTrail(trail, part), "b")).toMatchObject({ path: [], inner: ["b"] });
  });

  it("one-side: a side that has no such part is null", () => {
    const only = changed(
      below(trail, {}),
      { id: "member-missing", reach: everybody },
      { declared: leaf("x", "", null) },
    );
    expect(only.actual).toBeNull();
    expect(only.breaking).toEqual(everybody);
    expect(undecided(trail, "why", {})).toMatchObject({ kind: "undecided", change: "type", reason: "why" });
  });
});
