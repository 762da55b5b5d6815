import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { evaluateProbe } from "../../src/host/probes.ts";
import { tempFolder } from "../support/temp-git.ts";

it("kinds: files, folders and what is missing are told apart", () => {
  const { path, write } = tempFolder();
  expect(evaluateProbe(`kind:${write("a", "")}`)).toBe("file");
  expect(evaluateProbe(`kind:${path}`)).toBe("folder");
  for (const kind of ["kind", "bytes", "folders", "real"]) expect(evaluateProbe(`${kind}:${path}/b`)).toBe("none");
});

it("bytes: a change of bytes changes the answer, also within one tick of the clock", () => {
  const { write } = tempFolder();
  const file = write("a.d.ts", "one");
  const answers = ["one", "two", "six"].map((text) => {
    write("a.d.ts", text);
    utimesSync(file, 1, 1);
    return evaluateProbe(`bytes:${file}`);
  });
  expect(new Set(answers).size).toBe(3);
});

it("young: the bytes of a file that was written just now are looked at, not only its times", () => {
  const { write } = tempFolder();
  const file = write("a.d.ts", "one");
  const before = evaluateProbe(`bytes:${file}`);
  utimesSync(file, 1, 1);
  expect(evaluateProbe(`bytes:${file}`)).toBe(before);
});

it("manifests: a JSON file that was written again with the same bytes has the same answer", () => {
  const { write } = tempFolder();
  const file = write("package.json", "{}");
  const before = evaluateProbe(`bytes:${file}`);
  utimesSync(file, 1, 1);
  expect(evaluateProbe(`bytes:${file}`)).toBe(before);
  write("package.json", "[]");
  expect(evaluateProbe(`bytes:${file}`)).not.toBe(before);
});

it("folders: a folder that is new in a folder changes its answer, a file does not", () => {
  const { path, write } = tempFolder();
  const before = evaluateProbe(`folders:${path}`);
  write("a", "");
  expect(evaluateProbe(`folders:${path}`)).toBe(before);
  write("b/c", "");
  expect(evaluateProbe(`folders:${path}`)).not.toBe(before);
});

it("locked: what may not be looked at is not there", () => {
  const { write } = tempFolder();
  const file = write("a", "");
  for (const kind of ["kind", "bytes", "folders", "real"])
    expect(evaluateProbe(`${kind}:${join(file, "b")}`)).toBe("none");
});
