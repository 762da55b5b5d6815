import type { Splice } from "../edit.ts";
import { type Bindings, bindFile } from "./bindings.ts";
import { type DeclaredModule, readBlocks } from "./block.ts";
import type { CompareInput } from "./compare.ts";
import { type Candidate, createTrial, type Trial } from "./mend-check.ts";
import { insertExplicitly } from "./mend-insert.ts";
import { type MendDocument, markdownSplices } from "./mend-markdown.ts";
import { renameSplices } from "./mend-name.ts";
import { type Piece, type Pieces, piecesOfExport, printedPieces, withMentioned } from "./mend-pieces.ts";
import { slotSplices } from "./mend-slot.ts";
import { importEdits, memberEdits, type Rewriting, starEdits, statementEdits, wholeEdits } from "./mend-statements.ts";
import { joined } from "./mend-text.ts";
import { isDrift } from "./mendable.ts";
import { parseSource } from "./parse.ts";
import type { InterfaceFinding, InterfaceRule, InterfaceVerdict } from "./verdict.ts";

/** A comparison and the text of its document. */
export interface MendInput extends CompareInput {
  readonly markdown: MendDocument;
}

/**
 * The verdict with the edits that mend its findings. An edit is offered only where comparing again shows that its findings are
 * gone and none has come; findings of one export, and all exports that are missing in the block, share one edit.
 */
export function mendInterface(verdict: InterfaceVerdict, input: MendInput): InterfaceVerdict {
  const design = readBlocks(input.blocks, input.source.path);
  const run: Run = {
    input,
    design,
    trial: createTrial(input, design),
    pieces: once(() => piecesOf(input)),
    bindings: once(() => bindFile(parseSource(input.source.path, input.source.text))),
  };
  const drift = verdict.findings.filter(isDrift);
  const found = [...mendChanged(drift, run), ...mendMissing(drift, run)];
  const splices = new Map<InterfaceFinding, readonly Splice[]>();
  for (const candidate of found) {
    const written = markdownSplices(joined(candidate.splices), input.blocks, { design, document: input.markdown });
    if (written !== null) for (const finding of candidate.findings) splices.set(finding, written);
  }
  const findings = verdict.findings.map((finding) => {
    const edits = splices.get(finding);
    return edits === undefined ? finding : { ...finding, mend: titleOf(finding), splices: edits };
  });
  return { ...verdict, findings };
}

function titleOf({ rule, export: name, member }: InterfaceFinding): string {
  const label = member === undefined ? name : `${name}.${member}`;
  if (rule === "interface/undeclared-export") return `Declare ${name} in the design as the source has it`;
  if (rule === "interface/unknown-name") return `Write the declaration of ${name} into the Interface block`;
  return `Write ${label} in the design as the source has it`;
}

interface Run {
  readonly input: MendInput;
  readonly design: DeclaredModule;
  readonly trial: Trial;
  pieces(): Pieces;
  /** The names of the source itself. */
  bindings(): Bindings;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function piecesOf({ source, oracle }: MendInput): Pieces {
  return printedPieces(source, oracle ?? { declarationOf: () => ({ ok: false, reason: "there is no compiler" }) });
}

type Level = (unit: Rewriting, run: Run) => readonly Splice[] | null;

/** From the smallest edit to the largest. */
const levels: readonly Level[] = [
  ({ findings, design }, { input }) => renameSplices(findings, design, input.source.text),
  ({ findings, design }, { input }) => slotSplices(findings, design, input.source.text),
  memberEdits,
  statementEdits,
  wholeEdits,
  starEdits,
  (unit, { bindings }) => importEdits(unit, bindings()),
];

function mendChanged(findings: readonly InterfaceFinding[], run: Run): readonly Candidate[] {
  const changed = findings.filter(({ rule }) => rule === "interface/changed" || rule === "interface/spelling");
  let open = [...new Set(changed.map((finding) => finding.export))].map((name) => ({
    name,
    findings: changed.filter((finding) => finding.export === name),
  }));
  const done: Candidate[] = [];
  for (const level of levels) {
    const candidates = open.flatMap((unit): Candidate[] => {
      const splices = level({ ...unit, design: run.design, pieces: run.pieces }, run);
      return splices === null || splices.length === 0 ? [] : [{ findings: unit.findings, splices }];
    });
    const passed = run.trial.passing(candidates);
    done.push(...passed);
    open = open.filter((unit) => !passed.some((candidate) => candidate.findings === unit.findings));
    if (open.length === 0) break;
  }
  return done;
}

/** What the block lacks is put in by one edit for each rule, so that several declarations at one place keep their order. */
function mendMissing(findings: readonly InterfaceFinding[], run: Run): readonly Candidate[] {
  return (["interface/undeclared-export", "interface/unknown-name"] as const).flatMap((rule) => {
    const own = findings.filter((finding) => finding.rule === rule);
    if (own.length === 0) return [];
    const whole = run.trial.passing([inserting(own, rule, run)]);
    if (whole.length > 0 || own.length === 1) return whole;
    const single = own.filter((finding) => run.trial.passing([inserting([finding], rule, run)]).length > 0);
    return single.length === 0 ? [] : run.trial.passing([inserting(single, rule, run)]);
  });
}

function inserting(findings: readonly InterfaceFinding[], rule: InterfaceRule, run: Run): Candidate {
  const { design } = run;
  const pieces = run.pieces();
  const exports = new Map<Piece, Set<string>>();
  for (const finding of findings) {
    const own =
      rule === "interface/unknown-name"
        ? pieces.all.filter((piece) => piece.names.includes(finding.export))
        : piecesFor(finding, run);
    for (const piece of own) exports.set(piece, (exports.get(piece) ?? new Set()).add(finding.export));
  }
  const { declarations, imports } = design.module.bindings;
  const wanted = withMentioned([...exports.keys()], pieces, (name) => declarations.has(name) || imports.has(name));
  return { findings, splices: insertExplicitly({ design, pieces, wanted, exports }) };
}

/** The pieces of an export; for a star, or a name that comes through one, those of the star. */
function piecesFor({ export: name, actual }: InterfaceFinding, run: Run): readonly Piece[] {
  const own = piecesOfExport(name, run.pieces());
  if (own.length > 0 || actual === undefined) return own;
  const written = parseSource("star.ts", run.input.source.text.slice(actual.start, actual.end));
  const [star] = bindFile(written).stars;
  return star === undefined
    ? []
    : run.pieces().all.filter(({ bindings }) => bindings.stars[0]?.specifier === star.specifier);
}
