import type { Finding, SourceFile } from "./source-files";

/** The walls of `style`: longer files hold more than one idea. First match counts. */
const WALLS: readonly { readonly path: RegExp; readonly lines: number }[] = [
  { path: /^app\/routes\/.*\.tsx?$/, lines: 120 },
  { path: /^jobs\/handlers\//, lines: 40 },
  { path: /\.(tsx?|[cm]?js|css)$/, lines: 300 },
];

const FORBIDDEN_NAMES = /^(utils?|helpers?|common|lib|libs|misc|shared|v\d+)$/;

/** Migrations are listed in order in one place; everything else is imported from where it stands. */
const ALLOWED_INDEX = "db/migrations/index.ts";

const KEBAB_FILE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(server|client|test|module|config|d))?\.(tsx?|[cm]?js|css|json|md)$/;
const FREE_NAMES = /^app\/routes\/|README\.md$|(^|\/)\./;

/** Too long, misnamed, or a barrel. */
export function fileShape(file: SourceFile): readonly Finding[] {
  return [...tooLong(file), ...forbiddenName(file), ...barrel(file), ...notKebab(file)];
}

function tooLong({ path, text }: SourceFile): readonly Finding[] {
  const wall = WALLS.find((each) => each.path.test(path));
  const lines = text.trimEnd().split("\n").length;
  if (wall === undefined || lines <= wall.lines) return [];
  return [{ path, line: lines, rule: "file-length", remedy: `${lines} lines; split it by idea, ${wall.lines} is the wall` }];
}

function forbiddenName({ path }: SourceFile): readonly Finding[] {
  const parts = path.split("/").slice(0, -1);
  const name = path.split("/").at(-1)?.replace(/\..*$/, "") ?? "";
  const bad = parts.find((part) => FORBIDDEN_NAMES.test(part)) ?? (/^(utils?|helpers?|misc)$/.test(name) ? name : undefined);
  return bad === undefined ? [] : [{ path, line: 1, rule: "no-drawers", remedy: `"${bad}" says nothing; name it after its noun` }];
}

function barrel({ path }: SourceFile): readonly Finding[] {
  if (!/(^|\/)index\.(tsx?|[cm]?js)$/.test(path) || path === ALLOWED_INDEX) return [];
  return [{ path, line: 1, rule: "no-barrels", remedy: "import from the file itself" }];
}

function notKebab({ path }: SourceFile): readonly Finding[] {
  const name = path.split("/").at(-1) ?? "";
  if (!/^(app|db|jobs|tests)\//.test(path) || FREE_NAMES.test(path) || KEBAB_FILE.test(name)) return [];
  return [{ path, line: 1, rule: "kebab-case-files", remedy: "kebab-case, named by its idea" }];
}
