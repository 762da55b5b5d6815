import { pointerTo } from "../schema/pointer.ts";
import { suggest } from "../schema/suggest.ts";
import type { UserError } from "../user-error.ts";
import type { ApprovalPolicy } from "./raw-config.ts";
import type { ConfigSource } from "./source.ts";

/** The first contradiction inside `approvals`; null where there is none. A gate that nobody could pass is one. */
export function approvalsProblem(source: ConfigSource): UserError | null {
  for (const error of problems(source, source.raw.approvals ?? {})) return error;
  return null;
}

function* problems(
  source: ConfigSource,
  { people = {}, roles = {}, gates = {}, agents = [] }: ApprovalPolicy,
): Generator<UserError> {
  const owners = new Map<string, string>(agents.map((agent) => [agent, "agents"]));
  for (const [person, principals] of Object.entries(people)) {
    for (const [index, principal] of principals.entries()) {
      const owner = owners.get(principal);
      const pointer = `${pointerTo("/approvals/people", person)}/${index}`;
      if (owner !== undefined)
        yield source.error(pointer, `\`${principal}\` belongs to \`${owner}\` already, expected one owner`);
      owners.set(principal, person);
    }
  }
  for (const [role, members] of Object.entries(roles)) {
    for (const [index, person] of members.entries()) {
      if (Object.hasOwn(people, person)) continue;
      const pointer = `${pointerTo("/approvals/roles", role)}/${index}`;
      yield source.error(pointer, `Unknown person \`${person}\``, meant(person, people));
    }
  }
  for (const [gate, { role, threshold = 1 }] of Object.entries(gates)) {
    const pointer = pointerTo("/approvals/gates", gate);
    const members = Object.hasOwn(roles, role) ? roles[role] : undefined;
    if (members === undefined) yield source.error(`${pointer}/role`, `Unknown role \`${role}\``, meant(role, roles));
    else if (new Set(members).size < threshold) {
      const message = `The role \`${role}\` has ${new Set(members).size} people and cannot reach the threshold ${threshold}`;
      yield source.error(`${pointer}/threshold`, message);
    }
  }
}

function meant(word: string, known: Readonly<Record<string, unknown>>): string {
  const near = suggest(word, Object.keys(known));
  if (near !== null) return `Did you mean \`${near}\`?`;
  const names = Object.keys(known);
  return names.length === 0 ? `Add \`${word}\`` : `Add \`${word}\`, or name one of: ${names.join(", ")}`;
}
