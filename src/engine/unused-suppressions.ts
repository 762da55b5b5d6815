import type { Finding } from "../rules/rule.ts";
import type { UsedSuppression } from "./suppress.ts";

/** A finding of `suppression/unused` for each rule of a comment that ran and held nothing back. */
export function unusedSuppressions(
  suppressions: readonly UsedSuppression[],
  ran: ReadonlySet<string>,
  known: ReadonlySet<string>,
): readonly Finding[] {
  return suppressions
    .filter(({ suppression }) => suppression.reason !== "")
    .flatMap((comment) =>
      comment.suppression.rules
        .filter((rule) => !known.has(rule) || (ran.has(rule) && !comment.used.has(rule)))
        .map((rule) => finding(comment, rule, known.has(rule))),
    );
}

function finding({ path, suppression }: UsedSuppression, rule: string, isKnown: boolean): Finding {
  const remove = { title: "remove the suppression", kind: "document", safety: "safe" } as const;
  const alone = suppression.rules.length === 1;
  const edits = [{ kind: "replace" as const, path, range: suppression.range, text: "" }];
  return {
    path,
    range: suppression.range,
    message: isKnown
      ? `Unexpected suppression of \`${rule}\`: nothing on the next line is reported by it`
      : `Unexpected rule \`${rule}\` in a suppression: there is no such rule`,
    fix: alone ? { ...remove, by: "tool", edits } : { ...remove, title: `remove \`${rule}\` from it`, by: "human" },
  };
}
