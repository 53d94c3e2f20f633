import ts from "typescript";
import { isCode, nodesOf, type SourceFile, syntaxOf } from "./source-files";

const CATALOGUE = /^app\/ui\/texts\//;
const SPOKEN = /^(app|jobs)\//;

/** Keys of the catalogue that no code names, neither as they are nor through a template such as `metric.${id}.title`. */
export function unusedKeys(keys: readonly string[], files: readonly SourceFile[]): readonly string[] {
  const speaking = files.filter(({ path }) => SPOKEN.test(path) && isCode(path) && !CATALOGUE.test(path));
  const named = new Set<string>();
  const patterns: RegExp[] = [];
  for (const node of speaking.flatMap((file) => [...nodesOf(syntaxOf(file))])) {
    if (ts.isStringLiteralLike(node)) named.add(node.text);
    if (ts.isTemplateExpression(node)) patterns.push(...patternOf(node));
    if (ts.isTemplateLiteralTypeNode(node)) patterns.push(...patternOf(node));
  }
  return keys.filter((key) => !named.has(key) && !patterns.some((pattern) => pattern.test(key)));
}

/** A template counts when it begins with an area of the catalogue: `${anything}` alone would name every key. */
function patternOf({ head, templateSpans }: ts.TemplateExpression | ts.TemplateLiteralTypeNode): readonly RegExp[] {
  if (!/^[a-z][\w-]*\./.test(head.text)) return [];
  const rest = templateSpans.map(({ literal }) => `[\\w-]+${literally(literal.text)}`).join("");
  return [new RegExp(`^${literally(head.text)}${rest}$`)];
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
