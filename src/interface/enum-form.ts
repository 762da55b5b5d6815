import type ts from "typescript";
import { hasModifier } from "./bindings.ts";
import { type ConstantValue, enumMemberValue } from "./constant-value.ts";
import { byText, type Form, hole, leaf, type Slot, tree } from "./form.ts";
import type { FormContext } from "./form-context.ts";
import { nameLabel } from "./member-form.ts";
import type { Scope } from "./scope.ts";
import { typescript } from "./typescript.ts";

/** Normal form of an enum and what is merged into it: members by name with their evaluated values, and whether it is `const`. */
export function enumForm(declarations: readonly ts.EnumDeclaration[], scope: Scope, context: FormContext): Form {
  const slots = declarations.flatMap(({ members }) =>
    members.map((member): Slot => {
      const value = valueForm(enumMemberValue(member, { declarations, scope }, context), member);
      return {
        label: nameLabel(member.name, scope, context),
        form: tree("enum-member", [{ label: "value", form: value }], { node: member }),
      };
    }),
  );
  const first = declarations[0];
  const isConst = first !== undefined && hasModifier(first, typescript().SyntaxKind.ConstKeyword);
  slots.sort((a, b) => byText(a.label, b.label));
  return tree("enum", slots, { node: first ?? null, text: isConst ? "const" : "" });
}

function valueForm(value: ConstantValue, member: ts.EnumMember): Form {
  const node = member.initializer ?? member;
  if (value === "unknown") return hole("the value of the enum member is computed from something else", node);
  if (value === "computed") return leaf("computed", "", node);
  return leaf("literal", `${typeof value.value} ${value.value}`, node);
}
