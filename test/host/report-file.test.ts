import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { appendReport, writeReportFile } from "../../src/host/report-file.ts";
import { tempFolder } from "../support/temp-git.ts";

describe("report files", () => {
  it("folders: missing folders are made and an older report is replaced", async () => {
    const { path } = tempFolder();
    await writeReportFile(path, "reports/a/design.json", "old");
    await writeReportFile(path, "reports/a/design.json", "new");
    expect(readFileSync(join(path, "reports/a/design.json"), "utf8")).toBe("new");
  });

  it("unwritable: a place that cannot be written is a user error that names it", async () => {
    const { path } = tempFolder();
    writeFileSync(join(path, "file"), "");
    await expect(writeReportFile(path, "file/report.json", "x")).rejects.toMatchObject({
      code: "unwritable-report",
      place: { path: "file/report.json" },
    });
    mkdirSync(join(path, "folder"));
    await expect(appendReport(join(path, "folder"), "x")).rejects.toMatchObject({ code: "unwritable-report" });
  });

  it("append: a step summary of others is kept", async () => {
    const { path } = tempFolder();
    writeFileSync(join(path, "summary"), "theirs\n");
    await appendReport(join(path, "summary"), "ours\n");
    expect(readFileSync(join(path, "summary"), "utf8")).toBe("theirs\nours\n");
  });
});
