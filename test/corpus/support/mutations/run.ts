import type { InterfaceFinding } from "../../../../src/interface/verdict.ts";
import { diceOf, seedOf } from "../dice.ts";
import type { Original } from "../metamorphosis.ts";
import { variantOf } from "../project.ts";
import { parsed, syntaxErrors } from "../tree.ts";
import type { Operator } from "./operator.ts";
import { edited, type FileSites, type Site, sitesIn } from "./sites.ts";

/** A corpus to mutate: projects with their documents, and where the operators may look. */
export interface Targets {
  readonly files: readonly { readonly original: Original; readonly path: string; readonly sites: FileSites }[];
}

export function targetsOf(originals: readonly Original[]): Targets {
  return {
    files: originals.flatMap((original) =>
      original.project.chosen.map((path) => ({
        original,
        path,
        sites: sitesIn(parsed(original.project.texts.get(path) ?? "", path)),
      })),
    ),
  };
}

export interface RowOutcome {
  /** Sites that there are, and those that were mutated. */
  readonly found: number;
  readonly mutated: number;
  readonly real: number;
  /** Not judged: they need a compiler of their own, and the row has had its share of those. */
  readonly open: number;
  readonly problems: readonly string[];
}

/** How much a run does for a row. */
export interface Effort {
  readonly seed: number;
  readonly sites: number;
  /** A compiler for one mutant costs seconds. */
  readonly questions: number;
}

/** Mutates some sites, chosen by chance, and holds each verdict to what the row says. */
export function runOperator(operator: Operator, targets: Targets, { seed, sites, questions }: Effort): RowOutcome {
  let asked = 0;
  const dice = diceOf(seedOf(`${seed} ${operator.row}`));
  const all = targets.files.flatMap((file) => operator.sites(file.sites).map((site) => ({ ...file, site })));
  const isSeed = ({ original }: (typeof all)[number]): boolean => original.project.name === "seeds";
  const real = dice.shuffled(all.filter((entry) => !isSeed(entry))).slice(0, sites);
  const made = dice.shuffled(all.filter(isSeed)).slice(0, Math.max(2, sites - real.length));
  const judged = [...real, ...made].map(({ original, path, site }) =>
    judge(operator, { original, path, site }, () => asked++ < questions),
  );
  const open = judged.filter((outcome) => outcome === "open").length;
  const problems = judged.flatMap((outcome) => (outcome === "open" ? [] : outcome));
  return { found: all.length, mutated: judged.length - open, real: real.length, open, problems };
}

interface Case {
  readonly original: Original;
  readonly path: string;
  readonly site: Site;
}

function judge(operator: Operator, { original, path, site }: Case, mayAsk: () => boolean): readonly string[] | "open" {
  const text = original.project.texts.get(path) ?? "";
  const mutant = edited(text, site.edits);
  const where = `${operator.row} ${operator.name}: ${original.project.name} ${path} ${site.name}`;
  const broken = syntaxErrors(mutant, path);
  if (broken.length > 0) return [`${where}: broken syntax: ${broken[0]}`];
  const block = original.blocks.get(path) ?? "";
  const quick = original.variant.compare(path, [block], { source: { path, text: mutant } });
  const first = misses(operator, { original, path, site }, quick);
  if (first === null) return [];
  if (!mayAsk()) return "open";
  // The compiler had the unchanged source in mind: asked anew it may say something else.
  const findings = variantOf({ ...original.project, chosen: [path] }, new Map([[path, mutant]])).compare(path, [block]);
  const missed = misses(operator, { original, path, site }, findings);
  return missed === null ? [] : [`${where}: ${missed}\n${shownMutation(text, mutant)}`];
}

function misses(
  { expected }: Operator,
  { original, path, site }: Case,
  all: readonly InterfaceFinding[],
): string | null {
  const before = new Set((original.findings.get(path) ?? []).map(keyOf));
  const fresh = all.filter((finding) => !before.has(keyOf(finding)));
  const findings = fresh.filter(({ information }) => information !== true);
  const told = fresh.filter(({ information }) => information === true).map(({ change }) => change ?? "");
  const shown = (list: readonly InterfaceFinding[]): string =>
    JSON.stringify(
      list.map(({ rule, export: name, change, breaking, message }) => ({ rule, name, change, breaking, message })),
    );
  const wanted = site.inside === true && expected.changes.length > 0 ? ["member-type"] : expected.changes;
  const changes = findings.map(({ change, rule }) => (rule === "interface/undecided" ? rule : (change ?? rule))).sort();
  if (JSON.stringify(changes) !== JSON.stringify([...wanted].sort()))
    return `expected ${wanted.join(" and ") || "nothing"}, got ${shown(findings)}`;
  const unexpected = told.filter((change) => !(expected.information ?? []).includes(change));
  if (unexpected.length > 0) return `expected no such information: ${unexpected.join()}`;
  const elsewhere = findings.filter(({ export: name }) => name !== site.name && expected.changes.length === 1);
  if (elsewhere.length > 0) return `expected it at ${site.name}, got ${shown(elsewhere)}`;
  // The table was measured on the simplest probes: in real code generics, results and places decide too.
  const breaking = findings.length === 1 && original.project.name === "seeds" ? findings[0]?.breaking : undefined;
  const isOther = (["consumer", "implementer"] as const).some(
    (who) => breaking !== undefined && expected[who] !== undefined && expected[who] !== breaking[who],
  );
  return isOther ? `expected ${JSON.stringify(expected)}, got ${shown(findings)}` : null;
}

// What is undecided of an export stays so; everything else is new where it says something new.
function keyOf({ rule, export: name, change, message }: InterfaceFinding): string {
  return rule === "interface/undecided" ? `${rule} ${name}` : `${rule} ${name} ${change} ${message}`;
}

/** The lines that differ. */
function shownMutation(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const from = Math.max(0, start - 120);
  const old = before.slice(from, before.length - end + 60);
  return `  --- ${old.slice(0, 400)}\n  +++ ${after.slice(from, after.length - end + 60).slice(0, 400)}`;
}
