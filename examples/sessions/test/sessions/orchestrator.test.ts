import { describe, expect, it } from "vitest";
import { idleLimit } from "../../src/sessions/expiry.ts";
import { Orchestrator } from "../../src/sessions/orchestrator.ts";
import { memoryStore } from "../../src/sessions/store.ts";

function setUp() {
  const time = { now: 0 };
  const store = memoryStore();
  let count = 0;
  const orchestrator = new Orchestrator({ store, clock: () => time.now, nextId: () => `s${++count}` });
  return { orchestrator, store, time };
}

describe("Orchestrator", () => {
  it("opens the session again that was left", async () => {
    const { orchestrator } = setUp();
    const { id } = await orchestrator.start("ada");
    await orchestrator.pause(id);
    expect(await orchestrator.resume(id)).toMatchObject({ id, state: "open" });
  });

  it("lets a user start anew after the end", async () => {
    const { orchestrator } = setUp();
    await orchestrator.end((await orchestrator.start("ada")).id);
    expect(await orchestrator.start("ada")).toMatchObject({ id: "s2", state: "open" });
  });

  it("duplicate-start: starting while a session is open rejects", async () => {
    const { orchestrator } = setUp();
    await orchestrator.start("ada");
    await expect(orchestrator.start("ada")).rejects.toMatchObject({ reason: "already-open" });
  });

  it("late-resume: resuming an expired session ends it and rejects", async () => {
    const { orchestrator, store, time } = setUp();
    const { id } = await orchestrator.start("ada");
    await orchestrator.pause(id);
    time.now = idleLimit + 1;
    await expect(orchestrator.resume(id)).rejects.toMatchObject({ reason: "expired" });
    expect((await store.find(id))?.state).toBe("ended");
  });

  it("wrong-state: a step that the table does not list rejects", async () => {
    const { orchestrator } = setUp();
    const { id } = await orchestrator.start("ada");
    await expect(orchestrator.resume(id)).rejects.toMatchObject({ reason: "not-allowed" });
  });

  it("no-such-session: a step on an unknown id rejects", async () => {
    await expect(setUp().orchestrator.end("s9")).rejects.toMatchObject({ reason: "not-found" });
  });
});
