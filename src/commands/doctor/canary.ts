import { judge } from "../../lint.ts";
import type { Platform } from "../../platform.ts";
import { overlay, type Snapshot } from "../../snapshot.ts";
import type { Component } from "../../workspace/workspace.ts";
import type { Diagnosis } from "./diagnosis.ts";

const topic = "canary";
const name = "plantedByDesignLintDoctor";

/** Plants an export that no design knows in a copy of a source, in memory, and tells whether the check sees it. */
export async function canaryDiagnosis(snapshot: Snapshot, platform: Platform): Promise<Diagnosis> {
  const { workspace } = await judge(snapshot, platform);
  const component = [...workspace.components.values()].find(isJudged);
  const path = component?.sources[0]?.path;
  if (component === undefined || path === undefined)
    return {
      state: "note",
      topic,
      message:
        "No design that says `status: implemented` declares an interface that could drift, so nothing was planted",
    };
  const bytes = await snapshot.files.get(path)?.read();
  const text = new TextDecoder().decode(bytes);
  const planted = overlay(snapshot, new Map([[path, `${text}\nexport const ${name} = 1;\n`]]));
  const { report } = await judge(planted, platform, { paths: [path] });
  const seen = report.diagnostics.find(({ message, rule }) => rule.startsWith("interface/") && message.includes(name));
  if (seen?.severity === "error")
    return { state: "ok", topic, message: `an export planted in a copy of ${path} is an error (${seen.rule})` };
  return {
    state: "wrong",
    topic,
    message: `An export planted in a copy of ${path} is ${seen === undefined ? "not seen" : `only ${seen.severity}`}`,
    mend: "Look at `rules`, `overrides` and `exempt` in .designrc.json: interface/undeclared-export has to be an error",
  };
}

function isJudged({ documents: [document], interface: verdict }: Component): boolean {
  return document?.status === "implemented" && verdict !== null && verdict.compared > 0;
}
