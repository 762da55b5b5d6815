import fc from "fast-check";
import { expect } from "vitest";
import {
  approvedProject,
  configText,
  contextText,
  designText,
  type Files,
  judgeFiles,
  paths,
  type Signing,
  signed,
  signersFile,
} from "./approved-project.ts";
import { type SoftwareKey, softwareKey } from "./ssh-keys.ts";

type Tampering = (files: Files) => Files;

const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
const edited =
  (path: string, edit: (text: string) => string): Tampering =>
  (files) =>
    files[path] === undefined ? files : { ...files, [path]: edit(files[path]) };
const config = (edit: (config: Record<string, unknown>) => Record<string, unknown>): Tampering =>
  edited(paths.config, (text) => {
    try {
      return JSON.stringify(edit(JSON.parse(text) as Record<string, unknown>));
    } catch {
      return text; // broken by an edit before this one
    }
  });
const approvals = (changes: Record<string, unknown>): Tampering =>
  config((own) => ({ ...own, approvals: { ...(own.approvals as object), ...changes } }));

/** What somebody can do to a change who has a key of their own, but no approver's. Nothing takes the changed source away. */
function tamperings(mallory: SoftwareKey, base: Files): readonly Tampering[] {
  const forged = (more: Partial<Signing>): Tampering =>
    edited(paths.design, (text) => {
      const signing = {
        path: paths.design,
        gate: "design",
        context: contextText,
        key: "",
        signer: "alice@example.com",
      };
      try {
        return signed(text, { ...signing, sign: (statement) => mallory.sign(statement), ...more });
      } catch {
        return text; // there is no block to add to any more
      }
    });
  const line = `mallory@example.com ${mallory.line}\n`;
  const own = (base[paths.design] ?? "").match(/approvals:\n(?: .*\n)+/u)?.[0] ?? "";
  const ofContext = (base[paths.context] ?? "").match(/approvals:\n(?: .*\n)+/u)?.[0] ?? "";
  const status = (value: string) => edited(paths.design, (text) => text.replace(/^status: \w+$/mu, `status: ${value}`));
  const key = (text: string) => edited(paths.design, (design) => design.replace("---\ntype", `---\n${text}\ntype`));
  return [
    forged({}),
    forged({ signer: "mallory@example.com" }),
    forged({ gate: "architecture" }),
    forged({ time: "2099-01-01T00:00:00Z" }),
    edited(paths.signers, (text) => text + line),
    edited(paths.signers, () => line.replace("mallory", "alice")),
    approvals({ gates: {} }),
    approvals({ gates: { architecture: { role: "reviewer" } } }),
    approvals({ gates: { design: { role: "reviewer", direct: false } } }),
    approvals({ people: { alice: ["alice@example.com", "mallory@example.com"], bob: ["bob@example.com"] } }),
    config(({ approvals: _approvals, ...rest }) => rest),
    config((rest) => ({ ...rest, exempt: [{ files: ["src/**", "docs/**"], reason: "x", owes: [] }] })),
    config((rest) => ({
      ...rest,
      components: [{ source: "lib/{path}.ts", design: "d/{path}.md", test: "t/{path}.ts" }],
    })),
    config((rest) => ({ ...rest, types: { module: { route: "direct" } } })),
    config((rest) => ({ ...rest, project: "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c12" })),
    edited(paths.config, () => '{ "version": 1 }'),
    (files) => without(files, paths.config),
    (files) => without(files, paths.design),
    (files) => without(files, paths.context),
    (files) => ({ ...without(files, paths.design), "docs/design/sessions/other.md": files[paths.design] ?? "" }),
    status("draft"),
    status("planned"),
    status("deprecated"),
    key("route: direct"),
    key("%YAML 1.2"),
    key("stories: [a]"),
    edited(paths.design, (text) => text.replace("type: module", "type: policy")),
    edited(paths.design, (text) => text.replace("context: sessions\n", "")),
    edited(paths.design, (text) => text.replace(/^(status: \w+\n)(?:approvals:\n(?: .*\n)+)?/mu, `$1${own}`)),
    edited(paths.design, (text) => text.replace(/^(status: \w+\n)(?:approvals:\n(?: .*\n)+)?/mu, `$1${ofContext}`)),
    edited(paths.design, (text) => text.replace(/^(status: \w+\n)(?:approvals:\n(?: .*\n)+)?/mu, "$1approvals: []\n")),
    edited(paths.design, (text) => `${text}\n## Notes\n\nx\n`),
    edited(paths.design, (text) => text.replaceAll("\n", "\r\n")),
    edited(paths.context, (text) => text.replace("- `sessions/store`: keeps them\n", "")),
    edited(paths.source, (text) => `${text}export {};\n`),
    (files) => ({ ...files, "src/.designrc.json": '{ "root": true, "exempt": [{ "files": ["**"], "reason": "x" }] }' }),
  ];
}

/**
 * Starts from a change in which source and design say something that nobody approved, and tampers with everything but the signatures of
 * approvers: the judgement never becomes a pass. A change that cannot be judged at all is no pass either.
 */
export async function proveTampering(keys: ReadonlyMap<string, string>, numRuns: number): Promise<number> {
  const base = {
    ...approvedProject(keys),
    [paths.config]: configText(["alice", "bob"]),
    [paths.signers]: signersFile(keys),
  };
  const change = {
    ...base,
    [paths.design]: designText.replace("one session", "two sessions"),
    [paths.source]: "export const limit: number = 2;\n",
  };
  const all = tamperings(softwareKey("ed25519"), base);
  const facts = new Map<string, unknown>();
  const cache = {
    get: (key: string) => facts.get(key),
    set: (key: string, value: unknown) => void facts.set(key, value),
  };
  let judged = 0;
  const run = fc.asyncProperty(fc.array(fc.nat(all.length - 1), { maxLength: 5 }), async (steps) => {
    const files = steps.reduce<Files>((before, step) => all[step]?.(before) ?? before, change);
    try {
      const { findings, policy } = await judgeFiles(files, { base, cache });
      judged++;
      expect(policy).not.toBeNull();
      expect(findings.filter(({ rule }) => !waits.has(rule))).not.toEqual([]);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "UserError") throw error;
    }
  });
  await fc.assert(run, { numRuns });
  return judged;
}

/** What a hook lets pass is no refusal: the changed source has to be one in every case. */
const waits: ReadonlySet<string> = new Set(["approval/missing", "approval/stale", "approval/suspect"]);
