import { describe, expect, it } from "vitest";
import { dependsOn, withScript } from "../../../src/commands/init/package-script.ts";

describe("package script", () => {
  it("keeps-format: indent, line ends and all other text stay", () => {
    expect(withScript('{\r\n\t"name": "x",\r\n\t"scripts": {\r\n\t\t"test": "vitest"\r\n\t}\r\n}\r\n')).toBe(
      '{\r\n\t"name": "x",\r\n\t"scripts": {\r\n\t\t"test": "vitest",\r\n\t\t"design-lint": "design-lint"\r\n\t}\r\n}\r\n',
    );
    expect(withScript('{\n    "scripts": {\n        "a": "b"\n    },\n    "x":  [1,2]\n}')).toBe(
      '{\n    "scripts": {\n        "a": "b",\n        "design-lint": "design-lint"\n    },\n    "x":  [1,2]\n}',
    );
  });

  it("no-scripts: they are added", () => {
    expect(JSON.parse(withScript('{ "name": "x" }') ?? "")).toEqual({
      name: "x",
      scripts: { "design-lint": "design-lint" },
    });
  });

  it("has-script: left alone", () => {
    expect(withScript('{"scripts":{"design-lint":"other"}}')).toBeNull();
  });

  it("broken-file: left alone, and depends on nothing", () => {
    for (const text of ["", "{", "[]", "3", '{"scripts":3}']) {
      expect(withScript(text)).toBeNull();
      expect(dependsOn(text, "husky")).toBe(false);
    }
  });

  it("looks a dependency up in every kind", () => {
    expect(dependsOn('{"devDependencies":{"husky":"9"}}', "husky")).toBe(true);
    expect(dependsOn('{"dependencies":{"husky":"9"}}', "husky")).toBe(true);
    expect(dependsOn('{"dependencies":{"husky":"9"}}', "toString")).toBe(false);
  });
});
