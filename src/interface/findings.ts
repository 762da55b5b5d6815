import type ts from "typescript";
import type { Range } from "../range.ts";
import type { DeclaredModule } from "./block.ts";
import type { Difference } from "./difference.ts";
import type { Module } from "./module-graph.ts";
import { typescript } from "./typescript.ts";
import type { InterfaceFinding } from "./verdict.ts";
import { consequence, exportWords, labelOf, sentence } from "./words.ts";

/** A difference and the export that it was found in. */
export interface Found {
  readonly name: string;
  readonly difference: Difference;
}

/** What places and words are taken from. */
export interface FindingInput {
  readonly design: DeclaredModule;
  readonly source: Module;
  /** Name → why the compiler could not say what it is. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** The findings of all differences: one for each place, and one undecided for each export. */
export function findingsOf(found: readonly Found[], input: FindingInput): readonly InterfaceFinding[] {
  const findings = new Map<string, InterfaceFinding>();
  for (const entry of found) {
    const finding = findingOf(entry, input);
    const key = finding.rule === "interface/undecided" ? `undecided ${entry.name}` : placeKey(entry);
    if (!findings.has(key)) findings.set(key, finding);
  }
  // Two arguments of one type that changed places are told in one sentence.
  const sentences = new Map([...findings.values()].reverse().map((finding) => [sentenceKey(finding), finding]));
  return [...findings.values()].filter((finding) => sentences.get(sentenceKey(finding)) === finding);
}

function sentenceKey({ rule, change, member, message, export: name }: InterfaceFinding): string {
  return JSON.stringify([rule, change, name, member, message]);
}

// Several exports may reach one place in a type; two exports are never one because nothing deeper is known of them.
function placeKey({ name, difference }: Found): string {
  const { declared, actual } = difference.places;
  const deepest = [declared, actual].map((nodes) => nodes.slice(1).at(-1));
  const places = deepest.map((node) =>
    node === undefined ? name : `${node.getSourceFile().fileName} ${node.pos} ${node.end}`,
  );
  return [difference.kind, difference.change, ...places].join(" ");
}

function findingOf({ name, difference }: Found, input: FindingInput): InterfaceFinding {
  const { path, change, places } = difference;
  const declared = placeIn(places.declared, input.design.module);
  const actual = placeIn(places.actual, input.source);
  return {
    ...spoken(name, difference, input),
    export: name,
    ...(path.length === 0 ? {} : { member: path.join(".") }),
    change,
    ...breakingOf(difference),
    ...(declared === null ? {} : { declared: input.design.rangeOf(declared) }),
    ...(actual === null ? {} : { actual }),
  };
}

function breakingOf({ kind, breaking }: Difference): Pick<InterfaceFinding, "breaking" | "information"> {
  if (kind === "information") return { breaking, information: true };
  return kind === "changed" ? { breaking } : {};
}

function spoken(
  name: string,
  difference: Difference,
  { reasons }: FindingInput,
): Pick<InterfaceFinding, "rule" | "message" | "mend"> {
  const label = labelOf([name, ...difference.path]);
  if (difference.kind === "undecided") {
    const reason = reasons.get(name) ?? difference.reason ?? "its type is not written";
    return {
      rule: "interface/undecided",
      message: `${label} could not be compared: ${reason}`,
      mend: `Write the type of ${label} out in the source`,
    };
  }
  if (difference.kind === "unknown-name") {
    const unknown = difference.declared === null ? name : difference.declared.text.replace(/^global:/u, "");
    return {
      rule: "interface/unknown-name",
      message: `Unexpected name ${unknown} in ${label}, which neither the design nor the source knows`,
      mend: `Declare or import ${unknown} in the Interface block`,
    };
  }
  if (difference.kind === "spelling") {
    return {
      rule: "interface/spelling",
      message: `${isAboutBases(difference) ? `${label} is inherited on one side and written out on the other` : sentence(name, difference)}, which is the same type in other words`,
      mend: `Write ${label} as the source does`,
    };
  }
  const { kind, breaking } = difference;
  return {
    rule: "interface/changed",
    message: sentence(name, difference) + (kind === "changed" ? consequence(breaking) : ""),
    mend: mendOf(label, difference),
  };
}

function isAboutBases({ change, declared, actual }: Difference): boolean {
  return change === "heritage" || declared === null || actual === null;
}

function mendOf(label: string, { kind, change, declared, actual }: Difference): string {
  if (change === "export-renamed")
    return `Export ${exportWords(declared?.text ?? "")} from the source, or declare ${exportWords(actual?.text ?? "")} in the design`;
  if (kind !== "information") return `Change the design or the source, so that both say the same of ${label}`;
  return change === "brand"
    ? `State in the design that ${label} has private members: \`${actual?.text === "private" ? "private x;" : "#private;"}\``
    : `Declare ${label} in the design as the source does`;
}

// The smallest node on the way down that stands in the file; inner ones may stand in other files, or in none.
function placeIn(nodes: readonly ts.Node[], module: Module): Range | null {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node !== undefined && node.getSourceFile() === module.file) return rangeOf(node);
  }
  return null;
}

function rangeOf(node: ts.Node): Range {
  const start = node.getStart();
  if (!typescript().isStatement(node)) return { start, end: withoutBody(node) };
  const name = "name" in node ? (node.name as ts.Node | undefined) : undefined;
  return name === undefined ? { start, end: withoutBody(node) } : { start: name.getStart(), end: name.end };
}

function withoutBody(node: ts.Node): number {
  const body = "body" in node ? (node.body as ts.Node | undefined) : undefined;
  return body === undefined ? node.end : body.pos;
}

/** Findings about names of the design that lead only to something that the source keeps to itself. */
export function hiddenFindings(
  names: readonly ts.Identifier[],
  { design }: { readonly design: DeclaredModule },
): readonly InterfaceFinding[] {
  return names.map((node) => ({
    rule: "interface/unknown-name",
    message: `Unexpected name ${node.text}, which the source declares but does not export`,
    mend: `Write the declaration of ${node.text} into the Interface block, without \`export\``,
    export: node.text,
    declared: design.rangeOf({ start: node.getStart(), end: node.end }),
  }));
}
