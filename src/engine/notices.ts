import type { Config } from "../config/config.ts";
import type { Notice } from "../snapshot.ts";

/** What this version does not judge although a project may count on it: said in every report, so that nobody takes it for a pass. */
export function unjudged(config: Config): readonly Notice[] {
  const gates = Object.keys(config.approvals?.gates ?? {});
  const approvals =
    gates.length === 0
      ? "approvals: off"
      : `approvals: off, although the config has gates (${gates.join(", ")}): this command judges none, \`design-lint verify\` does`;
  const evidence = config.scopes
    .flatMap(({ settings }) => Object.keys(settings.evidence ?? {}))
    .filter((key) => key !== "base");
  const named = [...new Set(evidence)].join(", ");
  const unread = {
    code: "evidence-off",
    message: `evidence: off, although the config names ${named}: this version reads none`,
  };
  return [{ code: "approvals-off", message: approvals }, ...(named === "" ? [] : [unread])];
}
