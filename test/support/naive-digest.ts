import { contentDigest } from "../../src/approval/digest.ts";

/** Digests of a document as a careless reader might cut it: carriage returns away, everything from `status:` to the fence, Notes. */
export function designDigests(document: string): readonly string[] {
  const plain = document.replace(/^\uFEFF/u, "").replaceAll("\r", "");
  const [fence = "", ...rest] = plain.split(/^status:[\s\S]*?(?=^---$)/mu);
  const cut = `${fence}${rest.join("")}`;
  const withoutNotes = cut.split(/^## Notes$/mu)[0] ?? "";
  return [cut, withoutNotes].map((text) => contentDigest(`${text.trimEnd()}\n`));
}
