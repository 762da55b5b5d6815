import { policyDigest } from "../../approval/policy-digest.ts";
import { emptyFacts } from "../../document/empty-facts.ts";
import { parsePolicyApprovals, policyApprovalsPath } from "../../document/policy-approvals.ts";
import type { Snapshot } from "../../snapshot.ts";
import type { Document } from "../workspace.ts";
import { losses } from "./against-base.ts";
import { entryVerdicts, verdictsOn } from "./document-verdicts.ts";
import type { ApprovalFinding, Standing } from "./judgement.ts";
import { policyFiles, policyPaths } from "./policy-files.ts";
import type { ApprovalInput, Ruling } from "./ruling.ts";
import { type Court, judgeEntries, standingFrom } from "./standing.ts";
import type { ApprovalSubject } from "./subject.ts";

/** How the policy stands at its own gate, and what the change does to it. */
export interface PolicyVerdict {
  /** Null where the gate `policy` is not in force. */
  readonly standing: Standing | null;
  readonly findings: readonly ApprovalFinding[];
}

/** What the policy is judged from; none need be in force. */
export type PolicyCase = Omit<Court, "policy">;

/** Judges the files behind the policy: against the base where there is one, and at the gate `policy` where it is in force. */
export async function judgePolicy({ input, ruling, verify }: PolicyCase): Promise<PolicyVerdict> {
  const { config } = input;
  const isAsked = config.approvals !== undefined || ruling.baseConfig?.approvals !== undefined;
  if (!isAsked) return { standing: null, findings: [] };
  const touched = await touchedFiles(input, ruling);
  const standing = await standingOf({ input, ruling, verify }, touched);
  if (standing === null) return { standing, findings: touched.map((path) => changed(path, null)) };
  const old = input.base === null ? null : await baseSubject(input.base.policy, ruling);
  const isUntouched = touched.length === 0 && idAt(input.base?.mergeBase) === idAt(input.snapshot);
  const lost = old === null || isUntouched ? [] : [...losses(old, standing, ruling)];
  if (touched.length === 0) return { standing, findings: [...verdictsOn(standing), ...lost] };
  const changes = touched.map((path) => changed(path, standing));
  return { standing, findings: [...entryVerdicts(standing), ...lost, ...changes] };
}

/** The files behind the policy that this change brings: other than where it left the base, and other than the base is by now. */
async function touchedFiles({ snapshot, config, base }: ApprovalInput, { baseConfig }: Ruling): Promise<string[]> {
  if (base === null) return [];
  const other = baseConfig === null ? [] : policyPaths(base.policy, baseConfig);
  const paths = [...new Set([...policyPaths(snapshot, config), ...other])].sort();
  const idIn = ({ files }: Snapshot, path: string) => files.get(path)?.id;
  const differing = paths.filter((path) => idIn(snapshot, path) !== idIn(base.mergeBase, path));
  const [now, before, tip] = await Promise.all(
    [snapshot, base.mergeBase, base.policy].map(async (files) => {
      const hashes = await policyFiles(files, differing);
      return new Map(hashes.map(({ path, hash }) => [path, hash]));
    }),
  );
  return differing.filter((path) => now?.get(path) !== before?.get(path) && now?.get(path) !== tip?.get(path));
}

async function standingOf({ input, ruling, verify }: PolicyCase, touched: readonly string[]): Promise<Standing | null> {
  const { policy } = ruling;
  if (policy?.gates.has("policy") !== true) return null;
  const subject = await subjectOf(input.snapshot, input.config);
  const old = input.base === null ? null : await baseSubject(input.base.policy, ruling);
  const question = { gate: "policy", settled: old?.entries ?? [], changed: touched };
  const entries = await judgeEntries(subject, question, { input, policy, verify });
  return standingFrom(subject, { gate: "policy", entries, isDraft: false }, { policy });
}

async function baseSubject(tip: Snapshot, { baseConfig }: Ruling): Promise<ApprovalSubject | null> {
  return baseConfig === null ? null : subjectOf(tip, baseConfig);
}

/** The policy in the place of a document: what is signed is its files' digest, what is read is the file of its approvals. */
async function subjectOf(snapshot: Snapshot, config: ApprovalInput["config"]): Promise<ApprovalSubject> {
  const digest = policyDigest(await policyFiles(snapshot, policyPaths(snapshot, config)));
  const bytes = await snapshot.files.get(policyApprovalsPath)?.read();
  const parsed = bytes === undefined ? null : parsePolicyApprovals(bytes);
  return {
    document: documentOf(config),
    digest,
    entries: parsed?.ok === true ? parsed.entries : [],
    malformed: parsed?.ok === false ? parsed.message : null,
    upstream: { ok: true, pins: [] },
  };
}

function documentOf({ scopes }: ApprovalInput["config"]): Document {
  const settings = scopes.at(-1)?.settings;
  if (settings === undefined) throw new Error("A config has no scope for the root");
  return {
    path: policyApprovalsPath,
    kind: "component",
    id: "",
    settings,
    exempt: false,
    facts: { ...emptyFacts, hasDigest: true },
    model: emptyFacts.model,
    ranges: {},
    status: null,
    type: null,
    route: "design",
    required: [],
    violations: null,
  };
}

function changed(path: string, standing: Standing | null): ApprovalFinding {
  const rule = "policy/changed";
  if (standing === null) {
    const message = "The change touches the policy, which counts from the next change on";
    return { rule, path, message, mend: "Let those who answer for the policy review it: no gate `policy` guards it" };
  }
  const { state, reason } = standing.state;
  if (state === "valid") {
    const message = `The change touches the policy, ${reason}; it counts from the next change on`;
    return { rule, path, message, mend: "Nothing is left to do but to merge it" };
  }
  const message = `The change touches the policy, which has no valid approval at the gate \`policy\`: ${reason}`;
  const mend = `Have it approved: design-lint approve ${policyApprovalsPath}`;
  return { rule, path, message, mend, atLeast: "error" };
}

function idAt(snapshot: Snapshot | undefined): string | undefined {
  return snapshot?.files.get(policyApprovalsPath)?.id;
}
