import ts from "typescript";
import { nodesOf, type SourceFile, syntaxOf } from "./source-files";

type Span = { readonly start: number; readonly end: number };

const QUOTED = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.JsxText,
]);

/** The file with everything quoted and every comment blanked: what is left is code, at its own place. */
export function codeOnly(file: SourceFile): string {
  return blank(file.text, [...quotedSpans(file), ...commentSpans(file)]);
}

/** The file with everything but its comments blanked. */
export function commentsOnly(file: SourceFile): string {
  const spans = commentSpans(file);
  const rest = spans.map((span, index) => ({ start: spans[index - 1]?.end ?? 0, end: span.start }));
  return blank(file.text, [...rest, { start: spans.at(-1)?.end ?? 0, end: file.text.length }]);
}

function quotedSpans(file: SourceFile): readonly Span[] {
  return [...nodesOf(syntaxOf(file))].filter((node) => QUOTED.has(node.kind)).map((node) => ({ start: node.getStart(), end: node.end }));
}

function commentSpans(file: SourceFile): readonly Span[] {
  const found = new Map<number, Span>();
  for (const token of tokensOf(syntaxOf(file))) {
    const ranges = [
      ...(ts.getLeadingCommentRanges(file.text, token.pos) ?? []),
      ...(ts.getTrailingCommentRanges(file.text, token.end) ?? []),
    ];
    for (const { pos, end } of ranges) found.set(pos, { start: pos, end });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Leaves of the tree, punctuation included; text between JSX tags is not code, so no comment starts there. */
function* tokensOf(node: ts.Node): Generator<ts.Node> {
  const children = node.getChildren();
  if (children.length === 0 && node.kind !== ts.SyntaxKind.JsxText) yield node;
  for (const child of children) if (!ts.isJSDoc(child)) yield* tokensOf(child);
}

function blank(text: string, spans: readonly Span[]): string {
  const characters = text.split("");
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++) if (characters[at] !== "\n") characters[at] = " ";
  }
  return characters.join("");
}
