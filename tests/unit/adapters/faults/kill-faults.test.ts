import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

/** Reaches a point five times and says each time that it lives. */
const SCRIPT = (order: string) => `
  import { killAt, noFaults } from "./app/adapters/faults/kill-faults.ts";
  const faults = ${order};
  for (let no = 1; no <= 5; no++) {
    faults.reach("fold.read");
    faults.reach("relay.added");
    process.stdout.write(String(no));
  }
`;

const run = (order: string) =>
  spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", SCRIPT(order)], { encoding: "utf8" });

it("ends the process at the ordered arrival, without any farewell", () => {
  const ended = run('killAt({ point: "relay.added", reach: 3 })');
  expect([ended.stdout, ended.signal]).toEqual(["12", "SIGKILL"]);
});

it("does nothing when no order was given", () => {
  const ended = run("noFaults()");
  expect([ended.stdout, ended.status]).toEqual(["12345", 0]);
});
