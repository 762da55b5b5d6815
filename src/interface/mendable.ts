import type { InterfaceFinding, InterfaceRule, InterfaceVerdict } from "./verdict.ts";

const rules = new Set<InterfaceRule>([
  "interface/changed",
  "interface/spelling",
  "interface/undeclared-export",
  "interface/unknown-name",
]);

/** True where a verdict has a finding that the tool may be able to mend: looking for edits costs nothing elsewhere. */
export function isMendable({ findings }: InterfaceVerdict): boolean {
  return findings.some((finding) => rules.has(finding.rule) && isDrift(finding));
}

/** What both sides allow alike is no drift, and may come and go. */
export function isDrift({ information }: InterfaceFinding): boolean {
  return information !== true;
}
