import type { CommitHook } from "../../host/commit-hook.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** Texts that tell what runs before a commit and in CI. */
export interface WiringFacts {
  /** The hook that git would run: its path as git gives it, and its text; null where there is none. */
  readonly hook: CommitHook | null;
  /** Files of the repository that may run programs, by path: hook managers' configs, workflows, `package.json`. */
  readonly files: ReadonlyMap<string, string>;
  /** Approvals are in force. */
  readonly approvals: boolean;
  /** What a hook of this project should say. */
  readonly hookLine: string;
  /** Whether something stands at a path relative to the top, where hooks run. */
  isThere(path: string): boolean;
}

const managers = [
  { of: /(?:^|\/)\.husky\//u, file: ".husky/pre-commit", start: "npx husky" },
  { of: /lefthook/u, file: "lefthook.yml", start: "npx lefthook install" },
  { of: /pre-commit\.com|pre_commit/u, file: ".pre-commit-config.yaml", start: "pre-commit install" },
] as const;

/** Whether a commit is checked before it is made. */
export function hookDiagnosis(facts: WiringFacts): Diagnosis {
  const { hook, files } = facts;
  const topic = "hook";
  const scripts = scriptsIn(files);
  if (hook !== null && runs(hook.text, scripts)) return running(hook.path, hook.text, facts);
  const managed = managers.find(({ file }) => runs(files.get(file) ?? "", scripts));
  if (managed === undefined)
    return {
      state: "wrong",
      topic,
      message: "No commit hook runs design-lint",
      mend: `Add to the pre-commit hook (husky: .husky/pre-commit): ${facts.hookLine}`,
    };
  const { file, of, start } = managed;
  if (hook !== null && (of.test(hook.path) || of.test(hook.text))) return running(file, files.get(file) ?? "", facts);
  return {
    state: "wrong",
    topic,
    message: `${file} runs design-lint, but git does not run it`,
    mend: `Switch it on: ${start}`,
  };
}

/** Whether the hook that names the program gets as far as running it. */
function running(path: string, text: string, { hook, hookLine, isThere }: WiringFacts): Diagnosis {
  const topic = "hook";
  const wrong = { state: "wrong", topic } as const;
  if (hook?.isExecutable === false)
    return {
      ...wrong,
      message: `${hook.path} is not executable, so git ignores it`,
      mend: `Run: chmod +x ${hook.path}`,
    };
  const plain = withoutComments(text);
  const [program] = /(?<![\w./-])[\w./-]*node_modules\/\.bin\/design-lint\b/u.exec(plain) ?? [];
  if (program !== undefined && !isThere(program))
    return {
      ...wrong,
      message: `${path} runs ${program}, which is not there`,
      mend: "Install the packages, or mend the path",
    };
  if (!/\bnpx\s[^\n]*\bdesign-lint\b/u.test(plain)) return { state: "ok", topic, message: `${path} runs design-lint` };
  const message = `${path} runs design-lint by npx, which takes several times as long as the check`;
  return { state: "note", topic, message, mend: `Write instead: ${hookLine}` };
}

function withoutComments(text: string): string {
  return text.replace(/^\s*(?:#|\/\/|name:|- name:).*$/gmu, "");
}

/** Whether CI checks changes, with the history that it needs, and approvals from the base. */
export function ciDiagnoses({ files, approvals }: WiringFacts): readonly Diagnosis[] {
  const topic = "ci";
  const scripts = scriptsIn(files);
  const workflows = [...files].filter(([path]) => isWorkflow(path));
  const running = workflows.filter(([, text]) => runs(text, scripts));
  if (running.length === 0)
    return [
      {
        state: "wrong",
        topic,
        message: "No CI workflow runs design-lint",
        mend: "Add to your CI, where the whole history is there: npx --no-install design-lint --format github",
      },
    ];
  const found: Diagnosis[] = [
    { state: "ok", topic, message: `${running.map(([path]) => path).join(", ")} runs design-lint` },
  ];
  const shallow = running.find(([, text]) => !/fetch-depth:\s*0\b|GIT_DEPTH:\s*["']?0\b/u.test(text));
  if (shallow !== undefined)
    found.push({
      state: approvals ? "wrong" : "note",
      topic,
      message: `${shallow[0]} clones the last commits only, so base and moves cannot be read`,
      mend: "Set fetch-depth: 0 for actions/checkout (GitLab: GIT_DEPTH: 0)",
    });
  if (!approvals) return found;
  const verifies = running.some(([, text]) => /\bverify\b[^\n]*--policy-ref\b/u.test(text));
  const job =
    "Add a job that checks out the base and runs: design-lint verify --policy-ref <base> --tree <merge commit>";
  found.push(
    verifies
      ? { state: "ok", topic, message: "approvals are verified from the base" }
      : { state: "wrong", topic, message: "No CI job verifies approvals from the base", mend: job },
  );
  return found;
}

/** Whether a path is one of the files that say what runs before a commit or in CI. */
export function tellsWiring(path: string): boolean {
  return path === "package.json" || isWorkflow(path) || managers.some(({ file }) => file === path);
}

function isWorkflow(path: string): boolean {
  return /^(?:\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|\.circleci\/config\.yml|azure-pipelines\.yml)$/u.test(
    path,
  );
}

/** A text that names the program, or a package script that does. */
function runs(text: string, scripts: ReadonlySet<string>): boolean {
  const plain = withoutComments(text);
  if (/(?:^|[\s/"'`;&|(])design-lint(?:$|[\s"'`;&|)@])/mu.test(plain)) return true;
  return [...plain.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run(?:-script)?\s+)?(?:-\S+\s+)*([\w:.-]+)/gu)].some(
    ([, name = ""]) => scripts.has(name),
  );
}

/** The package scripts that run design-lint, directly or by another one. */
function scriptsIn(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const scripts = scriptTexts(files.get("package.json") ?? "{}");
  const found = new Set<string>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [name, text] of scripts) if (runs(text, found)) found.add(name);
  }
  return found;
}

function scriptTexts(manifest: string): readonly (readonly [string, string])[] {
  try {
    const { scripts } = JSON.parse(manifest) as { scripts?: unknown };
    if (typeof scripts !== "object" || scripts === null) return [];
    return Object.entries(scripts).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  } catch {
    return []; // a manifest that does not parse runs nothing
  }
}
