import { type PatternToken, parsePattern } from "./pattern-tokens.ts";

/** Values of placeholders by name. `path` is always among them; `dir` and `base` are its parts and never are. */
export type Placeholders = Readonly<Record<string, string>>;

/** A pattern of the config, ready to be asked. All paths are relative to the repository root. */
export interface Pattern {
  /** Placeholders besides the path, in the order of the pattern. */
  readonly names: readonly string[];
  /** The folder before the first placeholder or alternative, without a final slash; "" is the root. */
  readonly folder: string;
  /** Null where the pattern does not fit the path. */
  match(path: string): Placeholders | null;
  /** The paths that the pattern stands for, in the order of its alternatives; empty where a value is missing. */
  render(placeholders: Placeholders): readonly string[];
  /** True where the part before `{path}` fits the beginning of the path. */
  isUnderRoot(path: string): boolean;
}

/** More combinations of alternatives than any real pattern has. */
const mostRendered = 512;

const pathNames = new Set(["path", "dir", "base"]);

/** Compiles a pattern that is relative to a folder ("" is the root). */
export function compilePattern(pattern: string, base: string): Pattern {
  const prefix: PatternToken = { kind: "literal", text: base === "" ? "" : `${base}/` };
  const tokens = [prefix, ...parsePattern(pattern)];
  const whole = toExpression(tokens);
  const fits = new RegExp(`^${whole.source}$`, "u");
  const rootEnd = tokens.findIndex((token) => token.kind === "placeholder" && pathNames.has(token.name));
  const root = rootEnd < 0 ? fits : new RegExp(`^${toExpression(tokens.slice(0, rootEnd)).source}`, "u");
  return {
    names: whole.names.filter((name) => !pathNames.has(name)),
    folder: folderOf(tokens),
    match: (path) => readMatch(fits.exec(path), whole.names),
    render: (placeholders) => renderTokens(tokens, placeholders),
    isUnderRoot: (path) => root.test(path),
  };
}

interface Expression {
  readonly source: string;
  /** Placeholder of each capturing group. */
  readonly names: readonly string[];
}

function toExpression(tokens: readonly PatternToken[]): Expression {
  const names: string[] = [];
  const parts = tokens.map((token): string => {
    if (token.kind === "literal") return escapeText(token.text);
    if (token.kind === "alternatives") return `(?:${token.texts.map(escapeText).join("|")})`;
    const earlier = names.indexOf(token.name);
    if (earlier >= 0) return withSlash(`\\${earlier + 1}`, token.optionalSlash);
    names.push(token.name);
    return withSlash(`(${segments(token.name)})`, token.optionalSlash);
  });
  return { source: parts.join(""), names };
}

/** Each alternative of the repetition begins after a slash, so that there is one way to match and no backtracking. */
function segments(name: string): string {
  return name === "path" || name === "dir" ? "[^/]+(?:/[^/]+)*" : "[^/]+";
}

function withSlash(group: string, optionalSlash: boolean): string {
  return optionalSlash ? `(?:${group}/)?` : group;
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}

function readMatch(match: RegExpExecArray | null, names: readonly string[]): Placeholders | null {
  if (match === null) return null;
  const values = new Map(names.map((name, index) => [name, match[index + 1] ?? ""]));
  const dir = values.get("dir");
  const base = values.get("base");
  const path = values.get("path") ?? joinPath(dir ?? "", base ?? "");
  const parts = splitPath(path);
  if (dir !== undefined && base !== undefined && dir !== parts.dir) return null;
  if (base !== undefined && base !== parts.base) return null;
  if (dir !== undefined && values.has("path") && dir !== parts.dir) return null;
  const others = [...values].filter(([name]) => !pathNames.has(name));
  return Object.fromEntries([["path", path], ...others]);
}

function renderTokens(tokens: readonly PatternToken[], placeholders: Placeholders): readonly string[] {
  let rendered: readonly string[] = [""];
  for (const token of tokens) {
    const texts = textsOf(token, placeholders);
    rendered = rendered.flatMap((head) => texts.map((text) => head + text)).slice(0, mostRendered);
  }
  return rendered;
}

function textsOf(token: PatternToken, placeholders: Placeholders): readonly string[] {
  if (token.kind === "literal") return [token.text];
  if (token.kind === "alternatives") return token.texts;
  const value = valueFor(token.name, placeholders);
  if (value === undefined) return [];
  return [token.optionalSlash && value !== "" ? `${value}/` : value];
}

function valueFor(name: string, placeholders: Placeholders): string | undefined {
  const path = placeholders.path ?? "";
  if (name === "dir") return splitPath(path).dir;
  if (name === "base") return splitPath(path).base;
  return Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
}

function splitPath(path: string): { readonly dir: string; readonly base: string } {
  const slash = path.lastIndexOf("/");
  return { dir: path.slice(0, Math.max(slash, 0)), base: path.slice(slash + 1) };
}

function joinPath(dir: string, base: string): string {
  if (dir === "" || base === "") return dir + base;
  return `${dir}/${base}`;
}

function folderOf(tokens: readonly PatternToken[]): string {
  const end = tokens.findIndex((token) => token.kind !== "literal");
  const literal = tokens
    .slice(0, end < 0 ? tokens.length : end)
    .map((token) => (token.kind === "literal" ? token.text : ""))
    .join("");
  return literal.slice(0, Math.max(literal.lastIndexOf("/"), 0));
}
