import ts from "typescript";
import { type Finding, isCode, isProduct, lineOf, nodesOf, type SourceFile, syntaxOf } from "./source-files";

const FUNCTION_WALL = 70;
const MOST_PARAMETERS = 3;

/** Remix names these and says what they mean; their types must be inferred for the page to follow the loader. */
const REMIX_EXPORTS = new Set(["loader", "action", "meta", "links", "headers", "handle", "shouldRevalidate", "ErrorBoundary", "default"]);
const ROUTE_MODULE = /^app\/(routes\/.*|root)\.tsx?$/;
/** Remix calls what they export with arguments of its own. */
const ENTRY_MODULE = /^app\/entry\.(client|server)\.tsx$/;
/** Called by Kysely by these names, in the order the index says. */
const MIGRATION = /^db\/migrations\//;
/** Suites list their cases: their callback is a table of contents, not a function. */
const SUITE_CALL = /^(describe(\.each)?|onEach\w+)$/;

/** Functions too long or with too many arguments, silent catches, and exports that do not say what they are. */
export function codeShape(file: SourceFile): readonly Finding[] {
  if (!isCode(file.path)) return [];
  return [...nodesOf(syntaxOf(file))].flatMap((node) => [
    ...longFunction(file, node),
    ...silentCatch(file, node),
    ...undocumentedExport(file, node),
    ...portValue(file, node),
  ]);
}

function longFunction(file: SourceFile, node: ts.Node): readonly Finding[] {
  if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined || isSuite(node)) return [];
  const tree = syntaxOf(file);
  const lines = tree.getLineAndCharacterOfPosition(node.end).line - tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  return lines > FUNCTION_WALL ? [finding(file, node, "function-length", `${lines} lines; ${FUNCTION_WALL} is the wall`)] : [];
}

function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && SUITE_CALL.test(node.parent.expression.getText().replace(/\(.*$/s, ""));
}

function silentCatch(file: SourceFile, node: ts.Node): readonly Finding[] {
  if (ts.isCatchClause(node) && node.block.statements.length === 0) {
    return [finding(file, node, "no-silent-catch", "handle it, or let it crash")];
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== "catch") return [];
  const [handler] = node.arguments;
  if (handler === undefined || !ts.isArrowFunction(handler) || !saysNothing(handler.body)) return [];
  return [finding(file, node, "no-silent-catch", "handle it, or let it crash")];
}

function saysNothing(body: ts.ConciseBody): boolean {
  if (ts.isBlock(body)) return body.statements.length === 0;
  return ts.isLiteralExpression(body) || /^(null|undefined|false|true|\[\]|\(\{\}\)|void 0)$/.test(body.getText());
}

function undocumentedExport(file: SourceFile, node: ts.Node): readonly Finding[] {
  if (!isProduct(file.path) && !file.path.startsWith("tests/support/")) return [];
  if (ts.isVariableStatement(node) && isExported(node)) return functionsInConstants(file, node);
  if (!ts.isFunctionDeclaration(node) || !isExported(node) || isNamedByOthers(file.path, node)) return [];
  const name = node.name?.text ?? "default";
  return [
    ...(hasDocs(node) ? [] : [finding(file, node, "docstring", `${name}: say what it means, its units and its errors`)]),
    ...(node.type === undefined && !isComponent(file.path, name)
      ? [finding(file, node, "return-type", `${name}: write its return type`)]
      : []),
    ...(node.parameters.length > MOST_PARAMETERS ? [finding(file, node, "many-arguments", `${name}: two arguments, then an object`)] : []),
  ];
}

/** A component returns markup: writing that down says nothing. */
function isComponent(path: string, name: string): boolean {
  return path.endsWith(".tsx") && /^[A-Z]/.test(name);
}

/** A constant with a declared type is one entry of a table whose type says all, as a job's handler is. */
function functionsInConstants(file: SourceFile, statement: ts.VariableStatement): readonly Finding[] {
  const functions = statement.declarationList.declarations.filter(
    ({ initializer, type }) =>
      type === undefined && initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
  );
  return functions
    .filter(({ name }) => !(ROUTE_MODULE.test(file.path) && REMIX_EXPORTS.has(name.getText())))
    .map((each) => finding(file, each, "function-declaration", `${each.name.getText()}: export a function declaration`));
}

/** A port is the shape of something outside: nothing in it runs. */
function portValue(file: SourceFile, node: ts.Node): readonly Finding[] {
  if (!file.path.startsWith("app/ports/") || node.parent !== syntaxOf(file)) return [];
  const isType = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || node.kind === ts.SyntaxKind.EndOfFileToken;
  const importsTypes = ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return isType || importsTypes ? [] : [finding(file, node, "ports-are-types", "values belong to the domain or to an adapter")];
}

function isExported(node: ts.HasModifiers): boolean {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function isNamedByOthers(path: string, node: ts.FunctionDeclaration): boolean {
  const isDefault = ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
  if (ROUTE_MODULE.test(path)) return isDefault || REMIX_EXPORTS.has(node.name?.text ?? "");
  if (ENTRY_MODULE.test(path)) return isDefault;
  return MIGRATION.test(path) && /^(up|down)$/.test(node.name?.text ?? "");
}

function hasDocs(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).some((doc) => ts.isJSDoc(doc) && doc.comment !== undefined);
}

function finding(file: SourceFile, node: ts.Node, rule: string, remedy: string): Finding {
  return { path: file.path, line: lineOf(file, node), rule, remedy };
}
