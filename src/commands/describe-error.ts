import { lineStarts, positionAt } from "../range.ts";
import { escapeControls } from "../report/escape.ts";
import { UserError } from "../user-error.ts";

/** What a person reads on standard error when a run could not judge; a stack only for bugs of design-lint itself. */
export function describeError(error: unknown): string {
  if (!(error instanceof UserError)) return describeBug(error);
  const place = placeOf(error);
  const where = place === "" ? "" : `${place}: `;
  const hint = error.hint === undefined ? "" : `  → ${error.hint}\n`;
  return escapeControls(`design-lint: ${where}${error.message}\n${hint}`);
}

function placeOf(error: UserError): string {
  const { place } = error;
  if (place === undefined) return "";
  if (place.range === undefined || place.text === undefined) return place.path;
  const { line, column } = positionAt(lineStarts(place.text), place.range.start);
  return `${place.path}:${line}:${column}`;
}

function describeBug(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `design-lint: this is a bug in design-lint, not in your project\n${text}\n  → please report it with the command that you ran\n`;
}
