import type { Project } from "../../support/example.ts";
import {
  all,
  append,
  config,
  cookieDesign,
  cookieSource,
  expirySource,
  guestListDesign,
  invitationDesign,
  invitationSource,
  inviteStory,
  orchestratorDesign,
  orchestratorSource,
  presenceSource,
  searchDesign,
  searchSource,
  serviceDesign,
  serviceSource,
  sessionDesign,
  sessionSource,
  sessionsContext,
  storeDesign,
  storeSource,
  storeTest,
  swap,
} from "./defect.ts";

/** A change that nobody may complain of: no error, no warning. */
export type Harmless = readonly [name: string, change: (project: Project) => void];

const draft = (status: string) =>
  `---\ntype: module\ncontext: sharing\nstatus: ${status}\n---\n\n# Next\n\nCounts.\n\n## Interface\n\n\`\`\`ts\nexport declare function next(count: number): number;\n\`\`\`\n\n## Edge cases\n\nNone: every number has a next one.\n`;

const everyDocument = /^docs\/.*\.md$/u;
const everySource = /^src\/.*\.ts$/u;

export const harmless: readonly Harmless[] = [
  ["no change at all", () => {}],
  ["CRLF in every file", (p) => p.rewrite(/\.(?:md|ts|json)$/u, (text) => text.replaceAll("\n", "\r\n"))],
  ["CRLF in documents only", (p) => p.rewrite(everyDocument, (text) => text.replaceAll("\n", "\r\n"))],
  ["CRLF in sources only", (p) => p.rewrite(everySource, (text) => text.replaceAll("\n", "\r\n"))],
  ["empty lines at the end", (p) => p.rewrite(everyDocument, (text) => `${text}\n\n\n`)],
  ["no line feed at the end", (p) => p.rewrite(everyDocument, (text) => text.trimEnd())],
  [
    "asterisks for list items",
    (p) => p.rewrite(/^docs\/(?:design|stories)\/.*\.md$/u, (text) => text.replaceAll("\n- `", "\n* `")),
  ],
  [
    "closed headings",
    (p) => p.rewrite(/^docs\/design\/.*\.md$/u, (text) => text.replace(/^## (?!Notes|Components)(.+)$/gmu, "## $1 ##")),
  ],
  ["longer fences", (p) => p.rewrite(everyDocument, (text) => text.replaceAll("```", "`````"))],
  ["tildes for fences", (p) => p.rewrite(everyDocument, (text) => text.replaceAll("```", "~~~"))],
  ["typescript for ts", (p) => p.rewrite(everyDocument, (text) => text.replaceAll("```ts", "```ts title=interface"))],
  ["loose lists", (p) => p.rewrite(everyDocument, (text) => text.replaceAll("\n- `", "\n\n- `"))],
  [
    "wide tables",
    (p) =>
      p.rewrite(/orchestrator\.md$/u, (text) =>
        text.replace("| from | event | to | guard |", "| from   | event    |  to | guard      |"),
      ),
  ],
  ["triples in another folder", (p) => move(p, "sharing/presence", "sharing/who/presence")],
  ["a moved pair without dependants", (p) => move(p, "sessions/cookie", "sessions/http/cookie")],
  ["quoted values", (p) => p.rewrite(everyDocument, (text) => text.replace(/^(type|context): (.+)$/gmu, '$1: "$2"'))],
  [
    "lists over several lines",
    (p) => p.rewrite(everyDocument, (text) => text.replace(/^stories: \[([a-z-]+)\]$/gmu, "stories:\n  - $1")),
  ],
  [
    "comments in the frontmatter",
    (p) => p.rewrite(everyDocument, (text) => text.replace("---\n", "---\n# who owns this is in CODEOWNERS\n")),
  ],
  [
    "keys in another order",
    swap(storeDesign, "type: repository\ncontext: sessions\n", "context: sessions\ntype: repository\n"),
  ],
  [
    "no approvals yet",
    (p) =>
      p.rewrite(everyDocument, (text) => text.replace("status: implemented\n", "status: implemented\napprovals: []\n")),
  ],
  ["a plan without source", (p) => p.write("docs/design/sharing/next.md", draft("planned"))],
  ["a draft without source", (p) => p.write("docs/design/sharing/next.md", draft("draft"))],
  ["a deprecated component that still stands", swap(searchDesign, "status: implemented", "status: deprecated")],
  [
    "other notes",
    append(
      orchestratorDesign,
      "\n### Thoughts\n\nSee [nothing](nowhere.md). TODO(design): think again\n\n```md\n# Not a heading\n```\n",
    ),
  ],
  ["notes where none were", append(cookieDesign, "\n## Notes\n\nSee RFC 6265.\n")],
  ["another section", swap(storeDesign, "## Constraints", "## History\n\nIt was a file once.\n\n## Constraints")],
  ["a subsection", append(storeDesign, "\n### Reading\n\nNothing but what was saved.\n")],
  ["a diagram", swap(orchestratorDesign, "## Transitions\n", "## Transitions\n\n```mermaid\nstateDiagram-v2\n```\n")],
  ["more cases than tests", append(cookieDesign, "- `no-cookie`: an empty header holds no cookie\n")],
  [
    "links that lead somewhere",
    append(
      storeDesign,
      "\nSee [types](./session.md), [their interface](session.md#interface), [the code](../../../src/sessions/store.ts#L10), [the folder](../../../src), [the story](../../stories/resume-session.md#acceptance-criteria), [below](#edge-cases), [the web](https://example.com/a.md), [the mail](mailto:ada@example.com), [the site](/docs/missing), [a host](//example.com).\n",
    ),
  ],
  [
    "links with escapes and queries",
    append(
      storeDesign,
      "\nSee [types](./ses%73ion.md?plain=1#interface), [types too](<session.md>) and [again][types].\n\n[types]: session.md\n",
    ),
  ],
  ["extra tests", append(storeTest, '\nit("more", () => {\n  expect(1).toBe(1);\n});\n')],
  ["one case that is skipped", swap(storeTest, 'it("save-again', 'it.skip("save-again')],
  [
    "cases that are computed",
    (p) =>
      p.write(
        "test/sharing/presence.test.ts",
        'import { it } from "vitest";\nfor (const n of [1, 2]) it("case " + n, () => {});\n',
      ),
  ],
  ["a helper beside the tests", (p) => p.write("test/support/clock.ts", "export const stopped = () => 0;\n")],
  [
    "renamed parameters",
    (p) =>
      p.rewrite(/(?:cookie|expiry)\.ts$/u, (text) => text.replace(/\bid\b/gu, "key").replace(/\bnow\b/gu, "moment")),
  ],
  ["code without white space", (p) => p.rewrite(everySource, (text) => text.replace(/^ +/gmu, ""))],
  [
    "code with tabs",
    (p) => p.rewrite(everySource, (text) => text.replace(/^( {2})+/gmu, (indent) => "\t".repeat(indent.length / 2))),
  ],
  ["comments in the code", (p) => p.rewrite(everySource, (text) => text.replaceAll("export ", "/* public */ export "))],
  ["comments in a block", swap(storeDesign, "export interface", "// the door\nexport interface")],
  [
    "members in another order",
    swap(
      sessionSource,
      "  readonly id: string;\n  readonly user: string;\n",
      "  readonly user: string;\n  readonly id: string;\n",
    ),
  ],
  [
    "a union in another order",
    swap(sessionSource, '"open" | "paused" | "ended"', '| "ended"\n  | "open"\n  | "paused"'),
  ],
  [
    "null first",
    swap(cookieSource, "readCookie(header: string): string | null", "readCookie(header: string): null | string"),
  ],
  [
    "exports in a list",
    all(
      swap(cookieSource, "export function writeCookie", "function writeCookie"),
      append(cookieSource, "\nexport { writeCookie };\n"),
    ),
  ],
  [
    "declarations in another order",
    swap(
      cookieDesign,
      "/** The value of a `Set-Cookie` header. */\nexport declare function writeCookie(id: string): string;\n/** The id in a `Cookie` header, null without a readable one. */\nexport declare function readCookie(header: string): string | null;",
      "export declare function readCookie(header: string): string | null;\nexport declare function writeCookie(id: string): string;",
    ),
  ],
  [
    "declarations in two blocks",
    swap(
      orchestratorDesign,
      "\nexport declare class Orchestrator",
      "```\n\nThe machine itself:\n\n```ts\nexport declare class Orchestrator",
    ),
  ],
  ["arrays in long", (p) => p.replace(searchSource, "): readonly string[]", "): ReadonlyArray<string>")],
  [
    "an interface in two parts",
    swap(
      sessionDesign,
      "  readonly state: SessionState;",
      "}\nexport interface Session {\n  readonly state: SessionState;",
    ),
  ],
  [
    "an import under another name",
    all(
      swap(serviceDesign, "```ts\n", '```ts\nimport type { SessionStore } from "../sessions/store.ts";\n'),
      swap(serviceSource, "type { SessionStore }", "type { SessionStore as Store }"),
      swap(serviceSource, "readonly store: SessionStore", "readonly store: Store"),
    ),
  ],
  [
    "an import in the block",
    swap(serviceDesign, "```ts\n", '```ts\nimport type { Invitation } from "./invitation.ts";\n'),
  ],
  [
    "a name for an inline type",
    all(
      swap(presenceSource, 'readonly state: "here" | "away"', "readonly state: State"),
      append(presenceSource, '\ntype State = "away" | "here";\n'),
    ),
  ],
  [
    "no `declare` in the block",
    (p) => p.rewrite(/^docs\/design\/.*\.md$/u, (text) => text.replaceAll("export declare class", "export class")),
  ],
  [
    "bodies in the block",
    swap(
      cookieDesign,
      "writeCookie(id: string): string;",
      "writeCookie(id: string): string { return id; }".replace("declare ", ""),
    ),
  ],
  ["types for the inferred", swap(expirySource, "export const idleLimit =", "export const idleLimit: number =")],
  ["a private helper", append(invitationSource, "\nfunction unused(): void {}\n")],
  ["private members", swap(orchestratorSource, "  async end(", "  #count = 0;\n\n  async end(")],
  [
    "a comment between class members",
    swap(guestListDesign, "  readonly title: string;", "  // shown as the landmark's name\n  readonly title: string;"),
  ],
  ["a reason for an empty list", swap(sessionsContext, "None: the other contexts depend on this one.", "None")],
  ["another criterion", append(inviteStory, "- `leave`: a guest can leave\n")],
  [
    "a suppressed finding",
    append(
      storeDesign,
      "\n<!-- design-lint-disable-next-line document/broken-link -- the shelf is built next week -->\nSee [the shelf](shelf.md).\n",
    ),
  ],
  [
    "an empty config",
    (p) => p.write(config, '{ "version": 1, "exempt": [{ "files": ["test/e2e/**"], "reason": "stories" }] }\n'),
  ],
  ["colocated files", (p) => colocate(p)],
  [
    "a file that is nobody's business",
    (p) => p.write("docs/guide/index.md", "# Guide\n\nSee [nothing](nowhere.md).\n"),
  ],
  [
    "a type parameter's name",
    all(
      swap(
        invitationDesign,
        "export declare function isValid",
        "export declare function pick<T>(values: readonly T[]): T | undefined;\nexport declare function isValid",
      ),
      append(
        invitationSource,
        "\nexport function pick<Value>(values: readonly Value[]): Value | undefined {\n  return values[0];\n}\n",
      ),
    ),
  ],
  [
    "storage that is async by promise",
    swap(
      storeSource,
      "async save(session: Session): Promise<void> {\n      sessions.set(session.id, session);",
      "save: async (session: Session): Promise<void> => {\n      sessions.set(session.id, session);",
    ),
  ],
];

function move(project: Project, from: string, to: string): void {
  project.move(`src/${from}.ts`, `src/${to}.ts`);
  project.move(`docs/design/${from}.md`, `docs/design/${to}.md`);
  project.move(`test/${from}.test.ts`, `test/${to}.test.ts`);
  const up = "../".repeat(to.split("/").length - from.split("/").length);
  const name = from.slice(from.indexOf("/") + 1);
  const target = to.slice(to.indexOf("/") + 1);
  project.rewrite(everyDocument, (text) => text.replaceAll(from, to));
  project.rewrite(/\.ts$/u, (text) =>
    text.replaceAll(`/${from}.ts"`, `/${to}.ts"`).replaceAll(`"./${name}.ts"`, `"./${target}.ts"`),
  );
  project.rewrite(new RegExp(`${to}\\.test\\.ts$`, "u"), (text) => text.replaceAll('"../../src', `"${up}../../src`));
}

function colocate(project: Project): void {
  for (const path of project.paths()) {
    const design = /^docs\/design\/(.*)\.md$/u.exec(path)?.[1];
    if (design !== undefined) project.move(path, `src/${design}.design.md`);
    const test = /^test\/(?!e2e\/)(.*)\.test\.ts$/u.exec(path)?.[1];
    if (test !== undefined) project.move(path, `src/${test}.test.ts`);
  }
  project.replace(
    config,
    '"exempt"',
    '"components": [{ "source": "src/{path}.ts", "design": "src/{path}.design.md", "test": "src/{path}.test.ts" }],\n  "exempt"',
  );
}
