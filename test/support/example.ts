import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the example project that newcomers copy. */
export const exampleRoot = fileURLToPath(new URL("../../examples/sessions", import.meta.url));

/** The files of the example, to be changed by a test. Each change fails where it would change nothing. */
export interface Project {
  paths(): readonly string[];
  read(path: string): string;
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  move(from: string, to: string): void;
  /** Replaces the first occurrence of a text that has to be there. */
  replace(path: string, text: string, by: string): void;
  /** Rewrites every file that a pattern fits; at least one has to change. */
  rewrite(pattern: RegExp, change: (text: string) => string): void;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Old path → new path of what was moved. */
  readonly moves: ReadonlyMap<string, string>;
}

const original = loadExample();

/** A fresh copy of the example in memory. */
export function exampleProject(): Project {
  const files = new Map(original);
  const moves = new Map<string, string>();
  const bytes = (path: string): Uint8Array => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`the example has no file ${path}`);
    return content;
  };
  const project: Project = {
    paths: () => [...files.keys()],
    read: (path) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes(path)),
    write: (path, content) => {
      files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
    },
    remove: (path) => {
      bytes(path);
      files.delete(path);
    },
    move: (from, to) => {
      files.set(to, bytes(from));
      files.delete(from);
      moves.set(from, to);
    },
    replace: (path, text, by) => {
      const before = project.read(path);
      const at = before.indexOf(text);
      if (at === -1) throw new Error(`${path} does not contain ${JSON.stringify(text)}`);
      project.write(path, before.slice(0, at) + by + before.slice(at + text.length));
    },
    rewrite: (pattern, change) => {
      let changed = 0;
      for (const path of [...files.keys()].filter((path) => pattern.test(path))) {
        const before = project.read(path);
        const after = change(before);
        if (after === before) continue;
        project.write(path, after);
        changed++;
      }
      if (changed === 0) throw new Error(`nothing that ${pattern} fits has changed`);
    },
    get files() {
      return Object.fromEntries(files);
    },
    moves,
  };
  return project;
}

/** A copy of the example on disk, committed to a new git repository; returns its folder. */
export function exampleRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), "design-lint-example-"));
  cpSync(exampleRoot, folder, { recursive: true });
  const author = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgSign=false"];
  inRepository(folder, "init", "--quiet", "--initial-branch=main");
  inRepository(folder, "add", "--all");
  inRepository(folder, ...author, "commit", "--quiet", "--no-verify", "--message=The example");
  return folder;
}

/** Runs git in a folder. */
export function inRepository(folder: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: folder, stdio: "ignore", env: outsideHooks() });
}

/** In a hook git names the outer repository in variables, which would win over the folder. */
function outsideHooks(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
}

/** What is changed in a copy was never approved, so copies in memory and for defects carry no approvals. */
function withoutApprovals(path: string, text: Uint8Array): Uint8Array {
  if (!/^docs\/.*\.md$/u.test(path)) return text;
  return new TextEncoder().encode(new TextDecoder().decode(text).replace(/^approvals:\n(?: .*\n)+/mu, ""));
}

function loadExample(): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(exampleRoot, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = paths.map((path): [string, Uint8Array] => [
    relative(exampleRoot, path).split(sep).join("/"),
    withoutApprovals(relative(exampleRoot, path).split(sep).join("/"), readFileSync(path)),
  ]);
  return new Map(pairs.filter(([path]) => !path.startsWith("node_modules/")).sort(([a], [b]) => (a < b ? -1 : 1)));
}
