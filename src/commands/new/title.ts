/** The heading of a document by its id: the words of its last segment, the first one with a capital. */
export function titleFor(id: string): string {
  const segments = id.split("/").filter((segment) => segment !== "index");
  const words = (segments.at(-1) ?? "")
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/[-_.\s]+/gu, " ")
    .trim();
  const [first = ""] = words;
  return words === "" ? id : first.toUpperCase() + words.slice(first.length);
}
