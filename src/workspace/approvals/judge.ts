import { policyApprovalsPath } from "../../document/policy-approvals.ts";
import { againstBase } from "./against-base.ts";
import { codeAhead } from "./code-ahead.ts";
import { orderVerdicts, verdictsOn } from "./document-verdicts.ts";
import { hiddenCode } from "./hidden-code.ts";
import type { ApprovalFinding, ApprovalJudgement, Standing } from "./judgement.ts";
import { movedDocuments } from "./moved-documents.ts";
import { policyPaths } from "./policy-files.ts";
import { judgePolicy } from "./policy-gate.ts";
import { rememberingVerifier } from "./proof-cache.ts";
import { type ApprovalInput, type Ruling, readRuling, type View } from "./ruling.ts";
import { signatureVerdicts } from "./signatures.ts";
import { type Court, standingOf } from "./standing.ts";
import { refuseTwins } from "./twins.ts";

/** Judges the approvals of a snapshot by the policy of its base. Rejects with a `UserError` where a policy cannot be read. */
export async function judgeApprovals(input: ApprovalInput): Promise<ApprovalJudgement> {
  const ruling = await readRuling(input);
  const { policy, notices, baseConfig, isBaseRuling } = ruling;
  const { snapshot, config } = input;
  if (policy !== null)
    refuseTwins(snapshot, [...viewOfEach(ruling).keys(), ...policyPaths(snapshot, config), policyApprovalsPath]);
  const verify = rememberingVerifier(input.cache);
  const ofPolicy = await judgePolicy({ input, ruling, verify });
  const documents =
    policy === null
      ? { standings: [], findings: await signatureVerdicts(input, ruling) }
      : await judgeDocuments({ input, ruling, policy, verify });
  const standings = [...documents.standings, ...(ofPolicy.standing === null ? [] : [ofPolicy.standing])];
  return {
    policy,
    standings: standings.sort((a, b) => (a.subject.document.path < b.subject.document.path ? -1 : 1)),
    findings: [...documents.findings, ...ofPolicy.findings].map((finding) => inHook(finding, input)),
    notices,
    rulingConfig: isBaseRuling ? baseConfig : null,
  };
}

type OfDocuments = Pick<ApprovalJudgement, "standings" | "findings">;

async function judgeDocuments(court: Court): Promise<OfDocuments> {
  const { input, ruling } = court;
  const standings: Standing[] = [];
  for (const [path, view] of viewOfEach(ruling)) {
    const standing = await standingOf(path, view, court);
    if (standing !== null) standings.push(standing);
  }
  standings.sort((a, b) => (a.subject.document.path < b.subject.document.path ? -1 : 1));
  const byPath = new Map(standings.map((standing) => [standing.subject.document.path, standing]));
  const present = { standings: byPath, moves: await movedDocuments(input, ruling, byPath) };
  const lost = await againstBase(input, ruling, present);
  const moved = new Set(lost.filter(({ rule }) => rule === "approval/missing").map(({ path }) => path));
  const findings = [
    ...standings.flatMap((standing) => [...verdictsOn(standing), ...orderVerdicts(standing, byPath)]),
    ...(await codeAhead(input, ruling, present)),
    ...(await hiddenCode(input, ruling)),
  ].filter(({ rule, path }) => !(moved.has(path) && saidByMove.has(rule)));
  return { standings, findings: [...findings, ...lost] };
}

/** A document that moved without an approval at its new path is reported once, and that says what to do about the entries it took along. */
const saidByMove: ReadonlySet<ApprovalFinding["rule"]> = new Set(["approval/missing", "approval/invalid"]);

/** Each document once, from the base's point of view where that one sees it. */
function viewOfEach({ views }: Ruling): ReadonlyMap<string, View> {
  return new Map(views.flatMap((view) => [...view.documents.keys()].map((path) => [path, view] as const)));
}

/** Where an author commits what somebody else will approve. */
const waiting: ReadonlySet<ApprovalFinding["rule"]> = new Set([
  "approval/missing",
  "approval/stale",
  "approval/suspect",
  "policy/changed",
]);

function inHook(finding: ApprovalFinding, { isHook }: ApprovalInput): ApprovalFinding {
  if (isHook !== true || !waiting.has(finding.rule)) return finding;
  const { atLeast: _, ...rest } = finding;
  return { ...rest, atMost: "warning" };
}
