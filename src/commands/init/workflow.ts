import type { PackageManager } from "./package-manager.ts";

const setup: Readonly<Record<PackageManager["name"], readonly string[]>> = {
  npm: [],
  pnpm: ["- run: corepack enable"],
  yarn: ["- run: corepack enable"],
  bun: ["- uses: oven-sh/setup-bun@v2"],
};

/** A workflow of GitHub Actions: where GitHub looks for it, and its text. */
export interface Workflow {
  readonly path: (typeof workflowPaths)[keyof typeof workflowPaths];
  readonly text: string;
}

/** Where the two workflows stand: the check of the change itself, and the judgement of its approvals from the base. */
export const workflowPaths = {
  check: ".github/workflows/design-lint.yml",
  verify: ".github/workflows/design-lint-verify.yml",
} as const;

/**
 * The two jobs of the recipe in docs/approvals.md. `check` runs the change's own tool on the change. `verify` runs what the protected
 * branch has, and reads the result of the merge as git objects: nothing of a change can alter how it is judged.
 */
export function workflows(manager: PackageManager, branch: string): readonly Workflow[] {
  return [
    { path: workflowPaths.check, text: checkText(manager) },
    { path: workflowPaths.verify, text: verifyText(manager, branch) },
  ];
}

function checkText({ name, install, run }: PackageManager): string {
  return `name: design-lint
on: [pull_request, push]
permissions:
  contents: read
${jobText("check", [
  "- uses: actions/checkout@v4",
  "  with: { fetch-depth: 0 } # the history tells which files moved and what a branch changed",
  ...nodeSteps(name),
  `- run: ${install}`,
  `- run: ${run} design-lint --format github`,
])}`;
}

/**
 * Without `edited` a pull request could be judged against one branch and then be pointed at another; without `branches` one against
 * an unguarded branch would give the same commit a good name.
 */
function verifyText({ name, install, withoutScripts, run }: PackageManager, branch: string): string {
  return `name: design-lint verify
on:
  pull_request_target: # the workflow of the base; safe as long as nothing of the change is checked out
    branches: [${JSON.stringify(branch)}]
    types: [opened, synchronize, reopened, edited]
permissions:
  contents: read
${jobText("verify", [
  "- uses: actions/checkout@v4",
  `  with: { ref: "${forgeValue("github.event.pull_request.base.ref")}", fetch-depth: 0, persist-credentials: false }`,
  ...nodeSteps(name),
  `- run: ${install} ${withoutScripts}`,
  `- run: git fetch origin "refs/pull/${forgeValue("github.event.number")}/merge"`,
  `- run: ${run} design-lint verify --policy-ref "refs/remotes/origin/$GITHUB_BASE_REF" --tree FETCH_HEAD`,
])}`;
}

function forgeValue(name: string): string {
  return `\${{ ${name} }}`;
}

function nodeSteps(name: PackageManager["name"]): readonly string[] {
  return ["- uses: actions/setup-node@v4", "  with: { node-version: 22 }", ...setup[name]];
}

function jobText(name: string, steps: readonly string[]): string {
  return `jobs:
  ${name}:
    runs-on: ubuntu-latest
    steps:
${steps.map((step) => `      ${step}\n`).join("")}`;
}
