import { rule as approvalCodeAhead } from "./approval/code-ahead.ts";
import { rule as approvalDowngrade } from "./approval/downgrade.ts";
import { rule as approvalGateOrder } from "./approval/gate-order.ts";
import { rule as approvalInvalid } from "./approval/invalid.ts";
import { rule as approvalMissing } from "./approval/missing.ts";
import { rule as approvalRemoved } from "./approval/removed.ts";
import { rule as approvalRollback } from "./approval/rollback.ts";
import { rule as approvalStale } from "./approval/stale.ts";
import { rule as approvalSuspect } from "./approval/suspect.ts";
import { rule as approvalUntrusted } from "./approval/untrusted.ts";
import { rule as documentBrokenLink } from "./document/broken-link.ts";
import { rule as documentConflictMarker } from "./document/conflict-marker.ts";
import { rule as documentEmptySection } from "./document/empty-section.ts";
import { rule as documentEncoding } from "./document/encoding.ts";
import { rule as documentFrontmatter } from "./document/frontmatter.ts";
import { rule as documentNotes } from "./document/notes.ts";
import { rule as documentPath } from "./document/path.ts";
import { rule as documentPlaceholder } from "./document/placeholder.ts";
import { rule as documentSchema } from "./document/schema.ts";
import { rule as documentStatus } from "./document/status.ts";
import { rule as documentTrackingOrder } from "./document/tracking-order.ts";
import { rule as documentUnknownKey } from "./document/unknown-key.ts";
import { rule as documentUnknownType } from "./document/unknown-type.ts";
import { rule as interfaceChanged } from "./interface/changed.ts";
import { rule as interfaceMissingExport } from "./interface/missing-export.ts";
import { rule as interfaceSpelling } from "./interface/spelling.ts";
import { rule as interfaceUndecided } from "./interface/undecided.ts";
import { rule as interfaceUndeclaredExport } from "./interface/undeclared-export.ts";
import { rule as interfaceUnknownName } from "./interface/unknown-name.ts";
import { rule as interfaceUnparseable } from "./interface/unparseable.ts";
import { rule as policyChanged } from "./policy/changed.ts";
import type { Rule } from "./rule.ts";
import { rule as structureDraftDesign } from "./structure/draft-design.ts";
import { rule as structureEmptyTest } from "./structure/empty-test.ts";
import { rule as structureMissingDesign } from "./structure/missing-design.ts";
import { rule as structureMissingSource } from "./structure/missing-source.ts";
import { rule as structureMissingTest } from "./structure/missing-test.ts";
import { rule as structureNotOneToOne } from "./structure/not-one-to-one.ts";
import { rule as structureNothingMatched } from "./structure/nothing-matched.ts";
import { rule as structureOrphanDesign } from "./structure/orphan-design.ts";
import { rule as structureOrphanTest } from "./structure/orphan-test.ts";
import { rule as structureUnclassified } from "./structure/unclassified.ts";
import { rule as suppressionNoReason } from "./suppression/no-reason.ts";
import { rule as suppressionUnused } from "./suppression/unused.ts";

/** Every rule, sorted by id: what stands here is run, documented and tested (the registry's own test sees to it). */
export const rules: readonly Rule[] = [
  approvalCodeAhead,
  approvalDowngrade,
  approvalGateOrder,
  approvalInvalid,
  approvalMissing,
  approvalRemoved,
  approvalRollback,
  approvalStale,
  approvalSuspect,
  approvalUntrusted,
  documentBrokenLink,
  documentConflictMarker,
  documentEmptySection,
  documentEncoding,
  documentFrontmatter,
  documentNotes,
  documentPath,
  documentPlaceholder,
  documentSchema,
  documentStatus,
  documentTrackingOrder,
  documentUnknownKey,
  documentUnknownType,
  interfaceChanged,
  interfaceMissingExport,
  interfaceSpelling,
  interfaceUndecided,
  interfaceUndeclaredExport,
  interfaceUnknownName,
  interfaceUnparseable,
  policyChanged,
  structureDraftDesign,
  structureEmptyTest,
  structureMissingDesign,
  structureMissingSource,
  structureMissingTest,
  structureNotOneToOne,
  structureNothingMatched,
  structureOrphanDesign,
  structureOrphanTest,
  structureUnclassified,
  suppressionNoReason,
  suppressionUnused,
];
