import type { Exemption } from "../config/config.ts";
import type { SourceSyntax } from "../interface/source-facts.ts";
import type { Source } from "./workspace.ts";

/** What decides about the class of a source. */
export interface ClassInput {
  readonly path: string;
  readonly exemption: Exemption | null;
  /** Null where the file could not be read, or where what does not parse looks like types. */
  readonly syntax: SourceSyntax | null;
  /** A `components` entry fits the path. */
  readonly matched: boolean;
  /** Of its document, else of the type that the config gives to the path. */
  readonly route: "design" | "direct";
}

/** The first class that fits, and what a source of this class has to have beside it. */
export function classify(input: ClassInput): Pick<Source, "class" | "owes"> {
  if (input.exemption !== null) return { class: "exempt", owes: input.exemption.owes };
  if (input.syntax === "barrel") return { class: "barrel", owes: [] };
  if (!input.matched) return { class: "unclassified", owes: [] };
  if (input.syntax === "types" || isDeclarationFile(input.path)) return { class: "types", owes: ["design"] };
  // Nobody can say what an unreadable file is, so nothing is asked of it.
  if (input.syntax === null) return { class: "designed", owes: [] };
  return { class: input.route === "direct" ? "direct" : "designed", owes: ["design", "test"] };
}

/** `a.d.ts` and `a.d.css.ts` hold types whatever they say, since nothing in them exists at run time. */
function isDeclarationFile(path: string): boolean {
  return /\.d\.(?:[^./]+\.)?[cm]?ts$/u.test(path);
}
