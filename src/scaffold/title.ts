/** The title of a component from the last part of its id: `sessions/session-store` is "Session store". An index is named after its folder. */
export function titleOfId(id: string): string {
  const segments = id.split("/");
  const last = segments.at(-1) ?? "";
  const name = last === "index" ? (segments.at(-2) ?? last) : last;
  const words = name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[\s\p{P}\p{S}]+/u)
    .filter((word) => word !== "")
    .map((word) => (/^\p{Lu}\p{Ll}/u.test(word) ? word.toLowerCase() : word));
  const title = words.join(" ");
  return title === "" ? name : title.charAt(0).toUpperCase() + title.slice(1);
}
