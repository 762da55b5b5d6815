import { describe, expect, it } from "vitest";
import { literalWords } from "../../src/interface/literal-form.ts";
import { formOf, shown, typeOf } from "../support/interface/forms.ts";

describe("literal-form", () => {
  it("by-value: quotes, bases and separators do not count", () => {
    expect(typeOf("0x10").key).toBe(typeOf("1_6").key);
    expect(typeOf("'a'").key).toBe(typeOf('"a"').key);
    expect(typeOf("0x10n").key).toBe(typeOf("16n").key);
  });

  it("signs: a sign belongs to the value, and minus zero is zero", () => {
    expect(shown(typeOf("-1"))).toBe("literal number -1");
    expect(typeOf("-0").key).toBe(typeOf("0").key);
    expect(typeOf("-1").key).not.toBe(typeOf("1").key);
  });

  it("widened: for a variable that can change, a literal is its base type", () => {
    expect(shown(formOf("export let T = 1;"))).toContain("keyword number");
    expect(shown(formOf("export const T = 1;"))).toContain("literal number 1");
  });

  it.each(["'a b'", "'\"'", "''", "-1", "16n", "true"])(
    "written-again: the text of a literal reads back as the same literal (%s)",
    (written) => {
      const { text, key } = typeOf(written);
      expect(typeOf(literalWords(text)).key).toBe(key);
    },
  );
});
