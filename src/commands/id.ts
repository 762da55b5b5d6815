import { UserError } from "../user-error.ts";
import type { Placeholders } from "../workspace/pattern.ts";

function problemOf(id: string): string | null {
  if (id === "") return "it is empty";
  if (id.length > 250) return "it is longer than 250 characters";
  if (/[\s\p{Cc}\p{Cf}\p{Cs}]/u.test(id)) return "it has white space or invisible characters";
  if (/^[/\\]|^[A-Za-z]:/u.test(id)) return "it is an absolute path";
  const odd = /[\\"'`#:{},*?<>|]/u.exec(id);
  if (odd !== null) return `it has the character ${odd[0]}`;
  const segments = id.split("/");
  if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) {
    return "a part of it is empty, `.` or `..`";
  }
  return null;
}

/**
 * Refuses an id that cannot be a path of a document, or that is the path of a file under a source root of `roots` rather
 * than an id: throws a `UserError` with the reason.
 */
export function checkId(id: string, roots: readonly string[] = []): void {
  const problem = problemOf(id.normalize("NFC"));
  if (problem === null) refusePath(id, roots);
  else
    throw new UserError("invalid-id", `${JSON.stringify(id)} is no id: ${problem}`, {
      hint: "an id is a path without extension, such as sessions/orchestrator",
    });
}

function refusePath(id: string, roots: readonly string[]): void {
  const root = roots.find((folder) => folder !== "" && id.startsWith(`${folder}/`));
  const meant = (root === undefined ? id : id.slice(root.length + 1)).replace(/\.(?:[cm]?[jt]sx?|mdx?)$/u, "");
  if (meant === id || meant === "") return;
  throw new UserError("invalid-id", `${JSON.stringify(id)} is the path of a file, expected an id`, {
    hint: `did you mean \`${meant}\`?`,
  });
}

/**
 * The values of a pattern's placeholders that give an id: after `prefix` one segment for each name, the rest is the path.
 * Null where the id has another prefix or too few segments.
 */
export function placeholdersFor(id: string, prefix: string, names: readonly string[]): Placeholders | null {
  const inside = prefix === "" || id.startsWith(`${prefix}/`);
  if (!inside) return null;
  const segments = (prefix === "" ? id : id.slice(prefix.length + 1)).split("/");
  if (segments.length <= names.length) return null;
  const named = names.map((name, index): [string, string] => [name, segments[index] ?? ""]);
  return Object.fromEntries([...named, ["path", segments.slice(names.length).join("/")]]);
}
