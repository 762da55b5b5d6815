import { createPlatform } from "../host/platform.ts";
import { rules } from "../rules/registry.ts";
import { renderPage } from "./explain/render-page.ts";
import type { CommandIo } from "./io.ts";
import { findRule } from "./rule-lookup.ts";

/** Prints the page of a rule. Gives the exit code; rejects with a `UserError` where no rule has that id. */
export async function runExplain(id: string, io: CommandIo): Promise<number> {
  const rule = findRule(rules, id);
  io.stdout(renderPage(createPlatform().shipped(`docs/design/rules/${rule.id}.md`), io.color));
  return 0;
}
