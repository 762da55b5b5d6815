import { describe, expect, it } from "vitest";
import { consumers, everybody, implementers, nobody } from "../../src/interface/breaking.ts";
import {
  below,
  changed,
  memberTrail,
  type Position,
  partTrail,
  positioned,
  trailAt,
  undecided,
} from "../../src/interface/difference.ts";
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

  it("turned: a parameter turns around whom a change breaks, a constructor's breaks those that extend the class too, and where nobody knows it breaks both", () => {
    const change = { id: "member-type", reach: consumers } as const;
    const at = (position: Partial<Position>) => changed(positioned(trail, position), change, {}).breaking;
    expect(at({})).toEqual(consumers);
    expect(at({ inward: true })).toEqual(implementers);
    expect(at({ inward: true, constructing: true })).toEqual(nobody);
    expect(at({ constructing: true })).toEqual(everybody);
    expect(at({ invariant: true })).toEqual(everybody);
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
