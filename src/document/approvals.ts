/** One entry of the `approvals:` block. `signature` is the armor, lines ended by LF, the last one not. */
export interface ApprovalEntry {
  readonly gate: string;
  readonly decision: "approve" | "revoke";
  /** Only of a revocation. */
  readonly reason?: string;
  readonly signer: string;
  /** UTC, to the second: `2026-11-22T00:20:00Z`. */
  readonly time: string;
  readonly digest: string;
  readonly upstream: readonly { readonly path: string; readonly digest: string }[];
  readonly signature: string;
}

/** The entries of a block, or the line (from 0, within the block) that is not as it has to be. */
export type ParsedApprovals =
  | { readonly ok: true; readonly entries: readonly ApprovalEntry[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** More approvals than this in one document are refused. */
export const maxApprovals = 64;

/** Longest signature, in characters of its armor. */
export const maxSignatureLength = 16_384;

const patterns = {
  gate: /^(?:story|architecture|design|policy)$/u,
  decision: /^(?:approve|revoke)$/u,
  reason: /^[^\p{C}\p{Z}](?:(?:[^\p{C}\p{Z}]| ){0,198}[^\p{C}\p{Z}])?$/u,
  signer: /^[A-Za-z0-9_][A-Za-z0-9._%+@=/-]{0,254}$/u,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u,
  digest: /^sha256:[0-9a-f]{64}$/u,
} as const;
const upstreamLine = /^ {6}- ([^\s#:"'`\\]+) (sha256:[0-9a-f]{64})$/u;
const armorFirst = "-----BEGIN SSH SIGNATURE-----";
const armorLast = "-----END SSH SIGNATURE-----";

type Field = keyof typeof patterns;
interface Cursor {
  readonly lines: readonly string[];
  readonly at: number;
}
type Step<T> = { readonly value: T; readonly next: Cursor };

/** Thrown inside this file only, where a line does not follow the grammar. */
class Refusal extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Reads the text under `approvals:` (LF or CRLF). What it accepts, `serialiseApprovals` writes with the same bytes. */
export function parseApprovals(text: string): ParsedApprovals {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  if (lines.at(-1) === "") lines.pop();
  try {
    return { ok: true, entries: entriesOf({ lines, at: 0 }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, line: error.line, message: error.message };
  }
}

/** Writes the text under `approvals:` with LF; entries sorted, exact duplicates once; "" for no entries. */
export function serialiseApprovals(entries: readonly ApprovalEntry[]): string {
  const unique = new Map(entries.map((entry) => [entryText(entry), entry]));
  return [...unique]
    .sort(([, a], [, b]) => compareApprovals(a, b))
    .map(([text]) => text)
    .join("");
}

/** The order of entries: by the bytes of gate, signer, time, decision, digest, signature. */
export function compareApprovals(a: ApprovalEntry, b: ApprovalEntry): number {
  for (const key of ["gate", "signer", "time", "decision", "digest", "signature"] as const) {
    if (a[key] !== b[key]) return compareBytes(a[key], b[key]);
  }
  return compareBytes(entryText(a), entryText(b));
}

/** The order of two texts' UTF-8 bytes, which is the order of their code points. */
function compareBytes(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const inPair = /[\udc00-\udfff]/.test(a.charAt(at)) && /[\udc00-\udfff]/.test(b.charAt(at));
  const place = inPair ? at - 1 : at;
  return (a.codePointAt(place) ?? -1) - (b.codePointAt(place) ?? -1);
}

function entryText(entry: ApprovalEntry): string {
  const reason = entry.reason === undefined ? [] : [`reason: ${entry.reason}`];
  const upstream = entry.upstream.map(({ path, digest }) => `  - ${path} ${digest}`);
  const lines = [
    `decision: ${entry.decision}`,
    ...reason,
    `signer: ${entry.signer}`,
    `time: ${entry.time}`,
    `digest: ${entry.digest}`,
    ...(upstream.length > 0 ? ["upstream:", ...upstream] : []),
    "signature: |",
    ...entry.signature.split("\n").map((line) => `  ${line}`),
  ];
  return `  - gate: ${entry.gate}\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

function entriesOf(start: Cursor): readonly ApprovalEntry[] {
  const entries: ApprovalEntry[] = [];
  for (let cursor = start; cursor.at < cursor.lines.length; ) {
    const { value, next } = entryAt(cursor);
    const last = entries.at(-1);
    const order = last === undefined ? -1 : compareApprovals(last, value);
    if (order === 0) throw new Refusal(cursor.at, "Unexpected second copy of an approval");
    if (order > 0) throw new Refusal(cursor.at, "Unexpected order, expected approvals sorted by gate, signer, time");
    if (entries.length === maxApprovals)
      throw new Refusal(cursor.at, `Unexpected approval, expected at most ${maxApprovals}`);
    entries.push(value);
    cursor = next;
  }
  if (entries.length === 0) throw new Refusal(0, "Missing entries, expected `approvals: []` for none");
  return entries;
}

function entryAt(start: Cursor): Step<ApprovalEntry> {
  const gate = field(start, "  - gate: ", "gate");
  const decision = field(gate.next, "    decision: ", "decision");
  const revokes = decision.value === "revoke";
  const reason = revokes ? field(decision.next, "    reason: ", "reason") : null;
  const signer = field((reason ?? decision).next, "    signer: ", "signer");
  const time = field(signer.next, "    time: ", "time");
  if (!isTime(time.value))
    throw new Refusal(signer.next.at, `Unexpected time \`${time.value}\`, expected one that exists`);
  const digest = field(time.next, "    digest: ", "digest");
  const upstream = revokes ? { value: [], next: digest.next } : upstreamAt(digest.next);
  const signature = signatureAt(upstream.next);
  const value: ApprovalEntry = {
    gate: gate.value,
    decision: revokes ? "revoke" : "approve",
    ...(reason === null ? {} : { reason: reason.value }),
    signer: signer.value,
    time: time.value,
    digest: digest.value,
    upstream: upstream.value,
    signature: signature.value,
  };
  return { value, next: signature.next };
}

function field(cursor: Cursor, prefix: string, name: Field): Step<string> {
  const line = cursor.lines[cursor.at] ?? "";
  if (!line.startsWith(prefix)) throw new Refusal(cursor.at, `Unexpected line, expected \`${prefix.trim()} …\``);
  const value = line.slice(prefix.length);
  if (!patterns[name].test(value) || value !== value.normalize("NFC")) {
    throw new Refusal(cursor.at, `Unexpected value of \`${name}\``);
  }
  return { value, next: { lines: cursor.lines, at: cursor.at + 1 } };
}

function isTime(time: string): boolean {
  const parsed = Date.parse(time);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString() === time.replace("Z", ".000Z");
}

function upstreamAt({ lines, at }: Cursor): Step<ApprovalEntry["upstream"]> {
  if (lines[at] !== "    upstream:") return { value: [], next: { lines, at } };
  const value: { path: string; digest: string }[] = [];
  let line = at + 1;
  for (let match = upstreamLine.exec(lines[line] ?? ""); match !== null; match = upstreamLine.exec(lines[line] ?? "")) {
    const [, path = "", digest = ""] = match;
    const last = value.at(-1);
    if (last !== undefined && compareBytes(last.path, path) >= 0)
      throw new Refusal(line, "Unexpected order, expected sorted upstream paths");
    if (!isPlainPath(path))
      throw new Refusal(line, "Unexpected path, expected one relative to the root of the repository");
    value.push({ path, digest });
    line++;
  }
  if (value.length === 0) throw new Refusal(line, "Unexpected line, expected `- <path> sha256:<digest>`");
  return { value, next: { lines, at: line } };
}

function isPlainPath(path: string): boolean {
  const wrong = /\p{C}/u.test(path) || path !== path.normalize("NFC");
  return !wrong && path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}

function signatureAt({ lines, at }: Cursor): Step<string> {
  if (lines[at] !== "    signature: |") throw new Refusal(at, "Unexpected line, expected `signature: |`");
  if (lines[at + 1] !== `      ${armorFirst}`) throw new Refusal(at + 1, `Unexpected line, expected \`${armorFirst}\``);
  let line = at + 2;
  while (/^ {6}[A-Za-z0-9+/]{70}$/u.test(lines[line] ?? "")) line++;
  if (/^ {6}[A-Za-z0-9+/=]{1,70}$/u.test(lines[line] ?? "")) line++;
  if (line === at + 2 || lines[line] !== `      ${armorLast}`) {
    throw new Refusal(line, `Unexpected line, expected base64 lines of 70 characters and \`${armorLast}\``);
  }
  const value = lines
    .slice(at + 1, line + 1)
    .map((text) => text.slice(6))
    .join("\n");
  if (value.length > maxSignatureLength)
    throw new Refusal(at, `Unexpected length, expected at most ${maxSignatureLength}`);
  return { value, next: { lines, at: line + 1 } };
}
