import { problemFindings } from "../document-findings.ts";
import type { Finding, Rule } from "../rule.ts";

/** The frontmatter is missing or is not the strict YAML that documents use. */
export const rule: Rule = {
  id: "document/frontmatter",
  summary: "The frontmatter is missing or is not the strict YAML that documents use",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const finding of problemFindings(workspace, "document/frontmatter"))
      yield isOverview(finding) ? remedied(finding) : finding;
  },
};

/** A README or index among the designs is rarely meant to be one. */
function isOverview({ path, message }: Finding): boolean {
  return /(?:^|\/)(?:readme|index)\.md$/iu.test(path) && message.startsWith("Missing frontmatter");
}

function remedied(finding: Finding): Finding {
  const { fix } = finding;
  const title = "Move the file out of the design tree, or add it to `exempt`, where it is no design";
  return {
    ...finding,
    message: `${finding.message}, as in each document of the design tree`,
    ...(fix === undefined ? {} : { fix: { ...fix, title } }),
  };
}
