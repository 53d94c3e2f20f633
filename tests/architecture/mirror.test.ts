import { existsSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { CONSUMERS } from "~/domain/events/consumers";
import { JOB_NAMES, OUTBOX_FEEDS } from "~jobs/catalog";
import { missingMirrors } from "./rules/mirror";
import { listSourceFiles, type SourceFile } from "./rules/source-files";

const HANDLERS = "jobs/handlers";
/** The type every handler has. */
const HANDLER_TYPE = "handler.ts";

const fileOf = (job: string): string => `${job.replaceAll(".", "-").replaceAll("_", "-")}.ts`;
const file = (path: string, text = "export const a = 1;"): SourceFile => ({ path, text });

it("has a unit test per domain file and an integration test for each service and query module", () => {
  expect(missingMirrors(listSourceFiles())).toEqual([]);
});

it("notices a file without its test, but for types alone and for use cases told together", () => {
  const planted = [
    file("app/domain/orders/cancel.ts"),
    file("app/domain/orders/order.ts", 'import type { B } from "./b";\nexport type A = B;'),
    file("app/services/cancel-order.ts"),
    file("tests/integration/services/cancel-order.test.ts"),
    file("app/services/claim.ts"),
    file("app/services/settle.ts"),
    file(
      "tests/integration/services/delivery.test.ts",
      'import { a } from "~/services/claim";\nimport type { b } from "~/services/settle";',
    ),
    file("db/queries/orders.ts"),
    file("tests/integration/services/orders.test.ts", 'import { a } from "~db/queries/orders";'),
  ];
  expect(missingMirrors(planted)).toEqual([
    "app/domain/orders/cancel.ts → tests/unit/domain/orders/cancel.test.ts",
    "app/services/settle.ts → tests/integration/services/settle.test.ts",
    "db/queries/orders.ts → tests/integration/queries/orders.test.ts",
  ]);
});

it("has one handler per job of the catalogue and no other", () => {
  const handlers = existsSync(HANDLERS) ? readdirSync(HANDLERS).filter((name) => name !== HANDLER_TYPE) : [];
  expect(handlers.sort()).toEqual(JOB_NAMES.map(fileOf).sort());
});

it("has a job, fed from the outbox, for whoever hears of an event", () => {
  const consumers = [...new Set(Object.values(CONSUMERS).flat())].sort();
  expect(consumers.length).toBeGreaterThan(0);
  expect(consumers.filter((consumer) => !JOB_NAMES.includes(consumer))).toEqual([]);
  expect(Object.keys(OUTBOX_FEEDS).sort()).toEqual(consumers);
});
