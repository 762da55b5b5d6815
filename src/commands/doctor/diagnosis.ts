import { UserError } from "../../user-error.ts";

/** One thing that was looked at: in order, worth knowing, or not wired. */
export interface Diagnosis {
  readonly state: "ok" | "note" | "wrong";
  /** What it is about, in a word. */
  readonly topic: string;
  readonly message: string;
  /** What to do, in the imperative. */
  readonly mend?: string;
}

/** What a check found, or the `UserError` that stopped it as something that is not wired. */
export async function examined(
  topic: string,
  check: () => Promise<readonly Diagnosis[]>,
): Promise<readonly Diagnosis[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint, place } = error;
    const where = place === undefined ? "" : `${place.path}: `;
    return [{ state: "wrong", topic, message: `${where}${message}`, ...(hint === undefined ? {} : { mend: hint }) }];
  }
}
