import { describe, expect, it } from "vitest";
import { searchGuests } from "../../src/sharing/guest-search.ts";

const guests = ["Ada Lovelace", "Grace Hopper", "Zoë Adams"];

describe("searchGuests", () => {
  it("finds by the beginning of a name, up to the limit", () => {
    expect(searchGuests("gr", guests, 5)).toEqual(["Grace Hopper"]);
    expect(searchGuests("a", guests, 1)).toEqual(["Ada Lovelace"]);
  });

  it("empty-query: a query without a letter finds nobody", () => {
    expect(searchGuests(" ", guests, 5)).toEqual([]);
  });

  it("accents: zoe finds Zoë", () => {
    expect(searchGuests("zoe", guests, 5)).toEqual(["Zoë Adams"]);
  });

  it("family-name: a match at a later name stands after the matches at the first", () => {
    expect(searchGuests("ada", guests, 5)).toEqual(["Ada Lovelace", "Zoë Adams"]);
  });
});
