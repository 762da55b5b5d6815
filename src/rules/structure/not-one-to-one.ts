import { byHand, firstLine } from "../file-finding.ts";
import { type Rivals, rivals } from "../rivals.ts";
import type { Finding, Rule } from "../rule.ts";

/** Reports every file beyond the first that claims to be the one source, design or test of a component. */
export const rule: Rule = {
  id: "structure/not-one-to-one",
  summary: "two sources, designs or tests for one",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const group of rivals(workspace)) yield* report(group);
  },
};

function* report({ what, files }: Rivals): Iterable<Finding> {
  const [first, ...others] = files;
  if (first === undefined) return;
  for (const { path, id } of others) {
    const twin = id === first.id ? "" : ", which some file systems cannot tell apart";
    yield {
      path,
      range: firstLine,
      message: `Unexpected second ${what} of ${id}, expected one: ${first.path} stands there too${twin}`,
      ...(what === "story" || what === "context" ? {} : { component: id }),
      related: [{ path: first.path, range: firstLine, message: `the other ${what}` }],
      fix: byHand(`Merge ${path} and ${first.path}, or rename one of them`),
    };
  }
}
