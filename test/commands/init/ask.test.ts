import { describe, expect, it } from "vitest";
import { chooseOffers } from "../../../src/commands/init/ask.ts";
import type { Question } from "../../../src/commands/init/offers.ts";
import { recordingIo } from "../../support/command-io.ts";

const questions: readonly Question[] = [
  { offer: "hook", text: "Hook?", byDefault: true },
  { offer: "workflow", text: "Workflow?", byDefault: false },
];

describe("ask", () => {
  it("yes: exactly the offers that are taken by default", async () => {
    expect(await chooseOffers(questions, true, recordingIo("/"))).toEqual(new Set(["hook"]));
  });

  it("no-terminal: a user error that names the flag", async () => {
    const chosen = chooseOffers(questions, false, recordingIo("/"));
    await expect(chosen).rejects.toMatchObject({ code: "no-terminal", hint: expect.stringContaining("--yes") });
  });
});
