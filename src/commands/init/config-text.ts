import type { ComponentLayout, Layout } from "./layout.ts";

const comment = (lines: readonly string[]) => lines.map((line) => `  // ${line}\n`).join("");

const list = (texts: readonly string[]) => `[${texts.map((text) => JSON.stringify(text)).join(", ")}]`;

function componentText({ source, design, test }: ComponentLayout): string {
  const parts = Object.entries({ source, design, test }).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const line = `    { ${parts.join(", ")} }`;
  return line.length <= 120 ? line : `    {\n      ${parts.join(",\n      ")}\n    }`;
}

function exemptText({ exempt }: Layout): string {
  if (exempt.length === 0) return "";
  const entries = exempt.map(
    ({ files, reason }) => `    { "files": ${list(files)}, "reason": ${JSON.stringify(reason)} }`,
  );
  const why = comment(["Sources that owe neither design nor test. The reason is required."]);
  return `,\n${why}  "exempt": [\n${entries.join(",\n")}\n  ]`;
}

/** More sources without a design than this, and the project is one that moves in rather than one that begins. */
const handful = 5;

/** The profile that a project begins with: `design-lint/adopt` where many sources have no design yet. */
export function profileFor({ components }: Layout): "design-lint/recommended" | "design-lint/adopt" {
  const missing = components.reduce((sum, { sources, designs }) => sum + Math.max(0, sources - designs), 0);
  return missing > handful ? "design-lint/adopt" : "design-lint/recommended";
}

const profileNotes = {
  "design-lint/adopt": [
    "For a code base that moves in: what is missing is a warning. Tighten it file by file, then",
    'change this to "design-lint/recommended".',
  ],
  "design-lint/recommended": ['The rules as they are meant. "design-lint/strict" makes every warning an error.'],
} as const;

/** The text of a first `.designrc.json`: JSON with comments that say what each part is for. Packages lie in `folder`, "" or ending in `/`. */
export function configText(layout: Layout, folder = ""): string {
  const profile = profileFor(layout);
  const components = layout.components.map(componentText).join(",\n");
  return `{
  "$schema": "./${folder}node_modules/design-lint/schemas/designrc.schema.json",
  "version": 1,
${comment(profileNotes[profile])}  "extends": ${JSON.stringify(profile)},
${comment([
  "Each source has one design and one test. {path} is what the three have in common;",
  "the first entry that fits a source wins.",
])}  "components": [
${components}
  ]${exemptText(layout)}
}
`;
}
