import { compilePattern } from "../../workspace/pattern.ts";

/** Where the sources of one `components` entry lie: the folder pattern with a final slash, "" for the root. */
export interface SourceRoot {
  /** The package's folder: "" or `packages/{package}/`. */
  readonly package: string;
  /** The folder of its code: "" or `src/`. */
  readonly code: string;
  /** Extensions of the sources, as `ts` or `{ts,tsx}`. */
  readonly extensions: string;
}

const codeExtensions = "{ts,tsx,mts,cts,js,jsx,mjs,cjs}";
const order = codeExtensions.slice(1, -1).split(",");

/** Writes alternatives as patterns have them: `{a,b}`, or `a` alone. */
export function alternatives(texts: readonly string[]): string {
  return texts.length === 1 ? (texts[0] ?? "") : `{${texts.join(",")}}`;
}

/** The extensions of files that a pattern can name, in a fixed order. */
export function extensionsOf(paths: Iterable<string>): readonly string[] {
  const found = new Set(Array.from(paths, (path) => path.slice(path.lastIndexOf(".") + 1)));
  return order.filter((extension) => found.has(extension));
}

interface Placement {
  readonly stem: string;
  readonly infixes: readonly string[];
}

function placements({ package: home, code }: SourceRoot): readonly Placement[] {
  const folders = ["test", "tests", "spec", "specs", "__tests__"].flatMap((folder) =>
    ["", "unit/", ...(code === "" ? [] : [code])].map((inner) => `${home}${folder}/${inner}{path}`),
  );
  return [
    ...folders.map((stem) => ({ stem, infixes: [".test", ".spec", ""] })),
    { stem: `${home}${code}{path}`, infixes: [".test", ".spec"] },
    { stem: `${home}${code}{dir}/__tests__/{base}`, infixes: [".test", ".spec", ""] },
  ];
}

interface Hits {
  readonly stem: string;
  /** Infix → tests that have a source under the same path. */
  readonly paired: ReadonlyMap<string, readonly string[]>;
  /** Infix → all files that fit. */
  readonly fitting: ReadonlyMap<string, readonly string[]>;
}

function hitsOf({ stem, infixes }: Placement, root: SourceRoot, files: readonly string[]): Hits {
  const known = new Set(files);
  const source = compilePattern(`${root.package}${root.code}{path}.${root.extensions}`, "");
  const paired = new Map<string, readonly string[]>();
  const fitting = new Map<string, readonly string[]>();
  for (const infix of infixes) {
    const pattern = compilePattern(`${stem}${infix}.${codeExtensions}`, "");
    const fits = files.filter((path) => pattern.match(path) !== null);
    const pairs = fits.filter((path) => {
      const placeholders = pattern.match(path);
      return placeholders !== null && source.render(placeholders).some((other) => other !== path && known.has(other));
    });
    if (pairs.length > 0) paired.set(infix, pairs);
    // Without an infix everything in a folder fits, helpers included: that alone says nothing.
    if (fits.length > 0 && infix !== "") fitting.set(infix, fits);
  }
  return { stem, paired, fitting };
}

const total = (hits: ReadonlyMap<string, readonly string[]>) =>
  [...hits.values()].reduce((sum, paths) => sum + paths.length, 0);

function best(all: readonly Hits[], key: "paired" | "fitting"): Hits | null {
  const [first] = [...all].sort((a, b) => total(b[key]) - total(a[key]));
  return first !== undefined && total(first[key]) > 0 ? first : null;
}

/**
 * The test pattern of a source root: where most sources have their test, else where most test files lie, else
 * `test/{path}.test`. Only extensions and infixes that occur are named.
 */
export function testPattern(root: SourceRoot, files: readonly string[]): string {
  const all = placements(root).map((placement) => hitsOf(placement, root, files));
  const byPairs = best(all, "paired");
  const chosen = byPairs ?? best(all, "fitting");
  if (chosen === null) return `${root.package}test/{path}.test.${root.extensions}`;
  const hits = byPairs === null ? chosen.fitting : chosen.paired;
  const named = [".test", ".spec"].filter((infix) => hits.has(infix)).map((infix) => infix.slice(1));
  const infix = named.length === 0 ? "" : `.${alternatives(named)}`;
  const extensions = extensionsOf([...hits.values()].flat());
  return `${chosen.stem}${infix}.${alternatives(extensions)}`;
}
