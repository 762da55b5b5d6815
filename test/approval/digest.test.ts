import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDigest, pinnedDigest } from "../../src/approval/digest.ts";
import { signedContent } from "../../src/document/facts.ts";

const folder = "test/fixtures/vectors";
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (file: string) => readFileSync(`${folder}/${file}`, "utf8");

function content(file: string): string {
  const found = signedContent(readFileSync(`${folder}/${file}`));
  if (found === null) throw new Error(`${file} has no digest`);
  return found;
}

function digestOf(text: string): string | null {
  const found = signedContent(bytesOf(text));
  return found === null ? null : contentDigest(found);
}

const plain = "7e57bc7cd863182ff1ecab81a8e5721694762e8c212ec69056b1267074548c49";
const digests = {
  "component.md": plain,
  "component-crlf.md": plain,
  "component-no-final-line-feed.md": plain,
  "component-planned.md": plain,
  "component-notes.md": plain,
  "component-approved.md": plain,
  "component-space.md": "519bc7922b68b5f389b7d92a47aeb112353a53416e96ec1bb36f74cfea978814",
  "context.md": "134b04b07e9afe7b593512448d962834834481cbf060da1306ca276b3308aa9a",
  "context-neighbour.md": "455029e0af26c28396c55e7b2bc8429c88a32ea50b9ed974265fab4cd11e10a3",
  "context-loose.md": "5a82dca3144323179055be5e4299acfb31753661e19afa0f8a44b92efa3bebcf",
  "context-own-line.md": "b8c26e9f0c6e986a76826b8ad605b41b7db0b3e8107d22c9e6f04cc5dc70d7f3",
};

const pins = [
  [
    "sessions/orchestrator",
    "9011d4c20ef82e2faff6ef2f4bbb2a381b768a3306227f09d9c808c06c00d535",
    "7f08f2c9590d837585f08a77a2baa5dcd772af316b6e7579d0d9afca97406788",
  ],
  [
    "sessions/store",
    "deb88271c69e43634386a8d310c4ff903b2a84f50710d83d9ae2f9fab37cbe69",
    "deb88271c69e43634386a8d310c4ff903b2a84f50710d83d9ae2f9fab37cbe69",
  ],
  [
    "sessions/clock",
    "27e89797678d2e826567594c71ce2075fc16b4de9868d27002fc7c7fcc6f89fe",
    "27e89797678d2e826567594c71ce2075fc16b4de9868d27002fc7c7fcc6f89fe",
  ],
] as const;

describe("contentDigest", () => {
  it.each(Object.entries(digests))("%s has the digest of the worked example", (file, hex) => {
    expect(contentDigest(content(file))).toBe(`sha256:${hex}`);
  });

  const lines = textOf("component.md").split("\n");
  const base = digestOf(textOf("component.md"));

  it("does not change with line ends, empty lines at the end, status, approvals or Notes", () => {
    const status = fc.constantFrom("draft", "planned", "implemented", "deprecated");
    const word = fc.string({ unit: "grapheme-ascii" }).map((raw) => `x${raw.replace(/[\s#<]/gu, "")}`);
    fc.assert(
      fc.property(status, fc.boolean(), fc.nat(5), fc.option(word), fc.boolean(), (value, crlf, empty, notes, list) => {
        const tracked = lines.map((line) =>
          line === "status: draft" ? `status: ${value}${list ? "\napprovals: []" : ""}` : line,
        );
        const tail = "\n".repeat(empty) + (notes === null ? "" : `\n## Notes\n\n${notes}\n\n### ${notes}\n`);
        const text = tracked.join("\n") + tail;
        expect(digestOf(crlf ? text.replaceAll("\n", "\r\n") : text)).toBe(base);
      }),
      { numRuns: 150 },
    );
  });

  it("changes, or is gone, with any other changed character", () => {
    const text = textOf("component.md");
    const status = text.indexOf("status:");
    const close = text.indexOf("---\n", 4);
    const at = fc.nat(text.length - 2).filter((offset) => offset < status || offset >= close);
    fc.assert(
      fc.property(at, fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 1 }), (offset, character) => {
        fc.pre(text[offset] !== character);
        expect(digestOf(text.slice(0, offset) + character + text.slice(offset + 1))).not.toBe(base);
      }),
      { numRuns: 150 },
    );
  });
});

describe("pinnedDigest", () => {
  it.each(pins)("%s pins what the worked examples say", (id, usual, own) => {
    for (const file of ["context.md", "context-neighbour.md", "context-loose.md"]) {
      expect(pinnedDigest(content(file), id)).toBe(`sha256:${usual}`);
    }
    expect(pinnedDigest(content("context-own-line.md"), id)).toBe(`sha256:${own}`);
  });

  it("no-components-line: without the line nothing can be pinned", () => {
    expect(pinnedDigest(content("component.md"), "a")).toBeNull();
  });

  it("two-components-lines: with two of them nothing can be pinned", () => {
    expect(pinnedDigest(`${content("context.md")}\n## Components\n`, "sessions/store")).toBeNull();
  });

  it("fenced-components-line: in a fence it is no heading, so nothing can be pinned", () => {
    expect(pinnedDigest("---\ntype: context\n---\n```md\n## Components\n```\n", "a")).toBeNull();
    expect(pinnedDigest("---\ntype: context\n---\n```md\n```\n## Components\n", "a")).not.toBeNull();
  });

  it("fences: whether the line stands in a fence is told as CommonMark tells it", () => {
    const pins = (above: string) => pinnedDigest(`---\ntype: context\n---\n${above}\n## Components\n`, "a") !== null;
    const open = [
      "```",
      "```md",
      "   ```",
      "~~~",
      "~~~ a`b",
      "````\n```",
      "```\n``` x",
      "~~~\n```",
      "```\n~~~",
      "`````\n````\n~~~",
    ];
    for (const above of open) expect(pins(above), above).toBe(false);
    const shut = [
      "",
      "``",
      "~",
      "~~",
      "a ```",
      "    ```",
      "``` a`b",
      "```\n```",
      "```\n``` \t",
      "```\n`````",
      "~~~\n~~~~",
      "~~~\n```\n~~~",
    ];
    for (const above of shut) expect(pins(above), above).toBe(true);
  });

  it("end-of-section: it ends at the next heading of level 1 or 2, and nowhere else", () => {
    const pin = (text: string) => pinnedDigest(`---\ntype: context\n---\n## Components\n${text}`, "a");
    for (const heading of ["# B", "## B"]) {
      expect(pin(`- \`b\`: x\n${heading}\n- \`b\`: y\n`)).toBe(pin(`${heading}\n- \`b\`: y\n`));
      expect(pin(`${heading}\n- \`b\`: y\n`)).not.toBe(pin(`${heading}\n`));
    }
    for (const line of ["### B", "#B", "x ## B", "#"])
      expect(pin(`${line}\n- \`b\`: y\n`), line).toBe(pin(`${line}\n`));
  });

  it("prefix-of-an-id: a neighbour whose id begins alike is left out", () => {
    const one = content("context.md");
    const two = one.replace("- `sessions/store`", "- `sessions/store-2`: other\n- `sessions/store`");
    expect(pinnedDigest(two, "sessions/store")).toBe(pinnedDigest(one, "sessions/store"));
  });
});
