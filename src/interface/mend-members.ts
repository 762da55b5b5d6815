import type ts from "typescript";
import type { Splice } from "../edit.ts";
import { align, type Step } from "./mend-align.ts";
import { type Container, containerOf, memberKey } from "./mend-container.ts";
import { habitOf, withHabit } from "./mend-style.ts";
import { endWithComment, indentAt, indented, insertion, removal, wordsIn } from "./mend-text.ts";

/** Which members of a declaration may be exchanged. */
export interface Touched {
  /** True for a member in which the two sides differ. */
  isTouched(member: ts.Node): boolean;
  /** True where the words before the members differ. */
  readonly head: boolean;
}

/** Edits that exchange, add and remove members of a declaration so that they read as in the source's; null where it has no members that can be exchanged one by one. */
export function memberSplices(declared: ts.Node, actual: ts.Node, touched: Touched): readonly Splice[] | null {
  const left = containerOf(declared);
  const right = containerOf(actual);
  if (left === null || right === null || declared.kind !== actual.kind) return null;
  const change: Change = { declared, actual, left, right, isLoose: isLoose(left) };
  const keys = [...new Set([...left.members, ...right.members].map(memberKey))];
  const splices = keys.flatMap((key) => ofKey(key, change, touched));
  if (splices.includes(null)) return null;
  return [...headSplices(change, touched), ...splices.filter((splice) => splice !== null)];
}

interface Change {
  readonly declared: ts.Node;
  readonly actual: ts.Node;
  readonly left: Container;
  readonly right: Container;
  /** Each member on a line of its own. */
  readonly isLoose: boolean;
}

function isLoose({ members, head }: Container): boolean {
  const [first] = members;
  return first === undefined || first.getSourceFile().text.slice(head.end, first.getStart()).includes("\n");
}

function headSplices({ declared, actual, left, right }: Change, { head }: Touched): readonly Splice[] {
  if (!head) return [];
  const text = actual.getSourceFile().text.slice(right.head.start, right.head.end);
  return [{ range: left.head, text: withHabit(text, habitOf(declared)) }];
}

function ofKey(key: string, change: Change, { isTouched }: Touched): readonly (Splice | null)[] {
  const left = change.left.members.filter((member) => memberKey(member) === key);
  const right = change.right.members.filter((member) => memberKey(member) === key);
  // What only the block has may be private, which no source shows.
  if (!left.some(isTouched) && (left.length > 0 || !right.some(isTouched))) return [];
  const added: ts.Node[] = [];
  const splices = align(left, right, (a, b) => wordsIn(a) === wordsIn(b)).flatMap((step) => {
    if (step.kind === "add") added.push(step.right);
    return splicesOf(step, change);
  });
  return added.length === 0 ? splices : [...splices, insertedMembers(added, left, change)];
}

function splicesOf(step: Step<ts.Node, ts.Node>, change: Change): readonly (Splice | null)[] {
  if (step.kind === "keep" || step.kind === "add") return [];
  if (step.kind === "remove") return [change.isLoose ? removal(step.left) : null];
  const { left, right } = step;
  const { text } = left.getSourceFile();
  const end = left.end - terminatorOf(left).length;
  const words = indented(bareText(right), indentAt(text, left.getStart()));
  return [change.isLoose || !words.includes("\n") ? { range: { start: left.getStart(), end }, text: words } : null];
}

/** Text of a member without what ends it, and without the indent of its place. */
function bareText(member: ts.Node): string {
  const text = member.getText();
  const indent = indentAt(member.getSourceFile().text, member.getStart());
  return text.slice(0, text.length - terminatorOf(member).length).replaceAll(`\n${indent}`, "\n");
}

function terminatorOf(member: ts.Node): string {
  return /[;,]$/u.exec(member.getText())?.[0] ?? "";
}

/** New members of one name, behind the others of that name or behind the member that they follow in the source. */
function insertedMembers(added: readonly ts.Node[], own: readonly ts.Node[], change: Change): Splice | null {
  const before = own.at(-1) ?? predecessor(added, change);
  const texts = added.map(bareText);
  if (!change.isLoose) return insertedInLine(texts, before, change);
  const { left, declared } = change;
  const { text } = declared.getSourceFile();
  const [first] = left.members;
  const indent = first === undefined ? `${indentAt(text, left.head.start)}  ` : indentAt(text, first.getStart());
  const lines = texts.map((each) => `\n${indent}${indented(each, indent)}${left.separator}`).join("");
  if (before === null) {
    const rest = text.slice(left.head.end, left.close);
    return insertion(left.head.end, rest.includes("\n") ? lines : `${lines}\n${indentAt(text, left.head.start)}`);
  }
  const behind = endOfMember(before, left);
  if (behind.isOpen && left.separator === ",") return openInsertion(before, lines, text);
  return insertion(endWithComment(text, behind.end), lines);
}

function openInsertion(before: ts.Node, lines: string, text: string): Splice {
  const end = endWithComment(text, before.end);
  return { range: { start: before.end, end }, text: `,${text.slice(before.end, end)}${lines}` };
}

/** The last member of the block that comes before the new ones in the source. */
function predecessor([first]: readonly ts.Node[], { left, right }: Change): ts.Node | null {
  if (first === undefined) return null;
  const keys = right.members.slice(0, right.members.indexOf(first)).map(memberKey);
  for (const key of keys.reverse()) {
    const found = left.members.filter((member) => memberKey(member) === key).at(-1);
    if (found !== undefined) return found;
  }
  return null;
}

function endOfMember(member: ts.Node, { separator }: Container): { readonly end: number; readonly isOpen: boolean } {
  if (terminatorOf(member) !== "") return { end: member.end, isOpen: false };
  const comma = separator === "," ? /^\s*,/u.exec(member.getSourceFile().text.slice(member.end)) : null;
  return { end: member.end + (comma?.[0].length ?? 0), isOpen: comma === null };
}

function insertedInLine(texts: readonly string[], before: ts.Node | null, { left }: Change): Splice | null {
  if (texts.some((text) => text.includes("\n"))) return null;
  const { separator } = left;
  const words = texts.map((text) => ` ${text}${separator}`).join("");
  if (before === null) return insertion(left.head.end, words);
  const { end, isOpen } = endOfMember(before, left);
  return isOpen ? insertion(end, `${separator}${words.slice(0, -1)}`) : insertion(end, words);
}
