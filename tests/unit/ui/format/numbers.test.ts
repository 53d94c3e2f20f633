import { expect, it } from "vitest";
import { formatBytes, formatCount, formatPercent } from "~/ui/format/numbers";

it("groups numbers with one kind of space, so that server and browser agree", () => {
  expect(formatCount("en", 38_412)).toBe("38,412");
  expect(formatCount("fr", 38_412)).toBe("38\u00a0412");
  expect(formatCount("en", -3)).toBe("−3");
});

it("writes shares as percent", () => {
  expect(formatPercent("en", 0.0231)).toBe("2.3\u00a0%");
  expect(formatPercent("fr", 0.0231)).toBe("2,3\u00a0%");
  expect(formatPercent("en", 0.582, 0)).toBe("58\u00a0%");
});

it("tells file sizes", () => {
  expect(formatBytes("en", 20_000_000)).toBe("20\u00a0MB");
  expect(formatBytes("fr", 20_000_000)).toBe("20\u00a0Mo");
  expect(formatBytes("en", 1_500)).toBe("1.5\u00a0kB");
});
