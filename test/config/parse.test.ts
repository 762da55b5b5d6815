import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { configError, parseConfig } from "../../src/config/parse.ts";
import { loadShipped } from "../../src/schema/shipped.ts";
import type { Validate } from "../../src/schema/validator.ts";
import { UserError } from "../../src/user-error.ts";
import { platformWith } from "../support/configs.ts";

let validate: Validate = () => [];
beforeAll(async () => {
  validate = await loadShipped(platformWith(), "designrc");
});

const bytes = (text: string) => new TextEncoder().encode(text);

function failure(content: string | Uint8Array): UserError {
  try {
    parseConfig(".designrc.json", typeof content === "string" ? bytes(content) : content, validate);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("parsed");
}

it("gives the config and its places", () => {
  const file = parseConfig(".designrc.json", bytes('{"version": 1}'), validate);
  expect(file).toMatchObject({ path: ".designrc.json", raw: { version: 1 } });
  expect(file.places.value("/version")).toEqual({ start: 12, end: 13 });
});

describe("bytes", () => {
  it("byte-order-mark: a byte order mark is an error at its place", () => {
    const error = failure("\uFEFF{}");
    expect(error).toMatchObject({ code: "config-invalid", message: "Unexpected byte order mark" });
    expect(error.place).toMatchObject({ path: ".designrc.json", range: { start: 0, end: 1 } });
  });

  it("not-utf-8: bytes that are no UTF-8 are an error, U+FFFD written out is none", () => {
    expect(failure(Uint8Array.from([0x7b, 0xff, 0x7d]))).toMatchObject({
      message: "Unexpected bytes, expected UTF-8",
      place: { range: { start: 1, end: 2 } },
    });
    expect(() => parseConfig("a", bytes('{"$schema": "\uFFFD"}'), validate)).not.toThrow();
  });

  it("too-big: a file of more than 1 MiB is an error", () => {
    expect(failure(" ".repeat(1024 * 1024 + 1)).message).toContain("1 MiB");
  });
});

it("other-version: a config of another version says which tool reads it, whatever else it holds", () => {
  expect(failure('{"version": 3, "someday": true}')).toMatchObject({
    message: "Unexpected config version 3, this design-lint reads version 1",
    hint: 'Install design-lint 3 or later, or set "version": 1',
  });
  expect(failure('{"version": "1"}').message).toBe("Unexpected text for key `version`, expected `1`");
});

it("first-and-all: the error points at the first problem, says how to mend it, and lists all with line and column", () => {
  const error = failure('{\n  "exmpt": [],\n  "routing": { "maxDependencys": 1 }\n}');
  expect(error.message).toBe(
    [
      "2 problems in the config",
      "  2:4 Unexpected key `exmpt`, expected `exempt`",
      "  3:17 Unexpected key `maxDependencys` in `routing`, expected `maxDependencies`",
    ].join("\n"),
  );
  expect(error.hint).toBe("Rename it to `exempt`");
  expect(error.place?.range).toEqual({ start: 5, end: 10 });
});

it("many: a long list of problems is cut", () => {
  const keys = Array.from({ length: 30 }, (_, index) => `"zzzzzzz${index}": 1`);
  expect(failure(`{${keys.join(", ")}}`).message).toMatch(/^30 problems in the config\n(?:.*\n){20} {2}and 10 more$/u);
});

it("one problem stands alone", () => {
  expect(configError({ path: "a", text: "b" }, [{ message: "Bad", range: { start: 0, end: 1 } }]).message).toBe("Bad");
});

describe("any-bytes: whatever the bytes are, the answer is a config or a UserError", () => {
  const judge = (content: Uint8Array): void => {
    try {
      parseConfig(".designrc.json", content, validate);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  };
  const sample = JSON.stringify({
    version: 1,
    extends: ["design-lint/strict"],
    components: [{ source: "src/{path}.ts", design: "d/{path}.md", test: "t/{path}.ts" }],
    rules: { "evidence/coverage": ["error", { threshold: 0.5 }] },
    exempt: [{ files: ["a/**"], reason: "b", owes: ["design"] }],
  });
  const piece = fc.oneof(
    fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      ",",
      ":",
      "//",
      "/*",
      "*/",
      "\\",
      "\\u",
      "\r",
      "\n",
      "\uFEFF",
      "null",
      "-",
      "1e999",
    ),
    fc.string(),
  );

  it("random bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), judge), { numRuns: 3000 });
  });

  it("pieces of JSON", () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => judge(bytes(pieces.join("")))),
      { numRuns: 3000 },
    );
  });

  it("a config with a stretch replaced", () => {
    const mutation = fc.tuple(
      fc.nat(sample.length),
      fc.nat(20),
      fc.oneof(
        piece,
        fc.jsonValue().map((value) => JSON.stringify(value)),
      ),
    );
    fc.assert(
      fc.property(mutation, ([start, length, text]) =>
        judge(bytes(sample.slice(0, start) + text + sample.slice(start + length))),
      ),
      { numRuns: 3000 },
    );
  });

  it("any JSON under the keys of a config", () => {
    const keys = [
      "rules",
      "types",
      "exempt",
      "components",
      "extends",
      "overrides",
      "headings",
      "approvals",
      "evidence",
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (value) =>
        judge(bytes(JSON.stringify(value))),
      ),
      { numRuns: 1000 },
    );
  });
});
