/** Why there is no answer where the compiler threw instead of giving one: it recurses without a bound on hostile types, or trips over them. */
export function failureReason(error: unknown): string {
  return error instanceof RangeError
    ? "its types nest too deeply for the compiler"
    : "the compiler itself fails on its types";
}

/** How often the compiler may fail in one project: each time, it has to begin again from the start. */
export const mostFailures = 20;
