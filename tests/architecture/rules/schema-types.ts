import { resolve } from "node:path";
import ts from "typescript";

export type Column = { readonly kind: "text" | "number"; readonly nullable: boolean };

/** Table → column → what the code believes of it. */
export type Tables = Readonly<Record<string, Readonly<Record<string, Column>>>>;

/** Reads the type `Schema` of db/schema.ts as the compiler sees it. Errors: a column that is neither text nor number. */
export function tablesInCode(file = "db/schema.ts"): Tables {
  const program = ts.createProgram([resolve(file)], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(resolve(file));
  const declaration = source?.statements.find((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === "Schema");
  if (declaration === undefined) throw new Error(`${file} has no type Schema`);
  const tables = checker.getTypeAtLocation(declaration).getProperties();
  return Object.fromEntries(tables.map((table) => [table.name, columnsOf(checker, checker.getTypeOfSymbol(table))]));
}

function columnsOf(checker: ts.TypeChecker, table: ts.Type): Tables[string] {
  return Object.fromEntries(table.getProperties().map((column) => [column.name, columnOf(checker, column)]));
}

/** `Generated<T>` is a union-free object type of Kysely; what a select gives is its `__select__`. */
function columnOf(checker: ts.TypeChecker, column: ts.Symbol): Column {
  const declared = checker.getTypeOfSymbol(column);
  const select = declared.getProperty("__select__");
  const type = select === undefined ? declared : checker.getTypeOfSymbol(select);
  const parts = type.isUnion() ? type.types : [type];
  const nullable = parts.some((part) => (part.flags & ts.TypeFlags.Null) !== 0);
  const values = parts.filter((part) => (part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0);
  if (values.every((part) => (part.flags & ts.TypeFlags.NumberLike) !== 0)) return { kind: "number", nullable };
  if (values.every((part) => (part.flags & ts.TypeFlags.StringLike) !== 0)) return { kind: "text", nullable };
  throw new Error(`${column.name}: ${checker.typeToString(type)} is neither text nor number`);
}
