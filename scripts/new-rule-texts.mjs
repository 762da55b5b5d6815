/** The source of a new rule, which reports documents whose title ends in a full stop until someone writes the real check. */
export function ruleOf(id) {
  return `import type { Document } from "../../workspace/workspace.ts";
import { byHand, firstLine } from "../file-finding.ts";
import type { Finding, Rule } from "../rule.ts";

/** Reports documents whose title is a sentence. */
export const rule: Rule = {
  id: "${id}",
  summary: "a title that ends in a full stop",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const document of workspace.documents) {
      if (!document.exempt && document.model.title.endsWith(".")) yield report(document);
    }
  },
};

function report({ path, ranges }: Document): Finding {
  return {
    path,
    range: ranges["/title"] ?? firstLine,
    message: "Unexpected full stop at the end of the title, expected words that name the component",
    fix: byHand("Delete the full stop"),
  };
}
`;
}

/** The page of a new rule: its design, and what users read about it. */
export function pageOf(id) {
  return `---
type: rule
dependsOn: [rules/file-finding, rules/rule, workspace/workspace]
status: implemented
---

# ${id}

The title of a document has no full stop at its end.

## Why

A title names a component; a sentence says something about it, which is what the lead is for.

## Wrong

${project("Greeting.")}
## Right

${project("Greeting")}
## Fix

Delete the full stop.

## Interface

\`\`\`ts
export declare const rule: Rule;
\`\`\`

## Edge cases

- \`exempt\`: exempt documents may have any title
`;
}

function project(title) {
  return `\`\`\`\`md docs/design/greet.md
---
type: module
status: implemented
---

# ${title}

Says hello.

## Interface

\`\`\`ts
export declare function greet(): string;
\`\`\`

## Edge cases

None: it cannot fail.
\`\`\`\`

\`\`\`ts src/greet.ts
export function greet(): string {
  return "hello";
}
\`\`\`

\`\`\`ts test/greet.test.ts
import { expect, it } from "vitest";
import { greet } from "../src/greet.ts";

it("greets", () => {
  expect(greet()).toBe("hello");
});
\`\`\`
`;
}

/** The test of a new rule: its page, where it fires, and where it must not. */
export function testOf(id) {
  return `import { describe, it } from "vitest";
import { rule } from "../../../src/rules/${id}.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import { configText, smallComponent, smallDesign } from "../../support/small-project.ts";

const sentence = smallDesign("a").replace("# Greeting", "# Greeting.");

describe("${id}", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("reports a title that ends in a full stop", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "docs/design/a.md": sentence.replace("# Greeting.", '# Greeting. <!-- want "Unexpected full stop" -->'),
    }));

  it("exempt: exempt documents may have any title", () =>
    testRule(rule, {
      ".designrc.json": configText('  "exempt": [{ "files": ["docs/**"], "reason": "history" }]'),
      ...smallComponent("a"),
      "docs/design/a.md": sentence,
    }));
});
`;
}
