import { describe, expect, it } from "vitest";
import { guestList } from "../../src/sharing/guest-list.ts";
import type { PresenceMap } from "../../src/sharing/presence.ts";

const labels = { title: "Guests", here: "here", away: "away", empty: "Nobody yet" };

describe("guestList", () => {
  it("puts those who are here first", () => {
    const guests: PresenceMap = new Map([
      ["Ada", { state: "away", at: 0 }],
      ["Grace", { state: "here", at: 0 }],
    ]);
    const html = guestList(guests, labels);
    expect(html.indexOf("Grace")).toBeLessThan(html.indexOf("Ada"));
  });

  it("nobody-here: a session without guests shows the empty label", () => {
    expect(guestList(new Map(), labels)).toContain("<p>Nobody yet</p>");
  });

  it("markup-in-name: a name with markup is shown as it was typed", () => {
    const html = guestList(new Map([['<b>"&"</b>', { state: "here", at: 0 }]]), labels);
    expect(html).toContain("&lt;b>&quot;&amp;&quot;&lt;/b>");
  });

  it("same-presence: guests of one state stand in the order of their names", () => {
    const guests: PresenceMap = new Map([
      ["Grace", { state: "here", at: 0 }],
      ["Ada", { state: "here", at: 0 }],
    ]);
    expect(guestList(guests, labels)).toContain("<ul><li>Ada <small>here</small></li><li>Grace <small>here</small></li></ul>");
  });
});
