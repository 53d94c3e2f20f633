import { posix } from "node:path";
import ts from "typescript";
import { type SourceFile, syntaxOf } from "./source-files";

type Mirror = {
  readonly of: RegExp;
  readonly tests: string;
  /** Several small use cases that only make sense together may be told by one test beside the mirrored place. */
  readonly together: boolean;
};

const MIRRORS: readonly Mirror[] = [
  { of: /^app\/domain\/(.+)\.ts$/, tests: "tests/unit/domain", together: false },
  { of: /^app\/services\/(.+)\.ts$/, tests: "tests/integration/services", together: true },
  { of: /^db\/queries\/(.+)\.ts$/, tests: "tests/integration/queries", together: true },
];

/** Domain files without their unit test, services and query modules without an integration test: file → missing test. */
export function missingMirrors(files: readonly SourceFile[]): readonly string[] {
  const paths = new Set(files.map((file) => file.path));
  return files.flatMap((file) => {
    const mirror = MIRRORS.find(({ of }) => of.test(file.path));
    if (mirror === undefined || !runs(file)) return [];
    const wanted = file.path.replace(mirror.of, `${mirror.tests}/$1.test.ts`);
    if (paths.has(wanted) || (mirror.together && isToldBeside(file, mirror.tests, files))) return [];
    return [`${file.path} → ${wanted}`];
  });
}

function isToldBeside(file: SourceFile, folder: string, files: readonly SourceFile[]): boolean {
  return files.some((test) => test.path.startsWith(`${folder}/`) && test.path.endsWith(".test.ts") && importsOf(test).includes(file.path));
}

/** What the file imports to run it, as paths of the repository. */
function importsOf(file: SourceFile): readonly string[] {
  return syntaxOf(file).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    if (statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
    const name = statement.moduleSpecifier.text;
    const path = name.startsWith(".") ? posix.join(posix.dirname(file.path), name) : name.replace(/^~\//, "app/").replace(/^~/, "");
    return [`${path}.ts`];
  });
}

/** A file of types alone has nothing a test could run. */
function runs(file: SourceFile): boolean {
  return syntaxOf(file).statements.some(
    (statement) => !ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement) && !isTypeLevel(statement),
  );
}

function isTypeLevel(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return true;
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false);
}
