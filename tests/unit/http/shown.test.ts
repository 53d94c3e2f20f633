import { expect, it } from "vitest";
import { shownOf } from "~/http/shown";

it.each([
  ["", 12],
  ["?shown=24", 24],
  ["?shown=13", 24],
  ["?shown=0", 12],
  ["?shown=9999", 240],
  ["?shown=-1", 12],
  ["?shown=many", 12],
])("%j shows %d", (query, shown) => {
  expect(shownOf(new Request(`http://localhost/${query}`), 12)).toBe(shown);
});
