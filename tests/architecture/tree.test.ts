import { existsSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";

/** The names at the top, and why each may stand there. */
const TOP: Readonly<Record<string, string>> = {
  app: "the web",
  jobs: "the background",
  db: "the memory",
  public: "files served as they are",
  tests: "the proof",
  "remix.config.js": "every option of Remix",
  "vite.config.ts": "the compiler, which must find it here",
  "package.json": "npm",
  "package-lock.json": "npm",
  "tsconfig.json": "one list of paths for all tools",
  "README.md": "where to begin",
  LICENSE: "what others may do",
  "biome.json": "Biome looks for it here",
  "eslint.config.js": "ESLint looks for it here",
  "knip.json": "knip looks for it here",
};

/** Made by running the product, ignored by git. */
const MADE = ["node_modules", "build", "data"];

const TESTS = ["unit", "property", "integration", "e2e", "faults", "bench", "architecture", "support", "runner"];
const TEST_FILES = ["run.ts", "check.ts", "vitest.config.ts", "README.md"];

/** Names that stand where the design has no place for them. */
function strangers(names: readonly string[], allowed: readonly string[]): readonly string[] {
  return names.filter((name) => !name.startsWith(".") && !allowed.includes(name));
}

it("has only the names of the house at the top", () => {
  expect(strangers(readdirSync("."), [...Object.keys(TOP), ...MADE])).toEqual([]);
});

it("has every name of the house", () => {
  expect(Object.keys(TOP).filter((name) => !existsSync(name))).toEqual([]);
});

it("has only the known suites in tests", () => {
  expect(strangers(readdirSync("tests"), [...TESTS, ...TEST_FILES])).toEqual([]);
});

it("would notice a stranger, and leaves dotfiles alone", () => {
  expect(strangers(["app", "src", ".ci"], Object.keys(TOP))).toEqual(["src"]);
});
