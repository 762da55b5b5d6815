import { type PolicyFile, policyFileHash } from "../../approval/policy-digest.ts";
import type { Config } from "../../config/config.ts";
import type { ApprovalPolicy } from "../../config/raw-config.ts";
import type { Snapshot } from "../../snapshot.ts";

/** Where the keys stand by an `approvals` of a config. */
export function signersPath(approvals: ApprovalPolicy | undefined): string {
  return approvals?.signers ?? ".design/allowed_signers";
}

/**
 * Paths of the files that say who may change what, whether they exist or not: every `.designrc.json` (also below an exemption),
 * what configs extend, the signers file, schemas and templates that configs name, and the baseline. Sorted.
 */
export function policyPaths(snapshot: Pick<Snapshot, "files">, config: Config): readonly string[] {
  const configs = [...snapshot.files.keys()].filter((path) => /(?:^|\/)\.designrc\.json$/u.test(path));
  const types = config.scopes.flatMap(({ settings }) => Object.values(settings.types));
  const named = types.flatMap(({ schema, template }) => [schema, template]).filter((path) => path !== null);
  const others = [signersPath(config.approvals), ".design-baseline.json"];
  return [...new Set([...configs, ...(config.files ?? []), ...named, ...others])].sort();
}

/** The files among these paths that exist in a snapshot, with the hash of each. */
export async function policyFiles(snapshot: Snapshot, paths: readonly string[]): Promise<readonly PolicyFile[]> {
  const files: PolicyFile[] = [];
  for (const path of paths) {
    const bytes = await snapshot.files.get(path)?.read();
    if (bytes !== undefined) files.push({ path, hash: policyFileHash(bytes) });
  }
  return files;
}
