import { expect, it } from "vitest";
import type { StatusRow } from "../../../src/commands/status/rows.ts";
import { statusTable } from "../../../src/commands/status/table.ts";

const row: StatusRow = {
  component: "sessions/store",
  type: "module",
  status: "implemented",
  approval: "valid",
  drift: "none",
  tests: "3",
  evidence: "off",
};

it("has a line of headings and columns as wide as their widest cell", () => {
  expect(statusTable([row, { ...row, component: "a", approval: "untrusted" }], false)).toBe(
    [
      "COMPONENT       TYPE    STATUS       APPROVAL   DRIFT  TESTS  EVIDENCE",
      "sessions/store  module  implemented  valid      none   3      off",
      "a               module  implemented  untrusted  none   3      off",
      "",
    ].join("\n"),
  );
});

it("colors: what is wrong is red, what is open yellow, and nothing without colours", () => {
  const lines = statusTable([row, { ...row, approval: "revoked" }, { ...row, approval: "stale", tests: "none" }], true);
  const [, fine = "", wrong = "", open = ""] = lines.split("\n");
  expect(fine).not.toContain("\u001b[3");
  expect(wrong).toContain("\u001b[31mrevoked");
  expect(open).toContain("\u001b[33mstale");
  expect(open).toContain("\u001b[31mnone");
});

it("terminal-escapes: what a document says is shown, never obeyed", () => {
  const out = statusTable([{ ...row, type: "a\u001b[2J\nb" }], false);
  expect(out).toContain("a\\u{1b}[2J\\u{a}b");
});
