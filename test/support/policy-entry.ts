import type { ApprovalEntry } from "../../src/document/approvals.ts";

/** An entry at the gate `policy` that has the right form and proves nothing. */
export const policyEntry: ApprovalEntry = {
  gate: "policy",
  decision: "approve",
  signer: "alice@example.com",
  time: "2026-11-01T10:00:00Z",
  digest: `sha256:${"0".repeat(64)}`,
  upstream: [],
  signature: "-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----",
};
