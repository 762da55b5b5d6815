import type { DocumentFacts } from "../document/document.ts";
import { localise } from "../document/localise.ts";
import type { DocumentFile } from "./discover.ts";
import type { FactReader } from "./facts.ts";
import { mapConcurrent } from "./map-concurrent.ts";
import type { SchemaSource } from "./ports.ts";
import type { Document } from "./workspace.ts";

/** Reads documents and holds each against the schema of its type. */
export function readDocuments(
  files: readonly DocumentFile[],
  facts: FactReader,
  schemas: SchemaSource,
): Promise<readonly Document[]> {
  return mapConcurrent(files, async (file) => {
    const found = await facts.document(file.path);
    const document = withSchema(file, found, schemas);
    if (facts.isUnreadable(file.path)) return { ...document, exempt: true, violations: null };
    return { ...document, violations: await violationsOf(document, schemas) };
  });
}

function withSchema(file: DocumentFile, facts: DocumentFacts, schemas: SchemaSource): Omit<Document, "violations"> {
  const { path, kind, id, settings, exempt } = file;
  const { model, ranges } = localise(facts, settings.headings);
  const type = textAt(model.frontmatter, "type");
  const route = textAt(model.frontmatter, "route");
  return {
    path,
    kind,
    id,
    settings,
    exempt,
    facts,
    model,
    ranges,
    status: facts.status?.value ?? null,
    type,
    route: route === "design" || route === "direct" ? route : routeOfType(file, type, schemas),
    required: type === null ? [] : schemas.required(settings, type),
  };
}

function routeOfType({ settings }: DocumentFile, type: string | null, schemas: SchemaSource): Document["route"] {
  return type === null ? "design" : schemas.route(settings, type);
}

/** A frontmatter that could not be read would violate any schema, which says nothing that its own finding does not. */
async function violationsOf(
  document: Omit<Document, "violations">,
  schemas: SchemaSource,
): Promise<Document["violations"]> {
  const { type, exempt, facts, settings, model, ranges } = document;
  const isBroken = facts.problems.some(({ rule }) => rule === "document/frontmatter");
  if (type === null || exempt || isBroken) return null;
  return schemas.validate(settings, type, model, ranges);
}

function textAt(frontmatter: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = Object.hasOwn(frontmatter, key) ? frontmatter[key] : undefined;
  return typeof value === "string" && value !== "" ? value : null;
}
