import { realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPlatform } from "../../src/host/platform.ts";
import { tempFolder } from "../support/temp-git.ts";

const platform = createPlatform();

describe("shipped", () => {
  it("own-files: files of the package itself are read, nothing beside it", () => {
    expect(JSON.parse(platform.shipped("package.json"))).toMatchObject({ name: "design-lint" });
    for (const path of ["../package.json", "/etc/passwd"]) expect(() => platform.shipped(path)).toThrow(/not inside/u);
  });
});

describe("packageFile", () => {
  const json = (value: unknown) => JSON.stringify(value);

  it("lookup: the nearest node_modules upwards that has the file wins", async () => {
    const folder = tempFolder();
    folder.write("node_modules/@acme/rc/designrc.json", "outer");
    const inner = folder.write("a/node_modules/@acme/rc/designrc.json", "inner");
    const found = await platform.packageFile("@acme/rc", join(folder.path, "a/b/c"));
    expect(found).toEqual({ path: inner, text: "inner" });
    expect((await platform.packageFile("@acme/rc", folder.path))?.text).toBe("outer");
    expect(await platform.packageFile("@acme/none", folder.path)).toBeNull();
  });

  it("manifest: exports, designrc.json and a JSON main are asked in this order", async () => {
    const folder = tempFolder();
    folder.write("node_modules/p/main.json", "main");
    folder.write("node_modules/p/package.json", json({ main: "./main.json" }));
    expect((await platform.packageFile("p", folder.path))?.text).toBe("main");
    folder.write("node_modules/p/designrc.json", "default name");
    expect((await platform.packageFile("p", folder.path))?.text).toBe("default name");
    folder.write("node_modules/p/exported.json", "exported");
    for (const exports of ["./exported.json", { ".": "./exported.json" }, { ".": { default: "./exported.json" } }]) {
      folder.write("node_modules/p/package.json", json({ exports }));
      expect((await platform.packageFile("p", folder.path))?.text).toBe("exported");
    }
  });

  it("subpath: a path inside a package, itself or by its exports", async () => {
    const folder = tempFolder();
    folder.write("node_modules/p/strict.json", "direct");
    folder.write("node_modules/p/deep/other.json", "by exports");
    folder.write("node_modules/p/package.json", json({ exports: { "./alias.json": "./deep/other.json" } }));
    expect((await platform.packageFile("p/strict.json", folder.path))?.text).toBe("direct");
    expect((await platform.packageFile("p/alias.json", folder.path))?.text).toBe("by exports");
  });

  it("data-only: code is never the answer, nor a file outside the package", async () => {
    const folder = tempFolder();
    folder.write("secret.json", "secret");
    folder.write("node_modules/p/index.js", "process.exit(9)");
    folder.write("node_modules/p/package.json", json({ main: "index.js", exports: "../../secret.json" }));
    for (const name of [
      "p",
      "p/index.js",
      "p/../../secret.json",
      "../secret.json",
      "./secret.json",
      "",
      "@acme",
      "..",
    ]) {
      expect(await platform.packageFile(name, folder.path)).toBeNull();
    }
  });

  it("broken-manifest: a manifest that does not parse offers nothing by itself", async () => {
    const folder = tempFolder();
    folder.write("node_modules/p/package.json", "{");
    expect(await platform.packageFile("p", folder.path)).toBeNull();
    folder.write("node_modules/p/designrc.json", "still there");
    expect((await platform.packageFile("p", folder.path))?.text).toBe("still there");
  });
});

describe("typeFiles", () => {
  const { typeFiles } = platform;

  it("looks: files, folders and links are told apart", () => {
    const folder = tempFolder();
    const file = folder.write("a/b.ts", "text");
    folder.write("a/c/d.ts", "1");
    symlinkSync("a", join(folder.path, "link"));
    expect([typeFiles.fileExists(file), typeFiles.fileExists(folder.path)]).toEqual([true, false]);
    expect([typeFiles.directoryExists(folder.path), typeFiles.directoryExists(file)]).toEqual([true, false]);
    expect([typeFiles.readFile(file), typeFiles.readFile(folder.path)]).toEqual(["text", undefined]);
    expect(typeFiles.getDirectories(folder.path)).toEqual(["a", "link"]);
    expect(typeFiles.realpath(join(folder.path, "link/b.ts"))).toBe(realpathSync(file));
  });

  it("nothing: what is not there or loops is answered without an error", () => {
    const folder = tempFolder();
    symlinkSync("loop", join(folder.path, "loop"));
    for (const name of ["gone", "loop", "gone/deeper", "nul\0"]) {
      const path = join(folder.path, name);
      expect([typeFiles.fileExists(path), typeFiles.directoryExists(path), typeFiles.readFile(path)]).toEqual([
        false,
        false,
        undefined,
      ]);
      expect([typeFiles.getDirectories(path), typeFiles.realpath(path)]).toEqual([[], path]);
    }
  });
});
