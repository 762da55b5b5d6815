import type { Module } from "./module-graph.ts";
import type { TypeOracle } from "./type-oracle.ts";
import { undecidedIn } from "./undecided-comment.ts";
import type { InterfaceFinding } from "./verdict.ts";

/** Both sides of a comparison, and who may know more by now. */
export interface DoubtInput {
  readonly design: Module;
  readonly source: Module;
  readonly oracle: TypeOracle | null;
}

/** The findings, where a name that the block marks as undecided, or a whole that CommonJS assigns, is no difference but undecided. */
export function withDoubts(findings: readonly InterfaceFinding[], input: DoubtInput): readonly InterfaceFinding[] {
  return withAssignedWhole(findings, input).map((finding) => {
    const reason = isAbout(finding) ? reasonFor(finding, input) : null;
    if (reason === null) return finding;
    const { change: _, ...rest } = finding;
    return {
      ...rest,
      rule: "interface/undecided",
      message: `${finding.export} could not be compared: ${reason}`,
      mend: `Write the type of ${finding.export} out in the source`,
    };
  });
}

function isAbout({ rule }: InterfaceFinding): boolean {
  return rule === "interface/undeclared-export" || rule === "interface/unknown-name";
}

// The compiler may know by now what it did not know when the block was written.
function reasonFor({ export: name }: InterfaceFinding, { design, source, oracle }: DoubtInput): string | null {
  const [binding] = source.bindings.exports.get(name) ?? [];
  const names = [name, binding?.kind === "local" ? binding.local : name];
  const stated = undecidedIn(design.file.text).find((entry) => names.includes(entry.name));
  if (stated === undefined) return null;
  if (oracle === null) return stated.reason;
  const answer = oracle.declarationOf(source.path, stated.name);
  return answer.ok ? null : answer.reason;
}

// Which names `module.exports = build()` gives to others, no syntax tells.
function withAssignedWhole(
  findings: readonly InterfaceFinding[],
  { design, source }: DoubtInput,
): readonly InterfaceFinding[] {
  const [whole] = source.bindings.exports.get("export=") ?? [];
  if (whole?.kind !== "commonjs" || design.bindings.exports.has("export=")) return findings;
  const rest = findings.filter(
    ({ rule }) => rule !== "interface/missing-export" && rule !== "interface/undeclared-export",
  );
  const undecided: InterfaceFinding = {
    rule: "interface/undecided",
    message: "The exports could not be compared: which names `module.exports` gets cannot be read from syntax",
    mend: "Declare `export =` in the design, or assign an object literal that names its members",
    export: "export=",
    actual: { start: whole.node.getStart(), end: whole.node.end },
  };
  return [...rest, undecided];
}
