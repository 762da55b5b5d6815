import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseOf, foldersOf, localLink, relativeLink } from "../../src/rules/links.ts";

const from = "docs/design/sharing/service.md";
const at = (target: string) => localLink(target, from)?.path;

describe("localLink", () => {
  it("resolves against the folder of the document", () => {
    expect(at("presence.md")).toBe("docs/design/sharing/presence.md");
    expect(at("./presence.md")).toBe("docs/design/sharing/presence.md");
    expect(at("../sessions/store.md")).toBe("docs/design/sessions/store.md");
    expect(at("../../../")).toBe("");
  });

  it("elsewhere: URLs, mail addresses, hosts and paths of a site are no local links", () => {
    for (const target of [
      "https://example.com/a.md",
      "mailto:ada@example.com",
      "tel:1",
      "//example.com",
      "/docs/a.md",
    ]) {
      expect(localLink(target, from)).toBeNull();
    }
  });

  it("outside: steps above the root lead to no path", () => {
    expect(at("../../../../README.md")).toBeNull();
    expect(at("../../../../main/README.md")).toBeNull();
  });

  it("escapes: percent encoding is decoded, and taken as it stands where it is none", () => {
    expect(at("who%20is%20here.md")).toBe("docs/design/sharing/who is here.md");
    expect(at("100%.md")).toBe("docs/design/sharing/100%.md");
  });

  it("query: a query is no part of the path", () => {
    expect(localLink("a.md?plain=1#L3", from)).toEqual({
      path: "docs/design/sharing/a.md",
      folder: false,
      anchor: "L3",
    });
  });

  it("own-anchor: an anchor alone stays in the document", () => {
    expect(localLink("#edge-cases", from)).toEqual({ path: from, folder: false, anchor: "edge-cases" });
  });

  it("composed: paths are compared in NFC", () => {
    expect(at("zoe\u0308.md")).toBe("docs/design/sharing/zo\u00eb.md");
  });

  it("never throws, and never leaves the root with a path", () => {
    fc.assert(
      fc.property(fc.string(), (target) => {
        expect(localLink(target, from)?.path ?? "").not.toMatch(/^\.\.(?:\/|$)/u);
      }),
    );
  });
});

describe("relativeLink", () => {
  it("takes the shortest way", () => {
    expect(relativeLink(from, "docs/design/sharing/presence.md")).toBe("presence.md");
    expect(relativeLink(from, "docs/design/sessions/store.md")).toBe("../sessions/store.md");
    expect(relativeLink(from, "README.md")).toBe("../../../README.md");
    expect(relativeLink("README.md", "docs/a.md")).toBe("docs/a.md");
  });

  it("round-trip: what it makes leads back to the file", () => {
    const name = fc.stringMatching(/^[a-z #%()?é]{1,8}$/u).filter((text) => text.trim() === text);
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/").normalize("NFC"));
    fc.assert(
      fc.property(path, path, (a, b) => {
        expect(localLink(relativeLink(a, b), a)?.path).toBe(b);
      }),
    );
  });
});

it("foldersOf: all folders above a file, the root among them", () => {
  expect([...foldersOf(["a/b/c.md", "a/d.md"])].sort()).toEqual(["", "a", "a/b"]);
  expect([...foldersOf([])]).toEqual([""]);
});

it("baseOf: the last segment", () => {
  expect(baseOf("a/b.md")).toBe("b.md");
  expect(baseOf("b.md")).toBe("b.md");
});
