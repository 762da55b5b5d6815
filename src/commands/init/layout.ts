import { compareCodePoints } from "../../order.ts";
import { compilePattern } from "../../workspace/pattern.ts";
import { type ExemptEntry, exemptions } from "./exemptions.ts";
import { sourceRoots } from "./source-roots.ts";
import { alternatives, type SourceRoot, testPattern } from "./test-pattern.ts";

/** One entry of `components` as `init` writes it, with the number of files that its patterns fit. */
export interface ComponentLayout {
  readonly source: string;
  readonly design: string;
  readonly test: string;
  readonly sources: number;
  readonly tests: number;
  readonly designs: number;
}

/** What a project looks like, as far as its config has to say it. */
export interface Layout {
  readonly components: readonly ComponentLayout[];
  readonly exempt: readonly ExemptEntry[];
  /** Files with code that no entry covers, by their top folder ("" is the root), most first. */
  readonly uncovered: readonly { readonly folder: string; readonly files: number }[];
}

const isCode = (path: string) => /\.(?:[jt]sx?|[cm][jt]s)$/u.test(path);

function component(root: SourceRoot, files: readonly string[], allFiles: readonly string[]): ComponentLayout {
  const stem = `${root.package}${root.code}{path}`;
  const source = `${stem}.${root.extensions}`;
  const test = testPattern(root, files);
  const beside = compilePattern(`${stem}.design.md`, "");
  const colocated = allFiles.some((path) => beside.match(path) !== null);
  const design = colocated ? `${stem}.design.md` : `${root.package}docs/design/{path}.md`;
  const count = (pattern: string, among: readonly string[]) => {
    const compiled = compilePattern(pattern, "");
    return among.filter((path) => compiled.match(path) !== null).length;
  };
  const tests = compilePattern(test, "");
  const sources = files.filter((path) => tests.match(path) === null);
  return {
    source,
    design,
    test,
    sources: count(source, sources),
    tests: count(test, files),
    designs: count(design, allFiles),
  };
}

function uncovered(files: readonly string[], components: readonly ComponentLayout[]): Layout["uncovered"] {
  const patterns = components.flatMap(({ source, test }) => [compilePattern(source, ""), compilePattern(test, "")]);
  const folders = new Map<string, number>();
  for (const path of files) {
    if (patterns.some((pattern) => pattern.match(path) !== null)) continue;
    const folder = path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [...folders]
    .map(([folder, count]) => ({ folder, files: count }))
    .sort((a, b) => b.files - a.files || compareCodePoints(a.folder, b.folder));
}

/** Detects the layout of a project from its paths and the globs of its workspaces; the default one where there is no code. */
export function detectLayout(paths: readonly string[], workspaces: readonly string[]): Layout {
  const own = paths.filter((path) => !`/${path}`.includes("/node_modules/"));
  const files = own.filter(isCode).sort(compareCodePoints);
  const components = sourceRoots(files, workspaces).map((root) =>
    component({ ...root, extensions: alternatives(root.extensions) }, files, own),
  );
  return { components, exempt: exemptions(files, components), uncovered: uncovered(files, components) };
}
