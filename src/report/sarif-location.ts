import type { PhysicalLocation } from "sarif";
import type { Region } from "../engine/report.ts";

const loneSurrogate = /\p{Cs}/gu;

/** A root-relative path as a relative URI reference: UTF-8, percent-encoded segment by segment. */
export function pathUri(path: string): string {
  return path
    .replace(loneSurrogate, "\u{fffd}")
    .split("/")
    .map((segment) => encodeURIComponent(segment))
    .join("/");
}

/** A place in a file below `%SRCROOT%`, with a full region where one is known. */
export function physicalLocation(path: string, range: Region | undefined): PhysicalLocation {
  const artifactLocation = { uri: pathUri(path), uriBaseId: "%SRCROOT%" };
  if (range === undefined) return { artifactLocation };
  return {
    artifactLocation,
    region: {
      startLine: range.start.line,
      startColumn: range.start.column,
      endLine: range.end.line,
      endColumn: range.end.column,
    },
  };
}
