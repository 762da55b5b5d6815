import { PassThrough } from "node:stream";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { colorWanted, escapeTerminal, progress } from "../../src/host/terminal.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("colorWanted", () => {
  const ask = (flag: boolean | undefined, env: Record<string, string>, isTTY: boolean) =>
    colorWanted({ flag, env, isTTY });

  it("order: the flag, then FORCE_COLOR, then NO_COLOR, then the terminal", () => {
    expect(ask(false, { FORCE_COLOR: "1" }, true)).toBe(false);
    expect(ask(true, { NO_COLOR: "1", FORCE_COLOR: "0" }, false)).toBe(true);
    expect(ask(undefined, { FORCE_COLOR: "1", NO_COLOR: "1" }, false)).toBe(true);
    expect(ask(undefined, { NO_COLOR: "1" }, true)).toBe(false);
    expect([ask(undefined, {}, true), ask(undefined, {}, false)]).toEqual([true, false]);
  });

  it("values: FORCE_COLOR may say no, empty variables say nothing, a dumb terminal has no colours", () => {
    expect([ask(undefined, { FORCE_COLOR: "0" }, true), ask(undefined, { FORCE_COLOR: "false" }, true)]).toEqual([
      false,
      false,
    ]);
    expect(ask(undefined, { FORCE_COLOR: "", NO_COLOR: "" }, true)).toBe(true);
    expect(ask(undefined, { TERM: "dumb" }, true)).toBe(false);
  });
});

describe("escapeTerminal", () => {
  it("controls: escapes, other control characters, bidi controls and invisible characters become visible", () => {
    expect(escapeTerminal("\u001b[31mred\u0007\r\u009b")).toBe("\\u{1b}[31mred\\u{7}\\u{d}\\u{9b}");
    expect(escapeTerminal("a\u202eb\u2066c\u200bd\ufeffe\u2028f\u{e0041}")).toBe(
      "a\\u{202e}b\\u{2066}c\\u{200b}d\\u{feff}e\\u{2028}f\\u{e0041}",
    );
    expect(escapeTerminal("\ud800")).toBe("\\u{d800}");
  });

  it("plain: line feeds, tabs, other scripts and emoji stay", () => {
    const text = "one\n\ttwo ünï 日本 😀 e\u0301";
    expect(escapeTerminal(text)).toBe(text);
  });

  it("leaves nothing that steers a terminal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeTerminal(text)).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe("progress", () => {
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  function spinning(isTTY: boolean): { bar: ReturnType<typeof progress>; output(): string } {
    vi.useFakeTimers();
    vi.stubEnv("CI", undefined);
    const done = () => true;
    const stream = Object.assign(new PassThrough(), { isTTY, cursorTo: done, clearLine: done, moveCursor: done });
    const bar = progress(stream, isTTY);
    return { bar, output: () => String(stream.read() ?? "") };
  }

  it("quick: a run of less than a second shows nothing", async () => {
    const { bar, output } = spinning(true);
    bar.update("reading");
    await wait(900);
    bar.stop();
    await wait(5000);
    expect(output()).toBe("");
  });

  it("slow: after a second the text shows, made harmless, and goes away", async () => {
    const { bar, output } = spinning(true);
    bar.update("reading \u001b[5mfast");
    await wait(1001);
    await vi.dynamicImportSettled();
    expect(output()).toContain("reading \\u{1b}[5mfast");
    bar.update("writing");
    await wait(500);
    bar.stop();
    expect(output()).toContain("writing");
    await wait(5000);
    expect(output()).toBe("");
  });

  it("no-terminal: without a terminal nothing shows", async () => {
    const { bar, output } = spinning(false);
    bar.update("reading");
    await wait(5000);
    bar.stop();
    expect(output()).toBe("");
  });
});
