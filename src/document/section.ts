import type { Code, List, ListItem, Nodes, RootContent, Table } from "mdast";
import type { CodeModel, ItemModel, TableModel } from "./document.ts";
import { plainText, walk } from "./nodes.ts";

/** Code blocks of a section in reading order, also in list items; quoted ones are not the document's own. */
export function codeIn(nodes: readonly RootContent[]): readonly Code[] {
  const found: Code[] = [];
  const enter = (node: Nodes) => node.type !== "blockquote" && node.type !== "footnoteDefinition";
  for (const node of walk(nodes, enter)) if (node.type === "code") found.push(node);
  return found;
}

/** Items of the lists that stand directly in a section; an item of a nested list is part of its item's nodes only. */
export function itemsIn(nodes: readonly RootContent[]): readonly ListItem[] {
  return nodes.filter((node): node is List => node.type === "list").flatMap((list) => list.children);
}

/** Tables that stand directly in a section. */
export function tablesIn(nodes: readonly RootContent[]): readonly Table[] {
  return nodes.filter((node): node is Table => node.type === "table");
}

/** Targets of all links, images and link definitions, with their nodes. */
export function linksIn(nodes: readonly RootContent[]): readonly { readonly target: string; readonly node: Nodes }[] {
  const found: { target: string; node: Nodes }[] = [];
  for (const node of walk(nodes)) {
    if (node.type === "link" || node.type === "image" || node.type === "definition")
      found.push({ target: node.url, node });
  }
  return found;
}

/** A code block as schemas see it. */
export function codeModel(code: Code): CodeModel {
  return { lang: code.lang ?? "", meta: code.meta ?? "", text: code.value };
}

/** A list item: the inline code that it begins with is its id, a colon after that is no text; nested lists are left out. */
export function itemModel(item: ListItem): ItemModel {
  const own = item.children.filter((node) => node.type !== "list" && node.type !== "code");
  const first = own[0];
  const head = first?.type === "paragraph" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || head?.type !== "inlineCode") return { id: "", text: plainText(own) };
  const rest = plainText([{ ...first, children: first.children.slice(1) }, ...own.slice(1)]);
  return { id: head.value, text: rest.replace(/^:\s*/u, "") };
}

/** A table: the cells of its first row are the columns. */
export function tableModel(table: Table): TableModel {
  const [head = [], ...rows] = table.children.map((row) => row.children.map((cell) => plainText(cell.children)));
  return { columns: head, rows };
}

/** Plain text of paragraphs, items, quotes and cells, one block on a line. */
export function textIn(nodes: readonly RootContent[]): string {
  return nodes
    .filter((node) => node.type !== "definition" && node.type !== "footnoteDefinition")
    .map((node) => plainText([node]))
    .filter((text) => text !== "")
    .join("\n");
}
