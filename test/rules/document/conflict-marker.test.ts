import { it } from "vitest";
import { type ApprovalEntry, serialiseApprovals } from "../../../src/document/approvals.ts";
import { rule } from "../../../src/rules/document/conflict-marker.ts";
import { rule as frontmatter } from "../../../src/rules/document/frontmatter.ts";
import { rule as schema } from "../../../src/rules/document/schema.ts";
import { greeting, greetingWith } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("in-frontmatter: a conflict there is one finding, not a row of others", async () => {
  const conflict = "<<<<<<< HEAD\nstories: []\n=======\nstories: 7\n>>>>>>> topic\n";
  const files = greeting({ frontmatter: `${conflict}status: implemented` });
  await testRule(frontmatter, files);
  await testRule(schema, files);
  const wanted = conflict.replace("HEAD", 'HEAD # want "conflict"');
  await testRule(rule, greeting({ frontmatter: `${wanted}status: implemented` }));
});

it("example: a marker that does not begin its line is text", async () => {
  await testRule(rule, greetingWith("Git writes <<<<<<< HEAD there.\n\n    <<<<<<< HEAD\n"));
});

it("in-approvals: a conflict in that block alone is united by --fix", async () => {
  const entry = (signer: string): ApprovalEntry => ({
    gate: "design",
    decision: "approve",
    signer,
    time: "2026-11-22T00:20:00Z",
    digest: `sha256:${"a".repeat(64)}`,
    upstream: [],
    signature: "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----",
  });
  const [a, b] = ["alice", "bob"].map((name) => serialiseApprovals([entry(name)]).trimEnd());
  const conflict = `<<<<<<< HEAD # want "conflict in \`approvals\`"\n${b}\n=======\n${a}\n>>>>>>> topic`;
  await testRule(rule, greeting({ frontmatter: `status: implemented\napprovals:\n${conflict}` }));
});
