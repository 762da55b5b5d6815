import type { TypeSettings } from "../config/config.ts";
import { matches } from "../config/settings.ts";
import type { SourceSyntax } from "../interface/source-facts.ts";

/** The type of a new design: the first in the config whose `match` fits the source, else `types` or `module` by syntax. */
export function chooseType(path: string, syntax: SourceSyntax, types: readonly TypeSettings[]): string {
  const matching = types.find(({ match, base }) => match.length > 0 && matches(match, base, path));
  return matching?.name ?? (syntax === "types" ? "types" : "module");
}
