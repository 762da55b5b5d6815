import picocolors from "picocolors";
import { escapeLine } from "../../report/escape.ts";
import type { StatusRow } from "./rows.ts";

const columns = ["component", "type", "status", "approval", "drift", "tests", "evidence"] as const;

const fine: ReadonlySet<string> = new Set(["valid", "none", "implemented", "-", "off"]);
const wrong: ReadonlySet<string> = new Set(["untrusted", "revoked", "no design", "no source"]);

/** The rows as a table with a line of headings; nothing in it can steer a terminal. */
export function statusTable(rows: readonly StatusRow[], color: boolean): string {
  const texts = rows.map((row) => columns.map((column) => escapeLine(row[column])));
  const lines = [columns.map((name) => name.toUpperCase()), ...texts];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const colors = picocolors.createColors(color);
  return lines
    .map((line, row) => {
      const cells = line.map((text, index) => {
        const padded = index === columns.length - 1 ? text : text.padEnd(widths[index] ?? 0);
        return row === 0 ? colors.bold(padded) : paint(padded, columns[index] ?? "type", colors);
      });
      return `${cells.join("  ").trimEnd()}\n`;
    })
    .join("");
}

function paint(padded: string, column: keyof StatusRow, colors: ReturnType<typeof picocolors.createColors>): string {
  const word = padded.trim();
  if (column === "component" || column === "type") return padded;
  if (wrong.has(word) || (column === "tests" && word === "none")) return colors.red(padded);
  if (fine.has(word) || column === "tests" || word.startsWith("valid")) return padded;
  return colors.yellow(padded);
}
