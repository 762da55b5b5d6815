import type { Range } from "./range.ts";

/** Where a `UserError` points: a file, and a stretch of it with the text that it is a stretch of. */
export interface ErrorPlace {
  readonly path: string;
  readonly range?: Range;
  readonly text?: string;
}

/** What stops a run without being a bug: flags, config, git, files. It ends as exit code 2, without a stack. */
export class UserError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly place: ErrorPlace | undefined;

  /** `code` is stable and in kebab case; `message` says what is wrong, `hint` what to do next. */
  constructor(code: string, message: string, more: { hint?: string; place?: ErrorPlace } = {}) {
    super(message);
    this.name = "UserError";
    this.code = code;
    this.hint = more.hint;
    this.place = more.place;
  }
}
