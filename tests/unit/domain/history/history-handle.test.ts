import { expect, it } from "vitest";
import { historyHandle } from "~/domain/history/history-handle";

it("is readable, and different for codes that differ in capitals only", () => {
  expect(historyHandle("85123A")).toBe("code-85123_a");
  expect(historyHandle("85123a")).toBe("code-85123a");
  expect(historyHandle("gift 0001")).toBe("code-gift_020_0001");
});

it("is different for different codes and fits into an address", () => {
  const parts = ["a", "A", "_", "0", "1", " ", "-", "é", "É", "💐", "020", "_a", "_0", "/", "%"];
  const codes = parts.flatMap((one) => parts.flatMap((two) => parts.map((three) => one + two + three)));
  const handles = new Set([...new Set(codes)].map(historyHandle));
  expect(handles.size).toBe(new Set(codes).size);
  for (const handle of handles) expect(encodeURIComponent(handle)).toBe(handle);
});
