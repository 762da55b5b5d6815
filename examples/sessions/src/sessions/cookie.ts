const name = "session";

/** The value of a `Set-Cookie` header that carries the id. */
export function writeCookie(id: string): string {
  return `${name}=${encodeURIComponent(id)}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

/** The id in a `Cookie` header; null where there is none that can be read. */
export function readCookie(header: string): string | null {
  for (const pair of header.split(";")) {
    const [key, value] = pair.trim().split("=");
    if (key === name && value !== undefined) return decode(value);
  }
  return null;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
