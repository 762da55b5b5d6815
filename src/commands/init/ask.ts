import { UserError } from "../../user-error.ts";
import type { CommandIo } from "../io.ts";
import type { Offer, Question } from "./offers.ts";

async function confirm({ text, byDefault }: Question): Promise<boolean | null> {
  const prompts = await import("@clack/prompts");
  const answer = await prompts.confirm({ message: text, initialValue: byDefault });
  return prompts.isCancel(answer) ? null : answer;
}

/**
 * The offers that are taken: by default under `yes`, else as a person answers. Null where the person stops.
 * Rejects with a `UserError` where there is nobody to ask.
 */
export async function chooseOffers(
  questions: readonly Question[],
  yes: boolean,
  io: CommandIo,
): Promise<ReadonlySet<Offer> | null> {
  if (yes) return new Set(questions.filter(({ byDefault }) => byDefault).map(({ offer }) => offer));
  if (!io.isTTY) {
    throw new UserError("no-terminal", "There is no terminal to ask questions at", {
      hint: "run `design-lint init --yes` to take what is detected",
    });
  }
  const chosen = new Set<Offer>();
  for (const question of questions) {
    const answer = await confirm(question);
    if (answer === null) return null;
    if (answer) chosen.add(question.offer);
  }
  return chosen;
}
