/** Whom a change breaks: those that read, call or import, and those that build, implement, extend or augment. */
export interface Breaking {
  readonly consumer: boolean;
  readonly implementer: boolean;
}

type ExportChange = "export-missing" | "export-undeclared" | "export-renamed" | "kind" | "type-only" | "re-export";

type SignatureChange =
  | "parameter-added"
  | "parameter-removed"
  | "parameter-type"
  | "parameter-optionality"
  | "parameter-rest"
  | "return-type"
  | "overload-added"
  | "overload-removed"
  | "overload-order";

type TypeParameterChange =
  | "type-parameter-added"
  | "type-parameter-removed"
  | "type-parameter-order"
  | "type-parameter-constraint"
  | "type-parameter-default"
  | "type-parameter-modifier";

type MemberChange =
  | "member-missing"
  | "member-undeclared"
  | "member-type"
  | "member-optionality"
  | "member-readonly"
  | "member-visibility"
  | "member-static";

type ConstructorChange = `constructor-${SignatureChange}` | "constructor-visibility" | "constructor-inherited";
type EnumChange = "enum-member-missing" | "enum-member-undeclared" | "enum-member-value";

/** What differs between a design and its source. `type` is the type of an alias, `value` that of a constant or variable. */
export type ChangeId =
  | ExportChange
  | SignatureChange
  | TypeParameterChange
  | MemberChange
  | ConstructorChange
  | EnumChange
  | "heritage"
  | "brand"
  | "global-augmentation"
  | "type"
  | "value";
