import type { GateTerms, PolicyTerms } from "../approval/policy.ts";

/** Severities as configs write them. */
export type RawSeverity = "off" | "info" | "warn" | "error";

/** A rule's entry as written: a severity, or a severity with options. */
export type RawRule = RawSeverity | readonly [RawSeverity] | readonly [RawSeverity, Readonly<Record<string, unknown>>];

/** One entry of `components` as written. */
export interface RawComponent {
  readonly source: string;
  readonly design: string;
  readonly test: string;
}

/** One entry of `types` as written; what is left out is inherited. */
export interface RawType {
  readonly schema?: string;
  readonly template?: string;
  readonly route?: "design" | "direct";
  readonly match?: readonly string[];
}

/** One entry of `exempt` as written. */
export interface RawExemption {
  readonly files: readonly string[];
  readonly reason: string;
  readonly owes?: readonly ("design" | "test")[];
}

/** One entry of `overrides` as written. */
export interface RawOverride {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, RawRule>>;
}

/** The names of the gates. */
export type Gate = "story" | "architecture" | "design" | "policy";

/** Who approves what: the `approvals` of the root config. */
export interface ApprovalPolicy extends PolicyTerms {
  readonly signers?: string;
  readonly gates?: Readonly<Partial<Record<Gate, GateTerms>>>;
}

/** The limits of the route `direct`. */
export interface RoutingLimits {
  readonly maxDependencies?: number;
}

/** Evidence files, as paths relative to the folder of the config. */
export interface EvidenceFiles {
  readonly results?: readonly string[];
  readonly coverage?: readonly string[];
  readonly metrics?: readonly string[];
}

/** A `.designrc.json` that is valid against its schema. */
export interface RawConfig {
  readonly $schema?: string;
  readonly version?: 1;
  readonly root?: boolean;
  readonly extends?: string | readonly string[];
  readonly components?: readonly RawComponent[];
  readonly stories?: string;
  readonly contexts?: string;
  readonly types?: Readonly<Record<string, RawType>>;
  readonly headings?: Readonly<Record<string, readonly string[]>>;
  readonly exempt?: readonly RawExemption[];
  readonly rules?: Readonly<Record<string, RawRule>>;
  readonly overrides?: readonly RawOverride[];
  readonly routing?: RoutingLimits;
  readonly evidence?: EvidenceFiles;
  readonly project?: string;
  readonly approvals?: ApprovalPolicy;
}
