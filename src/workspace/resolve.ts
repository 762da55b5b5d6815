import { folderOf, joinPath } from "../config/paths.ts";

const sourceOf: Readonly<Record<string, readonly string[]>> = {
  js: ["ts", "tsx"],
  jsx: ["tsx"],
  mjs: ["mts"],
  cjs: ["cts"],
};

/** Order in which a specifier without extension is completed. */
const completions = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "d.ts", "d.mts", "d.cts"];

/** The file that a relative specifier leads to, as TypeScript and bundlers look for it; null where there is none. */
export function resolveRelative(
  paths: Pick<ReadonlySet<string>, "has">,
  from: string,
  specifier: string,
): string | null {
  if (!/^\.{1,2}(?:\/|$)/u.test(specifier)) return null;
  const path = joinPath(folderOf(from), specifier.replace(/[?#].*$/su, ""));
  if (path === null) return null;
  // Nearly every specifier of a project that writes extensions; nothing comes before a file that is named in full.
  if (/\.[cm]?tsx?$/u.test(specifier) && paths.has(path)) return path;
  const found = candidates(path, specifier.endsWith("/")).find((candidate) => paths.has(candidate));
  return found ?? null;
}

/** The TypeScript file beside a `.js` one comes first: that is what the specifier means in a TypeScript project. */
function candidates(path: string, isFolder: boolean): readonly string[] {
  const folder = path === "" ? "" : `${path}/`;
  const inFolder = completions.map((extension) => `${folder}index.${extension}`);
  if (isFolder || path === "") return inFolder;
  const extension = /\.([cm]?jsx?)$/u.exec(path)?.[1] ?? "";
  const stem = path.slice(0, path.length - extension.length);
  const replaced = (sourceOf[extension] ?? []).map((other) => stem + other);
  const declared = extension === "" ? [] : [`${stem}d.${extension.replace(/jsx?/u, "ts")}`];
  return [...replaced, path, ...declared, ...completions.map((other) => `${path}.${other}`), ...inFolder];
}
