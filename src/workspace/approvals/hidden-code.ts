import type { Config } from "../../config/config.ts";
import type { Snapshot, UnjudgedEntry } from "../../snapshot.ts";
import { exemptionOf } from "../compiled-settings.ts";
import { type Discovery, discover } from "../discover.ts";
import type { ApprovalFinding } from "./judgement.ts";
import type { ApprovalInput, Ruling } from "./ruling.ts";
import { sameText } from "./same-text.ts";

/**
 * What a change puts in the place of sources and nobody can judge: symlinks, submodules and names that are not UTF-8, where the config
 * of the change or of the base would look for sources.
 */
export async function hiddenCode(
  { snapshot, config, base }: ApprovalInput,
  { policy, baseConfig }: Ruling,
): Promise<readonly ApprovalFinding[]> {
  if (policy?.gates.has("design") !== true) return [];
  const before = new Map((base?.mergeBase.unjudged ?? []).map((one) => [one.path, one]));
  const findings = new Map<string, ApprovalFinding>();
  for (const one of snapshot.unjudged ?? []) {
    if (findings.has(one.path) || (await isKnown(one, before.get(one.path)))) continue;
    const places = await placesOf(one, snapshot);
    const configs = baseConfig === null ? [config] : [config, baseConfig];
    if (configs.some((asked) => holdsSource(places, asked))) findings.set(one.path, findingFor(one));
  }
  return [...findings.values()];
}

/** A submodule that the merge base has in the same place is its doing, whichever commit it names: its files are never judged. */
async function isKnown({ entry }: UnjudgedEntry, old: UnjudgedEntry | undefined): Promise<boolean> {
  if (old === undefined || old.entry.mode !== entry.mode) return false;
  return entry.mode === submodule || sameText(entry, old.entry);
}

const submodule = "160000";
const symlink = "120000";

/** The paths at which code would stand: its own, and those below it as far as they are known; a guess where they are not. */
async function placesOf({ path, entry }: UnjudgedEntry, { files }: Snapshot): Promise<readonly string[]> {
  const anywhere = [path, `${path}/code.ts`];
  if (entry.mode === submodule) return anywhere;
  if (entry.mode !== symlink) return [path];
  const target = resolved(path, new TextDecoder().decode(await entry.read()));
  if (target === null) return anywhere;
  if (files.has(target)) return [path];
  const folder = target === "" ? "" : `${target}/`;
  const below = [...files.keys()].filter((file) => file.startsWith(folder));
  return below.length === 0 ? anywhere : below.map((file) => `${path}/${file.slice(folder.length)}`);
}

/** Where a link leads to, relative to the root; null outside of it. */
function resolved(path: string, target: string): string | null {
  if (target.startsWith("/")) return null;
  const parts = path.split("/").slice(0, -1);
  for (const part of target.normalize("NFC").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

function holdsSource(places: readonly string[], config: Config): boolean {
  const discovery = discover([], config);
  return places.some((place) => isSource(place, discovery));
}

function isSource(place: string, { kindOf, compiledFor }: Discovery): boolean {
  if (kindOf(place) !== "source") return false;
  const exemption = exemptionOf(compiledFor(place), place);
  return exemption === null || exemption.owes.includes("design");
}

function findingFor({ path, entry }: UnjudgedEntry): ApprovalFinding {
  const what =
    entry.mode === symlink ? "symbolic link" : entry.mode === submodule ? "submodule" : "name that is not UTF-8";
  return {
    rule: "approval/code-ahead",
    path,
    message: `Unexpected ${what} where sources are: what stands there has no design that could be approved`,
    mend: "Put the files themselves there, or have the path exempted on the base first",
  };
}
