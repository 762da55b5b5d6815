import { createHash } from "node:crypto";

/** The content digest (convention 5): `sha256:` and 64 hex digits of the content's UTF-8 bytes. */
export function contentDigest(content: string): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

/**
 * The digest of a context's content as the component with this full id pins it (convention 5, pinned bytes);
 * null where the line `## Components` is missing, stands more than once or stands in a fence: nothing can pin that.
 */
export function pinnedDigest(content: string, componentId: string): string | null {
  const lines = content.split("\n").slice(0, -1);
  const first = lines.indexOf(heading);
  if (first === -1 || lines.indexOf(heading, first + 1) !== -1 || inFence(lines.slice(0, first))) return null;
  const next = lines.findIndex((line, at) => at > first && /^##? /u.test(line));
  const end = next === -1 ? lines.length : next;
  const section = lines.slice(first, end).filter((line) => staysFor(line, componentId));
  const pinned = [...lines.slice(0, first), ...section, ...lines.slice(end)].join("\n");
  return contentDigest(`${pinned}\n`);
}

const heading = "## Components";

function staysFor(line: string, componentId: string): boolean {
  if (line === "") return false;
  return !line.startsWith("- `") || line.startsWith(`- \`${componentId}\``);
}

/** Whether a fence that was opened in these lines is still open after them. */
function inFence(lines: readonly string[]): boolean {
  let open = "";
  for (const line of lines) {
    const [, run = "", rest = ""] = /^ {0,3}(`{3,}|~{3,})(.*)/u.exec(line) ?? [];
    if (open === "") open = run.startsWith("`") && rest.includes("`") ? "" : run;
    else if (run.startsWith(open) && rest.trim() === "") open = "";
  }
  return open !== "";
}
