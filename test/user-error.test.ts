import { describe, expect, it } from "vitest";
import { UserError } from "../src/user-error.ts";

describe("UserError", () => {
  it("no-more: hint and place are undefined where nothing is known", () => {
    const error = new UserError("usage", "wrong");
    expect([error.code, error.message, error.hint, error.place]).toEqual(["usage", "wrong", undefined, undefined]);
    expect(error).toBeInstanceOf(Error);
  });

  it("keeps code, hint and place", () => {
    const place = { path: ".designrc.json", range: { start: 1, end: 2 }, text: "{}" };
    const error = new UserError("config-invalid", "wrong", { hint: "mend it", place });
    expect(error).toMatchObject({ code: "config-invalid", hint: "mend it", place });
  });
});
