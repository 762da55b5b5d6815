import type ts from "typescript";
import { describe, expect, it } from "vitest";
import { allSame, type Sameness, sameLists } from "../../src/interface/sameness.ts";

describe("allSame", () => {
  it("worst: a difference decides, and what comes after it is not asked for", () => {
    const asked: Sameness[] = [];
    const answers = function* (list: readonly Sameness[]): Iterable<Sameness> {
      for (const answer of list) {
        asked.push(answer);
        yield answer;
      }
    };
    expect(allSame(answers(["same", "unknown", "same"]))).toBe("unknown");
    expect(allSame([])).toBe("same");
    asked.length = 0;
    expect(allSame(answers(["unknown", "different", "same"]))).toBe("different");
    expect(asked).toEqual(["unknown", "different"]);
  });
});

describe("sameLists", () => {
  it("lengths: lists of different lengths differ, whatever is in them", () => {
    const type = {} as ts.Type;
    const context = { checker: {} as ts.TypeChecker, stands: new Map(), types: () => "same" as const };
    expect(sameLists([type, type], [type], context)).toBe("different");
    expect(sameLists([type], [type, type], context)).toBe("different");
    expect(sameLists([type], [type], context)).toBe("same");
  });
});
