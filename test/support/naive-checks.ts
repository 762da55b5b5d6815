import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { statementText } from "../../src/approval/statement.ts";
import { type ApprovalEntry, parseApprovals } from "../../src/document/approvals.ts";
import { type Files, judgeFiles, paths, projectId } from "./approved-project.ts";
import { designDigests } from "./naive-digest.ts";
import { sshFolder } from "./ssh.ts";
import type { TempFolder } from "./temp-git.ts";

/*
 * Checks that somebody might write in good faith. Each of them takes an honestly approved project for approved and an honestly
 * unapproved one for unapproved; the attacks are what it overlooks.
 */

const text = ({ path }: TempFolder, name: string) => readFileSync(join(path, name), "utf8");

/** The files of a work tree, without git's own. */
export function filesOf({ path }: TempFolder): Files {
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .filter((name) => !name.startsWith(".git/"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(path, name), "utf8")]));
}

/** Believes the policy that the change itself brings, and knows no authors. */
export async function ownPolicy(folder: TempFolder): Promise<boolean> {
  const files = filesOf(folder);
  const { findings } = await judgeFiles(files, { now: new Date().toISOString() });
  return findings.length === 0;
}

/** Reads the frontmatter with a forgiving YAML parser, and believes the word `approve` beside a digest. */
export function yamlWord(folder: TempFolder, name: string = paths.design): boolean {
  const [, yaml = ""] = text(folder, name)
    .replace(/^\uFEFF/u, "")
    .split(/^---\r?$/mu);
  const read: unknown = parse(yaml.replace(/^%.*$/gmu, ""), { uniqueKeys: false, strict: false, logLevel: "silent" });
  const approvals = typeof read === "object" && read !== null && "approvals" in read ? read.approvals : [];
  return Array.isArray(approvals) && approvals.some((entry) => entry?.decision === "approve");
}

/** The entries that a search for the block finds, wherever it stands. */
export function entriesIn(document: string): readonly ApprovalEntry[] {
  const block = /^approvals:\r?\n((?: .*\r?\n)+)/mu.exec(document)?.[1] ?? "";
  const parsed = parseApprovals(block);
  return parsed.ok ? parsed.entries : [];
}

/** Looks for an entry with the digest of the document, and does not ask what else the signature is for. */
export function digestAlone(folder: TempFolder, name: string = paths.design): boolean {
  const document = text(folder, name);
  const digests = designDigests(document);
  return entriesIn(document).some(({ digest, decision }) => decision === "approve" && digests.includes(digest));
}

/** Lets the real `ssh-keygen` verify the statement by the signers of the change, and nothing else. */
export function sshKeygen(folder: TempFolder, name: string = paths.design, time?: "claimed"): boolean {
  const document = text(folder, name);
  const digests = designDigests(document);
  const own = entriesIn(document).filter(({ digest }) => digests.includes(digest));
  return own.some((entry) => verified(folder, entry, { document: name, time: time === "claimed" }));
}

/** Counts signatures that `ssh-keygen` accepts, not people. */
export function countSignatures(folder: TempFolder, needed: number): boolean {
  const document = text(folder, paths.design);
  const digests = designDigests(document);
  const own = entriesIn(document).filter(({ digest }) => digests.includes(digest));
  return own.filter((entry) => verified(folder, entry, { document: paths.design, time: false })).length >= needed;
}

/** Takes a signature for good that is one for any document, gate or project that it can think of. */
export function anySubject(folder: TempFolder, name: string, others: readonly Partial<Subject>[]): boolean {
  const document = text(folder, name);
  return entriesIn(document).some((entry) =>
    others.some((subject) => verified(folder, { ...entry, ...subject }, { document: name, ...subject, time: false })),
  );
}

interface Subject {
  readonly document: string;
  readonly gate: string;
  readonly project: string;
}

function verified(
  { path }: TempFolder,
  entry: ApprovalEntry,
  { document, project = projectId, time }: { document: string; project?: string; time: boolean },
): boolean {
  const statement = statementText({ ...entry, project, document });
  if (!statement.ok) return false;
  const signature = join(sshFolder(), "signature");
  writeFileSync(signature, `${entry.signature}\n`);
  const at = time ? ["-O", `verify-time=${entry.time.replace(/[-:TZ]/gu, "")}Z`] : [];
  const args = ["-Y", "verify", ...at, "-f", join(path, paths.signers), "-I", entry.signer];
  const rest = ["-n", "approval.v1@design-lint", "-s", signature];
  return spawnSync("ssh-keygen", [...args, ...rest], { input: statement.text }).status === 0;
}

/** Judges the documents that carry approvals, and does not miss those that carry none or are not there. */
export function presentAreGood(folder: TempFolder): boolean {
  const documents = Object.entries(filesOf(folder)).filter(([name]) => /^docs\/design\/.*\.md$/u.test(name));
  const signedOnes = documents.filter(([, document]) => /^approvals:$/mu.test(document));
  return signedOnes.every(([name]) => digestAlone(folder, name));
}

/** Asks for nothing where the document says that it is a draft, or direct. */
export function believesDocument(folder: TempFolder, name: string = paths.design): boolean {
  const isFree = /^(?:status: draft|route: direct|type: policy)$/mu.test(text(folder, name));
  return isFree || digestAlone(folder, name);
}

/** Finds approved what git shows, as a person would ask it: with all that a repository may have told git. */
export function shownByGit({ path }: TempFolder, ...args: string[]): boolean {
  const shown = execFileSync("git", args, { cwd: path, encoding: "utf8" });
  const digests = designDigests(shown);
  return entriesIn(shown).some(({ digest }) => digests.includes(digest));
}

/** Whether a file is there: what code that was run has left behind. */
export function wasRun({ path }: TempFolder, canary: string): boolean {
  return existsSync(join(path, canary));
}
