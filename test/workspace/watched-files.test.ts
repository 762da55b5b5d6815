import { expect, it } from "vitest";
import { answerOf, watchFiles } from "../../src/workspace/watched-files.ts";

function disk(files: Record<string, string>) {
  return {
    fileExists: (path: string) => files[path] !== undefined,
    readFile: (path: string) => files[path],
    directoryExists: (path: string) => path === "/a",
    getDirectories: () => ["b"],
    realpath: (path: string) => path.toLowerCase(),
  };
}

it("remembers: each question is remembered with its first answer, what is missing included", () => {
  const answers = new Map<string, string>();
  const files: Record<string, string> = { "/a/x": "1" };
  const watched = watchFiles(
    { ...disk(files), probe: (question) => `${question}=${files["/a/x"]}` },
    () => false,
    answers,
  );
  expect(watched.readFile("/a/x")).toBe("1");
  files["/a/x"] = "2";
  expect(watched.readFile("/a/x")).toBe("2");
  expect(watched.fileExists("/a/y")).toBe(false);
  expect(watched.directoryExists("/a")).toBe(true);
  expect(watched.getDirectories("/a")).toEqual(["b"]);
  expect(watched.realpath("/A")).toBe("/a");
  expect([...answers]).toEqual([
    ["bytes:/a/x", "bytes:/a/x=1"],
    ["kind:/a/y", "kind:/a/y=2"],
    ["kind:/a", "kind:/a=2"],
    ["folders:/a", "folders:/a=2"],
    ["real:/A", "real:/A=2"],
  ]);
});

it("known: paths that are known by other means are left out", () => {
  const answers = new Map<string, string>();
  const watched = watchFiles(disk({ "/a/x": "1" }), (path) => path === "/a/x", answers);
  expect(watched.readFile("/a/x")).toBe("1");
  expect(answers.size).toBe(0);
});

it("without-probe: a platform without short answers gives whole ones", () => {
  const files = disk({ "/a/x": "1" });
  const questions = ["kind:/a/x", "kind:/a", "kind:/b", "bytes:/a/x", "bytes:/b", "folders:/a", "real:/A"];
  expect(questions.map((question) => answerOf(files, question))).toEqual([
    "file",
    "folder",
    "none",
    '"1"',
    "null",
    '["b"]',
    "/a",
  ]);
});
