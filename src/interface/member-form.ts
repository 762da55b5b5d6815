import type ts from "typescript";
import { withoutUndefined } from "./composite-form.ts";
import type { Entity } from "./export-table.ts";
import { byText, type Form, hole, leaf, numbered, type Slot, tree } from "./form.ts";
import type { FormContext } from "./form-context.ts";
import { sharedId } from "./identity.ts";
import { literalForm } from "./literal-form.ts";
import { entityOfExpression } from "./names.ts";
import { deeper, outerScope, type Scope } from "./scope.ts";
import { signatureForm } from "./signature-form.ts";
import { typescript } from "./typescript.ts";

/** A member and where it stands; merged interfaces bring members of several places. */
export interface Member {
  readonly node: ts.TypeElement | ts.ClassElement | ts.ObjectLiteralElementLike;
  readonly scope: Scope;
}

/** Normal form of an object type: a single kind of signatures without anything else is a function type. */
export function objectForm(members: readonly Member[], context: FormContext, node: ts.Node): Form {
  const slots = memberSlots(members, context);
  const only = slots.length === 1 ? slots[0] : undefined;
  if (only !== undefined && (only.label === "()" || only.label === "new()")) return only.form;
  return tree("object", slots, { node });
}

/** The members by name, sorted; overloads stay in their order. */
export function memberSlots(members: readonly Member[], context: FormContext): readonly Slot[] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const label = memberLabel(member, context);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [member]);
    else group.push(member);
  }
  return [...groups]
    .map(([label, group]) => ({ label, form: memberForm(group, context) }))
    .sort((a, b) => byText(a.label, b.label));
}

function memberLabel({ node, scope }: Member, context: FormContext): string {
  const compiler = typescript();
  if (compiler.isCallSignatureDeclaration(node)) return "()";
  if (compiler.isConstructSignatureDeclaration(node)) return "new()";
  if (compiler.isIndexSignatureDeclaration(node)) {
    const type = node.parameters[0]?.type;
    return `[${type === undefined ? "" : context.type(type, scope).key}]`;
  }
  return node.name === undefined ? "?" : nameLabel(node.name, scope, context);
}

/** A member's name by its value: `"a"`, `a` and `["a"]` are one; symbols by what they are. */
export function nameLabel(name: ts.PropertyName, scope: Scope, context: FormContext): string {
  const compiler = typescript();
  if (compiler.isIdentifier(name) || compiler.isPrivateIdentifier(name)) return name.text;
  if (compiler.isStringLiteralLike(name)) return name.text;
  if (compiler.isNumericLiteral(name)) return String(Number(name.text));
  if (compiler.isBigIntLiteral(name)) return name.text;
  const { expression } = name;
  if (compiler.isStringLiteralLike(expression)) return expression.text;
  if (compiler.isNumericLiteral(expression)) return String(Number(expression.text));
  const entity = entityOfExpression(expression, { meaning: "value", scope }, context);
  return entity === null ? `[${expression.getText()}]` : keyLabel(entity, context);
}

// A constant with a literal value names what its value says; a symbol is itself, one of the file's own by its name.
function keyLabel(entity: Entity, context: FormContext): string {
  const id = sharedId(entity, context.own);
  if (entity.kind !== "declared") return `[${id.replace(/^global:/u, "")}]`;
  const value = constantName(entity, context);
  if (value !== null) return value;
  const isLocal = entity.module.id === context.design.id || entity.module.id === context.source.id;
  return isLocal && !id.startsWith("own:") ? `[${entity.name}]` : `[${id}]`;
}

/** Constants that take their values from constants: further than this nobody writes them. */
const longestChain = 8;

function constantName(entity: Entity, context: FormContext, left = longestChain): string | null {
  if (entity.kind !== "declared" || left === 0) return null;
  const compiler = typescript();
  const declaration = entity.declarations.find(compiler.isVariableDeclaration);
  if (declaration === undefined || (compiler.getCombinedNodeFlags(declaration) & compiler.NodeFlags.Const) === 0)
    return null;
  const value = declaration.type === undefined ? declaration.initializer : literalOfType(declaration.type);
  return value === undefined ? null : constantText(value, { entity, context, left });
}

interface Constant {
  readonly entity: Entity & { kind: "declared" };
  readonly context: FormContext;
  readonly left: number;
}

/** The text of a constant expression: a literal, another constant, a template of such; of an assertion what its type says. */
function constantText(node: ts.Expression, constant: Constant): string | null {
  const compiler = typescript();
  if (compiler.isSatisfiesExpression(node) || compiler.isParenthesizedExpression(node)) {
    return constantText(node.expression, constant);
  }
  if (compiler.isAssertionExpression(node)) {
    const value = compiler.isConstTypeReference(node.type) ? node.expression : literalOfType(node.type);
    return value === undefined ? null : constantText(value, constant);
  }
  if (compiler.isTemplateExpression(node)) {
    const parts = node.templateSpans.map((span) => {
      const text = constantText(span.expression, constant);
      return text === null ? null : text + span.literal.text;
    });
    return parts.includes(null) ? null : node.head.text + parts.join("");
  }
  if (compiler.isIdentifier(node) || compiler.isPropertyAccessExpression(node)) {
    const scope = outerScope(constant.entity.module, constant.entity.containers);
    const found = entityOfExpression(node, { meaning: "value", scope }, constant.context);
    return found === null ? null : constantName(found, constant.context, constant.left - 1);
  }
  return /^(?:string|number) ([\s\S]*)$/u.exec(literalForm(node, false)?.text ?? "")?.[1] ?? null;
}

function literalOfType(type: ts.TypeNode): ts.LiteralTypeNode["literal"] | undefined {
  const compiler = typescript();
  if (compiler.isParenthesizedTypeNode(type)) return literalOfType(type.type);
  return compiler.isLiteralTypeNode(type) ? type.literal : undefined;
}

function memberForm(group: readonly Member[], context: FormContext): Form {
  const compiler = typescript();
  const first = group[0];
  if (first === undefined) throw new Error("a group of members is never empty");
  const { node, scope } = first;
  if (compiler.isGetAccessorDeclaration(node) || compiler.isSetAccessorDeclaration(node))
    return accessorForm(group, context);
  if (compiler.isPropertySignature(node) || compiler.isPropertyDeclaration(node)) {
    return propertyForm(node, { scope, context }, propertyType(node, deeper(scope), context));
  }
  if (compiler.isIndexSignatureDeclaration(node)) {
    // `[];` parses, whatever its types say: both of them are missing.
    const type: ts.TypeNode | undefined = node.type;
    const value =
      type === undefined ? hole("an index signature without a type", node) : context.type(type, deeper(scope));
    return propertyForm(node, { scope, context }, value);
  }
  const signatures = group.filter((member) => compiler.isFunctionLike(member.node)) as readonly {
    readonly node: ts.SignatureDeclaration;
    readonly scope: Scope;
  }[];
  if (signatures.length === 0) return hole("the syntax of this member is not known", node);
  const overloads = withoutImplementation(signatures.map((member) => member.node));
  const forms = signatures
    .filter((member) => overloads.includes(member.node))
    .map((member) => signatureForm(member.node, member.scope, context));
  const tag = compiler.isCallSignatureDeclaration(node)
    ? "function"
    : compiler.isConstructSignatureDeclaration(node)
      ? "construct"
      : "method";
  return tree(tag, numbered("signature", forms), { node, text: flagsOf(node) });
}

/** Where there are overloads, the signature of the implementation is nobody's business. */
export function withoutImplementation<T extends ts.Node>(signatures: readonly T[]): readonly T[] {
  const hasBody = (node: ts.Node): boolean => "body" in node && node.body !== undefined;
  const overloads = signatures.filter((node) => !hasBody(node));
  return overloads.length === 0 ? signatures : overloads;
}

interface Extraction {
  readonly scope: Scope;
  readonly context: FormContext;
}

function propertyForm(node: Member["node"], { context }: Extraction, type: Form): Form {
  const flags = flagsOf(node);
  const optional = flags.split(" ").includes("optional");
  const form = optional && !context.exactOptional ? withoutUndefined(type) : type;
  return tree("property", [{ label: "type", form }], { node, text: flags });
}

function propertyType(node: ts.PropertySignature | ts.PropertyDeclaration, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  if (node.type !== undefined) return context.type(node.type, scope);
  if (compiler.isPropertyDeclaration(node) && node.initializer !== undefined) {
    const readonly = flagsOf(node).split(" ").includes("readonly");
    return context.expression(node.initializer, scope, !readonly);
  }
  const mayBeAssigned =
    compiler.isPropertyDeclaration(node) && scope.module !== context.design && !scope.module.file.isDeclarationFile;
  return mayBeAssigned ? hole("the type of the property is not written", node) : leaf("keyword", "any", node);
}

// A getter alone is a read-only property; a pair of one type is a plain property.
function accessorForm(group: readonly Member[], context: FormContext): Form {
  const compiler = typescript();
  const getter = group.find(({ node }) => compiler.isGetAccessorDeclaration(node));
  const setter = group.find(({ node }) => compiler.isSetAccessorDeclaration(node));
  const node = (getter ?? setter ?? group[0])?.node ?? null;
  const { read, write } = accessorTypes(getter, setter, context);
  const flags = node === null ? [] : flagsOf(node).split(" ");
  const missing = read === null ? ["writeonly"] : write === null ? ["readonly"] : [];
  const text = [...new Set([...flags, ...missing])].filter((flag) => flag !== "").sort();
  const slots: Slot[] = [{ label: "type", form: read ?? write ?? hole("an accessor without type", node) }];
  if (read !== null && write !== null && write.key !== read.key) slots.push({ label: "write", form: write });
  return tree("property", slots, { node, text: text.join(" ") });
}

interface AccessorTypes {
  /** Null without a getter. */
  readonly read: Form | null;
  /** Null without a setter. */
  readonly write: Form | null;
}

// What one of a pair leaves out, the other says; a setter alone takes anything.
function accessorTypes(getter: Member | undefined, setter: Member | undefined, context: FormContext): AccessorTypes {
  const taken = setter === undefined ? null : typeTaken(setter, context);
  const given = getter === undefined ? null : typeGiven(getter, context);
  const inferred = getter === undefined ? null : hole("the type of the getter is inferred", getter.node);
  return {
    read: given ?? (getter === undefined ? null : (taken ?? inferred)),
    write: taken ?? (setter === undefined ? null : (given ?? inferred ?? leaf("keyword", "any", setter.node))),
  };
}

function typeGiven({ node, scope }: Member, context: FormContext): Form | null {
  const { type } = node as ts.GetAccessorDeclaration;
  return type === undefined ? null : context.type(type, deeper(scope));
}

function typeTaken({ node, scope }: Member, context: FormContext): Form | null {
  const type = (node as ts.SetAccessorDeclaration).parameters[0]?.type;
  return type === undefined ? null : context.type(type, deeper(scope));
}

/** What is said about a member besides its type: visibility, `abstract`, `optional`, `readonly`; sorted. */
export function flagsOf(node: Member["node"] | ts.ParameterDeclaration): string {
  const compiler = typescript();
  const { SyntaxKind } = compiler;
  const flags: string[] = [];
  const modifiers = compiler.canHaveModifiers(node) ? (node.modifiers ?? []) : [];
  for (const { kind } of modifiers) {
    if (kind === SyntaxKind.AbstractKeyword) flags.push("abstract");
    if (kind === SyntaxKind.ProtectedKeyword) flags.push("protected");
    if (kind === SyntaxKind.ReadonlyKeyword) flags.push("readonly");
  }
  if ("questionToken" in node && node.questionToken?.kind === SyntaxKind.QuestionToken) flags.push("optional");
  return flags.sort().join(" ");
}
