import { openCache } from "../host/cache.ts";
import { foreignCacheCode } from "../host/foreign-cache.ts";
import { escapeJson, escapeLine } from "../report/escape.ts";
import { suggest } from "../schema/suggest.ts";
import { UserError } from "../user-error.ts";
import { judgeApprovals } from "../workspace/approvals/judge.ts";
import { loadWorkspace } from "../workspace/load.ts";
import { createOracleSource } from "../workspace/oracle-source.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Court, openCourt } from "./approval-court.ts";
import type { CommandIo } from "./io.ts";
import { type StatusRow, statusRows } from "./status/rows.ts";
import { statusTable } from "./status/table.ts";

/** The flags of `status` as the argument parser gives them. */
export interface StatusFlags {
  readonly format: string;
  readonly policyRef?: string;
  readonly config?: string;
}

/** Shows how every component, context and story stands, or those of some ids. Gives 0; rejects with a `UserError` where it cannot be told. */
export async function runStatus(
  ids: readonly string[],
  { format, policyRef, config }: StatusFlags,
  io: CommandIo & { readonly version: string },
): Promise<number> {
  if (format !== "pretty" && format !== "json")
    throw new UserError("usage", `Unexpected format ${JSON.stringify(format)}, expected pretty or json`);
  const request = { subject: { kind: "worktree" }, policyRef: policyRef ?? null } as const;
  const court = await openCourt(config === undefined ? request : { ...request, config }, io);
  const judgement = await judgeApprovals(court.input);
  const workspace = await readWorkspace(court, io.version);
  const rows = chosen(statusRows(workspace, judgement), ids);
  for (const { message } of [...court.notices, ...judgement.notices]) io.stderr(`note: ${escapeLine(message)}\n`);
  io.stdout(
    format === "json" ? `${escapeJson(JSON.stringify({ version: 1, rows }, null, 2))}\n` : statusTable(rows, io.color),
  );
  return 0;
}

async function readWorkspace({ root, input }: Court, version: string): Promise<Workspace> {
  const { snapshot, platform, config } = input;
  const isForeign = snapshot.notices.some(({ code }) => code === foreignCacheCode);
  const cache = openCache(root.folder, version, isForeign);
  const { workspace, facts } = await loadWorkspace(snapshot, platform, {
    config,
    cache,
    oracles: createOracleSource(platform),
  });
  const [unreadable] = facts.unreadable;
  if (unreadable !== undefined) throw unreadable;
  await cache.flush();
  return workspace;
}

/** An id stands for itself and for what lies below it. */
function chosen(rows: readonly StatusRow[], ids: readonly string[]): readonly StatusRow[] {
  const wanted = ids.map((id) => id.normalize("NFC").replace(/\/+$/u, ""));
  const fits = (id: string) => (row: StatusRow) => row.component === id || row.component.startsWith(`${id}/`);
  const unknown = wanted.find((id) => !rows.some(fits(id)));
  if (unknown !== undefined) {
    const near = suggest(
      unknown,
      rows.map(({ component }) => component),
    );
    throw new UserError("unknown-id", `There is no component, context or story ${unknown}`, {
      hint: near === null ? "Without ids, status shows all" : `did you mean ${near}?`,
    });
  }
  return wanted.length === 0 ? rows : rows.filter((row) => wanted.some((id) => fits(id)(row)));
}
