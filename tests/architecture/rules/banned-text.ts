import { codeOnly, commentsOnly } from "./code-text";
import { type Finding, isCode, isProduct, type SourceFile } from "./source-files";

/** Text that must not stand, with what stands there instead. */
export type Ban = {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly remedy: string;
  /** Where to look: in code (neither quotes nor comments), in comments, or in all of the file. */
  readonly within: "code" | "comments" | "everything";
  readonly applies: (path: string) => boolean;
  /** Paths that may, each for the reason beside it. */
  readonly except?: Readonly<Record<string, string>>;
};

/** The table itself must spell what it forbids. */
const TABLE = {
  "tests/architecture/rules/banned-text.ts": "spells what is banned",
  "tests/architecture/tidy.test.ts": "plants what is banned",
};

export const BANS: readonly Ban[] = [
  {
    rule: "no-wall-clock",
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)|\bDate\(\s*\)/,
    remedy: "deps.clock.now()",
    within: "code",
    applies: isProduct,
    except: { "app/adapters/clock/": "the only source of the present" },
  },
  {
    rule: "no-dice",
    pattern: /\bMath\.random\(/,
    remedy: "deps.ids",
    within: "code",
    applies: isProduct,
    except: { "app/adapters/ids/": "the only source of chance" },
  },
  {
    rule: "no-raw-environment",
    pattern: /\bprocess\.env\b/,
    remedy: "the parsed environment (app/env.server.ts, jobs/env.ts)",
    within: "code",
    applies: isProduct,
    except: { "app/env.server.ts": "parses it", "jobs/env.ts": "parses it", "app/server.ts": "sets NODE_ENV, which React and Vite read" },
  },
  {
    rule: "no-float-money",
    pattern: /\bparseFloat\(|\.toFixed\(/,
    remedy: "app/domain/kernel/money.ts, which works in whole minor units",
    within: "code",
    applies: isProduct,
    except: { "app/domain/kernel/money.ts": "the one place", "jobs/demo/art/": "coordinates of drawings, not money" },
  },
  {
    rule: "no-any",
    pattern: /\bas any\b|:\s*any\b|<any\b|\bany\[\]/,
    remedy: "unknown, parsed; or the real type",
    within: "code",
    applies: isCode,
  },
  { rule: "no-double-cast", pattern: /\bas unknown as\b/, remedy: "parse it, or mint a brand", within: "code", applies: isCode },
  {
    rule: "no-silenced-types",
    pattern: /@ts-(ignore|nocheck|expect-error)|eslint-disable/,
    remedy: "mend what is reported",
    within: "comments",
    applies: isCode,
  },
  {
    rule: "no-left-out-tests",
    pattern: /\b(it|test|describe|suite|bench)(\.\w+)*\.(only|skip|todo|skipIf|runIf|fails)\b|\b(xit|xdescribe|fit|fdescribe)\(/,
    remedy: "a test that runs, or none",
    within: "code",
    applies: isCode,
  },
  {
    rule: "no-promises-to-do",
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    remedy: "do it now, or leave it out",
    within: "comments",
    applies: isCode,
  },
  {
    rule: "no-machine-paths",
    pattern: /(^|[\s"'`(=])(\/work\/|\/home\/[a-z]|\/root\/|\/Users\/|[A-Z]:\\)/,
    remedy: "a path relative to the repository, or the temp folder the system names",
    within: "everything",
    applies: () => true,
    except: TABLE,
  },
  {
    rule: "no-registry-hosts",
    pattern: /registry\.(npmjs|yarnpkg|npmmirror)\.|[/.]npm\.pkg\.github|\bartifactory\b|"resolved":/,
    remedy: "nothing: whoever installs names their registry",
    within: "everything",
    applies: () => true,
    except: TABLE,
  },
];

/** Every place where banned text stands in the file. */
export function bannedText(file: SourceFile): readonly Finding[] {
  const bans = BANS.filter((ban) => ban.applies(file.path) && !Object.keys(ban.except ?? {}).some((path) => file.path.startsWith(path)));
  return bans.flatMap((ban) => findingsOf(ban, file));
}

function findingsOf({ rule, pattern, remedy, within }: Ban, file: SourceFile): readonly Finding[] {
  if (!pattern.test(file.text)) return [];
  const lines = partOf(file, within).split("\n");
  return lines.flatMap((line, index) => (pattern.test(line) ? [{ path: file.path, line: index + 1, rule, remedy }] : []));
}

function partOf(file: SourceFile, within: Ban["within"]): string {
  if (within === "everything" || !isCode(file.path)) return file.text;
  return within === "code" ? codeOnly(file) : commentsOnly(file);
}
