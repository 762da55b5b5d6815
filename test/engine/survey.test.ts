import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSurvey, encodeSurvey, filesWith, indexOf, mostFiles, type SurveyHead } from "../../src/engine/survey.ts";

const head: SurveyHead = {
  key: "k",
  looked: [["kind:/a", "file"]],
  findings: [],
  held: [],
  sourceless: [],
  outside: 0,
  ambient: [],
};
const file = (path: string, tokens: readonly number[]) =>
  ({ path, id: `id of ${path}`, role: "d", own: "", tokens }) as const;

describe("surveys", () => {
  it("round-trip: what was encoded is there again, whatever paths hold", () => {
    const path = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(path, fc.array(fc.nat(0xffffffff)))), (files) => {
        const survey = decodeSurvey(
          encodeSurvey(
            head,
            files.map(([name, tokens]) => file(name, tokens)),
          ),
          "k",
        );
        expect(survey?.head).toEqual(head);
        expect(survey?.paths.all()).toEqual(files.map(([name]) => name));
        expect(survey?.ids.all()).toEqual(files.map(([name]) => `id of ${name}`));
        expect(survey?.owns.all()).toEqual(files.map(() => ""));
        expect(survey?.roles).toBe("d".repeat(files.length));
        for (const [index, [, tokens]] of files.entries())
          for (const each of tokens) expect(survey && filesWith(survey, each)).toContain(index);
      }),
    );
  });

  it("other-key: a survey of other circumstances is none", () => {
    expect(decodeSurvey(encodeSurvey(head, []), "other")).toBeNull();
  });

  it("shared-token: a token finds all its files, and one that no file has finds none", () => {
    const survey = decodeSurvey(encodeSurvey(head, [file("a", [7, 0xffffffff]), file("b", [8]), file("c", [7])]), "k");
    if (survey === null) throw new Error("no survey");
    expect(filesWith(survey, 7)).toEqual([0, 2]);
    expect(filesWith(survey, 0xffffffff)).toEqual([0]);
    expect(filesWith(survey, 6)).toEqual([]);
    expect(mostFiles * 2 ** 32).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER + 1);
  });

  it("sorted: a path is found by halves, and one that is not there is told", () => {
    const paths = ["a", "a/b", "b", "c"];
    const survey = decodeSurvey(
      encodeSurvey(
        head,
        paths.map((path) => file(path, [])),
      ),
      "k",
    );
    if (survey === null) throw new Error("no survey");
    expect(paths.map((path) => indexOf(survey, path))).toEqual([0, 1, 2, 3]);
    expect(["", "a/", "bb", "d"].map((path) => indexOf(survey, path))).toEqual([-1, -1, -1, -1]);
  });

  it("unaligned: bytes may begin anywhere in their buffer", () => {
    const bytes = encodeSurvey(head, [file("a", [1])]);
    for (const offset of [0, 1, 2, 3]) {
      const buffer = Buffer.alloc(bytes.length + offset);
      buffer.set(bytes, offset);
      const survey = decodeSurvey(buffer.subarray(offset), "k");
      expect(survey && filesWith(survey, 1)).toEqual([0]);
    }
  });
});
