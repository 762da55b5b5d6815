import type { Fix, Scaffold } from "../edit.ts";
import type { Range } from "../range.ts";
import type { Component } from "../workspace/workspace.ts";

/** The place of a finding about a file as a whole; reports widen it to the first line. */
export const firstLine: Range = { start: 0, end: 0 };

/** What only a person can do, in the imperative. */
export function byHand(title: string): Fix {
  return { title, kind: "scaffold", safety: "safe", by: "human" };
}

/** Writing a component's missing document or test from its template. */
export function scaffoldFix(what: Scaffold["what"], component: Component): Fix {
  const path = component.expected[what];
  const scaffold = { what, component: component.id, path };
  return { title: `Create ${path}`, kind: "scaffold", safety: "safe", by: "tool", scaffold };
}
