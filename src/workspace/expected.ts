import type { ComponentMatch } from "./discover.ts";
import type { Component } from "./workspace.ts";

/** Where a component's artefacts are; where one is missing, its place by the first alternatives of its pattern. */
export function expectedPaths(
  match: ComponentMatch,
  files: Pick<Component, "sources" | "documents" | "tests">,
): Component["expected"] {
  const { entry, placeholders } = match;
  const source = files.sources[0]?.path ?? entry.source.render(placeholders)[0] ?? entry.patterns.source;
  const tests = entry.test.render(placeholders);
  const alike = tests.find((path) => extensionOf(path) === extensionOf(source));
  return {
    source,
    design: files.documents[0]?.path ?? entry.design.render(placeholders)[0] ?? entry.patterns.design,
    test: files.tests[0]?.path ?? alike ?? tests[0] ?? entry.patterns.test,
  };
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
