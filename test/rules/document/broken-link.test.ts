import { it } from "vitest";
import { rule } from "../../../src/rules/document/broken-link.ts";
import { greetingDesign, greetingWith } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

const house = { "docs/the house.md": "# The house\n\n## Front door\n", "docs/pictures/door.png": "not really\n" };
const linking = (text: string) => ({ ...greetingWith(`${text}\n`), ...house });

it("the page is right", () => testPage(rule));

it("namesake: a file of the same name in another folder is suggested", async () => {
  await testRule(rule, linking('![door](door.png) <!-- want "did you mean `../pictures/door.png`?" -->'));
  await testRule(rule, linking('![door](../pictures/dor.png) <!-- want "did you mean `../pictures/door.png`?" -->'));
  await testRule(rule, linking('[a](nothing-like-it.txt) <!-- want "which leads nowhere" -->'));
});

it("anchor: an anchor that the target does not have is reported, with the nearest heading", async () => {
  await testRule(rule, linking("[door](../the%20house.md#front-door)"));
  await testRule(rule, linking('[door](../the%20house.md#frontdoor) <!-- want "did you mean `#front-door`?" -->'));
});

it("own-anchor: an anchor without a file is looked up in the document itself", async () => {
  await testRule(rule, linking("[above](#interface) [top](#top)"));
  await testRule(rule, linking('[above](#interfaces) <!-- want "did you mean `#interface`?" -->'));
});

it("folder: a link to a folder that holds a file is fine", async () => {
  await testRule(rule, linking("[pictures](../pictures) [pictures](../pictures/) [root](../..)"));
  await testRule(rule, linking('[door](../pictures/door.png/) <!-- want "leads nowhere" -->'));
});

it("escapes: percent-encoded paths are decoded, queries are cut", async () => {
  await testRule(rule, linking("[house](../the%20house.md?plain=1) [house](<../the house.md>)"));
});

it("other-places: URLs, mail addresses, other hosts and paths of a site are not checked", async () => {
  await testRule(rule, linking("[a](https://example.com/x.md) [b](mailto:ada@example.com) [c](//host/x) [d](/x.md)"));
});

it("line-anchor: a line of a source file is fine", async () => {
  await testRule(rule, linking("[line](../../src/greeting.ts#L1) [lines](../../src/greeting.ts#L1-L2)"));
});

it("outside: a link that leaves the repository is reported", async () => {
  await testRule(rule, linking('[out](../../../other/x.md) <!-- want "out of the repository" -->'));
});

it("judges stories, and leaves other Markdown alone", async () => {
  const story = greetingDesign({ body: '[gone](gone.md) <!-- want "leads nowhere" -->\n' });
  await testRule(rule, { ...linking(""), "docs/stories/greet.md": story, "README.md": "[gone](gone.md)\n" });
});
