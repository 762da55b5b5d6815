import { describe, expect, it } from "vitest";
import { createFormBudget, type FormShare, isLack, lacks } from "../../src/interface/form-budget.ts";

/** How many single forms a share pays for. */
function spent(share: FormShare): number {
  let forms = 0;
  while (share.spend(1)) forms++;
  return forms;
}

describe("form-budget", () => {
  it("own-text: what is no larger than its text takes nothing from the others", () => {
    const budget = createFormBudget(0);
    for (let times = 0; times < 100; times++) expect(budget.share(2000).spend(1000)).toBe(true);
    expect(spent(budget.share(0))).toBe(5000);
  });

  it("half: each export may take half of what is left, and the sum of all is bounded", () => {
    const budget = createFormBudget(0);
    const each = Array.from({ length: 1000 }, () => spent(budget.share(0)));
    expect(each.slice(0, 3)).toEqual([5000, 2500, 1250]);
    expect(each.reduce((sum, forms) => sum + forms, 0)).toBeLessThan(10_000);
  });

  it("refused: after the first refusal everything is refused, and there is a reason", () => {
    const share = createFormBudget(0).share(0);
    expect([share.spend(10), share.lack()]).toEqual([true, null]);
    expect([share.spend(5000), share.lack()]).toEqual([false, lacks.alone]);
    expect(share.spend(0)).toBe(false);
    expect([isLack(lacks.alone), isLack(lacks.together), isLack("another"), isLack(undefined)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("reason: where others have taken most of it, the reason says so", () => {
    const budget = createFormBudget(0);
    const reasons = Array.from({ length: 3 }, () => {
      const share = budget.share(0);
      spent(share);
      return share.lack();
    });
    expect(reasons).toEqual([lacks.alone, lacks.alone, lacks.together]);
  });

  it("added: a declaration that comes later raises the share once", () => {
    const share = createFormBudget(0).share(0);
    const declaration = {};
    share.add(200, declaration);
    share.add(200, declaration);
    expect(spent(share)).toBe(5100);
  });

  it("larger-file: a larger file has a larger budget", () => {
    expect(spent(createFormBudget(80_000).share(0))).toBe(10_000);
  });
});
