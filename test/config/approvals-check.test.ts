import { expect, it } from "vitest";
import { approvalsProblem } from "../../src/config/approvals-check.ts";
import { parseConfig } from "../../src/config/parse.ts";
import { sourceOf } from "../../src/config/source.ts";

function problemOf(approvals: object | undefined) {
  const file = parseConfig(".designrc.json", new TextEncoder().encode(JSON.stringify({ approvals })), () => []);
  return approvalsProblem(sourceOf(file, "", null));
}

const people = { alice: ["alice@example.com"], bob: ["bob@example.com"] };
const roles = { reviewer: ["alice", "bob"] };

it("finds nothing where every gate can be passed, or where there are no approvals", () => {
  const gates = { design: { role: "reviewer", threshold: 2 }, architecture: { role: "reviewer" } };
  expect(problemOf({ people, roles, gates })).toBeNull();
  expect(problemOf(undefined)).toBeNull();
});

it("unreachable: a threshold above the number of people of its role is refused", () => {
  const gates = { design: { role: "reviewer", threshold: 3 } };
  expect(problemOf({ people, roles, gates })?.message).toBe(
    "The role `reviewer` has 2 people and cannot reach the threshold 3",
  );
});

it("two-owners: an address that belongs to two people, or to a person and an agent, is refused", () => {
  const shared = { alice: ["a@example.com"], bob: ["a@example.com"] };
  expect(problemOf({ people: shared })?.message).toBe("`a@example.com` belongs to `alice` already, expected one owner");
  expect(problemOf({ people, agents: ["bob@example.com"] })?.message).toContain("`agents`");
});

it("unknown-name: a person or role that nobody defines is refused, with the one that was probably meant", () => {
  expect(problemOf({ people, roles: { reviewer: ["alcie"] } })).toMatchObject({
    message: "Unknown person `alcie`",
    hint: "Did you mean `alice`?",
  });
  expect(problemOf({ people, roles, gates: { design: { role: "constructor" } } })).toMatchObject({
    message: "Unknown role `constructor`",
    hint: "Add `constructor`, or name one of: reviewer",
  });
});
