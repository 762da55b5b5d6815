import ts from "typescript";
import type { CodeBlock } from "../../src/document/document.ts";
import { documentFacts } from "../../src/document/facts.ts";
import { interfaceBlocks } from "../../src/document/interface-blocks.ts";
import { compareInterface } from "../../src/interface/compare.ts";
import { sourceFacts } from "../../src/interface/facts.ts";
import { printInterface } from "../../src/interface/print.ts";
import type { TypeOracle } from "../../src/interface/type-oracle.ts";
import type { InterfaceFinding } from "../../src/interface/verdict.ts";
import { parsed } from "../corpus/support/tree.ts";
import { blockOf, filesOf } from "../support/interface/compared.ts";

/** Two texts to be compared, and what must come out besides a verdict. */
export interface FuzzInput {
  readonly kind: string;
  /** The Markdown that holds what is declared; else it is one block. */
  readonly document?: string;
  readonly declared: string;
  readonly actual: string;
  /** `equal`: both are one text. `symmetric`: swapped they must not say the opposite. `emit`: what the compiler emits differently is not equal. */
  readonly laws: readonly ("equal" | "symmetric" | "emit" | "print")[];
}

export type Verdict = "equal" | "different" | "undecided" | "unparseable";

export interface Failure {
  readonly law: string;
  readonly detail: string;
}

const neighbours = {
  "src/b.ts": "export interface B { b: 1; a: string }\nexport type { T } from './a';\nexport const made = 1;\n",
  "src/c.ts": 'export * from "./a";\nexport * from "./b";\nexport * from "./c";\n',
};

const silent: TypeOracle = { declarationOf: () => ({ ok: false, reason: "there is no compiler here" }) };

function findingsOf(declared: string, actual: string): readonly InterfaceFinding[] {
  return findingsIn([blockOf(declared)], actual);
}

function findingsIn(blocks: readonly CodeBlock[], actual: string): readonly InterfaceFinding[] {
  return compareInterface({
    source: { path: "src/a.ts", text: actual },
    document: { path: "docs/design/a.md" },
    blocks,
    files: filesOf({ ...neighbours, "src/a.ts": actual }),
    oracle: silent,
  }).findings;
}

/** The verdict on two texts. */
export function verdictOf(declared: string, actual: string): Verdict {
  return summary(findingsOf(declared, actual));
}

function summary(findings: readonly InterfaceFinding[]): Verdict {
  const rules = new Set(findings.filter(({ information }) => information !== true).map(({ rule }) => rule));
  if (rules.has("interface/unparseable")) return "unparseable";
  const drift = [...rules].filter((rule) => rule !== "interface/undecided" && rule !== "interface/spelling");
  if (drift.length > 0) return "different";
  return rules.size > 0 ? "undecided" : "equal";
}

/** Runs one piece of work of the product: a comparison, facts or a print. */
export type Run = <T>(work: () => T) => T;

/** What is wrong with the verdicts on an input; null where all laws hold. `run` sees each piece of work, and none of what tests do besides. */
export function check(
  input: FuzzInput,
  run: Run = (work) => work(),
): { readonly verdict: Verdict | null; readonly failure: Failure | null } {
  try {
    const findings =
      input.document === undefined
        ? run(() => findingsOf(input.declared, input.actual))
        : documentFindings(input.document, input.actual, run);
    const verdict = summary(findings);
    return { verdict, failure: lawBroken(input, { verdict, findings, run }) };
  } catch (error) {
    return {
      verdict: null,
      failure: { law: "exception", detail: error instanceof Error ? `${error.stack}` : String(error) },
    };
  }
}

function documentFindings(document: string, actual: string, run: Run): readonly InterfaceFinding[] {
  const bytes = Buffer.from(document);
  const { blocks } = run(() => documentFacts(bytes));
  return run(() => findingsIn(interfaceBlocks(blocks), actual));
}

interface Judged {
  readonly verdict: Verdict;
  readonly findings: readonly InterfaceFinding[];
  readonly run: Run;
}

function lawBroken(input: FuzzInput, { verdict, findings, run }: Judged): Failure | null {
  const { laws, declared, actual, document } = input;
  run(() => sourceFacts(actual, "src/a.ts"));
  const outside = document === undefined ? undefined : findings.find((finding) => !isPlaced(finding, document));
  if (outside !== undefined) return { law: "placed", detail: JSON.stringify(outside) };
  if (laws.includes("print")) {
    const block = run(() => printInterface({ path: "src/a.ts", text: actual }, silent)).text;
    const told = run(() => findingsOf(block, actual));
    // Exports that are left out as undecided are read from the source, where cycles may close elsewhere.
    const isWhole = !block.includes("// undecided: ");
    if (isWhole && verdict !== "unparseable" && summary(told) === "different")
      return { law: "print", detail: `${shown(told)}\n${block}` };
  }
  if (laws.includes("equal") && verdict === "different") return { law: "equal", detail: shown(findings) };
  if (laws.includes("symmetric")) {
    const back = run(() => verdictOf(actual, declared));
    const opposite = (verdict === "equal" && back === "different") || (verdict === "different" && back === "equal");
    if (opposite && !isOneWay(declared, actual))
      return { law: "symmetric", detail: `${verdict}, swapped ${back}: ${shown(findings)}` };
  }
  if (laws.includes("emit") && verdict === "equal" && emitted(declared) !== emitted(actual))
    return { law: "emit", detail: `emitted differently:\n${emitted(declared)}\n---\n${emitted(actual)}` };
  return null;
}

function isPlaced({ declared }: InterfaceFinding, document: string): boolean {
  if (declared === undefined) return true;
  return declared.start >= 0 && declared.start <= declared.end && declared.end <= document.length;
}

function shown(findings: readonly InterfaceFinding[]): string {
  return findings.map(({ rule, export: name, message }) => `${rule} ${name}: ${message}`).join("; ");
}

// A design may leave brands out, enum values that a declaration cannot tell, and every `export` of a namespace; and what it does not name itself it takes
// from the source. A source may do none of it.
function isOneWay(declared: string, actual: string): boolean {
  return (
    /\bprivate\b|#[a-z]|\benum\b|\bnamespace\b/u.test(declared + actual) ||
    surroundings(declared) !== surroundings(actual)
  );
}

/** The imports of a text, and what it declares. */
function surroundings(text: string): string {
  const statements = parsed(text).statements.map((statement) => {
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return statement.getText();
    return (statement as ts.Statement & { readonly name?: ts.Node }).name?.getText() ?? "";
  });
  return statements.sort().join("\n");
}

function emitted(text: string): string {
  const { outputText } = ts.transpileDeclaration(text, {
    compilerOptions: {
      removeComments: true,
      strict: true,
      target: ts.ScriptTarget.ES2022,
      isolatedDeclarations: false,
    },
    fileName: "src/a.ts",
  });
  return outputText;
}
