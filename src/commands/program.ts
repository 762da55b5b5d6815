import { Command, CommanderError } from "commander";
import type { ApproveRequest } from "./approve.ts";
import type { RawFlags } from "./check-flags.ts";
import type { DoctorFlags } from "./doctor.ts";
import type { PayloadFlags } from "./payload.ts";
import type { StatusFlags } from "./status.ts";
import type { VerifyFlags } from "./verify.ts";

/** What a command line asks for. */
export type Request =
  | { readonly command: "check"; readonly paths: readonly string[]; readonly flags: RawFlags }
  | { readonly command: "init"; readonly yes: boolean }
  | { readonly command: "new"; readonly type: string; readonly id: string; readonly config: string | null }
  | { readonly command: "mv"; readonly from: string; readonly to: string; readonly config: string | null }
  | { readonly command: "verify"; readonly flags: VerifyFlags }
  | { readonly command: "payload"; readonly path: string; readonly flags: PayloadFlags }
  | { readonly command: "approve"; readonly request: ApproveRequest }
  | { readonly command: "status"; readonly ids: readonly string[]; readonly flags: StatusFlags }
  | { readonly command: "doctor"; readonly flags: DoctorFlags }
  | { readonly command: "explain"; readonly rule: string }
  | { readonly command: "rules"; readonly format: string }
  | { readonly command: "done"; readonly exitCode: number };

/** What the argument parser says by itself: help, version, usage errors. */
export interface ProgramOutput {
  readonly version: string;
  stdout(text: string): void;
  stderr(text: string): void;
}

const examples = `
Examples:
  $ design-lint                          check the whole repository
  $ design-lint --fix                    scaffold missing designs and tests, apply safe fixes
  $ design-lint --fix-dry-run            show what --fix would change, as a diff
  $ design-lint --staged                 check what is about to be committed
  $ design-lint --since origin/main      check what a branch changes
  $ design-lint src/sessions             report on one folder only
  $ design-lint -f github -f sarif=design.sarif
  $ design-lint init                     set a project up
  $ design-lint new service billing/invoices
  $ design-lint mv billing/invoices invoices/ledger
  $ design-lint approve docs/design/billing/invoices.md
  $ design-lint verify --policy-ref origin/main
  $ design-lint status sessions
  $ design-lint explain interface/changed

Exit codes: 0 clean, 1 findings, 2 could not judge, 130 interrupted.
`;

/** Reads a command line. Usage errors are written and give \`done\` with exit code 2. */
export function readCommandLine(argv: readonly string[], output: ProgramOutput): Request {
  let request: Request = { command: "done", exitCode: 2 };
  const program = createProgram(output, (asked) => {
    request = asked;
  });
  try {
    program.parse([...argv], { from: "user" });
    return request;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { command: "done", exitCode: error.exitCode === 0 ? 0 : 2 };
  }
}

function createProgram(output: ProgramOutput, ask: (request: Request) => void): Command {
  const program = new Command("design-lint")
    .description("One reviewed design document per source file per test file, checked like lint.")
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr })
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("(run design-lint --help for all flags)")
    .enablePositionalOptions()
    .version(output.version, "-V, --version", "print the version")
    .addHelpText("after", examples);
  addCheck(program, ask);
  addCommands(program, ask);
  return program;
}

function addCheck(program: Command, ask: (request: Request) => void): void {
  program
    .argument("[paths...]", "files or folders to report on (default: everything)")
    .option("--fix", "scaffold what is missing and apply safe fixes")
    .option("--fix-dry-run", "print the fixes as a unified diff, write nothing")
    .option("--fix-type <kinds>", "only these kinds of fixes: scaffold,document,interface,status")
    .option("--unsafe", "also fixes that change the text of approved documents")
    .option("--staged", "judge the index: what is about to be committed")
    .option("--since <ref>", "report only what changed since the merge base with <ref>")
    .option("--tree <commit>", "judge a commit's tree instead of the work tree")
    .option("--policy-ref <ref>", "the protected ref: its people, keys and gates judge approvals")
    .option("-f, --format <name[=file]>", "pretty, concise, json, sarif, github; may be repeated", collect)
    .option("--max-warnings <n>", "fail when there are more warnings")
    .option("--quiet", "report errors only")
    .option("--strict", "treat warnings and undecided interfaces as errors")
    .option("-c, --config <file>", "use this config; its folder becomes the root")
    .option("--rule <id:severity>", "set a rule for this run; may be repeated", collect)
    .option("--only <id>", "run this rule alone; may be repeated", collect)
    .option("--no-cache", "neither read nor write the cache")
    .option("--stats", "say where the time went")
    .option("--color", "colour the output")
    .option("--no-color", "do not colour the output")
    .option("--no-error-on-unmatched-pattern", "a path that matches nothing is no error")
    .action((paths: string[], flags: RawFlags) => ask({ command: "check", paths, flags }));
}

function addCommands(program: Command, ask: (request: Request) => void): void {
  program
    .command("init")
    .description("detect the layout, write .designrc.json, offer hook, script and CI workflow")
    .option("-y, --yes", "ask nothing, take what was detected")
    .action((flags: { yes?: boolean }) => ask({ command: "init", yes: flags.yes === true }));
  program
    .command("new <type> <id>")
    .description("write a new document from its template, before any code")
    .option("-c, --config <file>", "use this config")
    .action((type: string, id: string, flags: { config?: string }) =>
      ask({ command: "new", type, id, config: flags.config ?? null }),
    );
  program
    .command("mv <from> <to>")
    .description("move a component: source, design, test and every reference")
    .option("-c, --config <file>", "use this config")
    .action((from: string, to: string, flags: { config?: string }) =>
      ask({ command: "mv", from, to, config: flags.config ?? null }),
    );
  addApprovals(program, ask);
  addOverviews(program, ask);
  program
    .command("explain <rule>")
    .description("print a rule's page")
    .action((rule: string) => ask({ command: "explain", rule }));
  program
    .command("rules")
    .description("list all rules")
    .option("-f, --format <name>", "pretty or json", "pretty")
    .action((flags: { format: string }) => ask({ command: "rules", format: flags.format }));
}

function addOverviews(program: Command, ask: (request: Request) => void): void {
  program
    .command("status [ids...]")
    .description("show how components, contexts and stories stand: status, approval, drift, tests")
    .option("-f, --format <name>", "pretty or json", "pretty")
    .option("--policy-ref <ref>", "the protected ref: its people, keys and gates rule")
    .option("-c, --config <file>", "use this config; its folder becomes the root")
    .action((ids: string[], flags: StatusFlags) => ask({ command: "status", ids, flags }));
  program
    .command("doctor")
    .description("see whether git, hook, CI, config and keys are wired")
    .option("--canary", "plant a drift in a copy of a source, and see whether the check finds it")
    .action((flags: DoctorFlags) => ask({ command: "doctor", flags }));
}

function addApprovals(program: Command, ask: (request: Request) => void): void {
  program
    .command("verify")
    .description("judge the signed approvals, and explain each verdict")
    .option("--policy-ref <ref>", "the protected ref: its people, keys and gates rule")
    .option("--tree <commit>", "judge a commit's tree instead of the work tree")
    .option("--staged", "judge the index: what is about to be committed")
    .action((flags: VerifyFlags) => ask({ command: "verify", flags }));
  program
    .command("payload <document>")
    .description("print the exact bytes that an approval signs, to sign by hand")
    .option("--gate <gate>", "story, architecture, design or policy (default: the document's own)")
    .option("--signer <address>", "who signs (default: git's user.email)")
    .option("--policy-ref <ref>", "the protected ref")
    .action((path: string, flags: PayloadFlags) => ask({ command: "payload", path, flags }));
  signing(program.command("approve [documents...]"))
    .description("sign that documents are right as they are, at a terminal")
    .option("--suspect <context>", "everything below this context that is suspect")
    .action((paths: string[], flags: SigningFlags) => ask({ command: "approve", request: { paths, ...flags } }));
  signing(program.command("revoke <documents...>"))
    .description("take an approval back, signed")
    .requiredOption("--reason <text>", "why, in at most 200 characters")
    .action((paths: string[], flags: SigningFlags) => ask({ command: "approve", request: { paths, ...flags } }));
}

type SigningFlags = Omit<ApproveRequest, "paths">;

function signing(command: Command): Command {
  return command
    .option("--gate <gate>", "story, architecture, design or policy (default: the document's own)")
    .option("--key <file>", "the SSH key to sign with (default: git's signing key)")
    .option("--signer <address>", "which of the key's addresses signs")
    .option("--policy-ref <ref>", "the protected ref");
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
