/** The outcome of a check that fails closed: what was proven, or why nothing was. Never a boolean, never an exception. */
export type Verdict<T> = ({ readonly ok: true } & T) | Refusal;

/** Why something is not accepted: a clause without a final full stop. */
export interface Refusal {
  readonly ok: false;
  readonly reason: string;
}
