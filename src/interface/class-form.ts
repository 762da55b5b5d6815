import type ts from "typescript";
import { hasModifier } from "./bindings.ts";
import { withoutUndefined } from "./composite-form.ts";
import { type Form, leaf, numbered, type Slot, tree } from "./form.ts";
import type { FormContext } from "./form-context.ts";
import { flagsOf, type Member, memberSlots, withoutImplementation } from "./member-form.ts";
import { heritageSlots } from "./reference-form.ts";
import { deeper, nextLevel, type Scope } from "./scope.ts";
import { bindTypeParameters, parameterType, signatureForm, typeParameterSlots } from "./signature-form.ts";
import { typescript } from "./typescript.ts";

/** Normal form of a class: what others can see of it. Private members leave only a brand. */
export function classForm(node: ts.ClassLikeDeclaration, outer: Scope, context: FormContext): Form {
  const compiler = typescript();
  const scope = bindTypeParameters(node.typeParameters, nextLevel(outer), context);
  const inner = deeper(scope);
  const visible = node.members.filter((member) => !isPrivate(member) && isNamedMember(member));
  const isStatic = (member: ts.Node): boolean => hasModifier(member, compiler.SyntaxKind.StaticKeyword);
  const ofInstance: Member[] = visible
    .filter((member) => !isStatic(member))
    .map((member) => ({ node: member, scope: inner }));
  const ofClass: Member[] = visible.filter(isStatic).map((member) => ({ node: member, scope: inner }));
  const slots: Slot[] = [
    ...typeParameterSlots(node.typeParameters, scope, context),
    ...heritageSlots(node, scope, context),
    { label: "constructor", form: constructorForm(node, inner, context) },
    ...statedBrands(node, outer, context),
    ...prefixed("static", memberSlots(ofClass, context)),
    ...prefixed("member", [...memberSlots(ofInstance, context), ...parameterProperties(node, inner, context)]),
  ];
  return tree("class", slots, { node, text: hasModifier(node, compiler.SyntaxKind.AbstractKeyword) ? "abstract" : "" });
}

function prefixed(prefix: string, slots: readonly Slot[]): readonly Slot[] {
  return [...slots]
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .map(({ label, form }) => ({ label: `${prefix} ${label}`, form }));
}

function isPrivate(node: ts.ClassElement | ts.ParameterDeclaration): boolean {
  const compiler = typescript();
  if (hasModifier(node, compiler.SyntaxKind.PrivateKeyword)) return true;
  return node.name !== undefined && compiler.isPrivateIdentifier(node.name);
}

function isNamedMember(member: ts.ClassElement): boolean {
  const compiler = typescript();
  return (
    !compiler.isConstructorDeclaration(member) &&
    !compiler.isClassStaticBlockDeclaration(member) &&
    !compiler.isSemicolonClassElement(member)
  );
}

function constructors(node: ts.ClassLikeDeclaration): readonly ts.ConstructorDeclaration[] {
  return node.members.filter(typescript().isConstructorDeclaration);
}

// Without a constructor a class has its base's, or an empty one.
function constructorForm(node: ts.ClassLikeDeclaration, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  const declared = withoutImplementation(constructors(node));
  const [first] = declared;
  if (first === undefined) {
    const extending = (node.heritageClauses ?? []).some(
      (clause) => clause.token === compiler.SyntaxKind.ExtendsKeyword,
    );
    if (extending) return leaf("inherited-constructor", "", node);
    return tree("constructor", numbered("signature", [tree("signature", [], { node })]), { node });
  }
  if (isPrivate(first)) return leaf("constructor", "private", first);
  const forms = declared.map((declaration) => signatureForm(declaration, scope, context));
  return tree("constructor", numbered("signature", forms), { node: first, text: flagsOf(first) });
}

function properties(node: ts.ClassLikeDeclaration): readonly ts.ParameterDeclaration[] {
  const compiler = typescript();
  return constructors(node).flatMap((declaration) =>
    declaration.parameters.filter((parameter) => compiler.isParameterPropertyDeclaration(parameter, declaration)),
  );
}

function parameterProperties(node: ts.ClassLikeDeclaration, scope: Scope, context: FormContext): readonly Slot[] {
  return properties(node)
    .filter((parameter) => !isPrivate(parameter))
    .map((parameter) => {
      const written = parameterType(parameter, scope, context);
      const isOptional = parameter.questionToken !== undefined && !context.exactOptional;
      const type = isOptional ? withoutUndefined(written) : written;
      return {
        label: parameter.name.getText(),
        form: tree("property", [{ label: "type", form: type }], { node: parameter, text: flagsOf(parameter) }),
      };
    });
}

// Of a local class that is written out, private members count where the design states them, as those of an exported one do.
function statedBrands(
  node: ts.ClassLikeDeclaration,
  { expanding, module }: Scope,
  { design }: FormContext,
): readonly Slot[] {
  const brands = brandSlots(node);
  if (brands.length === 0 || expanding === null || module.id === design.id) return brands;
  const declared = design.bindings.declarations.get(node.name?.text ?? "")?.find(typescript().isClassDeclaration);
  const stated = new Set(declared === undefined ? [] : brandSlots(declared).map(({ label }) => label));
  return brands.filter(({ label }) => stated.has(label));
}

/** What private members leave: one brand for `#private` ones, one for those with the word. */
export function brandSlots(node: ts.ClassLikeDeclaration): readonly Slot[] {
  const compiler = typescript();
  const hidden = [
    ...node.members.filter((member) => !compiler.isConstructorDeclaration(member)),
    ...properties(node),
  ].filter(isPrivate);
  const isHash = (member: { readonly name?: ts.Node }): boolean =>
    member.name !== undefined && compiler.isPrivateIdentifier(member.name);
  const hash = hidden.find(isHash);
  const word = hidden.find((member) => !isHash(member));
  const slots: Slot[] = [];
  if (hash !== undefined) slots.push({ label: "brand #private", form: leaf("brand", "#private", hash) });
  if (word !== undefined) slots.push({ label: "brand private", form: leaf("brand", "private", word) });
  return slots;
}
