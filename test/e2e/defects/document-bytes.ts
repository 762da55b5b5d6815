import type { Project } from "../../support/example.ts";
import type { Defect } from "./defect.ts";
import { append, inviteStory, prepend, storeDesign, swap } from "./defect.ts";

const bytes = (path: string, change: (bytes: number[]) => number[]) => (project: Project) =>
  project.write(path, Uint8Array.from(change([...new TextEncoder().encode(project.read(path))])));

const conflict = "<<<<<<< HEAD\n- `a`: ours\n=======\n- `b`: theirs\n>>>>>>> topic\n";

const encoding: readonly Defect[] = [
  ["a byte order mark", bytes(storeDesign, (b) => [0xef, 0xbb, 0xbf, ...b]), "document/encoding", storeDesign, 1],
  [
    "bytes that are no UTF-8",
    bytes(storeDesign, (b) => [...b, 0xc3, 0x28, 0x0a]),
    "document/encoding",
    storeDesign,
    "(",
  ],
  ["a NUL", append(storeDesign, "nul \0\n"), "document/encoding", storeDesign, "nul"],
  ["a control character", append(storeDesign, "bell \u0007\n"), "document/encoding", storeDesign, "bell"],
  ["a bidi character", append(storeDesign, "turn \u202e around\n"), "document/encoding", storeDesign, "turn"],
  [
    "a lone carriage return",
    swap(storeDesign, "# Session store\n", "# Session store\r\n\rreturn\n"),
    "document/encoding",
    storeDesign,
    9,
  ],
  ["a conflict in a list", append(storeDesign, conflict), "document/conflict-marker", storeDesign, "<<<<<<<"],
  [
    "a conflict in the frontmatter",
    swap(
      storeDesign,
      "context: sessions\n",
      "<<<<<<< HEAD\ncontext: sessions\n=======\ncontext: sharing\n>>>>>>> topic\n",
    ),
    "document/conflict-marker",
    storeDesign,
    "<<<<<<<",
  ],
  ["a conflict in a story", append(inviteStory, conflict), "document/conflict-marker", inviteStory, "<<<<<<<"],
];

const frontmatter: readonly Defect[] = [
  [
    "no frontmatter",
    (p) => p.write(storeDesign, p.read(storeDesign).slice(p.read(storeDesign).indexOf("# Session"))),
    "document/frontmatter",
    storeDesign,
    1,
  ],
  ["an empty line before the fence", prepend(storeDesign, "\n"), "document/frontmatter", storeDesign, 1],
  [
    "a fence that is never closed",
    swap(storeDesign, "status: implemented\n---\n", "status: implemented\n"),
    "document/frontmatter",
    storeDesign,
    1,
  ],
  [
    "a duplicate key",
    swap(storeDesign, "context: sessions\n", "context: sessions\ncontext: sessions\n"),
    "document/frontmatter",
    storeDesign,
    4,
  ],
  ["a quoted key", swap(storeDesign, "context:", '"context":'), "document/frontmatter", storeDesign, '"context"'],
  ["an escaped key", swap(storeDesign, "context:", '"\\x63ontext":'), "document/frontmatter", storeDesign, "x63"],
  [
    "an explicit key",
    swap(storeDesign, "context: sessions", "? context\n: sessions"),
    "document/frontmatter",
    storeDesign,
    "? context",
  ],
  [
    "an anchor",
    swap(storeDesign, "context: sessions", "context: &c sessions"),
    "document/frontmatter",
    storeDesign,
    "&c",
  ],
  [
    "an alias",
    swap(storeDesign, "dependsOn: [sessions/session]", "dependsOn: &d [sessions/session]\nstories: *d"),
    "document/frontmatter",
    storeDesign,
    "&d",
  ],
  [
    "a tag",
    swap(storeDesign, "context: sessions", "context: !!str sessions"),
    "document/frontmatter",
    storeDesign,
    "!!str",
  ],
  [
    "a merge key",
    swap(storeDesign, "context: sessions", "context: sessions\n<<: {}"),
    "document/frontmatter",
    storeDesign,
    "<<",
  ],
  ["a directive", swap(storeDesign, "---\n", "---\n%YAML 1.2\n"), "document/frontmatter", storeDesign, "%YAML"],
  [
    "a second YAML document",
    swap(storeDesign, "context: sessions\n", "--- # second\ncontext: sessions\n"),
    "document/frontmatter",
    storeDesign,
    "--- #",
  ],
  [
    "an end of document",
    swap(storeDesign, "context: sessions\n", "context: sessions\n...\n"),
    "document/frontmatter",
    storeDesign,
    "...",
  ],
  [
    "a list that is never closed",
    swap(storeDesign, "[sessions/session]", "[sessions/session"),
    "document/frontmatter",
    storeDesign,
    "[sessions/session",
  ],
  [
    "a string that is never closed",
    swap(storeDesign, "context: sessions", 'context: "sessions'),
    "document/frontmatter",
    storeDesign,
    '"sessions',
  ],
  [
    "a tab as indentation",
    swap(storeDesign, "dependsOn: [sessions/session]", "dependsOn:\n\t- sessions/session"),
    "document/frontmatter",
    storeDesign,
    "\t-",
  ],
  [
    "a list in place of a map",
    (p) => p.write(storeDesign, p.read(storeDesign).replace(/^---\n[\s\S]*?\nstatus/u, "---\n- repository\nstatus")),
    "document/frontmatter",
    storeDesign,
    "- repository",
  ],
  [
    "a letter and its accent apart",
    swap(storeDesign, "context: sessions", "context: se\u0301ssions"),
    "document/frontmatter",
    storeDesign,
    "context",
  ],
  [
    "a colon too many",
    swap(storeDesign, "context: sessions", "context: sessions: store"),
    "document/frontmatter",
    storeDesign,
    "sessions: store",
  ],
];

/** Defects that any reader of the bytes can see. */
export const byteDefects: readonly Defect[] = [...encoding, ...frontmatter];
