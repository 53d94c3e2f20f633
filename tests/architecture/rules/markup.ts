import ts from "typescript";
import { type Finding, lineOf, nodesOf, type SourceFile, syntaxOf } from "./source-files";

const PAGES = /^app\/(ui|routes)\/.*\.tsx$|^app\/root\.tsx$/;
const LETTERS = /\p{L}/u;
/** Attributes people read or hear. */
const READ_ALOUD = new Set([
  "title",
  "alt",
  "label",
  "placeholder",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
]);

/** Words written into components instead of the catalogue, and style attributes, which the content security policy refuses. */
export function markup(file: SourceFile): readonly Finding[] {
  if (!PAGES.test(file.path)) return [];
  return [...nodesOf(syntaxOf(file))].flatMap((node) => [...literalWords(file, node), ...styleAttribute(file, node)]);
}

function literalWords(file: SourceFile, node: ts.Node): readonly Finding[] {
  const words = wordsOf(node)?.replace(/&\w+;/g, "").trim() ?? "";
  if (!LETTERS.test(words)) return [];
  return [{ path: file.path, line: lineOf(file, node), rule: "texts-in-catalogue", remedy: `"${words}" belongs to app/ui/texts` }];
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxAttribute(node) && READ_ALOUD.has(node.name.getText())) return literalOf(node.initializer);
  if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))) return literalOf(node.expression);
  return undefined;
}

function literalOf(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isJsxExpression(node)) return literalOf(node.expression);
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}

function styleAttribute(file: SourceFile, node: ts.Node): readonly Finding[] {
  if (!ts.isJsxAttribute(node) || node.name.getText() !== "style") return [];
  return [
    { path: file.path, line: lineOf(file, node), rule: "no-style-attribute", remedy: "a class, an SVG attribute, or the nonced <style>" },
  ];
}
