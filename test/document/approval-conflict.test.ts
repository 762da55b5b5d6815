import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ApprovalEntry, maxApprovals, serialiseApprovals } from "../../src/document/approvals.ts";
import { conflictMarkers } from "../../src/document/conflict.ts";
import { documentFacts } from "../../src/document/facts.ts";
import { splitLines } from "../../src/document/lines.ts";
import { applySplices } from "../../src/edit.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const armor = (text: string) =>
  `-----BEGIN SSH SIGNATURE-----\n${Buffer.from(text.padEnd(60, "x")).toString("base64").slice(0, 70)}\n-----END SSH SIGNATURE-----`;
const entry = (name: string, more: Partial<ApprovalEntry> = {}): ApprovalEntry => ({
  gate: "design",
  decision: "approve",
  signer: `${name}@example.com`,
  time: "2026-11-22T00:20:00Z",
  digest: digest("a"),
  upstream: [],
  signature: armor(name),
  ...more,
});
const revocation = (name: string) => entry(name, { decision: "revoke", reason: "wrong" });

const body = "---\n\n# A\n\nText.\n";
const document = (entries: readonly ApprovalEntry[] | null, { status = "planned", text = body } = {}) => {
  const block = entries === null ? "" : entries.length === 0 ? "approvals: []\n" : "approvals:\n";
  return `---\ntype: module\nstatus: ${status}\n${block}${serialiseApprovals(entries ?? [])}${text}`;
};

/** What git makes of two branches with one ancestor. */
function merged(base: string, ours: string, theirs: string, style = "merge"): string {
  const folder: TempFolder = tempRepository();
  folder.git("config", "merge.conflictStyle", style);
  folder.git("config", "core.autocrlf", "false");
  folder.write("a.md", base);
  commitAll(folder);
  folder.git("checkout", "-q", "-b", "theirs");
  folder.write("a.md", theirs);
  commitAll(folder);
  folder.git("checkout", "-q", "main");
  folder.write("a.md", ours);
  commitAll(folder);
  try {
    folder.git("merge", "-q", "theirs");
  } catch {
    // the conflict that is wanted
  }
  return readFileSync(join(folder.path, "a.md"), "utf8");
}

/** The text after the fix; null where there is none. */
function fixed(text: string): string | null {
  const problems = conflictMarkers(splitLines(text), new Set());
  const splices = problems.flatMap((problem) => problem.splices ?? []);
  return splices.length === 0 ? null : applySplices(text, splices);
}

const [a, b, c] = [entry("alice"), entry("bob"), entry("carol")];

describe("uniteApprovals", () => {
  it.each(["merge", "diff3", "zdiff3"])(
    "keeps the approvals of both sides, sorted, whatever git shows (%s)",
    (style) => {
      const cases: readonly (readonly [ApprovalEntry[] | null, ApprovalEntry[] | null, ApprovalEntry[] | null])[] = [
        [null, [b], [a]],
        [[], [b], [a]],
        [[a], [a, b], [a, c]],
        [[a], [a, revocation("alice")], [a, b]],
        [[a], [], [a, b]],
      ];
      for (const [base, ours, theirs] of cases) {
        const text = merged(document(base), document(ours), document(theirs), style);
        expect(text).toContain("<<<<<<<");
        const after = fixed(text);
        expect(after).toBe(document([...(ours ?? []), ...(theirs ?? [])]));
        expect(documentFacts(Buffer.from(after ?? "")).problems).toEqual([]);
      }
    },
  );

  it("nothing-lost: whatever two branches add, all of it is there, once and in order", () => {
    const names = fc.uniqueArray(fc.constantFrom("al", "bo", "cy", "di", "ed", "flo"), { maxLength: 4 });
    const made = (list: readonly string[]) => list.map((name, index) => (index % 2 ? revocation(name) : entry(name)));
    fc.assert(
      fc.property(names, names, names, (base, ours, theirs) => {
        const [one, two] = [made([...base, ...ours]), made([...base, ...theirs])];
        const text = textOfMerge(document(made(base)), document(one), document(two));
        fc.pre(text.includes("<<<<<<<"));
        const after = fixed(text);
        // What git itself has merged cleanly between the markers need not be an entry any more: then a person has to look.
        if (after !== null) expect(after).toBe(document([...one, ...two]));
      }),
      { numRuns: 25 },
    );
  });

  it("line-ends: a document in CRLF stays one", () => {
    const crlf = (entries: ApprovalEntry[]) => document(entries).replaceAll("\n", "\r\n");
    expect(fixed(merged(crlf([]), crlf([b]), crlf([a])))).toBe(crlf([a, b]));
  });

  it("other-conflict: one about status, content or other keys is a person's to resolve", () => {
    const status = merged(
      document([a]),
      document([a, b], { status: "implemented" }),
      document([a], { status: "draft" }),
    );
    expect(fixed(status)).toBeNull();
    const keys = (type: string, entries: ApprovalEntry[]) => document(entries).replace("module", type);
    expect(fixed(merged(keys("module", [a]), keys("service", [a]), keys("sync", [a])))).toBeNull();
  });

  it("conflict-in-the-body: it stays, and the approvals are united all the same", () => {
    const far = (word: string) => `${body}\nOne.\n\nTwo.\n\nThree.\n\n${word}\n`;
    const [base, ours, theirs] = [
      document([a], { text: far("Four.") }),
      document([a, b], { text: far("Five.") }),
      document([a, c], { text: far("Six.") }),
    ];
    const after = fixed(merged(base, ours, theirs)) ?? "";
    expect(after).toContain(serialiseApprovals([a, b, c]));
    expect(after.match(/^<<<<<<< /gmu)).toHaveLength(1);
    expect(conflictMarkers(splitLines(after), new Set())).toMatchObject([{ message: "Unexpected merge conflict" }]);
  });

  it("unreadable-side: a side whose entries cannot be read is a person's to resolve", () => {
    const text = merged(document([a]), document([a, b]), document([a, c]));
    expect(fixed(text)).not.toBeNull();
    expect(fixed(text.replace("carol@example.com", "carol example"))).toBeNull();
  });

  it("too-many: more approvals than a document may have are not written", () => {
    const many = (from: number) =>
      Array.from({ length: maxApprovals / 2 + 1 }, (_, index) => entry(`p${String(from + index).padStart(3, "0")}`));
    const text = `---\nstatus: planned\napprovals:\n<<<<<<< a\n${serialiseApprovals(many(0))}=======\n${serialiseApprovals(many(100))}>>>>>>> b\n---\n`;
    expect(fixed(text)).toBeNull();
    expect(fixed(text.replace(serialiseApprovals([...many(100)]), serialiseApprovals([a])))).not.toBeNull();
  });

  it("stray-marker: a marker without its others is left to people", () => {
    const conflict = `<<<<<<< a\napprovals:\n${serialiseApprovals([a])}=======\napprovals:\n${serialiseApprovals([b])}>>>>>>> c\n---\n`;
    expect(fixed(`---\nstatus: planned\n${conflict}`)).not.toBeNull();
    for (const marker of ["<<<<<<< x", "||||||| x", "=======", ">>>>>>> x"])
      expect(fixed(`---\n${marker}\nstatus: planned\n${conflict}`)).toBeNull();
  });

  it("any-text: any text gives a verdict, and a fix leaves no marker in the frontmatter", () => {
    const line = fc.constantFrom(
      "---",
      "<<<<<<< a",
      "||||||| b",
      "=======",
      ">>>>>>> c",
      "approvals:",
      "approvals: []",
      "status: draft",
      serialiseApprovals([a]).trimEnd(),
      serialiseApprovals([b]).trimEnd(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const after = fixed(`---\n${lines.join("\n")}`);
        if (after === null) return;
        expect(/^[<>=|]{7}/mu.test(after.slice(0, after.indexOf("\n---")))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The same merge without a repository. */
function textOfMerge(base: string, ours: string, theirs: string): string {
  const folder = tempRepository();
  const files = { base, ours, theirs };
  for (const [name, text] of Object.entries(files)) folder.write(name, text);
  try {
    return execFileSync("git", ["merge-file", "-p", "ours", "base", "theirs"], {
      cwd: folder.path,
      stdio: "pipe",
    }).toString();
  } catch (error) {
    return (error as { stdout: Buffer }).stdout.toString();
  }
}
