import { verifySshsig } from "../../approval/sshsig.ts";
import { statementText } from "../../approval/statement.ts";
import type { ApprovalEntry } from "../../document/approvals.ts";
import { entryVerdicts } from "./document-verdicts.ts";
import type { ApprovalFinding, Standing } from "./judgement.ts";
import type { ApprovalInput, Ruling } from "./ruling.ts";
import { readSubject } from "./subject.ts";

/** Where no gate is in force: the entries whose signature proves nothing, since a reader would take them for approvals. */
export async function signatureVerdicts(
  { snapshot, config }: ApprovalInput,
  { views, baseConfig }: Ruling,
): Promise<readonly ApprovalFinding[]> {
  const project = baseConfig?.project ?? config.project;
  const [view] = views;
  const findings: ApprovalFinding[] = [];
  for (const document of view?.documents.values() ?? []) {
    const isSigned = (document.facts.approvals?.text ?? "") !== "" || !document.facts.hasDigest;
    if (view === undefined || document.exempt || !isSigned) continue;
    const subject = await readSubject(document, view, snapshot);
    const entries = subject.entries.map((entry) => ({
      entry,
      isSettled: false,
      verdict: { kind: "invalid" as const, reason: flawOf(entry, document.path, project) ?? "" },
    }));
    const flawed = entries.filter(({ verdict }) => verdict.reason !== "");
    const state = { state: "missing", people: [], times: [], reason: "" } as const;
    const standing: Standing = { subject, gate: null, isDraft: false, state, entries: flawed };
    findings.push(...entryVerdicts(standing));
  }
  return findings;
}

/** Why a signature proves nothing; null where it proves what the entry says. */
function flawOf(entry: ApprovalEntry, document: string, project: string | undefined): string | null {
  if (project === undefined) return "no config names the `project` that it would be for";
  const statement = statementText({ ...entry, project, document });
  if (!statement.ok) return statement.reason;
  const proof = verifySshsig(entry.signature, statement.text);
  return proof.ok ? null : proof.reason;
}
