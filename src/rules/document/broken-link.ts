import type { LinkFact } from "../../document/document.ts";
import { suggest } from "../../schema/suggest.ts";
import type { Document, Workspace } from "../../workspace/workspace.ts";
import { type DocumentFlaw, documentFinding, inConflict, judgedDocuments } from "../document-findings.ts";
import { baseOf, foldersOf, type LocalLink, localLink, relativeLink } from "../links.ts";
import type { Rule } from "../rule.ts";

/** A relative link, or an anchor, that leads nowhere. */
export const rule: Rule = {
  id: "document/broken-link",
  summary: "A relative link, or an anchor, that leads nowhere",
  severity: "error",
  adopt: false,
  *check(workspace) {
    let known: ReadonlySet<string> | null = null;
    // Most links lead to files: the folders of a large repository are listed for the others alone.
    const folders = (): ReadonlySet<string> => {
      known ??= foldersOf(workspace.paths);
      return known;
    };
    for (const document of judgedDocuments(workspace)) {
      if (inConflict(document)) continue;
      for (const link of document.facts.links) {
        const flaw = flawOf({ workspace, folders, document, link });
        if (flaw !== null) yield documentFinding(document, flaw);
      }
    }
  },
};

interface Place {
  readonly workspace: Workspace;
  folders(): ReadonlySet<string>;
  readonly document: Document;
  readonly link: LinkFact;
}

function flawOf(place: Place): DocumentFlaw | null {
  const { link, document } = place;
  const local = localLink(link.target, document.path);
  if (local === null) return null;
  if (local.path === null) {
    return {
      message: `Unexpected link \`${link.target}\`, which leads out of the repository`,
      range: link.range,
      mend: "Link to a file of the repository, or by a full URL",
    };
  }
  return exists(place, local) ? anchorFlaw(place, local) : fileFlaw(place, local.path);
}

function exists({ workspace, folders }: Place, local: LocalLink): boolean {
  if (local.path === null) return false;
  return (!local.folder && workspace.paths.has(local.path)) || folders().has(local.path);
}

function fileFlaw({ workspace, document, link }: Place, path: string): DocumentFlaw {
  const meant = nearestFile(workspace.paths, path);
  const better = meant === null ? null : relativeLink(document.path, meant);
  return {
    message: `Unexpected link \`${link.target}\`, which leads nowhere${better === null ? "" : `; did you mean \`${better}\`?`}`,
    range: link.range,
    mend: better === null ? "Link to a file that exists, or remove the link" : `Link to \`${better}\``,
  };
}

/** A file of the same name elsewhere, else one whose name is nearly the same. */
function nearestFile(paths: ReadonlySet<string>, path: string): string | null {
  const names = new Set([...paths].map(baseOf));
  const name = names.has(baseOf(path)) ? baseOf(path) : suggest(baseOf(path), names);
  const namesakes = [...paths].filter((candidate) => baseOf(candidate) === name);
  return namesakes.length > 1 ? (suggest(path, namesakes) ?? namesakes[0] ?? null) : (namesakes[0] ?? null);
}

function anchorFlaw({ workspace, document, link }: Place, local: LocalLink): DocumentFlaw | null {
  const { anchor, path } = local;
  if (path === null || anchor === "" || anchor === "top" || isLine(anchor)) return null;
  const known = path === document.path ? document.facts.anchors : workspace.anchors.get(path);
  if (known === undefined || known.includes(anchor.toLowerCase()) || known.includes(anchor)) return null;
  const meant = suggest(anchor, known);
  return {
    message: `Unexpected anchor \`#${anchor}\`, which \`${path}\` does not have${meant === null ? "" : `; did you mean \`#${meant}\`?`}`,
    range: link.range,
    mend: meant === null ? "Link to a heading that exists, or without an anchor" : `Link to \`#${meant}\``,
  };
}

/** `#L10` and `#L10-L20` point at lines of a file as a forge shows it. */
function isLine(anchor: string): boolean {
  return /^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/u.test(anchor);
}
