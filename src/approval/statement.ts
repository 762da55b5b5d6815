import { compareCodePoints } from "../order.ts";
import type { Verdict } from "./verdict.ts";

/** What an approval or a revocation says, before it is signed. */
export interface Statement {
  /** `urn:uuid:…` of the project, from its policy. */
  readonly project: string;
  readonly gate: string;
  readonly decision: "approve" | "revoke";
  /** Only of a revocation, which has to have one. */
  readonly reason?: string;
  /** Path of the document, relative to the root of the repository. */
  readonly document: string;
  /** Content digest of the document. */
  readonly digest: string;
  /** The documents above it, as this approval pins them; none in a revocation. */
  readonly upstream: readonly { readonly path: string; readonly digest: string }[];
  readonly signer: string;
  /** UTC, to the second. */
  readonly time: string;
}

const patterns = {
  project: /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
  gate: /^(?:story|architecture|design|policy)$/u,
  decision: /^(?:approve|revoke)$/u,
  reason: /^[^\p{C}\p{Z}](?:(?:[^\p{C}\p{Z}]| ){0,198}[^\p{C}\p{Z}])?$/u,
  document: /^[^\s#:"'`\\\p{C}\p{Z}]+$/u,
  digest: /^sha256:[0-9a-f]{64}$/u,
  signer: /^[A-Za-z0-9_][A-Za-z0-9._%+@=/-]{0,254}$/u,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u,
} as const;

/** The exact text that is signed, lines ended by LF (`approval v1`); a refusal where a value could not stand in it unmistakably. */
export function statementText(statement: Statement): Verdict<{ readonly text: string }> {
  const { decision, reason, upstream } = statement;
  if ((decision === "revoke") !== (reason !== undefined)) return refusal("reason");
  if (decision === "revoke" && upstream.length > 0) return refusal("upstream");
  for (const name of Object.keys(patterns) as (keyof typeof patterns)[]) {
    const value = statement[name];
    if (value !== undefined && !fits(name, value)) return refusal(name);
  }
  const sorted = [...upstream].sort((a, b) => compareCodePoints(a.path, b.path));
  const unfit = sorted.some(({ path, digest }) => !fits("document", path) || !fits("digest", digest));
  if (unfit || new Set(sorted.map(({ path }) => path)).size < sorted.length) return refusal("upstream");
  const lines = [
    "design-lint approval v1",
    `project: ${statement.project}`,
    `gate: ${statement.gate}`,
    `decision: ${decision}`,
    ...(reason === undefined ? [] : [`reason: ${reason}`]),
    `document: ${statement.document}`,
    `digest: ${statement.digest}`,
    ...sorted.map(({ path, digest }) => `upstream: ${path} ${digest}`),
    `signer: ${statement.signer}`,
    `time: ${statement.time}`,
  ];
  return { ok: true, text: lines.map((line) => `${line}\n`).join("") };
}

function fits(name: keyof typeof patterns, value: string): boolean {
  if (!patterns[name].test(value) || value !== value.normalize("NFC")) return false;
  if (name === "time") return isInstant(value);
  return name !== "document" || value.split("/").every((segment) => !["", ".", ".."].includes(segment));
}

function isInstant(time: string): boolean {
  const instant = Date.parse(time);
  return !Number.isNaN(instant) && new Date(instant).toISOString() === time.replace("Z", ".000Z");
}

function refusal(name: string): Verdict<{ readonly text: string }> {
  return { ok: false, reason: `the value of \`${name}\` cannot stand in a statement` };
}
