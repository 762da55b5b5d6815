import type { Scaffold } from "../edit.ts";
import type { Component, Source, Workspace } from "../workspace/workspace.ts";
import { byHand, firstLine, scaffoldFix } from "./file-finding.ts";
import type { Finding } from "./rule.ts";

const names = { design: "design document", test: "test" } as const;

/** The sources that owe a document or a test of their own and have none; one finding for each component. */
export function* missingArtefacts(workspace: Workspace, what: Scaffold["what"]): Iterable<Finding> {
  const key = what === "design" ? "documents" : "tests";
  const standing = new Map(workspace[key].map(({ path }) => [path.toLowerCase(), path]));
  for (const component of workspace.components.values()) {
    const source = component.sources.find(({ owes }) => owes.includes(what));
    if (source !== undefined && component[key].length === 0) yield missing(source, component, { what, standing });
  }
  for (const source of workspace.sources) {
    if (source.component === null && source.owes.includes(what)) yield placeless(source, what);
  }
}

interface Search {
  readonly what: Scaffold["what"];
  /** Paths of what stands, by lower case. */
  readonly standing: ReadonlyMap<string, string>;
}

function missing({ path }: Source, component: Component, { what, standing }: Search): Finding {
  const expected = component.expected[what];
  const shared = { path, range: firstLine, component: component.id };
  const twin = standing.get(expected.toLowerCase());
  const message = `Missing ${names[what]}, expected ${expected}`;
  if (twin === undefined) return { ...shared, message, fix: scaffoldFix(what, component) };
  const related = [{ path: twin, range: firstLine, message: "differs in letter case alone" }];
  return { ...shared, message: `${message}, not ${twin}`, related, fix: byHand(`Rename ${twin} to ${expected}`) };
}

/** An exempt source that still owes something, though no pattern says where that would be. */
function placeless({ path }: Source, what: Scaffold["what"]): Finding {
  const message = `Missing ${names[what]}, expected a \`components\` entry that says where it belongs`;
  return { path, range: firstLine, message, fix: byHand(`Add a \`components\` entry that fits ${path}`) };
}
