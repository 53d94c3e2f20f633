import { expect, it } from "vitest";
import { randomIds } from "~/adapters/ids/random-ids";

it("makes identifiers that are unique and sort by the time they were made", () => {
  const ids = randomIds();
  const made = Array.from({ length: 5_000 }, () => ids.next("evt"));
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
  expect(made[0]).toMatch(/^evt_[0-9a-f]{32}$/);
});

it("makes secrets that fit into an address", () => {
  const ids = randomIds();
  const [one, two] = [ids.secret(), ids.secret()];
  expect(one).toMatch(/^[\w-]{32}$/);
  expect(one).not.toBe(two);
});
