/** How a project installs packages and runs their programs. */
export interface PackageManager {
  readonly name: "npm" | "pnpm" | "yarn" | "bun";
  /** Command line that adds development dependencies; their names follow. */
  readonly add: string;
  /** Command line that installs exactly what the lock file says. */
  readonly install: string;
  /** Flag of `install` that keeps packages from running scripts of theirs. */
  readonly withoutScripts: string;
  /** Command line that runs an installed program; its name follows. */
  readonly run: string;
}

const npm: PackageManager = {
  name: "npm",
  add: "npm install --save-dev",
  install: "npm install",
  withoutScripts: "--ignore-scripts",
  run: "npx --no-install",
};

const managers: readonly (readonly [RegExp, PackageManager])[] = [
  [
    /^pnpm-lock\.yaml$/u,
    {
      name: "pnpm",
      add: "pnpm add --save-dev",
      install: "pnpm install --frozen-lockfile",
      withoutScripts: "--ignore-scripts",
      run: "pnpm exec",
    },
  ],
  [
    /^yarn\.lock$/u,
    {
      name: "yarn",
      add: "yarn add --dev",
      install: "yarn install --immutable",
      withoutScripts: "--mode=skip-build",
      run: "yarn run",
    },
  ],
  [
    /^bun\.lockb?$/u,
    {
      name: "bun",
      add: "bun add --dev",
      install: "bun install --frozen-lockfile",
      withoutScripts: "--ignore-scripts",
      run: "bunx",
    },
  ],
  [/^(?:package-lock|npm-shrinkwrap)\.json$/u, { ...npm, install: "npm ci" }],
];

/** The package manager whose lock file stands at the root; npm without a lock file where there is none. */
export function packageManager(paths: ReadonlySet<string>): PackageManager {
  const names = [...paths].filter((path) => !path.includes("/"));
  const found = managers.find(([lockFile]) => names.some((name) => lockFile.test(name)));
  return found?.[1] ?? npm;
}
