import { expect, it } from "vitest";
import { examined } from "../../../src/commands/doctor/diagnosis.ts";
import { UserError } from "../../../src/user-error.ts";

it("gives what the check found", async () => {
  const fine = { state: "ok", topic: "a", message: "m" } as const;
  expect(await examined("a", async () => [fine])).toEqual([fine]);
});

it("stopped: what stops a check is not wired, in its own words", async () => {
  const error = new UserError("x", "It is broken", { hint: "Mend it", place: { path: ".designrc.json" } });
  expect(await examined("config", () => Promise.reject(error))).toEqual([
    { state: "wrong", topic: "config", message: ".designrc.json: It is broken", mend: "Mend it" },
  ]);
});

it("bug: any other failure is no diagnosis", async () => {
  await expect(examined("a", () => Promise.reject(new Error("bug")))).rejects.toThrow("bug");
});
