import { describe, expect, it } from "vitest";
import type { Session } from "../../src/sessions/session.ts";
import { memoryStore } from "../../src/sessions/store.ts";
import { sharingService } from "../../src/sharing/service.ts";

const session: Session = { id: "s1", user: "ada", state: "open", seenAt: 0 };

async function setUp() {
  const time = { now: 0 };
  const store = memoryStore();
  await store.save(session);
  const random = (length: number): Uint8Array => new Uint8Array(length);
  return { service: sharingService({ store, clock: () => time.now, random }), store, time };
}

describe("sharingService", () => {
  it("lets a guest in by the code alone", async () => {
    const { service } = await setUp();
    const { code } = await service.invite("s1", "grace");
    expect(await service.join(code)).toEqual(session);
  });

  it("closed-session: inviting to a session that is not open rejects", async () => {
    const { service, store } = await setUp();
    await store.save({ ...session, state: "paused" });
    await expect(service.invite("s1", "grace")).rejects.toThrow("not open");
  });

  it("ended-meanwhile: a good code opens nothing after the session has ended", async () => {
    const { service, store } = await setUp();
    const { code } = await service.invite("s1", "grace");
    await store.save({ ...session, state: "ended" });
    expect(await service.join(code)).toBeNull();
  });

  it("old-code: a code opens nothing after a day", async () => {
    const { service, time } = await setUp();
    const { code, expiresAt } = await service.invite("s1", "grace");
    time.now = expiresAt + 1;
    expect(await service.join(code)).toBeNull();
  });

  it("wrong-code: a code that was never given out opens nothing", async () => {
    expect(await (await setUp()).service.join("ABCDEFGH")).toBeNull();
  });
});
