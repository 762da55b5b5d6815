/** How a project installs packages and runs their programs. */
export interface PackageManager {
  readonly name: "npm" | "pnpm" | "yarn" | "bun";
  /** Command line that adds development dependencies; their names follow. */
  readonly add: string;
  /** Command line that installs exactly what the lock file says. */
  readonly install: string;
  /** Command line that runs an installed program; its name follows. */
  readonly run: string;
}

const managers: readonly (readonly [RegExp, PackageManager])[] = [
  [
    /^pnpm-lock\.yaml$/u,
    { name: "pnpm", add: "pnpm add --save-dev", install: "pnpm install --frozen-lockfile", run: "pnpm exec" },
  ],
  [/^yarn\.lock$/u, { name: "yarn", add: "yarn add --dev", install: "yarn install --immutable", run: "yarn run" }],
  [/^bun\.lockb?$/u, { name: "bun", add: "bun add --dev", install: "bun install --frozen-lockfile", run: "bunx" }],
  [
    /^(?:package-lock|npm-shrinkwrap)\.json$/u,
    { name: "npm", add: "npm install --save-dev", install: "npm ci", run: "npx --no-install" },
  ],
];

/** The package manager whose lock file stands at the root; npm without a lock file where there is none. */
export function packageManager(paths: ReadonlySet<string>): PackageManager {
  const names = [...paths].filter((path) => !path.includes("/"));
  const found = managers.find(([lockFile]) => names.some((name) => lockFile.test(name)));
  return found?.[1] ?? { name: "npm", add: "npm install --save-dev", install: "npm install", run: "npx --no-install" };
}
