import { describe, expect, it } from "vitest";
import type { Session } from "../../src/sessions/session.ts";
import { memoryStore } from "../../src/sessions/store.ts";

const session: Session = { id: "s1", user: "ada", state: "open", seenAt: 0 };

describe("memoryStore", () => {
  it("finds what was saved, by id and by user", async () => {
    const store = memoryStore();
    await store.save(session);
    expect(await store.find("s1")).toEqual(session);
    expect(await store.findCurrent("ada")).toEqual(session);
  });

  it("unknown-id: an id that was never saved finds nothing", async () => {
    expect(await memoryStore().find("s1")).toBeNull();
  });

  it("save-again: saving an id a second time replaces the session", async () => {
    const store = memoryStore();
    await store.save(session);
    await store.save({ ...session, state: "paused" });
    expect((await store.find("s1"))?.state).toBe("paused");
  });

  it("ended-is-past: an ended session is not the current one of its user", async () => {
    const store = memoryStore();
    await store.save({ ...session, state: "ended" });
    expect(await store.findCurrent("ada")).toBeNull();
  });
});
