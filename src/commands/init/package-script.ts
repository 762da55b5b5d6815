import { applyEdits, modify, type ParseError, parse } from "jsonc-parser";

/** `package.json` with a script `design-lint`; null where it has one, or is no JSON object. */
export function withScript(packageJson: string): string | null {
  const errors: ParseError[] = [];
  const value: unknown = parse(packageJson, errors);
  if (errors.length > 0 || typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const scripts: unknown = "scripts" in value ? value.scripts : {};
  if (typeof scripts !== "object" || scripts === null || "design-lint" in scripts) return null;
  const indent = /^([\t ]+)"/mu.exec(packageJson)?.[1] ?? "  ";
  const formattingOptions = {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.length,
    eol: packageJson.includes("\r\n") ? "\r\n" : "\n",
  };
  return applyEdits(packageJson, modify(packageJson, ["scripts", "design-lint"], "design-lint", { formattingOptions }));
}

/** True where `package.json` names a package among its dependencies of any kind. */
export function dependsOn(packageJson: string, name: string): boolean {
  const value: unknown = parse(packageJson);
  if (typeof value !== "object" || value === null) return false;
  return ["dependencies", "devDependencies", "optionalDependencies"].some((kind) => {
    const packages: unknown = Reflect.get(value, kind);
    return typeof packages === "object" && packages !== null && Object.hasOwn(packages, name);
  });
}
