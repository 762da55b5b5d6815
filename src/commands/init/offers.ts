import { dependsOn, withScript } from "./package-script.ts";
import { workflowPaths } from "./workflow.ts";

/** What the project has that `init` may add to. */
export interface ProjectFacts {
  readonly paths: ReadonlySet<string>;
  readonly isGit: boolean;
  /** Text of `package.json` at the root. */
  readonly packageJson: string | undefined;
  /** Text of `.husky/pre-commit`. */
  readonly hook: string | undefined;
}

/** Something that `init` can write besides the config. */
export type Offer = "hook" | "script" | "workflow" | "verify";

/** The line that a commit hook needs: the program itself, since `npx` takes several times as long as the check. Only Yarn knows where its packages are. */
export function hookLine(paths: ReadonlySet<string>): string {
  if (paths.has(".yarnrc.yml")) return "yarn run design-lint --staged";
  return `${packageFolder(paths)}node_modules/.bin/design-lint --staged`;
}

/** The folder of the project's package, "" or ending in `/`: the top, unless the only manifest stands below it. */
export function packageFolder(paths: ReadonlySet<string>): string {
  const manifests = [...paths].filter((path) => /(?:^|\/)package\.json$/u.test(path));
  const [only = ""] = manifests.length === 1 ? manifests : [];
  return only.slice(0, only.lastIndexOf("/") + 1);
}

/** Where husky looks for the hook. */
export const hookPath = ".husky/pre-commit";

/** An offer as a question, and the answer where nobody is asked. */
export interface Question {
  readonly offer: Offer;
  readonly text: string;
  readonly byDefault: boolean;
}

/** What can be offered to a project: nothing that it has already. */
export function offersFor({ paths, isGit, packageJson, hook }: ProjectFacts): readonly Question[] {
  const hasFolder = [...paths].some((path) => path.startsWith(".github/"));
  const questions: readonly (Question & { readonly fits: boolean })[] = [
    {
      offer: "hook",
      text: `Check before each commit (${hookPath})?`,
      byDefault: true,
      fits: isGit && hook === undefined && otherHooks(paths) === null,
    },
    {
      offer: "script",
      text: 'Add a script "design-lint" to package.json?',
      byDefault: true,
      fits: packageJson !== undefined && withScript(packageJson) !== null,
    },
    {
      offer: "workflow",
      text: `Check changes on GitHub (${workflowPaths.check})?`,
      byDefault: hasFolder,
      fits: isGit && !paths.has(workflowPaths.check),
    },
    {
      offer: "verify",
      text: `Judge their approvals from the base, where no change can alter the judge (${workflowPaths.verify})?`,
      byDefault: hasFolder,
      fits: isGit && !paths.has(workflowPaths.verify),
    },
  ];
  return questions.filter(({ fits }) => fits).map(({ offer, text, byDefault }) => ({ offer, text, byDefault }));
}

/** The config of another hook manager, null without one. */
function otherHooks(paths: ReadonlySet<string>): string | null {
  const files = ["lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".pre-commit-config.yaml"];
  return files.find((file) => paths.has(file)) ?? null;
}

const prettierFile = /^(?:\.prettierrc.*|prettier\.config\..+|\.prettierignore)$/u;

/** What a person still has to do or to know, one sentence each; `add` is the command line that adds packages. */
export function adviceFor(facts: ProjectFacts, chosen: ReadonlySet<Offer>, add: string): readonly string[] {
  const { paths, packageJson = "{}", hook } = facts;
  const advice: string[] = [];
  const other = otherHooks(paths);
  if (other !== null) advice.push(`Add to the pre-commit hook in ${other}: ${hookLine(paths)}`);
  if (hook !== undefined && !hook.includes("design-lint"))
    advice.push(`Add this line to ${hookPath}: ${hookLine(paths)}`);
  if (chosen.has("hook") && !dependsOn(packageJson, "husky")) {
    advice.push(`Switch the hook on: ${add} husky && npm pkg set scripts.prepare=husky && npm run prepare`);
  }
  if (!dependsOn(packageJson, "design-lint")) advice.push(`Install design-lint in the project: ${add} design-lint`);
  if (chosen.has("verify"))
    advice.push(
      "Require the checks `check` and `verify` of the protected branch, and guard .github/ and .designrc.json by CODEOWNERS",
    );
  const prettier = dependsOn(packageJson, "prettier") || [...paths].some((path) => prettierFile.test(path));
  if (prettier) {
    advice.push(
      "A formatter that rewrites an approved document voids its approval: list the documents in .prettierignore",
    );
  }
  return advice;
}
