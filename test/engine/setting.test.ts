import { expect, it } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { isGuarded, settingReader } from "../../src/engine/setting.ts";
import type { ApprovalJudgement } from "../../src/workspace/approvals/judgement.ts";
import { configOf } from "../support/configs.ts";

const missing = { id: "approval/missing", severity: "error" } as const;
const title = { id: "structure/missing-test", severity: "error" } as const;
const severities = ["off", "info", "warn", "error"] as const;

function configWith(severity: string): Promise<Config> {
  return configOf({ ".designrc.json": { rules: { [missing.id]: severity, [title.id]: severity } } });
}

function judged(rulingConfig: Config | null): ApprovalJudgement {
  return { policy: null, standings: [], findings: [], notices: [], rulingConfig };
}

it("forced: what the run says stands above every config", async () => {
  const config = await configWith("error");
  const forced = { severity: "off", options: {} } as const;
  expect(settingReader({ config, approvals: judged(config) }, missing, forced)("a").severity).toBe("off");
});

it("guarded: of the rules on approvals and policy the stronger setting of change and base counts", async () => {
  for (const [weak, own] of severities.entries())
    for (const [strong, base] of severities.entries()) {
      const workspace = { config: await configWith(own), approvals: judged(await configWith(base)) };
      expect(settingReader(workspace, missing, undefined)("a").severity).toBe(severities[Math.max(weak, strong)]);
    }
  expect(isGuarded("policy/changed")).toBe(true);
});

it("other-rules: every other rule is as the change's own config says", async () => {
  const workspace = { config: await configWith("off"), approvals: judged(await configWith("error")) };
  expect(settingReader(workspace, title, undefined)("a").severity).toBe("off");
});

it("not-ruling: a base that does not rule is not asked", async () => {
  const config = await configWith("off");
  expect(settingReader({ config, approvals: judged(null) }, missing, undefined)("a").severity).toBe("off");
  expect(settingReader({ config }, missing, undefined)("a").severity).toBe("off");
});
