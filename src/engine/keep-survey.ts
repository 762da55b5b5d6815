import { rules as registry } from "../rules/registry.ts";
import type { Surveys } from "../workspace/facts.ts";
import type { Examination } from "./examine.ts";
import type { InspectInput } from "./inspection.ts";
import { decodeSurvey, encodeSurvey, mostFiles, type Survey, type SurveyHead } from "./survey.ts";
import { type Known, takeSurvey } from "./take-survey.ts";

/**
 * The rules whose findings follow from the files of one component, from what these name, and from what a part is held against: a
 * survey can tell them. With a rule that is not listed here everything is looked at; those of approvals speak only where a config
 * has approvals.
 */
const partwise = new Set([
  "document/broken-link",
  "document/conflict-marker",
  "document/empty-section",
  "document/encoding",
  "document/frontmatter",
  "document/notes",
  "document/path",
  "document/placeholder",
  "document/schema",
  "document/status",
  "document/tracking-order",
  "document/unknown-key",
  "document/unknown-type",
  "interface/changed",
  "interface/missing-export",
  "interface/spelling",
  "interface/undecided",
  "interface/undeclared-export",
  "interface/unknown-name",
  "interface/unparseable",
  "structure/draft-design",
  "structure/empty-test",
  "structure/missing-design",
  "structure/missing-source",
  "structure/missing-test",
  "structure/not-one-to-one",
  "structure/nothing-matched",
  "structure/orphan-design",
  "structure/orphan-test",
  "structure/unclassified",
  "suppression/no-reason",
  "suppression/unused",
]);

/** True for a rule whose findings a survey can tell, where there are no approvals. */
export function isPartwise(rule: string): boolean {
  return partwise.has(rule) || /^(?:approval|policy)\//u.test(rule);
}

/** False where a report follows from more than files and config: approvals and evidence are judged anew each time. */
export async function isSurveyed({ config, snapshot, options }: InspectInput): Promise<boolean> {
  const evident = config.scopes.some(({ settings }) => settings.evidence !== undefined);
  const known = config.approvals === undefined && !evident && registry.every(({ id }) => isPartwise(id));
  return known && snapshot.files.size < mostFiles && (await isPlain(options.approvals));
}

/** True where the base has no approvals either, and nothing that an earlier run left behind is distrusted. */
async function isPlain(approvals: InspectInput["options"]["approvals"]): Promise<boolean> {
  if (approvals === undefined) return true;
  return approvals.cache === undefined && (await approvals.base(false)).snapshots === null;
}

/** The survey of an earlier run of the same kind; null where there is none, or where it was of other circumstances. */
export function openSurvey(
  surveys: Surveys,
  { config, options, snapshot }: InspectInput,
): { readonly survey: Survey | null; readonly slot: string; readonly key: string } {
  const { only, rules, strict, config: file } = options;
  const kind = [snapshot.onDisk === true, options.approvals !== undefined, options.approvals?.isHook === true];
  const slot = JSON.stringify([kind, only, rules, strict, file]);
  const key = JSON.stringify([slot, snapshot.root, config]);
  const bytes = surveys.read(slot);
  return { survey: bytes === null ? null : decodeSurvey(bytes, key), slot, key };
}

/** Keeps what a whole run has found. */
export function keepSurvey(
  { surveys, slot, key }: { readonly surveys: Surveys; readonly slot: string; readonly key: string },
  known: Known,
  found: Pick<Examination, "findings" | "held"> & Pick<SurveyHead, "looked">,
): void {
  const { findings, held, looked } = found;
  const ambient = known.dependences.ambient();
  const { since } = known.snapshot.files;
  const told = since === undefined ? {} : { since };
  const head = { key, looked, findings, held, ambient, ...headOf(known.workspace), ...told };
  surveys.keep(slot, encodeSurvey(head, takeSurvey(known)));
}

/** What a survey says of a workspace as a whole. */
export function headOf({
  components,
  sources,
}: Pick<Known["workspace"], "components" | "sources">): Pick<SurveyHead, "sourceless" | "outside"> {
  const alone = [...components.values()].filter((component) => component.sources.length === 0);
  return {
    sourceless: alone.map(({ documents, expected }) => [documents[0]?.path ?? "", expected.source]),
    outside: sources.filter(({ importedBy }) => importedBy !== null).length,
  };
}
