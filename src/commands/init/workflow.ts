import type { PackageManager } from "./package-manager.ts";

const setup: Readonly<Record<PackageManager["name"], readonly string[]>> = {
  npm: [],
  pnpm: ["- run: corepack enable"],
  yarn: ["- run: corepack enable"],
  bun: ["- uses: oven-sh/setup-bun@v2"],
};

/** Where GitHub looks for workflows. */
export const workflowPath = ".github/workflows/design-lint.yml";

/** A workflow of GitHub Actions that checks every push and pull request, annotations included. */
export function workflowText({ name, install, run }: PackageManager): string {
  const steps = [
    "- uses: actions/checkout@v4",
    "  with:",
    "    # The history tells which files moved and what a branch changed.",
    "    fetch-depth: 0",
    "- uses: actions/setup-node@v4",
    "  with:",
    "    node-version: 22",
    ...setup[name],
    `- run: ${install}`,
    `- run: ${run} design-lint --format github`,
  ];
  return `name: design-lint

on:
  push:
  pull_request:

permissions:
  contents: read

jobs:
  design-lint:
    runs-on: ubuntu-latest
    steps:
${steps.map((step) => `      ${step}\n`).join("")}`;
}
