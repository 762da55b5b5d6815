import { describe, expect, it } from "vitest";
import { UserError } from "../../src/user-error.ts";
import { createModuleTexts } from "../../src/workspace/module-texts.ts";

const files: Record<string, string> = { "src/a.ts": "A", "src/b.ts": "B" };

function moduleTexts() {
  const reads: string[] = [];
  const text = async (path: string) => {
    reads.push(path);
    if (path === "src/locked.ts") throw new UserError("unreadable", path);
    return files[path] ?? "";
  };
  return { texts: createModuleTexts(new Set([...Object.keys(files), "src/locked.ts"]), { text }), reads };
}

describe("createModuleTexts", () => {
  it("again: the work is done again until it has every text, and each file is read once", async () => {
    const { texts, reads } = moduleTexts();
    const work = () => texts.with(({ text }) => (text("src/a.ts") === "A" ? text("src/b.ts") : "waiting"));
    expect((await work()).value).toBe("B");
    expect((await work()).value).toBe("B");
    expect(reads).toEqual(["src/a.ts", "src/b.ts"]);
  });

  it("recorded: what the last round asked for is what the value depends on", async () => {
    const { texts } = moduleTexts();
    const { seen, resolved } = await texts.with((of) => [
      of.text("src/a.ts"),
      of.resolve("src/a.ts", "./b.js"),
      of.resolve("src/a.ts", "rxjs"),
    ]);
    expect(seen).toEqual(["src/a.ts"]);
    expect(resolved).toEqual([
      ["src/a.ts", "./b.js", "src/b.ts"],
      ["src/a.ts", "rxjs", null],
    ]);
  });

  it("aliases: names that are no relative paths lead where the project says", async () => {
    const { texts } = moduleTexts();
    const aliases = (_: string, specifier: string) => ({
      path: specifier === "@/b" ? "src/b.ts" : null,
      isOpen: specifier.startsWith("@"),
    });
    const asked = (specifier: string) => texts.with(({ resolve }) => resolve("src/a.ts", specifier), aliases);
    expect(await asked("@/b")).toMatchObject({ value: "src/b.ts", isOpen: true });
    expect(await asked("@/c")).toMatchObject({ value: null, isOpen: true });
    expect(await asked("rxjs")).toMatchObject({ value: null, isOpen: false });
    expect(await asked("./b")).toMatchObject({ value: "src/b.ts", isOpen: false });
  });

  it("unknown: a file that is not in the snapshot is undefined and nothing that the value depends on", async () => {
    const { value, seen } = await moduleTexts().texts.with(({ text }) => text("src/gone.ts"));
    expect([value, seen]).toEqual([undefined, []]);
  });

  it("unreadable: a file that cannot be read counts as empty, any other failure goes on", async () => {
    expect(await moduleTexts().texts.text("src/locked.ts")).toBe("");
    const broken = createModuleTexts(new Set(["a.ts"]), { text: () => Promise.reject(new TypeError("bug")) });
    await expect(broken.text("a.ts")).rejects.toThrow("bug");
  });
});
