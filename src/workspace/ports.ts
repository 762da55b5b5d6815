import type { Settings } from "../config/config.ts";
import type { DocumentModel } from "../document/document.ts";
import type { InterfaceVerdict } from "../interface/verdict.ts";
import type { Range } from "../range.ts";
import type { Violation } from "../schema/violation.ts";
import type { Document, Source } from "./workspace.ts";

/** The schemas of document types, shipped ones and those that a config adds. */
export interface SchemaSource {
  /** Names of all types that have a schema under these settings, sorted. */
  names(settings: Settings): readonly string[];
  /** Every violation of the type's schema; null where the type has none. `places` maps JSON pointers to ranges. */
  validate(
    settings: Settings,
    type: string,
    model: DocumentModel,
    places: Readonly<Record<string, Range>>,
  ): Promise<readonly Violation[] | null>;
  /** Slugs of the sections that the type's schema requires; empty where the type is unknown. */
  required(settings: Settings, type: string): readonly string[];
  /** Default route of the type; `design` where the type is unknown. */
  route(settings: Settings, type: string): "design" | "direct";
}

/** One document and the one source that it speaks of, both readable. */
export interface InterfacePair {
  readonly source: Source;
  readonly document: Document;
}

/** The verdicts of document and source pairs, in the order of the pairs. */
export type InterfaceComparer = (pairs: readonly InterfacePair[]) => Promise<readonly InterfaceVerdict[]>;
