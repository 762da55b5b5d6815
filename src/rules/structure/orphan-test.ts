import type { Test, Workspace } from "../../workspace/workspace.ts";
import { byHand, firstLine } from "../file-finding.ts";
import { caseTwins } from "../rivals.ts";
import type { Finding, Rule } from "../rule.ts";
import { movedSource, nearestSource, type Whereabouts } from "../whereabouts.ts";

/** Reports test files that belong to no component, with the source that they were probably written for. */
export const rule: Rule = {
  id: "structure/orphan-test",
  summary: "a test file that belongs to no component",
  severity: "warning",
  adopt: false,
  *check(workspace) {
    const twins = caseTwins(workspace);
    for (const test of workspace.tests) {
      if (test.component === null && !test.exempt && !twins.has(test.path)) yield report(workspace, test);
    }
  },
};

function report(workspace: Workspace, test: Test): Finding {
  const { path, claims } = test;
  const found = owner(workspace, test);
  const expected = claims === undefined ? "a source or a design of its own" : claims.source;
  const related = found === null ? [] : [{ path: found.source.path, range: firstLine, message: "probably its source" }];
  return {
    path,
    range: firstLine,
    message: `Unexpected test of no component, expected ${expected}${found === null ? "" : hint(found)}`,
    related,
    fix: byHand(found === null ? `Delete ${path}, or exempt it with a reason` : mend(path, found)),
  };
}

function owner(workspace: Workspace, { claims }: Test): Whereabouts | null {
  if (claims === undefined) return null;
  return movedSource(workspace, claims.source) ?? nearestSource(workspace, claims.id, "tests");
}

function hint({ by, source }: Whereabouts): string {
  return by === "move" ? `, which has moved to ${source.path}` : `; did you mean ${source.path}?`;
}

function mend(path: string, { component }: Whereabouts): string {
  const { test } = component.expected;
  return component.tests.length > 0 ? `Merge ${path} into ${test}` : `Move ${path} to ${test}`;
}
