import type { Range } from "../range.ts";
import type { Notice } from "../snapshot.ts";
import type { ApprovalPolicy, EvidenceFiles, RoutingLimits } from "./raw-config.ts";

/** Severities as configs write them. */
export type ConfigSeverity = "off" | "info" | "warn" | "error";

/** The part of a config file that a setting comes from; `path` is null for built-in defaults. */
export interface ConfigPlace {
  readonly path: string | null;
  readonly range: Range;
}

/** One entry of `components`, with the folder that its patterns are relative to ("" is the root). */
export interface ComponentPatterns {
  readonly source: string;
  readonly design: string;
  readonly test: string;
  readonly base: string;
  /** Place of the `source` pattern. */
  readonly place: ConfigPlace;
}

/** The `stories` or `contexts` pattern. */
export interface DocumentPattern {
  readonly pattern: string;
  readonly base: string;
  readonly place: ConfigPlace;
}

/** One entry of `exempt`; `globs[i]` stands at `places[i]`. */
export interface Exemption {
  readonly globs: readonly string[];
  readonly reason: string;
  readonly owes: readonly ("design" | "test")[];
  readonly base: string;
  readonly places: readonly ConfigPlace[];
}

/** A component type: shipped, changed or added. `schema` and `template` are root-relative paths, null for the shipped ones. */
export interface TypeSettings {
  readonly name: string;
  readonly route: "design" | "direct" | null;
  readonly match: readonly string[];
  readonly base: string;
  readonly schema: string | null;
  readonly template: string | null;
  readonly place: ConfigPlace;
}

/** What a config says of a rule. */
export interface RuleSetting {
  readonly severity: ConfigSeverity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** One entry of `overrides`: later entries win over earlier ones and over `rules`. */
export interface RuleOverride {
  /** `globs[i]` stands at `places[i]`; missing where no config has written the globs. */
  readonly places?: readonly ConfigPlace[];
  readonly globs: readonly string[];
  readonly base: string;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** Everything that one folder's files are judged by, inheritance and `extends` applied. */
export interface Settings {
  readonly components: readonly ComponentPatterns[];
  readonly stories: DocumentPattern;
  readonly contexts: DocumentPattern;
  readonly types: Readonly<Record<string, TypeSettings>>;
  readonly exempt: readonly Exemption[];
  /** Only what a config or preset says; a rule that is missing here has its own default. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly overrides: readonly RuleOverride[];
  /** Canonical slug → headings that stand for it besides the shipped one. */
  readonly headings: Readonly<Record<string, readonly string[]>>;
  /** Prefix of the ids of this scope's documents ("" or a folder without a final slash). */
  readonly idPrefix: string;
  /** What a config says of `direct` components. */
  readonly routing?: RoutingLimits;
  /** The evidence files that a config names, relative to the folder `base`. */
  readonly evidence?: EvidenceFiles & { readonly base: string };
}

/** A folder with a config of its own, or the root. */
export interface Scope {
  /** Root-relative folder, "" for the root. */
  readonly folder: string;
  /** Root-relative path of the config file; null where defaults serve. */
  readonly file: string | null;
  readonly settings: Settings;
}

/** The configs of a repository, deepest folder first, the root last. */
export interface Config {
  readonly scopes: readonly Scope[];
  readonly notices: readonly Notice[];
  /** Paths of the files in the repository that the scopes were read from, files that they extend included; sorted. */
  readonly files?: readonly string[];
  /** `project` of the root config. */
  readonly project?: string;
  /** `approvals` of the root config. */
  readonly approvals?: ApprovalPolicy;
}
