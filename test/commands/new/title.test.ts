import { describe, expect, it } from "vitest";
import { titleFor } from "../../../src/commands/new/title.ts";

describe("title", () => {
  it("words: dashes, underscores, dots and humps part words", () => {
    expect(titleFor("sessions/session-store")).toBe("Session store");
    expect(titleFor("a/useSession_state.v2")).toBe("Use Session state v2");
    expect(titleFor("übung")).toBe("Übung");
  });

  it("index: called after its folder", () => {
    expect(titleFor("sessions/index")).toBe("Sessions");
  });

  it("no-words: an id without words is its own title", () => {
    expect(titleFor("index")).toBe("index");
    expect(titleFor("a/--")).toBe("a/--");
  });
});
