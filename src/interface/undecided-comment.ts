/** A name whose type nobody can tell, and why. */
export interface StatedDoubt {
  readonly name: string;
  readonly reason: string;
}

/** The comment that stands in an Interface block for an export whose type nobody can tell. */
export function undecidedComment({ name, reason }: StatedDoubt): string {
  return `// undecided: ${name} (${reason})`;
}

/** What such comments of a block say, each on a line of its own. */
export function undecidedIn(text: string): readonly StatedDoubt[] {
  const lines = text.matchAll(/^[ \t]*\/\/ undecided: (\S+) \((.*)\)[ \t]*$/gmu);
  return [...lines].map(([, name = "", reason = ""]) => ({ name, reason }));
}
