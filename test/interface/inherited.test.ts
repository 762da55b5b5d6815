import { describe, expect, it } from "vitest";
import { leaf, tree } from "../../src/interface/form.ts";
import { basesOf, heir, seenMembers, withLocalBases, writtenMembers } from "../../src/interface/inherited.ts";

const text = leaf("keyword", "string", null);
const number = leaf("keyword", "number", null);
const member = (label: string, form = text) => ({ label, form });
const object = (...labels: readonly string[]) =>
  tree(
    "object",
    labels.map((label) => member(label)),
    { node: null },
  );
const opaque = leaf("reference", '"x"#X', null);

describe("seenMembers", () => {
  it("own-first: own members hide inherited ones", () => {
    const type = heir({ members: [member("b", number)], bases: [object("a", "b")] });
    expect(seenMembers(type)?.map(({ label, form }) => [label, form.text])).toEqual([
      ["a", "string"],
      ["b", "number"],
    ]);
    expect(basesOf(type)).toHaveLength(1);
  });

  it("unseen: a base of which nothing is known hides them all", () => {
    expect(seenMembers(heir({ members: [], bases: [object("a"), opaque] }))).toBeNull();
  });

  it("signatures: calls of both come one after the other, of which the order is not known", () => {
    expect(seenMembers(heir({ members: [member("()")], bases: [object("()")] }))).toBeNull();
  });

  it("signature-alone: a type of one signature has that as its member", () => {
    const call = tree("function", [], { node: null });
    expect(writtenMembers(call)).toEqual([{ label: "()", form: call }]);
    expect(writtenMembers(tree("construct", [], { node: null, text: "abstract" }))).toBeNull();
    expect(seenMembers(heir({ members: [], bases: [call] }))?.map(({ label }) => label)).toEqual(["()"]);
  });

  it("endless: a name that stands for itself ends", () => {
    const endless = { ...opaque, expand: () => endless };
    expect(seenMembers(endless)).toBeNull();
  });
});

describe("withLocalBases", () => {
  it("local: what has no name goes into the members, what has one stays a base", () => {
    const inner = heir({ members: [member("c")], bases: [opaque] });
    const joined = withLocalBases({ members: [member("a")], bases: [object("b"), inner] });
    expect(joined.members.map(({ label }) => label)).toEqual(["a", "b", "c"]);
    expect(joined.bases).toEqual([opaque]);
  });
});
