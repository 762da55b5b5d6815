import type { Config, Settings, TypeSettings } from "../../config/config.ts";
import { suggest } from "../../schema/suggest.ts";
import { UserError } from "../../user-error.ts";
import { compileSettings } from "../../workspace/compiled-settings.ts";
import { discover } from "../../workspace/discover.ts";
import { placeholdersFor } from "../id.ts";

/** Where a new document goes, and its type as its folder's config has it. */
export interface Place {
  readonly path: string;
  readonly type: TypeSettings;
  /** Path that the source of a component would have; null for stories and contexts. */
  readonly source: string | null;
}

function candidates(settings: Settings, type: string, id: string): readonly Omit<Place, "type">[] {
  const compiled = compileSettings(settings);
  if (type === "story" || type === "context") {
    const pattern = type === "story" ? compiled.stories : compiled.contexts;
    const placeholders = placeholdersFor(id, settings.idPrefix, pattern.names);
    return placeholders === null ? [] : pattern.render(placeholders).map((path) => ({ path, source: null }));
  }
  return compiled.entries.flatMap(({ source, design }) => {
    const placeholders = placeholdersFor(id, settings.idPrefix, source.names);
    if (placeholders === null) return [];
    const [first = null] = source.render(placeholders);
    return design.render(placeholders).map((path) => ({ path, source: first }));
  });
}

const kindOf = (type: string) => (type === "story" || type === "context" ? type : "component");

function unknownType(type: string, config: Config): UserError {
  const names = [...new Set(config.scopes.flatMap(({ settings }) => Object.keys(settings.types)))].sort();
  const near = suggest(type, names);
  return new UserError("unknown-type", `There is no type ${JSON.stringify(type)}`, {
    hint: `${near === null ? "" : `did you mean ${near}? `}types are ${names.join(", ")}`,
  });
}

/**
 * The place of a new document of a type and id: the first pattern that gives the id, in the deepest folder whose config is
 * about it. Throws a `UserError` for a type that no config has, and an id that no pattern gives.
 */
export function placeFor(config: Config, type: string, id: string): Place {
  const scopes = config.scopes.filter(({ settings }) => Object.hasOwn(settings.types, type));
  if (scopes.length === 0) throw unknownType(type, config);
  for (const { settings } of scopes) {
    const own = settings.types[type];
    if (own === undefined) continue;
    for (const { path, source } of candidates(settings, type, id)) {
      // Another config, or a pattern that fits more exactly, may take the path for something else.
      const [found] = discover([path], config).documents;
      if (found?.id === id && found.kind === kindOf(type)) return { path, type: own, source };
    }
  }
  throw new UserError("unusable-id", `No pattern of the config gives a ${type} the id ${id}`, {
    hint: "see `components`, `stories` and `contexts` in .designrc.json",
  });
}
