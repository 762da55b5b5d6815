import type ts from "typescript";
import { brandSlots } from "./class-form.ts";
import { hasAssignedMembers } from "./expando.ts";
import type { Entity } from "./export-table.ts";
import type { Module } from "./module-graph.ts";
import { sameSyntax } from "./same-syntax.ts";
import { typescript } from "./typescript.ts";
import { type WrittenParts, writtenParts } from "./written-parts.ts";

/** The two files whose declarations are compared. */
export interface WrittenSides {
  readonly design: Module;
  readonly source: Module;
}

/**
 * True where design and source declare a name in the same words, and every name in them leads both sides to the same thing: then their
 * normal forms are equal but for brands that the design leaves out, and need not be made. Most exports of most files, and several times
 * cheaper. False is no verdict.
 */
export function isWrittenAlike(declared: Entity, actual: Entity, sides: WrittenSides): boolean {
  if (declared.kind !== "declared" || actual.kind !== "declared" || declared.typeOnly !== actual.typeOnly) return false;
  if (declared.module.id !== sides.design.id || actual.module.id !== sides.source.id) return false;
  if (declared.containers.length > 0 || actual.containers.length > 0 || declared.name !== actual.name) return false;
  if (sides.source.bindings.stars.length > 0 || /\.[cm]?jsx?$/u.test(sides.source.file.fileName)) return false;
  return alike(declared.declarations, actual.declarations, { ...sides, known: new Set([declared.name]) });
}

interface Session extends WrittenSides {
  /** Names that are compared, or being compared. */
  readonly known: Set<string>;
}

function alike(declared: readonly ts.Node[], actual: readonly ts.Node[], session: Session): boolean {
  const left = seen(declared);
  const right = seen(actual);
  if (left.length !== right.length || actual.some(hasAssignedMembers) || !statesBrandsOf(declared, actual))
    return false;
  const names = new Set<string>();
  const same = left.every((node, index) => sameParts(writtenParts(node), partsAt(right, index), names));
  return same && [...names].every((name) => leadsToTheSame(name, session));
}

// A design may leave out that there are private members; what it states has to be there.
function statesBrandsOf(declared: readonly ts.Node[], actual: readonly ts.Node[]): boolean {
  const there = brandsOf(actual);
  return brandsOf(declared).every((brand) => there.includes(brand));
}

function brandsOf(nodes: readonly ts.Node[]): readonly string[] {
  return nodes.filter(typescript().isClassDeclaration).flatMap((node) => brandSlots(node).map(({ label }) => label));
}

function partsAt(nodes: readonly ts.Node[], index: number): WrittenParts | null {
  const node = nodes[index];
  return node === undefined ? null : writtenParts(node);
}

// Of overloads the one with the body is seen by nobody.
function seen(nodes: readonly ts.Node[]): readonly ts.Node[] {
  const { isFunctionDeclaration } = typescript();
  const overloads = nodes.filter(isFunctionDeclaration);
  return overloads.length < 2 ? nodes : nodes.filter((node) => !isFunctionDeclaration(node) || node.body === undefined);
}

function sameParts(a: WrittenParts | null, b: WrittenParts | null, names: Set<string>): boolean {
  if (a === null || b === null || a.length !== b.length) return false;
  return a.every((part, index) => {
    const other = b[index];
    if (typeof part === "string" || typeof other === "string" || other === undefined) return part === other;
    return sameSyntax(part, other, names);
  });
}

// Any identifier counts, also where it only names a property: a doubt too many costs time, one too few would be a silent pass.
function leadsToTheSame(name: string, session: Session): boolean {
  const { known } = session;
  if (known.has(name)) return true;
  known.add(name);
  const declared = session.design.bindings;
  if (declared.imports.has(name)) return sameImport(name, session);
  if (declared.declarations.has(name)) return sameDeclaration(name, session);
  // What the design does not say itself it takes from the source: its exports, its imports, then what is global.
  const { exports, declarations } = session.source.bindings;
  if (!isOwnName(name, session.source)) return false;
  return exports.has(name) || !declarations.has(name);
}

function isOwnName(name: string, { bindings }: Module): boolean {
  return (bindings.exports.get(name) ?? []).every((binding) => binding.kind === "local" && binding.local === name);
}

function sameImport(name: string, { design, source }: Session): boolean {
  const declared = design.bindings.imports.get(name);
  const actual = source.bindings.imports.get(name);
  return (
    declared !== undefined &&
    actual !== undefined &&
    declared.specifier === actual.specifier &&
    declared.imported === actual.imported
  );
}

// An exported sibling is compared where it stands, all others here.
function sameDeclaration(name: string, session: Session): boolean {
  const { design, source } = session;
  const actual = source.bindings.declarations.get(name);
  const declared = design.bindings.declarations.get(name);
  if (actual === undefined || declared === undefined) return false;
  if (!isOwnName(name, source) || !isOwnName(name, design)) return false;
  const exported = [design, source].map(({ bindings }) => bindings.exports.has(name));
  if (exported[0] === true && exported[1] === true) return true;
  return exported[0] === exported[1] && alike(declared, actual, session);
}
