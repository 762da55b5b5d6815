import { describe, expect, it } from "vitest";
import { mergePresence, type PresenceMap } from "../../src/sharing/presence.ts";

const here = (at: number): PresenceMap => new Map([["grace", { state: "here", at }]]);
const away = (at: number): PresenceMap => new Map([["grace", { state: "away", at }]]);

describe("mergePresence", () => {
  it("takes the newer entry, whoever merges", () => {
    expect(mergePresence(here(1), away(2))).toEqual(away(2));
    expect(mergePresence(away(2), here(1))).toEqual(away(2));
  });

  it("same-time: away wins on every device", () => {
    expect(mergePresence(here(1), away(1))).toEqual(away(1));
    expect(mergePresence(away(1), here(1))).toEqual(away(1));
  });

  it("stale-message: an older entry that arrives late changes nothing", () => {
    const merged = mergePresence(here(1), away(2));
    expect(mergePresence(merged, here(1))).toEqual(merged);
  });

  it("unknown-guest: a guest that only the other device knows is added", () => {
    expect(mergePresence(new Map(), here(1))).toEqual(here(1));
  });
});
