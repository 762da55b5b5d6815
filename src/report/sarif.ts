import type { Invocation, Log, Notification, ReportingDescriptor, Result } from "sarif";
import type { Diagnostic, Report, ReportContext, Reporter } from "../engine/report.ts";
import { escapeJson } from "./escape.ts";
import { fingerprints } from "./fingerprint.ts";
import { physicalLocation } from "./sarif-location.ts";

// GitHub code scanning takes up to 25,000 results of a run and shows the first 5,000.
const mostResults = 5_000;

const levels = { error: "error", warning: "warning", info: "note" } as const;

const ranks = { error: 0, warning: 1, info: 2 };

interface Numbered {
  readonly diagnostic: Diagnostic;
  readonly fingerprint: string;
}

function result({ diagnostic, fingerprint }: Numbered, ruleIndex: ReadonlyMap<string, number>): Result {
  const { rule, severity, message, fix, related, component, data } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex: ruleIndex.get(rule) ?? -1,
    level: levels[severity],
    message: { text: fix === undefined ? message : `${message}\nTo mend: ${fix.title}` },
    locations: [{ physicalLocation: physicalLocation(diagnostic.path, diagnostic.range) }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        physicalLocation: physicalLocation(place.path, place.range),
        message: { text: place.message },
      })),
    }),
    properties: {
      ...(component !== undefined && { component }),
      ...(data !== undefined && { data }),
      ...(fix !== undefined && { fix }),
    },
  };
}

function descriptors({ diagnostics }: Report, { rules }: ReportContext): readonly ReportingDescriptor[] {
  const known = new Set(rules.map(({ id }) => id));
  const foreign = new Map<string, { id: string; summary: string; url: string }>();
  for (const { rule, url } of diagnostics) {
    if (!known.has(rule)) foreign.set(rule, { id: rule, summary: rule, url });
  }
  return [...rules, ...foreign.values()].map(({ id, summary, url }) => ({
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    // The schema wants an absolute URI here; a page of the installed package has none.
    ...(URL.canParse(url) && { helpUri: url }),
    help: { text: `${summary}\n\nSee ${url}`, markdown: `${summary}\n\n[${id}](${url})` },
  }));
}

function invocation({ error, notices }: Report, leftOut: number): Invocation {
  const notes: Notification[] = notices.map(({ code, message }) => ({
    level: "note",
    descriptor: { id: code },
    message: { text: message },
  }));
  if (leftOut > 0) {
    const text = `${leftOut} results are left out: a run may have ${mostResults}, and the worst are kept`;
    notes.push({ level: "warning", descriptor: { id: "results-left-out" }, message: { text } });
  }
  if (error !== undefined) {
    const { code, message, path, range, hint } = error;
    notes.push({
      level: "error",
      descriptor: { id: code },
      message: { text: hint === undefined ? message : `${message}\n${hint}` },
      ...(path !== undefined && { locations: [{ physicalLocation: physicalLocation(path, range) }] }),
    });
  }
  return {
    executionSuccessful: error === undefined,
    ...(error !== undefined && { exitCode: 2 }),
    toolExecutionNotifications: notes,
  };
}

/** SARIF 2.1.0 as GitHub code scanning takes it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarif: Reporter = (report, context) => {
  const rules = descriptors(report, context);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const hashes = fingerprints(report.diagnostics, (path) => context.text(path));
  const numbered = report.diagnostics
    .map((diagnostic, index) => ({ diagnostic, fingerprint: hashes[index] ?? "" }))
    .sort((a, b) => ranks[a.diagnostic.severity] - ranks[b.diagnostic.severity]);
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: report.tool.name, semanticVersion: report.tool.version, rules: [...rules] } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository" } } },
        results: numbered.slice(0, mostResults).map((one) => result(one, indices)),
        invocations: [invocation(report, Math.max(0, numbered.length - mostResults))],
      },
    ],
  };
  return `${escapeJson(JSON.stringify(log, null, 2))}\n`;
};
