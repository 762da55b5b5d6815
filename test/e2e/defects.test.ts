import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/engine/report.ts";
import { exampleProject, type Project } from "../support/example.ts";
import { judgeProject } from "../support/judge-example.ts";
import type { Defect } from "./defects/defect.ts";
import { byteDefects } from "./defects/document-bytes.ts";
import { contentDefects } from "./defects/document-content.ts";
import { schemaDefects } from "./defects/document-schema.ts";
import { trackingDefects } from "./defects/document-tracking.ts";
import { harmless } from "./defects/harmless.ts";
import { interfaceDefects } from "./defects/interface.ts";
import { structureDefects } from "./defects/structure.ts";

const families: readonly (readonly [string, readonly Defect[]])[] = [
  ["structure", structureDefects],
  ["document", [...byteDefects, ...trackingDefects, ...schemaDefects, ...contentDefects]],
  ["interface", interfaceDefects],
];

describe.each(families)("%s", (_family, defects) => {
  for (const [name, change, rule, path, at, also = []] of defects) {
    it(name, async () => {
      const project = exampleProject();
      change(project);
      const diagnostics = await judgeProject(project);
      const named = diagnostics.filter((diagnostic) => diagnostic.rule === rule && diagnostic.path === path);
      expect(
        named.some((diagnostic) => standsAt(project, diagnostic, at)),
        shown(diagnostics),
      ).toBe(true);
      expect(otherErrors(diagnostics, [rule, ...also]), shown(diagnostics)).toEqual([]);
    });
  }
});

describe("harmless", () => {
  for (const [name, change] of harmless) {
    it(name, async () => {
      const project = exampleProject();
      change(project);
      expect(shown(await judgeProject(project))).toBe("");
    });
  }
});

function standsAt(project: Project, { path, range }: Diagnostic, at: number | string): boolean {
  if (typeof at === "number") return range.start.line === at;
  const lines = project.read(path).split(/\r\n|\n|\r/u);
  return lines[range.start.line - 1]?.includes(at) ?? false;
}

function otherErrors(diagnostics: readonly Diagnostic[], expected: readonly string[]): readonly string[] {
  return diagnostics
    .filter(({ severity, rule }) => severity === "error" && !expected.includes(rule))
    .map(({ rule }) => rule);
}

function shown(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(
      ({ rule, severity, path, range, message }) =>
        `${path}:${range.start.line}:${range.start.column} ${severity} ${rule} ${message}`,
    )
    .join("\n");
}
