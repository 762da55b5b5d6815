import type { Source } from "../../workspace/workspace.ts";
import { byHand, firstLine } from "../file-finding.ts";
import type { Finding, Rule } from "../rule.ts";

/** Reports code that is part of the program although no pattern of the config speaks of it. */
export const rule: Rule = {
  id: "structure/unclassified",
  summary: "a source that no class fits, or an imported code file outside all roots",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const source of workspace.sources) {
      if (source.class === "unclassified" && !source.unreadable) yield report(source);
    }
  },
};

function report({ path, importedBy }: Source): Finding {
  const fix = byHand(`Let a \`components\` entry of .designrc.json fit ${path}, exempt it with a reason, or move it`);
  if (importedBy === null) {
    return {
      path,
      range: firstLine,
      message: "Unexpected source, expected a `components` entry that fits its path",
      fix,
    };
  }
  return {
    path,
    range: firstLine,
    message: `Unexpected source outside all roots, expected ${importedBy.path} to import only what a root holds`,
    related: [{ ...importedBy, message: "imported here" }],
    fix,
  };
}
