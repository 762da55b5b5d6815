import { type Bindings, bindStatements } from "./bindings.ts";
import { type Entity, saysExport } from "./export-table.ts";
import { entityId } from "./identity.ts";
import type { Module } from "./module-graph.ts";
import { parseSource, syntaxProblems } from "./parse.ts";
import { isJavaScript } from "./print-name.ts";
import { namesIn } from "./print-names.ts";
import type { TypeOracle } from "./type-oracle.ts";

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
    const read = answer.ok ? declarationIn(textWithNames(answer.text, module, oracle), module, name) : null;
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

const mostNames = 100;

// JavaScript writes types in comments and nowhere: what an answer mentions only the compiler can declare.
function textWithNames(text: string, module: Module, oracle: TypeOracle): string {
  if (!isJavaScript(module.path)) return text;
  const texts = [text];
  const declared = new Set(bindStatements(parseSource("answer.d.ts", text).statements, true).declarations.keys());
  const queue = [...namesIn(text)];
  for (let name = queue.pop(); name !== undefined && texts.length < mostNames; name = queue.pop()) {
    if (declared.has(name) || module.bindings.imports.has(name)) continue;
    declared.add(name);
    const answer = oracle.declarationOf(module.path, name);
    if (!answer.ok) continue;
    texts.push(answer.text);
    queue.push(...namesIn(answer.text));
  }
  return texts.join("\n");
}

// The answer is read in the place of the file's own text: its names mean what they mean there.
function declarationIn(text: string, module: Module, name: string): Declared | null {
  const file = parseSource(`${module.path}.inferred.d.ts`, text);
  if (syntaxProblems(file).length > 0) return null;
  const answered = bindStatements(file.statements, true);
  const [exported] = answered.exports.get(name) ?? [];
  const local = exported?.kind === "local" ? exported.local : name;
  const all = answered.declarations.get(local);
  if (all === undefined) return null;
  // Of a type and a value of one name, the export is what says so.
  const said = all.filter(saysExport);
  const declarations = said.length === 0 ? all : said;
  const own = module.bindings.declarations;
  const bindings: Bindings = {
    ...module.bindings,
    declarations: new Map(
      isJavaScript(module.path) ? [...own, ...answered.declarations] : [...answered.declarations, ...own],
    ),
  };
  return { kind: "declared", module: { ...module, file, bindings }, containers: [], name: local, declarations };
}
