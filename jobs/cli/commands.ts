import { auditCommand } from "./audit";
import type { Command } from "./command";
import { createBrandCommand } from "./create-brand";
import { createUserCommand } from "./create-user";
import { importCatalogCommand } from "./import-catalog";
import { importOrdersCommand } from "./import-orders";
import { rebuildCommand } from "./rebuild";
import { reportCommand } from "./report";

/** Everything the command line can do. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["create-brand", createBrandCommand],
  ["create-user", createUserCommand],
  ["import-catalog", importCatalogCommand],
  ["import-orders", importOrdersCommand],
  ["report", reportCommand],
  ["audit", auditCommand],
  ["rebuild", rebuildCommand],
]);

/** How the command line is called, with every command. */
export function helpText(): string {
  const lines = [...COMMANDS].map(
    ([name, { usage, summary }]) => `  ${[name, usage].filter((part) => part !== "").join(" ")}\n      ${summary}`,
  );
  return [
    "npm run --silent cli -- COMMAND …",
    "",
    ...lines,
    "  help",
    "      this page; COMMAND --help shows one command",
    "",
    "With --json, standard output holds one JSON document and nothing else.",
    "Works while the product runs and without it; DATA_DIR or DATABASE_URL say on which data.",
  ].join("\n");
}

/** How one command is called. */
export function commandHelp(name: string, { usage, summary }: Command): string {
  return `npm run --silent cli -- ${name} ${usage} [--json]\n  ${summary}`;
}
