import { describe, expect, it } from "vitest";
import {
  below,
  changed,
  difference,
  memberTrail,
  partTrail,
  trailAt,
  undecided,
} from "../../src/interface/difference.ts";
import { leaf } from "../../src/interface/form.ts";
import { start } from "../support/interface/reading.ts";
import { parseSource } from "../support/parse-source.ts";

const outer = parseSource("outer;");
const inner = parseSource("inner;");
const form = leaf("keyword", "string", inner);
const parameter = { inside: "parameter a", role: "is", change: "parameter-type" };

describe("memberTrail", () => {
  it("member-of-part: a member is one of the export, inside of a parameter one of what the parameter is made of", () => {
    const ofExport = memberTrail(memberTrail(start, "a"), "b");
    expect([ofExport.path, ofExport.inner]).toEqual([["a", "b"], []]);
    const ofParameter = memberTrail(partTrail(ofExport, parameter), "c");
    expect([ofParameter.path, ofParameter.inside, ofParameter.inner]).toEqual([["a", "b"], "parameter a", ["c"]]);
  });

  it("role-begins-anew: a member is something again, whatever the part above does", () => {
    const returning = partTrail(start, { inside: "result", role: "returns", change: "return-type" });
    expect(memberTrail(returning, "a")).toMatchObject({ role: "is", change: "return-type", whole: null });
  });
});

describe("partTrail", () => {
  it("outermost-part: a signature within a part does not change what people speak of", () => {
    const once = partTrail(start, parameter);
    expect(once).toMatchObject(parameter);
    expect(partTrail(once, { inside: "result", role: "returns", change: "return-type" })).toEqual(once);
    const member = { ...start, change: "member-type" };
    expect(partTrail(member, parameter)).toEqual(member);
  });
});

describe("below", () => {
  it("no-place: only forms that stand somewhere leave a place on the way down", () => {
    const trail = trailAt({ declared: [outer], actual: [outer] });
    const { places } = below(trail, { declared: form, actual: leaf("keyword", "string", null) });
    expect(places).toEqual({ declared: [outer, inner], actual: [outer] });
    expect(below(trail, {}, { role: "returns" })).toEqual({ ...trail, role: "returns" });
  });
});

describe("difference", () => {
  it("one-sided: what only one side has is null on the other", () => {
    const found = changed(memberTrail(start, "a"), "member-missing", { declared: form });
    expect(found).toMatchObject({ kind: "changed", change: "member-missing", path: ["a"], actual: null });
    expect(found.declared).toBe(form);
    expect(found.places).toEqual({ declared: [inner], actual: [] });
  });

  it("undecided-id: what is not decided has the id that a change of it would have", () => {
    expect(undecided(start, "why", {})).toMatchObject({ kind: "undecided", change: "type", reason: "why" });
    expect(undecided(partTrail(start, parameter), "why", {}).change).toBe("parameter-type");
    expect(difference(start, { kind: "spelling", change: "kind" }, {})).toMatchObject({
      kind: "spelling",
      change: "kind",
    });
  });
});
