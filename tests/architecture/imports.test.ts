import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { scratchFolder } from "~tests/support/processes";
import { type ImportViolation, judgeImports } from "./rules/import-graph";

const { forbidden } = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)("../../.dependency-cruiser.cjs"));

/** For each rule a file that breaks it, with what it imports. */
const PLANTED: Readonly<Record<string, { readonly file: string; readonly imports: string }>> = {
  "no-circular": { file: "app/domain/rings/one.ts", imports: "./two" },
  "domain-is-pure": { file: "app/domain/orders/impure.ts", imports: "~db/open" },
  "only-zones-knows-temporal": { file: "app/domain/orders/clockwork.ts", imports: "temporal-polyfill" },
  "ports-are-types": { file: "app/ports/heavy.ts", imports: "zod" },
  "ports-know-nothing-of-ours": { file: "app/ports/nosy.ts", imports: "~/services/deps" },
  "routes-speak-http": { file: "app/routes/orders.tsx", imports: "~db/queries/orders" },
  "http-glue-has-no-database": { file: "app/http/sticky.ts", imports: "~db/queries/orders" },
  "services-do-not-call-services": { file: "app/services/place-order.ts", imports: "./cancel-order" },
  "services-know-no-http": { file: "app/services/redirecting.ts", imports: "@remix-run/node" },
  "only-containers-import-adapters": { file: "app/services/ticking.ts", imports: "~/adapters/clock/clock" },
  "adapters-stay-outside": { file: "app/adapters/clock/busy.ts", imports: "~/services/cancel-order" },
  "ui-takes-data": { file: "app/ui/hungry.tsx", imports: "~/services/cancel-order" },
  "schemas-are-shared": { file: "app/schemas/knowing.ts", imports: "~/http/glue" },
  "edge-runs-before-remix": { file: "app/edge/slow.ts", imports: "@remix-run/react" },
  "edge-is-given-its-parts": { file: "app/edge/helping-itself.ts", imports: "../container.server" },
  "app-does-not-know-jobs": { file: "app/http/impatient.ts", imports: "~jobs/relay" },
  "jobs-know-no-http": { file: "jobs/talkative.ts", imports: "~/http/glue" },
  "handlers-hold-no-rules": { file: "jobs/handlers/clever.ts", imports: "~db/queries/orders" },
  "db-returns-domain-types": { file: "db/queries/climbing.ts", imports: "~/services/cancel-order" },
  "queries-open-nothing": { file: "db/queries/opening.ts", imports: "../open" },
  "one-file-knows-the-queue": { file: "jobs/shortcut.ts", imports: "bullmq" },
  "sql-stays-in-the-house": { file: "app/services/handwritten.ts", imports: "kysely" },
  "product-does-not-know-tests": { file: "jobs/cheating.ts", imports: "~tests/support/world" },
  "no-development-packages": { file: "jobs/testing.ts", imports: "vitest" },
  "pictures-are-drawn-beforehand": { file: "jobs/demo/painting.ts", imports: "./art/shot" },
  "no-undeclared-packages": { file: "jobs/borrowing.ts", imports: "undeclared" },
  resolvable: { file: "jobs/lost.ts", imports: "./nowhere" },
  "browser-reaches-no-server-package": { file: "app/ui/leaking.tsx", imports: "~/domain/leaks/package" },
  "browser-reaches-no-node-module": { file: "app/ui/reading.tsx", imports: "~/domain/leaks/node" },
  "browser-reaches-no-server-file": { file: "app/ui/reaching.tsx", imports: "~/domain/leaks/file" },
};

/** What the planted files import, and files that come close to breaking a rule and keep it. */
const KEEPING: Readonly<Record<string, string>> = {
  "app/domain/rings/two.ts": `import { one } from "./one"; export const two = () => one;`,
  "app/domain/leaks/package.ts": `import "pg"; export const one = 1;`,
  "app/domain/leaks/node.ts": `import "node:fs"; export const one = 1;`,
  "app/domain/leaks/file.ts": `import "~db/open"; export const one = 1;`,
  "app/domain/kernel/zones.ts": `import { one } from "temporal-polyfill"; export const zone = one;`,
  "app/ports/clock.ts": `import type { one } from "../domain/kernel/zones"; export type Clock = typeof one;`,
  "app/services/deps.ts": `import type { Clock } from "~/ports/clock"; import type { one } from "~db/open"; export type Deps = [Clock, typeof one];`,
  "app/services/cancel-order.ts": `import type { Deps } from "./deps"; import { one } from "~db/queries/orders"; export const cancel = (deps: Deps) => [deps, one];`,
  "app/http/glue.ts": `import { cancel } from "~/services/cancel-order"; export const glue = cancel;`,
  "app/adapters/clock/clock.ts": `import type { Clock } from "~/ports/clock"; export const clock = 1 as unknown as Clock;`,
  "app/container.server.ts": `import { clock } from "./adapters/clock/clock"; import { one } from "~db/open"; export const all = [clock, one];`,
  "jobs/container.ts": `import { clock } from "~/adapters/clock/clock"; import { queue } from "./queue/bullmq"; export const all = [clock, queue];`,
  "jobs/queue/bullmq.ts": `import { one } from "bullmq"; import { one as two } from "ioredis"; export const queue = [one, two];`,
  "jobs/relay.ts": `import { one } from "~db/queries/orders"; export const relay = one;`,
  "jobs/handlers/cancel-orders.ts": `import { cancel } from "~/services/cancel-order"; export const handler = cancel;`,
  "db/open.ts": `import { one } from "kysely"; export { one };`,
  "db/queries/orders.ts": `import type { one as Type } from "../open"; import { one } from "kysely"; export type Order = typeof Type; export { one };`,
  "jobs/demo/art/shot.ts": `import { one } from "playwright-core"; export { one };`,
  "jobs/demo/art/colour.ts": `import { one } from "vitest"; export { one };`,
  "jobs/demo/colouring.ts": `import { one } from "./art/colour"; export { one };`,
  "app/edge/given.ts": `import type { all } from "../container.server"; export type All = typeof all;`,
  "tests/support/world.ts": `import { one } from "~db/open"; import { two } from "ioredis"; export { one, two };`,
};

const PARTS = ["app", "db", "jobs", "tests"];
const DEPENDENCIES = ["@remix-run/node", "@remix-run/react", "bullmq", "ioredis", "kysely", "pg", "temporal-polyfill", "zod"];
const { folder, remove } = scratchFolder("vitrine-imports-");
let found: readonly ImportViolation[];

beforeAll(() => {
  for (const [file, text] of Object.entries(KEEPING)) write(file, text);
  for (const { file, imports } of Object.values(PLANTED)) write(file, `import { one } from "${imports}"; export { one };`);
  for (const name of [...DEPENDENCIES, "vitest", "playwright-core", "undeclared"])
    write(`node_modules/${name}/index.js`, "exports.one = 1;");
  for (const name of [...DEPENDENCIES, "vitest", "playwright-core", "undeclared"])
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0" }));
  const all = Object.fromEntries(DEPENDENCIES.map((name) => [name, "1.0.0"]));
  write(
    "package.json",
    JSON.stringify({
      name: "planted",
      type: "module",
      dependencies: all,
      devDependencies: { vitest: "1.0.0", "playwright-core": "1.0.0" },
    }),
  );
  symlinkSync(resolve("tsconfig.json"), join(folder, "tsconfig.json"));
  found = judgeImports(folder, PARTS).violations;
});

afterAll(remove);

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

it("has a planted breach for every rule, and no other", () => {
  expect(Object.keys(PLANTED).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

it.each(Object.entries(PLANTED))("%s fires where it is broken", (rule, { file }) => {
  expect(found.filter((violation) => violation.from === file).map((violation) => violation.rule)).toContain(rule);
});

it("leaves alone what keeps the rules", () => {
  const innocent = Object.keys(KEEPING).filter((file) => !/^app\/domain\/(leaks|rings)\//.test(file));
  expect(found.filter((violation) => innocent.includes(violation.from))).toEqual([]);
});

it("holds for the whole repository", () => {
  const { violations, modules } = judgeImports(resolve("."), [...PARTS, "vite.config.ts", "remix.config.js"]);
  expect(modules).toBeGreaterThan(50);
  expect(violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([]);
});
