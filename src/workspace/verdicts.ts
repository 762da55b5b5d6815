import type { InterfaceComparer, InterfacePair } from "./ports.ts";
import type { Component } from "./workspace.ts";

/** The components with the verdicts of those that have exactly one source and one document to compare. */
export async function withInterfaces(
  components: ReadonlyMap<string, Component>,
  compare: InterfaceComparer,
): Promise<ReadonlyMap<string, Component>> {
  const pairs = [...components.values()].flatMap((component) => {
    const pair = pairOf(component);
    return pair === null ? [] : [{ id: component.id, pair }];
  });
  const verdicts = await compare(pairs.map(({ pair }) => pair));
  const byId = new Map(pairs.map(({ id }, index) => [id, verdicts[index] ?? null]));
  return new Map([...components].map(([id, component]) => [id, { ...component, interface: byId.get(id) ?? null }]));
}

function pairOf({ sources, documents }: Component): InterfacePair | null {
  const [source, ...otherSources] = sources;
  const [document, ...otherDocuments] = documents;
  if (source === undefined || document === undefined || document.exempt) return null;
  if (otherSources.length + otherDocuments.length > 0) return null;
  return source.unreadable ? null : { source, document };
}
