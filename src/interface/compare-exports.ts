import type ts from "typescript";
import { type Answers, createAnswers } from "./answers.ts";
import { asAssigned, asObject } from "./assigned-form.ts";
import type { DeclaredModule } from "./block.ts";
import { informationOf } from "./change-information.ts";
import { type Renamed, renamedDifference, renamedExports, withoutRenamed } from "./change-renamed.ts";
import { brandSlots } from "./class-form.ts";
import { commentedEntity } from "./comment-types.ts";
import { compareAugmentations } from "./compare-augmentations.ts";
import { diffDeclarations } from "./diff-declarations.ts";
import { diffReexports } from "./diff-reexports.ts";
import { createSiblingDifference, type SiblingDifference } from "./diff-siblings.ts";
import { type Difference, difference, type Pair, type Trail, trailAt, undecided } from "./difference.ts";
import { type Entity, entityOfImport, exportedEntity, writtenLength } from "./export-table.ts";
import { type Found, findingsOf, hiddenFindings } from "./findings.ts";
import { byText, type Form, holesOf, leaf, tree } from "./form.ts";
import { createFormBudget, type FormBudget, type FormShare, isLack } from "./form-budget.ts";
import type { FormContext } from "./form-context.ts";
import { freeTypeNames, isLibraryName } from "./global-names.ts";
import { entityId, idsInModule } from "./identity.ts";
import type { Module, ModuleGraph } from "./module-graph.ts";
import { createFormContext, exportForm } from "./normal-form.ts";
import { isSameMention } from "./same-mention.ts";
import { settled } from "./spelling.ts";
import type { Surface, SurfaceName } from "./surface.ts";
import type { TypeOracle } from "./type-oracle.ts";
import { typescript } from "./typescript.ts";
import { withoutUnstated } from "./unstated.ts";
import type { InterfaceFinding } from "./verdict.ts";
import { isWrittenAlike } from "./written-alike.ts";

/** The two sides with their exported names. */
export interface ExportsInput {
  readonly design: DeclaredModule;
  readonly source: Module;
  readonly graph: ModuleGraph;
  readonly surface: Surface;
  readonly oracle: TypeOracle | null;
  readonly exactOptional: boolean;
}

/** What comparing the exports has found. */
export interface ComparedExports {
  readonly findings: readonly InterfaceFinding[];
  readonly consulted: readonly string[];
  /** The surface without what has another name on the other side. */
  readonly surface: Surface;
}

/** Compares every export that both sides have, also under two names. */
export function compareExports(input: ExportsInput): ComparedExports {
  const hidden = new Map<string, ts.Identifier>();
  const session = sessionOf(input, hidden);
  const results = resultsOf(session);
  const renamed = renamedIn(session);
  const found = [...renamed.map(foundRenamed), ...results, ...augmentationsIn(session)];
  const findings = [
    ...hiddenFindings([...hidden.values()], input),
    ...findingsOf(found, { ...input, reasons: session.answers.reasons() }),
  ];
  const surface = withoutRenamed(input.surface, renamed);
  return { findings, consulted: [...session.answers.consulted(), ...session.asked], surface };
}

// What the budget does not reach is told by the names, not by the places that they stand in.
function resultsOf(session: Session): readonly Found[] {
  const { shared } = session.surface;
  const inTurn = [...shared].sort((a, b) => byText(a.name, b.name));
  const results = new Map(inTurn.map((entry) => [entry.name, compareOne(entry, session)]));
  return shared.flatMap(({ name }) => results.get(name) ?? []);
}

function foundRenamed(renamed: Renamed): Found {
  return { name: renamed.declared.name, difference: renamedDifference(renamed) };
}

function renamedIn(session: Session): readonly Renamed[] {
  const { design, source, graph, surface } = session;
  if (surface.missing.length === 0 || surface.undeclared.length === 0) return [];
  const share = session.budget.share(charactersOf(session));
  const context = contextOf({ ...session, hidden: new Map() }, { ask: session.oracle !== null, share });
  const formIn =
    (module: Module) =>
    ({ name }: SurfaceName): Form | null => {
      const entity = exportedEntity(module, name, graph);
      return entity === null ? null : exportForm(entity, entity.typeOnly === true, context);
    };
  const renamed = renamedExports(surface, { declared: formIn(design.module), actual: formIn(source) });
  return share.lack() === null ? renamed : [];
}

function augmentationsIn(session: Session): readonly Found[] {
  const sides = [session.design.module, session.source];
  if (sides.every(({ bindings }) => bindings.augmentations.length === 0)) return [];
  const share = session.budget.share(charactersOf(session));
  const context = contextOf(session, { ask: false, share });
  const diff = (pair: Pair, trail: Trail): readonly Difference[] =>
    withLack(diffForms(pair, trail, session), { share, trail });
  return compareAugmentations({ declared: session.design.module, actual: session.source }, context, diff);
}

function charactersOf({ design, source }: Pick<ExportsInput, "design" | "source">): number {
  return design.module.file.text.length + source.file.text.length;
}

interface Session extends ExportsInput {
  /** What both sides export under one name, by the identity of either. */
  own(): ReadonlyMap<string, string>;
  readonly answers: Answers;
  readonly hidden: Map<string, ts.Identifier>;
  readonly sibling: SiblingDifference;
  readonly budget: FormBudget;
  /** Files that answers about spellings depend on. */
  readonly asked: Set<string>;
  isKnownName(name: string): boolean;
}

function sessionOf(input: ExportsInput, hidden: Map<string, ts.Identifier>): Session {
  let free: ReadonlySet<string> | null = null;
  const isKnownName = (name: string): boolean => {
    if (isLibraryName(name)) return true;
    free ??= freeTypeNames(input.source);
    return free.has(name);
  };
  const answers = createAnswers(input.source, input.oracle);
  const names = input.surface.shared.map(({ name }) => name);
  const sibling = createSiblingDifference({ ...input, design: input.design.module, names });
  const budget = createFormBudget(charactersOf(input));
  let known: ReadonlyMap<string, string> | null = null;
  const own = (): ReadonlyMap<string, string> => {
    known ??= ownNames(input);
    return known;
  };
  return { ...input, own, answers, hidden, sibling, budget, asked: new Set(), isKnownName };
}

// What both sides export under one name is one thing to everything that refers to it: its differences are told where it is defined.
function ownNames({ design, source, graph, surface }: ExportsInput): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  const add = (module: Module, name: string): void => {
    const entity = exportedEntity(module, name, graph);
    if (entity === null || entity.kind === "opaque" || entity.kind === "module") return;
    const id = entityId(entity);
    if (!own.has(id)) own.set(id, name);
  };
  const names = surface.shared.map(({ name }) => name).sort();
  for (const name of names) for (const module of [design.module, source]) add(module, name);
  for (const { name, actual } of surface.shared)
    if (actual.binding.kind === "comment") own.set(`${source.id}#${name}`, name);
  for (const name of lentNames(design.module, surface)) add(source, name);
  for (const name of names)
    for (const [id, inner] of idsInModule(source, name, graph)) if (!own.has(id)) own.set(id, inner);
  return own;
}

// What the design only mentions it takes from the source, so that both mean the one thing.
function lentNames(design: Module, { undeclared }: Surface): readonly string[] {
  if (undeclared.length === 0) return [];
  const free = freeTypeNames(design);
  return undeclared.map(({ name }) => name).filter((name) => free.has(name));
}

type Shared = Surface["shared"][number];

function compareOne(shared: Shared, session: Session): readonly Found[] {
  const first = differencesOf(shared, session, false);
  const { oracle, source, graph, asked } = session;
  // What is too large for the comparison does not get smaller by being asked about.
  const open = oracle !== null && first.some(({ kind, reason }) => kind === "undecided" && !isLack(reason));
  const differences = open ? differencesOf(shared, session, true) : first;
  const consulted = (paths: readonly string[]): void => {
    for (const path of paths) asked.add(path);
  };
  const told = oracle === null ? differences : settled(differences, { source, graph, oracle, consulted });
  return [...siblingOf(shared, told, session), ...told].map((difference) => ({ name: shared.name, difference }));
}

// Things that differ by themselves are two things anyway.
function siblingOf(shared: Shared, told: readonly Difference[], { sibling }: Session): readonly Difference[] {
  if (told.some(({ kind }) => kind === "changed")) return [];
  const found = sibling(shared.name, trailAt(placesOf(shared), shared.name));
  return found === null ? [] : [found];
}

function placesOf({ declared, actual }: Shared): Trail["places"] {
  return { declared: [placeOf(declared)], actual: [placeOf(actual)] };
}

function placeOf({ binding, star }: SurfaceName): ts.Node {
  return star === null ? binding.node : star.node;
}

function differencesOf(shared: Shared, session: Session, ask: boolean): readonly Difference[] {
  const { design, source, graph } = session;
  const { name } = shared;
  const trail = trailAt(placesOf(shared), name);
  const left = exportedEntity(design.module, name, graph) ?? throughSource(shared, session);
  const { binding: made } = shared.actual;
  const right = exportedEntity(source, name, graph) ?? commentedEntity(made, source);
  if (left === null) {
    const { binding } = shared.declared;
    const unknown = leaf("keyword", binding.kind === "local" ? binding.local : name, null);
    return [difference(trail, { kind: "unknown-name", change: "export-missing" }, { declared: unknown })];
  }
  if (right === null) return [undecided(trail, "what the source exports under this name is declared nowhere", {})];
  if (isReexport(left, session) && isReexport(right, session)) return diffReexports(left, right, trail);
  if (isWrittenAlike(left, right, { design: design.module, source }))
    return informationOf({ declared: brandsOf(left), actual: brandsOf(right) }, trail);
  const answer = ask && right.kind === "opaque" ? session.answers.ofExport(name) : null;
  if (answer === null && right.kind === "opaque" && (made.kind === "commonjs" || made.kind === "comment"))
    return [undecided(trail, right.reason, {})];
  const share = session.budget.share(writtenLength(left) + writtenLength(right) + writtenLength(answer));
  const context = contextOf(session, { ask, share });
  const declared = exportForm(left, left.typeOnly === true, context);
  const actual = exportForm(answer ?? right, right.typeOnly === true, context);
  const isAssigned = made.kind === "commonjs";
  const pair = { declared, actual: isAssigned ? asAssigned(actual, declared) : asObject(actual, declared) };
  if (isAssigned && isAny(pair.actual)) return [undecided(trail, "the compiler knows no more of it than `any`", pair)];
  const found = [...diffForms(pair, trail, session), ...informationOf(pair, trail)];
  return withLack(found, { share, trail });
}

// What is left out can make two sides look different that are not.
function withLack(
  found: readonly Difference[],
  { share, trail }: { readonly share: FormShare; readonly trail: Trail },
): readonly Difference[] {
  const lack = share.lack();
  return lack === null ? found : [undecided(trail, lack, {})];
}

// Of two sides in the same words nothing but the brands can differ.
function brandsOf(entity: Entity): Form {
  const node = entity.kind === "declared" ? entity.declarations.find(typescript().isClassDeclaration) : undefined;
  if (node === undefined) return tree("declared", [], { node: null });
  return tree("declared", [{ label: "class", form: tree("class", brandSlots(node), { node }) }], { node });
}

// In CommonJS what could not be resolved looks like an `any` that was meant.
function isAny({ slots }: Form): boolean {
  const type = slots[0]?.form.slots[0]?.form;
  return type?.tag === "keyword" && type.text === "any";
}

function contextOf(
  session: Session,
  { ask, share }: { readonly ask: boolean; readonly share: FormShare },
): FormContext {
  const { graph, design, source, own, exactOptional, hidden, answers } = session;
  return createFormContext({
    graph,
    design: design.module,
    source,
    own: own(),
    exactOptional,
    fileLocal: (node) => {
      if (!hidden.has(node.text)) hidden.set(node.text, node);
    },
    inferred: (entity) => {
      const answer = ask ? answers.of(entity) : null;
      if (answer !== null) share.add(writtenLength(answer), answer);
      return answer;
    },
    share,
  });
}

// `export { X }` alone says where X comes from only if the source imports it too.
function throughSource({ declared }: Shared, { source, graph }: Session): Entity | null {
  const { binding } = declared;
  return binding.kind === "local" ? entityOfImport(source, binding.local, graph) : null;
}

function isReexport(entity: Entity, { design, source }: Session): boolean {
  if (entity.kind !== "declared" && entity.kind !== "expression") return true;
  return entity.module.id !== design.module.id && entity.module.id !== source.id;
}

function diffForms(pair: Pair, trail: Trail, session: Session): readonly Difference[] {
  const settled = { declared: pair.declared, actual: withoutUnstated(pair.declared, pair.actual) };
  if (settled.declared.key === settled.actual.key && !settled.actual.holed && !settled.declared.holed) return [];
  const found = diffDeclarations(settled, trail, session.isKnownName);
  const isHoled = settled.declared.holed || settled.actual.holed;
  if (found.length > 0 || (!isHoled && isSameMention(settled.declared, settled.actual))) return found;
  // Nothing that differs may pass only because no rule above has a name for it.
  const hole = [...holesOf(settled.declared), ...holesOf(settled.actual)][0];
  return [undecided(trail, hole?.text ?? "the two sides differ in a way that cannot be named", settled)];
}
