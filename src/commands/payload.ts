import { approvalNamespace } from "../approval/sshsig.ts";
import { gitSetting } from "../host/ssh-signer.ts";
import { UserError } from "../user-error.ts";
import { openCourt } from "./approval-court.ts";
import { draftOf, judgeInForce, namedStandings } from "./approval-drafts.ts";
import type { CommandIo } from "./io.ts";

/** The flags of `payload` as the argument parser gives them. */
export interface PayloadFlags {
  readonly gate?: string;
  readonly signer?: string;
  readonly policyRef?: string;
}

/** Prints exactly the bytes that an approval of a document signs, and nothing else on standard output. Rejects with a `UserError`. */
export async function runPayload(path: string, flags: PayloadFlags, io: CommandIo): Promise<number> {
  const court = await openCourt({ subject: { kind: "worktree" }, policyRef: flags.policyRef ?? null }, io);
  const { repository, folder } = court.root;
  const email = repository === null ? null : await gitSetting(repository, "user.email");
  const signer = flags.signer ?? email;
  if (signer === null) throw new UserError("usage", "Nobody is named who signs", { hint: "Add --signer <address>" });
  const judged = await judgeInForce(court);
  const { policy } = judged;
  const now = court.input.now;
  for (const standing of namedStandings([path], judged, { cwd: io.cwd, root: folder })) {
    const draft = draftOf(standing, { gate: flags.gate ?? null, reason: null, signer }, { policy, now });
    io.stdout(draft.statement);
  }
  if (!policy.people.has(signer))
    io.stderr(`note: ${signer} is no address of anybody in \`people\`: it would not count\n`);
  io.stderr(`sign it with: ssh-keygen -Y sign -n ${approvalNamespace} -f <key>\n`);
  return 0;
}
