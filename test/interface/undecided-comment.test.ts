import { describe, expect, it } from "vitest";
import { undecidedComment, undecidedIn } from "../../src/interface/undecided-comment.ts";

describe("undecided-comment", () => {
  it("read-back: what is written is read, with brackets in the reason", () => {
    const entry = { name: "export=", reason: "the type of `g(1)` cannot be resolved" };
    expect(undecidedIn(`export {};\n${undecidedComment(entry)}\nexport {};`)).toEqual([entry]);
  });

  it("other-comments: other comments say nothing", () => {
    expect(undecidedIn("// undecided\n// still undecided: a (b)\nconst a = 1; // undecided: a (b)")).toEqual([]);
  });
});
