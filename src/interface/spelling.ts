import { everybody, nobody } from "./breaking.ts";
import type { Difference, Pair } from "./difference.ts";
import type { Form } from "./form.ts";
import { isLibraryName } from "./global-names.ts";
import type { Module, ModuleGraph } from "./module-graph.ts";
import { isOwnJsx } from "./own-jsx.ts";
import { questionOf } from "./question-text.ts";
import type { TypeOracle, TypeQuestion } from "./type-oracle.ts";
import { writtenName } from "./written-name.ts";

/** What asking the compiler needs. */
export interface SpellingInput {
  readonly source: Module;
  readonly graph: ModuleGraph;
  readonly oracle: TypeOracle;
  /** Hears of the files that an answer depends on. */
  consulted(paths: readonly string[]): void;
}

/**
 * The differences, of which those that may be one type in other words are put to the compiler: they become a matter of
 * spelling, or a change, or stay undecided with its reason. What it cannot tell stays what it was.
 */
export function settled(found: readonly Difference[], input: SpellingInput): readonly Difference[] {
  const asked = new Map<Pair, Difference>();
  return found.flatMap((difference) => {
    const pair = difference.asked ?? pairOf(difference);
    if (pair === null || pair.declared.holed || pair.actual.holed) return [difference];
    const answer = answered(difference, pair, input);
    if (answer.kind !== "spelling") return [answer];
    // Several differences of one type are one spelling.
    const before = asked.get(pair);
    asked.set(pair, answer);
    return before === undefined ? [answer] : [];
  });
}

// Of two types with one name the parts differ, so the whole is asked about. A name that leads nowhere may be one that a package declares for all.
function pairOf({ kind, whole, declared, actual }: Difference): Pair | null {
  if (kind === "unknown-name") return whole;
  if (kind !== "undecided" && kind !== "changed") return null;
  const pair = whole ?? (declared === null || actual === null ? null : { declared, actual });
  if (pair === null) return null;
  const types = { declared: typeOf(pair.declared), actual: typeOf(pair.actual) };
  const isOpen = kind === "undecided" || mayHide(types.declared) || mayHide(types.actual);
  if (!isOpen) return null;
  return types.declared === pair.declared && types.actual === pair.actual ? pair : types;
}

// What is said of a constant is said of its type.
function typeOf(form: Form): Form {
  return form.tag === "variable" && form.text === "const" ? (form.slots[0]?.form ?? form) : form;
}

function answered(difference: Difference, pair: Pair, { source, graph, oracle, consulted }: SpellingInput): Difference {
  const question = questionAbout(pair, source, graph);
  if (question === null || oracle.sameType === undefined) return difference;
  const answer = oracle.sameType(source.path, question);
  const spelling = { ...difference, kind: "spelling", breaking: nobody } as const;
  if (!answer.ok) {
    if (isOwnJsx(pair.declared, pair.actual)) return { ...spelling, ...pair, whole: null };
    if (difference.kind === "unknown-name") return difference;
    const isOpen = difference.kind === "undecided" || answer.failed === true;
    return isOpen ? { ...difference, kind: "undecided", breaking: nobody, reason: answer.reason } : difference;
  }
  consulted(answer.consulted);
  if (answer.same) return difference.asked === undefined ? { ...spelling, ...pair, whole: null } : spelling;
  if (difference.kind === "changed") return difference;
  const types = difference.kind === "unknown-name" ? pair : {};
  return { ...difference, ...types, kind: "changed", breaking: everybody };
}

/** The two types of a pair as a question; null where they cannot be written out. */
function questionAbout({ declared, actual }: Pair, source: Module, graph: ModuleGraph): TypeQuestion | null {
  const nameOf = (identity: string): string | null => writtenName(identity, (own) => ownName(own, source, graph));
  return questionOf(declared, actual, nameOf);
}

function ownName(identity: string, source: Module, graph: ModuleGraph): string | null {
  if (identity.startsWith("own:")) return imported(source.path, identity.slice("own:".length));
  const [path = "", name = ""] = identity.split("#");
  const module = graph.module(path);
  if (module === null) return null;
  if (name === "*") return imported(path, "export=");
  const [first = "", ...rest] = name.replace(/=$/u, "").split(".");
  for (const [exported, [binding]] of module.bindings.exports) {
    const isIt = binding?.kind === "local" ? binding.local === first : name === `${exported}=`;
    if (isIt) return imported(path, [exported, ...rest].join("."));
  }
  return null;
}

function imported(path: string, name: string): string {
  const rest = name === "export=" ? "" : `.${name.replace(/^export=\./u, "")}`;
  return `import(${JSON.stringify(`project:${path}`)})${rest}`;
}

const plainGlobals =
  /^global:(?:Array|ReadonlyArray|Promise|Map|Set|ReadonlyMap|ReadonlySet|Date|Error|RegExp|Function)$/u;

/** True where a type may be another one in other words: it is computed, or a name that others write out. */
function mayHide(form: Form): boolean {
  const { tag, text } = form;
  if (["conditional", "indexed", "keyof", "mapped", "typeof", "template", "intersection"].includes(tag)) return true;
  if (tag === "reference" && isAlias(form, text)) return true;
  return form.slots.some((entry) => mayHide(entry.form));
}

function isAlias({ expand }: Form, id: string): boolean {
  if (id.startsWith("own:") || id.startsWith("global:"))
    return expand !== undefined || (id.startsWith("global:") && !plainGlobals.test(id) && isLibraryName(id.slice(7)));
  return true;
}
