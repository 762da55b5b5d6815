import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/missing-design.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import {
  configText,
  smallComponent,
  smallDesign,
  smallSource,
  smallTest,
  wantFirst,
} from "../../support/small-project.ts";

describe("structure/missing-design", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("reports a source without design and can write one", () =>
    testRule(rule, {
      ...smallComponent("b"),
      "src/a/greet.ts": wantFirst(smallSource("greet"), "Missing design document, expected docs/design/a/greet.md"),
      "test/a/greet.test.ts": smallTest,
    }));

  it("barrel: a file that only re-exports owes nothing", () =>
    testRule(rule, { ...smallComponent("a"), "src/index.ts": 'export * from "./a.ts";\n' }));

  it("types-only: a file of types alone owes a design but no test", () =>
    testRule(rule, { "src/a.ts": 'export type A = 1; // want "expected docs/design/a.md"\n' }));

  it("exempt: an exempt source owes what its exemption says, and no more", () =>
    testRule(rule, {
      ".designrc.json": configText(`  "exempt": [
    { "files": ["src/gen/**"], "reason": "generated" },
    { "files": ["src/cli.ts"], "reason": "the bin", "owes": ["design"] }
  ]`),
      "src/gen/a.ts": smallSource("a"),
      "src/cli.ts": wantFirst(smallSource("cli"), "expected docs/design/cli.md"),
    }));

  it("letter-case: a document that differs in letter case alone is to be renamed, not written again", () =>
    testRule(rule, {
      "src/Greet.ts": wantFirst(smallSource("greet"), "expected docs/design/Greet.md, not docs/design/greet.md"),
      "docs/design/greet.md": smallDesign("greet"),
      "test/Greet.test.ts": smallTest,
    }));

  it("several-sources: two sources of one component miss one document once", () =>
    testRule(rule, {
      "src/a.ts": wantFirst(smallSource("a"), "expected docs/design/a.md"),
      "src/a.tsx": smallSource("a"),
      "test/a.test.ts": smallTest,
    }));
});
