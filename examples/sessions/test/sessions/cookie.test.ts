import { describe, expect, it } from "vitest";
import { readCookie, writeCookie } from "../../src/sessions/cookie.ts";

describe("session cookie", () => {
  it("reads what it wrote", () => {
    expect(readCookie(writeCookie("s1"))).toBe("s1");
  });

  it("odd-characters: an id survives whatever it is made of", () => {
    expect(readCookie(writeCookie("a;b=c é"))).toBe("a;b=c é");
  });

  it("other-cookies: cookies of other programs are passed over", () => {
    expect(readCookie("theme=dark; session=s1; lang=en")).toBe("s1");
    expect(readCookie("theme=dark")).toBeNull();
  });

  it("broken-escape: a value that cannot be decoded counts as no cookie", () => {
    expect(readCookie("session=%E0%A4%A")).toBeNull();
  });
});
