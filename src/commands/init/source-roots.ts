import { compilePattern } from "../../workspace/pattern.ts";
import { extensionsOf } from "./test-pattern.ts";

/** A folder of sources: `package` and `code` end in a slash or are "". */
export interface FoundRoot {
  readonly package: string;
  readonly code: string;
  readonly extensions: readonly string[];
}

const customary = ["packages/*", "apps/*", "libs/*"];

const singular = (folder: string) => (folder.length > 1 && folder.endsWith("s") ? folder.slice(0, -1) : folder);

/** A glob of a workspace as a pattern with named placeholders; null for globs that patterns cannot say. */
function packagePattern(glob: string): string | null {
  const names: string[] = [];
  const segments = glob.split("/").map((segment, index, all) => {
    if (segment !== "*") return segment;
    const before = all[index - 1] ?? "";
    const name = /^[a-z][a-z-]*$/u.test(before) ? singular(before) : "package";
    const free = names.includes(name) || ["path", "dir", "base"].includes(name) ? `package${index}` : name;
    names.push(free);
    return `{${free}}`;
  });
  const plain = segments.every((segment) => /^(?:\{[a-z0-9-]+\}|[\w.@-]+)$/u.test(segment));
  return plain ? `${segments.join("/")}/` : null;
}

const looksLikeTest = (path: string) =>
  /(?:[._](?:test|spec)\.[a-z]+$)|(?:^|\/)(?:__tests__|tests?|specs?)\//u.test(path);

const looksLikeConfig = (path: string) => /(?:^|\/)(?:\.[^/]+|[^/]+\.config)\.[a-z]+$/u.test(path);

function rootsOf(home: string, files: readonly string[]): readonly FoundRoot[] {
  const all = "{ts,tsx,mts,cts,js,jsx,mjs,cjs}";
  const under = (code: string) => {
    const pattern = compilePattern(`${home}${code}{path}.${all}`, "");
    return files.flatMap((path) => {
      const placeholders = pattern.match(path);
      return placeholders === null ? [] : [{ path, key: JSON.stringify(placeholders) }];
    });
  };
  const found = (code: string, paths: readonly string[]): FoundRoot => ({
    package: home,
    code,
    extensions: extensionsOf(paths),
  });
  const [source, library] = [under("src/"), under("lib/")];
  const taken = new Set(source.map(({ key }) => key));
  // Two roots in which one path occurs twice would give two sources one id.
  const folders = [
    ...(source.length > 0
      ? [
          found(
            "src/",
            source.map(({ path }) => path),
          ),
        ]
      : []),
    ...(library.length > 0 && !library.some(({ key }) => taken.has(key))
      ? [
          found(
            "lib/",
            library.map(({ path }) => path),
          ),
        ]
      : []),
  ];
  if (folders.length > 0) return folders;
  const flat = under("").map(({ path }) => path);
  return flat.length > 0 ? [found("", flat)] : [];
}

/** The source roots of a project: those of its packages, then that of the repository; `src/` where there is no code. */
export function sourceRoots(files: readonly string[], workspaces: readonly string[]): readonly FoundRoot[] {
  const code = files.filter((path) => !looksLikeTest(path) && !looksLikeConfig(path));
  const homes = [...new Set([...workspaces, ...customary])].flatMap((glob) => packagePattern(glob) ?? []);
  const ofPackages = homes.flatMap((home) => rootsOf(home, code));
  const packages = homes.map((home) => compilePattern(`${home}{path}`, ""));
  const rest = code.filter((path) => !packages.some((pattern) => pattern.match(path) !== null));
  const ofRepository = rootsOf("", rest).filter(({ code: folder }) => folder !== "" || ofPackages.length === 0);
  const all = [...ofPackages, ...ofRepository];
  return all.length > 0 ? all : [{ package: "", code: "src/", extensions: ["ts"] }];
}
