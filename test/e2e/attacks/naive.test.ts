import { expect, it } from "vitest";
import { designText, paths } from "../../support/approved-project.ts";
import { sceneOf, verify } from "../../support/attack.ts";
import {
  believesDocument,
  countSignatures,
  digestAlone,
  ownPolicy,
  presentAreGood,
  shownByGit,
  sshKeygen,
  yamlWord,
} from "../../support/naive-checks.ts";

it("the naive checks are checks: what is approved passes all of them, and what plainly is not passes none", async () => {
  const honest = await sceneOf({});
  const unsigned = await sceneOf({});
  unsigned.write(paths.design, designText);
  const stale = await sceneOf({});
  stale.edit(paths.design, "one session", "two sessions");
  const checks = [
    ownPolicy,
    yamlWord,
    digestAlone,
    sshKeygen,
    believesDocument,
    (scene: typeof honest) => countSignatures(scene, 1),
    (scene: typeof honest) => shownByGit(scene, "show", `:${paths.design}`),
  ];
  unsigned.git("add", "--all");
  for (const [index, check] of checks.entries())
    expect([await check(honest), await check(unsigned)], `check ${index}`).toEqual([true, false]);
  expect([presentAreGood(honest), presentAreGood(stale)]).toEqual([true, false]);
  expect(await verify(honest)).toMatchObject({ code: 0, rules: [] });
  expect(await verify(stale)).toMatchObject({ code: 1, rules: ["stale"] });
});
