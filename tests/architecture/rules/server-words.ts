import ts from "typescript";
import { isCode, nodesOf, type SourceFile, syntaxOf } from "./source-files";

/** Shorter ones turn up by chance. */
const LEAST_LETTERS = 16;

/** The half of the house that stays on the server. */
const SERVER = /^(app\/(services|adapters|edge)\/|app\/.*\.server\.ts$|app\/server\.ts$|db\/|jobs\/(?!demo\/))/;
const BROWSER = /^app\/(ui|domain|schemas|routes|http)\/|^app\/(root|entry\.client)\.tsx$/;

/** Names of packages and settings that betray server code even when everything else is minified. */
export const MARKERS = [
  "better-sqlite3",
  "kysely",
  "bullmq",
  "ioredis",
  "DATABASE_URL",
  "REDIS_URL",
  "DATA_DIR",
  "SQLITE_CONSTRAINT",
  "begin immediate",
  "insert into ",
  "process.env.",
  "node:crypto",
  "node:fs",
];

/** Sentences and statements that stand in server files only: if the browser gets one of them, it got the code around it. */
export function serverWords(files: readonly SourceFile[]): readonly string[] {
  const quotedIn = (part: RegExp): Set<string> => new Set(files.filter(({ path }) => part.test(path) && isCode(path)).flatMap(quoted));
  const known = [...quotedIn(BROWSER)];
  return [...quotedIn(SERVER)].filter(
    (text) => text.length >= LEAST_LETTERS && text.trim().includes(" ") && !known.some((each) => each.includes(text)),
  );
}

function quoted(file: SourceFile): readonly string[] {
  return [...nodesOf(syntaxOf(file))].filter(isText).map((node) => node.text);
}

/** The name of an imported module is not in the bundle, so it proves nothing. */
function isText(node: ts.Node): node is ts.LiteralLikeNode {
  const texts = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  return texts && !ts.isImportDeclaration(node.parent) && !ts.isExportDeclaration(node.parent);
}
