import { applySplices, type Splice } from "../../../src/edit.ts";
import { type DeclaredModule, readBlocks } from "../../../src/interface/block.ts";
import { type Piece, type Pieces, printedPieces } from "../../../src/interface/mend-pieces.ts";
import type { Rewriting } from "../../../src/interface/mend-statements.ts";
import { joined } from "../../../src/interface/mend-text.ts";
import { blockOf, compared } from "./compared.ts";

const silent = { declarationOf: () => ({ ok: false, reason: "there is no compiler" }) as const };

/** A block and a source, as the parts of mending see them. */
export interface MendCase {
  readonly design: DeclaredModule;
  readonly pieces: Pieces;
  /** What differs in one export. */
  rewriting(name: string): Rewriting;
  /** The block with edits made; null where there are none. */
  after(splices: readonly Splice[] | null): string | null;
}

/** A block at the beginning of its file, and a source, both given as text. */
export function mendCase(declared: string, actual: string): MendCase {
  const design = readBlocks([blockOf(declared)], "src/a.ts");
  const pieces = piecesOf(actual);
  return {
    design,
    pieces,
    rewriting(name) {
      const findings = compared(declared, actual).findings.filter((finding) => finding.export === name);
      return { name, findings, design, pieces: () => pieces };
    },
    after: (splices) => splices && applySplices(declared, joined(splices)),
  };
}

/** The printed interface of a text, without a compiler. */
export function piecesOf(actual: string): Pieces {
  return printedPieces({ path: "src/a.ts", text: actual }, silent);
}

/** The piece that declares a name. */
export function pieceOf(name: string, { all }: Pieces): Piece {
  const piece = all.find(({ names }) => names.includes(name));
  if (piece === undefined) throw new Error(`no piece declares ${name}`);
  return piece;
}
