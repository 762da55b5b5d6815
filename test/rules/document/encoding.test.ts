import { expect, it } from "vitest";
import { documentFacts } from "../../../src/document/facts.ts";
import { rule } from "../../../src/rules/document/encoding.ts";
import { document, workspaceOf } from "../../support/document.ts";
import { greeting, greetingDesign, greetingWith } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

const path = "docs/design/greeting.md";

it("the page is right", () => testPage(rule));

it("byte-order-mark: it is removed by the tool", async () => {
  const marked = `\ufeff${greetingDesign()}`.replace("---", '--- # want "byte order mark"');
  await testRule(rule, { ...greeting(), [path]: marked });
});

it("bad-byte: a byte that is no UTF-8 is reported where it stands", () => {
  const before = new TextEncoder().encode(greetingDesign());
  const judged = document({ facts: documentFacts(Uint8Array.from([...before, 0xc3, 0x0a])) });
  const found = [...rule.check(workspaceOf([judged]), {})];
  expect(found.map(({ range }) => range.start)).toEqual([greetingDesign().length]);
});

it("lone-return: a carriage return without a line feed is reported, CRLF is not", async () => {
  await testRule(rule, greetingWith('One\rtwo <!-- want "carriage return" -->\n'));
  await testRule(rule, { ...greeting(), [path]: greetingDesign().replaceAll("\n", "\r\n") });
});
