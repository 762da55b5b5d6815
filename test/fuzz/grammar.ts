import type { Dice } from "../corpus/support/dice.ts";

/** What a text may hold: `explicit` leaves nothing to be inferred. */
export interface GrammarOptions {
  readonly explicit: boolean;
  readonly depth: number;
}

interface Scope extends GrammarOptions {
  readonly dice: Dice;
  /** Type names that can be referred to, with the number of their parameters. */
  readonly types: readonly (readonly [name: string, arity: number])[];
  readonly isMember: boolean;
}

const plainNames = ["a", "b", "c", "value", "item", "key", "$", "_", "ünï", "Ω", "x1"];
const hostileNames = [
  ...["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "prototype", "length", "name"],
  ...[
    "async",
    "of",
    "type",
    "declare",
    "namespace",
    "abstract",
    "is",
    "asserts",
    "satisfies",
    "get",
    "set",
    "readonly",
    "global",
  ],
];
const propertyNames = [
  ...plainNames,
  ...hostileNames,
  '"a-b"',
  '""',
  '"__proto__"',
  "0",
  "1e3",
  "0x10",
  "[Symbol.iterator]",
  '"export"',
  "'quoted'",
  "default",
  "new",
  "class",
];
const keywords = [
  "string",
  "number",
  "boolean",
  "bigint",
  "symbol",
  "object",
  "undefined",
  "null",
  "void",
  "never",
  "unknown",
  "any",
];
const literalTexts = [
  "1",
  "-1",
  "0x10",
  "1_000",
  "'a'",
  '"a"',
  "`a`",
  "true",
  "false",
  "10n",
  '"\\u0061"',
  '"\\n"',
  '""',
];
const globals = ["Date", "RegExp", "Error", "Uint8Array"];
const generics = ["Promise", "Set", "Readonly", "Partial", "Awaited", "Iterable"];

function some<T>(
  dice: Dice,
  { least, most }: { readonly least: number; readonly most: number },
  make: (index: number) => T,
): readonly T[] {
  return Array.from({ length: least + dice.roll(most - least + 1) }, (_, index) => make(index));
}

/** Names without repetition: what is declared twice has meanings of its own. */
function distinct(dice: Dice, names: readonly string[], most: number): readonly string[] {
  return dice.shuffled(names).slice(0, dice.roll(most + 1));
}

/** A type of at most the given depth. */
export function typeText(scope: Scope): string {
  const { dice } = scope;
  if (scope.depth <= 0) return leafText(scope);
  const inner = { ...scope, depth: scope.depth - 1 };
  const makers = [leafText, leafText, nested, nested, objectText, functionText, computed];
  return dice.pick(makers)(inner);
}

function leafText({ dice, types }: Scope): string {
  const own = types.filter(([, arity]) => arity === 0).map(([name]) => name);
  const pools = [keywords, keywords, literalTexts, globals, own.length > 0 ? own : globals];
  return dice.pick(dice.pick(pools));
}

function nested(scope: Scope): string {
  const { dice } = scope;
  const type = (): string => typeText(scope);
  const generic = scope.types.filter(([, arity]) => arity > 0);
  switch (dice.roll(8)) {
    case 0:
      return `(${type()})[]`;
    case 1:
      return `readonly (${type()})[]`;
    case 2:
      return `Array<${type()}>`;
    case 3:
      return some(dice, { least: 2, most: 4 }, () => `(${type()})`).join(" | ");
    case 4:
      return some(dice, { least: 2, most: 3 }, () => `(${type()})`).join(" & ");
    case 5:
      return tupleText(scope);
    case 6: {
      if (generic.length === 0) return `${dice.pick(generics)}<${type()}>`;
      const [name, arity] = dice.pick(generic);
      return `${name}<${Array.from({ length: arity }, type).join(", ")}>`;
    }
    default:
      return `${dice.pick(generics)}<${type()}>`;
  }
}

function tupleText(scope: Scope): string {
  const { dice } = scope;
  const labelled = dice.roll(2) === 0;
  const elements = some(dice, { least: 0, most: 3 }, (index) => `${labelled ? `l${index}: ` : ""}${typeText(scope)}`);
  const rest = dice.roll(4) === 0 ? [`...${labelled ? "rest: " : ""}(${typeText(scope)})[]`] : [];
  return `[${[...elements, ...rest].join(", ")}]`;
}

function objectText(scope: Scope): string {
  return `{ ${membersText(scope).join("; ")} }`;
}

function membersText(scope: Scope): readonly string[] {
  const { dice } = scope;
  const members = distinct(dice, propertyNames, 4).map((name) => {
    if (dice.roll(3) === 0) return `${name}${dice.roll(4) === 0 ? "?" : ""}${signatureText(scope)}`;
    return `${dice.roll(4) === 0 ? "readonly " : ""}${name}${dice.roll(4) === 0 ? "?" : ""}: ${typeText(scope)}`;
  });
  if (dice.roll(8) === 0) members.push(`[index: ${dice.pick(["string", "number", "symbol"])}]: ${typeText(scope)}`);
  if (dice.roll(10) === 0) members.push(`new ${signatureText(scope)}`);
  if (dice.roll(10) === 0) members.push(signatureText(scope));
  return members;
}

function parametersText(scope: Scope): { readonly text: string; readonly names: readonly string[] } {
  const { dice } = scope;
  const names = distinct(dice, plainNames, 3);
  const firstOptional = dice.roll(names.length + 2);
  const texts = names.map((name, index) => `${name}${index >= firstOptional ? "?" : ""}: ${typeText(scope)}`);
  if (dice.roll(6) === 0) texts.push(`...rest: (${typeText(scope)})[]`);
  if (dice.roll(10) === 0) texts.unshift(`this: ${typeText(scope)}`);
  return { text: texts.join(", "), names };
}

function signatureText(scope: Scope): string {
  const { dice } = scope;
  const { text: generic, inner } = typeParameters(scope);
  const { text, names } = parametersText(inner);
  const [first] = names;
  if (first !== undefined && dice.roll(10) === 0)
    return `${generic}(${text}): ${dice.pick(["", "asserts "])}${first} is ${typeText({ ...inner, depth: 0 })}`;
  return `${generic}(${text}): ${typeText(inner)}`;
}

function typeParameters(scope: Scope): { readonly text: string; readonly inner: Scope } {
  const { dice } = scope;
  const names =
    dice.roll(4) === 0
      ? dice.shuffled(["T", "U", "K", ...(scope.explicit ? [] : ["Array", "Promise"])]).slice(0, 1 + dice.roll(2))
      : [];
  if (names.length === 0) return { text: "", inner: scope };
  const texts = names.map(
    (name) => `${name}${dice.roll(3) === 0 ? ` extends ${typeText({ ...scope, depth: 1 })}` : ""}`,
  );
  const own = names.map((name) => [name, 0] as const);
  const others = scope.types.filter(([name]) => !names.includes(name));
  return { text: `<${texts.join(", ")}>`, inner: { ...scope, types: [...others, ...own] } };
}

function functionText(scope: Scope): string {
  const text = signatureText({ ...scope, isMember: false });
  const close = text.lastIndexOf("): ");
  const at = topLevelColon(text) ?? close;
  const arrow = `${text.slice(0, at + 1)} => ${text.slice(at + 3)}`;
  return `(${scope.dice.roll(6) === 0 ? "new " : ""}${arrow.replace(/=> asserts? (\S+) is/u, "=> $1 is")})`;
}

/** Where the parameter list of a signature ends. */
function topLevelColon(text: string): number | null {
  let depth = 0;
  let quote = "";
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] ?? "";
    if (quote !== "") {
      if (letter === "\\") index++;
      else if (letter === quote) quote = "";
    } else if ("\"'`".includes(letter)) quote = letter;
    else if ("([{<".includes(letter)) depth++;
    else if (letter === ">" && text[index - 1] === "=") continue;
    else if (")]}>".includes(letter)) {
      depth--;
      if (depth === 0 && letter === ")") return index;
    }
  }
  return null;
}

function computed(scope: Scope): string {
  const { dice } = scope;
  const type = (): string => typeText(scope);
  switch (dice.roll(7)) {
    case 0:
      return `((${type()}) extends (infer R)[] ? R : ${type()})`;
    case 1:
      return `((${type()}) extends ${leafText(scope)} ? ${type()} : ${type()})`;
    case 2:
      return `{ ${dice.pick(["", "readonly ", "-readonly "])}[P in ${dice.pick(["string", "'a' | 'b'", "keyof Date"])}]${dice.pick(["", "?", "-?"])}: ${type()} }`;
    case 3:
      return `keyof (${type()})`;
    case 4:
      return `(${objectText(scope)})["a" & string]`;
    case 5:
      return `\`x\${${dice.pick(["string", "number", "'a' | 'b'"])}}y\``;
    default:
      return dice.pick(['import("./b").B', 'typeof import("./b")', "typeof globalThis", 'import("nowhere").X<string>']);
  }
}

const typeNames = ["A", "B2", "Node", "Array2", "Item", "Error2", "Öffnung", "Any"];

/** A module: declarations of every kind, seldom anything that a person would write. */
export function moduleText(dice: Dice, options: GrammarOptions): string {
  const names = dice.shuffled(typeNames).slice(0, 1 + dice.roll(4));
  const types = names.map((name) => [name, dice.roll(3) === 0 ? 1 : 0] as const);
  const scope: Scope = { ...options, dice, types, isMember: false };
  const declarations = types.map((entry) => typeDeclaration(entry, scope));
  const values = some(dice, { least: 1, most: 4 }, (index) => valueDeclaration(`v${index}`, scope));
  const oddities = dice.roll(4) === 0 ? [oddity(scope)] : [];
  return `${dice.shuffled([...declarations, ...values, ...oddities]).join("\n")}\nexport {};\n`;
}

function exported({ dice }: Scope): string {
  return dice.roll(5) === 0 ? "" : "export ";
}

function typeDeclaration([name, arity]: readonly [string, number], outer: Scope): string {
  const { dice } = outer;
  const scope: Scope = arity === 0 ? outer : { ...outer, types: [...outer.types, ["T0", 0]] };
  const generic = arity === 0 ? "" : `<T0${dice.roll(3) === 0 ? " = string" : ""}>`;
  const head = exported(outer);
  switch (arity === 0 ? dice.roll(5) : dice.roll(3)) {
    case 0:
      return `${head}interface ${name}${generic} { ${membersText(scope).join("; ")} }`;
    case 1:
      return `${head}type ${name}${generic} = ${typeText(scope)};`;
    case 2:
      return `${head}${classText(`${name}${generic}`, scope)}`;
    case 3:
      return `${head}${dice.pick(["", "const "])}enum ${name} { ${enumMembers(dice).join(", ")} }`;
    default:
      return `${head}type ${name} = { ${membersText(scope).join(", ")} };`;
  }
}

function enumMembers(dice: Dice): readonly string[] {
  return distinct(dice, [...plainNames, '"a-b"'], 4).map(
    (name) => `${name} = ${dice.pick(["1", "1 << 3", '"x"', "-2", "~1", "2 ** 3"])}`,
  );
}

function classText(head: string, scope: Scope): string {
  const { dice } = scope;
  const isAbstract = dice.roll(4) === 0;
  const names = distinct(
    dice,
    propertyNames.filter((name) => !/constructor|prototype|^name$|length/u.test(name)),
    5,
  );
  const members = names.map((name) => classMember(name, scope));
  if (dice.roll(3) === 0)
    members.push(
      `${dice.pick(["", "private ", "protected "])}constructor(${parametersText(scope).text.replace(/^this: .*$/u, "")}) { ${head.includes("extends") ? "super();" : ""} }`,
    );
  return `${isAbstract ? "abstract " : ""}class ${head} {\n${members.join("\n")}\n}`;
}

function classMember(name: string, scope: Scope): string {
  const { dice } = scope;
  const word = dice.pick(["", "", "", "static ", "protected ", "readonly ", "public "]);
  const type = typeText(scope);
  switch (dice.roll(5)) {
    case 0:
      return `${word.replace("readonly ", "")}${name}${signatureText(scope)} { throw 1; }`;
    case 1:
      return `${word.replace("readonly ", "")}get ${name}(): ${type} { throw 1; }`;
    case 2:
      return scope.explicit ? `${word}${name}!: ${type};` : `${word}${name} = ${valueText(scope)};`;
    default:
      return `${word}${name}${word === "static " ? "" : dice.pick(["", "?"])}: ${type};`;
  }
}

function valueText(scope: Scope): string {
  const { dice } = scope;
  const literal = dice.pick(literalTexts);
  switch (dice.roll(6)) {
    case 0:
      return `[${literal}, ${dice.pick(literalTexts)}]`;
    case 1:
      return `{ a: ${literal}, "b": [${literal}] }${dice.pick(["", " as const"])}`;
    case 2:
      return `(${parametersText({ ...scope, depth: 1 }).text}) => ${literal}`;
    case 3:
      return `make(${literal})`;
    case 4:
      return `${literal} satisfies ${typeText({ ...scope, depth: 1 })}`;
    default:
      return literal;
  }
}

function valueDeclaration(name: string, scope: Scope): string {
  const { dice } = scope;
  const head = exported(scope);
  switch (dice.roll(scope.explicit ? 4 : 6)) {
    case 0:
      return `${head}function ${name}${signatureText(scope)} { throw 1; }`;
    case 1:
      return some(dice, { least: 2, most: 3 }, () => `${head}declare function ${name}${signatureText(scope)};`).join(
        "\n",
      );
    case 2:
      return `${head}declare ${dice.pick(["const", "let", "var"])} ${name}: ${typeText(scope)};`;
    case 3:
      return `${head}declare namespace ${name} { ${valueDeclaration("inner", { ...scope, explicit: true, depth: 1 })
        .replaceAll("declare ", "")
        .replaceAll("{ throw 1; }", ";")} }`;
    case 4:
      return `${head}${dice.pick(["const", "let"])} ${name} = ${valueText(scope)};`;
    default:
      return `${head}${dice.pick(["async ", "", ""])}function${dice.pick(["", "*"])} ${name}(${parametersText(scope).text}) { return ${dice.pick(literalTexts)}; }`;
  }
}

function oddity(scope: Scope): string {
  const { dice } = scope;
  return dice.pick([
    'export * from "./b";',
    'export * from "./c";',
    'export * as ns from "./b";',
    'export { B as C } from "./b";',
    'import { B } from "./b";\nexport { B };',
    'import type * as All from "nowhere";\nexport type Everything = typeof All;',
    `export default ${typeText({ ...scope, depth: 0 }) === "any" ? "1" : "class { a: 1 = 1 }"};`,
    "declare global { interface Window { mine: 1 } }",
    'declare module "./b" { interface B { more: 1 } }',
    "export type Loop = Loop[] | { next: Loop };",
    "export type Deep<T> = T extends object ? { [K in keyof T]: Deep<T[K]> } : T;",
    "export declare const unique: unique symbol;",
    "export class Self { me(): this { return this; } #secret = 1; private hidden = 2; }",
    "export { v0 as default };",
  ]);
}
