import type { Platform } from "../platform.ts";
import { pointerTo } from "../schema/pointer.ts";
import { suggest } from "../schema/suggest.ts";
import type { Validate } from "../schema/validator.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Catalogue } from "./catalogue.ts";
import { nearPath } from "./check.ts";
import type { ConfigPlace } from "./config.ts";
import { type ConfigFile, parseConfig } from "./parse.ts";
import { folderOf, joinPath } from "./paths.ts";
import { presetNames, presetRules } from "./presets.ts";
import { readFile } from "./read.ts";
import { listedRuleIds } from "./rule-ids.ts";
import { checkRuleOptions } from "./rule-options.ts";
import { type ConfigSource, sourceOf } from "./source.ts";

/** What configs are read with. */
export interface ConfigReader {
  readonly snapshot: Snapshot;
  readonly platform: Platform;
  readonly validate: Validate;
  /** The rules that run. */
  readonly catalogue: Catalogue;
}

/** A config file among those that extend each other. */
interface Link {
  readonly file: ConfigFile;
  readonly source: ConfigSource;
  /** Absolute folder of a file that comes from a package, null for files of the repository. */
  readonly packageFolder: string | null;
  /** Where the chain left the repository. */
  readonly via: ConfigPlace | null;
  /** The files that lead here, this one included. */
  readonly chain: readonly string[];
}

/**
 * The config at a root-relative path, after everything that it extends, in the order in which they speak; all serve the
 * folder `base`. Throws a `UserError` for a config that is missing, goes round in a circle or is not valid.
 */
export async function readConfigChain(
  reader: ConfigReader,
  path: string,
  base: string,
): Promise<readonly ConfigSource[]> {
  const file = await readConfig(reader, path, await readFile(reader.snapshot, path));
  const source = sourceOf(file, base, null);
  return expand(reader, { file, source, packageFolder: null, via: null, chain: [path] });
}

async function readConfig(reader: ConfigReader, path: string, bytes: Uint8Array): Promise<ConfigFile> {
  const file = parseConfig(path, bytes, reader.validate);
  await checkRuleOptions(file, () => {
    const listed = listedRuleIds(reader.platform);
    return reader.catalogue.filter(({ id }) => !listed.has(id));
  });
  return file;
}

async function expand(reader: ConfigReader, link: Link): Promise<readonly ConfigSource[]> {
  const named = link.source.raw.extends ?? [];
  const targets = typeof named === "string" ? [named] : named;
  const sources: ConfigSource[] = [];
  for (const [index, target] of targets.entries()) {
    const pointer = typeof named === "string" ? "/extends" : pointerTo("/extends", index);
    sources.push(...(await follow(reader, link, { target, pointer })));
  }
  return [...sources, link.source];
}

interface Target {
  readonly target: string;
  readonly pointer: string;
}

async function follow(reader: ConfigReader, link: Link, { target, pointer }: Target): Promise<readonly ConfigSource[]> {
  if (target.startsWith("design-lint/")) return [presetSource(reader, link, { target, pointer })];
  const isPath = target.startsWith("./") || target.startsWith("../");
  const next = await (isPath ? followPath : followPackage)(reader, link, { target, pointer });
  if (link.chain.includes(next.file.path)) {
    const circle = [...link.chain, next.file.path].join(" → ");
    throw link.source.error(pointer, `Unexpected circle of \`extends\`: ${circle}`, "Remove one of them");
  }
  for (const key of ["project", "approvals"] as const) {
    if (next.source.raw[key] !== undefined) throw next.source.error(`/${key}`, ...rootOnly(key));
  }
  return expand(reader, { ...next, chain: [...link.chain, next.file.path] });
}

/** Message and hint for a key that stands in the repository's root config only. */
export function rootOnly(key: string): readonly [message: string, hint: string] {
  return [
    `Unexpected key \`${key}\`, expected in the root config only`,
    `Move \`${key}\` to the .designrc.json of the repository's root`,
  ];
}

function presetSource({ catalogue }: ConfigReader, { source }: Link, { target, pointer }: Target): ConfigSource {
  const rules = presetRules(target, catalogue);
  if (rules !== undefined) return { ...source, raw: { rules }, place: () => source.place(pointer) };
  const meant = suggest(target, presetNames);
  const hint = meant === null ? `Name one of: ${presetNames.join(", ")}` : `Did you mean ${meant}?`;
  throw source.error(pointer, `Unknown shipped config \`${target}\``, hint);
}

async function followPath(reader: ConfigReader, link: Link, { target, pointer }: Target): Promise<Omit<Link, "chain">> {
  const { source, file } = link;
  if (link.packageFolder !== null) {
    throw source.error(pointer, "Unexpected relative path in the config of a package, expected the name of a package");
  }
  const path = joinPath(folderOf(file.path), target);
  const files = reader.snapshot.files;
  if (path === null) throw source.error(pointer, `Unexpected path \`${target}\`, expected one inside the repository`);
  if (!files.has(path)) throw source.error(pointer, `The config ${path} does not exist`, nearPath(path, files));
  const next = await readConfig(reader, path, await readFile(reader.snapshot, path));
  return { file: next, source: sourceOf(next, source.base, null), packageFolder: null, via: null };
}

async function followPackage(
  reader: ConfigReader,
  link: Link,
  { target, pointer }: Target,
): Promise<Omit<Link, "chain">> {
  const { snapshot, platform } = reader;
  const { source, file } = link;
  const isAbsolute = target.startsWith("/") || target.includes("\\") || target.includes(":");
  if (isAbsolute) throw source.error(pointer, `Unexpected \`${target}\`, expected a relative path or a package`);
  const folder = link.packageFolder ?? `${snapshot.root}/${folderOf(file.path)}`;
  const found = await platform.packageFile(target, folder);
  if (found === null) {
    const local = joinPath(folderOf(file.path), target);
    const isLocal = local !== null && snapshot.files.has(local);
    const hint = isLocal ? `Did you mean ./${target}?` : presetHint(target);
    throw source.error(pointer, `The package config \`${target}\` cannot be found`, hint);
  }
  const next = await readConfig(reader, found.path, new TextEncoder().encode(found.text));
  const via = link.via ?? source.place(pointer);
  return { file: next, source: sourceOf(next, source.base, via), packageFolder: folderOf(found.path), via };
}

function presetHint(target: string): string {
  const meant = presetNames.find((name) => name === `design-lint/${target}`) ?? suggest(target, presetNames);
  return meant === null ? "Install the package, or correct its name" : `Did you mean ${meant}?`;
}
