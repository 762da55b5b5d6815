import type { Test, Workspace } from "../../workspace/workspace.ts";
import { byHand, firstLine } from "../file-finding.ts";
import { caseTwins } from "../rivals.ts";
import type { Finding, Rule } from "../rule.ts";
import { moveFinder, nearestFinder, type Whereabouts } from "../whereabouts.ts";

/** Reports test files that belong to no component, with the source that they were probably written for. */
export const rule: Rule = {
  id: "structure/orphan-test",
  summary: "a test file that belongs to no component",
  severity: "warning",
  adopt: false,
  *check(workspace) {
    const twins = caseTwins(workspace);
    const ownerOf = ownerFinder(workspace);
    for (const test of workspace.tests) {
      if (test.component === null && !test.exempt && !twins.has(test.path)) yield report(test, ownerOf(test));
    }
  },
};

function report({ path, claims }: Test, found: Whereabouts | null): Finding {
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

function ownerFinder(workspace: Workspace): (test: Test) => Whereabouts | null {
  const movedFrom = moveFinder(workspace);
  const nearestTo = nearestFinder(workspace, "tests");
  return ({ claims }) => (claims === undefined ? null : (movedFrom(claims.source) ?? nearestTo(claims.id)));
}

function hint({ by, source }: Whereabouts): string {
  return by === "move" ? `, which has moved to ${source.path}` : `; did you mean ${source.path}?`;
}

function mend(path: string, { component }: Whereabouts): string {
  const { test } = component.expected;
  return component.tests.length > 0 ? `Merge ${path} into ${test}` : `Move ${path} to ${test}`;
}
