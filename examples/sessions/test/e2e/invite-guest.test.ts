import { expect, it } from "vitest";
import { guestList, memoryStore, mergePresence, Orchestrator, sharingService } from "../../src/index.ts";

it("invite-guest: a guest joins by the code and is seen", async () => {
  const store = memoryStore();
  const clock = () => 0;
  const sessions = new Orchestrator({ store, clock, nextId: () => "s1" });
  const sharing = sharingService({ store, clock, random: (length) => new Uint8Array(length) });

  const { id } = await sessions.start("ada");
  const { code, guest } = await sharing.invite(id, "grace");
  expect((await sharing.join(code))?.id).toBe(id);

  const seen = mergePresence(new Map(), new Map([[guest, { state: "here", at: clock() }]]));
  expect(guestList(seen, { title: "Guests", here: "here", away: "away", empty: "" })).toContain("grace");
});
