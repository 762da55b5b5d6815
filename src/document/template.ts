/** The variables that templates may use, as `{{name}}`. */
export const templateVariables = [
  "title",
  "lead",
  "type",
  "context",
  "interface",
  "dependsOn",
  "externals",
  "cases",
] as const;

/** What a template is filled with; a value that is missing or empty leaves its placeholder, or takes its line out. */
export interface TemplateValues {
  /** Plain text of the heading. */
  readonly title: string;
  /** Text of the first paragraph; code in backticks stays code. */
  readonly lead?: string;
  readonly type: string;
  /** Id of the context document. */
  readonly context?: string;
  /** TypeScript declarations, without a fence. */
  readonly interface?: string;
  readonly dependsOn?: readonly string[];
  readonly externals?: readonly string[];
  readonly cases?: readonly { readonly id: string; readonly text: string }[];
}

const variable = new RegExp(`\\{\\{(${templateVariables.join("|")})\\}\\}`, "gu");
const listKey = /^(?:context|dependsOn|externals): *\[?\{\{\w+\}\}\]?$/u;

/**
 * Fills a template. Values are escaped for the place that they stand in: YAML in the frontmatter, text in the body, code in a fence
 * that is made longer than any run of backticks in it. Unknown variables stay; a frontmatter line whose value is empty goes.
 */
export function renderTemplate(template: string, values: TemplateValues): string {
  const lines = template.replaceAll("\r\n", "\n").split("\n");
  const close = lines.indexOf("---", 1);
  const fence = fenceFor(values.interface ?? "");
  const result: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (at < close) {
      if (!(listKey.test(line) && isEmpty(values, line))) result.push(fill(line, (name) => yamlValue(values, name)));
      continue;
    }
    const whole = /^\{\{(interface|cases)\}\}$/u.exec(line)?.[1];
    const fenced =
      lines[at - 1] === "{{interface}}" ? lines[at - 2] : lines[at + 1] === "{{interface}}" ? line : undefined;
    if (whole === "interface") result.push(...interfaceLines(values));
    else if (whole === "cases") result.push(...caseLines(values));
    else if (fenced?.startsWith("```")) result.push(line.replace(/^`+/u, fence));
    else result.push(fill(line, (name) => textValue(values, name)));
  }
  return result.join("\n");
}

type Name = (typeof templateVariables)[number];

function fill(line: string, value: (name: Name) => string): string {
  return line.replace(variable, (_, name: Name) => value(name));
}

function isEmpty(values: TemplateValues, line: string): boolean {
  const value = values[line.slice(0, line.indexOf(":")) as "context" | "dependsOn" | "externals"];
  return value === undefined || value.length === 0;
}

function yamlValue(values: TemplateValues, name: Name): string {
  const value = values[name];
  if (name === "cases" || typeof value === "undefined") return "";
  return typeof value === "string" ? yamlText(value) : value.map((item) => yamlText(String(item))).join(", ");
}

/** A YAML scalar that reads back as this text, in flow lists too. */
function yamlText(text: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(text) && !/^(?:true|false|null)$/iu.test(text);
  return plain ? text.normalize("NFC") : JSON.stringify(text.normalize("NFC"));
}

function textValue(values: TemplateValues, name: Name): string {
  const value = values[name];
  if (name === "lead" && (value === undefined || value === ""))
    return "TODO(design): say in one or two sentences what this is and why it exists";
  if (typeof value === "string") return name === "lead" ? proseText(value) : markdownText(value);
  return name === "cases" || value === undefined ? "" : value.map((item) => markdownText(String(item))).join(", ");
}

/** Text that Markdown shows as it is: one line, with the characters escaped that would mean something. */
function markdownText(text: string): string {
  return atLineStart(escaped(oneLine(text)));
}

/** Code in single backticks, as people write it in comments and titles. */
const code = /(?<![`\\])`(?=[^` ])[^`]*(?<! )`(?!`)/gu;

/** The same, but code in backticks stays code. */
function proseText(text: string): string {
  const line = oneLine(text);
  let prose = "";
  let at = 0;
  for (const { 0: span, index } of line.matchAll(code)) {
    prose += escaped(line.slice(at, index)) + span;
    at = index + span.length;
  }
  return atLineStart(prose + escaped(line.slice(at)));
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function escaped(line: string): string {
  return line.replace(/[\\`*_[\]<>{}|~&#]/gu, (character, at: number) => {
    const inWord = character === "_" && /[A-Za-z\d]_[A-Za-z\d]/u.test(line.slice(Math.max(0, at - 1), at + 2));
    return inWord ? character : `\\${character}`;
  });
}

/** What would begin a list or a heading does not. */
function atLineStart(escaped: string): string {
  return escaped.replace(/^(\d+)([.)])(?=\s|$)/u, "$1\\$2").replace(/^([-+=])/u, "\\$1");
}

function interfaceLines(values: TemplateValues): readonly string[] {
  const text = values.interface?.trimEnd() ?? "";
  return text === ""
    ? ["// TODO(design): declare every export, without bodies"]
    : text.replaceAll("\r\n", "\n").split("\n");
}

function caseLines(values: TemplateValues): readonly string[] {
  const cases = values.cases ?? [];
  if (cases.length === 0)
    return ["- `case-id`: TODO(design): say what happens in this case, one item for each case that a test has to show"];
  return cases.map(({ id, text }) => `- \`${id.replace(/[`\s]+/gu, "-")}\`: ${proseText(text)}`);
}

/** A fence that is longer than any run of backticks at the beginning of a line of the code. */
function fenceFor(code: string): string {
  let longest = 2;
  for (const [run] of code.matchAll(/`+/gu)) longest = Math.max(longest, run.length);
  return "`".repeat(longest + 1);
}
