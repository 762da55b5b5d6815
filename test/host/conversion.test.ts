import { describe, expect, it } from "vitest";
import { type Conversions, conversions } from "../../src/host/conversion.ts";
import { findRoot } from "../../src/host/repository.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

async function ask(folder: TempFolder): Promise<Conversions> {
  const { repository } = await findRoot(folder.path);
  if (repository === null) throw new Error("no repository");
  const tracked = folder.git("ls-files", "-z").split("\0");
  return conversions(repository, Promise.resolve(tracked));
}

function repository(): TempFolder {
  const folder = tempRepository();
  folder.git("config", "core.autocrlf", "false");
  for (const name of ["a.txt", "b.ts", "c/d.txt"]) folder.write(name, "1\n");
  commitAll(folder);
  return folder;
}

describe("conversions", () => {
  it("none: without settings and attributes no file is converted", async () => {
    expect(await ask(repository())).toEqual({ all: false, paths: new Set() });
  });

  it("autocrlf: a setting that changes line ends concerns every file", async () => {
    const folder = repository();
    for (const value of ["true", "input", "TRUE", "yes"]) {
      folder.git("config", "core.autocrlf", value);
      expect((await ask(folder)).all).toBe(true);
    }
  });

  it("attributes: only the files that attributes speak of, wherever they stand", async () => {
    const folder = repository();
    folder.write(".gitattributes", "*.ts linguist-generated\n");
    expect((await ask(folder)).paths).toEqual(new Set());
    folder.write(".gitattributes", "*.ts filter=x\n");
    expect((await ask(folder)).paths).toEqual(new Set(["b.ts"]));
    folder.remove(".gitattributes");
    folder.write("c/.gitattributes", "d.txt ident\n");
    folder.git("add", "--all");
    expect((await ask(folder)).paths).toEqual(new Set(["c/d.txt"]));
  });

  it("private-attributes: attributes that only this clone or this person has count", async () => {
    const folder = repository();
    folder.write(".git/info/attributes", "a.txt eol=crlf\n");
    expect((await ask(folder)).paths).toEqual(new Set(["a.txt"]));
    folder.remove(".git/info/attributes");
    folder.git("config", "core.attributesFile", folder.write(".git/mine", "b.ts working-tree-encoding=UTF-16\n"));
    expect((await ask(folder)).paths).toEqual(new Set(["b.ts"]));
  });
});
