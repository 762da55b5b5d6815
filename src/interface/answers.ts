import { type Bindings, bindStatements } from "./bindings.ts";
import type { Entity } from "./export-table.ts";
import { entityId } from "./identity.ts";
import type { Module } from "./module-graph.ts";
import { parseSource, syntaxProblems } from "./parse.ts";
import type { OracleAnswer, TypeOracle } from "./type-oracle.ts";

/** What the compiler has said, as declarations that read like written ones; each name is asked for once. */
export interface Answers {
  /** A declaration of one of the project's files with every type written; null where there is no answer. */
  of(entity: Entity): Declared | null;
  /** The same for an exported name of the source, whatever stands behind it. */
  ofExport(name: string): Declared | null;
  /** Files that the answers depend on. */
  consulted(): readonly string[];
  /** Name → why the compiler could not say. */
  reasons(): ReadonlyMap<string, string>;
}

type Declared = Entity & { readonly kind: "declared" };

/** Answers about the names of one source and of the files that it imports; without an oracle there are none. */
export function createAnswers(source: Module, oracle: TypeOracle | null): Answers {
  const known = new Map<string, Declared | null>();
  const consulted = new Set<string>();
  const reasons = new Map<string, string>();
  const ask = (module: Module, name: string, key: string): Declared | null => {
    const before = known.get(key);
    if (before !== undefined || oracle === null) return before ?? null;
    const answer = oracle.declarationOf(module.path, name);
    const read = answer.ok ? declarationIn(answer, module, name) : null;
    if (answer.ok) for (const path of answer.consulted) consulted.add(path);
    if (!answer.ok) reasons.set(name, answer.reason);
    known.set(key, read);
    return read;
  };
  return {
    of(entity) {
      if (entity.kind !== "declared" && entity.kind !== "expression") return null;
      if (entity.module.id !== entity.module.path) return null;
      return ask(entity.module, entity.name, entityId(entity));
    },
    ofExport: (name) => ask(source, name, `${source.id}#export ${name}`),
    consulted: () => [...consulted],
    reasons: () => reasons,
  };
}

// The answer is read in the place of the file's own text: its names mean what they mean there.
function declarationIn(answer: OracleAnswer & { readonly ok: true }, module: Module, name: string): Declared | null {
  const file = parseSource(`${module.path}.inferred.ts`, answer.text);
  if (syntaxProblems(file).length > 0) return null;
  const answered = bindStatements(file.statements, true);
  const [exported] = answered.exports.get(name) ?? [];
  const local = exported?.kind === "local" ? exported.local : name;
  const declarations = answered.declarations.get(local);
  if (declarations === undefined) return null;
  const bindings: Bindings = {
    ...module.bindings,
    declarations: new Map([...answered.declarations, ...module.bindings.declarations]),
  };
  return { kind: "declared", module: { ...module, file, bindings }, containers: [], name: local, declarations };
}
