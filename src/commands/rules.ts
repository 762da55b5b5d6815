import picocolors from "picocolors";
import { ruleUrl } from "../engine/diagnose.ts";
import { rules } from "../rules/registry.ts";
import type { Rule } from "../rules/rule.ts";
import { UserError } from "../user-error.ts";
import type { CommandIo } from "./io.ts";

/** Prints the catalogue of rules: a table, or JSON. Gives the exit code; rejects with a `UserError` for other formats. */
export async function runRules(format: string, io: CommandIo): Promise<number> {
  if (format !== "pretty" && format !== "json") {
    throw new UserError("usage", `Unexpected format ${JSON.stringify(format)}, expected pretty or json`);
  }
  io.stdout(format === "json" ? rulesJson(rules) : rulesTable(rules, io));
  return 0;
}

const rulesJson = (all: readonly Rule[]) =>
  `${JSON.stringify(
    all.map(({ id, severity, adopt, summary, options }) => ({
      id,
      severity,
      adopt: adopt ? "warning" : severity,
      summary,
      options: options ?? null,
      url: ruleUrl(id),
    })),
    null,
    2,
  )}\n`;

function rulesTable(all: readonly Rule[], { color }: CommandIo): string {
  const colors = picocolors.createColors(color);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan };
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(
    ({ id, severity, adopt, summary }) =>
      `${id.padEnd(width)}  ${paint[severity](severity.padEnd(7))} ${adopt ? "*" : " "} ${summary}`,
  );
  const notes = [
    `${all.length} rules. * a warning under the profile design-lint/adopt`,
    "design-lint explain <rule> tells more of each",
  ];
  return `${[...lines, "", ...notes].join("\n")}\n`;
}
