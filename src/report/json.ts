import type { Reporter } from "../engine/report.ts";
import { escapeJson } from "./escape.ts";

/** The report object itself (`schemas/report.schema.json`), indented by two spaces; invisible characters as `\uXXXX`. */
export const json: Reporter = (report) => `${escapeJson(JSON.stringify(report, null, 2))}\n`;
