import type ts from "typescript";

/** A type parameter as it is written; `constraint` is null for anything. */
export interface TypeParameter {
  readonly name: string;
  readonly constraint: string | null;
}

/** A type that has to be declared by itself to be written: it speaks of itself, or extends others. Filled while it is written. */
export interface Frame {
  readonly id: number;
  readonly declaration: ts.Node | undefined;
  /** Number of the scopes around it that bind names. */
  readonly outside: number;
  /** Names from outside that it mentions. */
  readonly names: Set<string>;
  /** Ids of other frames that it mentions. */
  readonly mentions: Set<number>;
  isNamed: boolean;
  /** Null for an alias. */
  bases: readonly string[] | null;
  text: string;
}

/** A frame before it is written. */
export function createFrame(declaration: ts.Node | undefined, outside: number, id: number): Frame {
  const empty = { names: new Set<string>(), mentions: new Set<number>(), isNamed: false, bases: null, text: "" };
  return { id, declaration, outside, ...empty };
}

/** A mark for the name of a frame, seen from inside others: what it needs is known only at the end. */
export function nameIn({ id }: Frame, around: readonly Frame[]): string {
  for (const frame of around) frame.mentions.add(id);
  return `\0${id}\0`;
}

/** The declarations of the frames that are named, and how the marks in a text become their names. */
export function declarationsOf(
  frames: readonly Frame[],
  parameters: readonly TypeParameter[],
): { readonly declarations: readonly string[]; named(text: string): string } {
  const needs = namesNeeded(frames);
  const named = (text: string): string =>
    text.replaceAll(/\0(\d+)\0/gu, (_, id: string) => `Written${id}${brackets([...(needs.get(Number(id)) ?? [])])}`);
  const declarations = frames
    .filter(({ isNamed }) => isNamed)
    .flatMap((frame) => statements(frame, genericOf([...(needs.get(frame.id) ?? [])], parameters)).map(named));
  return { declarations, named };
}

// What is mentioned by what is mentioned has to be handed on.
function namesNeeded(frames: readonly Frame[]): ReadonlyMap<number, ReadonlySet<string>> {
  const needs = new Map(frames.map(({ id, names }) => [id, new Set(names)] as const));
  for (let size = -1, now = 0; size !== now; ) {
    size = now;
    for (const { id, mentions } of frames)
      for (const other of mentions) for (const name of needs.get(other) ?? []) needs.get(id)?.add(name);
    now = [...needs.values()].reduce((sum, names) => sum + names.size, 0);
  }
  return needs;
}

interface Generic {
  readonly names: readonly string[];
  readonly declared: string;
}

function genericOf(names: readonly string[], parameters: readonly TypeParameter[]): Generic {
  const constraints = new Map(parameters.map(({ name, constraint }) => [name, constraint]));
  const declared = names.map((name) => {
    const constraint = constraints.get(name) ?? null;
    const mentioned = constraint?.match(/\bT\d+_\d+\b|\bThis\b/gu) ?? [];
    return constraint === null || mentioned.some((other) => !names.includes(other))
      ? name
      : `${name} extends ${constraint}`;
  });
  return { names, declared: brackets(declared) };
}

function statements({ id, bases, text }: Frame, { names, declared }: Generic): readonly string[] {
  if (bases === null) return [`type Written${id}${declared} = ${text};`];
  const inherited = bases.map((base, index) => `type Base${id}_${index}${declared} = ${base};`);
  const list = bases.map((_, index) => `Base${id}_${index}${brackets(names)}`);
  const extended = list.length === 0 ? "" : ` extends ${list.join(", ")}`;
  return [...inherited, `interface Written${id}${declared}${extended} ${text}`];
}

function brackets(parts: readonly string[]): string {
  return parts.length === 0 ? "" : `<${parts.join(", ")}>`;
}
