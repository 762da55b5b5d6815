import { describe, expect, it } from "vitest";
import { contextNames, readArguments, stateOfBody } from "../../src/evidence/test-arguments.ts";
import { lastCall, parseSource } from "../support/parse-source.ts";

const read = (text: string) => readArguments(lastCall(parseSource(text)), new Map());

function stateOf(text: string): string {
  const { body } = read(text);
  if (body === null) throw new Error("no body");
  return stateOfBody(body, new Set(["test", ...contextNames(body)]));
}

describe("readArguments", () => {
  it("title-first: the first argument is the title", () => {
    expect(read("it('a', () => {})")).toMatchObject({ title: { text: "a", literal: true }, runs: true });
    expect(read("it(name, fn)")).toMatchObject({ title: { text: `\${name}`, literal: false }, body: null, runs: true });
  });

  it("no-title: a function's own name or an option serves as title, a table has none", () => {
    expect(read("test(function saves() {})").title?.text).toBe("saves");
    expect(read("test({ name: 'saves' }, () => {})").title?.text).toBe("saves");
    expect(read("test(() => {})").title).toBeNull();
    expect(read("test([1, 2])").title).toBeNull();
  });

  it("options: an option that is surely on counts, a condition does not", () => {
    expect(read("it('a', { skip: true }, () => {})").state).toBe("skip");
    expect(read("it('a', { todo: 'later' }, () => {})").state).toBe("todo");
    expect(read("it('a', { skip: windows }, () => {})").state).toBe("active");
    expect(read("it('a', { skip: false }, () => {})").state).toBe("active");
  });
});

describe("stateOfBody", () => {
  it("skips-itself: a body may skip its own test", () => {
    expect(stateOf("it('a', (t) => { t.skip('later'); })")).toBe("skip");
    expect(stateOf("it('a', function () { return this.skip(); })")).toBe("skip");
    expect(stateOf("it('a', ({ skip }) => skip())")).toBe("skip");
    expect(stateOf("test('a', () => { test.fixme(); })")).toBe("skip");
    expect(stateOf("it('a', (t) => { t.todo(); })")).toBe("todo");
  });

  it("conditional-skip: a skip that hangs on a condition says nothing", () => {
    expect(stateOf("test('a', () => { test.skip(browser === 'x', 'why'); })")).toBe("active");
    expect(stateOf("it('a', (t) => { if (x) t.skip(); })")).toBe("active");
    expect(stateOf("it('a', (t) => { stream.skip(); })")).toBe("active");
  });
});
