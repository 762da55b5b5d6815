import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { gitBytes, runGit } from "./git.ts";
import { records } from "./listing.ts";
import type { Repository } from "./repository.ts";

/** Whether git may store other bytes than those on disk: for every file, or for these paths (relative to the top). */
export interface Conversions {
  readonly all: boolean;
  readonly paths: ReadonlySet<string>;
}

const none: Conversions = { all: false, paths: new Set() };

/** Matches the files for which any attribute is set that lets git change bytes between work tree and object. */
const attributed = ":(exclude,attr:!text !crlf !eol !filter !ident !working-tree-encoding)";

/**
 * Asks the config and, where attributes exist at all, which files they concern. `tracked` are the tracked paths, relative to the top.
 * Attributes follow gitattributes(5).
 */
export async function conversions(repository: Repository, tracked: Promise<readonly string[]>): Promise<Conversions> {
  const config = await configValues(repository);
  const autocrlf = config.get("core.autocrlf")?.toLowerCase();
  if (autocrlf !== undefined && !/^(?:false|no|off|0|)$/u.test(autocrlf)) return { all: true, paths: new Set() };
  const paths = await tracked;
  const sources = [repository.attributes, "/etc/gitattributes", config.get("core.attributesfile") ?? userAttributes()];
  const inTree = paths.some((path) => path === ".gitattributes" || path.endsWith("/.gitattributes"));
  const untracked = existsSync(join(repository.place.folder, ".gitattributes"));
  if (!inTree && !untracked && !sources.some((source) => existsSync(source))) return none;
  const env = { ...repository.place.env, GIT_LITERAL_PATHSPECS: "0" };
  const output = await gitBytes({ folder: repository.place.folder, env }, ["ls-files", "-z", "--", attributed]);
  return { all: false, paths: new Set(records(output)) };
}

/** The settings that matter here. `core.bare` always exists, so that there is an answer to wait for. */
async function configValues(repository: Repository): Promise<ReadonlyMap<string, string>> {
  const pattern = "^core\\.(autocrlf|attributesfile|bare)$";
  const output = await runGit(repository.place, ["config", "-z", "--type=path", "--get-regexp", pattern]);
  const pairs = records(output.stdout).map((record): [string, string] => {
    const end = record.indexOf("\n");
    return end < 0 ? [record, "true"] : [record.slice(0, end), record.slice(end + 1)];
  });
  return new Map(pairs);
}

function userAttributes(): string {
  const { XDG_CONFIG_HOME: config } = process.env;
  return join(config === undefined || config === "" ? join(homedir(), ".config") : config, "git", "attributes");
}
