import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A file of the repository; its path is relative to the root, with `/`. */
export type SourceFile = { readonly path: string; readonly text: string };

/** One breach of a rule: where, and what to do instead. */
export type Finding = { readonly path: string; readonly line: number; readonly rule: string; readonly remedy: string };

/** What nobody wrote by hand, or what is not text. */
const SKIPPED_FOLDERS = new Set(["node_modules", ".git", "build", "data", "public", ".cache", "fixtures"]);
const READ = /\.(tsx?|[cm]?js|css|json|md|ya?ml|html|sh)$|^\.ci\/|(^|\/)\.[a-z]+(rc|ignore)$/;
const CODE = /\.(tsx?|[cm]?js)$/;

/** Every text file of the repository as it stands in the folder, committed or not. */
export function listSourceFiles(folder = ""): readonly SourceFile[] {
  return readdirSync(folder || ".", { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : listSourceFiles(path);
    return READ.test(path) ? [{ path, text: readFileSync(join(path), "utf8") }] : [];
  });
}

/** True for TypeScript and JavaScript. */
export function isCode(path: string): boolean {
  return CODE.test(path);
}

/** True for what ships: the three folders of the product. */
export function isProduct(path: string): boolean {
  return /^(app|db|jobs)\//.test(path);
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** The file's syntax tree; parsed once per file. */
export function syntaxOf(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const kind = /\.(tsx|[cm]?js)$/.test(file.path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(file, tree);
  return tree;
}

/** Every node of the tree, parents before children. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** Counted from 1, as editors do. */
export function lineOf(file: SourceFile, node: ts.Node): number {
  return syntaxOf(file).getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** Findings as the lines a failing test shows. */
export function show(findings: readonly Finding[]): string {
  return findings.map(({ path, line, rule, remedy }) => `${path}:${line} ${rule}: ${remedy}`).join("\n");
}
