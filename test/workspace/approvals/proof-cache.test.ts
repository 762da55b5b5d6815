import { describe, expect, it } from "vitest";
import { rememberingVerifier } from "../../../src/workspace/approvals/proof-cache.ts";
import { softwareKey } from "../../support/ssh-keys.ts";

const key = softwareKey("ed25519");
const armor = key.sign("message");

/** A cache that counts what it did not know. */
function memory(known: ReadonlyMap<string, unknown> = new Map()) {
  const values = new Map(known);
  let learnt = 0;
  const cache = {
    get: (name: string) => values.get(name),
    set(name: string, value: unknown) {
      learnt++;
      values.set(name, JSON.parse(JSON.stringify(value)));
    },
  };
  return { cache, values, learnt: () => learnt };
}

describe("rememberingVerifier", () => {
  it("checks a signature once, and says the same again", () => {
    const { cache, learnt, values } = memory();
    const first = rememberingVerifier(cache)(armor, "message");
    expect(first).toMatchObject({ ok: true, isHardware: false });
    expect(rememberingVerifier(cache)(armor, "message")).toEqual(first);
    expect(learnt()).toBe(1);
    // What is known is believed: no signature was checked the second time.
    const [name = ""] = values.keys();
    const marked = memory(new Map([[name, { ...(values.get(name) as object), touched: true }]]));
    expect(rememberingVerifier(marked.cache)(armor, "message")).toMatchObject({ touched: true });
  });

  it("other-bytes: another message, another signature or another cut between them is another question", () => {
    const { cache, learnt } = memory();
    const verify = rememberingVerifier(cache);
    verify(armor, "message");
    expect(verify(armor, "messagex")).toMatchObject({ ok: false });
    expect(verify(armor.slice(0, -1), "-message")).toMatchObject({ ok: false });
    expect(verify(`${armor}m`, "essage")).toMatchObject({ ok: false });
    expect(verify(key.sign("other"), "message")).toMatchObject({ ok: false });
    expect(learnt()).toBe(1);
  });

  it("wrong: what proves nothing is not remembered", () => {
    const { cache, values } = memory();
    expect(rememberingVerifier(cache)(armor, "other")).toMatchObject({ ok: false });
    expect(values.size).toBe(0);
  });

  it("damaged: a remembered value of another form is not believed", () => {
    const { cache, values } = memory();
    const fresh = rememberingVerifier(cache)(armor, "message");
    const [name = ""] = values.keys();
    const good = values.get(name) as Record<string, unknown>;
    const { fingerprint: _, ...rest } = good;
    for (const value of [
      null,
      true,
      "x",
      {},
      rest,
      { ...good, touched: 1 },
      { ...good, more: 1 },
      { ...good, ok: true },
    ]) {
      expect(rememberingVerifier(memory(new Map([[name, value]])).cache)(armor, "message")).toEqual(fresh);
    }
  });
});
