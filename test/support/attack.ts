import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { runVerify, type VerifyFlags } from "../../src/commands/verify.ts";
import { UserError } from "../../src/user-error.ts";
import {
  approvedProject,
  contextText,
  designText,
  type Files,
  paths,
  people,
  type Signing,
  signed,
} from "./approved-project.ts";
import { recordingIo } from "./command-io.ts";
import { cleanEnvironment, commitAll, type TempFolder, tempRepository } from "./temp-git.ts";

/** A change to a repository whose branch `base` is protected, and what it can lay hands on. */
export interface Scene extends TempFolder {
  readonly keys: ReadonlyMap<string, string>;
  key(name: string): string;
  read(path: string): string;
  /** The design with one more approval, by alice unless it says otherwise. */
  approve(text: string, more?: Partial<Signing>): string;
  approveContext(text: string, more?: Partial<Signing>): string;
  /** Replaces a text that has to be in a file. */
  edit(path: string, text: string, by: string): void;
}

/** What `verify` says: exit code and rules, or the code of the error that kept it from judging. */
export interface Said {
  readonly code: number;
  readonly rules: readonly string[];
  readonly out: string;
}

/** A scripted attack: what it does, what has to be said of it, and the naive check that takes it for an approved change. */
export interface Attack {
  readonly name: string;
  /** Policy of the base where it is not that of everybody. */
  readonly approvals?: Readonly<Record<string, unknown>>;
  /** Done before the base is cut. */
  readonly prepare?: (scene: Scene) => void | Promise<void>;
  readonly change: (scene: Scene) => void | Promise<void>;
  readonly flags?: VerifyFlags;
  readonly env?: Readonly<Record<string, string>>;
  readonly rules: readonly string[];
  readonly code: number;
  readonly naive: (scene: Scene) => boolean | Promise<boolean>;
}

export const team = people(["alice", "bob", "mallory", "second"]);

/** The design as nobody has approved it. */
export const edited = designText.replace("one session", "two sessions");
export const source = "export const limit: number = 2;\n";
export const ownKey = { key: team.get("mallory") ?? "" };

const templates = new Map<string, string>();

/** A copy of the approved project; each policy is signed and committed once. */
function copyOf(approvals: Readonly<Record<string, unknown>>): string {
  const name = JSON.stringify(approvals);
  const known = templates.get(name);
  const template = known ?? commitProject(approvedProject(team, approvals));
  templates.set(name, template);
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "design-lint-attack-")));
  cpSync(template, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function commitProject(files: Files): string {
  const folder = tempRepository();
  for (const [path, text] of Object.entries(files)) folder.write(path, text);
  commitAll(folder, "everything is approved");
  return folder.path;
}

/** A scene on the branch `change`, cut from `base`. */
export async function sceneOf({ approvals = {}, prepare }: Pick<Attack, "approvals" | "prepare">): Promise<Scene> {
  const scene = sceneIn(copyOf(approvals));
  if (prepare !== undefined) {
    await prepare(scene);
    commitAll(scene, "prepared");
  }
  scene.git("branch", "base");
  scene.git("checkout", "-q", "-b", "change");
  return scene;
}

function sceneIn(path: string): Scene {
  const key = (name: string) => team.get(name) ?? "";
  const alice = { key: key("alice"), signer: "alice@example.com", time: "2026-11-05T10:00:00Z" };
  const scene: Scene = {
    path,
    keys: team,
    key,
    write: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: (name) => rmSync(join(path, name), { recursive: true, force: true }),
    git: (...args) =>
      execFileSync("git", args, { cwd: path, env: cleanEnvironment(), encoding: "utf8", stdio: "pipe" }),
    read: (name) => readFileSync(join(path, name), "utf8"),
    approve: (text, more = {}) =>
      signed(text, { path: paths.design, gate: "design", context: contextText, ...alice, ...more }),
    approveContext: (text, more = {}) => signed(text, { path: paths.context, gate: "architecture", ...alice, ...more }),
    edit: (name, text, by) => {
      const before = scene.read(name);
      if (!before.includes(text)) throw new Error(`${name} does not contain ${JSON.stringify(text)}`);
      scene.write(name, before.replace(text, by));
    },
  };
  return scene;
}

/** Runs `verify` against the branch `base`. */
export async function verify(scene: TempFolder, flags: VerifyFlags = {}, env: Attack["env"] = {}): Promise<Said> {
  const io = recordingIo(scene.path, { env });
  try {
    const code = await runVerify({ policyRef: "base", ...flags }, io);
    const found = [...io.out().matchAll(/\((?:approval\/)?((?:policy\/)?[a-z-]+)\)$/gmu)].map(([, rule = ""]) => rule);
    return { code, rules: [...new Set(found)].sort(), out: io.out() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: 2, rules: [error.code], out: error.message };
  }
}

/** Does what an attack does, expects what is to be said of it, and that the naive check is fooled. */
export async function expectRefused(attack: Attack): Promise<void> {
  const scene = await sceneOf(attack);
  await attack.change(scene);
  commitAll(scene, "attack");
  const { code, rules, out } = await verify(scene, attack.flags, attack.env);
  expect({ code, rules }, out).toEqual({ code: attack.code, rules: attack.rules });
  expect(await attack.naive(scene), "the naive check takes it for approved").toBe(true);
}
