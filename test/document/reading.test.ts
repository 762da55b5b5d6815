import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/document/decode.ts";
import type { DocumentFacts } from "../../src/document/document.ts";
import { documentFacts, signedContent } from "../../src/document/facts.ts";
import { knownContent } from "../../src/document/reading.ts";
import { cpuTime } from "../support/cpu-time.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const factsOf = (text: string) => documentFacts(bytesOf(text));
const vectors = readdirSync("test/fixtures/vectors").filter((file) => file.endsWith(".md"));
const seeds = vectors.map((file) => readFileSync(`test/fixtures/vectors/${file}`));
const plain = readFileSync("test/fixtures/vectors/component.md", "utf8");

const pieces = [
  "---\n",
  "...\n",
  "status: draft\n",
  "approvals: []\n",
  "approvals:\n  - gate: design\n",
  "type: [a, {b: c}]\n",
  "&a *a !t <<: x\n",
  "? k\n: v\n",
  '"q": "\\u202e"\n',
  "# T\n",
  "## Interface\n",
  "## Notes\n",
  "##  notes ##\n",
  "Notes\n---\n",
  "```ts\n",
  "~~~\n",
  "````md x\n",
  "- `a`: b\n",
  "  - c\n",
  "1. x\n",
  "> > q\n",
  "| a | b |\n|---|---|\n| 1 | 2 |\n",
  "<!-- x -->\n",
  "<!--",
  "<div>\n",
  "\r\n",
  "\r",
  "\t",
  "\ufeff",
  "\u0000",
  "[a](b.md#c)",
  "![i](x.png)",
  "[d]: e.md\n",
  "`code`",
  "TODO(design): x",
  "{{title}}",
  "<<<<<<< a\n",
  "=======\n",
  ">>>>>>> b\n",
  "\ud83d\ude00",
  "e\u0301",
  "\n",
  "\n\n",
  " ",
  "x",
  "- ".repeat(50),
  "[".repeat(40),
  "*a _b ",
  "\\",
  "&#x41;",
  "http://a.b",
  "[^1]",
  "[^1]: n\n",
];

function check(bytes: Uint8Array): DocumentFacts {
  const facts = documentFacts(bytes);
  const size = decodeText(bytes).length;
  const ranges = [
    ...facts.problems.flatMap(({ range, splices = [] }) => [range, ...splices.map((splice) => splice.range)]),
    ...Object.values(facts.ranges),
    ...facts.blocks.map(({ range }) => range),
    ...facts.links.map(({ range }) => range),
    ...facts.suppressions.flatMap(({ range, covers }) => [range, covers]),
    ...[facts.status, facts.approvals].flatMap((fact) => (fact === null ? [] : [fact.range])),
  ];
  for (const { start, end } of ranges) {
    if (!(start >= 0 && start <= end && end <= size)) throw new Error(`${start}..${end} of ${size}`);
  }
  if (JSON.stringify(JSON.parse(JSON.stringify(facts))) !== JSON.stringify(facts)) throw new Error("not plain JSON");
  return facts;
}

describe("documentFacts", () => {
  it("gives facts for random bytes and mixed pieces of documents, with every range inside the file", () => {
    const bytes = fc.uint8Array({ maxLength: 20 });
    fc.assert(
      fc.property(bytes, (random) => void check(random)),
      { numRuns: 6_000 },
    );
    const mixed = fc.array(fc.constantFrom(...pieces), { maxLength: 6 });
    const framed = mixed.map((parts) => ["---\n", ...parts]);
    fc.assert(
      fc.property(fc.oneof(mixed, framed), (parts) => void check(bytesOf(parts.join("")))),
      { numRuns: 3_000 },
    );
  }, 90_000);

  it("gives facts for documents with bytes changed, taken out and put in", () => {
    const change = fc.record({ at: fc.nat(1_000), drop: fc.nat(6), put: fc.uint8Array({ maxLength: 3 }) });
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 3 }), (seed, changes) => {
        let bytes: Uint8Array = seed;
        for (const { at, drop, put } of changes) {
          const from = at % bytes.length;
          bytes = Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + drop)]);
        }
        check(bytes);
      }),
      { numRuns: 1_000 },
    );
  }, 90_000);

  it("reads a plain document without problems", () => {
    const facts = factsOf(plain);
    expect(facts.problems).toEqual([]);
    expect(facts.hasDigest).toBe(true);
    expect(facts.model).toMatchObject({
      title: "Orchestrator",
      lead: "Starts and ends sessions.",
      frontmatter: { type: "module" },
    });
    expect(facts.anchors).toEqual(["orchestrator", "interface", "edge-cases"]);
  });

  it("places values and keys in the file, behind the tracking block as well, for LF and CRLF", () => {
    for (const text of [plain, plain.replaceAll("\n", "\r\n")]) {
      const { ranges, blocks } = factsOf(text);
      const at = (pointer: string) => text.slice(ranges[pointer]?.start, ranges[pointer]?.end);
      expect(at("/frontmatter/context")).toBe("sessions");
      expect(at("#/frontmatter/context")).toBe("context");
      expect(at("#/sections/edge-cases")).toBe("## Edge cases");
      expect(at("/sections/edge-cases/items/0")).toBe("- `twice`: starting an open session throws");
      expect(text.slice(blocks[0]?.range.start, blocks[0]?.range.end)).toBe(
        "export declare function start(id: string): void;",
      );
    }
  });

  it("empty-file: an empty file has a missing frontmatter and no digest", () => {
    const facts = documentFacts(new Uint8Array());
    expect(facts.problems.map(({ rule }) => rule)).toContain("document/frontmatter");
    expect(facts.hasDigest).toBe(false);
  });

  it("too-large: a document above 1 MiB is not read, which takes no time", () => {
    const start = cpuTime();
    const facts = documentFacts(new Uint8Array(5_000_000).fill(91));
    expect(cpuTime() - start).toBeLessThan(2000);
    expect(facts.problems).toMatchObject([{ rule: "document/encoding", voidsDigest: true }]);
  });

  it("hostile-nesting: text that no parser reads in linear time is refused, and has no digest", () => {
    for (const text of [">".repeat(20_000), "- ".repeat(20_000), "]".repeat(20_000), "*a ".repeat(5_000)]) {
      const facts = factsOf(`${plain}\n${text}\n`);
      expect(facts.problems.filter(({ rule }) => rule === "document/encoding")).toHaveLength(1);
      expect(facts.hasDigest).toBe(false);
    }
  });

  it("context-components: only a context has to have its Components line", () => {
    const body = "---\nstatus: draft\n---\n\n# A\n\nB.\n\n##  Components\n";
    expect(factsOf(body).problems).toEqual([]);
    expect(factsOf(body.replace("---\n", "---\ntype: context\n")).problems).toMatchObject([
      { rule: "document/schema" },
    ]);
  });
});

describe("signedContent", () => {
  it("no-digest: a document that has no digest has no content to sign", () => {
    expect(signedContent(bytesOf(plain.replace("type:", "type: &a")))).toBeNull();
    expect(signedContent(bytesOf(plain))).toBe(plain.replace("status: draft\n", ""));
  });

  it("known: with the facts at hand the content is the same, whatever the bytes are", () => {
    const names = readdirSync("test/fixtures/vectors").filter((name) => name.endsWith(".md"));
    const files = names.map((name) => readFileSync(`test/fixtures/vectors/${name}`));
    const same = (bytes: Uint8Array) => expect(knownContent(bytes, documentFacts(bytes))).toBe(signedContent(bytes));
    for (const file of files) same(file);
    const edit = fc.tuple(
      fc.nat(files.length - 1),
      fc.nat(10_000),
      fc.constantFrom("", "\r", "\n---\n", "\0", "## Notes\n", "&a "),
    );
    fc.assert(
      fc.property(edit, ([which, place, text]) => {
        const file = files[which] ?? Buffer.alloc(0);
        const at = place % (file.length + 1);
        same(Buffer.concat([file.subarray(0, at), Buffer.from(text), file.subarray(at + (text === "" ? 1 : 0))]));
      }),
    );
  });

  it("known: nothing is parsed again", () => {
    const long = bytesOf(`${plain}${"- a `b` [c](d.md) *e*\n\n".repeat(2000)}`);
    const facts = documentFacts(long);
    const cost = (work: () => unknown) => {
      const began = cpuTime();
      work();
      return cpuTime() - began;
    };
    expect(cost(() => knownContent(long, facts))).toBeLessThan(cost(() => signedContent(long)) / 4);
  });
});
