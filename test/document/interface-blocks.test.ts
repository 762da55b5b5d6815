import { describe, expect, it } from "vitest";
import { interfaceBlocks } from "../../src/document/interface-blocks.ts";
import { factsOfBody } from "../support/document-text.ts";

const texts = (body: string) => interfaceBlocks(factsOfBody(body).blocks).map(({ text }) => text);

describe("interfaceBlocks", () => {
  it("other-language: blocks of other languages declare nothing", () => {
    expect(texts("# T\n\n## Interface\n\n```ts\na\n```\n\n```js\nb\n```\n\n```tsx\nc\n```\n\n```\nd\n```\n")).toEqual([
      "a",
      "c",
    ]);
  });

  it("other-spelling: blocks that call TypeScript by another word are given too", () => {
    const words = ["typescript", "TypeScript", "TS", "ts,ignore", "mts", "cts", "{.ts", "tsconfig", "ts-node", "json"];
    const fences = words.map((word) => `\`\`\`${word}\n${word}\n\`\`\`\n\n`).join("");
    expect(texts(`# T\n\n## Interface\n\n${fences}`)).toEqual(words.slice(0, 7));
  });

  it("subsection: blocks below a subsection of Interface count", () => {
    expect(texts("# T\n\n## Interface\n\n### Errors\n\n```ts\na\n```\n")).toEqual(["a"]);
  });

  it("other-section: blocks elsewhere do not count", () => {
    expect(texts("# T\n\n```ts\na\n```\n\n## Data flow\n\n```ts\nb\n```\n\n### Interface\n\n```ts\nc\n```\n")).toEqual(
      [],
    );
  });
});
