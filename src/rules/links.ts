/** A link of a document to another file of the repository, or to a place in a Markdown file. */
export interface LocalLink {
  /** Root-relative path without a final slash; "" is the root, null a place outside the repository. */
  readonly path: string | null;
  /** True where the link ends in a slash, and so can only mean a folder. */
  readonly folder: boolean;
  /** Decoded text after `#`; "" without one. */
  readonly anchor: string;
}

/** Where a link leads; null for links that leave the repository: URLs, mail addresses, paths of a site. */
export function localLink(target: string, from: string): LocalLink | null {
  if (/^[a-z][a-z\d+.-]*:/iu.test(target) || target.startsWith("/")) return null;
  const hash = target.indexOf("#");
  const anchor = hash === -1 ? "" : decode(target.slice(hash + 1));
  const file = decode((hash === -1 ? target : target.slice(0, hash)).replace(/\?.*$/su, ""));
  if (file === "") return { path: from, folder: false, anchor };
  return { path: resolve(folderOf(from), file), folder: file.endsWith("/"), anchor };
}

/** The shortest relative link from one file to another, percent-encoded where Markdown would end it early. */
export function relativeLink(from: string, to: string): string {
  const start = folderOf(from)
    .split("/")
    .filter((name) => name !== "");
  const end = to.split("/");
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  const steps = [...start.slice(shared).map(() => ".."), ...end.slice(shared)];
  return steps.map((name) => name.replace(/[\s()#?%]/gu, percentEncoded)).join("/");
}

/** `encodeURIComponent` leaves parentheses alone, which would end a Markdown link. */
function percentEncoded(character: string): string {
  return character === "(" ? "%28" : character === ")" ? "%29" : encodeURIComponent(character);
}

/** All folders above some files, the root as "". */
export function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set([""]);
  for (const path of paths) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}

/** The last segment of a path. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

function resolve(folder: string, relative: string): string | null {
  const steps = folder.split("/").filter((name) => name !== "");
  for (const name of relative.split("/")) {
    if (name === "..") {
      if (steps.pop() === undefined) return null;
    } else if (name !== "" && name !== ".") steps.push(name);
  }
  return steps.join("/").normalize("NFC");
}

/** What is no valid percent encoding is taken as it stands, as browsers do. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
