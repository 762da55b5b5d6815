import type { ConfigSeverity } from "../config/config.ts";
import type { Status } from "../document/document.ts";
import type { Finding, Severity } from "../rules/rule.ts";

/** Rules whose findings stay errors although the component's document is only a draft. */
const firmOnDrafts = new Set([
  "document/encoding",
  "document/frontmatter",
  "document/conflict-marker",
  "interface/unparseable",
]);

const order: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The report's word for a config's severity; null for `off`. */
export function reportSeverity(severity: ConfigSeverity): Severity | null {
  if (severity === "off") return null;
  return severity === "warn" ? "warning" : severity;
}

/** The config's word for a rule's default severity. */
export function configSeverity(severity: Severity): ConfigSeverity {
  return severity === "warning" ? "warn" : severity;
}

/** What a finding's severity depends on besides the rule's setting. */
export interface SeverityInput {
  readonly rule: string;
  readonly finding: Finding;
  readonly configured: Severity;
  /** Status of the document of the component that the finding's file belongs to; null without one. */
  readonly status: Status | null;
  readonly strict: boolean;
}

/** The severity of one finding: the setting, lowered by the status of its design, raised by `--strict`. */
export function severityOf(input: SeverityInput): Severity {
  const caps = [input.finding.atMost, statusCap(input.rule, input.status)].filter((cap) => cap !== undefined);
  const capped = caps.reduce((lowest, cap) => (order[cap] < order[lowest] ? cap : lowest), input.configured);
  const least = input.finding.atLeast ?? capped;
  const severity = order[least] > order[capped] ? least : capped;
  return input.strict && severity === "warning" ? "error" : severity;
}

function statusCap(rule: string, status: Status | null): Severity | undefined {
  if (status === "draft" && !firmOnDrafts.has(rule) && !rule.startsWith("approval/")) return "warning";
  const pending = status === "planned" && rule.startsWith("interface/") && rule !== "interface/unparseable";
  return pending ? "warning" : undefined;
}
