import ts from "typescript";
import type { Dice } from "../dice.ts";
import { tokensOf } from "../tree.ts";
import type { Rewrite } from "./rewrite.ts";

/** Rewrites that only move white space and comments. */
export const layoutRewrites: readonly Rewrite[] = [
  { name: "reformat", rewrite: (file) => ts.createPrinter().printFile(file) },
  {
    name: "strip comments",
    rewrite: (file) =>
      byTrivia(file, (trivia) => trivia.replace(comment, (text) => (text.includes("\n") ? "\n" : " "))),
  },
  { name: "add comments", rewrite: addComments },
  {
    name: "other line ends and indents",
    rewrite: (file) => byTrivia(file, (trivia) => trivia.replace(/\n[ \t]*/gu, "\r\n\t")),
  },
];

const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu;

function byTrivia(file: ts.SourceFile, change: (trivia: string) => string): string {
  return tokensOf(file)
    .map((token) => {
      const start = token.getStart(file);
      const trivia = file.text.slice(token.pos, start);
      return (trivia.startsWith("#!") ? trivia : change(trivia)) + file.text.slice(start, token.end);
    })
    .join("");
}

const quiet = new Set([ts.SyntaxKind.JsxText, ts.SyntaxKind.TemplateMiddle, ts.SyntaxKind.TemplateTail]);

function addComments(file: ts.SourceFile, dice: Dice): string {
  return tokensOf(file)
    .map((token) => {
      const start = token.getStart(file);
      const trivia = file.text.slice(token.pos, start);
      const own = file.text.slice(start, token.end);
      const quietHere = quiet.has(token.kind) || trivia.startsWith("#!") || dice.roll(6) > 0;
      if (quietHere || isInJsx(token)) return trivia + own;
      return `${trivia} /* ${dice.pick(["why", "export const x: 1;", "}", "@deprecated"])} */ ${own}`;
    })
    .join("");
}

function isInJsx(token: ts.Node): boolean {
  return ts.findAncestor(token, (node) => ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node)) !== undefined;
}
