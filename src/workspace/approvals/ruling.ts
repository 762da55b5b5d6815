import { type Policy, policyOf } from "../../approval/policy.ts";
import { parseSigners } from "../../approval/signers.ts";
import type { Catalogue } from "../../config/catalogue.ts";
import type { Config } from "../../config/config.ts";
import { loadConfig } from "../../config/load.ts";
import type { Platform } from "../../platform.ts";
import { lineRange, lineStarts } from "../../range.ts";
import type { Notice, Snapshot } from "../../snapshot.ts";
import { UserError } from "../../user-error.ts";
import { buildWorkspace } from "../build.ts";
import { createSchemaSource } from "../document-schemas.ts";
import { createFactReader, type FactCache } from "../facts.ts";
import { groupBy } from "../group-by.ts";
import type { Component, Document, Source, Workspace } from "../workspace.ts";
import { signersPath } from "./policy-files.ts";

/** What approvals are judged from. */
export interface ApprovalInput {
  readonly snapshot: Snapshot;
  readonly platform: Platform;
  /** The config of the snapshot itself. */
  readonly config: Config;
  readonly catalogue: Catalogue;
  /** Facts that may be believed. */
  readonly cache: FactCache;
  /** The workspace of snapshot and config where it is there already and made from facts that may be believed. */
  readonly workspace?: Workspace;
  /** Path of the root config where it is not `.designrc.json`. */
  readonly configFile?: string;
  /** What is judged is about to be committed by an author, so `missing`, `stale` and `suspect` only warn. */
  readonly isHook?: boolean;
  /** The tip of the protected ref, and where the change left it; null where there is neither. */
  readonly base: { readonly policy: Snapshot; readonly mergeBase: Snapshot } | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Addresses, in lower case, of those who changed a document's content between merge base and head. */
  authorsOf(path: string): Promise<ReadonlySet<string>>;
}

/** The files of a snapshot as one config sees them. */
export interface View {
  readonly sources: readonly Source[];
  readonly components: ReadonlyMap<string, Component>;
  /** By path. */
  readonly documents: ReadonlyMap<string, Document>;
  /** The contexts and stories of an id; more than one is a mistake of the project. */
  upstream(kind: "context" | "story", id: string): readonly Document[];
}

/** Who rules, and how the files look from the change and from its base. */
export interface Ruling {
  /** Null where no gate is in force. */
  readonly policy: Policy | null;
  /** The snapshot by its own config, then by the config of the base where that is another. */
  readonly views: readonly View[];
  /** The protected ref by its own config; null without a base. */
  readonly before: View | null;
  /** The base's config; null without a base. */
  readonly baseConfig: Config | null;
  /** The policy is the base's. */
  readonly isBaseRuling: boolean;
  readonly notices: readonly Notice[];
}

/** Reads policy and views. The base's policy rules wherever the base has `approvals`. Rejects with a `UserError` where a policy cannot be used. */
export async function readRuling(input: ApprovalInput): Promise<Ruling> {
  const { snapshot, config, base } = input;
  const own = await readPolicy(snapshot, config);
  const first = viewOf(input.workspace ?? (await readWorkspace(input, snapshot, config)));
  const baseConfig = base === null ? null : await configOf(base.policy, input);
  if (base === null || baseConfig === null)
    return { policy: own, views: [first], before: null, baseConfig, isBaseRuling: false, notices: [] };
  const isBaseRuling = baseConfig.approvals !== undefined;
  const policy = isBaseRuling ? await readPolicy(base.policy, baseConfig) : own;
  const notices = isBaseRuling || own === null ? [] : [notInForce];
  const shared = { policy, baseConfig, isBaseRuling, notices };
  if (policy === null) return { ...shared, views: [first], before: null };
  const isSame = JSON.stringify(baseConfig.scopes) === JSON.stringify(config.scopes);
  const views = isSame ? [first] : [first, viewOf(await readWorkspace(input, snapshot, baseConfig))];
  return { ...shared, views, before: viewOf(await readWorkspace(input, base.policy, baseConfig)) };
}

function configOf(base: Snapshot, { platform, catalogue, configFile }: ApprovalInput): Promise<Config> {
  const file = configFile !== undefined && base.files.has(configFile) ? { file: configFile } : {};
  return loadConfig(base, platform, { catalogue, ...file });
}

const notInForce: Notice = {
  code: "policy-not-merged",
  message: "The base has no `approvals`, so the policy of the change itself judges: it is not in force until merged",
};

/** The policy of a snapshot; null where its config puts no gate in force. */
async function readPolicy(snapshot: Snapshot, { project, approvals }: Config): Promise<Policy | null> {
  if (Object.keys(approvals?.gates ?? {}).length === 0) return null;
  const place = { path: ".designrc.json" };
  if (project === undefined)
    throw new UserError("config-invalid", "Missing key `project`, which approvals name", {
      hint: 'Add "project": "urn:uuid:…" with a UUID of your own',
      place,
    });
  const path = signersPath(approvals);
  const parsed = parseSigners(await signersText(snapshot, path));
  const policy = parsed.ok ? policyOf(project, approvals ?? {}, parsed.signers) : null;
  if (policy?.ok === true) return policy.policy;
  throw new UserError("signers-invalid", policy?.reason ?? "The signers file cannot be read", { place: { path } });
}

async function signersText(snapshot: Snapshot, path: string): Promise<string> {
  const entry = snapshot.files.get(path);
  if (entry === undefined)
    throw new UserError(
      "signers-missing",
      `The signers file ${path} does not exist, so nobody could approve anything`,
      {
        hint: `Add ${path} in git's allowed_signers format`,
        place: { path },
      },
    );
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await entry.read());
  const parsed = parseSigners(text);
  if (parsed.ok) return text;
  const range = lineRange(text, lineStarts(text), parsed.line);
  throw new UserError("signers-invalid", parsed.message, { place: { path, text, range } });
}

/** A workspace without verdicts on interfaces, which approvals do not ask for. */
async function readWorkspace(input: ApprovalInput, snapshot: Snapshot, config: Config): Promise<Workspace> {
  const facts = createFactReader(snapshot, input.cache);
  const schemas = await createSchemaSource({ config, platform: input.platform, text: facts.text });
  const quiet: Snapshot = { root: snapshot.root, files: snapshot.files, notices: [] };
  const workspace = await buildWorkspace({
    snapshot: quiet,
    config,
    facts,
    schemas,
    compare: async (pairs) => pairs.map(() => ({ findings: [], compared: 0, consulted: [] })),
  });
  const [unreadable] = facts.unreadable;
  if (unreadable !== undefined) throw unreadable;
  return workspace;
}

function viewOf({ sources, components, documents }: Workspace): View {
  const above = groupBy(
    documents.filter(({ kind }) => kind !== "component"),
    ({ kind, id }) => `${kind} ${id}`,
  );
  return {
    sources,
    components,
    documents: new Map(documents.map((document) => [document.path, document])),
    upstream: (kind, id) => above.get(`${kind} ${id}`) ?? [],
  };
}
