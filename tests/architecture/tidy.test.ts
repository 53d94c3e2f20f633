import { expect, it } from "vitest";
import { BANS, bannedText } from "./rules/banned-text";
import { codeShape } from "./rules/code-shape";
import { fileShape } from "./rules/file-shape";
import { markup } from "./rules/markup";
import { type Finding, listSourceFiles, type SourceFile, show } from "./rules/source-files";

const RULES = [bannedText, fileShape, codeShape, markup];

function judge(file: SourceFile): readonly Finding[] {
  return RULES.flatMap((rule) => rule(file));
}

const lines = (count: number): string => "const a = 1;\n".repeat(count);

/** One file per rule that breaks it, and beside it one that comes close and does not. */
const PLANTED: Readonly<Record<string, { readonly breaks: SourceFile; readonly keeps: SourceFile }>> = {
  "no-wall-clock": {
    breaks: { path: "app/services/a.ts", text: "const at = Date.now();" },
    keeps: { path: "app/services/a.ts", text: 'const at = new Date(0); // not Date.now()\nconst said = "Date.now()";' },
  },
  "no-dice": {
    breaks: { path: "jobs/a.ts", text: "const a = Math.random();" },
    keeps: { path: "app/adapters/ids/a.ts", text: "const a = Math.random();" },
  },
  "no-raw-environment": {
    breaks: { path: "db/a.ts", text: 'const a = process.env["A"];' },
    keeps: { path: "jobs/env.ts", text: 'const a = process.env["A"];' },
  },
  "no-float-money": {
    breaks: { path: "app/ui/a.tsx", text: "const a = (1.5).toFixed(2);" },
    keeps: { path: "app/ui/a.tsx", text: 'const a = "toFixed(2)";' },
  },
  "no-any": {
    breaks: { path: "tests/a.ts", text: "const a: any = 1;" },
    keeps: { path: "tests/a.ts", text: 'const a: unknown = "as any"; // : any' },
  },
  "no-double-cast": {
    breaks: { path: "app/http/a.ts", text: "const a = 1 as unknown as string;" },
    keeps: { path: "app/http/a.ts", text: "const a = 1 as const;" },
  },
  "no-silenced-types": {
    breaks: { path: "app/http/a.ts", text: "// @ts-expect-error\nconst a = 1;" },
    keeps: { path: "app/http/a.ts", text: 'const a = "@ts-expect-error";' },
  },
  "no-left-out-tests": {
    breaks: { path: "tests/unit/a.test.ts", text: "it.skip('a', run);" },
    keeps: { path: "tests/unit/a.test.ts", text: "it.each([1])('a', run);\nstream.skip(1);" },
  },
  "no-promises-to-do": {
    breaks: { path: "app/http/a.ts", text: "const a = 1; // TODO more" },
    keeps: { path: "app/http/a.ts", text: 'const a = "TODO";' },
  },
  "no-machine-paths": {
    breaks: { path: "README.md", text: "See /home/someone/notes." },
    keeps: { path: "README.md", text: "See `/ops/health` and app/home/page." },
  },
  "no-registry-hosts": {
    breaks: { path: "package-lock.json", text: '"resolved": "https://example.org/a.tgz"' },
    keeps: { path: "package-lock.json", text: '"integrity": "sha512-AAAA"' },
  },
  "file-length": {
    breaks: { path: "app/routes/a.tsx", text: lines(121) },
    keeps: { path: "app/http/a.ts", text: lines(121) },
  },
  "no-drawers": {
    breaks: { path: "app/ui/utils/a.ts", text: "" },
    keeps: { path: "app/ui/texts/en/common.ts", text: "" },
  },
  "no-barrels": {
    breaks: { path: "app/domain/money/index.ts", text: "" },
    keeps: { path: "db/migrations/index.ts", text: "" },
  },
  "kebab-case-files": {
    breaks: { path: "app/ui/MyButton.tsx", text: "" },
    keeps: { path: "app/routes/manage.$brand._index.tsx", text: "" },
  },
  "function-length": {
    breaks: { path: "app/http/a.ts", text: `function a(): void {\n${lines(70)}}` },
    keeps: { path: "tests/unit/a.test.ts", text: `describe("a", () => {\n${lines(70)}});` },
  },
  "no-silent-catch": {
    breaks: { path: "jobs/a.ts", text: "try { run(); } catch { /* never mind */ }\nrun().catch(() => null);" },
    keeps: { path: "jobs/a.ts", text: "try { run(); } catch (error) { log(error); }\nrun().catch((error) => log(error));" },
  },
  docstring: {
    breaks: { path: "app/domain/a.ts", text: "export function a(): number { return 1; }" },
    keeps: { path: "app/domain/a.ts", text: "/** One. */\nexport function a(): number { return 1; }\nfunction b() { return 1; }" },
  },
  "return-type": {
    breaks: { path: "app/domain/a.ts", text: "/** One. */\nexport function a() { return 1; }" },
    keeps: {
      path: "app/routes/a.tsx",
      text: "export async function loader() { return 1; }\n/** A part. */\nexport function Part() { return null; }",
    },
  },
  "many-arguments": {
    breaks: { path: "app/domain/a.ts", text: "/** One. */\nexport function a(b: A, c: A, d: A, e: A): number { return 1; }" },
    keeps: { path: "app/domain/a.ts", text: "/** One. */\nexport function a(b: A, c: A, d: { e: A }): number { return 1; }" },
  },
  "function-declaration": {
    breaks: { path: "app/domain/a.ts", text: "/** One. */\nexport const a = (): number => 1;" },
    keeps: { path: "app/domain/a.ts", text: "export const a: Handler<1> = () => 1;\nexport const A = { one: 1 } as const;" },
  },
  "ports-are-types": {
    breaks: { path: "app/ports/a.ts", text: "export const A = 1;" },
    keeps: { path: "app/ports/a.ts", text: 'import type { B } from "./b";\nexport type A = B;' },
  },
  "texts-in-catalogue": {
    breaks: { path: "app/ui/a.tsx", text: "const a = <p>Bonjour</p>;" },
    keeps: { path: "app/ui/a.tsx", text: 'const a = <p className="wide" aria-label={t("a")}>{t("hello")} · &nbsp;—</p>;' },
  },
  "no-style-attribute": {
    breaks: { path: "app/routes/a.tsx", text: "const a = <p style={{ color: red }} />;" },
    keeps: { path: "app/routes/a.tsx", text: "const a = <style nonce={nonce}>{css}</style>;" },
  },
};

it.each(Object.entries(PLANTED))("%s is seen where it is broken and nowhere else", (rule, { breaks, keeps }) => {
  expect(judge(breaks).map((finding) => finding.rule)).toContain(rule);
  expect(judge(keeps).filter((finding) => finding.rule === rule)).toEqual([]);
});

it("sees both kinds of silent catch", () => {
  const planted = PLANTED["no-silent-catch"];
  expect(planted && judge(planted.breaks).map((finding) => finding.line)).toEqual([1, 2]);
});

it("plants every ban", () => {
  expect(BANS.map((ban) => ban.rule).filter((rule) => !(rule in PLANTED))).toEqual([]);
});

it("finds the repository's own files", () => {
  const paths = listSourceFiles().map((file) => file.path);
  expect(paths).toEqual(expect.arrayContaining(["db/schema.ts", "package-lock.json", "tests/architecture/tidy.test.ts", ".ci/run"]));
});

it("is tidy", () => {
  expect(show(listSourceFiles().flatMap(judge))).toBe("");
});
