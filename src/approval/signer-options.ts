/** The options of a line of an allowed signers file, and the text after them. */
export interface SignerOptions {
  readonly isAuthority: boolean;
  /** Null without the option: then the key is for every namespace. */
  readonly namespaces: readonly string[] | null;
  /** Milliseconds since 1970, null without the option. */
  readonly validAfter: number | null;
  readonly validBefore: number | null;
  readonly rest: string;
}

/** Why the options cannot be used. */
export interface OptionProblem {
  readonly message: string;
}

const keyTypes = /^(?:ssh-|ecdsa-|sk-|rsa-|webauthn-)/u;
const option = /^([A-Za-z-]+)(?:="([^"]*)")?(,|[ \t]+|$)/u;

/** Reads the options in front of a key (ssh-keygen(1), ALLOWED SIGNERS). Names count without case, as in OpenSSH; none may be unknown. */
export function signerOptions(text: string): SignerOptions | OptionProblem {
  const found = new Map<string, string | undefined>();
  let rest = text;
  for (let separator = keyTypes.test(rest) ? " " : ","; separator === ","; ) {
    const [whole = "", name = "", value, end = ""] = option.exec(rest) ?? [];
    if (name === "") return { message: 'Unexpected options, expected `name` or `name="value"`, separated by `,`' };
    const key = name.toLowerCase();
    if (found.has(key)) return { message: `Unexpected second option \`${key}\`` };
    if (!known.has(key)) return { message: `Unknown option \`${key}\`, expected one of ${[...known].join(", ")}` };
    if ((value === undefined) !== (key === "cert-authority"))
      return { message: `Unexpected form of the option \`${key}\`` };
    found.set(key, value);
    rest = rest.slice(whole.length);
    separator = end === "," ? "," : " ";
  }
  return optionsOf(found, rest);
}

const known: ReadonlySet<string> = new Set(["cert-authority", "namespaces", "valid-after", "valid-before"]);

function optionsOf(found: ReadonlyMap<string, string | undefined>, rest: string): SignerOptions | OptionProblem {
  const namespaces = found.get("namespaces")?.split(",") ?? null;
  if (namespaces?.some((name) => !/^[A-Za-z0-9._@+:/-]+$/u.test(name)))
    return { message: "Unexpected namespace, expected exact names separated by `,`, without patterns" };
  const times = { validAfter: null, validBefore: null } as { validAfter: number | null; validBefore: number | null };
  for (const [key, name] of timeOptions) {
    const text = found.get(name);
    if (text === undefined) continue;
    times[key] = instantOf(text);
    if (times[key] === null) return { message: `Unexpected time in \`${name}\`, expected \`YYYYMMDD[HHMM[SS]]Z\`` };
  }
  const { validAfter, validBefore } = times;
  if (validAfter !== null && validBefore !== null && validBefore <= validAfter)
    return { message: "Unexpected `valid-before`, expected a time after `valid-after`" };
  return { isAuthority: found.has("cert-authority"), namespaces, validAfter, validBefore, rest };
}

const timeOptions = [
  ["validAfter", "valid-after"],
  ["validBefore", "valid-before"],
] as const;

/** Milliseconds since 1970 of `YYYYMMDD`, `YYYYMMDDHHMM` or `YYYYMMDDHHMMSS` with a `Z`; null where there is no such time. */
function instantOf(text: string): number | null {
  const [, year, month, day, hour = "00", minute = "00", second = "00"] =
    /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?Z$/u.exec(text) ?? [];
  if (year === undefined) return null;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const instant = Date.parse(written);
  return !Number.isNaN(instant) && new Date(instant).toISOString() === written ? instant : null;
}
