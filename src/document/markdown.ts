import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { fold, unfold } from "./fences.ts";

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** The syntax tree of CommonMark with GitHub's extensions and frontmatter. Throws what the parser throws. */
export function markdownTree(text: string): Root {
  const { text: folded, folds } = fold(text);
  const root = processor.parse(folded);
  return unfold(root, folds) ? root : processor.parse(text);
}
