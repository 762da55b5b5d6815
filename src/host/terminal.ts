import type { Writable } from "node:stream";

/** What decides about colour: the flag (`--color`, `--no-color`, neither), the environment, the output. */
export interface ColorQuestion {
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
}

/** A line on the terminal that says what is going on. */
export interface Progress {
  /** Says what is being done now. */
  update(text: string): void;
  /** Takes the line away; nothing shows afterwards. */
  stop(): void;
}

/** A run that is over sooner shows nothing. */
const patience = 1000;

/** Whether to write colours. The flag wins, then `FORCE_COLOR` (`0` and `false` mean no), then `NO_COLOR`, then the terminal. */
export function colorWanted(question: ColorQuestion): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = question.env;
  if (question.flag !== undefined) return question.flag;
  if (force !== undefined && force !== "") return force !== "0" && force.toLowerCase() !== "false";
  if (no !== undefined && no !== "") return false;
  return question.isTTY && term !== "dumb";
}

/** Control characters but line feed and tab, bidi controls, zero-width and other invisible characters, lone surrogates. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

/** Makes characters that could steer or deceive a terminal visible (`\u{1b}`). Line feeds and tabs stay. */
export function escapeTerminal(text: string): string {
  return text.replace(unprintable, (character) => {
    if (character === "\n" || character === "\t") return character;
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/** A spinner on `stream` that shows only where that is a terminal, and only after one second. */
export function progress(stream: Writable, isTTY: boolean): Progress {
  if (!isTTY) return { update: () => undefined, stop: () => undefined };
  let text = "";
  let stopped = false;
  let spinner: { text: string; stop(): unknown } | null = null;
  const timer = setTimeout(async () => {
    const { default: yoctoSpinner } = await import("yocto-spinner");
    if (!stopped) spinner = yoctoSpinner({ text, stream, handleSignals: false }).start();
  }, patience);
  timer.unref();
  return {
    update: (next) => {
      text = escapeTerminal(next);
      if (spinner !== null) spinner.text = text;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      spinner?.stop();
      spinner = null;
    },
  };
}
