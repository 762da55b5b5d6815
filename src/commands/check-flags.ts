import type { ConfigSeverity } from "../config/config.ts";
import type { FixKind } from "../edit.ts";
import { formatNames } from "../report/formats.ts";
import { suggest } from "../schema/suggest.ts";
import { UserError } from "../user-error.ts";
import type { CheckOptions, FormatTarget, Subject } from "./check-options.ts";

/** The flags as the argument parser gives them. */
export interface RawFlags {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly fixType?: string;
  readonly unsafe?: boolean;
  readonly staged?: boolean;
  readonly since?: string;
  readonly tree?: string;
  readonly format?: readonly string[];
  readonly maxWarnings?: string;
  readonly quiet?: boolean;
  readonly strict?: boolean;
  readonly config?: string;
  readonly policyRef?: string;
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly cache?: boolean;
  readonly stats?: boolean;
  readonly errorOnUnmatchedPattern?: boolean;
}

const fixKinds: readonly FixKind[] = ["scaffold", "document", "interface", "status"];
const severities: readonly ConfigSeverity[] = ["off", "info", "warn", "error"];

/** Checks flags and their values; a `UserError` of code `usage` names the nearest valid value. */
export function checkOptions(paths: readonly string[], flags: RawFlags, ruleIds: readonly string[]): CheckOptions {
  refuseTogether(flags);
  return {
    paths,
    subject: subjectOf(flags),
    since: flags.since ?? null,
    fix: flags.fixDryRun === true ? "dry-run" : flags.fix === true ? "apply" : "no",
    fixKinds: (flags.fixType?.split(",") ?? fixKinds).map((kind) => oneOf(kind, fixKinds, "--fix-type")),
    unsafe: flags.unsafe === true,
    formats: formatsOf(flags),
    maxWarnings: flags.maxWarnings === undefined ? null : count(flags.maxWarnings),
    quiet: flags.quiet === true,
    strict: flags.strict === true,
    config: flags.config ?? null,
    policyRef: flags.policyRef ?? null,
    rules: Object.fromEntries((flags.rule ?? []).map((text) => ruleFlag(text, ruleIds))),
    only: (flags.only ?? []).map((id) => oneOf(id, ruleIds, "--only")),
    cache: flags.cache !== false,
    stats: flags.stats === true,
    errorOnUnmatchedPattern: flags.errorOnUnmatchedPattern !== false,
  };
}

function refuseTogether(flags: RawFlags): void {
  const subjects = [flags.staged && "--staged", flags.tree && "--tree"].filter(Boolean);
  if (subjects.length > 1) throw usage("--staged and --tree cannot be used together", "choose what is to be judged");
  if (flags.staged === true && flags.since !== undefined) {
    throw usage("--staged and --since cannot be used together", "use one of them");
  }
  if (flags.fix === true && flags.fixDryRun === true) {
    throw usage("--fix and --fix-dry-run cannot be used together", "the one writes, the other only shows the changes");
  }
  const writes = flags.fix === true || flags.fixDryRun === true;
  if (writes && subjects.length > 0) {
    throw usage(
      `--fix cannot be used with ${subjects[0]}`,
      "fixes are written to the work tree: run `design-lint --fix`, then stage the result",
    );
  }
  if (!writes && (flags.fixType !== undefined || flags.unsafe === true)) {
    throw usage("--fix-type and --unsafe need --fix or --fix-dry-run", "add --fix-dry-run to see the changes first");
  }
}

function subjectOf(flags: RawFlags): Subject {
  if (flags.tree !== undefined) return { kind: "tree", commit: flags.tree };
  return flags.staged === true ? { kind: "index" } : { kind: "worktree" };
}

/** A dry run prints a diff, so that its reports go to files. */
function formatsOf({ format, fixDryRun }: RawFlags): readonly FormatTarget[] {
  const values = format ?? (fixDryRun === true ? [] : ["pretty"]);
  const targets = values.map((value): FormatTarget => {
    const equals = value.indexOf("=");
    const name = equals === -1 ? value : value.slice(0, equals);
    const file = equals === -1 ? null : value.slice(equals + 1);
    if (file === "") throw usage(`Missing file name in --format ${value}`, `write --format ${name}=<file>`);
    return { name: oneOf(name, formatNames, "--format"), file };
  });
  if (targets.filter(({ file }) => file === null).length > 1) {
    throw usage(
      "Two formats cannot both go to standard output",
      "write one of them to a file: --format json=report.json",
    );
  }
  if (fixDryRun === true && targets.some(({ file }) => file === null)) {
    throw usage(
      "--fix-dry-run prints a diff, so that no report fits beside it",
      "write the report to a file: --format json=report.json",
    );
  }
  return targets;
}

function count(text: string): number {
  if (!/^\d{1,9}$/u.test(text))
    throw usage(`Unexpected --max-warnings ${text}, expected a whole number`, "for example --max-warnings 0");
  return Number(text);
}

function ruleFlag(text: string, ruleIds: readonly string[]): readonly [string, ConfigSeverity] {
  const colon = text.lastIndexOf(":");
  if (colon === -1)
    throw usage(`Unexpected --rule ${text}, expected <id>:<severity>`, `for example --rule ${ruleIds[0] ?? ""}:warn`);
  return [oneOf(text.slice(0, colon), ruleIds, "--rule"), oneOf(text.slice(colon + 1), severities, "--rule")];
}

function oneOf<T extends string>(value: string, known: readonly T[], flag: string): T {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  const nearest = suggest(value, known);
  const choices = known.length <= 8 ? `expected one of ${known.join(", ")}` : "run `design-lint rules` for the list";
  throw usage(`Unexpected ${flag} ${value}`, nearest === null ? choices : `did you mean \`${nearest}\`?`);
}

function usage(message: string, hint: string): UserError {
  return new UserError("usage", message, { hint });
}
